// When a working group is near its end and when it reports, as pure functions of days.
import { addDays, addMonths } from '#kit/clock/days.ts'

/** Four weeks before its end the body that set it up is asked: renew it, or let it end? */
export const alarmDays = 28

export type GroupPhase = 'running' | 'ending' | 'closed'
export const phaseOf = (until: string, today: string): GroupPhase =>
  today >= until ? 'closed' : today >= addDays(until, -alarmDays) ? 'ending' : 'running'

export type ReportPeriod = { from: string; until: string; opens: string; due: string; last: boolean }

/**
 * The reports that a group owes: every so many months since it began, and a last one on its last day. A regular report that would fall into the
 * four weeks before the end is the last one.
 */
export function reportPeriods(start: string, until: string, every: number | null): ReportPeriod[] {
  const found: ReportPeriod[] = []
  let from = start
  for (let n = 1; every !== null && addMonths(start, n * every) < addDays(until, -alarmDays); n += 1) {
    const next = addMonths(start, n * every)
    found.push(periodOf(from, next, false))
    from = next
  }
  return [...found, periodOf(from, until, true)]
}
/** A late report still counts, so the time in which it may come is longer than the time in which it is owed. */
const periodOf = (from: string, end: string, last: boolean): ReportPeriod => {
  const due = addDays(end, -1)
  const opens = addDays(end, -alarmDays)
  return { from, until: addMonths(end, 12), opens: opens < from ? from : opens, due, last }
}
