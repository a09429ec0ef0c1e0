// From the finest counts to the table with all its margins: every combination of groups of all dimensions, in their hierarchies, is a cell, and
// every group is the sum of its parts. Counts from 1 up to below the threshold are primary.

export type TidyFault =
  | 'no-rows'
  | 'no-column'
  | 'bad-count'
  | 'no-value'
  | 'star'
  | 'bad-tree'
  | 'two-parents'
  | 'circle'
  | 'not-finest'
  | 'too-many'

export class FaultyRows extends Error {
  readonly code: TidyFault
  readonly at: Readonly<Record<string, string>>
  constructor(code: TidyFault, at: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(at)}`)
    this.code = code
    this.at = at
  }
}

export type TidyWishes = {
  readonly dimensions: readonly string[]
  readonly count: string
  readonly threshold: number
  readonly contributor: string | null
  /** How many cells the table may have with all its sums; without it 200,000. */
  readonly most?: number
  /** Lines of `child,parent` by dimension. */
  readonly trees: ReadonlyMap<string, readonly (readonly string[])[]>
}

export type TidyCell = {
  readonly id: string
  readonly groups: readonly string[]
  readonly value: number
  readonly min: 0
  readonly sensitive?: { below: number; above: number }
  readonly contributors?: Record<string, number>
}
export type TidyTable = {
  readonly cells: readonly TidyCell[]
  readonly equations: readonly { terms: Record<string, number>; equals: 0 }[]
}

export const total = '*'
const mostCells = 200_000

/** A dimension's groups: leaves, what lies between, and the total. */
type Tree = { groups: string[]; parent: Map<string, string>; children: Map<string, string[]> }

function treeOf(values: Iterable<string>, lines: readonly (readonly string[])[]): Tree {
  const parent = new Map<string, string>()
  for (const [place, line] of lines.entries()) {
    const [child = '', above = ''] = line.map((text) => text.trim())
    if (line.length !== 2 || child === '' || above === '') throw new FaultyRows('bad-tree', { line: String(place + 1) })
    if (place === 0 && child === 'child' && above === 'parent') continue
    if (parent.has(child) && parent.get(child) !== above) throw new FaultyRows('two-parents', { child })
    if (child !== total) parent.set(child, above)
  }
  for (const value of [...values, ...parent.values()])
    if (value !== total && !parent.has(value)) parent.set(value, total)
  for (const child of parent.keys()) {
    const seen = new Set<string>()
    for (let at = child; at !== total; at = parent.get(at)!) {
      if (seen.has(at)) throw new FaultyRows('circle', { child })
      seen.add(at)
    }
  }
  const children = new Map<string, string[]>()
  for (const [child, above] of parent) children.set(above, [...(children.get(above) ?? []), child])
  const groups: string[] = []
  const visit = (group: string) => {
    groups.push(group)
    for (const child of (children.get(group) ?? []).sort()) visit(child)
  }
  visit(total)
  return { groups, parent, children }
}

/** @throws FaultyRows. `rows`: the head line first. */
export function tidyTable(rows: readonly (readonly string[])[], wishes: TidyWishes): TidyTable {
  const [head = [], ...body] = rows
  if (body.length === 0) throw new FaultyRows('no-rows')
  const place = (column: string) => {
    const at = head.findIndex((name) => name.trim() === column)
    if (at === -1)
      throw new FaultyRows('no-column', { column, known: head.map((name) => `„${name.trim()}“`).join(', ') })
    return at
  }
  const places = wishes.dimensions.map(place)
  const countPlace = place(wishes.count)
  const giver = wishes.contributor === null ? -1 : place(wishes.contributor)
  const read = body.flatMap((row, at) => {
    if (row.every((text) => text.trim() === '')) return []
    const line = String(at + 2)
    const text = (row[countPlace] ?? '').trim()
    if (!/^\d{1,15}$/.test(text)) throw new FaultyRows('bad-count', { line, text })
    const groups = places.map((one, dimension) => {
      const value = (row[one] ?? '').trim()
      const column = wishes.dimensions[dimension]!
      if (value === '') throw new FaultyRows('no-value', { line, column })
      if (value === total) throw new FaultyRows('star', { line, column })
      return value
    })
    return [{ line, groups, count: Number(text), who: giver === -1 ? null : (row[giver] ?? '').trim() || null }]
  })
  if (read.length === 0) throw new FaultyRows('no-rows')
  const trees = wishes.dimensions.map((dimension, at) =>
    treeOf(new Set(read.map(({ groups }) => groups[at]!)), wishes.trees.get(dimension) ?? []),
  )
  const count = trees.reduce((product, tree) => product * tree.groups.length, 1)
  const most = wishes.most ?? mostCells
  if (count > most) throw new FaultyRows('too-many', { count: String(count), most: String(most) })
  for (const { line, groups } of read)
    for (const [at, value] of groups.entries())
      if (trees[at]!.children.has(value)) throw new FaultyRows('not-finest', { line, value })
  return margins(read, trees, wishes.threshold)
}

type Row = { groups: readonly string[]; count: number; who: string | null }

function margins(rows: readonly Row[], trees: readonly Tree[], threshold: number): TidyTable {
  const places = trees.map(({ groups }) => new Map(groups.map((group, at) => [group, at])))
  const index = (at: readonly number[]) => at.reduce((sum, one, d) => sum * trees[d]!.groups.length + one, 0)
  const count = trees.reduce((product, { groups }) => product * groups.length, 1)
  const values = new Float64Array(count)
  const givers: (Map<string, number> | undefined)[] = new Array(count)
  for (const { groups, count: amount, who } of rows) {
    const lines = groups.map((group, d) => {
      const above = [places[d]!.get(group)!]
      for (let at = group; at !== total; ) {
        at = trees[d]!.parent.get(at)!
        above.push(places[d]!.get(at)!)
      }
      return above
    })
    for (const cell of product(lines)) {
      const at = index(cell)
      values[at]! += amount
      if (who === null || amount === 0) continue
      givers[at] ??= new Map()
      givers[at].set(who, (givers[at].get(who) ?? 0) + amount)
    }
  }
  const cells: TidyCell[] = []
  const equations: { terms: Record<string, number>; equals: 0 }[] = []
  for (const at of product(trees.map(({ groups }) => [...groups.keys()]))) {
    const id = index(at)
    const value = values[id]!
    const shares = givers[id]
    cells.push({
      id: String(id),
      groups: at.map((one, d) => trees[d]!.groups[one]!),
      value,
      min: 0,
      // Every count below the threshold must stay possible, and one above it.
      ...(value > 0 && value < threshold ? { sensitive: { below: value, above: Math.max(1, threshold - value) } } : {}),
      ...(shares ? { contributors: Object.fromEntries(shares) } : {}),
    })
    for (const [d, tree] of trees.entries()) {
      const parts = tree.children.get(tree.groups[at[d]!]!)
      if (!parts) continue
      const terms: Record<string, number> = { [id]: -1 }
      for (const part of parts) terms[index(at.with(d, places[d]!.get(part)!))] = 1
      equations.push({ terms, equals: 0 })
    }
  }
  return { cells, equations }
}

function* product(lists: readonly (readonly number[])[]): Generator<number[]> {
  const [first, ...rest] = lists
  if (!first) yield []
  else for (const one of first) for (const others of product(rest)) yield [one, ...others]
}
