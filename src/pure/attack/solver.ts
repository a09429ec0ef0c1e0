// What the methods ask of a solver of linear programmes. They get it as a parameter, so that they stand on nothing; the house gives them HiGHS.

/** Minimise cost·x subject to rows = right sides and lower ≤ x ≤ upper. Columns are given one after another (compressed sparse columns). */
export type Programme = {
  readonly rows: number
  readonly starts: ArrayLike<number>
  readonly indices: ArrayLike<number>
  readonly values: ArrayLike<number>
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** How it will change: prices of columns (then the primal simplex goes on where it stood) or bounds (then the dual). */
  readonly changes: 'costs' | 'bounds'
}

export type Solved = 'optimal' | 'infeasible' | 'unbounded' | 'stopped'

/** A programme that stays open: changed a little and solved again, it goes on from where it stood. */
export interface Session {
  setBounds(from: number, lower: Float64Array, upper: Float64Array): void
  setBound(column: number, lower: number, upper: number): void
  setCosts(from: number, cost: Float64Array): void
  setCost(column: number, cost: number): void
  addColumn(cost: number, lower: number, upper: number, indices: readonly number[], values: readonly number[]): void
  solve(seconds: number): Solved
  values(): Float64Array
  /** What one unit of each right side is worth. */
  rowPrices(): Float64Array
  objective(): number
  close(): void
}

/** Σ weight·x ≥ least. */
export type Cut = {
  readonly cells: ArrayLike<number>
  readonly weights: ArrayLike<number>
  readonly least: number
}

/** Choose x ∈ {0, 1} at least cost such that every cut holds; cuts are added as they are found. */
export interface Master {
  add(cuts: readonly Cut[]): void
  /** The relaxed choice, 0 ≤ x ≤ 1, and what another unit of each x costs there. Null when the time was too short. */
  relax(seconds: number): { values: Float64Array; cost: number; reduced: Float64Array } | null
  /**
   * A whole choice without the `closed` cells, at most `gap` (as a share) from the least. `bound`: no such choice costs less. `values` is
   * null when there is none or the time was too short for one.
   */
  choose(closed: Uint8Array, gap: number, seconds: number): { values: Float64Array | null; cost: number; bound: number }
  close(): void
}

export interface Solver {
  open(programme: Programme): Session
  /** The same with whole-numbered columns, once. Null when the time was too short to prove the least. */
  whole(programme: Programme, seconds: number): number | null
  /** `chosen`: 1 where x = 1 whatever it costs. */
  master(cost: Float64Array, chosen: Uint8Array): Master
}
