// Handlers of agreements: drafting, offering, signing.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { Agreement, ClauseDuty, cooperation, Draft } from '../contract.ts'
import { agreements } from '../store/agreements.ts'

type Part = Pick<Handlers<typeof cooperation>, 'agreement' | 'draft' | 'redraft' | 'offer' | 'sign'>

export const agreementHandlers: Part = {
  async agreement({ id }, { db, actor, target }) {
    const row = (await agreements(db).row(id))!
    const inForce = await agreements(db).inForce(id)
    const parties = await agreements(db).parties(id, row.edition)
    const unsigned = parties.filter((party) => party.day === null)
    const mine = unsigned.some((party) => party.id === actor.organisation)
    const clauses = await agreements(db).clauses(id, row.edition)
    const names = await objects(db).named(clauses.flatMap(({ duty }) => (duty ? namesIn(duty) : [])))
    return {
      head: head(target),
      edition: row.edition,
      state: inForce?.edition === row.edition ? 'inForce' : row.fixed ? 'offered' : 'draft',
      inForce: inForce && { edition: inForce.edition, since: inForce.since },
      preamble: row.preamble,
      reviewOn: row.review_on,
      parties: parties.map((party) => ({
        id: party.id,
        title: party.title,
        signature:
          party.day === null
            ? null
            : {
                day: party.day,
                place: party.place!,
                capacity: party.capacity!,
                source: party.source,
                person: party.person && party.person_title ? { id: party.person, title: party.person_title } : null,
              },
      })),
      clauses: clauses.map(({ indicator_title: title, ...clause }) => ({
        ...clause,
        names: names.filter((one) => clause.duty && namesIn(clause.duty).includes(one.id)),
        indicator: clause.duty && 'indicator' in clause.duty && title ? { id: clause.duty.indicator, title } : null,
      })),
      editions: (await objects(db).editions(id)).map((edition) => ({
        number: edition.number,
        at: edition.at,
        inForce: edition.number === inForce?.edition,
      })),
      may: {
        write: holds(actor, ['chair', 'office'], [target.body]),
        sign: row.fixed && mine && holds(actor, ['admin', 'head', 'planner'], [actor.organisation]),
        recordFor: row.fixed && unsigned.length > 0 && holds(actor, ['office'], [target.body]),
      },
    } satisfies Agreement
  },
  async draft({ id: body, ...draft }, { db, actor, at, record }) {
    await check(db, actor, draft)
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'agreement',
      title: draft.title,
      owner: actor.organisation,
      body,
      author: actor.person,
      audience: 'body',
      readers: [body, ...draft.parties],
    })
    await agreements(db).make(id, draft)
    await search(db).put(id, ...wordsOf(draft))
    await record({ object: id, after: draft })
    return { id }
  },
  async redraft({ id, ...draft }, { db, actor, target, record }) {
    await check(db, actor, draft)
    const row = (await agreements(db).row(id))!
    const edition = row.fixed ? row.edition + 1 : row.edition
    const before = await contentOf(db, id, row.edition, target.title)
    await agreements(db).redraft(id, edition, draft)
    await objects(db).change(id, {
      title: draft.title,
      readers: [...new Set([target.body!, ...target.readers, ...draft.parties])],
    })
    await search(db).put(id, ...wordsOf(draft))
    await record({ before, after: { ...draft, edition } })
    return { edition }
  },
  async offer({ id }, { db, actor, target, record }) {
    const row = (await agreements(db).row(id))!
    if (row.fixed) throw new Refusal('alreadyOffered')
    const content = await contentOf(db, id, row.edition, target.title)
    if (content.parties.length < 2) throw new Refusal('tooFewParties')
    if (content.clauses.length === 0) throw new Refusal('noClauses')
    const edition = await objects(db).freeze(id, content, actor)
    if (edition !== row.edition) throw new Error(`edition ${row.edition} was fixed as ${edition}`)
    await record({ after: { ...content, edition } })
    return { edition }
  },
  async sign(
    { id, edition, organisation: named, day, place, capacity, source },
    { db, actor, at, today, target, record, fact },
  ) {
    const row = (await agreements(db).row(id))!
    const organisation = named ?? actor.organisation!
    const own = organisation === actor.organisation
    if (edition !== row.edition) throw new Refusal('staleEdition')
    if (!row.fixed) throw new Refusal('notOffered')
    const party = (await agreements(db).parties(id, edition)).find((one) => one.id === organisation)
    if (!party) throw new Refusal('notParty')
    if (party.day !== null) throw new Refusal('signedAlready', { name: party.title })
    if (day > today) throw new Refusal('dayInFuture')
    if (!own && (source === null || !holds(actor, ['office'], [target.body]))) throw new Refusal('notForOthers')
    if (own && !holds(actor, ['admin', 'head', 'planner'], [organisation])) throw new Forbidden()
    await agreements(db).sign(
      {
        agreement: id,
        edition,
        organisation,
        day,
        place,
        capacity,
        person: own ? actor.person : null,
        source: own ? null : source,
        by: actor.person,
      },
      at,
    )
    await record({ after: { edition, organisation, day, place, capacity, source: own ? null : source } })
    await fact({ kind: 'agreement.signed', organisation: actor.organisation!, subject: id, object: id, day: today })
    const missing = (await agreements(db).parties(id, edition)).filter((one) => one.day === null).length
    return { inForce: missing === 0, missing }
  },
}

const contentOf = async (db: Database, id: string, edition: number, title: string) => {
  const row = (await agreements(db).row(id))!
  return {
    title,
    preamble: row.preamble,
    reviewOn: row.review_on,
    parties: (await agreements(db).parties(id, edition)).map((party) => party.id),
    clauses: (await agreements(db).clauses(id, edition)).map(({ indicator_title: _, ...clause }) => clause),
  }
}

/** Organisations and bodies that a clause names. */
const namesIn = (duty: ClauseDuty): string[] => [
  ...('from' in duty && Array.isArray(duty.from) ? duty.from : []),
  ...('to' in duty && Array.isArray(duty.to) ? duty.to : []),
  ...(duty.kind === 'before' && 'body' in duty.of ? [duty.of.body] : []),
]

/** What an agreement is found by. */
const wordsOf = (draft: Draft) => [draft.preamble, ...draft.clauses.flatMap((clause) => [clause.heading, clause.text])]

async function check(db: Database, actor: Actor, draft: Draft): Promise<void> {
  const numbers = draft.clauses.map((clause) => clause.number)
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (twice) throw new Refusal('numberTwice', { number: twice })
  const indicators = draft.clauses.flatMap((clause) =>
    clause.duty && 'indicator' in clause.duty ? [clause.duty.indicator] : [],
  )
  if (indicators.length > 0 && (await agreements(db).unknownIndicators(indicators)))
    throw new Refusal('unknownIndicator')
  const duties = draft.clauses.flatMap((clause) => (clause.duty ? [clause.duty] : []))
  const named = [...new Set(duties.flatMap(namesIn))]
  const there = (await Promise.all(named.map((one) => objects(db).find(one)))).flatMap((one) => (one ? [one] : []))
  if (there.length < named.length || there.some((one) => one.kind !== 'organisation' && one.kind !== 'body'))
    throw new Refusal('unknownNamed')
  // Whoever writes the clause knows when that body meets: nobody learns more through it than its writer could say.
  const others = duties.flatMap((duty) => (duty.kind === 'before' && 'body' in duty.of ? [duty.of.body] : []))
  if (others.some((body) => !actor.readers.includes(body))) throw new Refusal('sessionsUnseen')
}
