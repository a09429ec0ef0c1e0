// The chair of a party that leaves the agreement: with its last seat its key ends, nobody stands in for it, and the body owes a new chair.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addPerson, again, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Body, Releases, Termination } from './contract.ts'
import { procedureTemplates } from './rules/procedure.ts'
import { agreed } from './testing.ts'
import { asApp } from './testing-keys.ts'

test('with the seat of a party that has left its chair ends: no key from then on, also not by its deputy, and the body is asked for a new one (A32, B21, B26)', async (t) => {
  const scene = await agreed(t, [{ kind: 'meet', perYear: 1 }], {
    draft: { noticeRule: { months: 0, to: 'day' } },
    also: ['Verein Dritte'],
  })
  const { house, body, agreement, verband } = scene
  const [third] = scene.also
  const chairs = async () =>
    ok<Body>(await scene.county.get(`/bodies/${body}`))
      .people.filter((one) => one.role === 'chair')
      .map((one) => [one.person.title, one.until])
      .toSorted()
  const owed = async (kind: string) =>
    ok<{ duties: Duty[] }>(await scene.county.get(`/duties?body=${body}`))
      .duties.filter((one) => one.kind === kind)
      .map((one) => [one.debtor?.title, one.state, one.due, one.because.clause])
  const propose = async (noticeDays: number) =>
    ok<{ object: string; edition: number }>(
      await scene.county.post(`/bodies/${body}/rules`, {
        procedure: { ...procedureTemplates.arge, itemDays: null, noticeDays },
        validFrom: ok<{ today: string }>(await scene.county.get('/session')).today,
      }),
    )
  const first = await propose(14)
  for (const chair of [scene.vera, scene.carl]) ok(await chair.post('/releases', first))
  let deputy = await addPerson(house, scene.vera, {
    name: 'Dirk Stellvertreter',
    roles: ['staff'],
    body: { id: body, role: 'deputy' },
  })
  ok(await scene.vera.post(`/bodies/${body}/stand-in`, { person: deputy.person, organisation: verband }))
  /** What the application would write, by the other chair with SQL of its own. */
  const shorten = (until: string) => sql`
    insert into access.mandate (id, person, organisation, body, role, from_day, until_day, basis, granted_by, recorded_at)
    select gen_random_uuid(), m.person, m.organisation, m.body, m.role, m.from_day, ${until}, m.basis, ${scene.carl.person}, clock.now()
      from access.mandate m where m.body = ${body} and m.role = 'chair' and m.organisation = ${verband} and m.superseded_at is null`
  await assert.rejects(asApp(scene, scene.carl, shorten('2026-11-23')), /row-level security/)

  const path = `/agreements/${agreement}/terminations`
  const leave = async (by: TestPerson, more: object = {}) => {
    ok(await by.post(path, { capacity: 'Vorstand', ...more }))
    await house.settle()
    return ok<{ terminations: Termination[] }>(await scene.carl.get(path)).terminations.find(
      (one) => one.seatAnswer === null,
    )!
  }
  const left = await leave(scene.vera)
  await assert.rejects(asApp(scene, scene.carl, shorten('2026-11-23')), /row-level security/, 'the seat is not settled')
  assert.deepEqual(await chairs(), [
    ['Carl Kreis', null],
    ['Vera Verband', null],
  ])
  ok(await scene.carl.post(`${path}/${left.id}/seats`, { answer: 'end' }))
  await house.settle()
  assert.deepEqual(await chairs(), [
    ['Carl Kreis', null],
    ['Vera Verband', '2026-11-23'],
  ])
  const { rows: told } = await house.asOwner((db) =>
    sql<{ name: string }>`select p.title as name from mail.message m join kit.object p on p.id = m.person
      where m.data->>'what' = 'chair.ended' order by 1`.execute(db),
  )
  assert.deepEqual(
    told.map(({ name }) => name),
    ['Carl Kreis', scene.county.name, 'Vera Verband'].toSorted(),
  )
  assert.deepEqual(await owed('reelect'), [
    [
      'Arbeitsgemeinschaft Probe',
      'open',
      '2026-12-20',
      'Kündigung der Vereinbarung: Mit dem Sitz der Partei endet ihr Vorsitz',
    ],
  ])
  assert.deepEqual(await owed('resend'), [], 'who has left is not asked to send somebody anew')

  await scene.at('2026-11-23')
  const next = await propose(21)
  assert.ok((await scene.vera.post('/releases', next)).status >= 400)
  await house.asOwner((db) =>
    sql`insert into access.absence (id, person, organisation, from_day, until_day, recorded_by, recorded_at)
      values (gen_random_uuid(), ${scene.vera.person}, ${verband}, '2026-11-23', '2026-12-23', ${scene.vera.person}, clock.now())`.execute(
      db,
    ),
  )
  deputy = await again(house, deputy)
  assert.ok((await deputy.post('/releases', next)).status >= 400)
  ok(await scene.carl.post('/releases', next))
  const state = async () => ok<Releases>(await scene.carl.get(`/releases?object=${next.object}`)).released
  assert.equal(await state(), false, 'one key of two')

  // Another member of the group appoints a chair: the question is answered, and both keys are there again.
  const paula = await addPerson(house, scene.county, {
    name: 'Paula Dritte',
    organisation: third!,
    roles: ['planner'],
    from: '2026-11-23',
    body: { id: body, role: 'chair' },
  })
  await house.settle()
  await scene.at('2026-11-24')
  assert.deepEqual(
    (await owed('reelect')).map(([, state]) => state),
    ['done'],
  )
  ok(await (await again(house, paula)).post('/releases', next))
  assert.equal(await state(), true)

  // What only the office has recorded ends nobody's chair within a week.
  const recorded = await leave(scene.county, {
    organisation: third,
    source: 'Schreiben vom 23. November',
    signatory: 'Dora Dritte',
    declaredOn: '2026-11-24',
  })
  ok(await scene.carl.post(`${path}/${recorded.id}/seats`, { answer: 'end' }))
  assert.deepEqual(await chairs(), [
    ['Carl Kreis', null],
    ['Paula Dritte', '2026-12-01'],
  ])
})
