// Five classes for a map: limits are round numbers, so that a legend can be read aloud. Pure, tested on its own.
import { niceStep } from '#kit/charts/scale.ts'

export type ClassScale = { kind: 'sequential' } | { kind: 'diverging'; around: number; label: string }

/** Four limits between five classes; fewer where the numbers do not carry five. */
export function limitsOf(values: readonly number[], scale: ClassScale): number[] {
  if (values.length === 0) return []
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[0] ?? 0
  const high = sorted.at(-1) ?? low
  if (low === high) return []
  if (scale.kind === 'diverging') {
    const far = Math.max(Math.abs(high - scale.around), Math.abs(low - scale.around))
    const step = niceStep(far / 2, 1)
    return [-1.5, -0.5, 0.5, 1.5].map((times) => tidy(scale.around + times * step))
  }
  const step = niceStep(high - low, 40)
  const limits = [0.2, 0.4, 0.6, 0.8].map((share) => tidy(Math.round(quantile(sorted, share) / step) * step))
  return [...new Set(limits)].filter((limit) => limit > low && limit <= high)
}

/** The class of a value: 0 below the first limit; with fewer than four limits the classes spread over all five colours. */
export function classOf(value: number, limits: readonly number[]): number {
  const at = limits.filter((limit) => value >= limit).length
  return limits.length === 4 ? at : limits.length === 0 ? 2 : Math.round((at / limits.length) * 4)
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

const tidy = (value: number) => Number(value.toPrecision(12))
