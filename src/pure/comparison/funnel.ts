// Funnel plots (Spiegelhalter 2005): how far areas of a size lie apart by chance alone, and how much more they do.
import { normalQuantile, poissonAtMost } from '#pure/distributions/distributions.ts'

export type Limits = { low998: number; low95: number; high95: number; high998: number }
export type Place = 'below998' | 'below95' | 'within' | 'above95' | 'above998'

/**
 * The exact, interpolated limit of a Poisson count (Spiegelhalter 2005, appendix A.1.1): r is the smallest count with F(r) ≥ p; the limit lies
 * between r − 1 and r, so that it falls smoothly with size. Never below zero.
 */
export function countLimit(expected: number, p: number, z = normalQuantile(p)): number {
  if (expected <= 0) return 0
  let r = Math.max(0, Math.floor(expected + z * Math.sqrt(expected)))
  let before = poissonAtMost(r - 1, expected)
  while (r > 0 && before >= p) before = poissonAtMost(--r - 1, expected)
  let at = poissonAtMost(r, expected)
  while (at < p) {
    before = at
    at = poissonAtMost(++r, expected)
  }
  return Math.max(0, r - (at - p) / (at - before))
}

const marks = { low998: 0.001, low95: 0.025, high95: 0.975, high998: 0.999 }
const zs = {
  low998: normalQuantile(marks.low998),
  low95: normalQuantile(marks.low95),
  high95: normalQuantile(marks.high95),
  high998: normalQuantile(marks.high998),
}

/** Limits of a count around what is expected by chance. */
export function limitsOf(expected: number): Limits {
  const at = (mark: keyof Limits) => countLimit(expected, marks[mark], zs[mark])
  return { low998: at('low998'), low95: at('low95'), high95: at('high95'), high998: at('high998') }
}

/** The same limits for areas whose variance is `factor` times that of chance. */
export function widened(limits: Limits, expected: number, factor: number): Limits {
  const wide = (limit: number) => Math.max(0, expected + Math.sqrt(factor) * (limit - expected))
  return {
    low998: wide(limits.low998),
    low95: wide(limits.low95),
    high95: wide(limits.high95),
    high998: wide(limits.high998),
  }
}

export function placeOf(count: number, limits: Limits): Place {
  if (count < limits.low998) return 'below998'
  if (count < limits.low95) return 'below95'
  if (count > limits.high998) return 'above998'
  return count > limits.high95 ? 'above95' : 'within'
}

/** With fewer areas nothing is said about how much they differ in general. */
export const fewestForSpread = 10

export type Spread = { areas: number; phi: number; factor: number }

/**
 * How much more areas differ than chance explains (Spiegelhalter 2005, section 4): the mean of the squared z, the outermost tenth on each side pulled in
 * to the next (winsorised), so that a few real outliers do not widen the limits for themselves. `factor` is 1 where φ is not above 1 + 2·√(2 / areas).
 */
export function spreadOf(areas: readonly { count: number; expected: number }[]): Spread | null {
  const some = areas.filter((one) => one.expected > 0)
  if (some.length < fewestForSpread) return null
  const z = some.map((one) => (one.count - one.expected) / Math.sqrt(one.expected)).sort((a, b) => a - b)
  const cut = Math.floor(z.length / 10)
  const [low, high] = [z[cut] ?? 0, z[z.length - 1 - cut] ?? 0]
  const phi = z.reduce((sum, one) => sum + Math.min(high, Math.max(low, one)) ** 2, 0) / z.length
  return { areas: z.length, phi, factor: phi > 1 + 2 * Math.sqrt(2 / z.length) ? phi : 1 }
}
