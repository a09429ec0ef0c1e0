// The master of Benders' decomposition with HiGHS: one relaxed model that grows cut by cut and goes on from where it stood, and a small
// whole-numbered one of what is still open, made anew for each choice.
import type imported from 'highs'
import type { Cut, Master } from '#pure/attack/solver.ts'

export type Highs = Awaited<ReturnType<(typeof imported)['default']>>
export type Model = ReturnType<Highs['createModel']>

export const quiet = { output_flag: false } as const
const optimal = 7

export class HighsMaster implements Master {
  private readonly highs: Highs
  private readonly cost: Float64Array
  private readonly chosen: Uint8Array
  private readonly model: Model
  private readonly cuts: Cut[] = []

  constructor(highs: Highs, cost: Float64Array, chosen: Uint8Array) {
    this.highs = highs
    this.cost = cost
    this.chosen = chosen
    this.model = highs.createModel()
    this.model.options.set({ ...quiet, presolve: 'off', solver: 'simplex', simplex_strategy: 1 })
    const columns = cost.length
    pass(highs, this.model, cost, Float64Array.from(chosen), [], false, new Int32Array(columns))
  }

  add(cuts: readonly Cut[]) {
    for (const cut of cuts) {
      this.cuts.push(cut)
      this.model.addRow(cut.least, Number.POSITIVE_INFINITY, {
        indices: Int32Array.from(cut.cells),
        values: Float64Array.from(cut.weights),
      })
    }
  }

  relax(seconds: number) {
    if (seconds <= 0) return null
    const { model } = this
    model.options.set('time_limit', Math.min(1e9, model.getRunTime() + seconds))
    if (model.run().modelStatus !== optimal) return null
    const { colValue, colDual } = model.getSolution()
    return { values: colValue, cost: model.getObjectiveValue(), reduced: colDual }
  }

  choose(closed: Uint8Array, gap: number, seconds: number) {
    const place = new Int32Array(this.cost.length).fill(-1)
    const open: number[] = []
    let fixed = 0
    for (let at = 0; at < this.cost.length; at += 1)
      if (this.chosen[at] === 1) fixed += this.cost[at]!
      else if (closed[at] === 0) place[at] = open.push(at) - 1
    const rows: Cut[] = []
    for (const { cells, weights, least } of this.cuts) {
      const row = { cells: [] as number[], weights: [] as number[], least }
      for (let k = 0; k < cells.length; k += 1) {
        const at = cells[k]!
        if (this.chosen[at] === 1) row.least -= weights[k]!
        else if (place[at] !== -1) {
          row.cells.push(place[at]!)
          row.weights.push(weights[k]!)
        }
      }
      if (row.cells.length > 0 || row.least > 1e-9) rows.push(row)
    }
    const whole = (values: Float64Array | null) => {
      if (!values) return null
      const all = Float64Array.from(this.chosen)
      for (const [k, at] of open.entries()) all[at] = Math.round(values[k]!)
      return all
    }
    if (rows.some(({ cells }) => cells.length === 0)) return { values: null, cost: Infinity, bound: Infinity }
    if (open.length === 0) return { values: whole(new Float64Array()), cost: fixed, bound: fixed }
    return this.highs.withModel((model: Model) => {
      model.options.set({
        ...quiet,
        time_limit: Math.max(0.01, seconds),
        mip_rel_gap: gap,
        mip_abs_gap: 1e-6,
      })
      const cost = Float64Array.from(open, (at) => this.cost[at]!)
      const kinds = new Int32Array(open.length).fill(this.highs.constants.variableType.integer)
      pass(this.highs, model, cost, new Float64Array(open.length), rows, true, kinds)
      const { modelStatus } = model.run()
      if (modelStatus === 8) return { values: null, cost: Infinity, bound: Infinity }
      const found = modelStatus === optimal || Number(model.info.get('primal_solution_status')) === 2
      const bound = Number(model.info.get('mip_dual_bound'))
      return {
        values: found ? whole(model.getSolution().colValue) : null,
        cost: found ? fixed + model.getObjectiveValue() : Infinity,
        bound: Number.isFinite(bound) ? fixed + bound : Number.NEGATIVE_INFINITY,
      }
    })
  }

  close() {
    this.model.dispose()
  }
}

function pass(
  highs: Highs,
  model: Model,
  cost: Float64Array,
  lower: Float64Array,
  cuts: readonly Cut[],
  integral: boolean,
  kinds: Int32Array,
) {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { cells, weights } of cuts) {
    for (let k = 0; k < cells.length; k += 1) {
      indices.push(cells[k]!)
      values.push(weights[k]!)
    }
    starts.push(indices.length)
  }
  model.passModel({
    numCols: cost.length,
    numRows: cuts.length,
    sense: highs.constants.objectiveSense.minimize,
    offset: 0,
    colCost: cost,
    colLower: lower,
    colUpper: new Float64Array(cost.length).fill(1),
    rowLower: Float64Array.from(cuts, ({ least }) => least),
    rowUpper: new Float64Array(cuts.length).fill(Infinity),
    matrix: {
      format: 'csr',
      numRows: cuts.length,
      numCols: cost.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(integral ? { integrality: kinds } : {}),
  })
}
