/** The point forecast: cohorts that walk on, brought to totals between their own sum and the area's growth; and how sure it is. */
import type { Ages } from './ages.ts'
import { type Fit, fit, movesOf } from './fit.ts'
import { grown, growthOf } from './growth.ts'
import { blockOf, type Population } from './population.ts'
import type { Scale } from './spread.ts'
import { walk } from './step.ts'

const mixing = { cohorts: 0.4 }
/** With fewer groups nobody can see cohorts; each number then follows its own growth. */
const fewestGroups = 3
const prior = { total: 0.003, chance: 0.2, alone: 0.28, still: 0.007, moving: 0.35, newborn: 0.02, edges: 1.5 }
/** Without a second year nobody has seen who moves: most do between eighteen and thirty. */
const unseen = { young: 0.03, others: 0.008 }

export type Forecast = { values: Float64Array; scaleAt: (h: number) => Scale }

/** [year][area][sex][group] for each of the next `horizon` years. */
export function forecast(population: Population, horizon: number): Forecast {
  if (population.groups.length < fewestGroups) return grow(population, horizon)
  const { areas, years } = population
  const fitted = fit(population)
  const values = walk(population, fitted, horizon)
  const totals = totalsOf(population)
  const growth = growthOf(areas, years, totals)
  const block = blockOf(population)
  const one = block / areas.length
  const now = totals.subarray((years.length - 1) * areas.length)
  // A single year does not say who comes and goes: then as many stay as there are.
  const growthShare = years.length < 2 ? 1 : 1 - mixing.cohorts
  for (let h = 1; h <= horizon; h += 1) {
    const factors = grown(growth, h)
    for (let a = 0; a < areas.length; a += 1) {
      const at = (h - 1) * block + a * one
      let sum = 0
      for (let i = 0; i < one; i += 1) sum += values[at + i]!
      if (!(sum > 0)) continue
      const scale = ((now[a]! * factors[a]!) / sum) ** growthShare
      for (let i = 0; i < one; i += 1) values[at + i]! *= scale
    }
  }
  return { values, scaleAt: scales(fitted, population.sexes.length, years.length) }
}

/** [year][area] sums; NaN where a part is not known. */
function totalsOf({ areas, years, values, sexes, groups }: Population): Float64Array {
  const one = sexes.length * groups.length
  const totals = new Float64Array(years.length * areas.length)
  for (let at = 0; at < totals.length; at += 1) {
    let sum = 0
    for (let i = at * one; i < (at + 1) * one; i += 1) sum += values[i]!
    totals[at] = sum
  }
  return totals
}

/** Each sex and group by itself, as if it were the whole. */
function grow(population: Population, horizon: number): Forecast {
  const { areas, years, values } = population
  const block = blockOf(population)
  const one = block / areas.length
  const result = new Float64Array(horizon * block)
  for (let i = 0; i < one; i += 1) {
    const series = Float64Array.from({ length: years.length * areas.length }, (_, at) => values[at * one + i]!)
    const growth = growthOf(areas, years, series)
    for (let h = 1; h <= horizon; h += 1) {
      const factors = grown(growth, h)
      for (let a = 0; a < areas.length; a += 1)
        result[(h - 1) * block + a * one + i] = series[(years.length - 1) * areas.length + a]! * factors[a]!
    }
  }
  const yearly = new Float64Array(one).fill(prior.total)
  const chance = new Float64Array(one).fill(prior.alone * unsettled(years.length))
  return { values: result, scaleAt: () => ({ yearly, chance }) }
}

/** A cohort is as unsure as the ages that it has passed through, a child not yet born as births are. */
function scales({ ages, country }: Fit, sexes: number, years: number): (h: number) => Scale {
  const moves = movesOf(ages, country, sexes)
  const yearly = moves.map((one, x) => {
    const seen = prior.still + prior.moving * one
    if (years > 1) return seen
    const age = ages.youngest + x
    return seen + (age >= 18 && age < 30 ? unseen.young : unseen.others)
  })
  const more = unsettled(years)
  return (h) => {
    const change = new Float64Array(sexes * ages.groups.length)
    const chance = new Float64Array(change.length)
    for (let g = 0; g < ages.groups.length; g += 1) {
      let sum = 0
      for (let x = ages.starts[g]!; x < ages.starts[g + 1]!; x += 1) {
        let passed = 0
        for (let k = 0; k < h; k += 1) passed += x - k < 0 ? 0 : yearly[x - k]!
        sum += (x < h ? prior.newborn * Math.min(1, (h - x) / 3) : 0) + passed / h
      }
      const width = ages.starts[g + 1]! - ages.starts[g]!
      for (let s = 0; s < sexes; s += 1) {
        change[s * ages.groups.length + g] = sum / width
        chance[s * ages.groups.length + g] = (prior.chance + edgesOf(ages, g)) * more
      }
    }
    return { yearly: change, chance }
  }
}

/** What is learnt from a single pair of years has the chance of both in it. */
const unsettled = (years: number): number => (years <= 2 ? 1.5 : 1)

/** Who crosses the edge of a group next year is a guess where the group is wider than a year. */
function edgesOf(ages: Ages, g: number): number {
  const width = ages.starts[g + 1]! - ages.starts[g]!
  return width === 1 ? 0.1 : Math.min(0.4, prior.edges / width)
}
