import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { readGenesisCsv } from './csv.ts'
import { recognise } from './recognise.ts'

const foot = [
  '__________',
  '"zu ""gesamter Tabelle"":',
  'Berichtsjahr (ab 2011): Ergebnisse auf Grundlage des Zensus',
  '2011"',
  '"© Statistische Ämter des Bundes und der Länder, Deutschland, 2021.',
  'Dieses Werk ist lizenziert unter der Datenlizenz Deutschland',
  '- Namensnennung - Version 2.0."',
  'Stand: 17.08.2021 / 20:30:38',
]
const care = [
  'GENESIS-Tabelle: 22411-02-03-4',
  'Pflegebedürftige nach Leistungsart;;;;;',
  'Pflegestatistik (Pflegeeinricht./Pflegebedürftige);;;;;',
  ';;;;Pflegebedürftige;ambulante Pflege',
  ';;;;Anzahl;Anzahl',
]
const careRows = [
  '31.12.2019;DG;Deutschland;Insgesamt;4127605;982604',
  '31.12.2019;09184;      München, Landkreis;männlich;3828;.',
  '31.12.2019;09184;      München, Landkreis;weiblich;6392;x',
  '31.12.2017;09184;      München, Landkreis;Insgesamt;...;-',
]
const text = (...parts: string[][]) => `${parts.flat().join('\n')}\n`
const refused = (content: string): [string, number | null] => {
  try {
    readGenesisCsv(content)
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.code, error.line]
    throw error
  }
  return ['read', null]
}

test('period, area and sex in the rows, measures in the columns', () => {
  const content = text(care, careRows, foot)
  assert.equal(recognise(content), 'genesis-csv')
  const table = readGenesisCsv(content)
  assert.deepEqual(
    [table.code, table.statistic.label, table.licence, table.printedAt],
    ['22411-02-03-4', 'Pflegestatistik (Pflegeeinricht./Pflegebedürftige)', 'dl-de/by-2-0', '2021-08-17T20:30:38'],
  )
  assert.equal(table.source, '© Statistische Ämter des Bundes und der Länder, Deutschland, 2021')
  assert.match(table.footnotes.join(' '), /Zensus\s2011/)
  assert.deepEqual(table.dimensions, [{ code: 'GES', label: 'Geschlecht' }])
  assert.deepEqual(table.rows[0]?.area, { key: 'DG', level: 'country', name: 'Deutschland' })
  assert.deepEqual(
    table.rows
      .slice(2)
      .map((row) => [row.line, row.dimensions.GES?.code, row.measure.code, row.cell.mark ?? row.cell.value]),
    [
      [7, 'GESM', 'PFL016', 3828],
      [7, 'GESM', 'PFL017', 'unknown'],
      [8, 'GESW', 'PFL016', 6392],
      [8, 'GESW', 'PFL017', 'meaningless'],
      [9, '', 'PFL016', 'later'],
      [9, '', 'PFL017', 'nil'],
    ],
  )
})

test('one measure in the title, periods and sex in the columns', () => {
  const table = readGenesisCsv(
    text(
      [
        'GENESIS-Tabelle: 12411-01-01-5',
        'Bevölkerung nach Geschlecht;;;',
        'Fortschreibung;;;',
        'Bevölkerungsstand (Anzahl);;;',
      ],
      [';;31.12.2015;31.12.2015;31.12.2014', ';;Insgesamt;männlich;Insgesamt'],
      ['09184;      München, Landkreis;340003;168380;332800'],
      foot,
    ),
  )
  assert.deepEqual(
    table.rows.map((row) => [
      row.period.to,
      row.dimensions.GES?.code,
      row.measure.code,
      row.measure.unit,
      row.cell.value,
    ]),
    [
      ['2015-12-31', '', 'BEVSTD', 'Anzahl', 340003],
      ['2015-12-31', 'GESM', 'BEVSTD', 'Anzahl', 168380],
      ['2014-12-31', '', 'BEVSTD', 'Anzahl', 332800],
    ],
  )
})

test('the period in the title, stacked measures and units in the columns', () => {
  const table = readGenesisCsv(
    text(
      [
        'GENESIS-Tabelle: 13211-01-03-5',
        'Arbeitslose nach Personengruppen;;;',
        'Arbeitsmarktstatistik;;;',
        'Jahr: 2016;;;',
      ],
      [';;Arbeitslose insgesamt;Arbeitslose;Quote', ';;;und zwar;', ';;;Ausländer;', ';;Anzahl;Anzahl;Prozent'],
      ['09184;      München, Landkreis;4968;1719;2,8'],
      foot,
    ),
  )
  assert.deepEqual(
    table.rows.map((row) => [row.period.kind, row.period.from, row.measure.code, row.measure.unit, row.cell.value]),
    [
      ['year', '2016-01-01', 'ERWP06', 'Anzahl', 4968],
      ['year', '2016-01-01', 'ERWP06/auslaender', 'Anzahl', 1719],
      ['year', '2016-01-01', 'quote', 'Prozent', 2.8],
    ],
  )
})

test('a municipality that stands under two Samtgemeinden is one municipality', () => {
  const table = readGenesisCsv(
    text(
      [
        'GENESIS-Tabelle: 12411-07-01-5',
        'Durchschnittsalter;;',
        'Fortschreibung;;',
        ';;;Durchschnittsalter',
        ';;;Jahre',
      ],
      ['31.12.2015;03158405007;        Dahlum;-', '31.12.2015;03158407007;        Dahlum;48,9'],
      foot,
    ),
  )
  assert.deepEqual(
    table.rows.map((row) => [row.area.key, row.cell.value]),
    [['03158007', 48.9]],
  )
  assert.deepEqual(table.leftOut, [{ line: 6, why: { code: 'repeated', firstLine: 7 } }])
})

test('broken exports are refused with code and line', () => {
  assert.deepEqual(refused(''), ['empty', null])
  assert.deepEqual(refused('Tabelle\n1;2\n'), ['unknown-format', 1])
  assert.deepEqual(refused(text(care, careRows)), ['cut-off', 9])
  assert.deepEqual(refused(text(care, foot)), ['no-rows', 6])
  assert.deepEqual(refused(text(care.slice(0, 3), careRows, foot)), ['broken-header', 2])
  assert.deepEqual(refused(text(care.slice(0, 4), careRows, foot)), ['broken-header', 4]) // no units, no measure in the title
  assert.deepEqual(
    refused(
      text(
        care,
        ['31.12.2019;09184;      München;Insgesamt;1;2', '31.12.2019;09184;      München;Insgesamt;1;3'],
        foot,
      ),
    ),
    ['contradiction', 7],
  )
  const twins = [...care.slice(0, 3), ';;;;Pflegebedürftige;Pflegebedürftige', ';;;;Anzahl;Anzahl']
  assert.deepEqual(refused(text(twins, careRows, foot)), ['ambiguous-columns', 4])
  const nowhere = careRows.map((row) => row.replace(/;(DG|09184);/, ';17;'))
  assert.deepEqual(refused(text(care, nowhere, foot)), ['broken-header', 6])
})

test('single bad rows are left out by line and reason', () => {
  const bad = [
    '31.12.2019;AT312;      Tirol;Insgesamt;1;2',
    '31.12.2019;09175;      Ebersberg;Insgesamt;1',
    '31.12.2019;09175;      Ebersberg;Insgesamt;1;?',
  ]
  const table = readGenesisCsv(text(care, careRows, bad, foot))
  assert.deepEqual(
    table.leftOut.map(({ line, why }) => [line, why.code]),
    [
      [10, 'area-key'],
      [11, 'column-count'],
      [12, 'value'],
    ],
  )
})
