// Somebody leaves an agreement, or it ends: what would have been owed after that day is owed no longer, all others hear of it, the seats are asked about.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { addMonths, addYears } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { arise, fallAway } from '#kit/duties/arise.ts'
import { duties, stateFact } from '#kit/duties/duties.ts'
import { isUnsettled } from '#kit/duties/rules.ts'
import { journal } from '#kit/journal/journal.ts'
import { postAsChore } from '#kit/mail/post.ts'
import { agreements } from '../store/agreements.ts'
import { type TerminationRow, terminations } from '../store/terminations.ts'
import { terminationTexts as t } from '../texts/terminations.de.ts'
import { deriveDuties } from './derive.ts'
import { membersOf } from './remind.ts'

/** Months before the term ends the body is asked whether to go on. */
const monthsToRenew = 6

type Ending = { agreement: string; title: string; body: string; edition: number; ends: string | null }

/** Every day. Running it again changes nothing. */
export async function tendEnds(scene: ChoreScene): Promise<void> {
  for (const one of await terminations(scene.db).ending()) await tend(one, scene)
}

/** Notice was given or taken back: the others are told at once, each person one mail. */
export async function afterTermination(fact: StatedFact, scene: ChoreScene): Promise<void> {
  const { db } = scene
  await agreements(db).lock(fact.object)
  const one = (await terminations(db).ending()).find(({ agreement }) => agreement === fact.object)
  if (!one) return
  await tend(one, scene)
  await deriveDuties(scene, one.body)
  for (const row of await terminations(db).of(one.agreement))
    if (row.complete && row.said_on === fact.day) await tellOthers(one, row, db)
}

async function tend(one: Ending, scene: ChoreScene): Promise<void> {
  const { db } = scene
  const rows = await terminations(db).of(one.agreement)
  const { leaves, ends } = await terminations(db).bounds(one.agreement, one.edition)
  for (const { organisation, on } of leaves) {
    const name = rows.find((row) => row.organisation === organisation)?.organisation_title ?? ''
    const owed = await terminations(db).owedFrom(one.agreement, on, organisation)
    await fallAway(scene, owed, t.withdrawn.left(name, on))
  }
  if (ends !== null)
    await fallAway(scene, await terminations(db).owedFrom(one.agreement, ends, null), t.withdrawn.ended(ends))
  await askAboutSeats(one, rows, scene)
  await askToRenew(one, scene)
  await sayEnded(one, scene)
}

/** A question to office and chairs, one for each party that leaves and still sits there. */
async function askAboutSeats(one: Ending, rows: readonly TerminationRow[], scene: ChoreScene): Promise<void> {
  const { db, today } = scene
  const there = (await duties(db).of({ because: one.agreement })).filter(
    (duty) => duty.kind === 'settleSeats' && isUnsettled(duty.state),
  )
  for (const row of rows) {
    const open = there.find((duty) => duty.subject === row.organisation)
    const asks = row.complete && row.taken_back_on === null && row.seat_answer === null && row.seats > 0
    const newer = rows.find((other) => other.organisation === row.organisation) !== row
    if (newer) continue
    if (!asks && open && row.seat_answer === null)
      await fallAway(scene, [open.id], row.taken_back_on ? t.withdrawn.takenBack : t.withdrawn.seatGone)
    if (asks && !open)
      await arise(
        scene,
        {
          kind: 'settleSeats',
          title: t.seatDuty(row.organisation_title),
          debtor: one.body,
          creditor: one.body,
          subject: row.organisation,
          because: { object: one.agreement, edition: row.edition },
          becauseText: t.seatClause(row.organisation_title, row.effective_on),
          strength: 'should',
          period: { from: today, until: addYears(today, 100) },
          opens: today,
          due: [today, row.effective_on].toSorted().at(-1)!,
          body: one.body,
          owner: one.body,
          audience: 'body',
          readers: [one.body],
        },
        { facts: [] },
      )
  }
}

/** The lapse warning: in time to agree on an edition with a later end, owed by the body and so by both sides. */
async function askToRenew({ agreement, title, body, edition }: Ending, scene: ChoreScene): Promise<void> {
  const { db, today } = scene
  const term = await agreements(db).termOf(agreement, edition)
  const there = (await duties(db).of({ because: agreement })).filter(
    (duty) => duty.kind === 'renew' && isUnsettled(duty.state),
  )
  if (term === null) return
  if (today >= term)
    return fallAway(
      scene,
      there.map((duty) => duty.id),
      t.withdrawn.ended(term),
    )
  if (today < addMonths(term, -monthsToRenew) || there.length > 0) return
  await arise(
    scene,
    {
      kind: 'renew',
      title: t.renewDuty(title, term),
      debtor: body,
      creditor: body,
      subject: agreement,
      because: { object: agreement, edition },
      becauseText: t.renewClause(term),
      strength: 'should',
      period: { from: today, until: addYears(today, 100) },
      opens: today,
      due: [today, addMonths(term, -1)].toSorted().at(-1)!,
      body,
      owner: body,
      audience: 'body',
      readers: [body],
    },
    { facts: [] },
  )
}

/** A newer edition is in force: the question whether to go on is answered. */
export async function afterRenewal(fact: StatedFact, { db, at, today }: ChoreScene): Promise<void> {
  const open = (await duties(db).of({ because: fact.object })).filter(
    (duty) => duty.kind === 'renew' && isUnsettled(duty.state),
  )
  const inForce = await agreements(db).inForce(fact.object)
  const [old] = open.filter((duty) => inForce && duty.because_edition !== inForce.edition)
  if (!old) return
  const renewed = { kind: 'agreement.renewed', organisation: old.debtor, subject: fact.object, object: fact.object }
  await stateFact(db, { ...renewed, day: today }, at, null, ['renew'])
}

async function sayEnded({ agreement, body, edition, ends }: Ending, { db, at, today }: ChoreScene): Promise<void> {
  if (ends === null || today < ends || (await terminations(db).saidEnded(agreement, ends))) return
  const term = await agreements(db).termOf(agreement, edition)
  const entry = await journal(db).write({
    verb: 'agreement.ended',
    object: agreement,
    after: { edition, day: ends },
    because: term === ends ? t.because.term : t.because.parties,
  })
  await stateFact(
    db,
    { kind: 'agreement.ended', organisation: body, subject: agreement, object: agreement, day: ends },
    at,
    entry,
    [],
  )
}

/** In the same words to the authority and to the associations: who acts there for a party, office and chairs; the party itself knows. */
async function tellOthers(one: Ending, row: TerminationRow, db: Database): Promise<void> {
  const parties = await agreements(db).parties(one.agreement, one.edition)
  const what = row.taken_back_on === null ? 'agreement.terminated' : 'agreement.terminationTakenBack'
  for (const { person, organisation } of await membersOf(
    db,
    one.body,
    parties.map((party) => party.id),
  ))
    if (organisation !== row.organisation)
      await postAsChore(db, {
        dedupe: `${what}:${row.id}:${person}`,
        person,
        organisation,
        template: 'notice',
        data: { what },
        object: one.agreement,
      })
}
