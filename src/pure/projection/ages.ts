/**
 * From age groups of any width to single years of age and back. Inside a group nobody knows the ages; of all ways to fill it the
 * smoothest is taken (least squared second differences with every group's sum kept: the discrete form of pycnophylactic
 * interpolation, Tobler 1979). That is a linear map, worked out once for a set of groups.
 */
import type { AgeGroup } from './population.ts'

export type Ages = {
  groups: readonly AgeGroup[]
  /** Single years from the youngest group's first; the open group is carried on to a hundred, whoever is older stays in the last. */
  size: number
  youngest: number
  open: boolean
  /** The group that each single year belongs to. */
  groupOf: Int32Array
  /** Where a group's single years begin; one more at the end. */
  starts: Int32Array
  /** [age][group]: how much of each group's number a single year takes, before nothing is let fall below nought. */
  split: Float64Array
  /** The first group and the one after the last that a single year takes from, two numbers for each age. */
  band: Int32Array
}

/**
 * Yearly hazard of death at an age: it grows by a tenth each year (Gompertz 1825), at about Germany's level. The level is measured
 * anew from the data (`level` in fit.ts); this one says what a stationary open group looks like, and tells migration from death.
 */
export const hazard = (age: number): number => 1.8e-5 * Math.exp(0.1 * age)

/** A heavier hand on the slope keeps the ends of the pyramid from swinging. */
const flatness = 0.5

export function agesOf(groups: readonly AgeGroup[]): Ages {
  const youngest = groups[0]!.from
  const open = groups.at(-1)!.to === null
  const closed = open ? groups.slice(0, -1) : groups
  const starts = new Int32Array(groups.length + 1)
  groups.forEach(({ from }, g) => {
    starts[g] = from - youngest
  })
  const end = closed.length > 0 ? closed.at(-1)!.to! - youngest : 0
  const size = open ? Math.max(end + 6, 101 - youngest) : end
  starts[groups.length] = size
  const groupOf = new Int32Array(size)
  for (let g = 0; g < groups.length; g += 1) groupOf.fill(g, starts[g]!, starts[g + 1]!)
  const split = new Float64Array(size * groups.length)
  if (closed.length > 0) smoothest(end, closed.length, starts, groups.length, split)
  if (open) stationary(end, size, youngest, groups.length, split)
  return { groups, size, youngest, open, groupOf, starts, split, band: bandOf(split, groupOf, starts) }
}

/** The open group as if as many had entered it each year, and died as everywhere. */
function stationary(from: number, size: number, youngest: number, count: number, split: Float64Array) {
  let alive = 1
  let sum = 0
  const people = Array.from({ length: size - from }, (_, k) => {
    const now = alive
    alive *= Math.exp(-hazard(youngest + from + k + 1))
    const here = k === size - from - 1 ? now / (1 - Math.exp(-hazard(youngest + size + 1))) : now
    sum += here
    return here
  })
  people.forEach((one, k) => {
    split[(from + k) * count + count - 1] = one / sum
  })
}

/**
 * What a far group adds is next to nothing and left out: its weight is taken as if it were as thickly settled as the group next to it,
 * so that as many at every age stay as many.
 */
function bandOf(split: Float64Array, groupOf: Int32Array, starts: Int32Array): Int32Array {
  const count = starts.length - 1
  const width = (k: number) => starts[k + 1]! - starts[k]!
  const leave = (row: number, far: number, near: number) => {
    split[row + near]! += (split[row + far]! * width(far)) / width(near)
  }
  const band = new Int32Array(2 * groupOf.length)
  groupOf.forEach((group, x) => {
    const most = Math.abs(split[x * count + group]!) / 1e3
    let first = group
    let end = group + 1
    while (first > 0 && Math.abs(split[x * count + first - 1]!) > most) first -= 1
    while (end < count && Math.abs(split[x * count + end]!) > most) end += 1
    band[2 * x] = first
    band[2 * x + 1] = end
    for (let k = 0; k < first; k += 1) leave(x * count, k, first)
    for (let k = end; k < count; k += 1) leave(x * count, k, end - 1)
  })
  return band
}

/** Solves min |second differences|² + flatness·|first differences|² with the sums given, for each group's unit vector at once. */
function smoothest(size: number, count: number, starts: Int32Array, stride: number, split: Float64Array) {
  const order = size + count
  const matrix = Array.from({ length: order }, () => new Float64Array(order + count))
  const penalise = (taps: readonly number[], weight: number) => {
    for (let at = 0; at + taps.length <= size; at += 1)
      taps.forEach((one, i) => {
        taps.forEach((other, j) => {
          matrix[at + i]![at + j]! += weight * one * other
        })
      })
  }
  penalise([1, -2, 1], 1)
  penalise([1, -1], flatness)
  for (let g = 0; g < count; g += 1) {
    for (let x = starts[g]!; x < starts[g + 1]!; x += 1) {
      matrix[x]![size + g] = 1
      matrix[size + g]![x] = 1
    }
    matrix[size + g]![order + g] = 1
  }
  eliminate(matrix, order)
  for (let x = 0; x < size; x += 1) for (let g = 0; g < count; g += 1) split[x * stride + g] = matrix[x]![order + g]!
}

/** Gauss and Jordan with the largest pivot; what is right of the square becomes the solution. */
function eliminate(matrix: Float64Array[], order: number) {
  for (let column = 0; column < order; column += 1) {
    let pivot = column
    for (let row = column + 1; row < order; row += 1)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row
    const top = matrix[pivot]!
    matrix[pivot] = matrix[column]!
    matrix[column] = top
    const scale = 1 / top[column]!
    for (let at = column; at < top.length; at += 1) top[at]! *= scale
    for (let row = 0; row < order; row += 1) {
      const other = matrix[row]!
      const share = other[column]!
      if (row === column || share === 0) continue
      for (let at = column; at < top.length; at += 1) other[at]! -= share * top[at]!
    }
  }
}

/** Single years of one area and sex into `into`; sums of the groups are kept, nothing is negative. */
export function splitInto(ages: Ages, values: Float64Array, at: number, into: Float64Array, to: number) {
  const { groups, starts, split, open, band } = ages
  const count = groups.length
  for (let g = 0; g < count; g += 1) {
    const wanted = values[at + g]!
    const first = starts[g]!
    const end = starts[g + 1]!
    const floor = open && g === count - 1 ? 0 : (0.2 * wanted) / (end - first)
    let sum = 0
    for (let x = first; x < end; x += 1) {
      let value = 0
      const row = x * count
      const last = band[2 * x + 1]!
      for (let k = band[2 * x]!; k < last; k += 1) value += split[row + k]! * values[at + k]!
      if (value < floor) value = floor
      into[to + x] = value
      sum += value
    }
    const scale = sum > 0 ? wanted / sum : 0
    for (let x = first; x < end; x += 1) into[to + x]! *= scale
  }
}
