// Limits that every single equation sets to the deviations of its cells, carried on from equation to equation until they stay (bound propagation).
// No table goes beyond them; where a table is found that goes as far, no programme has to be asked.
import { canMove, type Kernel } from './kernel.ts'
import type { Knowledge } from './knowledge.ts'
import type { TableSystem } from './table.ts'

type Row = { readonly cells: number[]; readonly by: number[] }

const passes = 12

export class OuterLimits {
  readonly up: Float64Array
  readonly down: Float64Array
  private readonly rows: Row[] = []
  private readonly rowsOf = new Map<number, number[]>()
  private readonly waiting = new Set<number>()

  constructor(system: TableSystem, kernel: Kernel, knowledge: Knowledge) {
    this.up = knowledge.up.slice()
    this.down = knowledge.down.slice()
    for (let at = 0; at < kernel.size; at += 1)
      if (!canMove(kernel, at)) {
        this.up[at] = 0
        this.down[at] = 0
      }
    for (const { variables, coefficients } of system.equations) {
      const row: Row = { cells: [], by: [] }
      for (let k = 0; k < variables.length; k += 1)
        if (canMove(kernel, variables[k]!)) {
          row.cells.push(variables[k]!)
          row.by.push(coefficients[k]!)
        }
      if (row.cells.length === 0) continue
      const place = this.rows.push(row) - 1
      this.waiting.add(place)
      for (const at of row.cells) this.rowsOf.set(at, [...(this.rowsOf.get(at) ?? []), place])
    }
  }

  /** A limit that is known otherwise. */
  limit(at: number, side: 1 | -1, far: number) {
    const limits = side > 0 ? this.up : this.down
    if (far >= limits[at]! * (1 - 1e-12)) return
    limits[at] = far
    for (const place of this.rowsOf.get(at) ?? []) this.waiting.add(place)
  }

  carryOn() {
    for (let pass = 0; pass < passes && this.waiting.size > 0; pass += 1) {
      const now = [...this.waiting]
      this.waiting.clear()
      for (const place of now) this.tighten(this.rows[place]!)
    }
    this.waiting.clear()
  }

  /** Σ by·cell = 0: a cell goes no further than all others of the equation together can make up for. */
  private tighten({ cells, by }: Row) {
    const most = (k: number, sign: number) => {
      const at = cells[k]!
      return Math.abs(by[k]!) * (by[k]! * sign > 0 ? this.up[at]! : this.down[at]!)
    }
    for (const sign of [1, -1] as const) {
      let finite = 0
      let endless = 0
      for (let k = 0; k < cells.length; k += 1) {
        const far = most(k, sign)
        if (far === Infinity) endless += 1
        else finite += far
      }
      if (endless > 1) continue
      for (let k = 0; k < cells.length; k += 1) {
        const own = most(k, sign)
        if (endless === 1 && own !== Infinity) continue
        const others = Math.max(0, own === Infinity ? finite : finite - own)
        // As far as the others push to one side, the cell may go to the other.
        this.limit(cells[k]!, by[k]! * sign > 0 ? -1 : 1, others / Math.abs(by[k]!))
      }
    }
  }
}
