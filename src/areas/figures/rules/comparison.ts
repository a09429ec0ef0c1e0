// What may be said of an area among others: who is compared, against what, and where each area lies. Pure; the methods are in #pure/comparison.
import { limitsOf, placeOf, spreadOf, widened } from '#pure/comparison/funnel.ts'
import { countInterval, type Interval, overlap, standingOf } from '#pure/comparison/interval.ts'
import type { ComparedArea, ComparedSet, Comparison } from '../contract/comparison.ts'
import type { Mark } from '../contract/shapes.ts'

/** An area with what is said of it; `count` and `people` are numbers only where both are and the count is whole. */
export type Said = {
  id: string
  key: string
  name: string
  parent: string | null
  value: number | null
  mark: Mark | null
  count: number | null
  people: number | null
  sourceOf: number | null
}
export type Benchmark = NonNullable<Comparison['benchmark']>

export const isCount = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value >= 0
/** Both a whole count and the people among whom it was counted. */
export const counted = (one: Said): one is Said & { count: number; people: number } =>
  isCount(one.count) && one.people !== null && one.people > 0

type Choice = { set: ComparedSet; across: boolean; bordering: ReadonlySet<string>; alike: ReadonlySet<string> }

/** "Neighbouring areas are included by default": whoever asks for the own region gets what borders on it across the border, unless left out. */
export function membersOf<A extends { key: string; parent: string | null }>(
  areas: readonly A[],
  own: A,
  { set, across, bordering, alike }: Choice,
): A[] {
  const near = (one: A) => bordering.has(one.key) && (across || one.parent === own.parent)
  const chosen: Record<ComparedSet, (one: A) => boolean> = {
    region: (one) => one.parent === own.parent || near(one),
    around: near,
    alike: (one) => alike.has(one.key),
    all: () => true,
  }
  return areas.filter((one) => one.key === own.key || chosen[set](one))
}

/** What the parts of a whole say together: events of all by people of all, of those that have both. */
export function summed(
  parts: readonly Said[],
  per: number,
  kind: 'summed' | 'set',
  name: string | null,
): Benchmark | null {
  const some = parts.filter(counted)
  const people = some.reduce((sum, one) => sum + one.people, 0)
  if (people === 0) return null
  const value = (some.reduce((sum, one) => sum + one.count, 0) / people) * per
  return { kind, name, value, areas: some.length, missing: parts.length - some.length }
}

/** A count has the same interval wherever it was counted; thousands of small areas share few counts. */
function intervalsOf(rows: readonly Said[]): Map<string, Interval> {
  const known = new Map<number, Interval>()
  const of = (count: number) => {
    const interval = known.get(count) ?? countInterval(count)
    known.set(count, interval)
    return interval
  }
  return new Map(rows.filter(counted).map((one) => [one.key, of(one.count)]))
}

type Lying = Pick<ComparedArea, 'low' | 'high' | 'lies' | 'liesWide' | 'toOwn'>
const nothing: Lying = { low: null, high: null, lies: null, liesWide: null, toOwn: null }

/** Where each area lies: its interval as a rate, its place against chance, against the general differences, and against the own area. */
export function lyingOf(rows: readonly Said[], own: string, per: number, theta: number | null, factor: number) {
  const intervals = intervalsOf(rows)
  const rates = new Map(
    rows.filter(counted).map((one) => {
      const { low, high } = intervals.get(one.key)!
      return [one.key, { low: (low / one.people) * per, high: (high / one.people) * per }]
    }),
  )
  const ownRate = rates.get(own)
  const lying = (one: Said): Lying => {
    const rate = rates.get(one.key)
    if (!rate || !counted(one)) return nothing
    const expected = theta === null ? null : (theta * one.people) / per
    const limits = expected === null ? null : limitsOf(expected)
    return {
      ...rate,
      lies: limits && placeOf(one.count, limits),
      liesWide: limits && expected !== null ? placeOf(one.count, widened(limits, expected, factor)) : null,
      toOwn:
        !ownRate || one.key === own
          ? null
          : overlap(rate, ownRate)
            ? 'open'
            : rate.low > ownRate.high
              ? 'higher'
              : 'lower',
    }
  }
  const others = [...rates].filter(([key]) => key !== own).map(([, rate]) => rate)
  const place = ownRate && others.length > 0 ? standingOf(ownRate, others) : null
  const standing = place
    ? 'rank' in place
      ? { rank: place.rank, overlaps: 0, of: place.of }
      : { rank: null, overlaps: place.overlaps, of: place.of }
    : null
  return { of: lying, standing }
}

/** The curves of a funnel over the sizes that are compared, and how much more than by chance areas vary. */
export function funnelOf(
  rows: readonly Said[],
  varying: readonly Said[],
  per: number,
  theta: number,
): NonNullable<Comparison['funnel']> | null {
  const sizes = rows.filter(counted).map((one) => one.people)
  if (sizes.length === 0 || theta <= 0) return null
  const spread = spreadOf(
    varying.filter(counted).map((one) => ({ count: one.count, expected: (theta * one.people) / per })),
  )
  const factor = spread?.factor ?? 1
  const [least, most] = [Math.min(...sizes) * 0.85, Math.max(...sizes) * 1.1]
  const people = Array.from({ length: 48 }, (_, n) => least * (most / least) ** (n / 47))
  const near = people.map((size) => limitsOf((theta * size) / per))
  const wide = people.map((size, n) => widened(near[n]!, (theta * size) / per, factor))
  const rate = (limit: number, n: number) => (limit / people[n]!) * per
  return {
    phi: spread?.phi ?? null,
    areas: spread?.areas ?? 0,
    factor,
    people: people.map(Math.round),
    low998: near.map((one, n) => rate(one.low998, n)),
    low95: near.map((one, n) => rate(one.low95, n)),
    high95: near.map((one, n) => rate(one.high95, n)),
    high998: near.map((one, n) => rate(one.high998, n)),
    wideLow: wide.map((one, n) => rate(one.low998, n)),
    wideHigh: wide.map((one, n) => rate(one.high998, n)),
  }
}
