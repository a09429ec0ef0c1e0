import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Caller } from '#apps/testing.ts'
import { ok } from '#apps/testing-people.ts'
import { readCube } from '#pure/cube/cube.ts'
import { cubeOfJsonStat, isJsonStat } from '#pure/cube/json-stat.ts'
import { cubeOfSdmxJson, isSdmxJson } from '#pure/cube/sdmx-json.ts'
import { isDataPackage } from '#pure/data-package/package.ts'
import { cellAt } from '#pure/table-file/collect.ts'
import { deliveringBody, mapOf } from './testing.ts'

type Json = Record<string, unknown>
type Row = { area: string; value: number | null; mark: string | null }
const opened = async (who: Caller, format: string, indicator: string): Promise<Json> => {
  const reply = await who.get(`/figures/open/${format}?indicator=${indicator}`)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return jsonOf(reply.body)
}
const jsonOf = (body: unknown) =>
  body instanceof Uint8Array ? (JSON.parse(Buffer.from(body).toString()) as Json) : (body as Json)

test('what is public is taken over without signing in as JSON-stat, SDMX-JSON and Data Package, and what is only delivered stays', async (t) => {
  const { house, miriam, office, indicator, care } = await deliveringBody(t)
  const { visitor } = house
  const slice = await mapOf(visitor, { indicator: care.id })
  const said = slice.keys.flatMap((key, n) => {
    const [value, mark] = [slice.values[n] ?? null, slice.marks[n] ?? null]
    return value === null && mark === null ? [] : [[key, value, mark] as const]
  })
  assert.ok(said.some(([, value]) => value !== null))
  const read = (cube: Parameters<typeof readCube>[0]) => {
    const { statements, areas, measures } = readCube(cube)
    assert.equal(measures[0]?.label.includes(slice.title), true)
    return Array.from({ length: statements.count }, (_, n) => {
      const { value, mark } = cellAt(statements, n)
      return [areas[statements.area[n]!]!.key, value, mark] as const
    })
  }
  const stat = await opened(visitor, 'json-stat', care.id)
  assert.ok(isJsonStat(stat))
  assert.deepEqual(read(cubeOfJsonStat(stat)), said)
  assert.match(String(stat.source), /Statistisch/)
  const sdmx = await opened(visitor, 'sdmx-json', care.id)
  assert.ok(isSdmxJson(sdmx))
  assert.deepEqual(read(cubeOfSdmxJson(sdmx)), said)
  const pack = await opened(visitor, 'data-package', care.id)
  assert.ok(isDataPackage(pack))
  const [{ data }] = pack.resources as [{ data: Row[] }]
  assert.deepEqual(
    data.flatMap(({ area, value, mark }) => (value === null && mark === null ? [] : [[area, value]])),
    said.map(([key, value]) => [key, value]),
  )
  assert.ok(
    data.every(({ area }) => area.startsWith('09')),
    'no key without its zero',
  )

  // Who may see a delivered value here still does not take it out as something public.
  const period = { from: '2025-01-01', until: '2026-01-01' }
  ok(await miriam.post('/figures/deliveries', { kind: 'figure', indicator, area: '09175', ...period, value: 96 }))
  for (const who of [office, miriam]) {
    assert.ok((await mapOf(who, { indicator })).values.includes(96))
    assert.equal((await who.get(`/figures/open/json-stat?indicator=${indicator}`)).body.code, 'nothingPublic')
  }
  assert.equal((await visitor.get(`/figures/open/json-stat?indicator=${indicator}`)).body.code, 'noPeriod')

  // The catalogue names what is public and nothing else, and each address in it answers.
  for (const who of [visitor, office]) {
    const listed = await who.get('/figures/open/catalogue.jsonld')
    assert.equal(listed.status, 200, JSON.stringify(listed.body))
    const catalogue = jsonOf(listed.body)
    const graph = catalogue['@graph'] as Json[]
    const datasets = graph.filter((one) => one['@type'] === 'dcat:Dataset')
    const named = graph[0]!['dcat:dataset'] as { '@id': string }[]
    assert.deepEqual(
      named.map((one) => one['@id']),
      datasets.map((one) => one['@id']),
    )
    assert.ok(!JSON.stringify(catalogue).includes(indicator), 'a figure that is only delivered is not in it')
    for (const one of datasets)
      for (const must of ['dct:title', 'dct:description', 'dct:publisher', 'dcat:theme', 'dcat:distribution'])
        assert.ok(one[must], `${String(one['dct:identifier'])} has ${must}`)
    const own = datasets.find((one) => one['dct:identifier'] === care.code)!
    const ways = own['dcat:distribution'] as Json[]
    assert.equal(ways.length, 4)
    for (const way of ways) {
      const { '@id': address } = way['dcat:accessURL'] as { '@id': string }
      assert.equal((await visitor.get(address.slice(address.indexOf('/api') + 4))).status, 200, address)
    }
  }
})
