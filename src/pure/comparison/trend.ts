// The course of counts on one basis: how they change per year, and how sure that is. Log-linear quasi-Poisson regression.
import { tQuantile } from '#pure/distributions/distributions.ts'

/** `time` in years; `people`: among how many; 1 where only the counts are known. */
export type Counted = { time: number; count: number; people: number }
export type Fit = {
  level: number
  slope: number
  /** Pearson's dispersion as it is; what is used is never below 1. */
  dispersion: number
  df: number
  /** Mean and its variance at a time, for so many people. */
  at: (time: number, people: number) => { mean: number; variance: number }
  slopeVariance: number
}

/**
 * Maximum likelihood by Newton's steps (McCullagh and Nelder 1989). `sloped: false` keeps the level only. Null where nothing can be said: no events,
 * too few points, or no end of the steps.
 */
export function fit(points: readonly Counted[], sloped: boolean): Fit | null {
  const df = points.length - (sloped ? 2 : 1)
  const total = points.reduce((sum, one) => sum + one.count, 0)
  const people = points.reduce((sum, one) => sum + one.people, 0)
  if (df < 1 || total === 0) return null
  const middle = points.reduce((sum, one) => sum + one.time, 0) / points.length
  let [a, b] = [Math.log(total / people), 0]
  const mean = (one: Omit<Counted, 'count'>) => one.people * Math.exp(a + b * (one.time - middle))
  const information = () => {
    let [i0, i1, i2] = [0, 0, 0]
    for (const one of points) {
      const [mu, x] = [mean(one), one.time - middle]
      i0 += mu
      i1 += mu * x
      i2 += mu * x * x
    }
    return { i0, i1, i2, det: i0 * i2 - i1 * i1 }
  }
  if (sloped) {
    let settled = false
    for (let step = 0; step < 50 && !settled; step++) {
      let [s0, s1] = [0, 0]
      for (const one of points) {
        const gap = one.count - mean(one)
        s0 += gap
        s1 += gap * (one.time - middle)
      }
      const { i0, i1, i2, det } = information()
      if (!(det > 0)) return null
      const [da, db] = [(i2 * s0 - i1 * s1) / det, (i0 * s1 - i1 * s0) / det]
      a += da
      b += db
      settled = Math.abs(da) + Math.abs(db) < 1e-11
    }
    if (!settled) return null
  }
  const dispersion = points.reduce((sum, one) => sum + (one.count - mean(one)) ** 2 / mean(one), 0) / df
  const used = Math.max(1, dispersion)
  const { i0, i1, i2, det } = information()
  const at = (time: number, among: number) => {
    const x = time - middle
    const onLog = sloped ? (i2 - 2 * x * i1 + x * x * i0) / det : 1 / i0
    const mu = mean({ time, people: among })
    return { mean: mu, variance: used * onLog * mu * mu }
  }
  return { level: a - b * middle, slope: b, dispersion, df, at, slopeVariance: sloped ? (used * i0) / det : 0 }
}

/** Fewer values on one basis say nothing about a direction. */
export const fewestForTrend = 4

export type Trend = { yearly: number; low: number; high: number; direction: 'up' | 'down' | 'none'; points: number }

/** The change per year as a share (0.03: three per cent more each year) with its interval of 95 %, by Student's t for the few years that there are. */
export function trendOf(points: readonly Counted[]): Trend | null {
  const line = points.length < fewestForTrend ? null : fit(points, true)
  if (!line) return null
  const wide = tQuantile(0.975, line.df) * Math.sqrt(line.slopeVariance)
  const [low, high] = [Math.expm1(line.slope - wide), Math.expm1(line.slope + wide)]
  const direction = low > 0 ? 'up' : high < 0 ? 'down' : 'none'
  return { yearly: Math.expm1(line.slope), low, high, direction, points: points.length }
}
