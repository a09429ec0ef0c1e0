/**
 * How the cohorts of each area are expected to change in a year: the country's ratios, and each area's departure from them as far as
 * its past earns belief (Land towards country, county towards Land, municipality towards county).
 */
import { type Ages, agesOf, hazard } from './ages.ts'
import { allOlder, type Pair, pairsOf } from './change.ts'
import { type Children, childrenOf } from './children.ts'
import { countryRatios } from './country.ts'
import { type Level, levelsOf } from './parents.ts'
import { blockOf, type Population } from './population.ts'
import { priorNoise, trueVariance } from './shrink.ts'
import { carryOn, smoothSingles } from './singles.ts'

export type Fit = {
  ages: Ages
  /** Single years of the last year, [area][sex][age]. */
  last: Float64Array
  /** [sex][age]: logarithm of the country's yearly ratio. */
  country: Float64Array
  /** [area][sex][group]: what an area's yearly ratio is of the country's. */
  own: Float64Array
  children: Children
}

const setting = {
  fade: 0.65,
  pairs: 7,
  priorSpread: 0.004 ** 2,
  priorWeight: 3,
}

export function fit(population: Population): Fit {
  const ages = agesOf(population.groups)
  const { areas, sexes } = population
  const levels = [...levelsOf(areas).slice(1), { of: Int32Array.from(areas, (_, a) => a), count: areas.length }]
  const start = Math.max(0, population.years.length - 1 - setting.pairs)
  const singles = smoothSingles(population, ages, start)
  let pairs = pairsOf(population, ages, singles, start, setting.fade)
  let country = countryRatios(ages, pairs, sexes.length)
  if (pairs.length > 0) {
    carryOn(population, ages, singles, start, { country, moves: movesOf(ages, country, sexes.length) })
    pairs = pairsOf(population, ages, singles, start, setting.fade)
    country = countryRatios(ages, pairs, sexes.length)
  }
  const own = ownRatios(population, ages, { singles, start, pairs, country, levels })
  const children = childrenOf(population, ages, { singles, start, fade: setting.fade, levels, pairs, ratios: country })
  return { ages, last: singles.at(-1)!, country, own, children }
}

/** [age]: how far the country's ratio is from staying alive, the mean of the sexes. */
export function movesOf(ages: Ages, country: Float64Array, sexes: number): Float64Array {
  const moves = new Float64Array(ages.size)
  for (let at = 0; at < country.length; at += 1) {
    const age = ages.youngest + (at % ages.size)
    if (age < 65) moves[at % ages.size]! += Math.abs(country[at]! + hazard(age)) / sexes
  }
  return moves
}

type Past = {
  singles: readonly Float64Array[]
  start: number
  pairs: readonly Pair[]
  country: Float64Array
  levels: readonly Level[]
}

function ownRatios(population: Population, ages: Ages, { singles, start, pairs, country, levels }: Past): Float64Array {
  const own = new Float64Array(blockOf(population)).fill(1)
  const expected = pairs.map((pair) => expectedOf(population, ages, singles[pair.end - 1 - start]!, pair, country))
  for (const level of levels) narrow(population, pairs, expected, level, own)
  return own
}

/** [area][sex][group]: who would be counted at the end of a pair if an area were like the country; NaN where that cannot be said. */
function expectedOf(
  population: Population,
  ages: Ages,
  single: Float64Array,
  pair: Pair,
  country: Float64Array,
): Float64Array {
  const count = ages.groups.length
  const sexes = population.sexes.length
  const expected = new Float64Array(blockOf(population)).fill(Number.NaN)
  const yearly = country.map((log) => Math.exp(log * pair.gap))
  const later = new Float64Array(ages.size)
  for (let line = 0; line < population.areas.length * sexes; line += 1) {
    if (pair.usable[Math.floor(line / sexes)] === 0) continue
    allOlder(ages, single, line * ages.size, pair.gap, later)
    const of = (line % sexes) * ages.size
    for (let g = 0; g < count; g += 1) {
      if (ages.starts[g]! < pair.gap) continue
      let sum = 0
      for (let x = ages.starts[g]!; x < ages.starts[g + 1]!; x += 1) sum += later[x]! * yearly[of + x]!
      expected[line * count + g] = sum
    }
  }
  return expected
}

/** Multiplies every area's ratio by that of its parent at this level, as far as it is believed. */
function narrow(
  population: Population,
  pairs: readonly Pair[],
  expected: readonly Float64Array[],
  { of, count }: Level,
  own: Float64Array,
) {
  const { areas, values } = population
  const block = blockOf(population)
  const step = block / areas.length
  for (let at = 0; at < step; at += 1) {
    const sums = pairs
      .map((pair, p) => {
        const was = new Float64Array(count)
        const is = new Float64Array(count)
        let before = 0
        let after = 0
        for (let a = 0; a < areas.length; a += 1) {
          const i = a * step + at
          const people = expected[p]![i]! * (pair.gap === 1 ? own[i]! : own[i]! ** pair.gap)
          if (Number.isNaN(people)) continue
          was[of[a]!]! += people
          is[of[a]!]! += values[pair.end * block + i]!
          before += people
          after += values[pair.end * block + i]!
        }
        // What all areas share in a year is not theirs.
        const common = before > 0 && after > 0 ? after / before : Number.NaN
        return {
          was: was.map((one) => one * common),
          is,
          weight: pair.weight,
          gap: pair.gap,
          known: !Number.isNaN(common),
        }
      })
      .filter(({ known }) => known)
    if (sums.length === 0) continue
    const believed = believe(sums, count)
    for (let a = 0; a < areas.length; a += 1) own[a * step + at]! *= believed[of[a]!]!
  }
}

type Sum = { was: Float64Array; is: Float64Array; weight: number; gap: number }

/** Each parent's yearly ratio, shrunk towards 1. */
function believe(sums: readonly Sum[], count: number): Float64Array {
  const ratios = new Float64Array(count)
  const people = new Float64Array(count)
  let weights = 0
  let squares = 0
  let gaps = 0
  for (const { was, is, weight, gap } of sums) {
    weights += weight
    squares += weight * weight
    gaps += weight * gap
    for (let p = 0; p < count; p += 1) {
      people[p]! += weight * was[p]!
      ratios[p]! += weight * is[p]!
    }
  }
  for (let p = 0; p < count; p += 1) ratios[p] = people[p]! > 0 ? ratios[p]! / people[p]! : Number.NaN
  // The noise of one expected person, from how the years differ among themselves.
  let scatter = 10 * priorNoise
  let freedom = 10
  if (sums.length > 1)
    for (const { was, is } of sums)
      for (let p = 0; p < count; p += 1)
        if (was[p]! > 5) {
          scatter += Math.min(25, (is[p]! - ratios[p]! * was[p]!) ** 2 / was[p]!)
          freedom += 1 - 1 / sums.length
        }
  const perPerson = ((scatter / freedom) * squares) / weights
  const noise = people.map((one) => (one > 0 ? perPerson / one : 1))
  const gap = gaps / weights
  const spread = trueVariance(ratios, noise, setting.priorSpread * gap, setting.priorWeight)
  return ratios.map((ratio, p) =>
    Number.isNaN(ratio) ? 1 : Math.max(0.2, 1 + (spread / (spread + noise[p]!)) * (ratio - 1)) ** (1 / gap),
  )
}
