// Ripping up and routing anew: one target, or all targets of one costly cell, lose their tables and get cheaper ones given all the others. Every
// state in between is protected, so it can stop at any moment.
import type { NearWays } from './near.ts'
import type { Move, PatternSearch } from './pattern.ts'
import { PatternSet, priceOf, serves, wholeOf } from './pattern-set.ts'
import type { Task } from './targets.ts'

export type Clock = () => number

/** Chance with a seed (Marsaglia's xorshift), the same on every machine. */
export function chance(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

export class Improver {
  private readonly task: Task
  private readonly search: PatternSearch
  private readonly left: Clock
  readonly random: () => number
  private readonly price: Float64Array
  private readonly wholeNumbers: boolean
  /** How often a relaxed answer is asked again. */
  rounds = 1
  /** Where the table is too large for programmes over all of it. */
  near: NearWays | null = null

  constructor(task: Task, search: PatternSearch, left: Clock, seed: number, wholeNumbers: boolean) {
    this.task = task
    this.search = search
    this.left = left
    this.random = chance(seed)
    this.price = new Float64Array(task.system.ids.length)
    this.wholeNumbers = wholeNumbers
  }

  /** What each cell would cost now; what is hidden anyway costs a little, so that few cells carry much. `noise` lets other routes win. */
  private reprice(pattern: PatternSet, again: number, noise: number, forbidden: number, drawn?: Float64Array) {
    const { system, may } = this.task
    for (let at = 0; at < this.price.length; at += 1) {
      const full = priceOf(system, at) * (drawn ? 1 - 0.98 * drawn[at]! : 1)
      const factor = noise === 0 ? 1 : 1 + noise * (2 * this.random() - 1)
      const known = may[at] === 0
      this.price[at] = known
        ? Infinity
        : this.task.must[at] === 1
          ? 0
          : at === forbidden
            ? Infinity
            : pattern.isHidden(at)
              ? again * full * factor
              : full * factor
    }
  }

  /** A table for one target given the pattern; null when none is found in time (or none exists without the forbidden cell). */
  route(
    pattern: PatternSet,
    target: number,
    again: number,
    noise: number,
    forbidden = -1,
    drawn?: Float64Array,
  ): Move | null {
    if (this.near) {
      const found =
        this.left() > 0 ? this.near.find(pattern, this.task.targets[target]!, noise, forbidden, this.left()) : null
      return found && this.fitting(found, target)
    }
    this.reprice(pattern, again, noise, forbidden, drawn)
    return this.wide(pattern, target, this.left, this.price)
  }

  /** The same over the whole table, however large. */
  wide(pattern: PatternSet, target: number, left: Clock, price?: Float64Array): Move | null {
    if (!price) this.reprice(pattern, 0.001, 0, -1)
    const { cell, by, knowledge } = this.task.targets[target]!
    const { move } = this.search.find(cell, by, price ?? this.price, knowledge, left(), this.rounds)
    return move && this.fitting(move, target)
  }

  private fitting(found: Move, at: number): Move | null {
    const target = this.task.targets[at]!
    const move = this.wholeNumbers ? wholeOf(found, target) : found
    return move && serves(move, target) ? move : null
  }

  /** One round over all targets; the costliest own cells first. */
  private reroute(pattern: PatternSet, noise: number, left: Clock): boolean {
    const order = [...this.task.targets.keys()].map((at) => ({ at, by: this.random() })).sort((a, b) => a.by - b.by)
    let better = false
    for (const { at } of order) {
      if (left() <= 0) break
      const old = pattern.moves[at]
      if (!old) continue
      const own = old.cells.some((cell) => pattern.uses[cell] === 1 && this.task.must[cell] === 0)
      if (!own) continue
      const before = pattern.cost
      pattern.set(at, null)
      const move = this.route(pattern, at, noise === 0 ? 0.001 : 0.02 * this.random(), noise)
      pattern.set(at, move ?? old)
      if (pattern.cost > before + 1e-9) pattern.set(at, old)
      else if (pattern.cost < before - 1e-9) better = true
    }
    return better
  }

  /** Tries to do without one cell: all its targets are routed around it. */
  private without(pattern: PatternSet, cell: number, noise: number): boolean {
    const affected: number[] = []
    for (const [at, move] of pattern.moves.entries()) if (move?.cells.includes(cell)) affected.push(at)
    if (affected.length === 0) return false
    const trial = pattern.copy()
    for (const at of affected) trial.set(at, null)
    affected.sort((a, b) => Math.abs(this.task.targets[b]!.by) - Math.abs(this.task.targets[a]!.by))
    for (const at of affected) {
      if (trial.moves[at]) continue
      if (this.left() <= 0) return false
      const move = this.route(trial, at, 0.001, noise, cell)
      if (!move) return false
      trial.set(at, move)
      if (trial.cost >= pattern.cost) return false
      trial.share(
        move,
        affected.filter((other) => trial.moves[other] === null),
      )
    }
    if (trial.cost >= pattern.cost - 1e-9) return false
    pattern.take(trial)
    return true
  }

  /** The proof of a given choice of cells; null when one target has none. */
  patternOf(chosen: Uint8Array): PatternSet | null {
    const pattern = new PatternSet(this.task)
    const { targets } = this.task
    for (const [at, { cell, by, knowledge }] of targets.entries()) {
      if (pattern.moves[at]) continue
      const price = Float64Array.from(chosen, (taken) => (taken === 1 ? 0 : Infinity))
      const found = this.search.find(cell, by, price, knowledge, this.left())
      if (!found.move) return null
      const move = this.fitting(found.move, at)
      if (!move) return null
      pattern.set(at, move)
      pattern.share(move)
    }
    return pattern
  }

  /** A pattern from nothing, drawn towards the relaxed choice. */
  guided(relaxed: Float64Array): PatternSet | null {
    const pattern = new PatternSet(this.task)
    const { targets } = this.task
    const order = [...targets.keys()].sort((a, b) => Math.abs(targets[b]!.by) - Math.abs(targets[a]!.by) || a - b)
    for (const at of order) {
      if (pattern.moves[at]) continue
      if (this.left() <= 0) return null
      const move = this.route(pattern, at, 0, 0, -1, relaxed)
      if (!move) return null
      pattern.set(at, move)
      pattern.share(move)
    }
    return pattern
  }

  /** Some targets lose their tables and get new ones at disturbed prices. */
  shake(pattern: PatternSet, share: number, left: Clock) {
    const all = [...pattern.moves.keys()]
    const count = Math.max(1, Math.round(all.length * share * (0.25 + this.random())))
    for (let k = 0; k < count && left() > 0; k += 1) {
      const at = all[Math.floor(this.random() * all.length)]!
      const old = pattern.moves[at]
      if (!old) continue
      pattern.set(at, null)
      pattern.set(at, this.route(pattern, at, 0.3 * this.random(), 0.5) ?? old)
    }
  }

  /** Until nothing can be had cheaper one by one. */
  settle(pattern: PatternSet, left: Clock) {
    for (let again = 0; again < 6 && left() > 0; again += 1) if (!this.reroute(pattern, 0, left)) break
    for (let better = true; better && left() > 0; ) {
      better = false
      for (const cell of this.costliest(pattern)) {
        if (left() <= 0) break
        if (pattern.uses[cell]! > 0 && this.without(pattern, cell, 0)) better = true
      }
      if (better) this.reroute(pattern, 0, left)
    }
  }

  private costliest(pattern: PatternSet): number[] {
    const cells: number[] = []
    for (let at = 0; at < pattern.uses.length; at += 1)
      if (pattern.uses[at]! > 0 && this.task.must[at] === 0) cells.push(at)
    const { system } = this.task
    return cells.sort((a, b) => priceOf(system, b) - priceOf(system, a) || a - b)
  }
}
