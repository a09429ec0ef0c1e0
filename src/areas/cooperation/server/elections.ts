// Handlers of elections: called, nominated, counted, accepted. The database counts and decides; here each refusal gets its sentence before it comes to that.
import { holds } from '#kit/access/decide.ts'
import { mandates } from '#kit/access/mandates.ts'
import { addYears } from '#kit/clock/days.ts'
import { Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { cooperation } from '../contract.ts'
import { chairStanding } from '../rules/terms.ts'
import { bodies } from '../store/bodies.ts'
import { elections, over } from '../store/elections.ts'
import { terms } from '../store/terms.ts'
import { electionRules as t } from '../texts/elections.de.ts'
import { actsForSeat, shownElection } from './elections-shown.ts'

type Part = Pick<
  Handlers<typeof cooperation>,
  'election' | 'eligible' | 'callElection' | 'nominate' | 'answerNomination' | 'answerElection' | 'cancelElection'
>
const leastForSecret = 5

export const electionHandlers: Part = {
  election: (_, { db, target, actor }) => shownElection(db, target, actor),
  async eligible({ id }, { db }) {
    return {
      people: (await elections(db).eligible(id)).map((one) => ({
        person: { id: one.person, title: one.person_title },
        organisation: { id: one.organisation, title: one.organisation_title },
      })),
    }
  },
  async callElection(
    { id, constituency, role, day, method, ...wanted },
    { db, actor, target, at, today, record, fact },
  ) {
    const group = (await bodies(db).constituencies(id)).find((one) => one.id === constituency)
    if (!group) throw new NotFound()
    if (group.chair === 'appointed') throw new Refusal('chairAppointed', { group: group.name })
    if (group.chair === null) throw new Refusal('noChairHere', { group: group.name })
    if ((await bodies(db).row(id))!.dissolved_on !== null) throw new Refusal('dissolved')
    const store = elections(db)
    if (
      (await store.of(id)).some(
        (one) => one.constituency === constituency && one.role === role && !over.includes(one.status),
      )
    )
      throw new Refusal('electionRunning')
    if (day < today) throw new Refusal('dayOver')
    const rules = await store.rules(id)
    const seats = await store.votingSeats(constituency, day)
    if (method === 'electronic' && !rules.secret_ballot) throw new Refusal('secretNotAllowed')
    if (method === 'electronic' && seats.length < leastForSecret) throw new Refusal('tooFewForSecret')
    const standing = chairStanding(
      (await terms(db).ofChairs(id)).filter((row) => row.constituency === constituency),
      today,
      { months: rules.term_alarm_months, noticeDays: rules.notice_days },
    )
    const ends = standing.last?.until ?? null
    const from = wanted.from ?? (ends !== null && ends > day ? ends : day)
    const rest = standing.restUntil !== null && standing.restUntil > from ? standing.restUntil : null
    const longest = addYears(from, group.term_years ?? 10)
    const until = wanted.until ?? rest ?? addYears(from, group.term_years ?? 3)
    if (from < day) throw new Invalid({ path: 'from', message: t.invalid.beforeElection })
    if (until <= from) throw new Invalid({ path: 'until', message: t.invalid.backwards })
    if (until > longest) throw new Refusal('termTooLong', { years: String(group.term_years ?? 10) })
    const election = newId(at)
    await objects(db).make({
      id: election,
      kind: 'election',
      title: t.title(role, group.name, day),
      owner: target.owner ?? actor.organisation,
      body: id,
      author: actor.person,
      audience: 'body',
      readers: [...new Set([id, ...seats.map((seat) => seat.organisation)])],
    })
    const occasion = rest ? 'vacancy' : standing.last ? 'term' : 'first'
    await store.make({
      id: election,
      body: id,
      constituency,
      role,
      occasion,
      day,
      term_from: from,
      term_until: until,
      method,
      majority: rules.majority,
    })
    await record({
      object: election,
      after: { constituency: group.name, role, day, from, until, method, majority: rules.majority },
    })
    const about = standing.last ? { subject: standing.last.organisation } : {}
    if (role === 'chair')
      await fact({ kind: 'election.announced', organisation: id, object: election, day: today, ...about })
    return { id: election }
  },
  async nominate(
    { id, person, organisation, proposedBy, source, consented },
    { db, actor, target, at, today, record },
  ) {
    const store = elections(db)
    const row = (await store.row(id))!
    if (row.status !== 'nominating') throw new Refusal('notNominating')
    const seats = await store.votingSeats(row.constituency, row.day)
    const office = holds(actor, ['office'], [row.body])
    const by = source === null ? actor.organisation! : (proposedBy ?? organisation)
    const own = source === null && actsForSeat(actor, row.body, seats)
    if (!own && !(office && source !== null)) throw new Refusal('notYourElection')
    if (!seats.some((seat) => seat.organisation === by)) throw new Refusal('notYourElection')
    const name = (await objects(db).find(person))?.title ?? ''
    if (!(await store.eligible(id)).some((one) => one.person === person && one.organisation === organisation))
      throw new Refusal((await store.isOtherChair(id, person, organisation)) ? 'otherChair' : 'notEligible', { name })
    if ((await store.candidacies(id)).some((one) => one.person === person && one.withdrawn_on === null))
      throw new Refusal('nominatedAlready', { name })
    const consent = person === actor.person ? 'own' : consented && source !== null && office ? 'told' : null
    const candidate = await store.nominate(
      {
        election: id,
        person,
        organisation,
        proposedBy: by,
        source,
        consentedOn: consent ? today : null,
        consentSource: consent === 'told' ? source : null,
        by: actor.person,
      },
      at,
    )
    await record({ after: { candidate, person, organisation, proposedBy: by, source, consented: consent !== null } })
    return shownElection(db, target, actor)
  },
  async answerNomination({ id, candidate, stands, source }, { db, actor, target, record }) {
    const row = (await elections(db).row(id))!
    const one = (await elections(db).candidacies(id)).find(({ id: its }) => its === candidate)
    if (!one) throw new NotFound()
    if (row.status !== 'nominating') throw new Refusal('notNominating')
    const mine = one.person === actor.person && source === null
    if (!mine && !(source !== null && holds(actor, ['office'], [row.body]))) throw new Refusal('notYourCandidacy')
    if (one.withdrawn_on !== null || (stands && one.consented_on !== null)) throw new Refusal('answeredAlready')
    await elections(db).answerNomination(candidate, stands, source)
    await record({ after: { candidate, stands, source } })
    return shownElection(db, target, actor)
  },
  async answerElection({ id, accepts, source, day }, { db, actor, target, at, today, record, fact }) {
    const store = elections(db)
    const row = (await store.row(id))!
    if (row.status !== 'decided') throw new Refusal('notDecided')
    const elected = (await store.candidacies(id)).find((one) => one.id === row.elected)!
    const mine = elected.person === actor.person && source === null
    if (!mine && !(source !== null && holds(actor, ['office'], [row.body]))) throw new Refusal('notElected')
    const on = source === null ? today : (day ?? today)
    if (on > today) throw new Refusal('dayAhead')
    if (!accepts) {
      await store.answer(id, false, source, on, null)
      await record({ after: { accepts, source, day: on } })
      return shownElection(db, target, actor)
    }
    const counted = (await store.rounds(id)).filter((round) => round.struck_because === null).at(-1)!
    if (source !== null && row.method !== 'electronic' && counted.witness_for === null)
      throw new Refusal('notWitnessed')
    const from = [row.term_from, on].toSorted().at(-1)!
    if (row.role === 'chair') {
      if (await store.isOtherChair(id, elected.person, elected.organisation)) throw new Refusal('chairsThere')
      const before = (await terms(db).ofChairs(row.body)).filter(
        (one) => one.constituency === row.constituency && (one.until === null || one.until > from),
      )
      for (const one of before) {
        const old = await mandates(db).find(one.mandate)
        if (!old || old.from_day >= from || !(await mandates(db).end(old, from, actor.person, at)))
          throw new Refusal('chairsThere')
        await record({
          object: row.body,
          verb: 'mandate.succeeded',
          after: { mandate: one.mandate, until: from, election: id },
        })
      }
    }
    const mandate = {
      person: elected.person,
      organisation: elected.organisation,
      body: row.body,
      role: row.role,
      from,
      until: row.term_until,
      basis: t.basis(counted.day),
    }
    const granted = await mandates(db).grant(mandate, actor.person, at)
    await store.answer(id, true, source, on, granted)
    await record({ object: row.body, verb: 'mandate.granted', after: { mandate: granted, ...mandate } })
    await record({ after: { accepts, source, day: on, mandate: granted } })
    // For the body speaks who runs it already; whoever has just been elected speaks for the own organisation.
    const runs = holds(actor, ['chair', 'office'], [row.body])
    await fact({
      kind: 'election.accepted',
      organisation: runs ? row.body : actor.organisation!,
      subject: elected.organisation,
      object: id,
      day: on,
    })
    return shownElection(db, target, actor)
  },
  async cancelElection({ id, because }, { db, actor, target, record }) {
    const row = (await elections(db).row(id))!
    if (row.status !== 'nominating' && row.status !== 'runoff') throw new Refusal('notOpen')
    await elections(db).lead(id, 'cancel', { because })
    await record({ after: { because } })
    return shownElection(db, target, actor)
  },
}
