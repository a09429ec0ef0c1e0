/** How the cohorts of all areas together change in a year, by sex and single year of age: counted below sixty, by one hazard above. */
import { type Ages, hazard } from './ages.ts'
import type { Pair } from './change.ts'

/** From here on hardly anybody moves; what a group seems to lose or gain says more about the ages inside it than about death. */
const settled = 60

/** [sex][age]: logarithm of the yearly ratio of those who reach an age to those a year younger a year before. */
export function countryRatios(ages: Ages, pairs: readonly Pair[], sexes: number): Float64Array {
  const ratios = new Float64Array(sexes * ages.size)
  const { starts, groups } = ages
  const count = groups.length
  for (let s = 0; s < sexes; s += 1) {
    let first = count
    for (let g = count - 1; g >= 0 && (groups[g]!.from >= settled || g === count - 1); g -= 1) first = g
    for (let g = 0; g < first; g += 1) {
      const log = average(pairs, ({ aged, counted, gap }) => {
        if (starts[g]! < gap) return Number.NaN
        let before = 0
        for (let x = starts[g]!; x < starts[g + 1]!; x += 1) before += aged[s * ages.size + x]!
        return Math.log(counted[s * count + g]! / before) / gap
      })
      ratios.fill(log, s * ages.size + starts[g]!, s * ages.size + starts[g + 1]!)
    }
    const open = groups[count - 1]!.to === null
    if (!open && groups[first]!.from < settled) {
      // A last group that is young and closed is one like the others.
      const log = average(pairs, ({ aged, counted, gap }) => {
        let before = 0
        for (let x = starts[first]!; x < starts[first + 1]!; x += 1) before += aged[s * ages.size + x]!
        return Math.log(counted[s * count + first]! / before) / gap
      })
      ratios.fill(log, s * ages.size + starts[first]!, s * ages.size + starts[first + 1]!)
      continue
    }
    const level = average(pairs, (pair) => levelOf(ages, pair, s, first))
    for (let x = starts[first]!; x < ages.size; x += 1)
      ratios[s * ages.size + x] = -(pairs.length > 0 ? level : 1) * hazard(ages.youngest + x)
    withParents(ages, ratios, s)
  }
  return ratios
}

/** Nobody grows into the youngest group; its children come and go as those do who are a little older, or else as people of their parents' age. */
function withParents(ages: Ages, ratios: Float64Array, s: number) {
  const { groups, starts, size } = ages
  if (groups.length < 2) return
  const older = groups[1]!.to !== null && groups[1]!.to - ages.youngest <= 15
  const first = older ? starts[1]! : 30
  const end = Math.min(size, older ? starts[2]! : 45)
  let sum = 0
  for (let x = first; x < end; x += 1) sum += ratios[s * size + x]! + hazard(ages.youngest + x)
  if (end > first) ratios.fill(sum / (end - first), s * size + 1, s * size + starts[1]!)
}

/** The one factor on the hazard with which the settled ages together lose as many as they did; may be negative where they gain. */
function levelOf(ages: Ages, { aged, counted, gap }: Pair, s: number, first: number): number {
  const count = ages.groups.length
  let after = 0
  for (let g = first; g < count; g += 1) after += counted[s * count + g]!
  const expected = (level: number) => {
    let sum = 0
    for (let x = ages.starts[first]!; x < ages.size; x += 1)
      sum += aged[s * ages.size + x]! * Math.exp(-level * gap * hazard(ages.youngest + x))
    return sum
  }
  if (!(after > 0 && expected(0) > 0)) return Number.NaN
  let low = -3
  let high = 5
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2
    if (expected(middle) > after) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function average(pairs: readonly Pair[], of: (pair: Pair) => number): number {
  let sum = 0
  let weights = 0
  for (const pair of pairs) {
    const value = of(pair)
    if (!Number.isFinite(value)) continue
    sum += pair.weight * pair.gap * value
    weights += pair.weight * pair.gap
  }
  return weights > 0 ? sum / weights : 0
}
