// What a reader can compute about every hidden cell of one or several releases.
import { Attacker, tolerance } from './attacker.ts'
import { canMove, type Kernel, kernelInTime } from './kernel.ts'
import { contributorsOf, type Knowledge, knowledgeOf, requiredOf } from './knowledge.ts'
import type { Solver } from './solver.ts'
import { Survey } from './survey.ts'
import type { TableSystem } from './table.ts'

export type Interval = {
  readonly id: string
  /** Null: no limit. */
  readonly low: number | null
  readonly high: number | null
  readonly protected: boolean
  /** By whose own values it is worst, where contributors were asked for. */
  readonly by?: string | null
}
export type Attack = { readonly protected: boolean; readonly cells: readonly Interval[]; readonly programmes: number }
export type How = {
  readonly left: () => number
  readonly wholeNumbers: boolean
  /** null: nobody in particular; 'all' tries each. */
  readonly who: string | null
  readonly everybody: boolean
}

/** Kept back in every release it stands in. */
export const hiddenOf = ({ published, kept }: TableSystem) =>
  Uint8Array.from(published, (out, at) => (out === 0 && kept[at] === 1 ? 1 : 0))

/** @returns null when the time did not suffice for an exact answer. */
export function attack(system: TableSystem, solver: Solver, how: How): Attack | null {
  const hidden = hiddenOf(system)
  const names = how.everybody ? [null, ...contributorsOf(system, hidden)] : [how.who]
  const worst = new Map<number, Interval>()
  let programmes = 0
  for (const who of names) {
    const one = attackAs(system, hidden, solver, how, who)
    if (!one) return null
    programmes += one.programmes
    for (const [at, interval] of one.intervals) {
      const before = worst.get(at)
      if (!before || isWorse(interval, before)) worst.set(at, how.everybody ? { ...interval, by: who } : interval)
    }
  }
  const cells = [...worst.entries()].sort(([a], [b]) => a - b).map(([, interval]) => interval)
  return { protected: cells.every((cell) => cell.protected), cells, programmes }
}

const width = ({ low, high }: Interval) => (low === null || high === null ? Infinity : high - low)
const isWorse = (one: Interval, other: Interval) =>
  one.protected !== other.protected ? !one.protected : width(one) < width(other)

function attackAs(system: TableSystem, hidden: Uint8Array, solver: Solver, how: How, who: string | null) {
  const cells = [...hidden.keys()].filter((at) => hidden[at] === 1)
  const reached = reachOf(system, hidden, cells, solver, how, who)
  if (!reached.done) return null
  const { up, down, programmes } = reached
  const intervals = cells.map((at): [number, Interval] => {
    const shown = (far: number, side: number) => (far === Infinity ? null : tidied(system.value[at]! + side * far))
    return [
      at,
      {
        id: system.ids[at]!,
        low: shown(down[at]!, -1),
        high: shown(up[at]!, 1),
        protected: isWide(down[at]!, up[at]!, requiredOf(system, at, who)),
      },
    ]
  })
  return { intervals, programmes }
}

/** Nobody is protected from their own value: then nothing is required. */
export function isWide(down: number, up: number, levels: ReturnType<typeof requiredOf>): boolean {
  const enough = (far: number, need: number) => far >= need - tolerance(need)
  return !levels || (enough(down, levels.below) && enough(up, levels.above) && enough(down + up, levels.sliding))
}

/** How far the `wanted` cells can move to either side in the eyes of this attacker; NaN where the time was too short. */
export function reachOf(
  system: TableSystem,
  hidden: Uint8Array,
  wanted: readonly number[],
  solver: Solver,
  { left, wholeNumbers }: Pick<How, 'left' | 'wholeNumbers'>,
  who: string | null,
): { up: Float64Array; down: Float64Array; done: boolean; programmes: number } {
  const knowledge = knowledgeOf(system, hidden, who)
  const kernel = kernelInTime(system.ids.length, system.equations, knowledge.movable, left)
  if (!kernel) {
    const unknown = new Float64Array(system.ids.length).fill(Number.NaN)
    return { up: unknown, down: unknown, done: false, programmes: 0 }
  }
  const attacker = new Attacker(solver, kernel, knowledge)
  const isWhole = (moved: Float64Array) => moved.every((by, at) => isNear(system.value[at]! + by))
  try {
    const possible = wholeNumbers ? isWhole : () => true
    const survey = new Survey(system, kernel, knowledge, attacker, wanted, possible)
    const done = survey.run(left, (at, side, far, moved) =>
      wholeNumbers && far < Infinity && !(moved && isWhole(moved))
        ? wholeReach(system, kernel, knowledge, solver, at, side, left())
        : far,
    )
    return { up: survey.up, down: survey.down, done, programmes: attacker.programmes }
  } finally {
    attacker.close()
  }
}

const isNear = (value: number) => Math.abs(value - Math.round(value)) < 1e-6
const tidied = (value: number) => (isNear(value) ? Math.round(value) : value)

/** The same question in whole numbers, over the equations themselves. */
function wholeReach(
  system: TableSystem,
  kernel: Kernel,
  knowledge: Knowledge,
  solver: Solver,
  target: number,
  side: number,
  seconds: number,
): number | null {
  const size = system.ids.length
  const columns: { rows: number[]; values: number[] }[] = Array.from({ length: size }, () => ({ rows: [], values: [] }))
  let rows = 0
  for (const { variables, coefficients } of system.equations) {
    for (let k = 0; k < variables.length; k += 1)
      if (canMove(kernel, variables[k]!)) {
        columns[variables[k]!]!.rows.push(rows)
        columns[variables[k]!]!.values.push(coefficients[k]!)
      }
    rows += 1
  }
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const column of columns) {
    indices.push(...column.rows)
    values.push(...column.values)
    starts.push(indices.length)
  }
  const moves = (limit: Float64Array, at: number) => (canMove(kernel, at) ? Math.floor(limit[at]! + 1e-9) : 0)
  const cost = new Float64Array(size)
  cost[target] = -side
  const far = solver.whole(
    {
      rows,
      starts,
      indices,
      values,
      cost,
      lower: Float64Array.from({ length: size }, (_, at) => 0 - moves(knowledge.down, at)),
      upper: Float64Array.from({ length: size }, (_, at) => moves(knowledge.up, at)),
      changes: 'costs',
    },
    seconds,
  )
  return far === null ? null : Math.round(-far)
}
