// Layouts that are told apart by their content, each made here by hand: what they say is read alike, whatever they are packed in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { archive, workbook } from '#kit/files/testing-archive.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { type Extract, markNames } from './extract.ts'
import { type Hints, readOfficialFile } from './read-file.ts'
import { boundaryFile, table as dbfTable } from './testing-shapes.ts'

const bytesOf = (text: string) => Buffer.from(text, 'utf8')
const read = (content: string | Uint8Array, name = 'datei', hints: Hints = {}) =>
  readOfficialFile(typeof content === 'string' ? bytesOf(content) : content, name, hints)
const refused = async (content: string | Uint8Array, name = 'datei', hints: Hints = {}): Promise<string> => {
  try {
    await read(content, name, hints)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code
    throw error
  }
  return 'read'
}
const figures = ({ of, areas, periods }: Extract) =>
  Array.from(of.value, (value, at) => [
    areas[of.area[at]!]?.key,
    periods[of.period[at]!]?.label,
    markNames[of.mark[at]!] ?? value,
  ])

const genesis = [
  'Tabelle: 22411-02-03-4',
  'Pflegebedürftige',
  'Statistik über ambulante Pflegeeinrichtungen',
  ';;;Pflegebedürftige;ambulante Pflege',
  ';;;Anzahl;Anzahl',
  '31.12.2019;09184;München, Landkreis;10220;.',
  '31.12.2019;07137;Mayen-Koblenz;-;/',
  '__________',
  '© Statistisches Bundesamt (Destatis), 2021',
  '',
].join('\n')

test('one GENESIS table in every encoding and with every end of line', async () => {
  const plain = figures(await read(genesis))
  assert.deepEqual(plain, [
    ['09184', '2019-12-31', 10_220],
    ['09184', '2019-12-31', 'unknown'],
    ['07137', '2019-12-31', 'nil'],
    ['07137', '2019-12-31', 'unreliable'],
  ])
  const wide = Buffer.from(genesis, 'utf16le')
  const big = Buffer.from(wide).swap16()
  const packed = archive({ '22411-02-03-4.csv': { content: genesis } })
  const wrapped = JSON.stringify({ Ident: { Service: 'data' }, Status: { Code: 0 }, Object: { Content: genesis } })
  for (const [name, content] of Object.entries({
    mark: `\ufeff${genesis}`,
    windows: genesis.replaceAll('\n', '\r\n'),
    macintosh: genesis.replaceAll('\n', '\r'),
    latin: Buffer.from(genesis, 'latin1'),
    'utf-16 little': Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    'utf-16 big': Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    'utf-16 little without mark': wide,
    'utf-16 big without mark': big,
    tabs: genesis.replaceAll(';', '\t'),
    'the answer of the service, zipped': packed,
    'the answer of the service, as JSON': wrapped,
  }))
    assert.deepEqual(figures(await read(content)), plain, name)
})

test('the Gemeindeverzeichnis in fixed columns says what the printed sheet says, and its own day', async () => {
  const line = (record: string, key: string, association: string, name: string, code: string, rest: string) =>
    `${record}20221231${key.padEnd(8)}${association.padEnd(4)}${name.padEnd(100)}${code.padEnd(6)}${rest}`
  const town = (key: string, association: string, name: string, hectares: number, people: number, men: number) =>
    line(
      '60',
      key,
      association,
      name,
      '61',
      `${String(hectares).padStart(11, '0')}${String(people).padStart(11, '0')}${String(men).padStart(11, '0')}    85521     `,
    )
  const text = [
    line('10', '09', '', 'Bayern', '', ''),
    line('40', '09175', '', 'Ebersberg', '43', ''),
    town('09175111', '5101', 'Anzing', 1650, 4401, 2200),
    town('09162000', '0000', 'München, Landeshauptstadt', 31071, 1512491, 737000),
  ].join('\r\n')
  const extract = await read(text, 'GV100AD_311222.asc')
  assert.equal(extract.format, 'register')
  assert.equal(extract.register?.validOn, '2022-12-31')
  assert.deepEqual(
    extract.areas.map(({ key }) => key),
    ['09175111', '09162'],
  )
  assert.deepEqual(figures(extract).slice(0, 4), [
    ['09175111', '2022-12-31', 4401],
    ['09175111', '2022-12-31', 2200],
    ['09175111', '2022-12-31', 2201],
    ['09175111', '2022-12-31', 16.5],
  ])
  const broken = await read(text.replace('6020221231', '7020221231'), 'x.asc')
  assert.deepEqual(
    broken.leftOut.map(({ line: at, why, detail }) => [at, why, detail.text]),
    [[3, 'register-record-kind', '70']],
  )
})

test('JSON-stat and SDMX-JSON: the same cube, with its marks as states', async () => {
  const stat = {
    version: '2.0',
    class: 'dataset',
    label: 'Bevölkerung',
    source: 'Amt',
    id: ['geo', 'sex', 'time'],
    size: [2, 1, 2],
    role: { geo: ['geo'], time: ['time'] },
    dimension: {
      geo: { category: { index: { '09175': 0, DE_09184: 1 }, label: { '09175': 'Ebersberg', DE_09184: 'München' } } },
      sex: { category: { label: { T: 'Insgesamt' } } },
      time: { category: { index: ['2019', '2020'] } },
    },
    value: [1, null, 3.5, null],
    status: { 1: '.', 3: 'Q' },
  }
  const wanted = [
    ['09175', '2019', 1],
    ['09175', '2020', 'unknown'],
    ['09184', '2019', 3.5],
    ['09184', '2020', 'unknown'],
  ]
  const cube = await read(JSON.stringify(stat))
  assert.deepEqual([cube.format, figures(cube)], ['json-stat', wanted])
  assert.deepEqual(figures(await read(JSON.stringify({ ...stat, value: { 0: 1, 2: 3.5 } }))), wanted)
  const dimension = (id: string, ...codes: string[]) => ({
    id,
    values: codes.map((code) => ({ id: code, name: code })),
  })
  const sdmx = {
    data: {
      dataSets: [
        {
          structure: 0,
          series: {
            '0:0': { observations: { 0: [1, 0], 1: [null, 1] } },
            '1:0': { observations: { 0: ['3.5', 0], 1: [null, 1] } },
          },
        },
      ],
      structures: [
        {
          name: 'Bevölkerung',
          dimensions: {
            series: [dimension('REF_AREA', '09175', '09184'), dimension('SEX', 'T')],
            observation: [dimension('TIME_PERIOD', '2019', '2020')],
          },
          attributes: { observation: [{ id: 'OBS_STATUS', values: [{ id: 'A' }, { id: 'Q' }] }] },
        },
      ],
    },
  }
  const message = await read(JSON.stringify(sdmx))
  assert.deepEqual([message.format, figures(message)], ['sdmx-json', wanted])
  assert.equal(await refused(JSON.stringify({ ...stat, size: [2, 1, 3] })), 'broken-header')
  assert.equal(await refused(JSON.stringify({ ...stat, size: [3000, 1000, 2000] })), 'broken-header')
  assert.equal(await refused(JSON.stringify(stat).slice(0, -40)), 'cut-off')
  assert.equal(await refused('{"a":1}'), 'unknown-format')
})

test('a Data Package reads the tables that it names, with their dialect and types, and names those that are missing', async () => {
  const resources = [
    {
      path: 'a.csv',
      dialect: { delimiter: '|' },
      schema: {
        fields: [
          { name: 'ags', type: 'string' },
          { name: 'wert', title: 'Wert je Kopf', type: 'number', decimalChar: '.' },
          { name: 'jahr', type: 'year' },
        ],
      },
    },
    { path: 'sub/b.csv', encoding: 'iso-8859-1' },
    { path: 'c.csv' },
  ]
  const companions = [
    { name: 'a.csv', bytes: bytesOf('ags|wert|jahr\n09175|1.234|2020\n09184|.|2020\n') },
    { name: 'sub/b.csv', bytes: Buffer.from('ags;jahr;Würde\n09161;2021;7\n', 'latin1') },
  ]
  const extract = await read(JSON.stringify({ title: 'Beispiel', resources }), 'datapackage.json', { companions })
  assert.deepEqual(
    [extract.format, figures(extract)],
    [
      'data-package',
      [
        ['09175', '2020', 1.234],
        ['09184', '2020', 'unknown'],
        ['09161', '2021', 7],
      ],
    ],
  )
  assert.deepEqual(
    extract.measures.map(({ label }) => label),
    ['Wert je Kopf', 'Würde'],
  )
  assert.deepEqual(
    extract.leftOut.map(({ why, detail }) => [why, detail.text]),
    [['missing-file', 'c.csv']],
  )
  const zipped = archive({
    'datapackage.json': { content: JSON.stringify({ resources }) },
    ...Object.fromEntries(companions.map(({ name, bytes }) => [name, { content: Buffer.from(bytes) }])),
  })
  assert.deepEqual(figures(await read(zipped)), figures(extract))
})

const ods = (rows: string, head = '') =>
  archive({
    mimetype: { content: 'application/vnd.oasis.opendocument.spreadsheet' },
    'content.xml': {
      content: `<?xml version="1.0"?>${head}<office:document-content><office:body><office:spreadsheet><table:table table:name="T">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  })
const text = (one: string) => `<table:table-cell office:value-type="string"><text:p>${one}</text:p></table:table-cell>`
const number = (one: number) =>
  `<table:table-cell office:value-type="float" office:value="${one}"><text:p>${one}</text:p></table:table-cell>`
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`

test('spreadsheets as ODS and XLSX: figures and text alike, repeated cells, a sheet that calculates refused', async () => {
  const wanted = [
    ['09175', '2020', 1675],
    ['09175', '2021', 7],
    ['09184', '2020', 7],
    ['09184', '2021', 'unknown'],
  ]
  const head = row(text('AGS'), text('Name'), text('2020'), text('2021'))
  const first = row(text('09175'), text('Ebersberg'), text(' 1 675<text:s text:c="3"/>'), number(7))
  const sheet = ods(
    head +
      first +
      row(text('09184'), text('M&amp;M'), number(7), text('.')) +
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
  )
  const extract = await read(sheet)
  assert.deepEqual([figures(extract), extract.areas[1]?.name], [wanted, 'M&M'])
  const book = workbook([
    ['AGS', 'Name', '2020', '2021'],
    ['09175', 'Ebersberg', ' 1 675 ', 7],
    ['09184', 'München', 7, '.'],
  ])
  assert.deepEqual(figures(await read(book)), wanted)
  const formula = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
  assert.equal(await refused(ods(head + row(text('09175'), text('E'), formula, number(1)))), 'formula')
})

test('hostile and broken files are refused by name: XML entities, lying archives, cut shapes, circles of sectors, nested archives', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
  assert.equal(await refused(ods(row(text('&b;')), bomb)), 'undecodable')
  assert.equal(
    await refused(archive({ 'a.zip': { content: archive({ 'b.csv': { content: genesis } }) } })),
    'unknown-format',
  )
  assert.equal(
    await refused(archive({ 'a.csv': { content: genesis }, 'b.csv': { content: genesis } })),
    'several-tables',
  )
  const compound = Buffer.alloc(4096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(compound)
  compound.writeUInt16LE(9, 30)
  compound.writeUInt16LE(6, 32)
  assert.equal(await refused(compound), 'undecodable', 'its directory is its own successor')
  assert.equal(await refused(Buffer.from('PAR1 and then nothing that ends so')), 'cut-off')
  assert.equal(
    await refused(Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(40, 0xff), Buffer.from('PAR1')])),
    'undecodable',
  )
  const { shp, dbf, prj } = boundaryFile('25832', [{ key: '09175', square: [700_000, 5_330_000, 1000] }])
  const beside = (parts: Record<string, Uint8Array | string>) => ({
    companions: Object.entries(parts).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? bytesOf(content) : content,
    })),
  })
  assert.equal(
    await refused(shp.subarray(0, shp.length - 20), 'k.shp', beside({ 'k.dbf': dbf, 'k.prj': prj })),
    'cut-off',
  )
  assert.equal(await refused(shp, 'k.shp', beside({ 'k.prj': prj })), 'companion')
  assert.equal(await refused(shp, 'k.shp', beside({ 'k.dbf': dbf, 'k.prj': 'PROJCS["Lambert"]' })), 'projection')
  assert.equal(await refused(dbf.subarray(0, dbf.length - 10), 'k.dbf'), 'cut-off')
  assert.equal(await refused('09175;"offen\n09184;1\n'), 'open-quote')
  assert.equal(await refused('AGS;Wert\n09175;=1+1\n09184;2\n'), 'formula')
})

test('boundaries in three systems, zipped with the file that holds their day; features that share a key are one area, water is none', async () => {
  for (const [system, square] of [
    ['25832', [691_000, 5_335_000, 1000]],
    ['31468', [4_468_000, 5_333_000, 1000]],
    ['4326', [11.5, 48.1, 0.01]],
  ] as const) {
    const given = [
      { key: '09162', square },
      { key: '09162', square: [square[0] + 2 * square[2], square[1], square[2]] as const },
      { key: '09162', square, factor: '2' },
      { key: '', square },
    ]
    const { shp, dbf, prj } = boundaryFile(system, given)
    const zipped = archive({
      'x/K.shp': { content: shp },
      'x/K.dbf': { content: dbf },
      'x/K.prj': { content: prj },
      'x/aktualitaet.txt': { content: '31.12.2023' },
    })
    const extract = await read(zipped)
    assert.deepEqual(
      [extract.format, extract.areas.map(({ key }) => key), extract.periods[0]?.label],
      ['boundaries', ['09162'], '2023-12-31'],
      system,
    )
    assert.deepEqual(
      extract.leftOut.map(({ line, why }) => [line, why]),
      [
        [3, 'water'],
        [4, 'no-area'],
      ],
    )
  }
})

test('an archive of several layers is one list; lines and points in it are named', async () => {
  const layer = (key: string) => boundaryFile('25832', [{ key, square: [691_000, 5_335_000, 1000] }])
  const parts: Record<string, { content: Buffer | string }> = { 'vg/aktualitaet.txt': { content: '01.01.2024' } }
  for (const [name, key] of [
    ['KRS', '09175'],
    ['GEM', '091750111111'],
    ['LI', '09'],
  ] as const) {
    const { shp, dbf, prj } = layer(key)
    if (name === 'LI') shp.writeInt32LE(3, 32)
    for (const [ending, content] of Object.entries({ shp, dbf, prj }))
      parts[`vg/ebenen/VG_${name}.${ending}`] = { content }
  }
  const extract = await read(archive(parts), 'vg250.zip')
  assert.deepEqual(
    [extract.areas.map(({ key }) => key), extract.periods[0]?.label],
    [['09175', '09175111'], '2024-01-01'],
  )
  assert.deepEqual(
    extract.leftOut.map(({ why, detail }) => [why, detail.where]),
    [['not-areas', 'VG_LI.shp']],
  )
})

test('a dBASE table alone: keys stay text, a second piece of land counts nobody again, umlauts in either encoding', async () => {
  const records = [
    { AGS: '09175111', GEN: 'Würmtal', GF: '4', EWZ: '10', KFL: '1.50' },
    { AGS: '09175111', GEN: 'Würmtal', GF: '4', EWZ: '10', KFL: '1.50' },
    { AGS: '09175112', GEN: 'Ebersberg', GF: '4', EWZ: '0', KFL: '' },
  ]
  for (const encoding of ['utf8', 'latin1'] as const) {
    const extract = await read(dbfTable(records, encoding), 'VG250.dbf', { validOn: '2022-12-31' })
    assert.deepEqual(figures(extract), [
      ['09175111', '2022-12-31', 10],
      ['09175111', '2022-12-31', 1.5],
      ['09175112', '2022-12-31', 0],
    ])
    assert.equal(extract.areas[0]?.name, 'Würmtal')
    assert.deepEqual(
      extract.leftOut.map(({ line, why }) => [line, why]),
      [
        [2, 'same-key'],
        [3, 'value'],
      ],
    )
  }
})
