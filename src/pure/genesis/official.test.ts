/** The readers against the offices' own files: every file is read, and control sums hold. Skipped where the files are not at hand. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { decodeText } from '#pure/table-file/decode.ts'
import { readGenesisCsv } from './csv.ts'
import { readFlatCsv } from './flat.ts'
import { recognise } from './recognise.ts'
import type { OfficialTable, TableRow } from './table.ts'

const folder = path.join(process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data', 'statistics')
const absent = existsSync(folder) ? false : 'the official files are not here'

function read(file: string): OfficialTable {
  const { text } = decodeText(gunzipSync(readFileSync(path.join(folder, file))))
  return recognise(text) === 'genesis-flat' ? readFlatCsv(text, { fileName: file }) : readGenesisCsv(text)
}

type Wanted = { key: string; to: string; measure: string; sex?: string }
function find(rows: TableRow[], { key, to, measure, sex }: Wanted) {
  return rows.filter(
    (row) =>
      row.area.key === key &&
      row.period.to === to &&
      row.measure.code === measure &&
      (sex === undefined || row.dimensions.GES?.code === sex),
  )
}
const value = (rows: TableRow[], wanted: Wanted) => {
  const found = find(rows, wanted)
  assert.equal(found.length, 1, JSON.stringify(wanted))
  return found[0]?.cell.value
}

const inOberbayern = (row: TableRow) => /^091\d\d$/.test(row.area.key)
const sum = (rows: TableRow[]) => rows.reduce((total, row) => total + (row.cell.value ?? 0), 0)

test('12411-01-01-4 flat: population of all counties on 31.12.2024', { skip: absent }, () => {
  const { rows, leftOut } = read('genesis_ffcsv/12411-01-01-4_flat.csv.gz')
  const at = { to: '2024-12-31', measure: 'BEVSTD' }
  assert.equal(value(rows, { key: '09175', sex: '', ...at }), 144_225)
  assert.equal(value(rows, { key: '09184', sex: '', ...at }), 354_396)
  const oberbayern = rows.filter(inOberbayern)
  const of = (sex: string) => oberbayern.filter((row) => row.dimensions.GES?.code === sex)
  assert.equal(of('').length, 23)
  assert.equal(sum(of('')), sum(of('GESM')) + sum(of('GESW')))
  assert.deepEqual(leftOut, [])
})

test('22411-02-03-4: care recipients 2015 to 2019, women and men add up', { skip: absent }, () => {
  const { rows } = read('genesis_2021-08/22411-02-03-4.csv.gz')
  assert.equal(value(rows, { key: '09184', to: '2019-12-31', measure: 'PFL016', sex: '' }), 10_220)
  assert.equal(value(rows, { key: 'DG', to: '2019-12-31', measure: 'PFL016', sex: '' }), 4_127_605)
  for (const to of ['2015-12-31', '2017-12-31', '2019-12-31']) {
    const own = rows.filter((row) => inOberbayern(row) && row.period.to === to && row.measure.code === 'PFL016')
    const of = (sex: string) => sum(own.filter((row) => row.dimensions.GES?.code === sex))
    assert.equal(of(''), of('GESM') + of('GESW'), to)
    assert.equal(of(''), value(rows, { key: '091', to, measure: 'PFL016', sex: '' }), to)
  }
  // The release of 2017 says the same about 2015.
  const earlier = read('regionaldatenbank_2017-10/22411-02-03-4_00.csv.gz').rows
  const wanted = { key: '09175', to: '2015-12-31', measure: 'PFL016', sex: '' }
  assert.deepEqual([value(earlier, wanted), value(rows, wanted)], [2_638, 2_638])
})

test('13211-02-05-4: unemployed 2015 to 2020, rates as decimals, unknown rates as marks', { skip: absent }, () => {
  const { rows } = read('genesis_2021-08/13211-02-05-4.csv.gz')
  const at = { key: '09184', to: '2020-12-31' }
  assert.equal(value(rows, { ...at, measure: 'ERWP06' }), 5_824)
  assert.equal(value(rows, { ...at, measure: 'ERWP06/auslaender' }), 2_251)
  assert.equal(value(rows, { ...at, measure: 'ERWP10' }), 3.1)
  assert.equal(find(rows, { key: '09184', to: '2018-12-31', measure: 'ERWP10/auslaender' })[0]?.cell.mark, 'unknown')
  const own = rows.filter((row) => inOberbayern(row) && row.period.to === '2020-12-31' && row.measure.code === 'ERWP06')
  assert.ok(Math.abs(sum(own) - 97_648) <= 23) // yearly averages are rounded one by one
})

test('13211-01-03-5: municipalities, county-free cities as five digits', { skip: absent }, () => {
  const { rows } = read('regionaldatenbank_2017-10/13211-01-03-5_00.csv.gz')
  const at = { to: '2016-12-31', measure: 'ERWP06' }
  assert.equal(value(rows, { key: '09162', ...at }), 37_969)
  const municipalities = rows.filter((row) => row.area.key.startsWith('09184') && row.area.level === 'municipality')
  const total = sum(municipalities.filter((row) => row.measure.code === 'ERWP06'))
  assert.ok(Math.abs(total - 4_968) <= 15, String(total)) // yearly averages are rounded one by one
})

test('12411: one series out of four tables of three releases', { skip: absent }, () => {
  const series = read('genesis_2020-02/12411-0015.csv.gz').rows
  assert.equal(find(series, { key: '09184', to: '1995-12-31', measure: 'BEVSTD' }).length, 1)
  assert.equal(new Set(series.map((row) => row.period.to)).size, 24)
  const byAge = read('genesis_2021-08/12411-0018_bayern.csv.gz').rows
  const municipal = read('regionaldatenbank_2017-10/12411-01-01-5_00.csv.gz').rows
  for (const key of ['09162', '09175', '09184']) {
    const at = { key, to: '2015-12-31', measure: 'BEVSTD' }
    assert.equal(sum(find(byAge, at)), value(series, at), key)
    assert.equal(value(municipal, { ...at, sex: '' }), value(series, at), key)
  }
  const members = municipal.filter((row) => row.area.key.startsWith('09184') && row.area.level === 'municipality')
  const in2015 = members.filter((row) => row.period.to === '2015-12-31' && row.dimensions.GES?.code === '')
  assert.equal(sum(in2015), 340_003)
})

test('every GENESIS file at hand is read whole: nothing left out but rows that a file itself repeats', {
  skip: absent,
}, () => {
  for (const release of ['genesis_ffcsv', 'genesis_2020-02', 'genesis_2021-08', 'regionaldatenbank_2017-10']) {
    for (const file of readdirSync(path.join(folder, release)).filter((name) => name.endsWith('.csv.gz'))) {
      const table = read(path.join(release, file))
      const faults = table.leftOut.filter(({ why }) => why.code !== 'repeated')
      assert.deepEqual(faults, [], file)
      const code = /^(\d{4}[0-9A-Z](-[0-9A-Z]+)+)/.exec(file)?.[1] ?? ''
      assert.equal(table.code, code, file)
      const bad = table.rows.find(({ cell }) => (cell.mark === null) !== Number.isFinite(cell.value))
      assert.equal(bad, undefined, file)
    }
  }
})
