// Boundaries that an operator reads in: what is asked, what is kept, which of several files the maps draw, and that no shape is shown without a source.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { geoArea } from 'd3-geo'
import { zipSync } from 'fflate'
import { feature } from 'topojson-client'
import { type Caller, testHouse } from '#apps/testing.ts'
import { founders, ok } from '#apps/testing-people.ts'
import type { AreaTopology } from '#kit/geo/drawing.ts'
import { boundaryFile } from './server/import/testing-shapes.ts'
import { type Committed, look, readIn, registerFile } from './testing.ts'

type Reply = { attribution: string; topology: AreaTopology }
const mapOf = async (caller: Caller, level: 'counties' | 'municipalities') => {
  const { attribution, topology } = ok<Reply>(await caller.get(`/figures/boundaries/${level}`))
  const [layer] = Object.values(topology.objects)
  return { attribution, shapes: feature(topology, layer!).features, size: JSON.stringify(topology).length }
}
const keysOf = async (caller: Caller, level: 'county' | 'municipality') =>
  ok<{ keys: string[] }>(await caller.get(`/figures/areas?level=${level}`)).keys

/** Each county a row of squares, one for each of its municipalities, so that neighbours share a border. */
function squares(keys: readonly string[], columns: readonly string[] = []) {
  const rows = [...new Set(keys.map((key) => key.slice(0, 5)))]
  const within = new Map<string, number>()
  const features = keys.map((key) => {
    const county = key.slice(0, 5)
    const x = 10 + (within.get(county) ?? 0) * 0.02
    const y = 47 + rows.indexOf(county) * 0.05
    within.set(county, (within.get(county) ?? 0) + 1)
    const ring = [
      [x, y],
      [x, y + 0.02],
      [x + 0.02, y + 0.02],
      [x + 0.02, y],
      [x, y],
    ]
    return {
      type: 'Feature',
      properties: { AGS: key, GEN: `Ort ${key}`, ...Object.fromEntries(columns.map((name) => [name, 'x'])) },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

test('shapes without a day are asked for it, shapes without a source for that, and only then the maps draw them', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  await readIn(planner, registerFile)
  const municipalities = await keysOf(planner, 'municipality')
  assert.equal((await planner.get('/figures/boundaries/municipalities')).body.code, 'noBoundaries')

  const own = squares(municipalities)
  const undated = await planner.upload('/figures/imports', 'grenzen.geojson', own)
  assert.deepEqual([undated.status, undated.body.code], [409, 'noDay'])
  const read = await planner.upload('/figures/imports?validOn=2024-01-01', 'grenzen.geojson', own)
  const preview = ok<Awaited<ReturnType<typeof look>>>(read)
  assert.equal(preview.attribution, '', 'whose shapes they are nobody guesses')
  assert.equal(preview.title, 'Grenzen von 500 Gemeinden, Gebietsstand 01.01.2024')
  const [level] = preview.boundaries!.levels
  assert.deepEqual([level?.level, level?.areas, level?.known, level?.drawn], ['municipality', 500, 519, 500])
  assert.equal(level?.missing.length, 19, 'the gemeindefreie Gebiete have no square')
  assert.equal((await planner.post(`/figures/imports/${preview.id}/commit`)).body.code, 'noAttribution')
  const attribution = '© Bezirk Oberbayern 2024'
  const done = ok<Committed>(await planner.post(`/figures/imports/${preview.id}/commit`, { attribution }))

  const map = await mapOf(house.visitor, 'municipalities')
  assert.equal(map.attribution, `${attribution} (Daten verändert)`)
  assert.deepEqual(map.shapes.map(({ properties }) => properties.key).sort(), [...municipalities].sort())
  const unknown = await house.visitor.get('/figures/boundaries/counties')
  assert.equal(unknown.body.code, 'noBoundaries', 'from a part of the municipalities no county is drawn')

  const page = ok<{ values: number; attribution: string; licence: string | null }>(
    await house.visitor.get(`/figures/tables/${done.table.id}`),
  )
  assert.deepEqual([page.values, page.attribution, page.licence], [0, attribution, null])
  const twice = await planner.upload('/figures/imports?validOn=2024-01-01', 'noch einmal.geojson', own)
  assert.equal(ok<Awaited<ReturnType<typeof look>>>(twice).already?.id, done.table.id)
})

test('of several files the one that knows most areas is drawn, of equals the newest; whole municipalities become counties', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  await readIn(planner, registerFile)
  const municipalities = await keysOf(planner, 'municipality')
  const columns = ['BEZ']
  const commit = async (name: string, keys: readonly string[], day: string) => {
    const reply = await planner.upload(`/figures/imports?validOn=${day}`, name, squares(keys, columns))
    const preview = ok<Awaited<ReturnType<typeof look>>>(reply)
    ok(await planner.post(`/figures/imports/${preview.id}/commit`))
    return preview
  }
  // Foreign areas alone are no map of anything here.
  const foreign = await planner.upload('/figures/imports?validOn=2024-01-01', 'x.json', squares(['05111000'], columns))
  const { id } = ok<{ id: string }>(foreign)
  assert.equal((await planner.post(`/figures/imports/${id}/commit`)).body.code, 'noKnownArea')

  const missing = await commit('alle.json', municipalities, '2020-12-31')
  assert.equal(missing.attribution, '© GeoBasis-DE / BKG 2020', 'the columns are those of the agency')
  const free = missing.boundaries!.levels[0]!.missing.map(({ key }) => key)
  await commit('neuer, aber ein Teil.json', municipalities.slice(0, 40), '2024-12-31')
  assert.match((await mapOf(planner, 'municipalities')).attribution, /BKG 2020 \(Daten verändert\)/)
  await commit('ganz.json', [...municipalities, ...free], '2022-12-31')
  const whole = await mapOf(planner, 'municipalities')
  assert.match(whole.attribution, /BKG 2022/)
  assert.equal(whole.shapes.length, 519)

  const merged = await mapOf(planner, 'counties')
  assert.deepEqual(
    merged.shapes.map(({ properties }) => properties.key).sort(),
    (await keysOf(planner, 'county')).sort(),
  )
  const ebersberg = merged.shapes.find(({ properties }) => properties.key === '09175')!
  const parts = whole.shapes.filter(({ properties }) => properties.key.startsWith('09175'))
  const sum = parts.reduce((total, one) => total + geoArea(one), 0)
  assert.ok(Math.abs(geoArea(ebersberg) / sum - 1) < 0.01, 'a county is as large as its municipalities together')

  // A layer of its own wins over what is merged, once it knows as many.
  const square = (key: string, at: number) => ({ key, square: [600_000 + at * 9000, 5_300_000, 8000] as const })
  const { shp, dbf, prj } = boundaryFile('25832', (await keysOf(planner, 'county')).map(square))
  const parts4 = { 'kreise.shp': shp, 'kreise.dbf': dbf, 'kreise.prj': Buffer.from(prj) }
  const zip = zipSync({
    ...Object.fromEntries(Object.entries(parts4).map(([name, bytes]) => [name, new Uint8Array(bytes)])),
    'aktualitaet.txt': new TextEncoder().encode('31.12.2023'),
  })
  const shapes = await look(planner, 'kreise.zip', Buffer.from(zip))
  assert.deepEqual([shapes.boundaries?.validOn, shapes.boundaries?.levels[0]?.drawn], ['2023-12-31', 23])
  ok(await planner.post(`/figures/imports/${shapes.id}/commit`, { attribution: 'Eigene Karte' }))
  assert.equal((await mapOf(planner, 'counties')).attribution, 'Eigene Karte (Daten verändert)')
})

const sources = process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data'
const folder = path.join(sources, 'boundaries/vg5000_2021-01-01')

test('VG5000 itself: both layers in one archive, each with its shared borders, attributed to the BKG', {
  skip: existsSync(folder) ? false : 'the agency’s own files are not here',
}, async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  await readIn(planner, registerFile)
  const names = ['GEM', 'KRS', 'RBZ'].flatMap((layer) =>
    ['shp', 'dbf', 'prj', 'cpg'].map((end) => `VG5000_${layer}.${end}`),
  )
  const files = [...names, 'aktualitaet.txt'].map((name) => [
    name,
    new Uint8Array(readFileSync(path.join(folder, name))),
  ])
  const preview = await look(planner, 'vg5000.zip', Buffer.from(zipSync(Object.fromEntries(files))))
  const levels = preview.boundaries!.levels.map((one) => [one.level, one.areas, one.drawn, one.known])
  assert.deepEqual(levels, [
    ['municipality', 10_997, 519, 519],
    ['county', 401, 23, 23],
  ])
  ok(await planner.post(`/figures/imports/${preview.id}/commit`))
  const counties = await mapOf(house.visitor, 'counties')
  assert.equal(counties.attribution, '© GeoBasis-DE / BKG 2021 (Daten verändert)')
  assert.equal(counties.shapes.length, 23)
  const km2 = (shapes: typeof counties.shapes) => shapes.reduce((sum, one) => sum + geoArea(one), 0) * 6371.0088 ** 2
  const municipalities = await mapOf(house.visitor, 'municipalities')
  assert.equal(municipalities.shapes.length, 519)
  // Oberbayern has 17,529 km²; VG5000 is a coarse drawing of it.
  for (const { shapes } of [counties, municipalities]) assert.ok(Math.abs(km2(shapes) / 17_529 - 1) < 0.02)
})
