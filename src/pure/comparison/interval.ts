// How far a count can be from what it stands for: exact intervals, and when two areas cannot be told apart.
import { gammaQuantile } from '#pure/distributions/distributions.ts'

export type Interval = { low: number; high: number }

/**
 * The exact interval of a Poisson count (Garwood 1936): the means under which a count as small, or as large, is not rarer than (1 − level) / 2.
 * @throws RangeError unless the count is a whole number from 0 on.
 */
export function countInterval(count: number, level = 0.95): Interval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('a count is a whole number from 0 on')
  const tail = (1 - level) / 2
  return { low: count === 0 ? 0 : gammaQuantile(tail, count), high: gammaQuantile(1 - tail, count + 1) }
}

/** The interval of a rate: the count varies, the people do not. */
export function rateInterval(count: number, people: number, per: number, level = 0.95): Interval {
  const { low, high } = countInterval(count, level)
  return { low: (low / people) * per, high: (high / people) * per }
}

export const overlap = (a: Interval, b: Interval) => a.low <= b.high && b.low <= a.high

export type Standing = { rank: number; of: number } | { overlaps: number; of: number }

/**
 * The place of one among others, from the top; only where its interval meets no other, since otherwise chance would decide the place.
 */
export function standingOf(own: Interval, others: readonly Interval[]): Standing {
  const of = others.length + 1
  const overlaps = others.filter((other) => overlap(own, other)).length
  return overlaps > 0 ? { overlaps, of } : { rank: others.filter((other) => other.low > own.high).length + 1, of }
}
