/**
 * What the past says about how cohorts change: for every pair of neighbouring years the people of a group, and those whom the same
 * cohort counted before (the cohort change ratio of Hamilton and Perry is the one divided by the other), per area, sex and group.
 */
import type { Ages } from './ages.ts'
import { blockOf, type Population } from './population.ts'

export type Pair = {
  /** The year that ends it, as an index, and the years it spans. */
  end: number
  gap: number
  /** How much this pair counts: the past fades. */
  weight: number
  /** Areas whose boundary did not move and that are known at both ends. */
  usable: Uint8Array
  /** All usable areas together: [sex][age] a pair older, and [sex][group] as counted. */
  aged: Float64Array
  counted: Float64Array
}

/** More than this in one year, beyond its size's chance, is a boundary that moved, not people. */
const rebuilt = 0.2

/** @param singles [year from start][area][sex][age] */
export function pairsOf(
  population: Population,
  ages: Ages,
  singles: readonly Float64Array[],
  start: number,
  fade: number,
): Pair[] {
  const { areas, sexes, years, values } = population
  const count = ages.groups.length
  const block = blockOf(population)
  const pairs: Pair[] = []
  const later = new Float64Array(ages.size)
  for (let end = start + 1; end < years.length; end += 1) {
    const gap = years[end]! - years[end - 1]!
    const usable = Uint8Array.from(areas, (_, a) => (sameArea(population, end, a, gap) ? 1 : 0))
    const aged = new Float64Array(sexes.length * ages.size)
    const counted = new Float64Array(sexes.length * count)
    const single = singles[end - 1 - start]!
    for (let line = 0; line < areas.length * sexes.length; line += 1) {
      if (usable[Math.floor(line / sexes.length)] === 0) continue
      const s = line % sexes.length
      allOlder(ages, single, line * ages.size, gap, later)
      for (let x = 0; x < ages.size; x += 1) aged[s * ages.size + x]! += later[x]!
      for (let g = 0; g < count; g += 1) counted[s * count + g]! += values[end * block + line * count + g]!
    }
    pairs.push({ end, gap, weight: fade ** (years.at(-1)! - years[end]!), usable, aged, counted })
  }
  return pairs
}

/** Who is `x` years old `gap` years later, if nobody comes, goes or dies; none where they are not yet born. */
export function older({ size, open }: Ages, single: Float64Array, at: number, x: number, gap: number): number {
  if (x < size - 1 || !open) return x < gap ? 0 : single[at + x - gap]!
  let sum = 0
  for (let k = 0; k <= Math.min(gap, x); k += 1) sum += single[at + x - k]!
  return sum
}

/** The same for every age of one area and sex. */
export function allOlder(ages: Ages, single: Float64Array, at: number, gap: number, into: Float64Array) {
  const last = ages.size - 1
  for (let x = 0; x < last; x += 1) into[x] = x < gap ? 0 : single[at + x - gap]!
  into[last] = older(ages, single, at, last, gap)
}

function sameArea(population: Population, end: number, area: number, gap: number): boolean {
  const block = blockOf(population)
  const one = block / population.areas.length
  let old = 0
  let now = 0
  for (let at = area * one; at < (area + 1) * one; at += 1) {
    old += population.values[(end - 1) * block + at]!
    now += population.values[end * block + at]!
  }
  if (Number.isNaN(old) || Number.isNaN(now)) return false
  const chance = 4 / Math.sqrt(Math.max(1, Math.min(old, now)))
  return Math.abs(Math.log((now + 1) / (old + 1))) - chance <= rebuilt * Math.sqrt(gap)
}
