// What every protected pattern has to fulfil, found where a choice breaks it: capacity cuts from the prices of the attacker's programme, with no
// coefficient above the need, their covers (Fischetti and Salazar-González 2001), and that no cell may be alone in an equation.
import { canMove, columnsOf, type Kernel } from '#pure/attack/kernel.ts'
import type { Cut, Session, Solver } from '#pure/attack/solver.ts'
import type { Target, Task } from './targets.ts'

/** What a cell that is not chosen may carry while prices are sought, as a share of the need: so that prices are high where nothing else is open. */
const barely = 1e-4

export class Separator {
  programmes = 0
  private readonly kernel: Kernel
  private readonly session: Session
  private readonly columns: { at: number; limit: number }[] = []
  private readonly unbounded: number

  constructor(solver: Solver, { kernel, targets, largestNeed }: Task) {
    this.kernel = kernel
    this.unbounded = 1000 * largestNeed
    const { down, up } = targets[0]!.knowledge
    const { made, add: column } = columnsOf(kernel)
    for (let at = 0; at < kernel.size; at += 1) column(at, 1, 0)
    for (let at = 0; at < kernel.size; at += 1)
      if (canMove(kernel, at))
        for (const sign of [1, -1]) {
          column(at, sign, 0)
          this.columns.push({ at, limit: Math.min(this.unbounded, sign > 0 ? up[at]! : down[at]!) })
        }
    const count = kernel.size + this.columns.length
    this.session = solver.open({
      rows: kernel.free.length,
      ...made,
      cost: new Float64Array(count),
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(Infinity).fill(0, 0, kernel.size),
      changes: 'bounds',
    })
  }

  /** Each cell can carry what it is chosen for, and next to nothing beyond; `core` says where a little more is likely. */
  choose(share: Float64Array, least: number, core?: Float64Array) {
    this.session.setCosts(
      this.kernel.size,
      Float64Array.from(this.columns, ({ at, limit }) =>
        Math.max(limit * share[at]!, barely * least * (core ? 1 + 100 * core[at]! : 1)),
      ),
    )
  }

  /** Cuts that the chosen shares break; none where they protect the target. */
  cuts({ cell, by, knowledge }: Target, share: Float64Array, seconds: number): Cut[] | 'stopped' {
    const { size } = this.kernel
    const side = Math.sign(by)
    const need = Math.abs(by)
    this.programmes += 1
    this.session.setBound(cell, -side, -side)
    const status = this.session.solve(seconds)
    const prices = status === 'optimal' ? this.session.values() : null
    this.session.setBound(cell, 0, 0)
    if (!prices) return status === 'stopped' ? 'stopped' : []
    const cells: number[] = []
    const weights: number[] = []
    let reached = 0
    for (const [k, { at }] of this.columns.entries()) {
      const price = prices[size + k]!
      if (price < 1e-9) continue
      const weight = Math.min(need, price * (k % 2 === 0 ? knowledge.up[at]! : knowledge.down[at]!))
      // Between its two columns a cell has at most one price in a vertex; the target itself is always kept back.
      if (weight <= 0) continue
      cells.push(at)
      weights.push(weight)
      reached += weight * share[at]!
    }
    const found: Cut[] = []
    if (reached < need * (1 - 1e-6)) found.push({ cells, weights, least: need })
    const cover = coverOf(cells, weights, need, share)
    if (cover) found.push(cover)
    return found
  }

  close() {
    this.session.close()
  }
}

/** Whatever of some cells is chosen, the others must bring what these cannot: and none of them more than that. */
function coverOf(cells: readonly number[], weights: readonly number[], need: number, share: Float64Array): Cut | null {
  const order = [...cells.keys()].sort((a, b) => share[cells[b]!]! - share[cells[a]!]! || weights[b]! - weights[a]!)
  const inside = new Set<number>()
  let left = need
  let best: Cut | null = null
  let most = 1e-4
  for (const k of order) {
    if (share[cells[k]!]! < 0.01) break
    if (weights[k]! > left - 1e-3 * need) continue
    inside.add(k)
    left -= weights[k]!
    let brought = 0
    for (const other of order)
      if (!inside.has(other)) brought += Math.min(left, weights[other]!) * share[cells[other]!]!
    if (1 - brought / left <= most) continue
    most = 1 - brought / left
    const others = order.filter((other) => !inside.has(other))
    best = {
      cells: others.map((other) => cells[other]!),
      weights: others.map((other) => Math.min(1, weights[other]! / left)),
      least: 1,
    }
  }
  return best
}

/** A cell that alone is kept back in an equation is known again: keeping it back takes another one of the equation. */
export class Lonely {
  private readonly lists: number[][] = []
  private readonly done = new Set<string>()

  constructor({ system, kernel }: Task) {
    for (const { variables } of system.equations) {
      const list = Array.from(variables).filter((at) => canMove(kernel, at))
      if (list.length > 1) this.lists.push(list)
    }
  }

  cuts(share: Float64Array): Cut[] {
    const found: Cut[] = []
    for (const [place, list] of this.lists.entries()) {
      const sum = list.reduce((total, at) => total + share[at]!, 0)
      for (const at of list) {
        const key = `${place} ${at}`
        if (2 * share[at]! <= sum + 1e-6 || this.done.has(key)) continue
        this.done.add(key)
        found.push({ cells: list, weights: list.map((other) => (other === at ? -1 : 1)), least: 0 })
      }
    }
    return found
  }
}
