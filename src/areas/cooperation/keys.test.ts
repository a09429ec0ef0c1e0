// Two equal chairs: neither releases alone, over HTTP or with SQL of its own on the application's connection.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, agree, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Body, Releases } from './contract.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'

const caritas = 'Caritas im Landkreis München'
const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'

/** The ARGE with two chairs; its agreement serves as the thing to release. */
async function arge(t: TestContext) {
  const house = await testHouse(t)
  const founded = await foundBody(house, argeMuenchen)
  const { founder, body, organisation } = founded
  const term = { from: '2026-01-01', basis: 'Wahl' }
  ok(
    await founder.post(`/bodies/${body}/mandates`, {
      organisation: founder.organisation,
      role: 'chair',
      person: founder.person,
      ...term,
    }),
  )
  const severin = await addPerson(house, founder, {
    name: 'Severin Haslinger',
    organisation: organisation(caritas),
    body: { id: body, role: 'chair' },
  })
  const gabriele = await addPerson(house, founder, {
    name: 'Gabriele Stadler',
    organisation: organisation(awo),
    body: { id: body, role: 'delegate' },
  })
  // A session holds what it held when it was opened in this transaction: the next request sees the chair.
  const object = await agree(founded, argeMuenchen)
  return { house, founded, founder, severin, gabriele, body, organisation, object }
}
type Arge = Awaited<ReturnType<typeof arge>>
const released = ({ house, object }: Arge) =>
  house.asOwner(
    async (db) =>
      (await sql<{ yes: boolean }>`select cooperation.is_released(${object}, 1) as yes`.execute(db)).rows[0]!.yes,
  )
const asApp = ({ house }: Arge, who: TestPerson, statement: ReturnType<typeof sql>) =>
  inTransaction(
    house.house.pool,
    { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
    null,
    (db) => statement.execute(db),
  )

test('both chairs must release the same edition; the first key alone changes nothing, the second states the fact', async (t) => {
  const all = await arge(t)
  const { house, founder, severin, gabriele, object, body } = all
  const { standing, missing } = ok<Body>(await founder.get(`/bodies/${body}`))
  assert.deepEqual([standing, missing], ['agreed', ['document']])
  assert.equal((await gabriele.post('/releases', { object, edition: 1 })).body.code, 'notChair')
  assert.equal((await severin.post('/releases', { object, edition: 2 })).body.code, 'staleEdition')
  const first = ok<Releases>(await founder.post('/releases', { object, edition: 1 }))
  assert.deepEqual(
    [first.released, first.given.length, first.open.map((one) => one.person.id), first.mayRelease],
    [false, 1, [severin.person], false],
  )
  // The founder runs the office, too; the key was given as a chair.
  const { entries } = ok<{ entries: { verb: string; role: string }[] }>(await founder.get(`/history/${object}`))
  assert.equal(entries.find(({ verb }) => verb.endsWith('.keyGiven'))?.role, 'chair')
  assert.equal((await founder.post('/releases', { object, edition: 1 })).body.code, 'alreadyReleased')
  assert.equal(await released(all), false)
  assert.equal(ok<Releases>(await severin.get(`/releases?object=${object}`)).mayRelease, true)
  assert.equal(ok<Releases>(await severin.post('/releases', { object, edition: 1 })).released, true)
  assert.equal(await released(all), true)
  const facts = await house.asOwner((db) =>
    sql<{
      kind: string
    }>`select kind from duties.fact where object = ${object} and kind = 'agreement.released'`.execute(db),
  )
  assert.equal(facts.rows.length, 1)
})

test('nobody chairs twice: not for the same organisation, not from the same group, not one person for two', async (t) => {
  const { founder, severin, body, organisation } = await arge(t)
  const post = (more: object) =>
    founder.post(`/bodies/${body}/mandates`, { role: 'chair', from: '2026-01-01', basis: 'Wahl', ...more })
  const code = async (more: object) => (await post(more)).body.code
  const newPerson = { name: 'Dritte Person', email: 'dritte@example.org' }
  assert.equal(await code({ organisation: organisation(caritas), newPerson }), 'chairOfOrganisation')
  assert.equal(await code({ organisation: organisation(awo), newPerson }), 'chairOfConstituency')
  assert.equal(await code({ organisation: organisation(caritas), person: severin.person }), 'holdsAlready')
  assert.equal(
    (await post({ organisation: organisation(awo), person: severin.person })).status,
    400,
    'a person of another organisation',
  )
  assert.equal(
    (
      await severin.post(`/bodies/${body}/mandates`, {
        role: 'chair',
        from: '2026-01-01',
        basis: 'Wahl',
        organisation: organisation(awo),
        newPerson,
      })
    ).status,
    409,
  )
})

test('with SQL of its own, one chair still cannot give both keys, the other key, or a key for another', async (t) => {
  const all = await arge(t)
  const { founder, severin, gabriele, object, body } = all
  const mandateOf = async (who: TestPerson) =>
    ok<Body>(await founder.get(`/bodies/${body}`)).people.find(
      (one) => one.person.id === who.person && one.role !== 'office',
    )!.mandate
  const own = await mandateOf(founder)
  const others = await mandateOf(severin)
  const give = (p: {
    person: string
    organisation: string
    mandate: string
  }) => sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
    values (${object}, 1, ${body}, ${p.person}, ${p.organisation}, ${p.mandate}, clock.now())`
  const me = { person: founder.person, organisation: founder.organisation, mandate: own }
  await assert.rejects(
    asApp(all, founder, give({ person: severin.person, organisation: severin.organisation, mandate: others })),
  )
  await assert.rejects(asApp(all, founder, give({ ...me, organisation: severin.organisation })))
  await assert.rejects(asApp(all, founder, give({ ...me, mandate: others })))
  await assert.rejects(
    asApp(
      all,
      gabriele,
      give({ person: gabriele.person, organisation: gabriele.organisation, mandate: await mandateOf(gabriele) }),
    ),
  )
  await asApp(all, founder, give(me))
  await assert.rejects(asApp(all, founder, give(me)))
  await assert.rejects(asApp(all, founder, sql`update cooperation.release set organisation = ${severin.organisation}`))
  await assert.rejects(asApp(all, founder, sql`delete from cooperation.release`))
  await assert.rejects(asApp(all, founder, sql`update cooperation.body set keys = 1 where id = ${body}`))
  await assert.rejects(
    asApp(
      all,
      founder,
      sql`insert into access.mandate (id, person, organisation, body, role, from_day, basis, granted_by, recorded_at)
    values (gen_random_uuid(), ${founder.person}, ${severin.organisation}, ${body}, 'chair', '2026-01-01', 'selbst', ${founder.person}, clock.now())`,
    ),
  )
  assert.equal(await released(all), false)
})

test('whatever is tried in whatever order, it is released exactly when both chairs have given their key', async (t) => {
  const all = await arge(t)
  const { house, founder, severin, gabriele, object } = all
  const people = [founder, severin, gabriele]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 6 }), async (tries) => {
      await house.asOwner((db) => sql`delete from cooperation.release where object = ${object}`.execute(db))
      for (const index of tries) await people[index]!.post('/releases', { object, edition: 1 })
      assert.equal(await released(all), tries.includes(0) && tries.includes(1))
    }),
    { numRuns: 15 },
  )
})

test('a chair whose term has ended holds no key, at once', async (t) => {
  const all = await arge(t)
  const { founder, severin, object, body } = all
  ok(await founder.post('/releases', { object, edition: 1 }))
  const mandate = ok<Body>(await founder.get(`/bodies/${body}`)).people.find(
    (one) => one.person.id === severin.person,
  )!.mandate
  ok(await founder.post(`/mandates/${mandate}/end`, { because: 'Rücktritt' }))
  const late = await severin.post('/releases', { object, edition: 1 })
  assert.deepEqual([late.status, late.body.code], [403, 'mandateEnded'])
  assert.match(String(late.body.message), /beendet/)
  assert.equal(await released(all), false)
  assert.equal(ok<Body>(await founder.get(`/bodies/${body}`)).standing, 'agreed')
})

test('the office of one side cannot replace the chair of the other: a key changes hands only in its own house', async (t) => {
  const all = await arge(t)
  const { founder, body, organisation, severin } = all
  const own = organisation(caritas)
  // Caritas has an administration of its own from now on.
  const admin = await addPerson(all.house, founder, { name: 'Ada Verwaltung', organisation: own, roles: ['admin'] })
  const chairOf = async () =>
    ok<{ mandates: { id: string; role: string; person: { id: string } }[] }>(
      await founder.get(`/mandates?body=${body}&organisation=${own}`),
    ).mandates.find((mandate) => mandate.role === 'chair')!
  const mandate = await chairOf()
  const ended = await founder.post(`/mandates/${mandate.id}/end`, { because: 'Wechsel' })
  assert.equal(ended.status, 403, JSON.stringify(ended.body))
  const closing = sql`update access.mandate set superseded_at = clock.now() where id = ${mandate.id}`
  assert.equal((await asApp(all, founder, closing)).numAffectedRows, 0n)
  assert.equal((await chairOf()).person.id, severin.person)
  assert.equal((await admin.post(`/mandates/${mandate.id}/end`, { because: 'Wechsel im Verband' })).status, 200)
})
