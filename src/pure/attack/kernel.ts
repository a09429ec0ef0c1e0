// All deviations from the true values that keep every equation: each variable as a sparse sum of a few free ones. For HIER16 that is 372 free
// variables for 3,564 cells and 5,484 equations; everything that follows works in this small space.
import { Dictionary, type Equation } from './dictionary.ts'

/** Row i of the matrix says how variable i follows from the free ones; a variable that cannot move has an empty row. */
export type Kernel = {
  readonly size: number
  readonly rank: number
  readonly free: Int32Array
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

/** `movable[i] = 0`: variable i is known and stays where it is. */
export function kernelOf(size: number, equations: readonly Equation[], movable: Uint8Array): Kernel {
  return kernelInTime(size, equations, movable, () => 1)!
}

/** From so many entries on an equation may take long. */
const dense = 200_000

/** The same; null when the time was too short: a few thousand cells out of a large table may hang together densely. */
export function kernelInTime(
  size: number,
  equations: readonly Equation[],
  movable: Uint8Array,
  left: () => number,
): Kernel | null {
  const dictionary = new Dictionary(size, totalsOf(size, equations))
  let rank = 0
  for (const { variables, coefficients } of equations) {
    if (dictionary.entries > dense && left() <= 0) return null
    const kept: number[] = []
    const factors: number[] = []
    for (let k = 0; k < variables.length; k += 1)
      if (movable[variables[k]!] === 1) {
        kept.push(variables[k]!)
        factors.push(coefficients[k]!)
      }
    if (kept.length > 0 && dictionary.add({ variables: kept, coefficients: factors })) rank += 1
  }
  const place = new Int32Array(size).fill(-1)
  const free: number[] = []
  for (let at = 0; at < size; at += 1)
    if (movable[at] === 1 && dictionary.basic[at] === 0) {
      place[at] = free.length
      free.push(at)
    }
  const starts = new Int32Array(size + 1)
  const indices: number[] = []
  const values: number[] = []
  for (let at = 0; at < size; at += 1) {
    if (movable[at] === 1) {
      if (dictionary.basic[at] === 0) {
        indices.push(place[at]!)
        values.push(1)
      } else
        for (const { column, value } of dictionary.rowOf(at)) {
          indices.push(place[column]!)
          values.push(value)
        }
    }
    starts[at + 1] = indices.length
  }
  return {
    size,
    rank,
    free: Int32Array.from(free),
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}

/** A total stands alone on its side of an equation. */
function totalsOf(size: number, equations: readonly Equation[]): Uint8Array {
  const totals = new Uint8Array(size)
  for (const { variables, coefficients } of equations) {
    if (variables.length < 3) continue
    let positive = 0
    for (let k = 0; k < coefficients.length; k += 1) if (coefficients[k]! > 0) positive += 1
    const lonely = positive === 1 ? 1 : coefficients.length - positive === 1 ? -1 : 0
    for (let k = 0; k < coefficients.length; k += 1)
      if (lonely !== 0 && Math.sign(coefficients[k]!) === lonely) totals[variables[k]!] = 1
  }
  return totals
}

export const canMove = ({ starts }: Kernel, at: number) => starts[at + 1]! > starts[at]!

/** The deviation of every variable when the free ones move by `by`. */
export function spread({ size, starts, indices, values }: Kernel, by: ArrayLike<number>): Float64Array {
  const moved = new Float64Array(size)
  for (let at = 0; at < size; at += 1) {
    let sum = 0
    for (let e = starts[at]!; e < starts[at + 1]!; e += 1) sum += values[e]! * by[indices[e]!]!
    const whole = Math.round(sum)
    moved[at] = Math.abs(sum - whole) < 1e-7 ? whole : sum
  }
  return moved
}

/** Columns of a programme whose rows are the free variables: each a variable's row of the matrix with a sign and a price. */
export function columnsOf({ starts, indices, values }: Kernel) {
  const made = { starts: [0], indices: [] as number[], values: [] as number[], cost: [] as number[] }
  return {
    made,
    /** Returns the place of the new column. */
    add(at: number, sign: number, price: number): number {
      for (let e = starts[at]!; e < starts[at + 1]!; e += 1) {
        made.indices.push(indices[e]!)
        made.values.push(sign * values[e]!)
      }
      made.starts.push(made.indices.length)
      return made.cost.push(price) - 1
    },
  }
}
