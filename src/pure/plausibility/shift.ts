// A level shift: from some time on all counts lie higher, or lower, than before. Later values are then judged by the new level alone.
import { median } from './expected.ts'
import { atLeast, atMost, beyond } from './tails.ts'

/** Both sides need some values: one value is an outlier, not a level. */
const before = 3
const after = 2
const alpha = 0.01
/** Less than a fifth is no other level. */
const apart = 1.2

export type Shift = { at: number; before: number; after: number }

/** Two-sided p of equal rates on both sides, by the conditional binomial test (Przyborowski and Wilenski 1940). */
export function sameRate(count: number, times: number, count2: number, times2: number): number {
  const share = times / (times + times2)
  return Math.min(1, 2 * Math.min(atLeast(count, count + count2, share), atMost(count, count + count2, share)))
}

/**
 * The clearest shift in a series of counts, oldest first; null where there is none. Taken only when the sides do not overlap, lie a fifth apart, and
 * are told apart by both tests: the exact one for Poisson counts, and the quasi-Poisson F test that allows for the spread within the sides. Each
 * split that is tried makes the bar higher (Bonferroni).
 */
export function shiftIn(series: readonly number[]): Shift | null {
  if (series.some((value) => value < 0 || !Number.isInteger(value))) return null
  const splits = series.length - before - after + 1
  let best: (Shift & { p: number }) | null = null
  for (let at = before; at <= series.length - after; at++) {
    const [old, now] = [series.slice(0, at), series.slice(at)]
    const [lower, upper] = median(old) < median(now) ? [old, now] : [now, old]
    if (Math.max(...lower) >= Math.min(...upper) || median(upper) < apart * median(lower)) continue
    const p = splits * Math.max(sameRate(sum(old), old.length, sum(now), now.length), quasi(old, now))
    if (p <= alpha && p < (best?.p ?? 2)) best = { at, before: median(old), after: median(now), p }
  }
  return best ? { at: best.at, before: best.before, after: best.after } : null
}

/** The part of the series that lies on its present level. */
export const sinceShift = (series: readonly number[]): readonly number[] => series.slice(shiftIn(series)?.at ?? 0)

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function quasi(old: readonly number[], now: readonly number[]): number {
  const [a, b] = [sum(old) / old.length, sum(now) / now.length]
  const mean = (sum(old) + sum(now)) / (old.length + now.length)
  const free = old.length + now.length - 2
  const inside = sum(old.map((v) => (v - a) ** 2)) + sum(now.map((v) => (v - b) ** 2))
  const dispersion = Math.max(1, inside / free / mean)
  return beyond((a - b) ** 2 / (mean * (1 / old.length + 1 / now.length)) / dispersion, free)
}
