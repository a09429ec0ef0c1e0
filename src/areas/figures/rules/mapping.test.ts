// Mappings as rules: what they promise whatever the order in which a table is written.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { GridRow } from '#pure/grid/cell.ts'
import { lookAtGrid } from '#pure/grid/look.ts'
import { readGrid } from '#pure/grid/read.ts'
import { markNames } from '#pure/table-file/collect.ts'
import type { Mapping } from '../contract/mapping.ts'
import { mappingTexts } from '../texts/mapping.de.ts'
import { type NamedArea, namesOf } from './area-names.ts'
import { openIn, planOf, propose, recall, shapeOf, toRemember } from './mapping.ts'

const head = ['AGS', 'Kreis', 'Geschlecht', 'Jahr', 'Personen', 'Quote']
const signs: Mapping['signs'] = [
  { sign: '-', means: 'nil' },
  { sign: '.', means: 'unknown' },
  { sign: '/', means: 'unreliable' },
  { sign: '...', means: 'later' },
  { sign: 'x', means: 'meaningless' },
  { sign: '', means: 'nothing' },
]
const counties = ['Ebersberg', 'Dachau', 'Erding', 'Freising', 'Starnberg', 'Miesbach']
const cell = fc.oneof(fc.integer({ min: 0, max: 999 }).map(String), fc.constantFrom('-', '.', '/', '…', 'x', ''))
/** One row for each county, sex and year: at least two counties, so that the sexes are needed to tell rows apart. */
const bodies = fc
  .record({
    counties: fc.integer({ min: 2, max: 6 }),
    cells: fc.array(fc.tuple(cell, cell), { minLength: 24, maxLength: 24 }),
  })
  .map(({ counties: count, cells }) =>
    counties.slice(0, count).flatMap((name, n) =>
      ['m', 'w', 'Insgesamt'].flatMap((sex, s) =>
        ['2022', '2023'].map((year, y) => {
          const [people, quota] = cells[(n * 6 + s * 2 + y) % cells.length]!
          // Printed numbers in the first row, so that nobody doubts which columns hold them.
          return n === 0
            ? [`917${n + 1}`, name, sex, year, String(100 + s), `${s},5`]
            : [`917${n + 1}`, name, sex, year, people, quota]
        }),
      ),
    ),
  )
const gridOf = (rows: readonly (readonly string[])[]): GridRow[] =>
  rows.map((cells, at) => ({ line: at + 1, cells: [...cells] }))

const full = (mapping: Mapping): Mapping => ({
  ...mapping,
  signs,
  columns: head.map((name, at) => ({
    name,
    role: (['key', 'name', 'dimension', 'time', 'measure', 'measure'] as const)[at]!,
  })),
  totals: [{ name: 'Geschlecht', word: 'Insgesamt' }],
})

/** What would be written, whatever the order: key, time, cut, figure, and a number or a mark. */
function said(rows: readonly (readonly string[])[], mapping: Mapping): string[] {
  const { statements: of, areas, periods, cuts, measures } = readGrid(gridOf(rows), { plan: planOf(mapping) })
  return Array.from({ length: of.count }, (_, at) =>
    [
      areas[of.area[at]!]!.key,
      periods[of.period[at]!]!.from,
      cuts[of.cut[at]!],
      measures[of.measure[at]!]!.code,
      markNames[of.mark[at]!] ?? of.value[at],
    ].join('|'),
  ).sort()
}
const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((one, at) => ({ one, by: Math.sin(seed + at * 7919) }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one)

test('permuting columns or rows says the same, number for number and mark for mark', () => {
  fc.assert(
    fc.property(bodies, fc.integer(), fc.integer(), (body, a, b) => {
      const table = [head, ...body]
      const mapping = full(propose(lookAtGrid(gridOf(table))))
      const order = shuffled(
        head.map((_, at) => at),
        a,
      )
      const other = [head, ...shuffled(body, b)].map((row) => order.map((at) => row[at]!))
      assert.deepEqual(said(other, mapping), said(table, mapping))
      const [one, two] = [table, other].map((rows) => shapeOf('spreadsheet', lookAtGrid(gridOf(rows)), []))
      assert.equal(one, two, 'and has the same shape')
    }),
    { numRuns: 60 },
  )
})

test('a mapping comes back as it was for the file from which it is: only time, place, day and publication are asked again', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const look = lookAtGrid(gridOf([head, ...body]))
      const origin = { title: 'Titel', source: 'Amt, 2024', licence: 'CC0-1.0' } as const
      const mapping = { ...full(propose(look)), ...origin, stateOn: '2024-01-01', published: true }
      assert.deepEqual(openIn(look, mapping), [])
      const again = recall(toRemember(mapping), look)
      assert.deepEqual(
        openIn(look, again).map(({ code }) => code),
        ['stateOn', 'published'],
      )
      assert.deepEqual(said([head, ...body], again), said([head, ...body], mapping))
      assert.deepEqual(recall(toRemember(again), look), again, 'twice is once')
    }),
    { numRuns: 40 },
  )
})

test('no mark becomes a number and no number a mark; every key has its zero', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const mapping = full(propose(lookAtGrid(gridOf([head, ...body]))))
      const numbers = body.flatMap((row) => row.slice(4)).filter((text) => /\d/.test(text)).length
      const marks = body.flatMap((row) => row.slice(4)).filter((text) => text !== '' && !/\d/.test(text)).length
      const all = said([head, ...body], mapping)
      assert.equal(all.filter((line) => /\|[\d.]+$/.test(line)).length, numbers)
      assert.equal(all.filter((line) => /\|(nil|unknown|unreliable|later|meaningless)$/.test(line)).length, marks)
      assert.ok(all.every((line) => /^0917\d\|/.test(line)))
    }),
    { numRuns: 40 },
  )
})

test('what could be read in two ways is asked: 1.234, a word that is the same all over, a sign; what leaves no choice is not', () => {
  const asked = (rows: string[][]) => {
    const look = lookAtGrid(gridOf(rows))
    return openIn(look, propose(look)).map(({ code, about }) => `${code} ${about}`.trim())
  }
  const origin = ['title', 'source', 'licence', 'stateOn', 'published']
  const table = (...values: string[]) => [
    ['AGS', 'Jahr', 'Wert'],
    ...values.map((value, n) => [`0917${n + 1}`, '2023', value]),
  ]
  assert.deepEqual(asked(table('1.234', '2.345')), ['numbers', ...origin])
  assert.deepEqual(asked(table('1.234', '2,5')), origin)
  assert.deepEqual(asked(table('1', '2', '3', 'k.A.')), ['sign k.A.', ...origin])
  assert.deepEqual(
    asked([
      ['AGS', 'Geschlecht', 'Wert'],
      ['09171', 'w', '1'],
      ['09172', 'w', '2'],
    ]),
    ['column Geschlecht', 'time', ...origin],
  )
})

test('a name means an area only where no other has it, however the word for its kind stands beside it', () => {
  const areas: NamedArea[] = [
    { key: '09184', name: 'München', kind: 'county' },
    { key: '09162', name: 'München, Landeshauptstadt', kind: 'city' },
    { key: '09175', name: 'Ebersberg', kind: 'county' },
  ]
  const meant = namesOf(areas, mappingTexts.areaWords)
  const keys = (name: string) => meant(name).map(({ key }) => key)
  for (const name of ['Landkreis München', 'München, Lkr.', 'München (Landkreis)', 'LK MÜNCHEN'])
    assert.deepEqual(keys(name), ['09184'], name)
  for (const name of ['München, Landeshauptstadt', 'Stadt München', 'München (kreisfreie Stadt)'])
    assert.deepEqual(keys(name), ['09162'], name)
  assert.deepEqual(keys('München'), ['09184', '09162'])
  assert.deepEqual([keys('Ebersberg'), keys('Nirgendwo'), keys('')], [['09175'], [], []])
})
