/** The plain forecasters that ours is measured against: nothing changes, a straight line, and Hamilton and Perry's method as it was published. */
import { agesOf } from './ages.ts'
import { older } from './change.ts'
import { blockOf, type Population, womenAmong } from './population.ts'
import { singleYears } from './singles.ts'

/** [area][sex][group] as in the last year. */
export function constant(population: Population): Float64Array {
  const block = blockOf(population)
  return population.values.slice((population.years.length - 1) * block)
}

/** The line through the last year and the one ten years before it (or the first there is), never below nought. */
export function linear(population: Population, horizon: number): Float64Array {
  const { years, values } = population
  const block = blockOf(population)
  const end = years.length - 1
  const from = years.findIndex((year) => year >= years[end]! - 10)
  const last = constant(population)
  if (from === end) return last
  return last.map((now, at) => {
    const before = values[from * block + at]!
    const slope = (now - before) / (years[end]! - years[from]!)
    return Number.isNaN(slope) ? now : Math.max(0, now + slope * horizon)
  })
}

/**
 * Hamilton and Perry (1962) as Swanson, Schlottmann and Schmidt (2009) write it down: cohort change ratios of the last step, children
 * per woman of 15 to 49 for those born since, and nothing shrunk, damped or smoothed; people spread evenly inside a group.
 */
export function hamiltonPerry(population: Population, horizon: number): Float64Array {
  const { years, areas, sexes } = population
  const end = years.length - 1
  const last = constant(population)
  const steps = [5, 4, 3, 2, 1, 10].filter((k) => horizon % k === 0 && years.includes(years[end]! - k))
  if (steps.length === 0) return last
  const step = steps[0]!
  const ages = evenly(population)
  const count = ages.groups.length
  const was = singleYears(population, ages, years.indexOf(years[end]! - step))
  const before = new Float64Array(last.length)
  for (let line = 0; line * count < last.length; line += 1)
    agedInto(ages, was, line * ages.size, step, before, line * count)
  const women = womenAmong(sexes)
  const mothers = (values: Float64Array, area: number) => {
    let sum = 0
    for (let s = 0; s < sexes.length; s += 1)
      for (let g = 0; g < count; g += 1) {
        const { from, to } = ages.groups[g]!
        if ((women < 0 || s === women) && from >= 15 && to !== null && to <= 50)
          sum += values[(area * sexes.length + s) * count + g]!
      }
    return sum
  }
  const next = { areas, sexes, groups: population.groups, years: [0], values: last.slice() }
  for (let done = 0; done < horizon; done += step) {
    const single = singleYears(next, ages, 0)
    const aged = new Float64Array(last.length)
    for (let line = 0; line * count < last.length; line += 1)
      agedInto(ages, single, line * ages.size, step, aged, line * count)
    for (let at = 0; at < last.length; at += 1) {
      if (Number.isNaN(aged[at]!)) continue
      next.values[at] = before[at]! > 0 ? (aged[at]! * last[at]!) / before[at]! : last[at]!
    }
    for (let at = 0; at < last.length; at += 1)
      if (Number.isNaN(aged[at]!)) {
        const area = Math.floor(at / (sexes.length * count))
        const then = mothers(last, area)
        next.values[at] = then > 0 ? (last[at]! * mothers(next.values, area)) / then : last[at]!
      }
  }
  return next.values
}

function evenly(population: Population) {
  const ages = agesOf(population.groups)
  const { size, groups, groupOf, starts } = ages
  const split = new Float64Array(ages.split.length)
  for (let x = 0; x < size; x += 1) {
    const g = groupOf[x]!
    split[x * groups.length + g] = 1 / (starts[g + 1]! - starts[g]!)
  }
  return { ...ages, split }
}

/** Everybody who reaches each group after `gap` years, if nobody came, went or died. NaN for those not yet born. */
function agedInto(
  ages: ReturnType<typeof agesOf>,
  single: Float64Array,
  at: number,
  gap: number,
  into: Float64Array,
  to: number,
) {
  for (let g = 0; g < ages.groups.length; g += 1) {
    let sum = ages.starts[g]! < gap ? Number.NaN : 0
    for (let x = ages.starts[g]!; x < ages.starts[g + 1]!; x += 1) sum += older(ages, single, at, x, gap)
    into[to + g] = sum
  }
}
