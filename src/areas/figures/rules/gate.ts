// What the gate reads: columns with their parts, the finest counts, and one table system over an edition and all earlier releases.
import { FaultyRows, type TidyTable, tidyTable, total } from '#pure/suppression/tidy.ts'

/**
 * What a column is: `g` a dimension, `u3` the coarser groups of the dimension in column 3 (from 0), `n` the counts, `c` who gave the cases
 * (protected as a unit of its own), `x` nothing.
 */
export type ColumnPart = 'g' | `u${number}` | 'n' | 'c' | 'x'
export type Columns = readonly ColumnPart[]

/** The finest counts of one edition, as they are kept: whatever is not in `groups` counts nothing. */
export type Content = {
  dimensions: string[]
  /** By row and dimension. */
  groups: string[][]
  counts: number[]
  /** By row; null where no column says who gave the cases. */
  givers: string[] | null
  /** By dimension: `child,parent`, the finest first. */
  trees: [string, string][][]
}

export type ColumnFault =
  | 'noCount'
  | 'twoCounts'
  | 'twoGivers'
  | 'noDimension'
  | 'tooManyDimensions'
  | 'foreignParent'
  | 'nameless'
  | 'sameName'

export const mostDimensions = 6

export function readColumns(text: string): ColumnPart[] | null {
  const parts = text.split(',')
  return parts.every((one) => /^(g|n|c|x|u\d{1,2})$/.test(one)) ? (parts as ColumnPart[]) : null
}

export function faultOfColumns(head: readonly string[], columns: Columns): ColumnFault | null {
  const many = (part: ColumnPart) => columns.filter((one) => one === part).length
  if (many('n') === 0) return 'noCount'
  if (many('n') > 1) return 'twoCounts'
  if (many('c') > 1) return 'twoGivers'
  if (many('g') === 0) return 'noDimension'
  if (many('g') > mostDimensions) return 'tooManyDimensions'
  for (const part of columns) if (part.startsWith('u') && columns[Number(part.slice(1))] !== 'g') return 'foreignParent'
  const names = head.flatMap((name, at) => (columns[at] && columns[at] !== 'x' ? [name.trim()] : []))
  if (names.some((name) => name === '')) return 'nameless'
  return new Set(names).size === names.length ? null : 'sameName'
}

/** What the columns of an unknown table probably are: the last column that is mostly whole numbers counts, what differs from row to row is a dimension. */
export function proposeColumns(head: readonly string[], body: readonly (readonly string[])[]): ColumnPart[] {
  const distinct = head.map((_, at) => new Set(body.map((row) => (row[at] ?? '').trim()).filter(Boolean)))
  // A cell here and there that is no number ("<5", ".") is a fault to be named, not a sign of another column.
  const whole = (at: number) => {
    const filled = body.filter((row) => (row[at] ?? '').trim() !== '')
    return filled.length > 0 && filled.filter((row) => /^\d{1,15}$/.test(row[at]!.trim())).length > filled.length / 2
  }
  const count = head.findLastIndex((_, at) => whole(at))
  const columns = head.map((_, at): ColumnPart => (at === count ? 'n' : distinct[at]!.size < 2 ? 'x' : 'g'))
  for (const at of head.keys()) {
    if (columns[at] !== 'g') continue
    // Coarser groups: each word of a finer column always stands beside the same word here, and there are fewer of them.
    const finer = head.findIndex(
      (_, other) =>
        other !== at &&
        columns[other] === 'g' &&
        distinct[at]!.size > 1 &&
        distinct[at]!.size < distinct[other]!.size &&
        determines(body, other, at),
    )
    if (finer !== -1) columns[at] = `u${finer}`
  }
  // Only a dimension itself has coarser groups.
  return columns.map((part) => (part.startsWith('u') && columns[Number(part.slice(1))] !== 'g' ? 'x' : part))
}

function determines(body: readonly (readonly string[])[], finer: number, coarser: number): boolean {
  const seen = new Map<string, string>()
  for (const row of body) {
    const [from, to] = [(row[finer] ?? '').trim(), (row[coarser] ?? '').trim()]
    if (from === '') continue
    if (seen.has(from) && seen.get(from) !== to) return false
    seen.set(from, to)
  }
  return true
}

/** @throws FaultyRows, which names the line. `rows`: the head first. `most`: cells with all sums. */
export function contentOf(rows: readonly (readonly string[])[], columns: Columns, most?: number): Content {
  const head = (rows[0] ?? []).map((name) => name.trim())
  const places = columns.flatMap((part, at) => (part === 'g' ? [at] : []))
  const count = head[columns.indexOf('n')]!
  const giver = columns.includes('c') ? head[columns.indexOf('c')]! : null
  const dimensions = places.map((at) => head[at]!)
  const trees = places.map((at) => treeOf(rows, at, columns))
  // The rows are read by whoever builds the table: the same rules for both.
  const named = [head, ...rows.slice(1)]
  tidyTable(named, {
    dimensions,
    count,
    threshold: 3,
    contributor: giver,
    ...(most === undefined ? {} : { most }),
    trees: new Map(dimensions.map((name, d) => [name, trees[d]!])),
  })
  const body = rows.slice(1).filter((row) => row.some((text) => text.trim() !== ''))
  return {
    dimensions,
    groups: body.map((row) => places.map((at) => (row[at] ?? '').trim())),
    counts: body.map((row) => Number((row[columns.indexOf('n')] ?? '').trim())),
    givers: giver === null ? null : body.map((row) => (row[columns.indexOf('c')] ?? '').trim()),
    trees,
  }
}

/**
 * From the columns with coarser groups, the narrowest first, so that each is the parent of the one before. A town may be called like its county:
 * then the county carries the name of its column as well.
 */
function treeOf(rows: readonly (readonly string[])[], place: number, columns: Columns): [string, string][] {
  const words = (at: number) => new Set(rows.slice(1).map((row) => (row[at] ?? '').trim()))
  const above = columns.flatMap((part, at) => (part === `u${place}` ? [at] : []))
  const chain = [place, ...above.toSorted((a, b) => words(b).size - words(a).size)]
  const finer = chain.map((_, step) => new Set(chain.slice(0, step).flatMap((at) => [...words(at)])))
  const named = (row: readonly string[], step: number) => {
    const name = (row[chain[step]!] ?? '').trim()
    return finer[step]!.has(name) ? `${name} (${(rows[0]![chain[step]!] ?? '').trim()})` : name
  }
  const lines = new Map<string, [string, string]>()
  for (const [n, row] of rows.slice(1).entries())
    for (let step = 0; step + 1 < chain.length; step += 1) {
      const [child, parent] = [named(row, step), named(row, step + 1)]
      if (child === '' || parent === '' || parent === total) continue
      const known = lines.get(child)
      if (known && known[1] !== parent) throw new FaultyRows('two-parents', { child, line: String(n + 2) })
      lines.set(child, [child, parent])
    }
  return [...lines.values()]
}

export type Shown = { groups: readonly string[]; value: number | null }
export type Period = { from: string; until: string }
export type Edition = Period & { content: Content; threshold: number }
export type Released = Edition & { hidden: readonly string[] }

/** One cell over all releases of a table: its time and its groups. */
export const cellId = ({ from, until }: Period, groups: readonly string[]) => JSON.stringify([from, until, ...groups])

export type System = Omit<TidyTable, 'cells'> & { cells: (TidyTable['cells'][number] & { id: string })[] }

/** All margins of an edition, under names that stay the same from release to release. @throws FaultyRows */
export function systemOf({ content, threshold, ...period }: Edition): System {
  const head = [...content.dimensions, 'n', ...(content.givers ? ['c'] : [])]
  const rows = content.groups.map((groups, at) => [
    ...groups,
    String(content.counts[at]!),
    ...(content.givers ? [content.givers[at]!] : []),
  ])
  const places = content.dimensions.map((_, d) => `d${d}`)
  const table = tidyTable([[...places, ...head.slice(places.length)], ...rows], {
    dimensions: places,
    count: 'n',
    threshold,
    contributor: content.givers ? 'c' : null,
    trees: new Map(places.map((name, d) => [name, content.trees[d]!])),
  })
  const name = new Map(table.cells.map(({ id, groups }) => [id, cellId(period, groups)]))
  return {
    cells: table.cells.map((cell) => ({ ...cell, id: name.get(cell.id)! })),
    equations: table.equations.map(({ terms, equals }) => ({
      terms: Object.fromEntries(Object.entries(terms).map(([id, by]) => [name.get(id)!, by])),
      equals,
    })),
  }
}

/** The system that is protected: this edition, and before it every release with what it kept back. */
export function withHistory(edition: Edition, releases: readonly Released[]) {
  const history = releases.map((one) => ({ ...systemOf(one), suppressed: [...one.hidden] }))
  return { ...systemOf(edition), history }
}

/** Why a cell is kept back: by the rule, or because a sum with one that is would give it away. `sum`: the groups of the total of that sum. */
export type Why = { kind: 'rule' } | { kind: 'beside'; cell: string[]; sum: string[] }

/** For each hidden cell that the rule does not ask for: the sum in which it stands with one that is kept back, best with one by the rule. */
export function reasons(system: System, hidden: ReadonlySet<string>): Map<string, Why> {
  const groups = new Map(system.cells.map((cell) => [cell.id, cell.groups]))
  const primary = new Set(system.cells.filter(({ sensitive, id }) => sensitive && hidden.has(id)).map(({ id }) => id))
  const found = new Map<string, Why>([...primary].map((id) => [id, { kind: 'rule' }]))
  for (const wanted of [primary, hidden])
    for (const { terms } of system.equations) {
      const kept = Object.keys(terms).filter((id) => hidden.has(id))
      const sum = Object.entries(terms).find(([, by]) => by < 0)?.[0]
      for (const id of kept) {
        if (found.has(id)) continue
        const other = kept.find((one) => one !== id && wanted.has(one))
        if (other && sum) found.set(id, { kind: 'beside', cell: [...groups.get(other)!], sum: [...groups.get(sum)!] })
      }
    }
  return found
}
