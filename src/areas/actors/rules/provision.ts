// Is a guaranteed task provided for, and from which day is it not? Pure functions of days.
import { addDays, addMonths } from '#kit/clock/days.ts'

type Provided = { from: string; until: string | null }
/** An end is announced half a year ahead, as the ends of terms are. */
const monthsAhead = 6
/** Whoever finds out that nobody does it gets four weeks, counted from the day on which it is seen. */
const graceDays = 28

/** Times from `since` on that no provider covers. */
function holesOf(since: string, providers: readonly Provided[]): Provided[] {
  const holes: Provided[] = []
  let reached: string | null = since
  for (const { from, until } of providers.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (reached === null) break
    if (from > reached) holes.push({ from: reached, until: from })
    reached = until === null ? null : until > reached ? until : reached
  }
  return reached === null ? holes : [...holes, { from: reached, until: null }]
}

/** A hole that somebody has closed in the meantime is history. */
const lasts = ({ until }: Provided, today: string): boolean => until === null || until > today

/** The first day without a provider that is in sight; null where there is none. */
export const gapFrom = (since: string, providers: readonly Provided[], today: string): string | null =>
  holesOf(since, providers).find((hole) => lasts(hole, today))?.from ?? null

/** Is there, around this day, still nobody who does it? */
export const isUnprovided = (day: string, since: string, providers: readonly Provided[], today: string): boolean =>
  holesOf(since, providers).some(
    (hole) => lasts(hole, today) && hole.from <= day && (hole.until === null || day < hole.until),
  )

export type Provision = { state: 'secured' | 'ending' | 'open'; gapFrom: string | null }
export function provisionOf(since: string, providers: readonly Provided[], today: string): Provision {
  const gap = gapFrom(since, providers, today)
  if (gap === null) return { state: 'secured', gapFrom: null }
  return { state: gap <= today ? 'open' : gap <= addMonths(today, monthsAhead) ? 'ending' : 'secured', gapFrom: gap }
}

/** When the duty to find a provider is due: before the gap opens; where it is open already, four weeks from now. */
export const dueFor = (gap: string, today: string): string =>
  gap > today ? addDays(gap, -1) : addDays(today, graceDays)
