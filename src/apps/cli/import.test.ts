// The command `import`, as a script or an administrator calls it.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { clearAway, temporaryFolder } from '#kit/db/managed/test-installation.ts'
import { workbook } from '#kit/files/testing-archive.ts'
import { nahtstelle, read, refused } from './testing.ts'

const folder = temporaryFolder()
after(() => clearAway(folder))
const put = (name: string, content: Buffer | string) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const demo = (name: string) => new URL(`../../areas/figures/demo-data/${name}`, import.meta.url).pathname
const story = (name: string) => new URL(`../../../stories/files/${name}`, import.meta.url).pathname
const register = demo('gemeindeverzeichnis_2024-06-30_oberbayern.csv')
const care = demo('22411-02-03-4_oberbayern.csv')
const tryOut = (file: string, ...more: string[]) =>
  nahtstelle(['import', 'table', file, '--dry-run', '--json', ...more])

test('a dry run prints one object without any installation: numbers counted, states apart, what was left out with line and reason', async () => {
  const summary = read(await tryOut(register))
  assert.deepEqual(Object.keys(summary), ['kind', 'source', 'values', 'states', 'areas', 'periods', 'leftOut'])
  assert.equal(summary.kind, 'register')
  assert.match(summary.source, /Statistisches Bundesamt \(Destatis\), 2024/)
  assert.deepEqual([summary.areas, summary.periods, summary.leftOut], [519, ['2022-12-31'], []])
  const lines = readFileSync(care, 'latin1').split('\n')
  const at = lines.findIndex((line) => line.startsWith('31.12.2019;09175'))
  const cells = lines[at]!.split(';')
  const before = read(await tryOut(care))
  lines[at] = [...cells.slice(0, 4), '.', '/', '...', 'x', 'viele', ...cells.slice(9)].join(';')
  const marked = read(
    await nahtstelle(['import', 'genesis', '-', '--dry-run', '--json'], {
      input: Buffer.from(lines.join('\n'), 'latin1'),
    }),
  )
  assert.equal(marked.kind, 'genesis-csv')
  assert.equal(marked.values, before.values - cells.slice(4, 9).filter((cell) => /^\d/.test(cell)).length)
  assert.deepEqual(
    ['unknown', 'unreliable', 'later', 'meaningless'].map((state) => marked.states[state] - before.states[state]),
    [1, 1, 1, 1],
  )
  assert.deepEqual(marked.leftOut, [{ line: at + 1, why: '„viele“ ist weder Zahl noch Zeichen' }])
})

test('every official file of this house is read, gzipped and from standard input alike', async () => {
  for (const file of [...globSync(demo('*.csv')), ...globSync(story('*.csv'))]) {
    const summary = read(await tryOut(file))
    assert.ok(summary.values > 0 && summary.areas > 0 && summary.periods.length > 0, file)
    if (file !== care && !file.includes('flat')) continue
    const input = gzipSync(readFileSync(file))
    assert.deepEqual(read(await tryOut(put('packed.csv.gz', input))), summary, file)
    assert.deepEqual(read(await nahtstelle(['import', 'table', '-', '--dry-run', '--json'], { input })), summary, file)
  }
})

const sources = process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data'
const absent = existsSync(sources) ? false : 'the offices’ own files are not here'

test('the offices’ own files: the whole country’s register and tables of ten years, and a sentence for what is none', {
  skip: absent,
}, async () => {
  const whole = read(await tryOut(join(sources, 'regions/AuszugGV2QAktuell_2024-06-30.xlsx')))
  assert.deepEqual([whole.kind, whole.areas, whole.values], ['register', 10_959, 43_836])
  const undated = join(sources, 'regions/AuszugGV4QAktuell_2020.csv.gz')
  // Looking needs no day; writing does, and nobody guesses it.
  assert.deepEqual(read(await tryOut(undated)).open, [{ line: 1, what: 'Die Datei nennt keinen Stand' }])
  refused(await nahtstelle(['import', 'table', undated]), /Gebietsstand, zum Beispiel mit --stand 2019-12-31/)
  const dated = read(await tryOut(undated, '--stand', '2019-12-31'))
  assert.deepEqual([dated.areas, dated.periods, dated.leftOut], [11_004, ['2019-12-31'], []])
  // The newest, the oldest, the largest and the most marked; all of them are read by src/pure/genesis/official.test.ts.
  for (const file of [
    'genesis_ffcsv/12211-Z-11_flat.csv.gz',
    'genesis_2020-02/12411-0015.csv.gz',
    'genesis_2021-08/22411-02-03-4.csv.gz',
    'regionaldatenbank_2017-10/12111-02-01-5_00.csv.gz',
    'regionaldatenbank_2017-10/71517-02-03-4_00.csv.gz',
  ]) {
    const summary = read(await tryOut(join(sources, 'statistics', file)))
    assert.match(summary.kind, /^genesis-(csv|flat)$/, file)
    assert.ok(summary.values > 900, file)
    const same = (one: { why: string }) => one.why.startsWith('Steht mit demselben Wert schon')
    assert.ok(summary.leftOut.every(same), file)
  }
  // What the store has no room for is shown, and said so; every such file is read by official-files.test.ts of the figures.
  const shapes = read(await tryOut(join(sources, 'boundaries/vg5000_2021-01-01/VG5000_KRS.shp')))
  assert.deepEqual([shapes.kind, shapes.areas, shapes.periods, shapes.leftOut], ['boundaries', 401, ['2021-01-01'], []])
  const town = join(sources, 'statistics/konstanz/arbeitsmarkt/al_kn.csv')
  assert.equal(read(await tryOut(town)).source, 'Bundesagentur für Arbeit (BA)')
  refused(await nahtstelle(['import', 'table', town]), /weiß nur ein Mensch.*--write-mapping/)
  refused(await tryOut(join(sources, 'boundaries/vg5000_2021-01-01/VG5000_KRS.prj')), /VG5000_KRS\.shp/)
  refused(await tryOut(join(sources, 'statistics/gisd_2025/LIZENZ')), /keine Tabelle zu erkennen/)
})

const heading = ['Satz-art', 'Text-kenn-zeichen', 'Amtlicher Regionalschlüssel (ARS)']
const day = ['', '', 'Gebietsstand am 30.06.2024', '', '', '', '', '', '', 'am 31.12.2022']
const town = (key: string, people: number | string | { formula: string; value: number }) =>
  ['60', '61', '09', '1', key, '0000', '000', 'Musterstadt', 12.5, people, 40, 60, 8] as const

test('a workbook is read by its values; one that calculates is refused', async () => {
  const file = put('register.xlsx', workbook([heading, day, town('61', 100), town('62', 200)]))
  const summary = read(await tryOut(file))
  assert.deepEqual([summary.kind, summary.areas, summary.values], ['register', 2, 8])
  const formula = workbook([heading, day, town('61', { formula: 'HYPERLINK("http://example.org")', value: 100 })])
  refused(await tryOut(put('formula.xlsx', formula)), /In dieser Mappe steht eine Formel/)
  const text = readFileSync(register, 'utf8').replace(';Ingolstadt', ';"=HYPERLINK(""http://example.org"")"')
  refused(await tryOut(put('formula.csv', text)), /In Zeile 9 steht eine Formel/)
})

test('a file without end, a bomb and an archive that lies about its size are refused in bounded memory', async () => {
  const huge = put('huge.csv', 'Tabelle: 12411-01-01-4\n')
  truncateSync(huge, 2 ** 30)
  const big = 'größer als 20 MB'
  const line = Buffer.alloc(2 ** 20, '09175;1\n')
  const bomb = gzipSync(Buffer.concat(Array.from({ length: 300 }, () => line)))
  const zeros = Buffer.alloc(400 * 2 ** 20)
  for (const [ended, sentence] of [
    [await tryOut(huge), new RegExp(big)],
    [
      await nahtstelle(['import', 'table', '-', '--dry-run'], {
        input: Buffer.concat(Array.from({ length: 64 }, () => line)),
      }),
      new RegExp(big),
    ],
    [await tryOut(put('bomb.csv.gz', bomb)), new RegExp(big)],
    [await tryOut(put('bomb.xlsx', workbook([[zeros.toString('latin1')]]))), /ungewöhnlich groß/],
    [await tryOut(put('liar.xlsx', workbook([[zeros.toString('latin1')]], 5000))), /ungewöhnlich groß/],
  ] as const) {
    refused(ended, sentence)
    assert.ok(ended.megabytes < 400, `${ended.megabytes} MB`)
  }
})

test('what lies beside a table describes it; kinds are held to; what is only shown is never written', async () => {
  const table = put('kommune.csv', 'ags,jahr,wert\n9175111,2020,1.234\n09184,2020,.\n')
  refused(await tryOut(table), /Ob „1\.234“ tausend oder ein Komma meint/)
  const fields = [
    { name: 'ags', type: 'string' },
    { name: 'wert', title: 'Quote', decimalChar: '.' },
  ]
  put('kommune.schema.json', JSON.stringify({ fields }))
  const summary = read(await tryOut(table))
  assert.deepEqual([summary.kind, summary.values, summary.states.unknown, summary.areas], ['spreadsheet', 1, 1, 2])
  refused(await nahtstelle(['import', 'spreadsheet', table]), /weiß nur ein Mensch.*--write-mapping/)
  refused(
    await nahtstelle(['import', 'inkar', table, '--dry-run']),
    /Tabelle in freier Form, nicht eine Tabelle aus INKAR/,
  )
})

test('broken input ends with 1 and a sentence that names the line; words that are off end with 2', async () => {
  const text = readFileSync(register, 'utf8')
  const row = text.split('\n').find((one) => one.includes(';Ingolstadt;133'))!
  refused(
    await tryOut(put('twice.csv', text.replace(row, `${row}\n${row.replace('141029', '141030')}`))),
    /091610000000 .*Zeilen 10 und 11 zwei verschiedene Werte/,
  )
  const twice = read(await tryOut(put('same.csv', text.replace(row, `${row}\n${row}`))))
  assert.deepEqual(twice.leftOut, [{ line: 11, why: 'Steht mit demselben Wert schon in Zeile 10' }])
  const spelled = read(await tryOut(put('words.csv', text.replace(';141029;', ';viele;'))))
  assert.deepEqual(spelled.leftOut, [{ line: 10, why: '„viele“ ist weder Zahl noch Zeichen' }])
  const packed = gzipSync(text)
  refused(await tryOut(put('half.csv.gz', packed.subarray(0, packed.length / 2))), /abgeschnitten/)
  refused(await tryOut(put('noise.csv', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00, 0xdc, 0x00, 0x00]))), /Bitte/)
  refused(await tryOut(put('empty.csv', '')), /leer/)
  refused(await tryOut(folder), /lässt sich nicht öffnen/)
  refused(await tryOut(join(folder, 'nowhere.csv')), /lässt sich nicht öffnen/)
  refused(
    await nahtstelle(['import', 'genesis', register, '--dry-run']),
    /ein Gemeindeverzeichnis, nicht eine Tabelle aus GENESIS/,
  )
  for (const words of [
    ['import'],
    ['import', 'table'],
    ['import', 'weather', register],
    ['import', 'table', register, '--quickly'],
    ['import', 'register', register, '--stand', 'gestern'],
    ['export-all'],
    ['toString'],
    ['help', 'toString'],
  ]) {
    const ended = await nahtstelle(words)
    assert.deepEqual([ended.code, ended.out], [2, ''], words.join(' '))
    assert.match(ended.told, /^\S.*[.!]\n$/)
  }
})

test('help explains every command in German', async () => {
  const list = await nahtstelle([])
  assert.equal(list.code, 0)
  const names = [...list.out.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name!)
  assert.ok(names.includes('import') && names.includes('verify-journal'))
  for (const name of names) {
    const { code, out } = await nahtstelle(['help', name])
    assert.equal(code, 0)
    assert.match(out, new RegExp(`bin/nahtstelle ${name}`))
  }
})
