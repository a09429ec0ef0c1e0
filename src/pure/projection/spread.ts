/**
 * How wide the intervals are. On the scale of square roots, where counts have a steady spread (Anscombe, Biometrika 35, 1948), an
 * error's variance is a part that every count has and a part that grows with the people: φ + τ²·N. How both grow with the years is
 * taken from back-tests on official figures; how large they are is measured on the table itself, where it has years enough.
 */
import { blockOf, type Population, until } from './population.ts'

/** [sex·group] for one horizon. */
export type Spread = { chance: Float64Array; change: Float64Array }
/** Yearly scale of the process by group: what it is expected to be before the table has been asked. */
export type Scale = { yearly: Float64Array; chance: Float64Array }

/** Half of 80 % lies this many standard deviations from the middle. */
const eighty = 1.2816
const spreading = {
  years: 0.6,
  common: 0.004,
  chanceYears: 0.5,
  mostChance: 1.2,
  samples: 300,
  origins: 3,
  longest: 6,
  prior: 1,
}

/** The spread after `h` years before it is measured. */
export function spreadAfter({ yearly, chance }: Scale, h: number): Spread {
  return {
    change: yearly.map((one) => (one * h ** spreading.years) ** 2 + (spreading.common * h) ** 2),
    chance: chance.map((one) => Math.min(Math.max(one, spreading.mostChance), one * h ** spreading.chanceYears)),
  }
}

/** By how much the variance is larger than expected: [group][power of two of the people]. */
export type Calibration = { factors: Float64Array; errors: number; reach: number }

const powers = 28
const powerOf = (people: number) => Math.min(powers - 1, 32 - Math.clz32(people))

export const plain = (groups: number): Calibration => ({
  factors: new Float64Array(groups * powers).fill(1),
  errors: 0,
  reach: 0,
})

type Forecaster = (population: Population, horizon: number) => { values: Float64Array; scaleAt: (h: number) => Scale }

/** Asks the table: forecasts from its own earlier years against what came. */
export function calibrate(population: Population, forecaster: Forecaster): Calibration {
  const asked = sample(population)
  const { years, sexes, groups } = asked
  const block = blockOf(asked)
  const errors: Errors[] = groups.map(() => ({ people: [], ratios: [] }))
  const origins: number[] = []
  let reach = 0
  for (let o = years.length - 2; o >= 1 && origins.length < spreading.origins; o -= 1) origins.push(o)
  for (const o of origins) {
    const known = until(asked, years[o]!)
    const last = years.findLastIndex((year) => year - years[o]! <= spreading.longest)
    if (last <= o) continue
    const { values, scaleAt } = forecaster(known, years[last]! - years[o]!)
    reach = Math.max(reach, years[last]! - years[o]!)
    for (let y = o + 1; y <= last; y += 1) {
      const h = years[y]! - years[o]!
      const spread = spreadAfter(scaleAt(h), h)
      for (let at = 0; at < block; at += 1) {
        const came = asked.values[y * block + at]!
        const said = values[(h - 1) * block + at]!
        if (Number.isNaN(came) || !(said > 0) || (came === 0 && said < 1)) continue
        const i = at % (sexes.length * groups.length)
        const error = 2 * Math.abs(Math.sqrt(came) - Math.sqrt(said))
        const of = errors[i % groups.length]!
        of.people.push(said)
        of.ratios.push(error / Math.sqrt(spread.chance[i]! + said * spread.change[i]!))
      }
    }
  }
  return { ...measured(errors, origins.length), reach }
}

type Errors = { people: number[]; ratios: number[] }
type End = { log: number; factor: number }

/** Four fifths of the errors of the smaller and of the larger half must lie inside; between and beyond, sizes follow in proportion. */
function measured(errors: readonly Errors[], origins: number): Calibration {
  const result = plain(errors.length)
  const trust = origins / (origins + spreading.prior)
  const all = halves({ people: errors.flatMap(({ people }) => people), ratios: errors.flatMap(({ ratios }) => ratios) })
  errors.forEach((of, g) => {
    const ends = of.people.length >= 60 ? halves(of) : all
    if (!ends) return
    result.errors += of.people.length
    const [low, high] = ends
    for (let power = 0; power < powers; power += 1) {
      const along = ((power - 0.5) * Math.LN2 - low.log) / (high.log - low.log)
      const way = high.log > low.log + 0.7 ? Math.min(1, Math.max(0, along)) : 0.5
      const log = low.factor + way * (high.factor - low.factor)
      result.factors[g * powers + power] = Math.exp(2 * trust * Math.max(-1.2, Math.min(1.2, log)))
    }
  })
  return result
}

function halves({ people, ratios }: Errors): [End, End] | null {
  if (people.length < 20) return null
  const sizes = Float64Array.from(people).sort()
  const middle = sizes[sizes.length >> 1]!
  const end = (belongs: (size: number) => boolean, size: number): End => {
    const part = Float64Array.from(ratios.filter((_, i) => belongs(people[i]!))).sort()
    const fifth = part[Math.floor(0.8 * part.length)] ?? eighty
    return { log: Math.log(Math.max(1, size)), factor: Math.log(Math.max(0.05, fifth / eighty)) }
  }
  return [
    end((size) => size <= middle, sizes[sizes.length >> 2]!),
    end((size) => size >= middle, sizes[(3 * sizes.length) >> 2]!),
  ]
}

/** Every so many-th area, so that a table of a whole country is asked in the same time as that of a Land. */
function sample(population: Population): Population {
  const every = Math.ceil(population.areas.length / spreading.samples)
  if (every === 1) return population
  const areas = population.areas.filter((_, a) => a % every === 0)
  const one = blockOf(population) / population.areas.length
  const values = new Float64Array(population.years.length * areas.length * one)
  for (let line = 0; line < population.years.length * areas.length; line += 1) {
    const from = Math.floor(line / areas.length) * population.areas.length + (line % areas.length) * every
    values.set(population.values.subarray(from * one, (from + 1) * one), line * one)
  }
  return { ...population, areas, values }
}

/** What was measured on few years makes the intervals of many years wider, but narrower only as far as it reaches. */
export function factorsAfter({ factors, reach }: Calibration, h: number): Float64Array {
  const share = Math.min(1, reach / h) ** 0.5
  return factors.map((factor) => (factor < 1 ? factor ** share : factor))
}

/** Low and high of one year of `values`, from `at` to below `end`; `factors` as they are for that year. */
export function bounds(
  values: Float64Array,
  from: number,
  end: number,
  { chance, change }: Spread,
  factors: Float64Array,
  low: Float64Array,
  high: Float64Array,
) {
  const width = chance.length
  const groups = factors.length / powers
  const quarter = eighty ** 2 / 4
  for (let at = from, i = 0, row = 0; at < end; at += 1) {
    const people = values[at]!
    const half = Math.sqrt(quarter * factors[row + powerOf(people)]! * (chance[i]! + people * change[i]!))
    const root = Math.sqrt(people)
    const down = root > half ? root - half : 0
    low[at] = down * down
    high[at] = (root + half) * (root + half)
    i += 1
    row += powers
    if (i === width) i = 0
    if (i % groups === 0) row = 0
  }
}

/**
 * The interval of a sum. Errors of ages cancel in part, down to those that all ages of an area share; errors of areas and of sexes are
 * taken not to (a surprise of the country is everybody's).
 */
export function boundsOfSum(
  people: number,
  { chance, change }: Spread,
  h: number,
  cells: readonly number[],
  ages: number,
): [number, number] {
  let spread = 0
  let counts = 0
  for (const i of cells) {
    spread += change[i]! / cells.length
    counts += chance[i]! / cells.length
  }
  const shared = (0.003 * h ** spreading.years) ** 2 + (spreading.common * h) ** 2
  const half = (eighty / 2) * Math.sqrt(counts + people * (shared + Math.max(0, spread - shared) / ages))
  const root = Math.sqrt(people)
  return [Math.max(0, root - half) ** 2, (root + half) ** 2]
}
