import assert from 'node:assert/strict'
import { performance } from 'node:perf_hooks'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Caller, type TestHouse, testHouse } from '#apps/testing.ts'
import { addPerson, founders, ok, testPassword } from '#apps/testing-people.ts'
import { demoFile, indicatorNamed, look, mapOf, readIn, registerFile, seriesOf } from './testing.ts'

const flat = '12411-01-01-4_flat_oberbayern.csv'
const care = '22411-02-03-4_oberbayern.csv'

/** A month later the session has run out. */
const later = (house: TestHouse) => house.signIn('erika@example.org', { password: testPassword })

test('the register of Oberbayern is read in: 23 counties and cities, 500 municipalities, 4,801,769 people', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  const preview = await look(planner, registerFile)
  assert.equal(preview.register?.municipalities, 500)
  assert.equal(preview.register?.population, 4_801_769)
  assert.equal(preview.register?.counties, 23)
  assert.match(preview.attribution, /Statistisches Bundesamt \(Destatis\), 2024/)
  const start = performance.now()
  const done = await planner.post(`/figures/imports/${preview.id}/commit`)
  assert.equal(done.status, 200, JSON.stringify(done.body))
  t.diagnostic(`register written in ${Math.round(performance.now() - start)} ms`)
  const areas = ok<{ keys: string[]; names: string[] }>(await planner.get('/figures/areas?level=municipality'))
  assert.equal(areas.keys.length, 500)
  assert.ok(
    areas.keys.every((key) => /^091\d{5}$/.test(key)),
    'no key without its zero',
  )
  const counties = ok<{ keys: string[]; names: string[] }>(await planner.get('/figures/areas'))
  assert.equal(counties.keys.length, 23)
  assert.equal(counties.names[counties.keys.indexOf('09175')], 'Ebersberg')
  const population = await indicatorNamed(planner, '12411-BEVSTD')
  const slice = await mapOf(house.visitor, { indicator: population.id, level: 'municipality' })
  assert.equal(slice.sum?.value, 4_801_769)
  assert.equal(slice.sum?.complete, true)
  assert.equal(slice.sum?.basis?.code, 'census-2011', 'the register of June 2024 still rests on the census of 2011')
  assert.equal(slice.keys.length, 500)
})

test('marks survive from file to answer: nil is shown and counts as zero, the rest is never a number', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  await readIn(planner, registerFile)
  const text = demoFile(care).toString('utf8')
  const line = text.split('\n').find((one) => one.startsWith('31.12.2019;09175') && one.includes('Insgesamt'))!
  const cells = line.split(';')
  const changed = text.replace(
    line,
    [...cells.slice(0, 4), '.', cells[5], '/', '...', 'x', ...cells.slice(9)].join(';'),
  )
  await readIn(planner, care, changed)
  const total = await indicatorNamed(planner, '22411-PFL016')
  const slice = await mapOf(planner, { indicator: total.id })
  assert.equal(slice.period.from, '2019-12-31')
  const at = slice.keys.indexOf('09175')
  assert.deepEqual([slice.values[at], slice.marks[at]], [null, 'unknown'])
  assert.equal(slice.sum?.complete, false)
  assert.equal(slice.sum?.missing, 1)
  for (const [code, mark] of [
    ['22411-PFL017', 'unreliable'],
    ['22411-PFL018', 'later'],
    ['22411-PFL019', 'meaningless'],
  ] as const) {
    const one = await mapOf(planner, { indicator: (await indicatorNamed(planner, code)).id })
    assert.equal(one.marks[one.keys.indexOf('09175')], mark)
  }
  const csv = await planner.get(`/figures/map.csv?indicator=${total.id}`)
  const row = csv.body
    .toString()
    .split('\r\n')
    .find((one: string) => one.startsWith('09175'))!
  assert.match(row, /;;\.;unbekannt oder geheim zu halten;/)
})

test('a nil is an exact zero where it was collected, and says nothing where the measure has ended', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  await readIn(planner, registerFile)
  await readIn(planner, care)
  const ended = await indicatorNamed(planner, '22411-PFL022')
  const late = await mapOf(planner, { indicator: ended.id, from: '2019-12-31' })
  assert.ok(late.ended)
  assert.ok(late.marks.every((mark) => mark === 'nil'))
  assert.equal(late.sum?.complete, false)
  assert.equal(late.sum?.missing, 23)
  const early = await mapOf(planner, { indicator: ended.id, from: '2015-12-31' })
  assert.ok(!early.ended)
  assert.equal(early.sum?.complete, true)
})

test('a series is interrupted where its basis breaks, and no change is computed across', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  for (const file of [registerFile, '12411-0015_oberbayern.csv', flat]) await readIn(planner, file)
  const population = await indicatorNamed(planner, '12411-BEVSTD')
  const series = await seriesOf(planner, { indicator: population.id, areas: '09175,09162' })
  const [ebersberg, munich] = series.areas
  assert.deepEqual(
    ebersberg?.segments.map((segment) => segment.basis?.code),
    ['census-1987', 'census-2011', 'census-2022'],
  )
  assert.deepEqual(
    ebersberg?.segments.map((segment) => segment.from.length),
    [16, 8, 1],
  )
  for (const segment of ebersberg!.segments.slice(0, 2)) {
    assert.ok(segment.change && segment.change.from >= segment.from[0]! && segment.change.to <= segment.from.at(-1)!)
    assert.equal(segment.change.absolute, segment.values.at(-1)! - segment.values[0]!)
  }
  assert.equal(ebersberg?.segments[2]?.change, null, 'one value has no change')
  assert.deepEqual(munich?.segments[1]?.from.at(-1), '2022-12-31', 'the city is county and municipality in one')
  assert.deepEqual(
    series.breaks.map((one) => one.from),
    ['2011-05-09', '2022-05-15'],
  )
  const careSeries = async () => {
    for (const file of ['22411-02-02-4_oberbayern.csv', care]) await readIn(planner, file)
    return seriesOf(planner, { indicator: (await indicatorNamed(planner, '22411-PFL016')).id, areas: '09175' })
  }
  assert.deepEqual(
    (await careSeries()).areas[0]?.segments.map((segment) => [segment.basis?.code, segment.from.length]),
    [
      ['care-levels', 1],
      ['care-levels-2011', 3],
      ['care-grades-2017', 1],
      ['care-grades-2019', 1],
    ],
  )
})

test('the same file twice is one effect, also in parallel; a revision closes the old value and asOf still shows it', async (t) => {
  const house = await testHouse(t, { at: '2026-03-01T08:00:00Z' })
  let planner: Caller = await founders(house)
  await readIn(planner, registerFile)
  const previews = await Promise.all([look(planner, flat), look(planner, flat), look(planner, flat)])
  const replies = await Promise.all(previews.map((preview) => planner.post(`/figures/imports/${preview.id}/commit`)))
  assert.deepEqual(replies.map((reply) => reply.status).sort(), [200, 409, 409])
  const again = replies.find((reply) => reply.status === 409)!
  assert.equal(again.body.code, 'alreadyRead')
  assert.match(String(again.body.message), /schon eingelesen/)
  const count = () =>
    house.asOwner(
      async (db) => (await sql<{ n: number }>`select count(*) as n from figures.observation`.execute(db)).rows[0]!.n,
    )
  const before = await count()
  const population = await indicatorNamed(planner, '12411-BEVSTD')
  const first = await mapOf(planner, { indicator: population.id, from: '2024-12-31' })
  await house.moveTo('2026-04-01T08:00:00Z')
  const revised = demoFile(flat).toString('utf8').replace(';141185;', ';141200;')
  planner = await later(house)
  const preview = await look(planner, flat, revised)
  assert.deepEqual(preview.effect, { added: 0, unchanged: 68, revised: 1 })
  assert.equal((await planner.post(`/figures/imports/${preview.id}/commit`)).status, 200)
  assert.equal(await count(), before + 1)
  const now = await mapOf(planner, { indicator: population.id, from: '2024-12-31' })
  assert.equal(now.values[now.keys.indexOf('09161')], 141_200)
  const then = await mapOf(planner, { indicator: population.id, from: '2024-12-31', asOf: first.asOf })
  assert.deepEqual(then.values, first.values)
  const same = await look(planner, flat, `${revised}\n`)
  assert.equal((await planner.post(`/figures/imports/${same.id}/commit`)).body.code, 'nothingNew')
})

test('what cannot be read is answered with a sentence that says what to do, and nothing is half-written', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  const refused = async (name: string, bytes: Buffer | string) => {
    const reply = await planner.upload('/figures/imports', name, bytes)
    assert.equal(reply.status, 409, JSON.stringify(reply.body))
    assert.match(String(reply.body.message), /Bitte/)
    return `${reply.body.code}: ${reply.body.message}`
  }
  assert.match(await refused('leer.csv', ' '), /leer/)
  assert.match(await refused('bild.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])), /keine lesbare Tabelle/)
  assert.match(await refused('liste.csv', 'Name;Ort\nA;B\n'), /Format/)
  assert.match(
    await refused('kaputt.xlsx', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(200)])),
    /abgeschnitten/,
  )
  const text = demoFile(flat).toString('utf8')
  assert.match(
    await refused(flat, `${text.trimEnd()}\n${text.split('\n')[1]!.replace(';141185;', ';1;')}\n`),
    /zwei verschiedene Werte/,
  )
  const noAreas = await look(planner, flat)
  assert.equal(noAreas.knownAreas, 0)
  const commit = await planner.post(`/figures/imports/${noAreas.id}/commit`)
  assert.equal(commit.body.code, 'noKnownArea')
  assert.match(String(commit.body.message), /zuerst das Gemeindeverzeichnis/)
  await house.asOwner(async (db) => {
    const { rows } = await sql<{
      n: number
    }>`select (select count(*) from figures.official_table) + (select count(*) from figures.observation) + (select count(*) from figures.indicator)
      + (select count(*) from kit.object where kind in ('officialTable', 'indicator')) as n`.execute(db)
    assert.equal(rows[0]?.n, 0)
  })
  await readIn(planner, registerFile)
  const foreign = await look(
    planner,
    flat,
    `${text.trimEnd()}\n${text.split('\n')[1]!.replace(';09161;Ingolstadt, kreisfreie Stadt;', ';05111;Düsseldorf;')}\n`,
  )
  assert.deepEqual(foreign.unknownAreas, [{ key: '05111', name: 'Düsseldorf', rows: 1 }])
  assert.equal(foreign.effect.added, 69)
  const latin = await look(
    planner,
    '12411-0015_oberbayern.csv',
    Buffer.from(demoFile('12411-0015_oberbayern.csv').toString('utf8'), 'latin1'),
  )
  assert.equal(latin.summary.values, 552)
})

test('only planners read files in, a preview is its maker’s alone, and journal and worker know what happened', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  const staff = await addPerson(house, planner, { name: 'Sandra Sachbearbeitung', roles: ['staff'] })
  const other = await addPerson(house, planner, { name: 'Paul Planung', roles: ['planner'] })
  assert.equal((await staff.upload('/figures/imports', registerFile, demoFile(registerFile))).status, 403)
  assert.equal((await house.visitor.upload('/figures/imports', registerFile, demoFile(registerFile))).status, 401)
  const preview = await look(planner, registerFile)
  assert.equal((await other.get(`/figures/imports/${preview.id}`)).status, 404)
  assert.equal((await other.post(`/figures/imports/${preview.id}/commit`)).status, 404)
  const done = await planner.post(`/figures/imports/${preview.id}/commit`)
  const { table, written } = ok<{ table: { id: string }; written: number }>(done)
  const history = (await planner.get(`/history/${table.id}`)).body as unknown as { entries: { verb: string }[] }
  assert.deepEqual(
    history.entries.map((entry) => entry.verb),
    ['figures.imported'],
  )
  await house.asOwner(async (db) => {
    const { rows } = await sql<{ many: number }>`select many from journal.entry where object = ${table.id}`.execute(db)
    assert.equal(rows[0]?.many, written)
  })
  await look(planner, flat)
  await house.moveTo('2026-12-01T08:00:00Z')
  await house.asOwner(async (db) =>
    assert.equal((await sql`select from figures.import_draft`.execute(db)).rows.length, 0),
  )
})

test('all demo files are read with their control sums, quickly', async (t) => {
  const house = await testHouse(t)
  const planner = await founders(house)
  const files = JSON.parse(demoFile('files.json').toString('utf8')) as {
    file: string
    values?: number
    states?: Record<string, number>
    areas?: number
    periods?: string[]
  }[]
  for (const file of files) {
    const start = performance.now()
    const preview = await look(planner, file.file)
    const middle = performance.now()
    if (file.values !== undefined) {
      assert.equal(preview.summary.values, file.values, file.file)
      assert.deepEqual(preview.summary.states, file.states, file.file)
      assert.equal(preview.summary.areas, file.areas, file.file)
      assert.equal(preview.summary.periods.length, file.periods?.length, file.file)
    }
    const done = await planner.post(`/figures/imports/${preview.id}/commit`)
    assert.equal(done.status, 200, JSON.stringify(done.body))
    const end = performance.now()
    t.diagnostic(
      `${file.file}: read ${Math.round(middle - start)} ms, written ${Math.round(end - middle)} ms, ${done.body.written}`,
    )
    assert.ok(end - middle < 10_000, 'alone on a machine it takes under a second; ten allow for a busy one')
    if (file.file.startsWith('12411-0018')) {
      const sum = preview.controls.find((control) => control.period === '2015-12-31')
      assert.equal(sum?.sum, 4_588_944, 'Oberbayern by age and sex, 31.12.2015')
      assert.match(sum?.basis ?? '', /Zensus 2011/)
    }
  }
})
