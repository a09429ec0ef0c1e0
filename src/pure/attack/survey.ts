// The intervals of many cells with few programmes. Cells that always move together share one question; a table that goes as far as any equation
// allows answers for every cell in which it does; and one programme that pushes many cells at once finds such tables.
import { type Attacker, tolerance } from './attacker.ts'
import { canMove, type Kernel } from './kernel.ts'
import type { Knowledge } from './knowledge.ts'
import { OuterLimits } from './outer.ts'
import type { TableSystem } from './table.ts'

/** Cells whose deviations are multiples of one another: `factors[k]` times that of the first. */
type Bundle = { readonly cells: number[]; readonly factors: number[]; readonly reach: [number, number] }

export type Exactly = (at: number, side: 1 | -1, far: number, moved: Float64Array | null) => number | null

export class Survey {
  readonly up: Float64Array
  readonly down: Float64Array
  private readonly attacker: Attacker
  private readonly outer: OuterLimits
  private readonly bundles: Bundle[] = []
  private readonly isTable: (moved: Float64Array) => boolean

  /** `isTable`: whether this deviation, within all limits, is one that the attacker takes for possible (whole numbers). */
  constructor(
    system: TableSystem,
    kernel: Kernel,
    knowledge: Knowledge,
    attacker: Attacker,
    wanted: readonly number[],
    isTable: (moved: Float64Array) => boolean,
  ) {
    this.attacker = attacker
    this.isTable = isTable
    this.up = new Float64Array(kernel.size)
    this.down = new Float64Array(kernel.size)
    this.outer = new OuterLimits(system, kernel, knowledge)
    const byDirection = new Map<string, Bundle>()
    for (const at of wanted) {
      if (!canMove(kernel, at)) continue
      const [from, to] = [kernel.starts[at]!, kernel.starts[at + 1]!]
      const first = kernel.values[from]!
      let direction = ''
      for (let e = from; e < to; e += 1)
        direction += `${kernel.indices[e]}:${Math.round((kernel.values[e]! / first) * 1e9)} `
      const known = byDirection.get(direction)
      if (known) {
        known.cells.push(at)
        known.factors.push(first / kernel.values[kernel.starts[known.cells[0]!]!]!)
        continue
      }
      const bundle: Bundle = { cells: [at], factors: [1], reach: [-1, -1] }
      byDirection.set(direction, bundle)
      this.bundles.push(bundle)
    }
  }

  /** Fills `up` and `down`; false when the time was too short for some, which are NaN then. `exactly` has the last word on a single answer. */
  run(left: () => number, exactly: Exactly): boolean {
    const done = this.ask(left, exactly)
    for (const { cells, factors, reach } of this.bundles) {
      const [up, down] = reach.map((far) => (far < 0 ? Number.NaN : far)) as [number, number]
      for (const [k, at] of cells.entries()) {
        const factor = Math.abs(factors[k]!)
        this.up[at] = factor * (factors[k]! > 0 ? up : down)
        this.down[at] = factor * (factors[k]! > 0 ? down : up)
      }
    }
    return done
  }

  private ask(left: () => number, exactly: Exactly): boolean {
    this.narrow()
    for (let last = Infinity; last > 2 && left() > 0; ) {
      const before = this.open()
      if (before < 8) break
      const moved = this.attacker.push(this.directions(), left())
      if (!moved) break
      this.note(moved)
      last = before - this.open()
    }
    let asked = 0
    for (const bundle of this.bundles)
      for (const side of [1, -1] as const) {
        if (bundle.reach[side > 0 ? 0 : 1] >= 0) continue
        const at = bundle.cells[0]!
        const { far, moved, status } = this.attacker.reach(at, side, left())
        if (status === 'stopped') return false
        const exact = exactly(at, side, far, moved)
        if (exact === null) return false
        this.settle(bundle, side, exact)
        if (moved && exact === far) this.note(moved)
        asked += 1
        if (asked % 16 === 0) this.narrow()
      }
    return true
  }

  private open(): number {
    let count = 0
    for (const { reach } of this.bundles) count += Number(reach[0] < 0) + Number(reach[1] < 0)
    return count
  }

  private settle({ cells, factors, reach }: Bundle, side: 1 | -1, far: number) {
    reach[side > 0 ? 0 : 1] = far
    for (const [k, at] of cells.entries()) {
      const factor = factors[k]!
      this.outer.limit(at, (factor > 0 ? side : -side) as 1 | -1, Math.abs(factor) * far)
    }
  }

  /** How far the bundle's first cell may go at the most, as far as the equations say one by one. */
  private most({ cells, factors }: Bundle, side: 1 | -1): number {
    let most = Infinity
    for (const [k, at] of cells.entries()) {
      const factor = factors[k]!
      const limit = factor * side > 0 ? this.outer.up[at]! : this.outer.down[at]!
      most = Math.min(most, limit / Math.abs(factor))
    }
    return most
  }

  private narrow() {
    for (let again = 0; again < 3; again += 1) {
      this.outer.carryOn()
      for (const bundle of this.bundles)
        for (const side of [1, -1] as const) {
          const most = this.most(bundle, side)
          if (bundle.reach[side > 0 ? 0 : 1] >= 0) continue
          if (most <= 0) this.settle(bundle, side, 0)
          else if (most < Infinity)
            for (const [k, at] of bundle.cells.entries()) {
              const factor = bundle.factors[k]!
              this.outer.limit(at, (factor > 0 ? side : -side) as 1 | -1, Math.abs(factor) * most)
            }
        }
    }
  }

  /** A table answers for every bundle that it moves as far as anything could. */
  private note(moved: Float64Array) {
    if (!this.attacker.allows(moved) || !this.isTable(moved)) return
    for (const bundle of this.bundles)
      for (const side of [1, -1] as const) {
        const place = side > 0 ? 0 : 1
        if (bundle.reach[place] >= 0) continue
        const most = this.most(bundle, side)
        if (side * moved[bundle.cells[0]!]! >= most - 0.01 * tolerance(most)) bundle.reach[place] = most
      }
  }

  /** All that is still open, each by its own measure; of two sides of a bundle one. */
  private directions(): Map<number, number> {
    const push = new Map<number, number>()
    for (const [place, bundle] of this.bundles.entries()) {
      const open = ([1, -1] as const).filter((side) => bundle.reach[side > 0 ? 0 : 1] < 0)
      if (open.length === 0) continue
      const side = open.length === 2 ? open[place % 2]! : open[0]!
      const most = this.most(bundle, side)
      push.set(bundle.cells[0]!, side / (most === Infinity ? 1e6 : Math.max(1, most)))
    }
    return push
  }
}
