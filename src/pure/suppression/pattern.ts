// The cheapest way to protect one cell to one side: the least Σ price·|deviation| such that the cell moves by a given amount and all equations still
// hold (the linear relaxation of the incremental attacker problem of Fischetti and Salazar-González 2001; the step of the Kelly–Golden–Assad
// heuristic). Solved as its dual in the kernel space: prices of cells, one row for each degree of freedom, everything else only bounds.
import { columnsOf, type Kernel, spread } from '#pure/attack/kernel.ts'
import type { Knowledge } from '#pure/attack/knowledge.ts'
import type { Session, Solver } from '#pure/attack/solver.ts'

/** A table that the attacker cannot rule out, as deviations from the true one. */
export type Move = { readonly cells: Int32Array; readonly by: Float64Array }
export type Found = { move: Move } | { move: null; why: 'impossible' | 'stopped' }

const least = 1e-7

export class PatternSearch {
  programmes = 0
  private readonly kernel: Kernel
  private readonly session: Session
  private readonly lower: Float64Array
  private readonly upper: Float64Array
  private readonly upColumn: Int32Array
  private readonly downColumn: Int32Array
  private columns: number
  private knowledge: Knowledge

  /** Limits that no deviation is likely to meet get their column only when one does. */
  constructor(solver: Solver, kernel: Kernel, knowledge: Knowledge, largestNeed: number) {
    this.kernel = kernel
    this.knowledge = knowledge
    const { size } = kernel
    this.lower = new Float64Array(size)
    this.upper = new Float64Array(size)
    this.upColumn = new Int32Array(size).fill(-1)
    this.downColumn = new Int32Array(size).fill(-1)
    const { made, add: column } = columnsOf(kernel)
    const { cost } = made
    for (let at = 0; at < size; at += 1) column(at, 1, 0)
    for (let at = 0; at < size; at += 1) {
      if (kernel.starts[at] === kernel.starts[at + 1]) continue
      if (knowledge.up[at]! <= 4 * largestNeed) this.upColumn[at] = column(at, 1, knowledge.up[at]!)
      if (knowledge.down[at]! <= 4 * largestNeed) this.downColumn[at] = column(at, -1, knowledge.down[at]!)
    }
    this.columns = cost.length
    this.session = solver.open({
      rows: kernel.free.length,
      ...made,
      cost: Float64Array.from(cost),
      lower: new Float64Array(cost.length),
      upper: new Float64Array(cost.length).fill(Infinity).fill(0, 0, size),
      changes: 'bounds',
    })
  }

  /**
   * Moves `target` by `by` (negative: down). A price of Infinity forbids the cell. A price is due for a cell however little it moves: so the
   * relaxed answer is asked again up to `rounds` times, each cell that it moved at its price for just that much (dynamic slope scaling; Kim and
   * Pardalos 1999), and the cheapest answer counts.
   */
  find(target: number, by: number, price: Float64Array, knowledge: Knowledge, seconds: number, rounds = 0): Found {
    const { kernel, lower, upper, session } = this
    this.know(knowledge)
    const need = Math.abs(by)
    for (let at = 0; at < kernel.size; at += 1) {
      const cost = knowledge.movable[at] === 0 ? Infinity : price[at]!
      upper[at] = cost === 0 ? 0 : cost / Math.min(need, knowledge.up[at] || need)
      lower[at] = cost === 0 ? 0 : -cost / Math.min(need, knowledge.down[at] || need)
    }
    lower[target] = -Infinity
    upper[target] = Infinity
    session.setBounds(0, lower, upper)
    session.setCost(target, by)
    let best: Move | null = null
    let lowest = Infinity
    try {
      for (let round = 0; ; round += 1) {
        const found = this.cheapest(need, seconds)
        if (!found.move) return best ? { move: best } : found
        const { cells, by: moved } = found.move
        const cost = cells.reduce((sum, at) => sum + (at === target ? 0 : price[at]!), 0)
        if (cost < lowest * (1 - 1e-9)) {
          lowest = cost
          best = found.move
        } else if (best) return { move: best }
        if (round === rounds || cost <= Math.abs(session.objective()) * (1 + 1e-9)) return { move: best ?? found.move }
        for (const [k, at] of cells.entries()) {
          if (at === target || price[at] === 0) continue
          const each = price[at]! / Math.abs(moved[k]!)
          session.setBound(at, -each, each)
        }
      }
    } finally {
      session.setCost(target, 0)
    }
  }

  private cheapest(need: number, seconds: number): Found {
    for (let round = 0; round < 50; round += 1) {
      this.programmes += 1
      const status = this.session.solve(seconds)
      if (status === 'unbounded') return { move: null, why: 'impossible' }
      if (status !== 'optimal') return { move: null, why: 'stopped' }
      const moved = spread(this.kernel, this.session.rowPrices())
      if (!this.limitMore(moved)) return { move: supportOf(moved, least * Math.min(1, need)) }
    }
    return { move: null, why: 'stopped' }
  }

  /** Another attacker knows other limits. */
  private know(knowledge: Knowledge) {
    if (knowledge === this.knowledge) return
    const before = this.knowledge
    this.knowledge = knowledge
    for (let at = 0; at < this.kernel.size; at += 1) {
      if (knowledge.up[at] !== before.up[at] && this.upColumn[at] !== -1)
        this.session.setCost(this.upColumn[at]!, knowledge.up[at]!)
      if (knowledge.down[at] !== before.down[at] && this.downColumn[at] !== -1)
        this.session.setCost(this.downColumn[at]!, knowledge.down[at]!)
    }
  }

  private limitMore(moved: Float64Array): boolean {
    const { up, down } = this.knowledge
    let more = false
    for (let at = 0; at < moved.length; at += 1) {
      const by = moved[at]!
      if (by > up[at]! + least * Math.max(1, up[at]!) && this.upColumn[at] === -1)
        this.upColumn[at] = this.add(at, 1, up[at]!)
      else if (-by > down[at]! + least * Math.max(1, down[at]!) && this.downColumn[at] === -1)
        this.downColumn[at] = this.add(at, -1, down[at]!)
      else continue
      more = true
    }
    return more
  }

  private add(at: number, sign: number, limit: number): number {
    const { starts, indices, values } = this.kernel
    const rows = Array.from(indices.subarray(starts[at]!, starts[at + 1]!))
    const factors = Array.from(values.subarray(starts[at]!, starts[at + 1]!), (value) => sign * value)
    this.session.addColumn(limit, 0, Infinity, rows, factors)
    this.columns += 1
    return this.columns - 1
  }

  close() {
    this.session.close()
  }
}

export function supportOf(moved: Float64Array, negligible: number): Move {
  const cells: number[] = []
  for (let at = 0; at < moved.length; at += 1) if (Math.abs(moved[at]!) > negligible) cells.push(at)
  return { cells: Int32Array.from(cells), by: Float64Array.from(cells, (at) => moved[at]!) }
}
