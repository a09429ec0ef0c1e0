/** Who is born: children of the youngest group per possible mother (per adult where sex is not known), country, drift and area. */
import type { Ages } from './ages.ts'
import type { Pair } from './change.ts'
import type { Level } from './parents.ts'
import { blockOf, type Population, womenAmong } from './population.ts'
import { trueVariance } from './shrink.ts'

export type Children = {
  /** [sex]: logarithm of the country's ratio, and how it moves in a year. */
  country: Float64Array
  drift: Float64Array
  /** [area][sex]: what an area's ratio is of the country's. */
  own: Float64Array
}

const priorSpread = 0.1 ** 2
const priorWeight = 3

/** Births follow the ages of mothers: a bell around 30.5 years, 5.6 wide (roughly Germany's). */
const bell = (age: number) => (age < 15 || age >= 50 ? 0 : Math.exp(-0.5 * ((age - 30.5) / 5.6) ** 2))

/** How much each single year counts for the births of a year, and for the children that the youngest group holds now. */
export function parenthood(ages: Ages): { yearly: Float64Array; ofGroup: Float64Array } {
  const yearly = new Float64Array(ages.size)
  const ofGroup = new Float64Array(ages.size)
  const width = ages.starts[1]!
  // A table that begins at twenty is entered by twenty-year-olds, whose parents are twenty years older too.
  for (let x = 0; x < ages.size; x += 1) {
    yearly[x] = bell(x + 0.5)
    for (let k = 0; k < width; k += 1) ofGroup[x]! += bell(x + 0.5 - k)
  }
  return { yearly, ofGroup }
}

/** The possible parents in an area, weighted. */
export function parentsOf(
  ages: Ages,
  single: Float64Array,
  area: number,
  sexes: number,
  women: number,
  weights: Float64Array,
): number {
  let sum = 0
  for (let s = Math.max(0, women); s < (women < 0 ? sexes : women + 1); s += 1) {
    const at = (area * sexes + s) * ages.size
    for (let x = 0; x < ages.size; x += 1) if (weights[x]! > 0) sum += weights[x]! * single[at + x]!
  }
  return sum
}

type Past = {
  singles: readonly Float64Array[]
  start: number
  fade: number
  levels: readonly Level[]
  pairs: readonly Pair[]
  ratios: Float64Array
}

export function childrenOf(
  population: Population,
  ages: Ages,
  { singles, start, fade, levels, pairs, ratios }: Past,
): Children {
  const { areas, sexes, years, values } = population
  const { ofGroup, yearly } = parenthood(ages)
  const women = womenAmong(sexes)
  const count = ages.groups.length
  const block = blockOf(population)
  const now = years.at(-1)!
  const parents = singles.map((single) =>
    Float64Array.from(areas, (_, a) => parentsOf(ages, single, a, sexes.length, women, ofGroup)),
  )
  const result: Children = {
    country: new Float64Array(sexes.length),
    drift: new Float64Array(sexes.length),
    own: new Float64Array(areas.length * sexes.length).fill(1),
  }
  for (let s = 0; s < sexes.length; s += 1) {
    const kids = (y: number, a: number) => values[(start + y) * block + (a * sexes.length + s) * count]!
    const seen: { y: number; ago: number; weight: number; log: number }[] = []
    parents.forEach((mothers, y) => {
      let born = 0
      let adults = 0
      for (let a = 0; a < areas.length; a += 1) {
        if (Number.isNaN(kids(y, a) + mothers[a]!)) continue
        born += kids(y, a)
        adults += mothers[a]!
      }
      const ago = now - years[start + y]!
      if (born > 0 && adults > 0) seen.push({ y, ago, weight: fade ** ago, log: Math.log(born / adults) })
    })
    // What each pair of years adds to the youngest group beyond those who were in it already.
    const born = pairs.flatMap(({ end, gap, weight, usable, aged, counted }) => {
      let children = counted[s * count]!
      for (let x = gap; x < ages.starts[1]!; x += 1)
        children -= aged[s * ages.size + x]! * Math.exp(gap * ratios[s * ages.size + x]!)
      let adults = 0
      for (let a = 0; a < areas.length; a += 1)
        if (usable[a] === 1) adults += parentsOf(ages, singles[end - start]!, a, sexes.length, women, yearly)
      const all = seen.find(({ y }) => y === end - start)
      if (!all || gap >= ages.starts[1]! || !(children > 0 && adults > 0)) return []
      // A surprise of more than a third is the splitting of the group, not the stork.
      const log = Math.max(all.log - 0.3, Math.min(all.log + 0.3, Math.log(children / gap / adults)))
      return [{ ago: now - years[end]!, weight, log }]
    })
    const line = throughLogs(born.length > 0 ? born : seen)
    result.country[s] = line.now
    result.drift[s] = line.slope
    for (const { of, count: many } of levels) {
      const expected = new Float64Array(many)
      const counted = new Float64Array(many)
      for (const { y, weight, log } of seen)
        for (let a = 0; a < areas.length; a += 1) {
          const mothers = parents[y]![a]! * Math.exp(log) * result.own[a * sexes.length + s]!
          if (Number.isNaN(kids(y, a) + mothers)) continue
          expected[of[a]!]! += weight * mothers
          counted[of[a]!]! += weight * kids(y, a)
        }
      const ratios = counted.map((one, p) => (expected[p]! > 0 ? one / expected[p]! : Number.NaN))
      // Children stay in the group for years: neighbouring years are nearly one observation.
      const noise = expected.map((one) => (one > 0 ? Math.max(1, Math.min(3, seen.length / 2)) / one : 1))
      const spread = trueVariance(ratios, noise, priorSpread, priorWeight)
      for (let a = 0; a < areas.length; a += 1) {
        const p = of[a]!
        if (Number.isNaN(ratios[p]!)) continue
        result.own[a * sexes.length + s]! *= Math.max(0.1, 1 + (spread / (spread + noise[p]!)) * (ratios[p]! - 1))
      }
    }
  }
  return result
}

/** A weighted line, its slope held down as if four more years had shown none. */
function throughLogs(seen: readonly { ago: number; weight: number; log: number }[]): { now: number; slope: number } {
  let weights = 0
  let logs = 0
  let agos = 0
  for (const { ago, weight, log } of seen) {
    weights += weight
    logs += weight * log
    agos += weight * ago
  }
  if (weights === 0) return { now: Number.NEGATIVE_INFINITY, slope: 0 }
  let across = 0
  let along = 4
  for (const { ago, weight, log } of seen) {
    along += weight * (ago - agos / weights) ** 2
    across -= weight * (ago - agos / weights) * (log - logs / weights)
  }
  const slope = across / along
  return { now: logs / weights + (slope * agos) / weights, slope }
}
