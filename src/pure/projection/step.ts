/** The cohorts walk on, a year at a time. */
import { hazard, splitInto } from './ages.ts'
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
  const { size, groupOf, open, starts } = ages
  const block = areas.length * sexes.length * count
  const values = new Float64Array(horizon * block)
  const { yearly } = parenthood(ages)
  const women = womenAmong(sexes)
  const single = last.slice()
  const settle = settling(ages, movesOf(ages, fitted.country, sexes.length))
  const settles = settle.some((share) => share > 0.05)
  const smooth = new Float64Array(size)
  for (let h = 1; h <= horizon; h += 1) {
    const base = countryIn(fitted, h)
    const fade = fading.own ** (h - 1)
    const births = children.country.map((log, s) =>
      Math.exp(log + (children.drift[s]! * fading.children * (1 - fading.children ** h)) / (1 - fading.children)),
    )
    for (let a = 0; a < areas.length; a += 1) {
      for (let s = 0; s < sexes.length; s += 1) {
        const line = a * sexes.length + s
        const at = line * size
        const out = (h - 1) * block + line * count
        if (open && size > 1) single[at + size - 1]! += single[at + size - 2]!
        for (let g = count - 1; g >= 0; g -= 1) {
          const ratio = 1 + (own[line * count + g]! - 1) * fade
          const first = g === 0 ? 1 : starts[g]!
          let x = starts[g + 1]! - 1
          let sum = 0
          if (open && x === size - 1) {
            sum = single[at + x]! * base[s * size + x]! * ratio
            single[at + x] = sum
            x -= 1
          }
          for (; x >= first; x -= 1) {
            const people = single[at + x - 1]! * base[s * size + x]! * ratio
            single[at + x] = people
            sum += people
          }
          values[out + g] = sum
        }
      }
      const parents = parentsOf(ages, single, a, sexes.length, women, yearly)
      for (let s = 0; s < sexes.length; s += 1) {
        const line = a * sexes.length + s
        const out = (h - 1) * block + line * count
        // Without possible parents in the table as many enter it as did.
        const born = births[s]! > 0 ? parents * births[s]! * children.own[line]! : last[line * size]!
        single[line * size] = born
        values[out]! += born
        if (!settles) continue
        splitInto(ages, values, out, smooth, 0)
        for (let x = 0; x < size; x += 1) {
          const share = settle[groupOf[x]!]!
          if (share > 0) single[line * size + x]! += share * (smooth[x]! - single[line * size + x]!)
        }
      }
    }
  }
  return values
}

/**
 * [sex][age]: the country's gain or loss by migration as a whole leans back to none; that students come and families leave does not,
 * and death does not either.
 */
function countryIn({ ages, country, last }: Fit, h: number): Float64Array {
  const { size } = ages
  const people = new Float64Array(country.length)
  for (let at = 0; at < last.length; at += 1) if (last[at]! > 0) people[at % country.length]! += last[at]!
  const mobile = (at: number) => ages.youngest + (at % size) < 65
  let moving = 0
  let sum = 0
  for (let at = 0; at < country.length; at += 1)
    if (mobile(at) && at % size > 0) {
      moving += people[at]! * (country[at]! + hazard(ages.youngest + (at % size)))
      sum += people[at]!
    }
  const level = sum > 0 ? moving / sum : 0
  return country.map((log, at) => {
    if (!mobile(at)) return Math.exp(log)
    const still = -hazard(ages.youngest + (at % size))
    return Math.exp(still + level * fading.country ** (h - 1) + (log - still - level) * fading.profile ** (h - 1))
  })
}
