// A linear system in solved form: every basic variable is a sparse sum of the free ones. Tables leave few degrees of freedom, and entries
// that are almost always ±1, so elimination stays sparse and exact; dependent equations fall away on the way.

export type Equation = { readonly variables: ArrayLike<number>; readonly coefficients: ArrayLike<number> }

const nothing = -1
/** Below this an entry is a rounding error of the elimination. */
const negligible = 1e-9

/** Entries live in one pool, linked along their row and their column. Rows are named by their basic variable, columns by their nonbasic one. */
export class Dictionary {
  readonly size: number
  /** 1: the total of some equation. */
  readonly totals: Uint8Array
  readonly basic: Uint8Array
  readonly rowHead: Int32Array
  readonly rowCount: Int32Array
  readonly columnHead: Int32Array
  readonly columnCount: Int32Array
  row: Int32Array
  column: Int32Array
  value: Float64Array
  rowNext: Int32Array
  columnNext: Int32Array
  entries = 0
  private rowPrevious: Int32Array
  private columnPrevious: Int32Array
  private free = nothing
  private used = 0
  private readonly sum: Float64Array
  private readonly seen: Int32Array
  private stamp = 0

  constructor(size: number, totals: Uint8Array = new Uint8Array(size), room = 4 * size + 64) {
    this.size = size
    this.totals = totals
    this.basic = new Uint8Array(size)
    this.rowHead = new Int32Array(size).fill(nothing)
    this.rowCount = new Int32Array(size)
    this.columnHead = new Int32Array(size).fill(nothing)
    this.columnCount = new Int32Array(size)
    this.row = new Int32Array(room)
    this.column = new Int32Array(room)
    this.value = new Float64Array(room)
    this.rowNext = new Int32Array(room)
    this.rowPrevious = new Int32Array(room)
    this.columnNext = new Int32Array(room)
    this.columnPrevious = new Int32Array(room)
    this.sum = new Float64Array(size)
    this.seen = new Int32Array(size)
  }

  rowOf(basic: number): { column: number; value: number }[] {
    const row: { column: number; value: number }[] = []
    for (let e = this.rowHead[basic]!; e !== nothing; e = this.rowNext[e]!)
      row.push({ column: this.column[e]!, value: this.value[e]! })
    return row
  }

  /** @returns false when the equation says nothing new. */
  add({ variables, coefficients }: Equation): boolean {
    const { sum, seen } = this
    const stamp = this.nextStamp()
    const touched: number[] = []
    const gather = (at: number, amount: number) => {
      if (seen[at] !== stamp) {
        seen[at] = stamp
        sum[at] = 0
        touched.push(at)
      }
      sum[at]! += amount
    }
    let largest = 0
    for (let k = 0; k < variables.length; k += 1) {
      const variable = variables[k]!
      const coefficient = coefficients[k]!
      largest = Math.max(largest, Math.abs(coefficient))
      if (this.basic[variable] === 0) gather(variable, coefficient)
      else
        for (let e = this.rowHead[variable]!; e !== nothing; e = this.rowNext[e]!)
          gather(this.column[e]!, coefficient * this.value[e]!)
    }
    const left = touched.filter((at) => Math.abs(sum[at]!) > negligible * largest)
    if (left.length === 0) return false
    this.solveFor(this.bestToSolve(left), left)
    return true
  }

  /** Totals first, so that the inner cells stay free and every total is a plain sum of them; among equals the one that stands in the fewest rows. */
  private bestToSolve(left: readonly number[]): number {
    const { sum, columnCount, totals } = this
    let largest = 0
    for (const at of left) largest = Math.max(largest, Math.abs(sum[at]!))
    let best = nothing
    for (const at of left) {
      if (Math.abs(sum[at]!) < 0.1 * largest) continue
      if (
        best === nothing ||
        totals[at]! > totals[best]! ||
        (totals[at] === totals[best] && columnCount[at]! < columnCount[best]!)
      )
        best = at
    }
    return best
  }

  private solveFor(variable: number, left: readonly number[]) {
    const { sum } = this
    const scale = -1 / sum[variable]!
    const old: number[] = []
    for (let e = this.columnHead[variable]!; e !== nothing; e = this.columnNext[e]!) old.push(e)
    this.basic[variable] = 1
    for (const at of left) if (at !== variable) this.insert(variable, at, clean(sum[at]! * scale))
    for (const e of old) {
      const target = this.row[e]!
      const factor = this.value[e]!
      this.remove(e)
      this.addRow(target, variable, factor)
    }
  }

  /** target += factor · source */
  private addRow(target: number, source: number, factor: number) {
    const { sum, seen, column, value, rowNext } = this
    const stamp = this.nextStamp()
    for (let e = this.rowHead[source]!; e !== nothing; e = rowNext[e]!) {
      seen[column[e]!] = stamp
      sum[column[e]!] = value[e]! * factor
    }
    for (let e = this.rowHead[target]!; e !== nothing; ) {
      const next = rowNext[e]!
      const at = column[e]!
      if (seen[at] === stamp) {
        seen[at] = 0
        const changed = clean(value[e]! + sum[at]!)
        if (changed === 0) this.remove(e)
        else value[e] = changed
      }
      e = next
    }
    for (let e = this.rowHead[source]!; e !== nothing; e = this.rowNext[e]!) {
      const at = this.column[e]!
      if (seen[at] !== stamp) continue
      const fresh = clean(sum[at]!)
      if (fresh !== 0) this.insert(target, at, fresh)
    }
  }

  private nextStamp() {
    this.stamp += 1
    return this.stamp
  }

  private insert(row: number, column: number, value: number) {
    let e = this.free
    if (e === nothing) {
      if (this.used === this.row.length) this.grow()
      e = this.used
      this.used += 1
    } else this.free = this.rowNext[e]!
    this.row[e] = row
    this.column[e] = column
    this.value[e] = value
    const afterInRow = this.rowHead[row]!
    this.rowNext[e] = afterInRow
    this.rowPrevious[e] = nothing
    if (afterInRow !== nothing) this.rowPrevious[afterInRow] = e
    this.rowHead[row] = e
    this.rowCount[row]! += 1
    const afterInColumn = this.columnHead[column]!
    this.columnNext[e] = afterInColumn
    this.columnPrevious[e] = nothing
    if (afterInColumn !== nothing) this.columnPrevious[afterInColumn] = e
    this.columnHead[column] = e
    this.columnCount[column]! += 1
    this.entries += 1
  }

  private remove(e: number) {
    const row = this.row[e]!
    const column = this.column[e]!
    const [rowBefore, rowAfter] = [this.rowPrevious[e]!, this.rowNext[e]!]
    if (rowBefore === nothing) this.rowHead[row] = rowAfter
    else this.rowNext[rowBefore] = rowAfter
    if (rowAfter !== nothing) this.rowPrevious[rowAfter] = rowBefore
    const [columnBefore, columnAfter] = [this.columnPrevious[e]!, this.columnNext[e]!]
    if (columnBefore === nothing) this.columnHead[column] = columnAfter
    else this.columnNext[columnBefore] = columnAfter
    if (columnAfter !== nothing) this.columnPrevious[columnAfter] = columnBefore
    this.rowCount[row]! -= 1
    this.columnCount[column]! -= 1
    this.entries -= 1
    this.rowNext[e] = this.free
    this.free = e
  }

  private grow() {
    const room = 2 * this.row.length
    const widen = (old: Int32Array) => {
      const wide = new Int32Array(room)
      wide.set(old)
      return wide
    }
    for (const part of ['row', 'column', 'rowNext', 'rowPrevious', 'columnNext', 'columnPrevious'] as const)
      this[part] = widen(this[part])
    const value = new Float64Array(room)
    value.set(this.value)
    this.value = value
  }
}

/** Entries that ought to be whole are made whole, so that errors do not add up. */
function clean(value: number): number {
  const whole = Math.round(value)
  return Math.abs(value - whole) < negligible ? whole : value
}
