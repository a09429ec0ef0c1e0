/** The demo's data as committed: importable, small, named with source and basis, and true to the offices' sums. */
import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readGenesisCsv } from '#pure/genesis/csv.ts'
import { readFlatCsv } from '#pure/genesis/flat.ts'
import { recognise } from '#pure/genesis/recognise.ts'
import type { TableRow } from '#pure/genesis/table.ts'

const home = path.join(import.meta.dirname, '..')
const folders = ['src/areas/figures/demo-data', 'stories/files']

type Note = {
  file: string
  layout: string
  attribution: string
  licence: string
  changed: string
  values?: number
  states?: Record<string, number>
  bases: { from: string; to: string; basis: string }[]
}
type Breaks = {
  bases: { id: string; from: string; to: string | null }[]
  breaks: { before: string; after: string; from: string; firstPeriod: string; source: string }[]
}
const notesOf = (folder: string): Note[] => JSON.parse(readFileSync(path.join(home, folder, 'files.json'), 'utf8'))
const breaks: Breaks = JSON.parse(readFileSync(path.join(home, folders[0] ?? '', 'breaks.json'), 'utf8'))

function read(folder: string, file: string): TableRow[] {
  const text = readFileSync(path.join(home, folder, file), 'utf8')
  const table = recognise(text) === 'genesis-flat' ? readFlatCsv(text, { fileName: file }) : readGenesisCsv(text)
  assert.deepEqual(table.leftOut, [], file)
  return table.rows
}

for (const folder of folders) {
  for (const note of notesOf(folder)) {
    test(`${note.file} is small, named and read whole`, () => {
      assert.ok(statSync(path.join(home, folder, note.file)).size < 150_000)
      assert.match(note.attribution, /^© /)
      assert.match(note.changed, /Zahlen unverändert/)
      const basisIds = breaks.bases.map(({ id }) => id)
      for (const { basis } of note.bases) assert.ok(basisIds.includes(basis), basis)
      if (note.layout === 'register') return
      const rows = read(folder, note.file)
      assert.equal(rows.filter(({ cell }) => cell.mark === null).length, note.values)
      for (const [mark, count] of Object.entries(note.states ?? {})) {
        assert.equal(rows.filter(({ cell }) => cell.mark === mark).length, count, mark)
      }
      assert.equal(new Set(rows.map(({ area }) => area.key).filter((key) => /^091\d\d$/.test(key))).size, 23)
      for (const { period } of rows) {
        const bases = note.bases.filter(({ from, to }) => from <= period.to && period.to <= to)
        assert.equal(bases.length, 1, `${note.file} ${period.to} needs exactly one basis`)
      }
    })
  }
}

test('counties add up to the Regierungsbezirk in every table that has both', () => {
  for (const file of ['22411-02-01-4', '22411-02-02-4', '22411-02-03-4']) {
    const rows = read(folders[0] ?? '', `${file}_oberbayern.csv`)
    for (const total of rows.filter(({ area, cell }) => area.key === '091' && cell.value !== null)) {
      const parts = rows.filter(
        (row) =>
          /^091\d\d$/.test(row.area.key) &&
          row.period.to === total.period.to &&
          row.measure.code === total.measure.code &&
          row.dimensions.GES?.code === total.dimensions.GES?.code,
      )
      const sum = parts.reduce((all, { cell }) => all + (cell.value ?? 0), 0)
      assert.equal(sum, total.cell.value, `${file} ${total.period.to} ${total.measure.code}`)
    }
  }
})

test('each break names two bases that follow each other, the first period after it, and a source', () => {
  const basis = (id: string) => breaks.bases.find((one) => one.id === id)
  for (const one of breaks.breaks) {
    const [before, after] = [basis(one.before), basis(one.after)]
    assert.ok(before?.to && after, one.before)
    assert.equal(after.from, one.from)
    assert.ok(before.to < one.from && one.from <= one.firstPeriod)
    assert.ok(one.source.length > 10)
  }
})

test('what breaks.json says of 2019 stands in the table: people in care grade 1 are in the total only', () => {
  const rows = read(folders[0] ?? '', '22411-02-03-4_oberbayern.csv')
  const of = (to: string, code: string) =>
    rows.find(
      (row) => row.area.key === 'DG' && row.period.to === to && row.measure.code === code && row.dimensions.GES?.total,
    )?.cell.value ?? 0
  const beyond = (to: string) => of(to, 'PFL016') - of(to, 'PFL017') - of(to, 'PFL018') - of(to, 'PFL021')
  assert.equal(beyond('2015-12-31'), 0)
  assert.ok(beyond('2017-12-31') < 10_000, String(beyond('2017-12-31')))
  assert.equal(beyond('2019-12-31'), 210_233)
})
