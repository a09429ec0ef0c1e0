import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ColumnId, columns, type FormCell, identityOf, markerOf, saidIn, stampOf, understand } from './form.ts'

const headings = Object.fromEntries(columns.map((one) => [one, `Spalte ${one}`])) as Record<ColumnId, string>
const signs = {
  nil: '– nichts vorhanden',
  unknown: '. unbekannt',
  unreliable: '/ nicht sicher genug',
  later: '… noch nicht da',
  meaningless: 'x nicht sinnvoll',
}
const organisation = '01890a5d-ac96-774b-bcce-b302099a8057'
const permuted = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
type Row = { duty: string; edition: number; value: number | null; comment: string | null }
const row = fc.record({
  duty: fc.uuid(),
  edition: fc.integer({ min: 1, max: 99 }),
  value: fc.option(fc.integer({ min: 0, max: 1e9 })),
  comment: fc.option(fc.constantFrom('ein Heim schließt', 'geschätzt')),
})

test('whatever order and names columns and rows are given, every figure is found with its own identity', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: (one) => one.duty, minLength: 1, maxLength: 8 }).chain((rows) =>
        fc.record({
          rows: fc.constant(rows),
          order: permuted(columns),
          sorted: permuted(rows),
          foreign: fc.integer({ min: 0, max: 3 }),
          blank: fc.integer({ min: 0, max: 3 }),
          names: fc.array(fc.string(), { minLength: columns.length, maxLength: columns.length }),
        }),
      ),
      ({ rows, order, sorted, foreign, blank, names }) => {
        const pad = Array.from({ length: foreign }, (): FormCell => null)
        const said: Partial<Record<ColumnId, (one: Row) => FormCell>> = {
          id: (one) => identityOf(one.duty, one.edition),
          value: (one) => one.value,
          comment: (one) => one.comment,
        }
        const table: FormCell[][] = [
          [stampOf(organisation, '2026-01-20')],
          ...Array.from({ length: blank }, (): FormCell[] => []),
          [...pad, ...order.map(markerOf)],
          [...pad, ...names],
          ...sorted.map((one) => [...pad, ...order.map((column) => said[column]?.(one) ?? null)]),
        ]
        const found = understand([{ name: 'Tabelle1', rows: table, formulas: [] }], headings)
        assert.ok(!('fault' in found))
        assert.equal(found.organisation, organisation)
        const key = (list: readonly Row[]) =>
          list.map((one) => `${one.duty} ${one.edition} ${one.value} ${one.comment}`).toSorted()
        assert.deepEqual(
          key(
            found.rows.map((one) => ({
              ...one,
              duty: one.duty!,
              edition: one.edition!,
              value: one.value as number | null,
            })),
          ),
          key(rows),
        )
      },
    ),
  )
})

test('a sign is never read as a number, and a number never as a sign', () => {
  for (const [mark, label] of Object.entries(signs))
    for (const text of [label, label.split(' ')[0]!])
      for (const at of ['value', 'mark'] as const)
        assert.deepEqual(saidIn({ value: null, mark: null, [at]: text }, signs, 0), { value: null, mark })
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
      assert.deepEqual(saidIn({ value, mark: null }, signs, 0), { value, mark: null })
      assert.deepEqual(saidIn({ value: String(value), mark: null }, signs, 0), { value, mark: null })
    }),
  )
  assert.deepEqual(saidIn({ value: '12,5', mark: null }, signs, 1), { value: 12.5, mark: null })
  assert.deepEqual(saidIn({ value: 0.1 + 0.2, mark: null }, signs, 1), { value: 0.3, mark: null })
})

test('without the names of the columns the printed headings are enough, and without both it is said which column is missing', () => {
  const duty = '01890a5d-ac96-774b-bcce-b302099a8058'
  const table = [
    columns.map((one) => headings[one]),
    columns.map((one) => (one === 'id' ? identityOf(duty, 3) : one === 'value' ? 7 : null)),
  ]
  const found = understand([{ name: 'A', rows: table, formulas: [] }], headings)
  assert.ok('rows' in found)
  assert.deepEqual([found.rows[0]?.duty, found.rows[0]?.edition, found.rows[0]?.value], [duty, 3, 7])
  const without = table.map((cells) => cells.filter((_, n) => columns[n] !== 'value'))
  assert.deepEqual(understand([{ name: 'A', rows: without, formulas: [] }], headings), {
    fault: 'formColumn',
    column: 'value',
  })
  assert.deepEqual(understand([{ name: 'A', rows: [['Jahr', 'Wert']], formulas: [] }], headings), { fault: 'notAForm' })
})
