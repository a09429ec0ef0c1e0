import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Mark, signOfMark } from '#pure/table-file/cell.ts'
import { type Collected, cellAt } from '#pure/table-file/collect.ts'
import { readSeparated } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { readGrid } from './read.ts'
import { noSchema } from './schema.ts'
import { separatorOf } from './separator.ts'

const read = (text: string) => readGrid(readSeparated(text, separatorOf(text)))
const saidBy = (table: Collected) =>
  Array.from({ length: table.statements.count }, (_, at) => {
    const { statements: of } = table
    const cell = cellAt(of, at)
    const area = table.areas[of.area[at]!]
    return [
      area?.key ?? area?.name ?? '',
      table.periods[of.period[at]!]?.from ?? '',
      table.measures[of.measure[at]!]!.label,
      cell.mark ?? cell.value,
    ].join('|')
  }).sort()
const refusedWith = (text: string): string => {
  try {
    read(text)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code
    throw error
  }
  return 'read'
}

type Figure = number | Mark
const figure: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 10) },
  { weight: 1, arbitrary: fc.constantFrom<Mark>('nil', 'unknown', 'unreliable', 'later', 'meaningless') },
)
const german = (n: number) => n.toLocaleString('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const english = (n: number) =>
  n.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false })
const spaced = (n: number) => `  ${german(Math.abs(n)).replaceAll('.', ' ')} `.replace('  ', n < 0 ? '-  ' : '  ')

/** How offices and spreadsheets write the same county. */
const writings: readonly ((county: string) => string)[] = [
  (c) => c,
  (c) => `${c}000`,
  (c) => `${c}0000000`,
  (c) => `${c.replace(/^0/, '')}000`,
]

test('whatever way a table is written, the same figures are read: separators, quotes, number forms, key forms, marks, headings, notes', () => {
  const counties = ['01051', '03152', '05315', '07137', '09175', '09184', '10041', '14522', '16077']
  fc.assert(
    fc.property(
      fc.record({
        figures: fc.array(fc.tuple(figure, figure, figure), { minLength: 3, maxLength: counties.length }),
        separator: fc.constantFrom(';', '\t', ','),
        form: fc.constantFrom('german', 'english', 'spaced'),
        key: fc.nat({ max: writings.length - 1 }),
        quoted: fc.boolean(),
        layout: fc.constantFrom('wide', 'stacked', 'tidy'),
        notes: fc.boolean(),
        end: fc.constantFrom('\n', '\r\n'),
      }),
      ({ figures, separator, form, key, quoted, layout, notes, end }) => {
        const write = (one: Figure) =>
          typeof one !== 'number'
            ? signOfMark[one]
            : form === 'german'
              ? german(one)
              : form === 'english'
                ? english(one)
                : spaced(one)
        const quote = (cell: string) => (quoted || cell.includes(separator) ? `"${cell}"` : cell)
        const years = ['2019', '2020', '2021']
        const line = (cells: readonly string[]) => cells.map(quote).join(separator)
        const body =
          layout === 'tidy'
            ? figures.flatMap((row, n) =>
                row.map((one, y) => [writings[key]!(counties[n]!), `Kreis ${n}`, years[y]!, write(one)]),
              )
            : figures.map((row, n) => [writings[key]!(counties[n]!), `Kreis ${n}`, ...row.map(write)])
        const heads = {
          wide: [['AGS', 'Name', ...years]],
          stacked: [
            ['Kennziffer', 'Raumeinheit', 'Quote', '', ''],
            ['', '', ...years],
          ],
          tidy: [['Schlüssel', 'Gebiet', 'Jahr', 'Quote']],
        }[layout]
        const text = [
          ...(notes ? ['Quoten der Landkreise', ''] : []),
          ...[...heads, ...body].map(line),
          ...(notes ? ['', '© Statistisches Amt, 2022'] : []),
        ].join(end)
        // Without one tenth that is none (".0" is written always) the form would be doubtful: at least one number decides it.
        if (!figures.flat().some((one) => typeof one === 'number')) return
        const label = layout === 'wide' ? '' : 'Quote'
        const wanted = figures
          .flatMap((row, n) =>
            row.map((one, y) => [counties[n], `${years[y]}-01-01`, label, one === 0 ? 0 : one].join('|')),
          )
          .sort()
        assert.deepEqual(saidBy(read(text)), wanted, text)
      },
    ),
    { numRuns: 150 },
  )
})

test('keys that spreadsheets shorten get their nought back; numbers that could be keys stay numbers', () => {
  const table = read(
    'AGS;Gemeinde;Einwohner\n9184112;Aying;5200\n9175111;Anzing;10\n07137;Mayen-Koblenz;91\n03152;Göttingen;09\n',
  )
  assert.deepEqual(
    table.areas.map(({ key }) => key),
    ['09184112', '09175111', '07137', '03152'],
  )
  assert.equal(table.values, 4)
})

test('what a table leaves open is asked, what it cannot say is left out by line', () => {
  const table = read(
    'Stadtteil;Einwohner;Dichte\nAltstadt;1 675;1,5\nBergedorf;20;2,5\nNordbezirk;;\nBergedorf;30;viele\nHamm;7;3,5\nHorn;8;2,0\n',
  )
  assert.deepEqual(
    table.open.map(({ line, code }) => [line, code]),
    [
      [5, 'same-name'],
      [1, 'no-time'],
    ],
  )
  assert.deepEqual(
    table.leftOut.map(({ line, code }) => [line, code]),
    [
      [4, 'section'],
      [5, 'value'],
    ],
  )
  assert.equal(table.areas.length, 5)
  const mixed = read('AGS;Wert;Güte\n09175;1;gut\n09184;2;3\n09161;3;schlecht\n')
  assert.deepEqual(
    mixed.open.map(({ code }) => code),
    ['mixed-column', 'no-time'],
  )
})

test('a table that can be read in two ways is refused: thousands or decimals, one county with two figures, no figures at all', () => {
  assert.equal(refusedWith('AGS;Wert\n09175;1.234\n09184;2.345\n'), 'number-style')
  assert.equal(refusedWith('AGS;Wert\n09175;1,5\n09184;1.5\n'), 'number-style')
  assert.equal(refusedWith('AGS;Jahr;Wert\n09175;2020;1\n09175;2020;2\n'), 'contradiction')
  assert.equal(refusedWith('Name;Ort\nA;B\nC;D\n'), 'unknown-format')
  const same = read('AGS;Jahr;Wert\n09175;2020;1\n09175;2020;1\n')
  assert.deepEqual([same.values, same.leftOut[0]?.code], [1, 'repeated'])
})

test('a description beside the table decides what it leaves open, but makes no mark a gap', () => {
  const rows = readSeparated('ags,wert,code\n09175,1.234,17\n09184,.,18\n09161,-999,19\n', ',')
  const fields = new Map([
    ['wert', { label: 'Wert je Einwohner', unit: 'EUR', isText: false }],
    ['code', { label: 'Kürzel', unit: '', isText: true }],
  ])
  const table = readGrid(rows, { schema: { ...noSchema, fields, missing: ['-999'], style: 'point' } })
  assert.deepEqual(saidBy(table), ['09175||Wert je Einwohner|1.234', '09184||Wert je Einwohner|unknown'])
  assert.deepEqual(
    table.leftOut.map(({ code, detail }) => [code, detail.count]),
    [['empty-cells', '1']],
  )
})

test('long tables name their indicator in a column, and lists of other layers keep their own keys', () => {
  const text =
    'Bereich;Kuerzel;Indikator;Raumbezug;Kennziffer;Name;Zeitbezug;Wert\nA;q1;Quote;Kreise;09190000;Weilheim-Schongau;2020;1,5\nA;q2;Zahl;Arbeitsmarktregionen;001;Flensburg;2020;7,0\n'
  const table = read(text)
  assert.deepEqual(
    table.areas.map(({ key }) => key),
    ['09190', '001'],
  )
  assert.equal(new Set(table.measures.map(({ label }) => label)).size >= 2, true)
})
