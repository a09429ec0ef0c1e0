// Which reminder is due, the same for the authority and the associations: same days, same words.
import { daysBetween } from '#kit/clock/days.ts'

export type Stage = 'foreseen' | 'soon' | 'due' | 'overdue' | 'asked' | 'escalated' | 'heads'

/** Days after the last one: both chairs are told, then the heads of both sides. */
export const daysToChairs = 14
export const daysToHeads = 28
const daysBefore = 14

/** Later stages silence earlier ones: what was missed is not sent late. */
const order: readonly Stage[] = ['foreseen', 'soon', 'due', 'overdue', 'asked', 'escalated', 'heads']

/** arose: the day on which it came to be owed; nothing escalates for the time before. */
type Waiting = { state: string; due: string; strength: string; foreseen?: boolean; arose?: string }

/**
 * Foreseen while it can still be avoided, two weeks before, on the day, the day after. Only a must goes on: two weeks later to the chairs,
 * four weeks later to the heads of debtor and creditor. A "soll" is asked for its reason instead; "in der Regel" is only reminded beforehand.
 */
export function stageOf(duty: Waiting, sent: readonly string[], today: string): Stage | null {
  const now = stageNow(duty, today)
  if (!now || order.slice(order.indexOf(now)).some((stage) => sent.includes(stage))) return null
  return now
}

function stageNow({ state, due, strength, foreseen, arose = due }: Waiting, today: string): Stage | null {
  if (state !== 'open' && state !== 'overdue') return null
  const late = daysBetween(due, today)
  if (late >= 1) {
    if (strength === 'usual') return null
    if (strength === 'should') return 'asked'
    const open = arose > due ? daysBetween(arose, today) : late
    return open >= daysToHeads ? 'heads' : open >= daysToChairs ? 'escalated' : 'overdue'
  }
  if (late === 0) return 'due'
  if (late >= -daysBefore) return 'soon'
  return foreseen ? 'foreseen' : null
}
