import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Caller } from '#apps/testing.ts'
import { ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Delivery, OverviewRow, OwedRow } from './contract/shapes.ts'
import { deliveringBody, mapOf, seriesOf } from './testing.ts'

const owedBy = async (who: Caller) =>
  ok<{ owed: OwedRow[]; delivered: Delivery[] }>(await who.get('/figures/deliveries'))
const as =
  (house: Awaited<ReturnType<typeof deliveringBody>>['house'], who: TestPerson) =>
  <T>(statement: ReturnType<typeof sql<T>>) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
      null,
      (db) => statement.execute(db),
    )

test('a county delivers what only it holds: the duty is done, the trail leads from the agreement, and the value is seen by it and the office alone', async (t) => {
  const { house, miriam, theresa, office, indicator, agreement, body: id } = await deliveringBody(t)
  const { owed } = await owedBy(miriam)
  const duty = owed.find((row) => row.kind === 'deliver' && row.period.from === '2025-01-01')!
  assert.ok(duty.state === 'open' || duty.state === 'notYet')
  assert.deepEqual(duty.area, { key: '09175', name: 'Ebersberg' })
  const request = { kind: 'figure', indicator, area: '09175', ...duty.period, value: 96, duty: duty.duty }
  assert.equal((await miriam.post('/figures/deliveries', { ...request, area: '09174' })).body.code, 'foreignArea')
  assert.equal((await miriam.post('/figures/deliveries', { ...request, value: null })).status, 400)
  assert.equal((await theresa.post('/figures/deliveries', { ...request, area: '09174' })).body.code, 'notYourDuty')
  const made = ok<{ id: string; edition: number }>(await miriam.post('/figures/deliveries', request))
  assert.equal((await miriam.post('/figures/deliveries', request)).body.code, 'alreadyDelivered')
  const done = ok<{ duty: Duty }>(await miriam.get(`/duties/${duty.duty}`)).duty
  assert.equal(done.state, 'done')
  const trail = ok<{ before: { id: string; link: string }[] }>(await miriam.get(`/trail/${made.id}/around`))
  assert.deepEqual(
    trail.before.map((one) => [one.link, one.id]),
    [['ledTo', agreement]],
  )

  const delivery = ok<{ delivery: Delivery }>(await office.get(`/figures/deliveries/${made.id}`)).delivery
  assert.deepEqual([delivery.value, delivery.period], [96, { from: '2025-12-31', until: '2026-01-01' }])
  assert.equal((await theresa.get(`/figures/deliveries/${made.id}`)).status, 404)
  const seen = async (who: Caller) => {
    const series = await seriesOf(who, { indicator, areas: '09175' })
    return series.areas[0]!.segments.flatMap((segment) => segment.values)
  }
  assert.deepEqual(await seen(miriam), [96])
  assert.deepEqual(await seen(office), [96])
  assert.deepEqual(await seen(theresa), [])
  assert.deepEqual(await seen(house.visitor), [])
  assert.equal((await mapOf(office, { indicator })).values.filter((value) => value !== null).length, 1)
  assert.equal((await theresa.get(`/figures/map?indicator=${indicator}`)).body.code, 'noPeriod')
  const overview = async (who: Caller) =>
    ok<{ rows: OverviewRow[]; onTime: number }>(await who.get(`/figures/deliveries/overview?body=${id}`))
  const rowOf = async (who: Caller) => (await overview(who)).rows.find((row) => row.duty === duty.duty)!
  assert.equal((await rowOf(office)).delivery?.value, 96)
  const foreign = await rowOf(theresa)
  assert.deepEqual([foreign.state, foreign.delivery], ['done', null])
  assert.equal((await overview(theresa)).onTime, 1)
  for (const url of [
    `/figures/indicators/${indicator}`,
    `/figures/series.csv?indicator=${indicator}&areas=09175`,
    `/figures/comparison/course?indicator=${indicator}&area=09175`,
    `/figures/comparison.csv?indicator=${indicator}&area=09175`,
    `/search?q=Tagespflege`,
    `/figures/deliveries`,
    `/history/${made.id}`,
  ]) {
    const reply = await theresa.get(url)
    const text = reply.body instanceof Uint8Array ? Buffer.from(reply.body).toString() : JSON.stringify(reply.body)
    assert.ok(!text.includes(made.id) && !/;96;/.test(text), `${url} tells nothing of it`)
  }
  const sqlOf = as(house, theresa)
  assert.equal((await sqlOf(sql`select from figures.delivery`)).rows.length, 0)
  assert.equal((await sqlOf(sql`select from figures.observation where delivery is not null`)).rows.length, 0)
  assert.equal(
    (await sqlOf(sql`update figures.observation set superseded_at = clock.now() where delivery is not null`))
      .numAffectedRows,
    0n,
  )
  await assert.rejects(
    sqlOf(sql`insert into figures.observation (indicator, cut, area, from_day, until_day, value, delivery, recorded_at)
    select i.number, 1, a.number, '2025-12-31', '2026-01-01', 1, ${made.id}, clock.now() from figures.indicator i, figures.area a limit 1`),
  )
})

test('a correction is a new edition; the old value is kept and was the value at its time', async (t) => {
  const { house, miriam, office, indicator } = await deliveringBody(t)
  const duty = (await owedBy(miriam)).owed.find((row) => row.kind === 'deliver' && row.period.from === '2025-01-01')!
  const { id } = ok<{ id: string }>(
    await miriam.post('/figures/deliveries', { kind: 'figure', indicator, area: '09175', ...duty.period, value: 96 }),
  )
  const before = await seriesOf(office, { indicator, areas: '09175' })
  await house.moveTo('2026-01-20T10:00:00Z')
  assert.equal((await office.put(`/figures/deliveries/${id}`, 1, { kind: 'figure', value: 1 })).status, 403)
  assert.equal((await miriam.put(`/figures/deliveries/${id}`, 1, { kind: 'confirmation' })).body.code, 'wrongKind')
  assert.deepEqual(
    ok(
      await miriam.put(`/figures/deliveries/${id}`, 1, {
        kind: 'figure',
        mark: 'nil',
        comment: 'Die Einrichtung ist geschlossen.',
      }),
    ),
    { edition: 2 },
  )
  assert.equal((await miriam.put(`/figures/deliveries/${id}`, 1, { kind: 'figure', value: 5 })).status, 412)
  const now = await seriesOf(office, { indicator, areas: '09175' })
  assert.deepEqual(now.areas[0]?.segments[0]?.marks, ['nil'])
  const then = await seriesOf(office, { indicator, areas: '09175', asOf: before.asOf })
  assert.deepEqual(then.areas[0]?.segments[0]?.values, [96])
  const { editions } = ok<{ editions: { content: { value: number | null } }[] }>(
    await office.get(`/figures/deliveries/${id}`),
  )
  assert.deepEqual(
    editions.map((edition) => edition.content.value),
    [96, null],
  )
})

test('a county confirms or comments its official value, and the office answers what became of a delivery', async (t) => {
  const { miriam, theresa, office, indicator, care } = await deliveringBody(t)
  const { owed } = await owedBy(miriam)
  const duty = owed.find((row) => row.kind === 'confirm' && row.period.from === '2025-01-01')!
  assert.equal(duty.official?.from, '2019-12-31')
  const confirm = { indicator: care.id, area: '09175', ...duty.period, duty: duty.duty }
  assert.equal(
    (await miriam.post('/figures/deliveries', { kind: 'figure', ...confirm, value: 1 })).body.code,
    'notHeld',
  )
  assert.equal((await miriam.post('/figures/deliveries', { kind: 'comment', ...confirm })).status, 400)
  const { id } = ok<{ id: string }>(
    await miriam.post('/figures/deliveries', {
      kind: 'comment',
      ...confirm,
      comment: 'Ein Heim im Norden fehlt in der Meldung.',
    }),
  )
  assert.equal(ok<{ duty: Duty }>(await miriam.get(`/duties/${duty.duty}`)).duty.state, 'done')
  const shown = ok<{ delivery: Delivery }>(await office.get(`/figures/deliveries/${id}`)).delivery
  assert.equal(shown.value, duty.official?.value)
  assert.ok(shown.official)
  assert.equal((await theresa.get(`/figures/deliveries/${id}`)).status, 404)
  assert.equal(
    (await theresa.post(`/figures/deliveries/${id}/answer`, { verdict: 'used', text: 'Im Bericht verwendet.' })).status,
    404,
  )
  assert.equal(
    (await miriam.post(`/figures/deliveries/${id}/answer`, { verdict: 'used', text: 'Im Bericht verwendet.' })).body
      .code,
    'ownDelivery',
  )
  ok(
    await office.post(`/figures/deliveries/${id}/answer`, {
      verdict: 'notYet',
      text: 'Wird im Juli in der Sitzung besprochen.',
    }),
  )
  const { answers } = ok<{ answers: { verdict: string }[] }>(await miriam.get(`/figures/deliveries/${id}`))
  assert.deepEqual(
    answers.map((answer) => answer.verdict),
    ['notYet'],
  )
  const double = await Promise.all(
    Array.from({ length: 8 }, () =>
      theresa.post(
        '/figures/deliveries',
        { kind: 'figure', indicator, area: '09174', from: '2025-01-01', until: '2026-01-01', mark: 'nil' },
        { 'idempotency-key': 'once-and-only' },
      ),
    ),
  )
  assert.deepEqual(new Set(double.map((reply) => JSON.stringify(reply.body))).size, 1)
  assert.equal((await owedBy(theresa)).delivered.length, 1)
})
