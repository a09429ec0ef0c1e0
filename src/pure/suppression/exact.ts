// A lower bound, and the optimum where time allows: Benders' decomposition as Fischetti and Salazar-González (2001) use it. The master chooses cells;
// each target that its choice does not protect answers with cuts. Cells that are too dear for any better pattern fall away before it chooses whole.
import type { Cut, Master, Solver } from '#pure/attack/solver.ts'
import { Lonely, Separator } from './cuts.ts'
import type { Clock } from './improve.ts'
import { priceOf } from './pattern-set.ts'
import type { Target, Task } from './targets.ts'

/** So many cuts, and the master is asked again. */
const atOnce = 60
/** The relaxation is left when so many rounds have raised it by less than a thousandth. */
const patience = 6

export class Bound {
  /** No protected pattern costs less. */
  least: number
  /** The relaxed choice: how much of each cell it takes. Null before the first. */
  relaxed: Float64Array | null = null
  /** No target breaks the relaxed choice any more, or nearly none. */
  settled = false
  private readonly targets: readonly Target[]
  private readonly master: Master
  private readonly lonely: Lonely
  private readonly solver: Solver
  private readonly task: Task
  private separator: Separator | null = null
  private share: Float64Array
  private atRelaxed = 0
  private reduced: Float64Array | null = null
  private next = 0
  private readonly need: number
  /** All costs are whole: then so is every pattern's. */
  private readonly whole: boolean

  /** Works on the attacker without contributors' values and without sliding levels: they only add to the cost, so the bound holds for them too. */
  constructor(task: Task, solver: Solver) {
    this.task = task
    this.solver = solver
    this.targets = task.plain
    this.need = this.targets.reduce((least, { by }) => Math.min(least, Math.abs(by)), Infinity)
    const cost = Float64Array.from(task.may, (may, at) => (may === 1 ? priceOf(task.system, at) : 0))
    this.least = cost.reduce((sum, price, at) => sum + price * task.must[at]!, 0)
    this.whole = cost.every(Number.isInteger)
    this.share = Float64Array.from(task.must)
    this.lonely = new Lonely(task)
    this.master = solver.master(cost, task.must)
  }

  get programmes() {
    return this.separator?.programmes ?? 0
  }

  /** Only the cuts that need no programme. */
  relaxLonely(left: Clock) {
    for (let cuts = this.lonely.cuts(this.share); cuts.length > 0; cuts = this.lonely.cuts(this.share))
      if (left() <= 0 || !this.solve(cuts, left)) return
  }

  relax(left: Clock) {
    this.relaxLonely(left)
    let slow = 0
    while (left() > 0 && slow < patience) {
      const cuts = this.broken(this.share, left, atOnce)
      if (!cuts) return
      if (cuts.length === 0) {
        this.settled = true
        return
      }
      const before = this.least
      if (!this.solve(cuts, left)) return
      this.relaxLonely(left)
      slow = this.least - before < 1e-3 * this.least ? slow + 1 : 0
    }
    this.settled = slow >= patience
  }

  private solve(cuts: readonly Cut[], left: Clock): boolean {
    this.master.add(cuts)
    const found = this.master.relax(left())
    if (!found) return false
    this.share = found.values.map((value) => Math.max(0, Math.min(1, value)))
    this.relaxed = this.share
    this.reduced = found.reduced
    this.atRelaxed = found.cost
    this.raise(found.cost)
    return true
  }

  private raise(to: number) {
    const safe = to - 1e-7 * Math.abs(to)
    this.least = Math.max(this.least, this.whole ? Math.ceil(safe - 1e-6) : safe)
  }

  /** Null when time is over before a target has answered. */
  private broken(share: Float64Array, left: Clock, most: number, core?: Float64Array): Cut[] | null {
    if (this.targets.length === 0) return []
    this.separator ??= new Separator(this.solver, this.task)
    this.separator.choose(share, this.need, core)
    const cuts: Cut[] = []
    for (let asked = 0; asked < this.targets.length && cuts.length < most; asked += 1) {
      const seconds = left()
      if (seconds <= 0) return cuts.length > 0 ? cuts : null
      const target = this.targets[this.next]!
      this.next = (this.next + 1) % this.targets.length
      const found = this.separator.cuts(target, share, seconds)
      if (found === 'stopped') return cuts.length > 0 ? cuts : null
      cuts.push(...found)
    }
    return cuts
  }

  /**
   * Chooses whole, again and again, until no pattern is cheaper than the best one. `offer` is told of every choice and says what the best
   * pattern costs by now; `sound`: the choice is protected against the attacker of this bound.
   */
  prove(left: Clock, best: number, offer: (chosen: Uint8Array, sound: boolean) => number) {
    let cost = best
    for (let gap = 0.02; left() > 0 && !this.proves(cost); ) {
      const found = this.master.choose(this.tooDear(cost), gap, left())
      this.raise(Math.min(cost, found.bound))
      if (this.proves(cost) || !found.values) return
      const share = found.values
      const cuts = this.broken(share, left, Infinity, this.relaxed ?? undefined)
      if (!cuts) return
      cost = offer(Uint8Array.from(share), cuts.length === 0)
      if (cuts.length === 0 && gap === 0) return
      if (cuts.length === 0) gap = 0
      else if (!this.solve(cuts, left)) return
      for (let round = 0; round < 3 && left() > 0; round += 1) {
        const more = this.broken(this.share, left, atOnce)
        if (!more || more.length === 0 || !this.solve(more, left)) break
      }
    }
  }

  proves(cost: number): boolean {
    return this.least >= cost - 1e-6 * Math.max(1, cost)
  }

  private tooDear(cost: number): Uint8Array {
    const { reduced, atRelaxed } = this
    const better = this.whole ? cost - 1 + 1e-4 : cost - 1e-9 * cost
    return Uint8Array.from(this.task.may, (may, at) =>
      may === 0 || (reduced !== null && atRelaxed + reduced[at]! > better) ? 1 : 0,
    )
  }

  close() {
    this.separator?.close()
    this.master.close()
  }
}
