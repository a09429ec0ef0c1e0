// What is kept back, packed anew: each target looks for its cheapest table among the cells kept back so far and no others. Few degrees of freedom are
// left there (41 of HIER16's 372), so that this costs next to nothing; cells that no target needs any more may be published.
import { kernelInTime } from '#pure/attack/kernel.ts'
import type { Solver } from '#pure/attack/solver.ts'
import type { Clock } from './improve.ts'
import { type Move, PatternSearch } from './pattern.ts'
import { PatternSet, priceOf, serves, wholeOf } from './pattern-set.ts'
import type { Target, Task } from './targets.ts'

/** Passes without a gain before it is left; orders and prices differ from pass to pass. */
const vainPasses = 3

export class Repacker {
  programmes = 0
  private readonly task: Task
  private readonly solver: Solver
  private readonly random: () => number
  private readonly wholeNumbers: boolean

  constructor(task: Task, solver: Solver, random: () => number, wholeNumbers: boolean) {
    this.task = task
    this.solver = solver
    this.random = random
    this.wholeNumbers = wholeNumbers
  }

  /** Gives tables to those of `wanted` that have none, out of the cells kept back so far. */
  serve(pattern: PatternSet, wanted: Iterable<number>, left: Clock) {
    const { targets } = this.task
    const hidden = pattern.hidden()
    const search = this.searchIn(hidden, left)
    if (!search) return
    const price = Float64Array.from(hidden, (kept) => (kept === 0 ? Infinity : 1))
    try {
      for (const at of wanted) {
        if (pattern.moves[at]) continue
        if (left() <= 0) return
        const target = targets[at]!
        const move = this.fitting(search.find(target.cell, target.by, price, target.knowledge, left()).move, target)
        if (!move) continue
        pattern.set(at, move)
        pattern.share(move)
      }
    } finally {
      this.programmes += search.programmes
      search.close()
    }
  }

  private searchIn(hidden: Uint8Array, left: Clock): PatternSearch | null {
    const { targets, system, largestNeed } = this.task
    const kernel = kernelInTime(system.ids.length, system.equations, hidden, left)
    return kernel && new PatternSearch(this.solver, kernel, targets[0]!.knowledge, largestNeed)
  }

  private fitting(found: Move | null, target: Target): Move | null {
    const move = found && this.wholeNumbers ? wholeOf(found, target) : found
    return move && serves(move, target) ? move : null
  }

  /** Makes the pattern cheaper if it can; it is protected at every moment. */
  run(pattern: PatternSet, left: Clock): boolean {
    const before = pattern.cost
    for (let vain = 0, pass = 0; vain < vainPasses && left() > 0; pass += 1) {
      const packed = this.pass(pattern, pass, left)
      if (!packed) break
      vain = packed.cost < pattern.cost - 1e-9 ? 0 : vain + 1
      if (packed.cost < pattern.cost - 1e-9) pattern.take(packed)
    }
    return pattern.cost < before - 1e-9
  }

  private pass(from: PatternSet, number: number, left: Clock): PatternSet | null {
    const { task } = this
    const { targets, system } = task
    const hidden = from.hidden()
    const search = this.searchIn(hidden, left)
    if (!search) return null
    const noise = number === 0 ? 0 : 0.3
    const full = Float64Array.from(hidden, (kept, at) =>
      kept === 0 ? Infinity : priceOf(system, at) * (1 + noise * (2 * this.random() - 1)),
    )
    const packed = new PatternSet(task)
    try {
      for (const at of this.order(number)) {
        if (packed.moves[at]) continue
        if (left() <= 0) return null
        const target = targets[at]!
        const price = full.map((one, cell) => (packed.isHidden(cell) ? 0 : one))
        const found = search.find(target.cell, target.by, price, target.knowledge, left(), 1)
        const move = this.fitting(found.move, target) ?? from.moves[at]!
        packed.set(at, move)
        packed.share(move)
        if (packed.cost > from.cost * 1.1) break
      }
    } finally {
      this.programmes += search.programmes
      search.close()
    }
    return packed.moves.every((move) => move !== null) ? packed : from.copy()
  }

  /** The largest needs first, then the smallest, then as it comes. */
  private order(number: number): number[] {
    const { targets } = this.task
    const all = [...targets.keys()]
    const size = (at: number) => Math.abs(targets[at]!.by)
    if (number < 2) return all.sort((a, b) => (number === 0 ? size(b) - size(a) : size(a) - size(b)) || a - b)
    const place = all.map(() => this.random())
    return all.sort((a, b) => place[a]! - place[b]!)
  }
}
