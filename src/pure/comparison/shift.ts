// Hints at real shifts only: is this value beyond what its own past on the same basis lets expect? (Farrington et al. 1996.)
import { tQuantile } from '#pure/distributions/distributions.ts'
import { type Counted, fit } from './trend.ts'

/** So many earlier values are needed; with fewer there is no hint, whatever the value is. */
export const fewestBefore = 5
/** On each side: what is rarer than one in a thousand looks. */
const tail = 0.001
/**
 * Five values tell badly how much an area varies. So what they show is mixed with what areas usually show: a variance twice that of chance, worth four
 * values (Smyth 2004). Chosen so that there are few false hints even where an area varies more (measured in the test).
 */
const usual = { dispersion: 2, worth: 4 }

export type Shift = { at: number; count: number; expected: number; low: number; high: number; side: 'above' | 'below' }

/**
 * The limits of Farrington, Andrews, Beale and Catchpole (1996): quasi-Poisson regression on the past, prediction limits on the power 2/3 where
 * Poisson counts are symmetrical. Ours differ because figures come once a year: Student's t instead of the normal distribution, the dispersion mixed
 * with the usual one, and both sides. A slope is kept only where it is sure (5 %).
 */
export function limitsAfter(
  past: readonly Counted[],
  now: Omit<Counted, 'count'>,
): { expected: number; low: number; high: number } | null {
  if (past.length < fewestBefore) return null
  const sloped = fit(past, true)
  const sure = sloped && Math.abs(sloped.slope) > tQuantile(0.975, sloped.df) * Math.sqrt(sloped.slopeVariance)
  const line = sure ? sloped : fit(past, false)
  if (!line) return null
  const df = line.df + usual.worth
  const dispersion = Math.max(1, (line.df * line.dispersion + usual.worth * usual.dispersion) / df)
  const { mean, variance } = line.at(now.time, now.people)
  const spread = Math.sqrt(dispersion * (mean + variance / Math.max(1, line.dispersion))) / mean
  const t = tQuantile(1 - tail, df)
  const side = (sign: 1 | -1) => mean * Math.max(0, 1 + (sign * 2 * t * spread) / 3) ** 1.5
  return { expected: mean, low: side(-1), high: side(1) }
}

/** Each value held against those before it; after a shift the past begins anew, so that one shift is told once. */
export function shiftsOf(points: readonly Counted[]): Shift[] {
  const found: Shift[] = []
  let from = 0
  for (const [n, now] of points.entries()) {
    const limits = limitsAfter(points.slice(from, n), now)
    if (!limits || (now.count <= limits.high && now.count >= limits.low)) continue
    found.push({ at: n, count: now.count, ...limits, side: now.count > limits.high ? 'above' : 'below' })
    from = n
  }
  return found
}
