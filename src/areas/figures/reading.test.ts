import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Caller, type TestHouse, testHouse } from '#apps/testing.ts'
import { founders, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import { buildBoundaries } from '#kit/geo/boundaries.ts'
import { provideBoundaries } from './server/boundaries.ts'
import { indicatorNamed, look, mapOf, readIn, registerFile, seriesOf } from './testing.ts'

const sources = process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data'
const workbook = `${sources}/regions/AuszugGV2QAktuell_2024-06-30.xlsx`

const planOf = (house: TestHouse, who: TestPerson, statement: ReturnType<typeof sql>) =>
  inTransaction(
    house.house.pool,
    { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
    null,
    async (db) => {
      const { rows } = await sql<Record<string, string>>`explain ${statement}`.execute(db)
      return rows.map((row) => Object.values(row)[0]).join('\n')
    },
  )

/** Ten thousand rows of one indicator that is not asked for, so that a scan over all would be seen. */
async function fill(house: TestHouse) {
  await house.asOwner((db) =>
    sql`insert into figures.observation (indicator, cut, area, from_day, until_day, value, official, recorded_at)
    select (select max(number) from figures.indicator), 1, a.number, '1900-01-01'::date + n, '1900-01-02'::date + n, n, (select min(number) from figures.official_table), clock.now()
      from figures.area a, generate_series(1, 40) n`.execute(db),
  )
  await house.asOwner((db) =>
    sql`analyze figures.observation, figures.area_state, figures.official_table, kit.object`.execute(db),
  )
}

test('map slice and series reach an index behind row-level security, as the application', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  for (const file of [registerFile, '12411-0015_oberbayern.csv', '22411-02-03-4_oberbayern.csv'])
    await readIn(planner, file)
  await fill(house)
  const slice = await planOf(
    house,
    planner,
    sql`select * from figures.observation o where o.indicator = 1 and o.cut = 1 and o.from_day = '2018-12-31' and o.until_day = '2019-01-01' and o.superseded_at is null`,
  )
  assert.match(slice, /Index Scan.*observation|Bitmap Index Scan on observation/)
  assert.doesNotMatch(slice, /Seq Scan on observation/)
  const series = await planOf(
    house,
    planner,
    sql`select * from figures.observation o where o.indicator = 1 and o.area = any (array[5, 6]) and o.cut = 1 and o.superseded_at is null`,
  )
  assert.doesNotMatch(series, /Seq Scan on observation/)
  assert.doesNotMatch(series, /Seq Scan on object/)
})

test('a rate stands on the population of the same day, or is refused', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  for (const file of [
    registerFile,
    '12411-0015_oberbayern.csv',
    '22411-02-03-4_oberbayern.csv',
    '13211-02-05-4_oberbayern.csv',
  ])
    await readIn(planner, file)
  const care = await indicatorNamed(planner, '22411-PFL016')
  const population = await indicatorNamed(planner, '12411-BEVSTD')
  const counts = await mapOf(planner, { indicator: care.id, from: '2017-12-31' })
  const people = await mapOf(planner, { indicator: population.id, from: '2017-12-31' })
  const rate = await mapOf(planner, { indicator: care.id, from: '2017-12-31', per: 1000 })
  const at = rate.keys.indexOf('09175')
  assert.equal(rate.values[at], (counts.values[at]! / people.values[at]!) * 1000)
  assert.equal(rate.rate?.on, '2017-12-31')
  assert.equal(rate.rate?.basis?.code, 'census-2011')
  assert.equal(rate.sum, null)
  assert.equal(
    (await planner.get(`/figures/map?indicator=${care.id}&from=2019-12-31&per=1000`)).body.code,
    'noPopulation',
    'the population of 2018 is not that of 2019',
  )
  assert.equal(
    (await mapOf(planner, { indicator: care.id, per: 1000 })).period.from,
    '2017-12-31',
    'without a wish: the latest time that has both',
  )
  const quota = await indicatorNamed(planner, '13211-ERWP10')
  assert.equal(quota.additive, false)
  assert.equal((await mapOf(planner, { indicator: quota.id })).sum, null)
  assert.equal((await planner.get(`/figures/map?indicator=${quota.id}&per=1000`)).body.code, 'notAdditive')
  const slice = await mapOf(planner, { indicator: care.id })
  assert.deepEqual(
    slice.above.map((one) => one.key),
    ['091', '09', 'DG'],
  )
})

test('a map slice is small on the wire, carries its sources once, and the public reads it without signing in', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  await readIn(planner, registerFile)
  const population = await indicatorNamed(house.visitor, '12411-BEVSTD')
  const reply = await house.visitor.get(`/figures/map?indicator=${population.id}&level=municipality`)
  assert.ok(JSON.stringify(reply.body).length < 500 * 40)
  const slice = await mapOf(house.visitor, { indicator: population.id, level: 'municipality' })
  assert.equal(slice.sources.length, 1)
  assert.match(slice.sources[0]!.attribution, /Destatis/)
  assert.equal((await house.visitor.get('/figures/map?indicator=00000000-0000-7000-8000-000000000000')).status, 404)
  assert.equal((await house.visitor.get(`/figures/map?indicator=${population.id}&cut=GES%3DX`)).status, 404)
  assert.equal((await house.visitor.get(`/figures/series?indicator=${population.id}&areas=Ebersberg`)).status, 400)
  const nothing = await seriesOf(house.visitor, { indicator: population.id, areas: '05111' })
  assert.deepEqual(nothing.areas, [])
})

test('boundaries come from the cache that set-up built, with their attribution', async (t) => {
  const house = await testHouse(t)
  const none = await house.visitor.get('/figures/boundaries/counties')
  assert.equal(none.body.code, 'noBoundaries')
  provideBoundaries(
    await buildBoundaries({ keyPrefix: '09175', out: `${process.env.TMPDIR ?? '/tmp'}/nahtstelle-boundaries-test` }),
  )
  const reply = await house.visitor.get('/figures/boundaries/municipalities')
  assert.equal(reply.headers['cache-control'], 'public, no-cache')
  const known = { 'if-none-match': String(reply.headers.etag) }
  const again = await house.visitor.raw('GET', '/figures/boundaries/municipalities', undefined, known)
  assert.equal(again.status, 304)
  const { attribution, topology } = reply.body as unknown as { attribution: string; topology: { type: string } }
  assert.match(attribution, /BKG/)
  assert.equal(topology.type, 'Topology')
})

test('the official workbook itself is read: all of Germany in the preview', {
  skip: !existsSync(workbook),
}, async (t) => {
  const house = await testHouse(t)
  const planner: Caller = await founders(house)
  const preview = await look(planner, 'AuszugGV2QAktuell_2024-06-30.xlsx', readFileSync(workbook))
  assert.ok(preview.register && preview.register.municipalities > 10_000)
  assert.equal(preview.register.counties, 400)
  t.diagnostic(`${preview.register.municipalities} municipalities, ${preview.register.population} people`)
})
