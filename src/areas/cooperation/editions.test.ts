// Editions with annexes, a term, two signatures of equal heads, scans, and reading two editions to compare them.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Agreement, Edition } from './contract.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { draftOf } from './fixtures/fixture.ts'

const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'
const pdf = (words: string) => Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)
const signed = { edition: 1, day: '2026-11-20', place: 'München', capacity: 'Vorstand', source: 'Urkunde im Ordner' }

async function drafted(t: TestContext) {
  const house = await testHouse(t)
  const founded = await foundBody(house, argeMuenchen)
  const draft = draftOf(argeMuenchen, founded.organisation, {})
  const { id } = ok<{ id: string }>(await founded.founder.post(`/bodies/${founded.body}/agreements`, draft))
  const now = async () => ok<Agreement>(await founded.founder.get(`/agreements/${id}`))
  const revision = async () => (await now()).head.revision
  const upload = async (name: string, words = name) =>
    ok<{ file: { id: string; revision: number } }>(
      await founded.founder.upload(`/objects/${id}/files`, name, pdf(words)),
    ).file
  return { house, ...founded, draft, id, now, revision, upload }
}

test('annexes belong to the edition: fixed with it, taken over by the next, and their files cannot be taken away', async (t) => {
  const { house, founder, draft, id, now, revision, upload } = await drafted(t)
  const plan = await upload('plan.pdf')
  const add = async (file: string) =>
    founder.act(`/agreements/${id}/annexes`, await revision(), { file, title: 'Anlage 1: Plan' })
  assert.equal((await founder.act(`/agreements/${id}/annexes`, 99, { file: plan.id, title: 'Plan' })).status, 412)
  assert.deepEqual(ok(await add(plan.id)), { place: 1 })
  assert.equal((await add(plan.id)).body.code, 'annexTwice')
  assert.equal((await add(id)).body.code, 'notAFileOfIt')
  ok(await founder.delete(`/agreements/${id}/annexes/1`, await revision()))
  assert.equal((await founder.delete(`/agreements/${id}/annexes/1`, await revision())).body.code, 'noSuchAnnex')
  ok(await add(plan.id))
  assert.equal(
    (await founder.act(`/agreements/${id}/offer`, await revision(), { signBy: '2026-11-22' })).body.code,
    'signByPast',
  )
  ok(await founder.act(`/agreements/${id}/offer`, await revision(), { signBy: '2026-12-31' }))
  assert.deepEqual(
    [(await now()).signBy, (await now()).annexes.map(({ title }) => title)],
    ['2026-12-31', ['Anlage 1: Plan']],
  )
  assert.equal((await add((await upload('spaet.pdf')).id)).body.code, 'annexFixed')
  assert.equal((await founder.delete(`/agreements/${id}/annexes/1`, await revision())).body.code, 'annexFixed')
  assert.equal((await founder.delete(`/files/${plan.id}`, plan.revision)).body.code, 'fixed')
  const as = (statement: ReturnType<typeof sql>) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(founder.cookie.split('=')[1]!), organisation: founder.organisation },
      null,
      (db) => statement.execute(db),
    )
  await assert.rejects(
    as(sql`update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = ${plan.id}`),
  )
  await assert.rejects(as(sql`delete from cooperation.annex where agreement = ${id}`))

  assert.deepEqual(ok(await founder.put(`/agreements/${id}`, await revision(), { ...draft, title: 'Neue Fassung' })), {
    edition: 2,
  })
  assert.deepEqual(
    (await now()).annexes.map(({ file }) => file),
    [plan.id],
  )
  ok(await founder.delete(`/agreements/${id}/annexes/1`, await revision()))
  const read = async (number: number) => ok<Edition>(await founder.get(`/agreements/${id}/editions/${number}`))
  assert.deepEqual(
    [
      (await read(1)).title,
      (await read(1)).annexes.length,
      (await read(2)).title,
      (await read(2)).annexes.length,
      (await read(2)).at,
    ],
    ['Vereinbarung zur gemeinsamen Zusammenarbeit', 1, 'Neue Fassung', 0, null],
  )
  assert.equal((await founder.get(`/agreements/${id}/editions/3`)).status, 404)
})

test('a term ends the agreement by itself, and its standing falls with it', async (t) => {
  const { house, founder, body, draft, id, now, revision } = await drafted(t)
  ok(
    await founder.put(`/agreements/${id}`, await revision(), {
      ...draft,
      endsOn: '2027-02-01',
      notice: 'drei Monate zum Jahresende',
    }),
  )
  ok(await founder.act(`/agreements/${id}/offer`, await revision()))
  for (const party of draft.parties)
    ok(
      await founder.post(`/agreements/${id}/signatures`, {
        ...signed,
        organisation: party,
        source: party === founder.organisation ? null : 'Urkunde',
      }),
    )
  assert.deepEqual([(await now()).state, (await now()).endsOn], ['inForce', '2027-02-01'])
  const standing = async (who: TestPerson['get']) => ok<{ standing: string }>(await who(`/bodies/${body}`)).standing
  assert.notEqual(await standing(founder.get), 'informal')
  await house.moveTo('2027-01-31T12:00:00Z')
  const later = await house.signIn(founder.email, { for: founder.organisation, password: 'nahtstelle-test' })
  assert.equal(ok<Agreement>(await later.get(`/agreements/${id}`)).inForce?.edition, 1)
  await house.moveTo('2027-02-01T12:00:00Z')
  const after = await house.signIn(founder.email, { for: founder.organisation, password: 'nahtstelle-test' })
  assert.equal(ok<Agreement>(await after.get(`/agreements/${id}`)).inForce, null)
  assert.equal(await standing(after.get), 'informal')
})

test('where two heads sign jointly, one signature does not bind the party and does not start the agreement (A29)', async (t) => {
  const { house, founder, organisation, draft, id, now, revision } = await drafted(t)
  const people = await twoHeads(house, founder, organisation(awo))
  // The rule is the organisation's own: the draft is written anew so that the party takes it.
  ok(await founder.put(`/agreements/${id}`, await revision(), draft))
  ok(await founder.act(`/agreements/${id}/offer`, await revision()))
  for (const party of draft.parties)
    if (party !== organisation(awo))
      ok(
        await founder.post(`/agreements/${id}/signatures`, {
          ...signed,
          organisation: party,
          source: party === founder.organisation ? null : 'Urkunde',
        }),
      )
  const state = async () => {
    const { state: of, parties } = await now()
    const party = parties.find((one) => one.id === organisation(awo))!
    return [of, party.signing, party.signed, party.signatures.length]
  }
  assert.deepEqual(await state(), ['offered', 'joint', false, 0])
  const sign = async (who: TestPerson, more: object = {}) => {
    const { source: _, ...own } = signed
    const reply = await who.post(`/agreements/${id}/signatures`, { ...own, ...more })
    return reply.status === 200 ? 'signed' : (reply.body.code as unknown as string)
  }
  assert.equal(await sign(people.planner), 'onlyHeads')
  assert.equal(await sign(people.one), 'signed')
  assert.equal(await sign(people.one), 'signedAlready')
  assert.deepEqual(await state(), ['offered', 'joint', false, 1])
  const direct = (who: TestPerson) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
      null,
      (db) =>
        sql`insert into cooperation.signature (id, agreement, edition, organisation, day, place, capacity, person, recorded_by, recorded_at)
          values (gen_random_uuid(), ${id}, 1, ${who.organisation}, '2026-11-20', 'Hier', 'Leitung', ${who.person}, ${who.person}, clock.now())`.execute(
          db,
        ),
    )
  await assert.rejects(direct(people.planner), 'a planner is no head')
  await assert.rejects(direct(people.one), 'nobody signs twice')
  assert.equal(await sign(people.two), 'signed')
  assert.deepEqual(await state(), ['inForce', 'joint', true, 2])
  await assert.rejects(direct(people.third), 'two are enough')
})

test('the office records both signatures of a joint party by name, with a scan that stays', async (t) => {
  const { house, founder, organisation, draft, id, now, revision, upload } = await drafted(t)
  await twoHeads(house, founder, organisation(awo))
  ok(await founder.put(`/agreements/${id}`, await revision(), draft))
  ok(await founder.act(`/agreements/${id}/offer`, await revision()))
  const scan = await upload('unterschriften.pdf')
  const record = async (more: object) => {
    const reply = await founder.post(`/agreements/${id}/signatures`, {
      ...signed,
      organisation: organisation(awo),
      ...more,
    })
    return reply.status === 200 ? 'recorded' : (reply.body.code as unknown as string)
  }
  assert.equal(await record({}), 'signatoryMissing')
  assert.equal(await record({ signatory: 'Anna Erste', scan: id }), 'scanOfOther')
  assert.equal(await record({ signatory: 'Anna Erste', scan: scan.id }), 'recorded')
  assert.equal(await record({ signatory: 'anna erste' }), 'signedAlready')
  assert.equal(await record({ signatory: 'Berta Zweite' }), 'recorded')
  assert.equal((await founder.delete(`/files/${scan.id}`, scan.revision)).body.code, 'fixed')
  const { signatures } = (await now()).parties.find((one) => one.id === organisation(awo))!
  assert.deepEqual(
    signatures.map((one) => [one.signatory, one.scan]),
    [
      ['Anna Erste', scan.id],
      ['Berta Zweite', null],
    ],
  )
})

/** Three heads and a planner of an organisation whose heads sign jointly. */
async function twoHeads(house: Awaited<ReturnType<typeof testHouse>>, founder: TestPerson, organisation: string) {
  const one = await addPerson(house, founder, { name: 'Anna Erste', organisation, roles: ['head', 'admin'] })
  const two = await addPerson(house, one, { name: 'Berta Zweite', roles: ['head'] })
  const third = await addPerson(house, one, { name: 'Carla Dritte', roles: ['head'] })
  const planner = await addPerson(house, one, { name: 'Paul Planer', roles: ['planner'] })
  await signJointly(house, one)
  return { one, two, third, planner }
}

/** The organisation itself says that its heads sign jointly. */
async function signJointly(house: Awaited<ReturnType<typeof testHouse>>, head: TestPerson) {
  const me = await house.signIn(head.email, { for: head.organisation, password: 'nahtstelle-test' })
  ok(await me.post(`/organisations/${head.organisation}/signing`, { signing: 'joint' }))
}
