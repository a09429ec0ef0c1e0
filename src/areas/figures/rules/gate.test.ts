import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type ColumnPart,
  type Content,
  contentOf,
  type Edition,
  faultOfColumns,
  proposeColumns,
  systemOf,
  withHistory,
} from './gate.ts'
import { underNamesOf } from './gate-history.ts'

const head = ['Ort', 'Kreis', 'Alter', 'n']
const parts: ColumnPart[] = ['g', 'u0', 'g', 'n']
/** Towns in counties, by age; the counts of a town differ from those of every other. */
const tables = fc
  .record({
    towns: fc.integer({ min: 2, max: 6 }),
    counties: fc.integer({ min: 1, max: 3 }),
    counts: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ towns, counties, counts }) => [
    head,
    ...Array.from({ length: towns }, (_, o) =>
      ['jung', 'alt'].map((age, a) => [`O${o}`, `K${o % counties}`, age, String(100 * o + counts[2 * o + a]!)]),
    ).flat(),
  ])
const year = { from: '2025-01-01', until: '2026-01-01' }
const edition = (content: Content): Edition => ({ ...year, content, threshold: 5 })
const ordered = (rows: string[][], order: number[]) => [
  rows[0]!,
  ...rows.slice(1).toSorted((a, b) => (order[rows.indexOf(a)] ?? 0) - (order[rows.indexOf(b)] ?? 0)),
]
const byId = <T extends { id: string }>(cells: readonly T[]) => new Map(cells.map((cell) => [cell.id, cell]))

test('every sum of the system is the sum of its parts, and the finest cells are what was counted', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const { cells, equations } = systemOf(edition(contentOf(rows, parts)))
      const value = new Map(cells.map((cell) => [cell.id, cell.value]))
      for (const { terms } of equations)
        assert.equal(
          Object.entries(terms).reduce((sum, [id, by]) => sum + by * value.get(id)!, 0),
          0,
        )
      for (const [town, , age, n] of rows.slice(1))
        assert.equal(cells.find(({ groups }) => groups[0] === town && groups[1] === age)!.value, Number(n))
    }),
  )
})

test('the names of cells depend on neither the order of rows nor what else is in the table', () => {
  fc.assert(
    fc.property(tables, fc.array(fc.integer(), { minLength: 13, maxLength: 13 }), (rows, order) => {
      const one = byId(systemOf(edition(contentOf(rows, parts))).cells)
      const other = byId(systemOf(edition(contentOf(ordered(rows, order), parts))).cells)
      assert.deepEqual([...one.keys()].sort(), [...other.keys()].sort())
      for (const [id, cell] of one) assert.equal(other.get(id)!.value, cell.value)
      const more = byId(systemOf(edition(contentOf([...rows, ['Neu', 'K0', 'alt', '9']], parts))).cells)
      for (const id of one.keys()) assert.ok(more.has(id))
    }),
  )
})

test('a group that is only called otherwise is the same group in the history, with what was kept back of it', () => {
  fc.assert(
    fc.property(tables, fc.nat(), (rows, which) => {
      const now = edition(contentOf(rows, parts))
      const old = `O${which % new Set(rows.slice(1).map(([town]) => town)).size}`
      const called = rows.map((row) =>
        row.map((text) => (text === old ? 'Früher' : text === 'K0' ? 'Kreis früher' : text)),
      )
      const before = edition(contentOf(called, parts))
      const hidden = systemOf(before)
        .cells.map(({ id }) => id)
        .slice(0, 5)
      const seen = underNamesOf(now, { ...before, hidden })
      const { history } = withHistory(now, [seen])
      const ids = new Set(systemOf(now).cells.map(({ id }) => id))
      assert.ok(history[0]!.cells.every(({ id }) => ids.has(id)))
      assert.ok(seen.hidden.every((id) => ids.has(id)) && new Set(seen.hidden).size === 5)
    }),
  )
})

test('another time, or other counts, are other cells', () => {
  const rows = [head, ['A', 'K', 'jung', '3'], ['B', 'K', 'jung', '40'], ['B', 'K', 'alt', '12']]
  const now = edition(contentOf(rows, parts))
  const other = edition(
    contentOf(
      rows.map((row) => row.map((text) => (text === 'A' ? 'Z' : text))),
      parts,
    ),
  )
  const then = { ...other, from: '2024-01-01', until: '2025-01-01', hidden: [] }
  assert.equal(underNamesOf(now, then), then)
  const corrected = edition(contentOf([head, ['Z', 'K', 'jung', '4'], ...rows.slice(2)], parts))
  assert.deepEqual(underNamesOf(now, { ...corrected, hidden: [] }).content.groups[0], ['Z', 'jung'])
})

test('a town and its county of the same name are two groups; coarser columns are found, single words are left out', () => {
  const rows = [
    ['Ort', 'Kreis', 'Land', 'Alter', 'n'],
    ['Dachau', 'Dachau', 'BY', 'jung', '3'],
    ['Karlsfeld', 'Dachau', 'BY', 'jung', '40'],
    ['Glonn', 'Ebersberg', 'BY', 'alt', '<5'],
  ]
  const proposed = proposeColumns(rows[0]!, rows.slice(1))
  assert.deepEqual(proposed, ['g', 'u0', 'x', 'u0', 'n'])
  assert.equal(faultOfColumns(rows[0]!, ['g', 'u0', 'x', 'g', 'n']), null)
  const { trees } = contentOf(
    [...rows.slice(0, 3), ['Glonn', 'Ebersberg', 'BY', 'alt', '5']],
    ['g', 'u0', 'x', 'g', 'n'],
  )
  assert.deepEqual(trees[0], [
    ['Dachau', 'Dachau (Kreis)'],
    ['Karlsfeld', 'Dachau (Kreis)'],
    ['Glonn', 'Ebersberg'],
  ])
})
