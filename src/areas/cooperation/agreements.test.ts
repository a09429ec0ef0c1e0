// Agreements in editions: what was offered stays as it is, and who may sign for whom.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, agree, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Agreement } from './contract.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { draftOf } from './fixtures/fixture.ts'

const caritas = 'Caritas im Landkreis München'
const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'

async function offered(t: TestContext) {
  const house = await testHouse(t)
  const founded = await foundBody(house, argeMuenchen)
  const severin = await addPerson(house, founded.founder, {
    name: 'Severin Haslinger',
    organisation: founded.organisation(caritas),
    roles: ['head', 'admin'],
  })
  const staff = await addPerson(house, severin, { name: 'Sigrid Mitarbeit', roles: ['staff'] })
  const id = await agree(founded, argeMuenchen, { leave: [caritas, awo] })
  return { house, ...founded, severin, staff, id }
}
const signature = { edition: 1, day: '2026-11-20', place: 'München', capacity: 'Geschäftsführung' }

test('a party signs for itself; the office records for others and says from where it knows', async (t) => {
  const { founder, severin, staff, organisation, id } = await offered(t)
  const sign = async (who: TestPerson, more: object = {}) => {
    const reply = await who.post(`/agreements/${id}/signatures`, { ...signature, ...more })
    return reply.status === 200 ? 'signed' : (reply.body.code as unknown as string)
  }
  assert.equal(await sign(severin, { organisation: organisation(awo) }), 'notForOthers')
  assert.equal(await sign(severin, { organisation: organisation(awo), source: 'gehört' }), 'notForOthers')
  assert.equal(await sign(founder, { organisation: organisation(awo) }), 'notForOthers')
  assert.equal(
    await sign(founder, { organisation: organisation('Stabsstelle Sozialplanung'), source: 'Urkunde' }),
    'notParty',
  )
  assert.equal(await sign(staff), 'forbidden')
  assert.equal(await sign(severin, { day: '2026-11-23' }), 'dayInFuture')
  assert.equal(await sign(severin, { edition: 2 }), 'staleEdition')
  assert.equal(await sign(severin), 'signed')
  assert.equal(
    await sign(founder, { organisation: organisation(awo), source: 'Urkunde vom 20. November im Ordner' }),
    'signed',
  )
  const shown = ok<Agreement>(await severin.get(`/agreements/${id}`))
  const of = (name: string) => shown.parties.find((party) => party.title === name)!.signatures[0]!
  assert.deepEqual(
    [shown.state, of(caritas).person?.id, of(awo).person, of(awo).source],
    ['inForce', severin.person, null, 'Urkunde vom 20. November im Ordner'],
  )
})

test('a change after the offer begins a new edition; the signed one stays in force until all have signed the new one', async (t) => {
  const { house, founder, severin, organisation, id, body } = await offered(t)
  ok(await severin.post(`/agreements/${id}/signatures`, signature))
  ok(
    await founder.post(`/agreements/${id}/signatures`, {
      ...signature,
      organisation: organisation(awo),
      source: 'Urkunde',
    }),
  )
  await house.settle()
  const draft = draftOf(argeMuenchen, organisation, {})
  const changed = {
    ...draft,
    clauses: draft.clauses.map((clause) =>
      clause.duty?.kind === 'meet' ? { ...clause, duty: { ...clause.duty, perYear: 3 } } : clause,
    ),
  }
  const now = async () => ok<Agreement>(await founder.get(`/agreements/${id}`))
  const revision = async () => (await now()).head.revision
  assert.equal((await founder.put(`/agreements/${id}`, 1, changed)).status, 412)
  assert.deepEqual(ok(await founder.put(`/agreements/${id}`, await revision(), changed)), { edition: 2 })
  assert.deepEqual(
    [(await now()).state, (await now()).inForce?.edition, (await now()).parties.every((party) => !party.signed)],
    ['draft', 1, true],
  )
  ok(await founder.act(`/agreements/${id}/offer`, await revision()))
  assert.equal((await founder.act(`/agreements/${id}/offer`, await revision())).body.code, 'alreadyOffered')
  for (const party of draft.parties) {
    assert.equal((await now()).inForce?.edition, 1)
    ok(
      await founder.post(`/agreements/${id}/signatures`, {
        ...signature,
        edition: 2,
        organisation: party,
        source: 'Urkunde',
      }),
    )
  }
  await house.settle()
  assert.equal((await now()).inForce?.edition, 2)
  // What has begun under the old edition keeps it.
  const meets = ok<{ duties: Duty[] }>(await founder.get(`/duties?body=${body}`)).duties.filter(
    (duty) => duty.kind === 'meet',
  )
  assert.deepEqual(
    meets.map((duty) => [duty.because.edition, duty.needed]),
    [[1, 2]],
  )
})

test('what was offered cannot be rewritten with SQL, by nobody who runs the body', async (t) => {
  const { house, founder, organisation, id } = await offered(t)
  const as = (who: TestPerson, statement: ReturnType<typeof sql>) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
      null,
      (db) => statement.execute(db),
    )
  await assert.rejects(as(founder, sql`delete from cooperation.clause where agreement = ${id}`))
  await assert.rejects(
    as(
      founder,
      sql`insert into cooperation.clause (agreement, edition, number, place, text, strength) values (${id}, 1, '§ 99', 99, 'Nachgeschoben', 'must')`,
    ),
  )
  await assert.rejects(as(founder, sql`delete from cooperation.party where agreement = ${id}`))
  await assert.rejects(as(founder, sql`update cooperation.agreement set preamble = 'Anders' where id = ${id}`))
  await assert.rejects(as(founder, sql`update cooperation.agreement set edition = 3 where id = ${id}`))
  await assert.rejects(as(founder, sql`delete from cooperation.signature`))
  await assert.rejects(
    as(
      founder,
      sql`insert into cooperation.signature (id, agreement, edition, organisation, day, place, capacity, person, recorded_by, recorded_at)
    values (gen_random_uuid(), ${id}, 1, ${organisation(caritas)}, '2026-11-20', 'Hier', 'Leitung', ${founder.person}, ${founder.person}, clock.now())`,
    ),
  )
})

test('an agreement is for the body and its parties; others learn that it is there, not what it says', async (t) => {
  const { house, founder, severin, body, id } = await offered(t)
  const other = ok<{ id: string }>(
    await founder.post('/organisations', { name: 'Verein Fremd', kind: 'association', side: 'free' }),
  ).id
  const stranger = await addPerson(house, founder, {
    name: 'Frida Fremd',
    organisation: other,
    roles: ['admin', 'planner'],
  })
  assert.equal((await severin.get(`/agreements/${id}`)).status, 200)
  assert.equal((await stranger.get(`/agreements/${id}`)).status, 404)
  assert.equal((await stranger.get(`/bodies/${body}`)).status, 200)
  assert.equal((await stranger.post(`/bodies/${body}/seats`, { seats: [{ organisation: other }] })).status, 403)
  assert.equal((await stranger.post(`/bodies/${body}/agreements`, { title: 'Eigene' })).status, 403)
  assert.equal(
    (
      await stranger.post(`/bodies/${body}/mandates`, {
        organisation: other,
        role: 'guest',
        person: stranger.person,
        from: '2026-01-01',
        basis: 'selbst',
      })
    ).status,
    403,
  )
  assert.equal((await house.visitor.get(`/bodies/${body}`)).status, 401)
})

test('a member organisation sends its own delegates, and only its own', async (t) => {
  const { severin, staff, body, organisation } = await offered(t)
  const send = (more: object) =>
    severin.post(`/bodies/${body}/mandates`, {
      role: 'delegate',
      from: '2026-01-01',
      basis: 'Schreiben',
      organisation: severin.organisation,
      person: staff.person,
      ...more,
    })
  ok(await send({}))
  assert.equal((await send({})).body.code, 'holdsAlready')
  assert.equal((await send({ role: 'deputy', until: '2026-11-22' })).body.code, 'over')
  assert.equal((await send({ role: 'office' })).status, 403)
  assert.equal(
    (
      await send({
        organisation: organisation(awo),
        person: undefined,
        newPerson: { name: 'Fremde Person', email: 'fremd@example.org' },
      })
    ).status,
    403,
  )
})
