// What is written is read again by the readers of this house, which were written from the formats and know nothing of the writers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dataPackageOf } from '#pure/data-package/write.ts'
import type { Mark } from '#pure/table-file/cell.ts'
import { cellAt } from '#pure/table-file/collect.ts'
import { readCube } from './cube.ts'
import { cubeOfJsonStat } from './json-stat.ts'
import type { OpenTable } from './open-table.ts'
import { cubeOfSdmxJson } from './sdmx-json.ts'
import { jsonStatOf } from './write-json-stat.ts'
import { sdmxJsonOf } from './write-sdmx-json.ts'

const marks = ['nil', 'unknown', 'unreliable', 'later', 'meaningless'] as const
const cell = fc.oneof(
  fc.record({ value: fc.integer({ min: -5, max: 1e6 }), mark: fc.constant(null) }),
  fc.record({ value: fc.constant(null), mark: fc.constantFrom<Mark | null>(...marks, null) }),
)
const tableOf = (cells: OpenTable['cells']): OpenTable => ({
  id: 'probe',
  title: 'Probe',
  unit: 'Plätze',
  decimals: 0,
  time: { code: '2023-12-31', label: '31.12.2023', from: '2023-12-31', last: '2023-12-31' },
  areas: cells.map((_, n) => ({ key: `09${String(n + 100)}`, name: `Kreis ${n}` })),
  cells,
  sources: [{ attribution: 'Quelle', licence: null }],
  address: 'https://example.org/probe',
  at: '2026-01-20T08:00:00Z',
  words: {
    areas: 'Gebiet',
    time: 'Zeit',
    measure: 'Maß',
    name: 'Name',
    mark: 'Zeichen',
    marks: { nil: 'a', unknown: 'b', unreliable: 'c', later: 'd', meaningless: 'e' },
  },
})
const something = fc
  .array(cell, { minLength: 1, maxLength: 30 })
  .filter((cells) => cells.some(({ value, mark }) => value !== null || mark !== null))
const json = (one: object) => JSON.parse(JSON.stringify(one)) as Record<string, unknown>
const said = (cells: OpenTable['cells']) =>
  cells.flatMap(({ value, mark }, n) =>
    value === null && mark === null ? [] : [[`09${n + 100}`, value, mark] as const],
  )
function read(cube: Parameters<typeof readCube>[0]) {
  const { statements, areas } = readCube(cube)
  return Array.from({ length: statements.count }, (_, n) => {
    const { value, mark } = cellAt(statements, n)
    return [areas[statements.area[n]!]!.key, value, mark] as const
  })
}

test('JSON-stat: sizes multiply to the number of values, ids name the dimensions, and each value and mark comes back', () => {
  fc.assert(
    fc.property(something, (cells) => {
      const written = jsonStatOf(tableOf(cells))
      assert.equal(
        written.size.reduce((product, n) => product * n, 1),
        written.value.length,
      )
      assert.deepEqual(Object.keys(written.dimension).toSorted(), written.id.toSorted())
      for (const [n, id] of written.id.entries())
        assert.equal(written.dimension[id as 'geo'].category.index.length, written.size[n])
      for (const n of Object.keys(written.status)) assert.equal(written.value[Number(n)], null, 'a mark is never 0')
      assert.deepEqual(read(cubeOfJsonStat(json(written))), said(cells))
    }),
  )
})

test('SDMX-JSON: every key points into its list, and each value and state comes back', () => {
  // The common code list has no code for "later" and none for "nothing there": these two stand in MARK alone.
  const known: Readonly<Record<Mark, Mark>> = {
    nil: 'nil',
    unknown: 'unknown',
    unreliable: 'unreliable',
    later: 'unknown',
    meaningless: 'meaningless',
  }
  fc.assert(
    fc.property(something, (cells) => {
      const written = sdmxJsonOf(tableOf(cells))
      const [structure] = written.data.structures
      const { series } = written.data.dataSets[0]!
      for (const [key, { observations }] of Object.entries(series)) {
        const [value, , mark] = observations[0] as [number | null, number | null, number | null]
        const own = cells[Number(key)]!
        assert.equal(structure!.dimensions.series[0]!.values[Number(key)]!.id, `09${Number(key) + 100}`)
        assert.equal(value, own.value)
        assert.equal(mark === null ? null : structure!.attributes.observation[1]!.values[mark]!.id, own.mark)
      }
      const states = said(cells).flatMap(([key, value, mark]) =>
        mark === 'nil' ? [] : [[key, value, mark && known[mark]]],
      )
      if (states.length > 0) assert.deepEqual(read(cubeOfSdmxJson(json(written))), states)
    }),
  )
})

test('Data Package: names and types as its schema says, keys with their zero, marks beside empty values', () => {
  fc.assert(
    fc.property(something, (cells) => {
      const written = dataPackageOf(tableOf(cells))
      const [resource] = written.resources
      assert.match(written.name, /^[a-z0-9._-]+$/)
      const fields = resource!.schema.fields.map(({ name }) => name)
      for (const [n, row] of resource!.data.entries()) {
        assert.deepEqual(Object.keys(row), fields)
        assert.match(row.area, /^09\d{3}$/)
        assert.equal(row.value, cells[n]!.value)
        assert.equal(row.mark === null, cells[n]!.mark === null)
      }
    }),
  )
})
