/** The single years of every area and year: smooth where a year stands alone, carried on from the year before where it does not. */
import { type Ages, splitInto } from './ages.ts'
import { allOlder } from './change.ts'
import { blockOf, type Population } from './population.ts'
import { advance, atFirst, type Gain, settling } from './within.ts'

/** What is expected of a year: [sex][age] in logarithms, and how much of it is migration, [age]. */
export type Expected = { country: Float64Array; moves: Float64Array }

/** [area][sex][age] of one year; NaN for whom a group is missing. */
export function singleYears(population: Population, ages: Ages, year: number): Float64Array {
  const lines = population.areas.length * population.sexes.length
  const count = ages.groups.length
  const offset = year * blockOf(population)
  const single = new Float64Array(lines * ages.size)
  for (let line = 0; line < lines; line += 1)
    splitInto(ages, population.values, offset + line * count, single, line * ages.size)
  return single
}

/** Each year from `start` by itself, as smooth as its groups allow. */
export const smoothSingles = (population: Population, ages: Ages, start: number): Float64Array[] =>
  population.years.slice(start).map((_, y) => singleYears(population, ages, start + y))

/** Carries each year's ages on into the next; what is expected of the country is enough, an area's own ways come later. */
export function carryOn(
  population: Population,
  ages: Ages,
  singles: Float64Array[],
  start: number,
  expected: Expected,
) {
  const together = singles.map((single) => altogether(ages, single))
  const known = atFirst(ages, together[0]!)
  const ratios = new Float64Array(ages.size)
  for (let at = 0; at < expected.country.length; at += 1)
    ratios[at % ages.size]! += Math.exp(expected.country[at]!) / population.sexes.length
  for (let y = 1; y < singles.length; y += 1) {
    const gap = population.years[start + y]! - population.years[start + y - 1]!
    const gain = advance(ages, known, gap, ratios, expected.moves, together[y]!)
    follow(population, ages, { before: singles[y - 1]!, now: singles[y]!, gap, gain, expected })
  }
}

function altogether(ages: Ages, single: Float64Array): Float64Array {
  const sum = new Float64Array(ages.size)
  for (let at = 0; at < single.length; at += ages.size) {
    if (Number.isNaN(single[at]!)) continue
    for (let x = 0; x < ages.size; x += 1) sum[x]! += single[at + x]!
  }
  return sum
}

type Step = { before: Float64Array; now: Float64Array; gap: number; gain: Gain; expected: Expected }

/** A surprise three groups away says nothing. */
const reach = 2

/** Replaces the smooth single years of `now` by last year's, a year older and corrected; where a year is missing they stay smooth. */
function follow(population: Population, ages: Ages, { before, now, gap, gain, expected }: Step) {
  const { size, groupOf, starts } = ages
  const { country } = expected
  const count = ages.groups.length
  const sexes = population.sexes.length
  const aged = new Float64Array(size)
  const wanted = new Float64Array(count)
  const missing = new Float64Array(count)
  const settle = settling(ages, expected.moves)
  const yearly = country.map((log) => Math.exp(log * gap))
  for (let line = 0; line < population.areas.length * sexes; line += 1) {
    const at = line * size
    if (Number.isNaN(now[at]!) || Number.isNaN(before[at]!)) continue
    wanted.fill(0)
    missing.fill(0)
    allOlder(ages, before, at, gap, aged)
    const of = (line % sexes) * size
    for (let x = 0; x < size; x += 1) {
      const g = groupOf[x]!
      const carried = x < gap ? now[at + x]! : aged[x]! * yearly[of + x]!
      const value = carried + settle[g]! * (now[at + x]! - carried)
      aged[x] = value
      wanted[g]! += now[at + x]!
      missing[g]! += now[at + x]! - value
    }
    for (let g = 0; g < count; g += 1) {
      let sum = 0
      for (let x = starts[g]!; x < starts[g + 1]!; x += 1) {
        let value = aged[x]!
        for (let k = Math.max(0, g - reach); k <= Math.min(count - 1, g + reach); k += 1)
          value += gain[x * count + k]! * missing[k]!
        aged[x] = Math.max(0.3 * now[at + x]!, value)
        sum += aged[x]!
      }
      const scale = sum > 0 ? wanted[g]! / sum : 0
      for (let x = starts[g]!; x < starts[g + 1]!; x += 1) now[at + x] = aged[x]! * scale
    }
  }
}
