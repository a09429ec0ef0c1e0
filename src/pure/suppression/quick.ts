// A pattern without any programme, for when time runs short: it keeps back more, never less. A cell moves together with one of the free cells it
// consists of and with everything that hangs on that one; or with as many of them as it needs.
import type { Kernel } from '#pure/attack/kernel.ts'
import type { Knowledge } from '#pure/attack/knowledge.ts'
import type { Move } from './pattern.ts'
import { serves } from './pattern-set.ts'
import type { Target } from './targets.ts'

type Column = { readonly cells: number[]; readonly values: number[] }

export class QuickMoves {
  private readonly kernel: Kernel
  private readonly columns: readonly Column[]
  private readonly cost: Float64Array

  constructor(kernel: Kernel, cost: Float64Array) {
    this.kernel = kernel
    this.cost = cost
    this.columns = Array.from(kernel.free, () => ({ cells: [], values: [] }))
    for (let at = 0; at < kernel.size; at += 1)
      for (let e = kernel.starts[at]!; e < kernel.starts[at + 1]!; e += 1) {
        this.columns[kernel.indices[e]!]!.cells.push(at)
        this.columns[kernel.indices[e]!]!.values.push(kernel.values[e]!)
      }
  }

  /** Null when these simple ways do not serve the target; that does not mean that none does. */
  find(target: Target): Move | null {
    const { starts, indices, values, free } = this.kernel
    const { cell, by, knowledge } = target
    let alone = -1
    let least = Infinity
    const entries: { column: number; value: number; room: number }[] = []
    for (let e = starts[cell]!; e < starts[cell + 1]!; e += 1) {
      const column = indices[e]!
      const step = by / values[e]!
      const at = free[column]!
      entries.push({ column, value: values[e]!, room: step > 0 ? knowledge.up[at]! : knowledge.down[at]! })
      let cost = 0
      for (const other of this.columns[column]!.cells) cost += this.cost[other]!
      if (cost >= least || !this.fits(column, step, knowledge)) continue
      least = cost
      alone = column
    }
    if (alone !== -1) {
      const { value } = entries.find(({ column }) => column === alone)!
      const move = this.moveBy([[alone, by / value]])
      if (serves(move, target)) return move
    }
    let best: Move | null = null
    least = Infinity
    for (const { column, value } of entries.slice(0, 8)) {
      const move = this.against(target, column, by / value)
      const cost = move ? this.costOf(move) : Infinity
      if (cost >= least) continue
      least = cost
      best = move
    }
    if (best) return best
    entries.sort((one, other) => other.room - one.room || one.column - other.column)
    const steps: [number, number][] = []
    let left = Math.abs(by)
    for (const { column, value, room } of entries) {
      if (left <= 1e-9 * Math.abs(by) || room === 0) break
      const step = Math.min(room, left / Math.abs(value))
      steps.push([column, Math.sign(by * value) * step])
      left -= step * Math.abs(value)
    }
    const move = this.moveBy(steps)
    return serves(move, target) ? move : null
  }

  /** Whether a single free cell moves the target far enough. */
  isSimple({ cell, by, knowledge }: Target): boolean {
    const { starts, indices, values } = this.kernel
    for (let e = starts[cell]!; e < starts[cell + 1]!; e += 1)
      if (this.fits(indices[e]!, by / values[e]!, knowledge)) return true
    return false
  }

  /** What is kept back anyway costs nothing more. */
  charge(cost: (at: number) => number) {
    for (let at = 0; at < this.cost.length; at += 1) this.cost[at] = cost(at)
  }

  private fits(column: number, step: number, { up, down }: Knowledge): boolean {
    const { cells, values } = this.columns[column]!
    for (let k = 0; k < cells.length; k += 1) {
      const by = step * values[k]!
      if (by > up[cells[k]!]! || -by > down[cells[k]!]!) return false
    }
    return true
  }

  private costOf({ cells }: Move): number {
    let sum = 0
    for (const at of cells) sum += this.cost[at]!
    return sum
  }

  /** Where a total cannot move, another free cell below it moves the other way. */
  private against(target: Target, column: number, step: number): Move | null {
    const { starts, indices, values } = this.kernel
    const { down, up } = target.knowledge
    const alone = this.moveBy([[column, step]])
    let tightest = -1
    for (let k = 0; k < alone.cells.length; k += 1) {
      const at = alone.cells[k]!
      const over = alone.by[k]! > 0 ? alone.by[k]! > up[at]! : -alone.by[k]! > down[at]!
      if (over && (tightest === -1 || starts[at + 1]! - starts[at]! < starts[tightest + 1]! - starts[tightest]!))
        tightest = at
    }
    if (tightest === -1) return null
    const own = this.columns[column]!
    const factor = own.values[own.cells.indexOf(tightest)]!
    let best: Move | null = null
    let least = Infinity
    for (let e = starts[tightest]!; e < starts[tightest + 1]!; e += 1) {
      const other = indices[e]!
      if (other === column) continue
      const move = this.moveBy([
        [column, step],
        [other, (-step * factor) / values[e]!],
      ])
      const cost = this.costOf(move)
      if (cost >= least || !serves(move, target)) continue
      least = cost
      best = move
    }
    return best
  }

  private moveBy(steps: readonly (readonly [number, number])[]): Move {
    const moved = new Map<number, number>()
    for (const [column, step] of steps) {
      const { cells, values } = this.columns[column]!
      for (let k = 0; k < cells.length; k += 1) moved.set(cells[k]!, (moved.get(cells[k]!) ?? 0) + values[k]! * step)
    }
    const cells = [...moved.keys()].filter((at) => Math.abs(moved.get(at)!) > 1e-9)
    return { cells: Int32Array.from(cells), by: Float64Array.from(cells, (at) => moved.get(at)!) }
  }
}
