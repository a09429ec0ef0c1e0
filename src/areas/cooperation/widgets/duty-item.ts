// Duties as lines of a worklist: what, to whom, because of which clause, until when. The same duty of many members is one line.
import type { Duty } from '#kit/duties/contract.ts'
import { isUnsettled } from '#kit/duties/rules.ts'
import { texts } from '#kit/duties/texts.de.ts'
import type { WorkItem } from '#kit/ui/Worklist.tsx'
import { dutyTones } from '#kit/web/duty-tones.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { clausePlace, rulesPlace } from './clause-mark.ts'

const t = bodyTexts.duties
const waits = (duty: Duty) => isUnsettled(duty.state)
const clauseOf = (duty: Duty) => ({
  label: `${duty.because.clause} (${texts.strengths[duty.strength]})`,
  to: rulesPlace(duty) ?? clausePlace(duty.because),
})

const lineOf = (duty: Duty): WorkItem => ({
  id: duty.id,
  what: duty.title,
  to: `/aufgaben/${duty.id}`,
  toWhom: duty.creditor && duty.creditor.id !== duty.debtor?.id ? duty.creditor.title : undefined,
  clause: clauseOf(duty),
  due: duty.due,
  state: { label: texts.states[duty.state], tone: dutyTones[duty.state] },
  note: [
    ...(duty.debtor ? [t.owedBy(duty.debtor.title)] : []),
    ...(duty.foreseen ? [texts.foreseen(duty.foreseen.missing, duty.foreseen.by)] : []),
  ].join(' · '),
  invented: duty.invented,
})

/** More members than this owe the same: one line for all of them. */
const many = 3

/** The duties, those of many members that are the same together; the others alone. */
export const sharedDuties = (duties: readonly Duty[]): Duty[][] =>
  [...Map.groupBy(duties, (duty) => `${duty.kind} ${duty.title} ${duty.due}`).values()].flatMap((group) =>
    group.length > many ? [group] : group.map((duty) => [duty]),
  )

/** What waits, in lines. Settled duties only count in the line of many. */
export function dutyItems(duties: readonly Duty[]): WorkItem[] {
  return sharedDuties(duties).flatMap((group) => {
    const waiting = group.filter(waits)
    if (group.length === 1) return waiting.map(lineOf)
    const [first] = waiting
    if (!first) return []
    const overdue = waiting.some((duty) => duty.state === 'overdue')
    const state = overdue ? 'overdue' : waiting.some((duty) => duty.state === 'open') ? 'open' : 'notYet'
    return [
      {
        ...lineOf(first),
        to: first.subject ? `/zahlen/lieferungen` : `/aufgaben/${first.id}`,
        state: { label: texts.states[state], tone: dutyTones[state] },
        note: t.owedByMany(group.length - waiting.length, group.length),
      },
    ]
  })
}
