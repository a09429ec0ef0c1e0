// What may be expected of the next value, by the organisation's own earlier ones; made for small counts, and for few false alarms.
import { atLeast, atMost, student } from './tails.ts'

/** Of this many figures that follow their own past, about one is asked about without need. */
export const oneIn = 500
/** Fewer earlier values say nothing about how much they spread by themselves. */
const enough = 4
/** Whatever the spread: a tenth up or down is never worth a question. */
const least = 0.1

export type Expected = { low: number; high: number }

/**
 * Prediction interval for the count of one more time, given that `sum` were counted in `times` times of the same length (Nelson 1982): given both
 * together, the new count is binomial with share 1 / (times + 1), whatever the rate. Holds with at least 1 − alpha, for every rate.
 */
export function predicted(sum: number, times: number, alpha: number): Expected {
  const share = 1 / (times + 1)
  const tooFew = (y: number) => atMost(y, sum + y, share) <= alpha / 2
  const tooMany = (y: number) => atLeast(y, sum + y, share) <= alpha / 2
  return { low: first((y) => !tooFew(y), 0), high: first((y) => tooMany(y + 1), 0) }
}

/** The smallest whole number from `from` on for which a growing condition holds. */
function first(holds: (y: number) => boolean, from: number): number {
  if (holds(from)) return from
  let step = 1
  while (!holds(from + step)) step *= 2
  let [no, yes] = [from + step / 2, from + step]
  if (step === 1) return yes
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    if (holds(middle)) yes = middle
    else no = middle
  }
  return yes
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/**
 * Null: too little is known to expect anything. A value inside is not asked about. With fewer than four earlier values: the Poisson interval, but no
 * closer than half the smallest and double the largest. From four on: the Poisson interval, but no closer than the median and the spread of the
 * values themselves (median absolute deviation with Student's factor) allow: real counts vary more than Poisson says.
 */
export function expected(past: readonly number[], count: boolean): Expected | null {
  const low = Math.min(...past)
  const high = Math.max(...past)
  const counts = count && low >= 0 && past.every((value) => Number.isInteger(value))
  if (past.length === 0 || (!counts && past.length < enough && low <= 0)) return null
  const alpha = 1 / oneIn
  const poisson = counts
    ? predicted(
        past.reduce((sum, value) => sum + value, 0),
        past.length,
        alpha,
      )
    : null
  if (past.length < enough) return widest(poisson, { low: low / 2, high: high * 2 })
  const middle = median(past)
  const spread = 1.4826 * median(past.map((value) => Math.abs(value - middle)))
  const reach = Math.max(
    spread * student(alpha, past.length - 1) * Math.sqrt(1 + 1 / past.length),
    least * Math.abs(middle),
  )
  // What was there before is not asked about when it comes again.
  return widest(widest(poisson, { low: middle - reach, high: middle + reach }), { low, high })
}

const widest = (a: Expected | null, b: Expected): Expected =>
  a ? { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) } : b
