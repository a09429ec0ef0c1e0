// An election as it is shown, and the words of a body on its elections.
import { holds } from '#kit/access/decide.ts'
import { addMonths } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { ChairTerm, Election, ElectionsOfBody } from '../contract.ts'
import { chairStanding } from '../rules/terms.ts'
import { bodies } from '../store/bodies.ts'
import { type ElectionRow, elections, over } from '../store/elections.ts'
import { type TermRow, terms } from '../store/terms.ts'

const lead = ['chair', 'office'] as const
const sent = ['chair', 'delegate', 'deputy'] as const

/** Acts for a seat of the group: sent into the body, or leading the organisation at home. */
export const actsForSeat = (actor: Actor, body: string, seats: readonly { organisation: string }[]): boolean =>
  seats.some((seat) => seat.organisation === actor.organisation) &&
  (holds(actor, sent, [body]) || holds(actor, ['admin', 'head'], [actor.organisation]))

export async function shownElection(db: Database, target: ObjectRow, actor: Actor): Promise<Election> {
  const store = elections(db)
  const row = (await store.row(target.id))!
  const rounds = await store.rounds(row.id)
  const seats = await store.votingSeats(row.constituency, row.day)
  const rules = await store.rules(row.body)
  const last = rounds.filter((round) => round.struck_because === null).at(-1)
  const office = holds(actor, ['office'], [row.body])
  const own = seats.filter((seat) => seat.organisation === actor.organisation)
  const modulus = row.method === 'electronic' ? await store.modulus(row.id) : null
  const drawn = modulus ? await store.drawn(row.id, rounds.length + 1) : []
  return {
    head: head((await objects(db).find(row.id)) ?? target),
    constituency: row.constituency_name,
    role: row.role,
    occasion: row.occasion,
    day: row.day,
    from: row.term_from,
    until: row.term_until,
    method: row.method,
    majority: row.majority,
    quorum: rules.quorum,
    status: row.status,
    elected: row.elected,
    settledOn: row.settled_on,
    source: row.source,
    because: row.because,
    candidates: (await store.candidacies(row.id)).map((one) => ({
      id: one.id,
      person: { id: one.person, title: one.person_title },
      organisation: { id: one.organisation, title: one.organisation_title },
      proposedBy: { id: one.proposed_by, title: one.proposed_title },
      source: one.source,
      consentedOn: one.consented_on,
      withdrawnOn: one.withdrawn_on,
      stands: one.stands,
      mine: one.person === actor.person,
    })),
    rounds: rounds.map((round) => ({
      number: round.number,
      runoff: round.runoff,
      day: round.day,
      entitled: round.entitled,
      present: round.present,
      against: round.against,
      abstained: round.abstained,
      invalid: round.invalid,
      outcome: round.outcome,
      votes: round.votes.map(({ candidate, votes }) => ({ candidate, votes })),
      lot:
        round.lot && round.lot_for
          ? { candidate: round.lot, by: { id: round.lot_for, title: round.lot_for_title ?? '' } }
          : null,
      witness: round.witness_for ? { id: round.witness_for, title: round.witness_for_title ?? '' } : null,
      struckBecause: round.struck_because,
    })),
    electorate: seats.map((seat) => ({ seat: seat.seat, organisation: { id: seat.organisation, title: seat.title } })),
    papers: modulus
      ? {
          modulus,
          drawn: await store.papersDrawn(row.id),
          mine: holds(actor, sent, [row.body]) ? own.map(({ seat }) => ({ seat, drawn: drawn.includes(seat) })) : [],
        }
      : null,
    may: {
      lead: holds(actor, lead, [row.body]),
      record: office,
      nominate: row.status === 'nominating' && (office || actsForSeat(actor, row.body, seats)),
      witness:
        last != null &&
        last.witness_for === null &&
        (last.lot === null ? row.status === 'decided' && row.method !== 'electronic' : row.status === 'tie') &&
        (last.lot_for ?? last.recorded_for) !== actor.organisation &&
        holds(actor, [...sent, 'office'], [row.body]),
      answer: row.status === 'decided' && (office || row.elected_person === actor.person),
      strike:
        row.method !== 'electronic' &&
        last?.recorded_by === actor.person &&
        ['decided', 'tie', 'runoff', 'nominating'].includes(row.status),
    },
  }
}

/** What is held on to as an edition when the election is over: the record that the minutes cite. */
export async function recordOf(db: Database, row: ElectionRow): Promise<unknown> {
  const store = elections(db)
  return {
    constituency: row.constituency_name,
    role: row.role,
    day: row.day,
    term: { from: row.term_from, until: row.term_until },
    method: row.method,
    majority: row.majority,
    elected: row.elected_title,
    settledOn: row.settled_on,
    candidates: (await store.candidacies(row.id)).map((one) => ({
      id: one.id,
      name: one.person_title,
      organisation: one.organisation_title,
      proposedBy: one.proposed_title,
    })),
    rounds: (await store.rounds(row.id)).map(
      ({ recorded_by: _by, recorded_for: _of, lot_for: _for, witness_for: _witness, ...round }) => round,
    ),
  }
}

export async function shownTerms(db: Database, body: string, actor: Actor, today: string): Promise<ElectionsOfBody> {
  const rules = await elections(db).rules(body)
  const all = await elections(db).of(body)
  const rows = await terms(db).ofChairs(body)
  const alarm = { months: rules.term_alarm_months, noticeDays: rules.notice_days }
  const office = holds(actor, ['office'], [body])
  const groups = (await bodies(db).constituencies(body)).filter((one) => one.chair !== null)
  return {
    terms: groups.map((group): ChairTerm => {
      const own = rows.filter((row) => row.constituency === group.id)
      const standing = chairStanding(own, today, alarm)
      const running = all.find(
        (one) => one.constituency === group.id && one.role === 'chair' && !over.includes(one.status),
      )
      return {
        constituency: group.name,
        constituencyId: group.id,
        kind: group.chair!,
        termYears: group.term_years,
        chair: standing.current && chairOf(standing.current, actor),
        vacantSince: standing.vacantSince,
        alarmFrom: standing.alarm?.opens ?? null,
        restUntil: standing.restUntil,
        election: running?.id ?? null,
        mayContinue:
          group.chair === 'elected' && rules.interim === 'continue' && standing.last
            ? continuing(standing.last, own, today, office || standing.last.person === actor.person)
            : null,
      }
    }),
    elections: all.map((row) => ({
      id: row.id,
      constituency: row.constituency_name,
      role: row.role,
      day: row.day,
      from: row.term_from,
      until: row.term_until,
      method: row.method,
      status: row.status,
      elected: row.elected_person && row.elected_title ? { id: row.elected_person, title: row.elected_title } : null,
    })),
    rules: {
      edition: rules.edition,
      majority: rules.majority,
      quorum: rules.quorum,
      secretBallot: rules.secret_ballot,
      alarmMonths: rules.term_alarm_months,
      interim: rules.interim,
    },
    may: { lead: holds(actor, lead, [body]), record: office },
  }
}

const chairOf = (row: TermRow, actor: Actor) => ({
  mandate: row.mandate,
  person: { id: row.person, title: row.person_title },
  organisation: { id: row.organisation, title: row.organisation_title },
  from: row.from,
  until: row.until,
  basis: row.basis,
  interim: row.interim,
  resigned: row.shortened,
  mine: row.person === actor.person && row.organisation === actor.organisation,
})

/** The last chair goes on for half a year at most; only from a month before the end on, not who has resigned, and only while nobody follows. */
function continuing(last: TermRow, own: readonly TermRow[], today: string, may: boolean) {
  const { until } = last
  if (!may || until === null || last.shortened || addMonths(until, -1) > today) return null
  if (own.some((one) => one.until === null || one.until > until)) return null
  return {
    person: { id: last.person, title: last.person_title },
    organisation: { id: last.organisation, title: last.organisation_title },
    from: until,
    until: addMonths(until, 6),
  }
}
