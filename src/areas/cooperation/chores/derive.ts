// From an agreement in force its duties arise by themselves: who owes what by when, because of which clause.
import { organisations } from '#areas/actors/store/organisations.ts'
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { dayOf } from '#kit/clock/days.ts'
import { duties, type NewDuty, stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { objects } from '#kit/objects/objects.ts'
import { type DutyPeriod, figurePeriods, meetPeriods } from '../rules.ts'
import { agreements, type ClauseRow, type InForce } from '../store/agreements.ts'
import { bodies } from '../store/bodies.ts'
import { owed } from '../store/owed.ts'
import { texts } from '../texts.de.ts'

type Valid = InForce & { id: string; title: string; body: string }
type Wanted = Omit<NewDuty, 'because' | 'becauseText' | 'strength' | 'creditor' | 'body' | 'audience' | 'readers'>

/** The last party has signed: the agreement is in force, said once. */
export async function afterSignature(fact: StatedFact, { db, at }: ChoreScene): Promise<void> {
  const inForce = await agreements(db).inForce(fact.object)
  if (!inForce || (await agreements(db).stated(fact.object, inForce.since))) return
  const { body } = await objects(db).get(fact.object, 'agreement')
  const entry = await journal(db).write({
    verb: 'agreement.inForce',
    object: fact.object,
    after: { edition: inForce.edition, since: inForce.since },
    because: texts.because.allSigned,
  })
  await stateFact(
    db,
    { kind: 'agreement.inForce', organisation: body!, subject: fact.object, object: fact.object, day: inForce.since },
    at,
    entry,
    [],
  )
}

/** Duties of all agreements in force, for the running and the coming year. Running it again changes nothing. */
export async function deriveDuties(scene: ChoreScene, only?: string): Promise<void> {
  for (const agreement of await agreements(scene.db).allInForce()) {
    if (only && agreement.id !== only) continue
    for (const clause of await agreements(scene.db).clauses(agreement.id, agreement.edition)) {
      if (!clause.duty) continue
      for (const wanted of await wantedBy(clause, agreement, scene)) await owe(wanted, clause, agreement, scene)
    }
  }
}

/** A period that has begun under an earlier edition keeps it. */
async function owe(
  wanted: Wanted,
  clause: ClauseRow,
  agreement: Valid,
  { db, at, factsFor }: ChoreScene,
): Promise<void> {
  if (await owed(db).isThere({ ...wanted, creditor: agreement.body, agreement: agreement.id })) return
  const becauseText = texts.clauseName(clause)
  const id = await duties(db).owe(
    {
      ...wanted,
      creditor: agreement.body,
      because: { object: agreement.id, edition: agreement.edition },
      becauseText,
      strength: clause.strength,
      body: agreement.body,
      audience: 'body',
      readers: [...new Set([agreement.body, wanted.debtor])],
    },
    at,
    factsFor(wanted.kind),
  )
  if (id)
    await journal(db).write({
      verb: 'duty.arose',
      object: id,
      because: becauseText,
      after: { debtor: wanted.debtor, due: wanted.due, period: wanted.period, needed: wanted.needed ?? 1 },
    })
}

/** What a clause asks for. Nothing is owed for the time before the agreement was in force and known here. */
async function wantedBy(clause: ClauseRow, agreement: Valid, { db, today }: ChoreScene): Promise<Wanted[]> {
  const duty = clause.duty!
  const known = dayOf(agreement.known_since)
  const start = [known, agreement.since].toSorted().at(-1)!
  if (duty.kind === 'meet') {
    const { owner } = await objects(db).get(agreement.body, 'body')
    return meetPeriods(start, today, duty.perYear).map((period) => ({
      ...basic(period),
      kind: 'meet',
      title: texts.duties.meet(period),
      debtor: agreement.body,
      owner: owner!,
    }))
  }
  const members = await bodies(db).members(agreement.body, today)
  const debtors =
    duty.from === 'publicMembers'
      ? (await organisations(db).counties(members)).map((county) => county.id)
      : duty.from.filter((id) => members.includes(id))
  const indicator = clause.indicator_title ?? ''
  return figurePeriods(start, today, duty.time).flatMap((period) =>
    debtors.map((debtor) => ({
      ...basic(period),
      kind: duty.kind,
      title: texts.duties[duty.kind](indicator, period),
      debtor,
      owner: debtor,
      subject: duty.indicator,
    })),
  )
}
const basic = ({ from, until, opens, due, needed }: DutyPeriod) => ({ period: { from, until }, opens, due, needed })
