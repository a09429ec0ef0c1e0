// HiGHS for the methods of the house: persistent models that go on from where they stood, and mixed-integer programmes with a time limit.
import imported from 'highs'
import type { Programme, Session, Solved, Solver } from '#pure/attack/solver.ts'
import { type Highs, HighsMaster, type Model, quiet } from './master.ts'

// Its types describe the CommonJS form, where the loader hangs at `default`; what Node loads is the ES module.
const loadHighs = imported as unknown as (typeof imported)['default']

export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return {
    open: (programme) => new HighsSession(highs, programme),
    whole: (programme, seconds) => whole(highs, programme, seconds),
    master: (cost, chosen) => new HighsMaster(highs, cost, chosen),
  }
}

const meanings = new Map<number, Solved>([
  [6, 'optimal'],
  [7, 'optimal'],
  [8, 'infeasible'],
  [10, 'unbounded'],
])

function pass(highs: Highs, model: Model, programme: Programme, integral: boolean) {
  const { rows, cost, lower, upper, starts, indices, values } = programme
  const columns = cost.length
  model.passModel({
    numCols: columns,
    numRows: rows,
    sense: highs.constants.objectiveSense.minimize,
    offset: 0,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: new Float64Array(rows),
    rowUpper: new Float64Array(rows),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(integral ? { integrality: new Int32Array(columns).fill(highs.constants.variableType.integer) } : {}),
  })
}

class HighsSession implements Session {
  private readonly model: Model

  constructor(highs: Highs, programme: Programme) {
    this.model = highs.createModel()
    this.model.options.set({
      ...quiet,
      presolve: 'off',
      solver: 'simplex',
      simplex_strategy: programme.changes === 'bounds' ? 1 : 4,
      primal_feasibility_tolerance: 1e-9,
      dual_feasibility_tolerance: 1e-9,
    })
    pass(highs, this.model, programme, false)
  }

  setBounds(from: number, lower: Float64Array, upper: Float64Array) {
    if (lower.length > 0)
      this.model.changeColsBounds({ kind: 'range', from, to: from + lower.length - 1 }, lower, upper)
  }

  setBound(column: number, lower: number, upper: number) {
    this.model.changeColBounds(column, lower, upper)
  }

  setCosts(from: number, cost: Float64Array) {
    if (cost.length > 0) this.model.changeColsCost({ kind: 'range', from, to: from + cost.length - 1 }, cost)
  }

  setCost(column: number, cost: number) {
    this.model.changeColCost(column, cost)
  }

  addColumn(cost: number, lower: number, upper: number, indices: readonly number[], values: readonly number[]) {
    this.model.addCol(cost, lower, upper, { indices: Int32Array.from(indices), values: Float64Array.from(values) })
  }

  solve(seconds: number): Solved {
    if (seconds <= 0) return 'stopped'
    const { model } = this
    // The limit counts from the model's first run.
    model.options.set('time_limit', Math.min(1e9, model.getRunTime() + seconds))
    let { modelStatus } = model.run()
    if (!meanings.has(modelStatus) && modelStatus !== 13) {
      // Rarely it loses its way from an old basis: once more from nothing.
      model.clearSolver()
      modelStatus = model.run().modelStatus
    }
    return meanings.get(modelStatus) ?? 'stopped'
  }

  values() {
    return this.model.getSolution().colValue
  }

  rowPrices() {
    return this.model.getSolution().rowDual
  }

  objective() {
    return this.model.getObjectiveValue()
  }

  close() {
    this.model.dispose()
  }
}

function whole(highs: Highs, programme: Programme, seconds: number): number | null {
  return highs.withModel((model: Model) => {
    model.options.set({ ...quiet, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 })
    pass(highs, model, programme, true)
    return model.run().modelStatus === 7 ? model.getObjectiveValue() : null
  })
}
