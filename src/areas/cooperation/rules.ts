// What follows from an agreement and when, as pure functions of days.
import { addDays, daysBetween, yearOf } from '#kit/clock/days.ts'
import type { FigureTime, Standing } from './contract.ts'

export type DutyPeriod = { from: string; until: string; opens: string; due: string; needed: number }

const firstOf = (year: number) => `${String(year).padStart(4, '0')}-01-01`

/**
 * "Die ARGE ö/f trifft sich mindestens zweimal jährlich" (Landkreis München, 15 May 2017). Calendar years. In the year in which the agreement
 * begins the number counts in proportion; is what is left too short for one meeting, it belongs to the following year.
 */
export function meetPeriods(start: string, today: string, perYear: number): DutyPeriod[] {
  const year = yearOf(start)
  const share = Math.floor(
    (perYear * daysBetween(start, firstOf(year + 1))) / daysBetween(firstOf(year), firstOf(year + 1)),
  )
  const firstUntil = firstOf(year + (share > 0 ? 1 : 2))
  const periods = [meetPeriod(start, firstUntil, share > 0 ? share : perYear)]
  for (let next = yearOf(firstUntil); next <= yearOf(today) + 1; next += 1)
    periods.push(meetPeriod(firstOf(next), firstOf(next + 1), perYear))
  return periods
}
const meetPeriod = (from: string, until: string, needed: number): DutyPeriod => ({
  from,
  until,
  opens: from,
  due: addDays(until, -1),
  needed,
})

/** A figure is asked for eight weeks before it is due, so that nobody is surprised. */
const noticeDays = 56

/** The periods whose figure falls due after the agreement has begun and until the end of next year. */
export function figurePeriods(start: string, today: string, time: FigureTime): DutyPeriod[] {
  const last = firstOf(yearOf(today) + 2)
  const found: DutyPeriod[] = []
  for (let year = yearOf(start) - 1; year <= yearOf(today) + 1; year += 1) {
    for (const { from, until, due } of time.period === 'year'
      ? [yearly(year, time.due)]
      : quarterly(year, time.weeks)) {
      if (due < start || due >= last) continue
      const opens = addDays(due, -noticeDays)
      found.push({ from, until, opens: opens < start ? start : opens, due, needed: 1 })
    }
  }
  return found
}
const yearly = (year: number, due: string) => ({
  from: firstOf(year),
  until: firstOf(year + 1),
  due: `${year + 1}-${due}`,
})
const quarterly = (year: number, weeks: number) =>
  [1, 4, 7, 10].map((month) => {
    const from = `${year}-${String(month).padStart(2, '0')}-01`
    const until = month === 10 ? firstOf(year + 1) : `${year}-${String(month + 3).padStart(2, '0')}-01`
    return { from, until, due: addDays(until, weeks * 7 - 1) }
  })

/** "haben wir diese Kooperation in ein offizielles Kleid gegossen": each step has its document, none is typed in. `document`: of the constitution. */
export function standingOf(
  body: { dissolvedOn: string | null; inForce: boolean; chairs: number; keys: number; document: boolean },
  today: string,
): Standing {
  if (body.dissolvedOn !== null && body.dissolvedOn <= today) return 'dissolved'
  if (!body.inForce) return 'informal'
  return body.chairs >= body.keys && body.document ? 'constituted' : 'agreed'
}

export type ChairFault = 'chairsComplete' | 'chairOfOrganisation' | 'chairOfTwo' | 'chairOfConstituency'

/**
 * "Der gemeinsame Vorsitz setzt sich aus jeweils einer Vertretung des Bezirks Oberbayern und der Landkreise beziehungsweise der kreisfreien Städte
 * zusammen": different persons, of different organisations, each from a constituency of its own. `current`: chairs whose terms touch the new one.
 */
export function chairFault(
  chair: { person: string | null; organisation: string; constituency: string | null },
  current: readonly { person: string; organisation: string; constituency: string | null }[],
  keys: number,
): ChairFault | null {
  if (current.some((one) => one.person === chair.person)) return 'chairOfTwo'
  if (current.some((one) => one.organisation === chair.organisation)) return 'chairOfOrganisation'
  if (chair.constituency !== null && current.some((one) => one.constituency === chair.constituency))
    return 'chairOfConstituency'
  return current.length >= keys ? 'chairsComplete' : null
}
