import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { signOfMark } from '#pure/table-file/cell.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { readFlatCsv } from './flat.ts'
import { recognise } from './recognise.ts'

const heading =
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;' +
  '1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;' +
  'value;value_unit;value_variable_code;value_variable_label'
const line = (value: string, { key = '09184', sex = 'GESM;männlich', time = '2024-12-31' } = {}) =>
  `12411;Fortschreibung;STAG;Stichtag;${time};KREISE;Kreise;${key};München, Landkreis;GES;Geschlecht;${sex};${value};Anzahl;BEVSTD;Bevölkerungsstand`
const file = (...lines: string[]) => `\ufeff${[heading, ...lines].join('\n')}\n`

const refused = (read: () => unknown): [string, number | null] => {
  try {
    read()
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.code, error.line]
    throw error
  }
  return ['read', null]
}

test('a statement becomes a row with area, period, dimensions and measure', () => {
  const text = file(line('174902'), line('354396', { sex: ';Insgesamt' }))
  assert.equal(recognise(text), 'genesis-flat')
  const table = readFlatCsv(text, { fileName: 'C:\\Daten\\12411-01-01-4_flat.csv' })
  assert.equal(table.code, '12411-01-01-4')
  assert.deepEqual(table.dimensions, [{ code: 'GES', label: 'Geschlecht' }])
  assert.deepEqual(table.rows[0], {
    line: 2,
    area: { key: '09184', level: 'county', name: 'München, Landkreis' },
    period: { kind: 'day', from: '2024-12-31', to: '2024-12-31' },
    dimensions: { GES: { code: 'GESM', label: 'männlich', total: false } },
    measure: { code: 'BEVSTD', label: 'Bevölkerungsstand', unit: 'Anzahl' },
    cell: { value: 174902, mark: null },
    quality: null,
  })
  assert.deepEqual(table.rows[1]?.dimensions.GES, { code: '', label: 'Insgesamt', total: true })
})

test('all five marks stay marks', () => {
  const counties = ['09161', '09162', '09163', '09171', '09172']
  const marks = Object.entries(signOfMark)
  const table = readFlatCsv(file(...marks.map(([, sign], at) => line(sign, { key: counties[at] ?? '' }))))
  assert.deepEqual(
    table.rows.map((row) => row.cell),
    marks.map(([mark]) => ({ value: null, mark })),
  )
})

test('the quality column and letters behind numbers are kept apart from the number', () => {
  const text = `${heading};value_q\n${line('166')};e\n${line('12 r', { key: '09175' })};\n`
  assert.deepEqual(
    readFlatCsv(text).rows.map((row) => [row.cell.value, row.quality]),
    [
      [166, 'e'],
      [12, 'r'],
    ],
  )
})

test('the German heading of before 2025 is read, one row per measure column', () => {
  const text = [
    'Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;FLC006__Gebietsflaeche__qkm;BEVSTD__Bevoelkerungsstand__Anzahl',
    '11111;Gebietsstand;STAG;Stichtag;31.12.2020;KREISE;Kreise;09184;München, Landkreis;664,25;350473',
  ].join('\n')
  assert.equal(recognise(text), 'genesis-flat')
  assert.deepEqual(
    readFlatCsv(text).rows.map((row) => [row.measure.code, row.measure.unit, row.cell.value]),
    [
      ['FLC006', 'qkm', 664.25],
      ['BEVSTD', 'Anzahl', 350473],
    ],
  )
})

test('what cannot be read is left out by line and reason, and the rest is read', () => {
  const table = readFlatCsv(
    file(
      line('1'),
      line('2', { key: 'AT312' }),
      line('3', { time: '31.02.2024' }),
      line('viele', { key: '09175' }),
      'kurz;zeile',
      '',
      line('1'),
    ),
  )
  assert.equal(table.rows.length, 1)
  assert.deepEqual(
    table.leftOut.map(({ line: at, why }) => [at, why.code]),
    [
      [3, 'area-key'],
      [4, 'period'],
      [5, 'value'],
      [6, 'column-count'],
      [8, 'repeated'],
    ],
  )
})

test('a broken or foreign file is refused whole, with code and line', () => {
  const short = heading.replace(';value_unit', '')
  assert.deepEqual(
    refused(() => readFlatCsv('  \n')),
    ['empty', null],
  )
  assert.deepEqual(
    refused(() => readFlatCsv('Name;Ort\nA;B')),
    ['broken-header', 1],
  )
  assert.deepEqual(
    refused(() => readFlatCsv(`${short}\n${line('1')}`)),
    ['broken-header', 1],
  )
  assert.deepEqual(
    refused(() => readFlatCsv(file())),
    ['no-rows', 1],
  )
  assert.deepEqual(
    refused(() => readFlatCsv(file(line('1', { key: 'FR' })))),
    ['no-rows', 2],
  )
  assert.deepEqual(
    refused(() => readFlatCsv(file(line('1'), line('2')))),
    ['contradiction', 3],
  )
  assert.deepEqual(
    refused(() => readFlatCsv(file(line('1.234')))),
    ['number-style', null],
  )
  assert.equal(readFlatCsv(file(line('1.234')), { numberStyle: 'comma' }).rows[0]?.cell.value, 1234)
  assert.deepEqual([recognise('Name;Ort'), recognise(''), recognise('K;DQ;FACH-SCHL')], [null, null, 'genesis-cube'])
})

test('every number and mark that is written into a file is read from it', () => {
  const cell = fc.oneof(fc.integer({ min: -1e6, max: 1e8 }), fc.constantFrom(...Object.keys(signOfMark)))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 89 }), (cells) => {
      const lines = cells.map((one, at) => {
        const value = typeof one === 'number' ? String(one) : signOfMark[one as keyof typeof signOfMark]
        return line(value, { key: `091${String(at + 10)}` })
      })
      const read = readFlatCsv(file(...lines)).rows.map((row) => row.cell.mark ?? row.cell.value)
      assert.deepEqual(
        read,
        cells.map((one) => (one === 0 ? 0 : one)),
      )
    }),
  )
})
