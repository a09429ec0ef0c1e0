// A lower bound, and the optimum where time allows: Benders' decomposition as Fischetti and Salazar-González (2001) use it. The master chooses cells;
// each target that its choice does not protect answers with a cut: the prices of the attacker's programme, no coefficient above the need.
import { canMove, type Kernel } from '#pure/attack/kernel.ts'
import type { Session, Solver } from '#pure/attack/solver.ts'
import type { Clock } from './improve.ts'
import { priceOf } from './pattern-set.ts'
import type { Target, Task } from './targets.ts'

type Cut = { cells: number[]; weights: number[]; least: number }
export type Bounded = {
  /** No protected pattern costs less. */
  bound: number
  /** The relaxed choice: how much of each cell it takes. */
  relaxed: Float64Array
  /** A protected pattern at that cost, where it was found. */
  optimum: Uint8Array | null
}

const barely = 1e-4

/** The attacker's prices when cell i is kept back to the share x[i]. */
class Separator {
  private readonly kernel: Kernel
  private readonly session: Session
  private readonly columns: { at: number; limit: number }[] = []
  private readonly unbounded: number

  constructor(solver: Solver, { kernel, targets, largestNeed }: Task) {
    this.kernel = kernel
    this.unbounded = 1000 * largestNeed
    const { down, up } = targets[0]!.knowledge
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    const column = (at: number, sign: number) => {
      for (let e = kernel.starts[at]!; e < kernel.starts[at + 1]!; e += 1) {
        indices.push(kernel.indices[e]!)
        values.push(sign * kernel.values[e]!)
      }
      starts.push(indices.length)
    }
    for (let at = 0; at < kernel.size; at += 1) column(at, 1)
    for (let at = 0; at < kernel.size; at += 1)
      if (canMove(kernel, at))
        for (const sign of [1, -1]) {
          column(at, sign)
          this.columns.push({ at, limit: Math.min(this.unbounded, sign > 0 ? up[at]! : down[at]!) })
        }
    const count = kernel.size + this.columns.length
    this.session = solver.open({
      rows: kernel.free.length,
      starts,
      indices,
      values,
      cost: new Float64Array(count),
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(Infinity).fill(0, 0, kernel.size),
      changes: 'bounds',
    })
  }

  choose(share: Float64Array) {
    this.session.setCosts(
      this.kernel.size,
      Float64Array.from(this.columns, ({ at, limit }) => limit * Math.max(share[at]!, barely)),
    )
  }

  /** A cut that the chosen shares break, or null. */
  cut({ cell, by, knowledge }: Target, share: Float64Array, seconds: number): Cut | null | 'stopped' {
    const { size } = this.kernel
    const side = Math.sign(by)
    const need = Math.abs(by)
    this.session.setBound(cell, -side, -side)
    const status = this.session.solve(seconds)
    const prices = status === 'optimal' ? this.session.values() : null
    this.session.setBound(cell, 0, 0)
    if (!prices) return status === 'stopped' ? 'stopped' : null
    const cells: number[] = []
    const weights: number[] = []
    let reached = 0
    for (const [k, { at }] of this.columns.entries()) {
      const price = prices[size + k]!
      if (price < 1e-9) continue
      const upwards = k % 2 === 0
      const weight = Math.min(need, price * (upwards ? knowledge.up[at]! : knowledge.down[at]!))
      // Between its two columns a cell has at most one price in a vertex; the target itself is always kept back.
      if (weight <= 0) continue
      cells.push(at)
      weights.push(weight)
      reached += weight * share[at]!
    }
    return reached < need * (1 - 1e-6) ? { cells, weights, least: need } : null
  }

  close() {
    this.session.close()
  }
}

/** A cell that alone is kept back in an equation is known again: keeping it back takes another one of the equation. */
class Lonely {
  private readonly lists: number[][] = []
  private readonly done = new Set<string>()

  constructor({ system, kernel }: Task) {
    for (const { variables } of system.equations) {
      const list = Array.from(variables).filter((at) => canMove(kernel, at))
      if (list.length > 1) this.lists.push(list)
    }
  }

  cut(share: Float64Array, cuts: Cut[]): number {
    let found = 0
    for (const [place, list] of this.lists.entries()) {
      const sum = list.reduce((total, at) => total + share[at]!, 0)
      for (const at of list) {
        const key = `${place} ${at}`
        if (2 * share[at]! <= sum + 1e-6 || this.done.has(key)) continue
        this.done.add(key)
        cuts.push({ cells: list, weights: list.map((other) => (other === at ? -1 : 1)), least: 0 })
        found += 1
      }
    }
    return found
  }
}

/** Works on the attacker without contributors' values: their targets only add to the cost, so the bound holds for them as well. */
export function boundOf(task: Task, solver: Solver, left: Clock, best: number): Bounded {
  const { system, must, may } = task
  const nobody = task.targets[0]?.knowledge
  const targets = task.targets.filter(({ knowledge }) => knowledge === nobody && knowledge.who === null)
  const size = system.ids.length
  const cost = new Float64Array(size)
  const floor = new Uint8Array(size)
  for (let at = 0; at < size; at += 1) {
    cost[at] = may[at] === 1 ? priceOf(system, at) : 0
    floor[at] = must[at]!
  }
  let share = Float64Array.from(must)
  let bound = cost.reduce((sum, price, at) => sum + price * must[at]!, 0)
  let relaxed = share
  const cuts: Cut[] = []
  const lonely = new Lonely(task)
  const separator = targets.length > 0 ? new Separator(solver, task) : null
  if (!separator) return { bound, relaxed, optimum: floor }
  try {
    for (let exact = false; ; ) {
      let found = lonely.cut(share, cuts)
      if (found === 0) separator.choose(share)
      const asked = found === 0 ? targets : []
      for (const target of asked) {
        if (left() <= 0) return { bound, relaxed, optimum: null }
        const cut = separator.cut(target, share, left())
        if (cut === 'stopped') return { bound, relaxed, optimum: null }
        if (cut) {
          cuts.push(cut)
          found += 1
        }
      }
      if (found === 0 && exact) return { bound: Math.min(best, bound), relaxed, optimum: Uint8Array.from(share) }
      if (found === 0) {
        exact = true
      }
      if (left() <= 0.05) return { bound, relaxed, optimum: null }
      const master = solver.cover({ cost, chosen: floor, cuts }, !exact, left())
      if (master.bound > bound) bound = Math.min(best, master.bound)
      if (!master.values || (exact && !master.proven)) return { bound, relaxed, optimum: null }
      share = exact
        ? master.values.map((value) => Math.round(value))
        : master.values.map((value) => Math.max(0, Math.min(1, value)))
      if (!exact) relaxed = share
    }
  } finally {
    separator.close()
  }
}
