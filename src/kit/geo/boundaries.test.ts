import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { geoArea, geoContains } from 'd3-geo'
import { feature } from 'topojson-client'
import { type BoundaryFiles, buildBoundaries } from './boundaries.ts'
import type { AreaTopology } from './drawing.ts'

const km2 = 6371.0088 ** 2
let out = ''
let files: BoundaryFiles

before(async () => {
  out = await mkdtemp(path.join(os.tmpdir(), 'boundaries-'))
  files = await buildBoundaries({ keyPrefix: '091', out, names: { '09184': 'München' } })
})
after(() => rm(out, { recursive: true }))

async function shapes(file: string, layer: string) {
  const read: AreaTopology = JSON.parse(await readFile(file, 'utf8'))
  const collection = read.objects[layer]
  assert.ok(collection)
  return feature(read, collection).features
}

test('Oberbayern has 23 counties and cities and 519 municipalities, each with a shape', async () => {
  const counties = await shapes(files.counties, 'kreise')
  const municipalities = await shapes(files.municipalities, 'gemeinden')
  assert.equal(counties.length, 23)
  assert.equal(municipalities.length, 519)
  assert.equal(new Set(municipalities.map((one) => one.properties.key)).size, 519)
  const parents = new Set(municipalities.map((one) => one.properties.key.slice(0, 5)))
  assert.deepEqual([...parents].sort(), counties.map((one) => one.properties.key).sort())
  for (const one of [...counties, ...municipalities]) {
    assert.deepEqual(Object.keys(one.properties), ['key', 'name'])
    assert.ok(geoArea(one) * km2 > 0.01, `${one.properties.key} is no more than a sliver`)
  }
  assert.equal(counties.find((one) => one.properties.key === '09184')?.properties.name, 'München')
  assert.equal(counties.find((one) => one.properties.key === '09161')?.properties.name, 'Ingolstadt')
})

test('rings wind as d3 wants them: no shape covers the globe, and a city lies in its own shape', async () => {
  for (const one of await shapes(files.municipalities, 'gemeinden'))
    assert.ok(geoArea(one) * km2 < 400, one.properties.key)
  const counties = await shapes(files.counties, 'kreise')
  const at = (point: [number, number]) =>
    counties.filter((one) => geoContains(one, point)).map((one) => one.properties.key)
  assert.deepEqual(at([11.576, 48.1377]), ['09162']) // München
  assert.deepEqual(at([11.97, 48.08]), ['09175']) // Ebersberg
  assert.deepEqual(at([12.1289, 47.8563]), ['09163']) // Rosenheim, a hole in its county
})

test('both layers cover Oberbayern: 17,529 km² within one per cent, and counties equal their municipalities', async () => {
  const counties = await shapes(files.counties, 'kreise')
  const municipalities = await shapes(files.municipalities, 'gemeinden')
  for (const layer of [counties, municipalities]) {
    const area = layer.reduce((sum, one) => sum + geoArea(one), 0) * km2
    assert.ok(Math.abs(area - 17_529.11) < 175, String(area))
  }
  for (const county of counties) {
    const parts = municipalities.filter((one) => one.properties.key.startsWith(county.properties.key))
    const sum = parts.reduce((total, one) => total + geoArea(one), 0)
    assert.ok(Math.abs(geoArea(county) / sum - 1) < 0.02, county.properties.key)
  }
})

test('counties weigh at most 40 kB, municipalities at most 400 kB', async () => {
  assert.ok((await stat(files.counties)).size <= 40_000)
  assert.ok((await stat(files.municipalities)).size <= 400_000)
})

test('a second run finds its files and writes nothing', async () => {
  const when = (await stat(files.counties)).mtimeMs
  const again = await buildBoundaries({ keyPrefix: '091', out, names: { '09184': 'München' } })
  assert.deepEqual([again.fresh, again.counties, (await stat(again.counties)).mtimeMs], [false, files.counties, when])
})

test('every key of the register has a shape, and every shape is in the register', async () => {
  const register = path.join(
    import.meta.dirname,
    '../../areas/figures/demo-data/gemeindeverzeichnis_2024-06-30_oberbayern.csv',
  )
  const rows = (await readFile(register, 'utf8')).split('\n').map((line) => line.split(';'))
  const keys = rows.filter((row) => row[0] === '60').map((row) => `${row[2]}${row[3]}${row[4]}${row[6]}`)
  const drawn = (await shapes(files.municipalities, 'gemeinden')).map((one) => one.properties.key)
  assert.deepEqual(
    keys.filter((key) => !drawn.includes(key)),
    [],
  )
  assert.deepEqual(
    drawn.filter((key) => !keys.includes(key)),
    [],
  )
})
