// What may be said with figures and what not: sums, rates, series and changes. Pure; each rule cites its sentence.
import type { Basis, Mark } from './contract/shapes.ts'

export type Cell = { value: number | null; mark: Mark | null }
export type Summed = { value: number; complete: boolean; counted: number; nil: number; missing: number }

/**
 * "'-' counts as exact zero in sums, rates and maps where the area existed on that date; unknown, unreliable, later and meaningless are never 0"
 * (issue 2, figures). `ended`: the measure is no longer collected, so that even "-" says nothing.
 */
export function numberOf(cell: Cell, ended = false): number | null {
  if (cell.mark === 'nil') return ended ? null : 0
  return cell.value
}

/** "Every control sum names its basis": the caller puts it beside. A sum with anything missing says how much is missing. */
export function sumOf(cells: readonly Cell[], ended = false): Summed {
  const sum: Summed = { value: 0, complete: true, counted: 0, nil: 0, missing: 0 }
  for (const cell of cells) {
    const number = numberOf(cell, ended)
    if (number === null) sum.missing += 1
    else {
      sum.value += number
      sum.counted += 1
      if (cell.mark === 'nil') sum.nil += 1
    }
  }
  sum.complete = sum.missing === 0
  sum.value = tidy(sum.value)
  return sum
}

/** Decimal fractions added up in binary carry dust behind the ninth place. */
export const tidy = (value: number) => Math.round(value * 1e6) / 1e6

/** "Rate = indicator per population of the same basis day". A state of either side is no number; nothing among nobody makes no sense. */
export function rateOf(numerator: Cell, denominator: Cell, per: number, ended = false): Cell {
  const top = numberOf(numerator, ended)
  const bottom = numberOf(denominator)
  if (top === null) return { value: null, mark: numerator.mark === 'nil' ? null : numerator.mark }
  if (bottom === null) return { value: null, mark: denominator.mark }
  if (bottom === 0) return { value: null, mark: 'meaningless' }
  if (numerator.mark === 'nil') return { value: null, mark: 'nil' }
  return { value: (top / bottom) * per, mark: null }
}

export type Point = Cell & { from: string; until: string; basis: string | null; source: number }
export type Run = {
  basis: string | null
  points: Point[]
  change: { from: string; to: string; absolute: number; percent: number | null } | null
}

/**
 * "A county's time series, interrupted where its basis or definition breaks, with no change computed across a break." Where two bases hold values for
 * the same time, each stands in its own run.
 */
export function runsOf(points: readonly Point[], endedFrom: string | null = null): Run[] {
  const byBasis = new Map<string | null, Point[]>()
  for (const point of points) byBasis.set(point.basis, [...(byBasis.get(point.basis) ?? []), point])
  return [...byBasis]
    .map(([basis, own]) => {
      const sorted = own.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      return { basis, points: sorted, change: changeOf(sorted, endedFrom) }
    })
    .sort((a, b) => ((a.points[0]?.from ?? '') < (b.points[0]?.from ?? '') ? -1 : 1))
}

function changeOf(points: readonly Point[], endedFrom: string | null): Run['change'] {
  const numbers = points.flatMap((point) => {
    const value = numberOf(point, endedFrom !== null && point.from > endedFrom)
    return value === null ? [] : [{ day: point.from, value }]
  })
  const first = numbers[0]
  const last = numbers.at(-1)
  if (!first || !last || first === last) return null
  const absolute = tidy(last.value - first.value)
  return { from: first.day, to: last.day, absolute, percent: first.value === 0 ? null : (absolute / first.value) * 100 }
}

/** Of several bases for the same time the youngest holds; values on the others are offered, never mixed in. */
export function chooseBasis(
  there: readonly { basis: string | null; statements: number }[],
  order: readonly (Basis & { from: string })[],
): string | null {
  const rank = (basis: string | null) => (basis === null ? -1 : order.findIndex((one) => one.code === basis))
  return there.toSorted((a, b) => rank(b.basis) - rank(a.basis) || b.statements - a.statements)[0]?.basis ?? null
}

/** A figure is delivered by the county that holds it, for itself (area keys of organisations: Gemeindeverzeichnis). */
export const mayDeliverFor = (ownKey: string | null, areaKey: string) =>
  ownKey === null || areaKey === ownKey || (areaKey.length === 8 && areaKey.startsWith(ownKey))

export type PeriodKind = 'day' | 'month' | 'quarter' | 'year' | 'span'

/** What a half-open time is called, with its last day; in the calendar alone, so that the browser needs no library for it. */
export function calledPeriod(from: string, until: string): { kind: PeriodKind; from: string; last: string } {
  const last = dayBefore(until)
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const [nextYear = 0, nextMonth = 0, nextDay = 0] = until.split('-').map(Number)
  const months = (nextYear - year) * 12 + nextMonth - month
  const whole = day === 1 && nextDay === 1
  const kind =
    last === from
      ? 'day'
      : whole && months === 1
        ? 'month'
        : whole && months === 3 && month % 3 === 1
          ? 'quarter'
          : whole && months === 12 && month === 1
            ? 'year'
            : 'span'
  return { kind, from, last }
}

function dayBefore(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const [y, m, d] =
    day > 1 ? [year, month, day - 1] : month > 1 ? [year, month - 1, lengths[month - 2]!] : [year - 1, 12, 31]
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** A day as a number on the axis of time: 31.12.2018 lies just before 2019. */
export const yearsOf = (iso: string): number => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return Math.round((year + (month - 1) / 12 + (day - 1) / 372) * 1000) / 1000
}
