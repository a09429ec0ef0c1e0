// Every file of the offices that is at hand, through the dispatcher that the command uses; sums against numbers printed elsewhere. Skipped without them.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { type Extract, markNames } from './extract.ts'
import { readOfficialFile } from './read-file.ts'

const sources = process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data'
const absent = existsSync(sources) ? false : 'the offices’ own files are not here'

const load = (file: string) => {
  const bytes = readFileSync(file)
  return { name: path.basename(file).replace(/\.gz$/, ''), bytes: file.endsWith('.gz') ? gunzipSync(bytes) : bytes }
}

/** With all that lies in the same folder, as the command gives it. */
async function read(file: string, validOn?: string): Promise<Extract> {
  const whole = path.join(sources, file)
  const { name, bytes } = load(whole)
  const stem = name.replace(/\.\w+$/, '')
  const beside = readdirSync(path.dirname(whole)).filter(
    (one) => one.startsWith(`${stem}.`) || /^(aktualitaet|README)\./.test(one),
  )
  const companions = beside.map((one) => load(path.join(path.dirname(whole), one)))
  return readOfficialFile(bytes, name, { companions, validOn })
}

type Wanted = { key?: RegExp; name?: string; measure?: string; period?: string; cut?: string }
function rowsOf(extract: Extract, { key, name, measure, period, cut }: Wanted): number[] {
  const { of } = extract
  const found: number[] = []
  for (let at = 0; at < of.area.length; at++) {
    const area = extract.areas[of.area[at]!]
    if (key && !key.test(area?.key ?? '')) continue
    if (name !== undefined && area?.name !== name) continue
    if (measure !== undefined && !extract.measures[of.measure[at]!]?.label.split(' · ').includes(measure)) continue
    if (period !== undefined && extract.periods[of.period[at]!]?.label !== period) continue
    if (cut !== undefined && extract.cuts[of.cut[at]!]?.key !== cut) continue
    found.push(at)
  }
  return found
}
const sum = (extract: Extract, wanted: Wanted) =>
  rowsOf(extract, wanted).reduce(
    (total, at) => total + (markNames[extract.of.mark[at]!] === null ? extract.of.value[at]! : 0),
    0,
  )
const municipality = /^09\d{6}$|^0916\d$/

test('the registers of three years: Oberbayern with 500 municipalities and 4,801,769 people, Germany as printed', {
  skip: absent,
}, async () => {
  const now = await read('regions/AuszugGV2QAktuell_2024-06-30.xlsx')
  const people = { measure: 'Bevölkerungsstand', cut: '' }
  assert.equal(sum(now, { ...people, key: /^091/ }), 4_801_769)
  const own = now.register!.areas.filter((area) => area.ags?.startsWith('091'))
  assert.equal(own.filter(({ kind }) => kind === 'municipality').length, 500)
  assert.equal(own.filter(({ kind }) => kind === 'unincorporated').length, 19)
  assert.equal(Math.round(sum(now, { measure: 'Gebietsfläche', key: /^091/ }) * 100), 1_752_911)
  const before = await read('regions/AuszugGV4QAktuell_2020.csv.gz')
  assert.equal(sum(before, people), 83_166_711)
  assert.deepEqual([before.shownOnly, before.open.map(({ why }) => why), before.periods], ['day', ['no-day'], []])
  assert.equal((await read('regions/AuszugGV4QAktuell_2020.csv.gz', '2019-12-31')).periods[0]?.label, '2019-12-31')
  const json = await read('regions/gv_destatis_2018.json.gz')
  assert.equal(sum(json, people), 83_019_213)
  assert.equal(json.areas.length, 11_014)
})

test('VG250-EW counts nobody twice though water shares the key of its land; lists of areas keep their days', {
  skip: absent,
}, async () => {
  const towns = await read('regions/vg250ew_2022-12-31/VG250_GEM.dbf.gz')
  assert.deepEqual([towns.format, towns.areas.length, towns.leftOut.length], ['vg250-ew', 10_990, 129])
  // The Federal Statistical Office prints 84,358,845 for 31 December 2022.
  assert.equal(sum(towns, { measure: 'Bevölkerungsstand' }), 84_358_845)
  assert.equal(sum(towns, { measure: 'Bevölkerungsstand', key: /^091/ }), 4_801_769)
  const counties = await read('regions/vg250ew_2022-12-31/VG250_KRS.dbf.gz')
  assert.deepEqual([counties.areas.length, counties.periods.map(({ label }) => label)], [400, ['2022-12-31']])
  assert.equal(sum(counties, { measure: 'Bevölkerungsstand' }), 84_358_845)
  const list = await read('regions/datenguide_regions.json.gz')
  assert.deepEqual([list.format, list.areas.length, list.leftOut.length], ['areas', 14_085, 0])
})

test('boundaries as shapefile and GeoJSON have the same areas; keys keep their nought', { skip: absent }, async () => {
  const folder = 'boundaries/vg5000_2021-01-01'
  for (const [layer, count] of [
    ['GEM', 10_997],
    ['KRS', 401],
    ['RBZ', 19],
    ['LAN', 16],
    ['VWG', 4605],
  ] as const) {
    const { areas, format, periods } = await read(`${folder}/VG5000_${layer}.shp`)
    assert.deepEqual([format, areas.length, periods[0]?.label], ['boundaries', count, '2021-01-01'], layer)
    if (layer === 'GEM')
      assert.equal(areas.filter(({ key }) => municipality.test(key) && key.startsWith('091')).length, 519)
    if (layer === 'KRS') assert.equal(areas.filter(({ key }) => key.startsWith('091')).length, 23)
  }
  const [shapes, json] = [await read(`${folder}/VG5000_KRS.shp`), await read(`${folder}_wgs84/Ebene_Kreise.geojson.gz`)]
  assert.deepEqual(json.areas.map(({ key }) => key).sort(), shapes.areas.map(({ key }) => key).sort())
  assert.ok(shapes.areas.every(({ key }) => /^(0[1-9]|1[0-6])\d{3}$/.test(key)))
})

test('INKAR: two million cells in columns, empty ones counted, and the same figures as its own export', {
  skip: absent,
}, async () => {
  const care = await read('statistics/inkar_2024/sozialleistungen.parquet')
  assert.equal(care.format, 'inkar')
  const all = care.of.value.length + care.leftOut.reduce((total, { detail }) => total + Number(detail.count), 0)
  assert.equal(all, 68_732 * 32, 'each cell is a figure or counted as empty')
  assert.deepEqual(care.areas.find(({ key }) => key === '09184')?.name, 'München')
  const index = await read('statistics/inkar_2024/_indikatoren.parquet')
  assert.match(index.title, /^644 /)
  const old = await read('statistics/gisd_2025/A_ArbeitslosigkeitKreis.xls')
  assert.deepEqual([old.format, old.areas.length, old.periods.length, old.of.value.length], ['inkar', 400, 27, 10_800])
  assert.equal(sum(old, { key: /^01001$/, period: '1995' }), 4691)
})

test('hand-made tables: Hamburg’s 107 rows with their marks and signs apart from digits, Konstanz, Vaterstetten, GISD', {
  skip: absent,
}, async () => {
  const csv = await read('statistics/hamburg/Daten_fuer_die_Stadtteilprofile_2014.csv')
  const xlsx = await read('statistics/hamburg/Daten_fuer_die_Stadtteilprofile_2014.xlsx')
  for (const extract of [csv, xlsx]) {
    assert.equal(extract.of.value.length, 107 * 68)
    assert.equal(extract.of.mark.filter((mark) => markNames[mark] === 'unknown').length, 84)
    // Arrivals less departures are the balance, whose minus stands four blanks before its digits.
    assert.equal(sum(extract, { name: 'Hamburg-Altstadt', measure: 'Zuzüge' }), 283)
    for (const name of ['Hamburg-Altstadt', 'Neustadt', 'Hamm', 'Hamburg'])
      assert.equal(
        sum(extract, { name, measure: 'Zuzüge' }) - sum(extract, { name, measure: 'Fortzüge' }),
        sum(extract, { name, measure: 'Wanderungssaldo' }),
        name,
      )
    // The last rows are the seven districts and the whole city, which they make up.
    const people = rowsOf(extract, { measure: 'Bevölkerung' }).map((at) => extract.of.value[at]!)
    assert.equal(
      people.slice(99, 106).reduce((total, one) => total + one),
      people[106],
    )
    assert.equal(extract.open.filter(({ why }) => why === 'same-name').length, 4)
  }
  assert.equal(csv.of.mark.filter((mark) => markNames[mark] === 'nil').length, 2)
  const town = await read('statistics/konstanz/arbeitsmarkt/svp_alter.csv')
  assert.deepEqual(
    [town.source, town.of.value.length, town.leftOut[0]?.detail.count],
    ['Bundesagentur für Arbeit (BA)', 71, '7'],
  )
  const census = await read('statistics/vaterstetten/einwohner/lfstatVolkszaehlungen.csv')
  assert.deepEqual([census.of.value.length, census.periods[0]?.label], [25, '1840-12-01'])
  const yearly = await read('statistics/vaterstetten/einwohner/lfstatFortschreibungJahre.csv')
  const [all, men, women] = yearly.measures.map(({ label }) => sum(yearly, { measure: label }))
  assert.equal(men! + women!, all)
  const pupils = await read('statistics/vaterstetten/schulen/arcgisSchuelerNachWohnort.csv')
  assert.equal(pupils.of.value.filter((value) => value >= 1 && value <= 4).length, 283)
  const index = await read('statistics/gisd_2025/GISD_Bayern_Gemeindeverband.csv.gz')
  assert.deepEqual([index.of.value.length, index.leftOut.length], [33_240, 0])
  assert.ok(index.areas.every(({ key }) => /^09\d{7}$|^09\d{3}$/.test(key)))
  const cube = await read('statistics/genesis_api/cubefile.csv')
  assert.deepEqual(
    [cube.format, cube.of.value.length, cube.of.quality.every((letter) => letter === 'p')],
    ['genesis-cube', 313, true],
  )
})

test('Oberbayern on 31 December 2015 by age and sex: 4,588,944, in counties and in municipalities', {
  skip: absent,
}, async () => {
  const ages = await read('statistics/regionaldatenbank_2017-10/12411-02-03-5_00.csv.gz')
  const at = { period: '2015-12-31', cut: '' }
  const counted = (key: RegExp) => sum(ages, { ...at, key, measure: ages.measures[0]!.label })
  assert.equal(counted(/^091$/), 4_588_944)
  assert.equal(counted(/^091\d\d$/), 4_588_944)
  assert.equal(counted(/^091\d{5}$/) + counted(/^0916[123]$/), 4_588_944)
})
