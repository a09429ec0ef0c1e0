import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import readWorkbook from 'read-excel-file/node'
import { readSeparated } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { plainName } from './names.ts'
import { type Register, type RegisterCell, readGemeindeverzeichnis } from './register.ts'

const workbook = path.join(
  process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data',
  'regions/AuszugGV2QAktuell_2024-06-30.xlsx',
)
const absent = existsSync(workbook) ? false : 'the register is not here'
const extract = path.join(
  import.meta.dirname,
  '../../areas/figures/demo-data/gemeindeverzeichnis_2024-06-30_oberbayern.csv',
)

const top: RegisterCell[][] = [
  ['Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am 30.06.2024 (2. Quartal)'],
  ['Satz-art', 'Text-kenn-zeichen', 'Amtlicher Regionalschlüssel (ARS)'],
  [null, null, 'Gebietsstand am 30.06.2024', null, null, null, null, null, '31.12.2022 (Jahr)', 'am 31.12.2022 (Jahr)'],
]

function checkOberbayern(register: Register): void {
  const own = register.areas.filter((area) => area.ars.startsWith('091'))
  const of = (kind: string) => own.filter((area) => area.kind === kind)
  assert.deepEqual([register.validOn, register.populationOn], ['2024-06-30', '2022-12-31'])
  assert.deepEqual([of('county').length, of('municipality').length, of('unincorporated').length], [23, 500, 19])
  const rows = [...of('municipality'), ...of('unincorporated')]
  const total = (pick: (area: (typeof rows)[number]) => number | null) =>
    rows.reduce((sum, area) => sum + (pick(area) ?? 0), 0)
  assert.equal(
    total((area) => area.population),
    4_801_769,
  )
  assert.equal(total((area) => area.male) + total((area) => area.female), 4_801_769)
  assert.equal(Math.round(total((area) => area.areaKm2) * 100) / 100, 17_529.11)
  assert.ok(rows.every((area) => area.ags?.length === 8 && (area.lon ?? 0) > 10 && (area.lat ?? 0) > 47))
  assert.deepEqual(register.leftOut, [])
}

test('Oberbayern in the official workbook: 23 counties, 500 municipalities, 19 unincorporated areas', {
  skip: absent,
}, async () => {
  const sheets = await readWorkbook(workbook)
  const register = readGemeindeverzeichnis((sheets.at(-1)?.data ?? []) as RegisterCell[][])
  checkOberbayern(register)
  assert.equal(register.areas.filter((area) => area.kind === 'state').length, 16)
  assert.equal(register.areas.filter((area) => area.kind === 'county').length, 400)
})

test('the demo’s extract says the same about Oberbayern', () => {
  const register = readGemeindeverzeichnis(readSeparated(readFileSync(extract, 'utf8')).map((row) => row.cells))
  checkOberbayern(register)
  const city = register.areas.find((area) => area.ags === '09162000')
  assert.deepEqual(city, {
    line: city?.line,
    kind: 'municipality',
    ars: '091620000000',
    ags: '09162000',
    name: 'München, Landeshauptstadt',
    textCode: '61',
    areaKm2: 310.7,
    population: 1_512_491,
    male: 736_806,
    female: 775_685,
    postcode: '80313',
    lon: 11.575997,
    lat: 48.137683,
  })
})

test('a row with a key that does not fit its kind is left out, the rest is read', () => {
  const register = readGemeindeverzeichnis([
    ...top,
    ['40', '44', '09', '1', '84', null, null, 'München'],
    ['60', '64', '09', '1', '84', '0112', null, 'ohne Gemeindenummer'],
    ['60', '64', '17', '1', '84', '0112', '112', 'kein Land'],
    ['99', null, '09'],
  ])
  assert.deepEqual(
    register.areas.map((area) => [area.kind, area.ars, area.population]),
    [['county', '09184', null]],
  )
  assert.deepEqual(
    register.leftOut.map(({ line, why }) => [line, why.code]),
    [
      [5, 'key'],
      [6, 'key'],
      [7, 'record-kind'],
    ],
  )
})

test('another workbook is refused', () => {
  const refused = (rows: RegisterCell[][]) => {
    try {
      readGemeindeverzeichnis(rows)
    } catch (error) {
      return error instanceof UnreadableFile ? error.code : error
    }
  }
  assert.equal(
    refused([
      ['Name', 'Ort'],
      ['A', 'B'],
    ]),
    'broken-header',
  )
  assert.equal(refused(top), 'no-rows')
})

test('names lose their class and nothing else', () => {
  const said = [
    'Altötting, St',
    'Bad Reichenhall, GKSt',
    'Tüßling, M',
    'München, Landeshauptstadt, kreisfreie Stadt',
    'Ebersberg, Landkreis',
    'Aying',
    'Oberbayern, Regierungsbezirk',
  ]
  assert.deepEqual(said.map(plainName), [
    'Altötting',
    'Bad Reichenhall',
    'Tüßling',
    'München',
    'Ebersberg',
    'Aying',
    'Oberbayern',
  ])
})
