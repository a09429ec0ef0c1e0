/**
 * Who is how old inside a group? One year does not say, but the next one does: whoever leaves a group turns up in the one above. So
 * the single years are carried on from year to year and corrected by the groups' new sums (a Kalman filter with exact observations;
 * Kalman, J. Basic Eng. 82, 1960). What a surprise means for which age is the same for all areas and is worked out once, from the
 * ages of all of them together; an area only multiplies.
 */
import type { Ages } from './ages.ts'

const unknown = {
  /** How far single years lie from the smoothest curve (measured on the counties of 2015 by single years), and the newborn. */
  inside: 0.05,
  newborn: 0.08,
  /** How far a whole group strays from its expected change in a year: at rest, and per unit of migration. */
  still: 0.004,
  moving: 0.5,
  /** The same for one age alone. */
  alone: 0.01,
}

const relaxing = { narrow: 5, wide: 10, migration: 15 }

/**
 * [group]: how much of a group's ages settles into the smoothest curve again within a year. Where people come and go at certain ages of
 * a wide group (students of a group from 18 to 30), its inner shape is made by them and stays, and does not grow older with the cohort.
 */
export function settling(ages: Ages, moves: Float64Array): Float64Array {
  return Float64Array.from(ages.groups, ({ from, to }, g) => {
    if (to === null) return 0
    const width = Math.min(1, Math.max(0, (to - from - relaxing.narrow) / relaxing.wide))
    return width * Math.min(1, relaxing.migration * moves[ages.starts[g]!]!)
  })
}

/** [age][group]: by how much each single year is corrected for one person too few in a group, after `gap` years. */
export type Gain = Float64Array

export type Known = { covariance: Float64Array; people: Float64Array }

const index = (size: number, row: number, column: number) => row * size + column

/** At the start only the sums of the groups are known. */
export function atFirst(ages: Ages, people: Float64Array): Known {
  const { size } = ages
  const covariance = new Float64Array(size * size)
  for (let x = 0; x < size; x += 1) covariance[index(size, x, x)] = (unknown.inside * people[x]!) ** 2
  const known = { covariance, people }
  observe(ages, known)
  return known
}

/** Everybody is `gap` years older; `ratios` say per age and year how many are expected, `moves` how much of that is migration. */
export function advance(
  ages: Ages,
  known: Known,
  gap: number,
  ratios: Float64Array,
  moves: Float64Array,
  people: Float64Array,
): Gain {
  const { size, groupOf, open } = ages
  const sources = Array.from({ length: size }, (_, x) =>
    open && x === size - 1
      ? Array.from({ length: gap + 1 }, (_, k) => x - k).filter((y) => y >= 0)
      : x < gap
        ? []
        : [x - gap],
  )
  const next = new Float64Array(size * size)
  for (let x = 0; x < size; x += 1)
    for (let z = x; z < size; z += 1) {
      let sum = 0
      for (const a of sources[x]!) for (const b of sources[z]!) sum += known.covariance[index(size, a, b)]!
      let value = sum * (ratios[x]! * ratios[z]!) ** gap
      if (groupOf[x] === groupOf[z])
        value += (unknown.still + unknown.moving * moves[x]!) ** 2 * gap * people[x]! * people[z]!
      if (x === z)
        value += (x < gap ? unknown.newborn : unknown.alone + 0.5 * unknown.moving * moves[x]!) ** 2 * people[x]! ** 2
      next[index(size, x, z)] = value
      next[index(size, z, x)] = value
    }
  known.covariance = next
  known.people = people
  return observe(ages, known)
}

/** The sums of all groups become known, one after another (they are exact, so that the order does not matter). */
function observe(ages: Ages, known: Known): Gain {
  const { size, groups, starts } = ages
  const count = groups.length
  const { covariance } = known
  // Row by row: gain · (what groups 0…g−1 have corrected already) is folded in, so that one multiplication does all of them.
  const gain = new Float64Array(size * count)
  const spread = new Float64Array(size)
  for (let g = 0; g < count; g += 1) {
    spread.fill(0)
    for (let x = 0; x < size; x += 1)
      for (let z = starts[g]!; z < starts[g + 1]!; z += 1) spread[x]! += covariance[index(size, x, z)]!
    let total = 0
    for (let z = starts[g]!; z < starts[g + 1]!; z += 1) total += spread[z]!
    if (!(total > 0)) continue
    const already = new Float64Array(count)
    for (let k = 0; k < g; k += 1)
      for (let z = starts[g]!; z < starts[g + 1]!; z += 1) already[k]! += gain[z * count + k]!
    for (let x = 0; x < size; x += 1) {
      const share = spread[x]! / total
      for (let k = 0; k < g; k += 1) gain[x * count + k]! -= share * already[k]!
      gain[x * count + g] = share
    }
    for (let x = 0; x < size; x += 1)
      for (let z = 0; z < size; z += 1) covariance[index(size, x, z)]! -= (spread[x]! * spread[z]!) / total
  }
  return gain
}
