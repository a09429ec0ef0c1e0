// The table system as a file brings it, read into numbers: all releases together, cells shared by their ids.
import type { Equation } from './dictionary.ts'

export type Sensitive = { below: number; above: number; sliding: number }
export type FaultCode =
  | 'no-table'
  | 'no-cells'
  | 'bad-cell'
  | 'twice'
  | 'bad-number'
  | 'bad-cost'
  | 'outside'
  | 'bad-sensitive'
  | 'bad-equation'
  | 'unknown-id'
  | 'unbalanced'
  | 'bad-contributor'
  | 'unknown-suppressed'
  | 'bad-suppressed'
  | 'too-large'

/** The input is wrong: what, and where. */
export class FaultyTable extends Error {
  readonly code: FaultCode
  readonly at: Readonly<Record<string, string>>
  constructor(code: FaultCode, at: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(at)}`)
    this.code = code
    this.at = at
  }
}

export type TableSystem = {
  readonly ids: readonly string[]
  readonly value: Float64Array
  readonly cost: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly sensitive: readonly (Sensitive | undefined)[]
  readonly contributors: readonly (ReadonlyMap<string, number> | undefined)[]
  readonly equations: readonly Equation[]
  /** 1: stands in the newest release. */
  readonly current: Uint8Array
  /** 1: a release has published it. In the newest, only where its pattern is given. */
  readonly published: Uint8Array
  /** 1: an earlier release (or the given pattern) kept it back. */
  readonly kept: Uint8Array
}

type Bag = Readonly<Record<string, unknown>>
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const mostCells = 1_000_000

/** @throws FaultyTable. `pattern`: what the newest release keeps back, where that is known. */
export function readTable(input: unknown, pattern?: unknown): TableSystem {
  const releases = Array.isArray(input) ? input : isBag(input) ? [...listOf(input.history), input] : []
  if (releases.length === 0) throw new FaultyTable('no-table')
  const reader = new Reader()
  for (const [number, release] of releases.entries()) {
    const last = number === releases.length - 1
    const own = isBag(release) ? release.suppressed : undefined
    const suppressed = last && !Array.isArray(input) ? pattern : (own ?? [])
    reader.read(release, suppressed, last, `${number + 1}`)
  }
  return reader.done()
}

const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new FaultyTable('no-table')
  return value
}

class Reader {
  private readonly ids: string[] = []
  /** By name the newest version of each figure; a figure that was corrected is another one, which nobody can compute from the first. */
  private readonly index = new Map<string, number>()
  private readonly older = new Map<string, number[]>()
  private readonly value: number[] = []
  private readonly cost: number[] = []
  private readonly min: number[] = []
  private readonly max: number[] = []
  private readonly sensitive: (Sensitive | undefined)[] = []
  private readonly contributors: (ReadonlyMap<string, number> | undefined)[] = []
  private readonly equations: Equation[] = []
  private readonly current: number[] = []
  private readonly published: number[] = []
  private readonly kept: number[] = []

  read(release: unknown, suppressed: unknown, last: boolean, number: string) {
    if (!isBag(release) || !Array.isArray(release.cells)) throw new FaultyTable('no-cells', { release: number })
    const here = new Set<string>()
    for (const cell of release.cells) here.add(this.cell(cell, last, here))
    if (this.ids.length > mostCells) throw new FaultyTable('too-large', { most: String(mostCells) })
    for (const [at, equation] of listOf(release.equations).entries()) this.equation(equation, `${at + 1}`)
    if (suppressed === undefined) return
    const hidden = new Set(this.suppressed(suppressed, here))
    for (const id of here) (hidden.has(id) ? this.kept : this.published)[this.index.get(id)!] = 1
  }

  private suppressed(list: unknown, here: ReadonlySet<string>): string[] {
    const ids = isBag(list) ? list.suppressed : list
    if (!Array.isArray(ids)) throw new FaultyTable('bad-suppressed')
    return ids.map((id) => {
      const name = typeof id === 'number' ? String(id) : id
      if (typeof name !== 'string') throw new FaultyTable('bad-suppressed')
      if (!here.has(name)) throw new FaultyTable('unknown-suppressed', { id: name })
      return name
    })
  }

  private cell(cell: unknown, last: boolean, here: ReadonlySet<string>): string {
    if (!isBag(cell)) throw new FaultyTable('bad-cell', { place: String(here.size + 1) })
    const id = typeof cell.id === 'number' ? String(cell.id) : cell.id
    if (typeof id !== 'string' || id === '') throw new FaultyTable('bad-cell', { place: String(here.size + 1) })
    if (here.has(id)) throw new FaultyTable('twice', { id })
    const { value } = cell
    if (!isNumber(value)) throw new FaultyTable('bad-number', { id, field: 'value' })
    const cost = this.number(cell, 'cost', id, Math.max(1, Math.abs(value)))
    if (cost < 0) throw new FaultyTable('bad-cost', { id })
    const min = this.number(cell, 'min', id, 0)
    const max = this.number(cell, 'max', id, Infinity)
    if (value < min - within(value) || value > max + within(value)) throw new FaultyTable('outside', { id })
    const sensitive = this.levels(cell.sensitive, id)
    const contributors = this.shares(cell.contributors, id)
    const known = this.versionOf(id, value)
    this.index.set(id, known ?? this.ids.length)
    if (known === undefined) {
      this.ids.push(id)
      this.value.push(value)
      this.cost.push(cost)
      this.min.push(Math.min(min, value))
      this.max.push(Math.max(max, value))
      this.sensitive.push(sensitive)
      this.contributors.push(contributors)
      this.current.push(last ? 1 : 0)
      this.published.push(0)
      this.kept.push(0)
      return id
    }
    this.min[known] = Math.max(this.min[known]!, Math.min(min, value))
    this.max[known] = Math.min(this.max[known]!, Math.max(max, value))
    this.cost[known] = cost
    if (last) this.current[known] = 1
    const before = this.sensitive[known]
    if (sensitive)
      this.sensitive[known] = before
        ? {
            below: Math.max(before.below, sensitive.below),
            above: Math.max(before.above, sensitive.above),
            sliding: Math.max(before.sliding, sensitive.sliding),
          }
        : sensitive
    // Whoever once gave a part of this figure knows so, also where a later release names others.
    if (contributors) this.contributors[known] = new Map([...(this.contributors[known] ?? []), ...contributors])
    return id
  }

  /** The version of a figure that has this value; the versions before the newest get a name of their own. */
  private versionOf(id: string, value: number): number | undefined {
    const newest = this.index.get(id)
    if (newest === undefined) return undefined
    const same = (at: number) => Math.abs(this.value[at]! - value) <= within(value)
    if (same(newest)) return newest
    const versions = this.older.get(id) ?? []
    const known = versions.findLast(same)
    this.older.set(id, [...versions.filter((at) => at !== known), newest])
    let number = versions.length + 1
    while (this.index.has(`${id} · ${number}`)) number += 1
    this.ids[newest] = `${id} · ${number}`
    this.index.set(this.ids[newest], newest)
    if (known !== undefined) this.ids[known] = id
    return known
  }

  private number(cell: Bag, field: string, id: string, missing: number): number {
    const value = cell[field]
    if (value === undefined || value === null) return missing
    if (!isNumber(value)) throw new FaultyTable('bad-number', { id, field })
    return value
  }

  private levels(levels: unknown, id: string): Sensitive | undefined {
    if (levels === undefined || levels === null) return undefined
    if (!isBag(levels)) throw new FaultyTable('bad-sensitive', { id })
    const [below, above, sliding] = ['below', 'above', 'sliding'].map((field) => this.number(levels, field, id, 0))
    if (below! < 0 || above! < 0 || sliding! < 0) throw new FaultyTable('bad-sensitive', { id })
    return { below: below!, above: above!, sliding: sliding! }
  }

  private shares(shares: unknown, id: string): ReadonlyMap<string, number> | undefined {
    if (shares === undefined || shares === null) return undefined
    if (!isBag(shares)) throw new FaultyTable('bad-contributor', { id })
    const found = new Map<string, number>()
    for (const [name, amount] of Object.entries(shares)) {
      if (!isNumber(amount)) throw new FaultyTable('bad-contributor', { id })
      found.set(name, amount)
    }
    return found
  }

  private equation(equation: unknown, place: string) {
    if (!isBag(equation) || !isBag(equation.terms)) throw new FaultyTable('bad-equation', { place })
    const equals = equation.equals === undefined ? 0 : equation.equals
    if (!isNumber(equals)) throw new FaultyTable('bad-equation', { place })
    const variables: number[] = []
    const coefficients: number[] = []
    let sum = 0
    let size = Math.abs(equals)
    for (const [id, coefficient] of Object.entries(equation.terms)) {
      if (!isNumber(coefficient)) throw new FaultyTable('bad-equation', { place })
      const at = this.index.get(id)
      if (at === undefined) throw new FaultyTable('unknown-id', { place, id })
      if (coefficient === 0) continue
      variables.push(at)
      coefficients.push(coefficient)
      sum += coefficient * this.value[at]!
      size = Math.max(size, Math.abs(coefficient * this.value[at]!))
    }
    if (Math.abs(sum - equals) > within(size))
      throw new FaultyTable('unbalanced', { place, sum: String(sum), equals: String(equals) })
    this.equations.push({ variables, coefficients })
  }

  done(): TableSystem {
    return {
      ids: this.ids,
      value: Float64Array.from(this.value),
      cost: Float64Array.from(this.cost),
      min: Float64Array.from(this.min),
      max: Float64Array.from(this.max),
      sensitive: this.sensitive,
      contributors: this.contributors,
      equations: this.equations,
      current: Uint8Array.from(this.current),
      published: Uint8Array.from(this.published),
      kept: Uint8Array.from(this.kept),
    }
  }
}

/** Rounding errors of sums of decimal numbers, and no more. */
const within = (size: number) => 1e-7 * Math.max(1, Math.abs(size))
