// Handlers of agreements: drafting, offering, signing.
import { holds } from '#kit/access/decide.ts'
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { files } from '#kit/files/files.ts'
import { Forbidden, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { Agreement, cooperation, Draft, Signature } from '../contract.ts'
import { type AgreementRow, agreements, type PartyRow, type SignatureRow } from '../store/agreements.ts'
import { type Bounds, terminations } from '../store/terminations.ts'
import { contentOf, namesIn, ruleOf } from './editions.ts'

type Part = Pick<Handlers<typeof cooperation>, 'agreement' | 'draft' | 'redraft' | 'offer' | 'remindToSign' | 'sign'>

export const agreementHandlers: Part = {
  async agreement({ id }, { db, actor, target }) {
    const row = (await agreements(db).row(id))!
    const inForce = await agreements(db).inForce(id)
    const parties = await agreements(db).parties(id, row.edition)
    const bounds = unsignedOf(parties) || !row.fixed ? noBounds : await terminations(db).bounds(id, row.edition)
    const unsigned = parties.filter((party) => !party.signed)
    const mine = unsigned.find((party) => party.id === actor.organisation)
    const clauses = await agreements(db).clauses(id, row.edition)
    const names = await objects(db).named(clauses.flatMap(({ duty }) => (duty ? namesIn(duty) : [])))
    const signedByMe = mine?.signatures.some((one) => one.person === actor.person) ?? false
    return {
      head: head(target),
      edition: row.edition,
      state:
        inForce?.edition === row.edition
          ? 'inForce'
          : !row.fixed
            ? 'draft'
            : parties.length > 1 && unsigned.length === 0
              ? 'ended'
              : 'offered',
      inForce: inForce && { edition: inForce.edition, since: inForce.since },
      preamble: row.preamble,
      reviewOn: row.review_on,
      endsOn: row.ends_on,
      notice: row.notice,
      noticeRule: ruleOf(row),
      extraordinary: row.extraordinary,
      ends: endsOf(bounds.ends, row),
      signBy: row.fixed ? row.sign_by : null,
      annexes: await agreements(db).annexes(id, row.edition),
      parties: parties.map(({ signatures, ...party }) => ({
        ...party,
        signatures: signatures.map(shownSignature),
        leavesOn: bounds.leaves.find((one) => one.organisation === party.id)?.on ?? null,
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
        sign:
          row.fixed &&
          mine !== undefined &&
          !signedByMe &&
          holds(actor, mine.signing === 'joint' ? ['head'] : ['admin', 'head', 'planner'], [actor.organisation]),
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
  async redraft({ id, ...draft }, { db, actor, today, target, record, fact }) {
    await check(db, actor, draft)
    const row = (await agreements(db).row(id))!
    const edition = row.fixed ? row.edition + 1 : row.edition
    const before = await contentOf(db, id, row, target.title)
    await agreements(db).redraft(id, edition, draft)
    await objects(db).change(id, {
      title: draft.title,
      readers: [...new Set([target.body!, ...target.readers, ...draft.parties])],
    })
    await search(db).put(id, ...wordsOf(draft))
    await record({ before, after: { ...draft, edition } })
    if (row.fixed)
      await fact({ kind: 'agreement.redrafted', organisation: target.body!, subject: id, object: id, day: today })
    return { edition }
  },
  async offer({ id, signBy = null }, { db, actor, today, target, record, fact }) {
    const row = (await agreements(db).row(id))!
    if (row.fixed) throw new Refusal('alreadyOffered')
    const content = await contentOf(db, id, row, target.title)
    if (content.parties.length < 2) throw new Refusal('tooFewParties')
    if (content.clauses.length === 0) throw new Refusal('noClauses')
    if (content.reviewOn === null) throw new Refusal('reviewMissing')
    if (signBy !== null && signBy <= today) throw new Refusal('signByPast')
    if (content.endsOn !== null && content.endsOn <= today) throw new Refusal('endsBeforeToday')
    await agreements(db).offered(id, row.edition, signBy ?? addDays(today, askedDays))
    const edition = await objects(db).freeze(id, content, actor)
    if (edition !== row.edition) throw new Error(`edition ${row.edition} was fixed as ${edition}`)
    await record({ after: { ...content, edition } })
    await fact({ kind: 'agreement.offered', organisation: target.body!, subject: id, object: id, day: today })
    return { edition }
  },
  async remindToSign({ id }, { db, today, target, record, fact }) {
    const row = (await agreements(db).row(id))!
    if (!row.fixed) throw new Refusal('notOffered')
    const missing = (await agreements(db).parties(id, row.edition)).filter((party) => !party.signed)
    if (missing.length === 0) throw new Refusal('nobodyMissing')
    if (await agreements(db).remindedOn(id, today)) throw new Refusal('remindedToday')
    await record({ after: { edition: row.edition, parties: missing.map((party) => party.id) } })
    await fact({ kind: 'agreement.reminded', organisation: target.body!, subject: id, object: id, day: today })
    return { parties: missing.length }
  },
  async sign(
    { id, edition, organisation: named, day, place, capacity, source, signatory, scan },
    { db, actor, at, today, target, record, fact },
  ) {
    const row = (await agreements(db).row(id))!
    const organisation = named ?? actor.organisation!
    const own = organisation === actor.organisation
    if (edition !== row.edition) throw new Refusal('staleEdition')
    if (!row.fixed) throw new Refusal('notOffered')
    const party = (await agreements(db).parties(id, edition)).find((one) => one.id === organisation)
    if (!party) throw new Refusal('notParty')
    if (party.signed) throw new Refusal('signedAlready', { name: party.title })
    if (day > today) throw new Refusal('dayInFuture')
    if (!own && (source === null || !holds(actor, ['office'], [target.body]))) throw new Refusal('notForOthers')
    if (own && !holds(actor, ['admin', 'head', 'planner'], [organisation])) throw new Forbidden()
    if (own && party.signing === 'joint' && !holds(actor, ['head'], [organisation]))
      throw new Refusal('onlyHeads', { name: party.title })
    const name = own ? null : signatory?.toLowerCase()
    if (!own && party.signing === 'joint' && !name) throw new Refusal('signatoryMissing', { name: party.title })
    const twice = party.signatures.some((one) =>
      own ? one.person === actor.person : (one.signatory?.toLowerCase() ?? '') === (name ?? ''),
    )
    if (twice) throw new Refusal('signedAlready', { name: party.title })
    if (scan !== null && (own || (await files(db).find(scan))?.hangs_on !== id)) throw new Refusal('scanOfOther')
    const signature = {
      edition,
      organisation,
      day,
      place,
      capacity,
      source: own ? null : source,
      signatory: own ? null : signatory,
      scan,
    }
    await agreements(db).sign({ agreement: id, ...signature, person: own ? actor.person : null, by: actor.person }, at)
    // By reference: the name of whoever signed on paper stands in the signature, not in the journal.
    await record({ after: { ...signature, signatory: undefined } })
    await fact({ kind: 'agreement.signed', organisation: actor.organisation!, subject: id, object: id, day: today })
    const missing = (await agreements(db).parties(id, edition)).filter((one) => !one.signed).length
    return { inForce: missing === 0, missing }
  },
}

/** How long the parties have when nothing else is said: six weeks. */
const askedDays = 42

const shownSignature = ({ person_title: title, organisation: _, ...row }: SignatureRow): Signature => ({
  ...row,
  person: row.person && title ? { id: row.person, title } : null,
})

/** Nobody can leave what is not signed by all. */
const noBounds: Bounds = { leaves: [], ends: null }
const unsignedOf = (parties: readonly PartyRow[]) => parties.length < 2 || parties.some((party) => !party.signed)
const endsOf = (on: string | null, row: AgreementRow): Agreement['ends'] =>
  on === null ? null : { on, because: on === row.ends_on ? 'term' : 'parties' }

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
