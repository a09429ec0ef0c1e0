// A pattern and its proof: for every target one table that the attacker cannot rule out. As long as each target has its table, and all cells it
// moves are kept back, the pattern is protected; a cell that no table moves may be published.
import type { TableSystem } from '#pure/attack/table.ts'
import type { Move } from './pattern.ts'
import type { Target, Task } from './targets.ts'

export class PatternSet {
  readonly moves: (Move | null)[]
  /** How many tables move the cell. */
  readonly uses: Int32Array
  cost: number
  private readonly task: Task

  constructor(task: Task) {
    this.task = task
    this.moves = new Array<Move | null>(task.targets.length).fill(null)
    this.uses = new Int32Array(task.system.ids.length)
    this.cost = 0
    for (let at = 0; at < this.uses.length; at += 1) if (task.must[at] === 1) this.cost += priceOf(task.system, at)
  }

  copy(): PatternSet {
    const twin = new PatternSet(this.task)
    for (const [at, move] of this.moves.entries()) twin.moves[at] = move
    twin.uses.set(this.uses)
    twin.cost = this.cost
    return twin
  }

  take(from: PatternSet) {
    for (const [at, move] of from.moves.entries()) this.moves[at] = move
    this.uses.set(from.uses)
    this.cost = from.cost
  }

  isHidden(at: number): boolean {
    return this.task.must[at] === 1 || this.uses[at]! > 0
  }

  set(target: number, move: Move | null) {
    const { must, system } = this.task
    if (move)
      for (const at of move.cells) {
        if (this.uses[at] === 0 && must[at] === 0) this.cost += priceOf(system, at)
        this.uses[at]! += 1
      }
    const before = this.moves[target]
    if (before)
      for (const at of before.cells) {
        this.uses[at]! -= 1
        if (this.uses[at] === 0 && must[at] === 0) this.cost -= priceOf(system, at)
      }
    this.moves[target] = move
  }

  /** Gives this table to all other targets that it serves as well, there or back: to those that have none, or to all of `only`. */
  share(move: Move, only?: readonly number[]) {
    const { targets } = this.task
    for (const at of only ?? targets.keys()) {
      if (this.moves[at] === move || (this.moves[at] !== null && only === undefined)) continue
      if (serves(move, targets[at]!)) this.set(at, move)
      else if (serves(move, targets[at]!, -1)) this.set(at, { cells: move.cells, by: move.by.map((by) => -by) })
    }
  }

  hidden(): Uint8Array {
    return Uint8Array.from(this.uses, (_, at) => (this.isHidden(at) ? 1 : 0))
  }
}

/** Cells of earlier releases cost nothing any more. */
export const priceOf = (system: TableSystem, at: number) => (system.current[at] === 1 ? system.cost[at]! : 0)

/** The table moved by this also serves the target: far enough, and within what its attacker knows. */
export function serves(move: Move, { cell, by, knowledge }: Target, factor: 1 | -1 = 1): boolean {
  let enough = false
  const { down, up } = knowledge
  for (let k = 0; k < move.cells.length; k += 1) {
    const at = move.cells[k]!
    const moved = factor * move.by[k]!
    if (moved > up[at]! * (1 + 1e-9) + 1e-9 || -moved > down[at]! * (1 + 1e-9) + 1e-9) return false
    if (at === cell) enough = by > 0 ? moved >= by - 1e-9 * by : moved <= by - 1e-9 * by
  }
  return enough
}

/**
 * A table in whole numbers: as it is, or twice or three times as far where that is whole and still within the limits (what is half or a third here).
 * Null where nothing of that serves.
 */
export function wholeOf(move: Move, target: Target): Move | null {
  for (const times of [1, 2, 3, 4, 6]) {
    const by = move.by.map((value) => Math.round(times * value))
    if (!move.by.every((value, k) => Math.abs(times * value - by[k]!) < 1e-6)) continue
    const whole = { cells: move.cells, by }
    if (serves(whole, target)) return whole
  }
  return null
}
