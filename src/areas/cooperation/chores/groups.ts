// What becomes of working groups by themselves: the question four weeks before their end, their reports, renewal and closing.
import type { ChoreScene, StatedFact } from '#kit/chores/chores.ts'
import { addDays, addMonths } from '#kit/clock/days.ts'
import { arise, fallAway } from '#kit/duties/arise.ts'
import { type DutyRow, duties, stateFact } from '#kit/duties/duties.ts'
import { journal } from '#kit/journal/journal.ts'
import { alarmDays, phaseOf, reportPeriods } from '../rules/groups.ts'
import { ends } from '../store/ends.ts'
import { type GroupRow, groups } from '../store/groups.ts'
import { seats } from '../store/seats.ts'
import { endTexts } from '../texts/ends.de.ts'
import { groupTexts } from '../texts/groups.de.ts'
import { texts } from '../texts.de.ts'
import { endRights, moveRights } from './ends.ts'

const t = groupTexts.duty

/** The keys are complete: a group that exists gets its new end, and so do those who act in it. */
export async function renewGroup(fact: StatedFact, scene: ChoreScene): Promise<void> {
  await renew(fact.object, scene)
}

async function renew(mandate: string, scene: ChoreScene): Promise<boolean> {
  const { db } = scene
  const before = await groups(db).ofMandate(mandate)
  const until = await groups(db).renew(mandate)
  const group = until === null ? undefined : await groups(db).ofMandate(mandate)
  if (!before || !group) return false
  await journal(db).write({
    verb: 'group.renewed',
    object: group.body,
    after: { until, edition: group.edition },
    because: texts.because.groupRenewed,
  })
  await moveRights(scene, group, before.until_day)
  return true
}

/** Every day: what was not renewed closes; what is alive is asked for its reports; what ends soon is put before its parent. */
export async function tendGroups(scene: ChoreScene): Promise<void> {
  const { db, today } = scene
  for (const group of await groups(db).all()) {
    // Of a body that is over nothing is asked any more.
    if (group.closed_on || (group.dissolved_on !== null && group.dissolved_on <= today)) continue
    if (phaseOf(group.until_day, today) === 'closed') {
      // A renewal whose fact still waits comes first.
      if (!(await renew(group.mandate, scene))) await close(group, scene)
      continue
    }
    // Nor is anything owed to one: the group works on until its day.
    if (await seats(db).isOver(group.parent)) continue
    await askForReports(group, scene)
    await announceEnd(group, scene)
  }
}

async function close(group: GroupRow, scene: ChoreScene): Promise<void> {
  const { db, at } = scene
  const heir = !(await seats(db).isOver(group.parent))
  if (heir) await askForReports(group, scene)
  if (!(await groups(db).close(group.body, texts.because.groupEnded))) return
  const entry = await journal(db).write({
    verb: 'group.closed',
    object: group.body,
    after: { on: group.until_day, mandate: group.mandate },
    because: texts.because.groupEnded,
  })
  const last = addDays(group.until_day, -1)
  // It ended as agreed: the question whether it is renewed is answered.
  await stateFact(
    db,
    { kind: 'group.closed', organisation: group.parent, subject: group.mandate, object: group.body, day: last },
    at,
    entry,
    ['groupEnd'],
  )
  await endRights(scene, group.body, group.until_day, 'closed')
  for (const duty of heir ? await duties(db).of({ debtors: [group.body] }) : []) {
    if (!isOpen(duty) || duty.kind === 'meet') continue
    await handOver(group, duty, scene)
    await fallAway(scene, [duty.id], endTexts.withdrawn.handedOver)
  }
  await fallAway(scene, await ends(db).owedIn(group.body), endTexts.withdrawn.closed)
}
const isOpen = ({ state }: DutyRow) => state === 'open' || state === 'overdue'

async function handOver(group: GroupRow, duty: DutyRow, scene: ChoreScene): Promise<void> {
  const due = addDays(scene.today, alarmDays)
  await arise(scene, {
    kind: 'groupHandover',
    title: t.handover(group.name, duty.title),
    debtor: group.parent,
    creditor: duty.creditor === group.body ? group.parent : duty.creditor,
    subject: group.body,
    becauseText: duty.because_text,
    strength: duty.strength,
    period: { from: duty.period_from, until: addMonths(due, 12) },
    opens: scene.today,
    due: [duty.due, due].toSorted().at(-1)!,
    body: group.parent,
    owner: group.owner,
    audience: 'body',
    readers: [group.parent],
  })
}

async function askForReports(group: GroupRow, scene: ChoreScene): Promise<void> {
  const asked = (await duties(scene.db).of({ debtors: [group.body] }))
    .filter((duty) => duty.kind === 'groupReport')
    .map((duty) => duty.period_from)
  for (const period of reportPeriods(group.founded_on, group.until_day, group.report_every)) {
    // A period that has begun under an earlier edition keeps it.
    if (period.opens > scene.today || asked.includes(period.from)) continue
    await arise(scene, {
      kind: 'groupReport',
      title: period.last ? t.lastReport(group.name) : t.report(group.name, period.due),
      debtor: group.body,
      creditor: group.report_to,
      becauseText: t.becauseReport(group.name, group.edition),
      strength: 'must',
      period: { from: period.from, until: period.until },
      opens: period.opens,
      due: period.due,
      body: group.body,
      owner: group.owner,
      audience: 'body',
      readers: [...new Set([group.body, group.report_to])],
    })
  }
}

async function announceEnd(group: GroupRow, scene: ChoreScene): Promise<void> {
  const opens = addDays(group.until_day, -alarmDays)
  if (scene.today < opens) return
  await arise(scene, {
    kind: 'groupEnd',
    title: t.end(group.name, addDays(group.until_day, -1)),
    debtor: group.parent,
    creditor: group.parent,
    subject: group.mandate,
    becauseText: t.becauseEnd(group.name, group.edition),
    strength: 'must',
    period: { from: opens, until: group.until_day },
    opens,
    due: addDays(group.until_day, -1),
    body: group.parent,
    owner: group.owner,
    audience: 'body',
    readers: [group.parent],
  })
}
