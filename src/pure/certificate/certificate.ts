// A release as anybody sees it, and the certificate over it: what is known of each hidden cell, checked again without what is hidden.
import { type Attack, hiddenOf } from '#pure/attack/attack.ts'
import type { Solver } from '#pure/attack/solver.ts'
import type { TableSystem } from '#pure/attack/table.ts'

export type PublicCell = { id: string; value?: number; min?: number; max?: number }
export type PublicTable = {
  cells: readonly PublicCell[]
  equations: readonly { terms: Readonly<Record<string, number>>; equals: number }[]
}
/** What a reader knows: between which values; null is without limit. */
export type Known = { id: string; low: number | null; high: number | null }
export type Certificate = {
  format: 'nahtstelle-pruefnachweis'
  version: 1
  name?: string
  /** Of `canonical`, as hex. */
  sha256: string
  cells: number
  hidden: number
  method: { name: string; version: string; seed: number; wholeNumbers: boolean; threshold: number | null }
  attack: { known: readonly Known[]; narrowest: number | null; contributors: number }
}

/** All releases as one system, without the values that every release keeps back. Figures are published as they are, sums as they hold. */
export function publicView(system: TableSystem): PublicTable {
  const hidden = hiddenOf(system)
  const cells = system.ids.map((id, at): PublicCell => {
    if (hidden[at] === 0) return { id, value: system.value[at]! }
    return {
      id,
      ...(Number.isFinite(system.min[at]!) ? { min: system.min[at]! } : {}),
      ...(Number.isFinite(system.max[at]!) ? { max: system.max[at]! } : {}),
    }
  })
  const equations = system.equations.map(({ variables, coefficients }) => {
    const terms: Record<string, number> = {}
    let equals = 0
    for (const [k, at] of Array.from(variables).entries()) {
      terms[system.ids[at]!] = (terms[system.ids[at]!] ?? 0) + coefficients[k]!
      equals += coefficients[k]! * system.value[at]!
    }
    return { terms, equals: tidied(equals) }
  })
  return { cells, equations }
}

/** Sums of decimal numbers without the last bits, in which the order of adding shows. */
const tidied = (value: number) => {
  const rounded = Number(value.toPrecision(12))
  return Math.abs(rounded) < 1e-7 ? 0 : rounded
}

/** One text for one table: the order of cells, sums and terms does not count. */
export function canonical({ cells, equations }: PublicTable): string {
  const inOrder = [...cells].sort(byId).map(({ id, value, min, max }) => [id, value ?? null, min ?? null, max ?? null])
  const sums = equations
    .map(({ terms, equals }) =>
      JSON.stringify([Object.entries(terms).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)), equals]),
    )
    .sort()
  return JSON.stringify([inOrder, sums])
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** `sha256` of `canonical(table)`; `attack`: over real numbers, by a reader without values of their own. */
export function certificateOf(
  table: PublicTable,
  attack: Attack,
  about: Pick<Certificate, 'sha256' | 'method'> & { name?: string | undefined; contributors: number },
): Certificate {
  const known = attack.cells.map(({ id, low, high }) => ({ id, low, high })).sort(byId)
  return {
    format: 'nahtstelle-pruefnachweis',
    version: 1,
    ...(about.name === undefined ? {} : { name: about.name }),
    sha256: about.sha256,
    cells: table.cells.length,
    hidden: known.length,
    method: about.method,
    attack: { known, narrowest: narrowestOf(known), contributors: about.contributors },
  }
}

/** The width of the narrowest interval; null where none has two ends. */
export function narrowestOf(known: readonly Known[]): number | null {
  const widths = known.flatMap(({ low, high }) => (low === null || high === null ? [] : [high - low]))
  return widths.length === 0 ? null : Math.min(...widths)
}

/**
 * The same table with values of some kind where nothing is published: whatever obeys sums and bounds serves the attacker as a beginning.
 * @returns null when none fit (the table contradicts itself) or the time was too short.
 */
export function fillingOf(
  table: PublicTable,
  solver: Solver,
  seconds: number,
): (PublicCell & { value: number })[] | null {
  const open = table.cells.filter(({ value }) => value === undefined)
  const place = new Map(open.map(({ id }, at) => [id, at]))
  const value = new Map(table.cells.map((cell) => [cell.id, cell.value]))
  // Rows have zero on their right, so the known part of each sum stands in one more column that is always 1.
  const columns: { rows: number[]; values: number[] }[] = [...open, null].map(() => ({ rows: [], values: [] }))
  for (const [row, { terms, equals }] of table.equations.entries()) {
    let rest = -equals
    for (const [id, factor] of Object.entries(terms)) {
      const at = place.get(id)
      if (at === undefined) rest += factor * (value.get(id) ?? 0)
      else {
        columns[at]!.rows.push(row)
        columns[at]!.values.push(factor)
      }
    }
    columns[open.length]!.rows.push(row)
    columns[open.length]!.values.push(tidied(rest))
  }
  const starts = [0]
  for (const { rows } of columns) starts.push(starts.at(-1)! + rows.length)
  const session = solver.open({
    rows: table.equations.length,
    starts,
    indices: columns.flatMap(({ rows }) => rows),
    values: columns.flatMap(({ values }) => values),
    cost: new Float64Array(columns.length),
    lower: Float64Array.from([...open.map(({ min }) => min ?? -Infinity), 1]),
    upper: Float64Array.from([...open.map(({ max }) => max ?? Infinity), 1]),
    changes: 'costs',
  })
  try {
    if (session.solve(seconds) !== 'optimal') return null
    const found = session.values()
    return table.cells.map((cell) => {
      const at = place.get(cell.id)
      return { ...cell, value: at === undefined ? cell.value! : tidied(within(cell, found[at]!)) }
    })
  } finally {
    session.close()
  }
}

const within = ({ min = -Infinity, max = Infinity }: PublicCell, value: number) => Math.min(max, Math.max(min, value))

export type CertificateFault = { id: string; said: Known | null; found: Known | null }

/** Where what was computed again is not what the certificate says. Empty: it holds. */
export function faultsOf(said: readonly Known[], found: readonly Known[]): CertificateFault[] {
  const before = new Map(said.map((one) => [one.id, one]))
  const now = new Map(found.map((one) => [one.id, one]))
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((id) => {
    const [a, b] = [before.get(id) ?? null, now.get(id) ?? null]
    return a && b && same(a.low, b.low) && same(a.high, b.high) ? [] : [{ id, said: a, found: b }]
  })
}

const same = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a), Math.abs(b))
