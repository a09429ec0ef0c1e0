import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { founders, ok } from '#apps/testing-people.ts'
import type { Remembered } from './contract/mapping.ts'
import { indicatorNamed, look, mapOf, readIn, registerFile, seriesOf } from './testing.ts'
import { asked, assign, fresh, readMapped, told } from './testing-mapping.ts'

const flat = '12411-01-01-4_flat_oberbayern.csv'
const signs = { '-': 'nil', '.': 'unknown', '/': 'unreliable', '': 'nothing' } as const
const heading = ['Kreis-Nr.', 'Kreis', 'Land', 'Jahr', 'Hilfen', 'Quote in %']
const table = (rows: readonly (readonly string[])[], head = heading) =>
  [
    'Hilfen in den Kreisen Oberbayerns',
    '',
    head.join(';'),
    ...rows.map((row) => row.join(';')),
    'Quelle: Musteramt für Statistik, 2024',
  ].join('\n')
const rows = [
  ['9175', 'Ebersberg', 'Bayern', '2023', '1.234', '3,5'],
  ['9174', 'Dachau', 'Bayern', '2023', '–', '.'],
  ['9184', 'München', 'Bayern', '2023', '2.000', '/'],
  ['9999', 'Nirgendwo', 'Bayern', '2023', '7', '1,0'],
  ['', 'Summe', 'Bayern', '2023', '3.234', ''],
]
const figures = {
  Hilfen: fresh('M-HILFEN', 'Hilfen in Oberbayern'),
  'Quote in %': fresh('M-QUOTE', 'Quote der Hilfen', { unit: '%', additive: false, decimals: 1 }),
}

async function prepared(t: Parameters<typeof testHouse>[0]) {
  const house = await testHouse(t, { at: '2026-03-01T08:00:00Z' })
  const planner = await founders(house)
  await readIn(planner, registerFile)
  return { house, planner }
}
const entries = (house: TestHouse, verb: string) =>
  house.asOwner(async (db) => (await sql`select id from journal.entry where verb = ${verb}`.execute(db)).rows.length)

test('a messy table: what is not certain is asked, nothing is written before it is said, and then it reads like an office’s own', async (t) => {
  const { house, planner } = await prepared(t)
  const preview = await look(planner, 'hilfen.csv', table(rows))
  assert.deepEqual(asked(preview), [
    'column Land',
    'sign -',
    'sign .',
    'sign /',
    'sign',
    'licence',
    'stateOn',
    'published',
    'measure Hilfen',
    'measure Quote in %',
  ])
  assert.equal(preview.effect.added, 0)
  const early = await planner.post(`/figures/imports/${preview.id}/commit`)
  assert.equal(early.status, 409)
  assert.match(
    early.body.message ?? '',
    /10 Angaben fehlen noch: Was ist die Spalte „Land“\?.* Es wurde nichts gespeichert\./,
  )
  const answers = { ...told, columns: { Land: 'empty' }, signs, measures: figures } as const
  const unpublished = await assign(planner, preview, { ...answers, published: false })
  assert.deepEqual(asked(unpublished), ['published'])
  assert.equal((await planner.post(`/figures/imports/${preview.id}/commit`)).status, 409)
  const seen = await assign(planner, unpublished, answers)
  assert.deepEqual(asked(seen), [])
  assert.deepEqual([seen.summary.values, seen.summary.states.nil, seen.summary.states.unknown], [5, 1, 1])
  assert.deepEqual(seen.effect, { added: 6, unchanged: 0, revised: 0 })
  assert.deepEqual(
    seen.unknownAreas.map(({ key, rows }) => [key, rows]),
    [['09999', 2]],
  )
  assert.deepEqual(
    seen.leftOut.map(({ why, examples }) => [why, examples]),
    [
      ['total-row', [8]],
      ['column-aside', [3]],
    ],
  )
  // The printed sum of the table, less the area that nobody knows, is what is written.
  assert.equal(seen.controls[0]?.sum, 3234)
  const done = ok<{ written: number; table: { id: string } }>(await planner.post(`/figures/imports/${seen.id}/commit`))
  assert.equal(done.written, 6)
  const help = await indicatorNamed(planner, 'M-HILFEN')
  const slice = await mapOf(house.visitor, { indicator: help.id })
  const at = (key: string) => slice.keys.indexOf(key)
  assert.deepEqual(
    [slice.values[at('09175')], slice.values[at('09184')], slice.marks[at('09174')]],
    [1234, 2000, 'nil'],
  )
  assert.deepEqual([slice.sum?.value, slice.sources[0]?.attribution], [3234, 'Musteramt für Statistik, 2024'])
  const quota = await mapOf(house.visitor, { indicator: (await indicatorNamed(planner, 'M-QUOTE')).id })
  assert.deepEqual(
    ['09175', '09174', '09184'].map((key) => quota.values[at(key)] ?? quota.marks[at(key)]),
    [3.5, 'unknown', 'unreliable'],
  )
  assert.equal(quota.sum, null, 'a quota is not added up')
  const again = await look(planner, 'hilfen.csv', table(rows))
  assert.equal(again.already?.id, done.table.id)
  assert.equal(await entries(house, 'figures.imported'), 2)
})

test('what was said is remembered for the shape, proposed the next time, changed by saying otherwise, and forgotten', async (t) => {
  const { house, planner } = await prepared(t)
  const said = { ...told, columns: { Land: 'empty' }, signs, measures: figures } as const
  await readMapped(planner, 'hilfen-2023.csv', table(rows), said)
  // The next year's file: columns in another order, one new sign, an area more.
  const order = [3, 5, 1, 0, 4, 2]
  const later = [
    ['9175', 'Ebersberg', 'Bayern', '2024', '1.300', 'x'],
    ['9188', 'Starnberg', 'Bayern', '2024', '900', '2,5'],
  ]
  const moved = table(
    later.map((row) => order.map((at) => row[at]!)),
    order.map((at) => heading[at]!),
  )
  const next = await look(planner, 'hilfen-2024.csv', moved)
  assert.ok(next.mapping?.remembered)
  assert.deepEqual(asked(next), ['sign x', 'stateOn', 'published'])
  const ready = await assign(planner, next, { stateOn: '2025-06-30', published: true, signs: { x: 'meaningless' } })
  assert.deepEqual(asked(ready), [])
  assert.ok(ready.indicators.every(({ known }) => known))
  ok(await planner.post(`/figures/imports/${ready.id}/commit`))
  const help = await indicatorNamed(planner, 'M-HILFEN')
  const series = await seriesOf(planner, { indicator: help.id, areas: '09175' })
  assert.deepEqual(series.areas[0]?.segments[0]?.values, [1234, 1300])
  const { mappings } = ok<{ mappings: Remembered[] }>(await planner.get('/figures/mappings'))
  assert.deepEqual(
    mappings.map(({ title, measures }) => [title, measures]),
    [['Hilfen in den Kreisen Oberbayerns', 2]],
  )
  ok(await planner.delete(`/figures/mappings/${mappings[0]!.id}`, 0))
  assert.equal((await planner.delete(`/figures/mappings/${mappings[0]!.id}`, 0)).status, 404)
  assert.equal(await entries(house, 'figures.mappingForgotten'), 1)
  const unknown = await look(planner, 'hilfen-2025.csv', moved.replace('1.300', '1.301'))
  assert.equal(unknown.mapping?.remembered, null)
  assert.ok(asked(unknown).includes('column Land'))
})

test('a figure of the catalogue keeps its bases and breaks, its day and its unit; what organisations deliver is no office’s', async (t) => {
  const { planner } = await prepared(t)
  await readIn(planner, flat)
  const held = {
    code: 'TP-PLAETZE',
    title: 'Plätze',
    definition: 'Plätze am Jahresende.',
    unit: 'Plätze',
    source: 'Kreise',
  }
  ok(await planner.post('/figures/indicators', held))
  const text = 'AGS;Jahr;Menschen (Tsd.)\n09175;2010;130\n09175;2012;132\n09175;2023;146\n'
  const preview = await look(planner, 'menschen.csv', text)
  const use = (more: object) => ({
    'Menschen (Tsd.)': { use: 'known', code: '12411-BEVSTD', on: null, sameUnit: false, ...more } as const,
  })
  const said = { ...told, title: 'Menschen in Ebersberg' }
  const day = await assign(planner, preview, { ...said, measures: use({}) })
  assert.deepEqual(asked(day), ['timing Menschen (Tsd.)'])
  const none = await assign(planner, preview, { ...said, measures: use({ code: 'TP-PLAETZE' }) })
  assert.ok(asked(none).includes('deliveredIndicator Menschen (Tsd.)'))
  const gone = await assign(planner, preview, { ...said, measures: use({ code: 'NIE-DA' }) })
  assert.ok(asked(gone).includes('unknownIndicator Menschen (Tsd.)'))
  const taken = await assign(planner, preview, {
    ...said,
    measures: { 'Menschen (Tsd.)': fresh('12411-BEVSTD', 'Menschen') },
  })
  assert.ok(asked(taken).includes('codeTaken Menschen (Tsd.)'))
  const ready = await assign(planner, preview, { ...said, measures: use({ on: '12-31' }) })
  assert.deepEqual(asked(ready), [])
  ok(await planner.post(`/figures/imports/${ready.id}/commit`))
  const people = await indicatorNamed(planner, '12411-BEVSTD')
  const series = await seriesOf(planner, { indicator: people.id, areas: '09175' })
  assert.deepEqual(
    series.areas[0]?.segments.map(({ basis }) => basis?.code),
    ['census-1987', 'census-2011', 'census-2022'],
    'three values on three censuses are no line',
  )
})

test('names: one meaning is found, two are asked, none stays out; a level answers for all, a person for the rest', async (t) => {
  const { planner } = await prepared(t)
  const text = 'Kreis;Fälle\nLandkreis Ebersberg;10\nDachau;20\nMünchen;30\nMünchen, Landeshauptstadt;40\nHamburg;50\n'
  const preview = await look(planner, 'namen.csv', text)
  const said = { ...told, title: 'Fälle der Kreise', time: '2023', measures: { Fälle: fresh('M-FAELLE', 'Fälle') } }
  const names = await assign(planner, preview, said)
  assert.deepEqual(asked(names), ['areaName Dachau', 'areaName München'])
  const counties = await assign(planner, names, { ...said, level: 'county' })
  assert.deepEqual(asked(counties), ['areaName München'])
  assert.deepEqual(
    counties.mapping?.names.map(({ candidates }) => candidates.map(({ key }) => key).sort()),
    [['09162', '09184']],
  )
  const ready = await assign(planner, counties, {
    ...said,
    level: 'county',
    areas: [{ name: 'München', key: '09184' }],
  })
  assert.deepEqual([asked(ready), ready.effect.added, ready.unknownAreas.map(({ name }) => name)], [[], 4, ['Hamburg']])
  // Two rows of one area with two values are never both written.
  const twice = await assign(planner, ready, { ...said, level: 'county', areas: [{ name: 'München', key: '09162' }] })
  assert.deepEqual(asked(twice), ['fault contradiction'])
  assert.match(twice.mapping!.questions[0]!.sentence, /Zeilen 4 und 5 zwei verschiedene Werte/)
})

test('JSON-stat, SDMX-JSON and Data Package bring what they are with them: our own come back unchanged', async (t) => {
  const { planner } = await prepared(t)
  await readIn(planner, flat)
  const people = await indicatorNamed(planner, '12411-BEVSTD')
  for (const format of ['json-stat', 'sdmx-json', 'data-package']) {
    const reply = await planner.get(`/figures/open/${format}?indicator=${people.id}`)
    assert.equal(reply.status, 200, format)
    const text = Buffer.isBuffer(reply.body) ? reply.body.toString() : JSON.stringify(reply.body)
    const preview = await look(planner, `menschen.${format}.json`, text)
    assert.equal(preview.summary.kind, format)
    const [measure] = preview.mapping!.measures
    const same = { use: 'known', code: people.code, on: null, sameUnit: true } as const
    const ready = await assign(planner, preview, { ...told, measures: { [measure!.name]: same } })
    assert.deepEqual(asked(ready), [], format)
    // What stands there already stands there: key, day, basis, cut and value are the same.
    assert.deepEqual([ready.effect.added, ready.effect.revised, ready.effect.unchanged], [0, 0, 23], format)
    assert.equal((await planner.post(`/figures/imports/${ready.id}/commit`)).status, 409, format)
  }
})
