// Ways near a target, for tables too large for programmes over all of them: a few siblings in each equation of the target, and every cell that closes the
// corners between them (in a plain table the hypercubes of Giessing and Repsilber 2002); among these few hundred cells a programme finds the cheapest.
import { kernelOf } from '#pure/attack/kernel.ts'
import type { Knowledge } from '#pure/attack/knowledge.ts'
import type { Solver } from '#pure/attack/solver.ts'
import { type Move, PatternSearch } from './pattern.ts'
import { type PatternSet, priceOf } from './pattern-set.ts'
import type { Target, Task } from './targets.ts'

/** How many cells: if they do not suffice, more. */
const sizes = [250, 600]
/** Degrees of freedom up to which programmes over the whole table are quick enough, and how many a second allows. */
const small = 600
const perSecond = 2000

export class NearWays {
  programmes = 0
  private readonly task: Task
  private readonly solver: Solver
  private readonly random: () => number
  /** The equations of each cell, and the cells of each equation that may be kept back. */
  private readonly equationsOf: number[][]
  private readonly cellsOf: number[][]
  private readonly mark: Int32Array
  private stamp = 0

  constructor(task: Task, solver: Solver, random: () => number) {
    this.task = task
    this.solver = solver
    this.random = random
    this.equationsOf = task.system.ids.map(() => [])
    this.cellsOf = task.system.equations.map(({ variables }, e) => {
      const cells = Array.from(variables).filter((at) => task.may[at] === 1)
      for (const at of cells) this.equationsOf[at]!.push(e)
      return cells
    })
    this.mark = new Int32Array(task.system.ids.length)
  }

  /** Whether a table is so large that ways have to be sought near by. */
  static areNeeded(task: Task, seconds: number): boolean {
    return task.kernel.free.length > small && NearWays.areSlow(task, seconds)
  }

  /** Whether there is no time for several programmes for each target. */
  static areSlow({ kernel, targets }: Task, seconds: number): boolean {
    return kernel.free.length * targets.length > perSecond * seconds
  }

  /** The cheapest table among the cells near the target, without one that is forbidden; `noise` lets other siblings come into it. */
  find(pattern: PatternSet, target: Target, noise: number, forbidden: number, seconds: number): Move | null {
    for (const [k, size] of sizes.entries()) {
      const cells = this.around(pattern, target, size, noise, k > 0).filter((at) => at !== forbidden)
      const move = this.cheapest(pattern, target, cells, seconds)
      if (move) return move
    }
    return null
  }

  /** A small table of its own: only these cells, and what is left of the equations between them. */
  private cheapest(pattern: PatternSet, target: Target, cells: readonly number[], seconds: number): Move | null {
    const { system, largestNeed } = this.task
    const place = new Map(cells.map((at, k) => [at, k]))
    const equations = [...new Set(cells.flatMap((at) => this.equationsOf[at]!))].map((e) => {
      const { variables, coefficients } = system.equations[e]!
      const kept = Array.from(variables, (_, k) => k).filter((k) => place.has(variables[k]!))
      return { variables: kept.map((k) => place.get(variables[k]!)!), coefficients: kept.map((k) => coefficients[k]!) }
    })
    const { who, down, up, movable } = target.knowledge
    const knowledge: Knowledge = {
      who,
      down: Float64Array.from(cells, (at) => down[at]!),
      up: Float64Array.from(cells, (at) => up[at]!),
      movable: Uint8Array.from(cells, (at) => movable[at]!),
    }
    const kernel = kernelOf(cells.length, equations, knowledge.movable)
    const own = place.get(target.cell)!
    if (kernel.starts[own] === kernel.starts[own + 1]) return null
    const search = new PatternSearch(this.solver, kernel, knowledge, largestNeed)
    try {
      const price = Float64Array.from(cells, (at) => (pattern.isHidden(at) ? 1e-3 : priceOf(system, at)))
      const { move } = search.find(own, target.by, price, knowledge, seconds, 2)
      return move && { cells: move.cells.map((k) => cells[k]!), by: move.by }
    } finally {
      this.programmes += search.programmes
      search.close()
    }
  }

  /**
   * Sibling by sibling, equation by equation: whatever is reached so far is carried over to the sibling's side. Where the siblings cannot carry the need,
   * or `climb` wants it, the total comes in with its own siblings, a level above.
   */
  private around(pattern: PatternSet, { cell, by }: Target, size: number, noise: number, climb: boolean): number[] {
    const own = this.equationsOf[cell]!.filter((e) => this.cellsOf[e]!.length > 1)
    const siblings = Math.max(1, Math.floor(size ** (1 / Math.max(1, own.length))) - 1)
    const need = Math.abs(by)
    /** Each cell reached, and the one it was reached from. */
    const from = new Map<number, number>([[cell, -1]])
    for (const e of own) {
      const before = [...from.keys()]
      const carry = (sibling: number, base: number, image: ReadonlyMap<number, number>): Map<number, number> => {
        const across = new Map<number, number>([[cell, sibling]])
        if (!from.has(sibling)) from.set(sibling, base)
        for (const at of before) {
          if (at === cell || from.size > 6 * size) continue
          const over = across.get(from.get(at)!)
          const side = image.get(at)
          const meeting = image.get(from.get(at)!)
          if (over === undefined || side === undefined || meeting === undefined) continue
          const corner = this.corner(side, over, meeting)
          if (corner === -1) continue
          across.set(at, corner)
          if (!from.has(corner)) from.set(corner, over)
        }
        return across
      }
      let [base, line, image] = [cell, e, new Map(before.map((at) => [at, at]))]
      /** One cell of each other equation of the target: where they come to lie tells which equations lie beside those. */
      let beside = own.flatMap((other) =>
        other === e ? [] : this.cellsOf[other]!.filter((at) => at !== cell).slice(0, 1),
      )
      for (let level = 0; level < 4; level += 1) {
        const total = this.totalOf(line)
        const best = this.best(pattern, line, base, need, siblings, noise).filter((at) => at !== total)
        for (const sibling of best) carry(sibling, base, image)
        const room = best.reduce((sum, at) => sum + this.roomOf(at), 0)
        if (total === -1 || total === base || (room >= need && !(climb && level === 0))) break
        beside = beside.map((at) => this.corner(total, at, base))
        const above = this.lineAbove(total, line, beside)
        image = carry(total, base, image)
        if (above === -1) break
        ;[base, line] = [total, above]
      }
    }
    return [...from.keys()]
  }

  private roomOf(at: number): number {
    return this.task.system.value[at]! - this.task.system.min[at]!
  }

  /** The cell that stands alone on its side of the equation, if it may be kept back. */
  private totalOf(e: number): number {
    const { variables, coefficients } = this.task.system.equations[e]!
    let [positive, negative] = [-1, -1]
    let [more, less] = [0, 0]
    for (let k = 0; k < variables.length; k += 1)
      if (coefficients[k]! > 0) {
        more += 1
        positive = variables[k]!
      } else {
        less += 1
        negative = variables[k]!
      }
    const total = less === 1 ? negative : more === 1 ? positive : -1
    return total !== -1 && this.task.may[total] === 1 ? total : -1
  }

  /** The equation in which a total is a part of the next one, other than those that lie beside the target's. */
  private lineAbove(total: number, line: number, beside: readonly number[]): number {
    const above = this.equationsOf[total]!.find((e) => {
      const cells = this.cellsOf[e]!
      return e !== line && cells.length > 1 && !beside.some((at) => cells.includes(at))
    })
    return above ?? -1
  }

  /** The cheapest others of an equation, first those that can carry the need both ways. */
  private best(pattern: PatternSet, e: number, cell: number, need: number, count: number, noise: number): number[] {
    const { system } = this.task
    const price = new Map<number, number>()
    for (const at of this.cellsOf[e]!) {
      if (at === cell) continue
      const room = Math.min(1, this.roomOf(at) / need)
      const factor = 1 + noise * this.random()
      const cost = pattern.isHidden(at) ? 0.1 * priceOf(system, at) : priceOf(system, at)
      price.set(at, (factor * (1 + cost)) / Math.max(0.05, room))
    }
    return [...price.keys()].sort((a, b) => price.get(a)! - price.get(b)! || a - b).slice(0, count)
  }

  /** The cell that stands with each of the two in an equation, other than where they already meet. */
  private corner(one: number, other: number, meeting: number): number {
    this.stamp += 1
    for (const e of this.equationsOf[one]!) for (const at of this.cellsOf[e]!) this.mark[at] = this.stamp
    for (const e of this.equationsOf[other]!)
      for (const at of this.cellsOf[e]!)
        if (this.mark[at] === this.stamp && at !== meeting && at !== one && at !== other) return at
    return -1
  }
}
