/** The cohorts walk on, a year at a time. */
import { type Ages, hazard, splitInto } from './ages.ts'
import { parenthood, parentsOf } from './children.ts'
import { type Fit, movesOf } from './fit.ts'
import { type Population, womenAmong } from './population.ts'
import { settling } from './within.ts'

const fading = { country: 0.85, profile: 0.97, own: 0.95, children: 0.8 }

/** [year][area][sex][group] for each of the next `horizon` years. */
export function walk(population: Population, fitted: Fit, horizon: number): Float64Array {
  const { ages, last, own, children } = fitted
  const { areas, sexes } = population
  const count = ages.groups.length
  const { size } = ages
  const block = areas.length * sexes.length * count
  const values = new Float64Array(horizon * block)
  const { yearly } = parenthood(ages)
  const women = womenAmong(sexes)
  const settle = settling(ages, movesOf(ages, fitted.country, sexes.length))
  const settles = settle.some((share) => share > 0.05)
  const smooth = new Float64Array(size)
  const bases = countryIn(fitted, horizon)
  const births = bases.map((_, h) =>
    children.country.map((log, s) => {
      const drifts = (fading.children * (1 - fading.children ** (h + 1))) / (1 - fading.children)
      return Math.exp(log + children.drift[s]! * drifts)
    }),
  )
  const single = new Float64Array(sexes.length * size)
  const ratios = new Float64Array(count)
  // An area after the other, so that its people stay at hand for all its years.
  for (let a = 0; a < areas.length; a += 1) {
    single.set(last.subarray(a * single.length, (a + 1) * single.length))
    let fade = 1
    for (let h = 0; h < horizon; h += 1, fade *= fading.own) {
      for (let s = 0; s < sexes.length; s += 1) {
        const line = a * sexes.length + s
        for (let g = 0; g < count; g += 1) ratios[g] = 1 + (own[line * count + g]! - 1) * fade
        ageing(ages, single, s * size, bases[h]!, ratios, values, h * block + line * count)
      }
      const parents = parentsOf(ages, single, 0, sexes.length, women, yearly)
      for (let s = 0; s < sexes.length; s += 1) {
        const line = a * sexes.length + s
        const out = h * block + line * count
        // Without possible parents in the table as many enter it as did.
        const perParent = births[h]![s]!
        const born = perParent > 0 ? parents * perParent * children.own[line]! : last[line * size]!
        single[s * size] = born
        values[out]! += born
        if (settles) settled(ages, values, out, settle, smooth, single, s * size)
      }
    }
  }
  return values
}

/** One sex of one area grows a year older; the sums of its groups go to `values`, without the newborn. */
function ageing(
  { size, starts, open }: Ages,
  single: Float64Array,
  at: number,
  base: Float64Array,
  ratios: Float64Array,
  values: Float64Array,
  out: number,
) {
  if (open && size > 1) single[at + size - 1]! += single[at + size - 2]!
  for (let g = ratios.length - 1; g >= 0; g -= 1) {
    const ratio = ratios[g]!
    const first = g === 0 ? 1 : starts[g]!
    let x = starts[g + 1]! - 1
    let sum = 0
    if (open && x === size - 1) {
      sum = single[at + x]! * base[at + x]! * ratio
      single[at + x] = sum
      x -= 1
    }
    for (; x >= first; x -= 1) {
      const people = single[at + x - 1]! * base[at + x]! * ratio
      single[at + x] = people
      sum += people
    }
    values[out + g] = sum
  }
}

function settled(
  ages: Ages,
  values: Float64Array,
  out: number,
  settle: Float64Array,
  smooth: Float64Array,
  single: Float64Array,
  at: number,
) {
  splitInto(ages, values, out, smooth, 0)
  for (let x = 0; x < ages.size; x += 1) {
    const share = settle[ages.groupOf[x]!]!
    if (share > 0) single[at + x]! += share * (smooth[x]! - single[at + x]!)
  }
}

/**
 * [year][sex][age]: the country's gain or loss by migration as a whole leans back to none; that students come and families leave does not,
 * and death does not either.
 */
function countryIn({ ages, country, last }: Fit, horizon: number): Float64Array[] {
  const { size } = ages
  const people = new Float64Array(country.length)
  for (let from = 0; from < last.length; from += country.length)
    for (let at = 0; at < country.length; at += 1) if (last[from + at]! > 0) people[at]! += last[from + at]!
  const mobile = (at: number) => ages.youngest + (at % size) < 65
  const still = country.map((_, at) => -hazard(ages.youngest + (at % size)))
  let moving = 0
  let sum = 0
  for (let at = 0; at < country.length; at += 1)
    if (mobile(at) && at % size > 0) {
      moving += people[at]! * (country[at]! - still[at]!)
      sum += people[at]!
    }
  const level = sum > 0 ? moving / sum : 0
  return Array.from({ length: horizon }, (_, h) => {
    const [whole, profile] = [level * fading.country ** h, fading.profile ** h]
    return country.map((log, at) =>
      Math.exp(mobile(at) ? still[at]! + whole + (log - still[at]! - level) * profile : log),
    )
  })
}
