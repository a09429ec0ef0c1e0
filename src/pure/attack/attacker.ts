// The attacker: how far a hidden cell can move while everything published, and everything the attacker knows, still holds. Solved in the dual of the
// small kernel space, where only two bounds change from cell to cell and the solver goes on from where it stood.
import { canMove, columnsOf, type Kernel, spread } from './kernel.ts'
import type { Knowledge } from './knowledge.ts'
import type { Session, Solved, Solver } from './solver.ts'

export type Reach = {
  /** How far the cell moves, at least 0, Infinity without end. */
  far: number
  /** The table that shows it, as deviations of all cells, where it is finite. */
  moved: Float64Array | null
  status: Solved
}

/** Beyond rounding, and no more than that. */
export const tolerance = (size: number) => 1e-7 * Math.max(1, Math.abs(size))

export class Attacker {
  programmes = 0
  private readonly kernel: Kernel
  private readonly knowledge: Knowledge
  private readonly session: Session

  constructor(solver: Solver, kernel: Kernel, knowledge: Knowledge) {
    this.kernel = kernel
    this.knowledge = knowledge
    const { size } = kernel
    const { made, add: column } = columnsOf(kernel)
    const { cost } = made
    for (let at = 0; at < size; at += 1) column(at, 1, 0)
    for (let at = 0; at < size; at += 1) {
      if (!canMove(kernel, at)) continue
      if (knowledge.up[at]! < Infinity) column(at, 1, knowledge.up[at]!)
      if (knowledge.down[at]! < Infinity) column(at, -1, knowledge.down[at]!)
    }
    const upper = new Float64Array(cost.length).fill(Infinity).fill(0, 0, size)
    this.session = solver.open({
      rows: kernel.free.length,
      ...made,
      cost: Float64Array.from(cost),
      lower: new Float64Array(cost.length),
      upper,
      changes: 'bounds',
    })
  }

  /** side 1: upwards, −1: downwards. */
  reach(at: number, side: 1 | -1, seconds: number): Reach {
    if (!canMove(this.kernel, at)) return { far: 0, moved: null, status: 'optimal' }
    this.programmes += 1
    this.session.setBound(at, -side, -side)
    const status = this.session.solve(seconds)
    const optimal = status === 'optimal'
    const moved = optimal ? spread(this.kernel, this.session.rowPrices()) : null
    const far = optimal ? Math.max(0, this.session.objective()) : status === 'infeasible' ? Infinity : 0
    this.session.setBound(at, 0, 0)
    return { far, moved, status }
  }

  /** A table that goes far in many directions at once, each cell by its weight (negative: down); null without end or time. */
  push(weights: ReadonlyMap<number, number>, seconds: number): Float64Array | null {
    this.programmes += 1
    for (const [at, weight] of weights) this.session.setBound(at, -weight, -weight)
    const status = this.session.solve(seconds)
    const moved = status === 'optimal' ? spread(this.kernel, this.session.rowPrices()) : null
    for (const at of weights.keys()) this.session.setBound(at, 0, 0)
    return moved
  }

  /** The table moved by this stays within what the attacker knows. Equations hold by construction. */
  allows(moved: Float64Array): boolean {
    const { down, up } = this.knowledge
    for (let at = 0; at < moved.length; at += 1) {
      const by = moved[at]!
      if (by > up[at]! + tolerance(up[at]!) || -by > down[at]! + tolerance(down[at]!)) return false
    }
    return true
  }

  close() {
    this.session.close()
  }
}
