/**
 * Small-area projection: what a population may be in the years to come, by area, sex and age, with 80 % intervals. The method and its
 * measured errors are in README.md.
 */
import { forecast } from './forecast.ts'
import { constant, linear } from './peers.ts'
import { blockOf, type Population, until } from './population.ts'
import { roundYear } from './rounding.ts'
import { bounds, calibrate, factorsAfter, type Spread, spreadAfter } from './spread.ts'

export type Projection = {
  years: readonly number[]
  /** [year][area][sex][group] */
  values: Float64Array
  low: Float64Array
  high: Float64Array
  /** One per year: what a sum's interval is made of. */
  spreads: readonly Spread[]
}

/** @param population every number of the last year known; `decimals` of its numbers, which the projection's have too. */
export function project(population: Population, to: number, decimals = 0): Projection {
  const last = population.years.at(-1)!
  const horizon = to - last
  const block = blockOf(population)
  const { areas, sexes, groups } = population
  const { values, scaleAt } = forecast(population, horizon)
  const calibration = calibrate(population, forecast)
  const low = new Float64Array(values.length)
  const high = new Float64Array(values.length)
  const unit = 10 ** decimals
  const spreads: Spread[] = []
  for (let h = 1; h <= horizon; h += 1) {
    const from = (h - 1) * block
    const spread = widest(spreadAfter(scaleAt(h), h), spreads.at(-1))
    spreads.push(spread)
    bounds(values, from, from + block, spread, factorsAfter(calibration, h), low, high)
    if (unit !== 1) for (let at = from; at < from + block; at += 1) values[at]! *= unit
    roundYear(values, from, areas.length, sexes.length, groups.length)
    around(values, from, from + block, unit, low, high)
  }
  return { years: Array.from({ length: horizon }, (_, h) => last + h + 1), values, low, high, spreads }
}

/** Bounds in the table's own unit, with the rounded value between them. */
function around(values: Float64Array, from: number, end: number, unit: number, low: Float64Array, high: Float64Array) {
  for (let at = from; at < end; at += 1) {
    const value = values[at]!
    low[at] = Math.min(value, Math.ceil(low[at]! * unit)) / unit
    high[at] = Math.max(value, Math.floor(high[at]! * unit)) / unit
    values[at] = value / unit
  }
}

/** Nobody is surer of a later year. */
function widest(spread: Spread, before: Spread | undefined): Spread {
  if (!before) return spread
  return {
    chance: spread.chance.map((one, i) => Math.max(one, before.chance[i]!)),
    change: spread.change.map((one, i) => Math.max(one, before.change[i]!)),
  }
}

export type BackTest = {
  /** The last year that was known, and the one that was foretold from it. */
  known: number
  year: number
  /** Mean absolute percentage errors of single numbers and of areas as a whole. */
  cells: number
  areas: number
  constant: number
  linear: number
  /** The share of single numbers inside their 80 % interval. */
  inside: number
}

/** Foretells the last year from those before it; null where there is only one before it or none. */
export function backTest(population: Population, decimals = 0): BackTest | null {
  const { years } = population
  const year = years.at(-1)!
  const known = years.at(-2)
  if (known === undefined) return null
  const block = blockOf(population)
  const before = withKnown(until(population, known))
  const then = population.values.subarray((years.length - 1) * block)
  const { values, low, high } = project(before, year, decimals)
  const from = values.length - block
  const said = values.subarray(from)
  let inside = 0
  let count = 0
  for (let at = 0; at < block; at += 1) {
    if (Number.isNaN(then[at]!) || Number.isNaN(said[at]!)) continue
    count += 1
    if (then[at]! >= low[from + at]! && then[at]! <= high[from + at]!) inside += 1
  }
  const one = block / population.areas.length
  return {
    known,
    year,
    cells: meanError(said, then, 1),
    areas: meanError(said, then, one),
    constant: meanError(constant(before), then, 1),
    linear: meanError(linear(before, year - known), then, 1),
    inside: count > 0 ? inside / count : Number.NaN,
  }
}

/** Areas that came only later count as nobody; they are left out of the errors. */
function withKnown(population: Population): Population {
  const block = blockOf(population)
  const values = population.values.slice()
  for (let at = values.length - block; at < values.length; at += 1) if (Number.isNaN(values[at]!)) values[at] = 0
  return { ...population, values }
}

/** Mean of |said / came − 1| over sums of `parts` numbers each; where nobody was, there is no percentage. */
export function meanError(said: Float64Array, came: Float64Array, parts: number): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < came.length; at += parts) {
    let foretold = 0
    let counted = 0
    for (let i = at; i < at + parts; i += 1) {
      foretold += said[i]!
      counted += came[i]!
    }
    if (!(counted > 0) || Number.isNaN(foretold)) continue
    sum += Math.abs(foretold / counted - 1)
    count += 1
  }
  return count > 0 ? sum / count : Number.NaN
}
