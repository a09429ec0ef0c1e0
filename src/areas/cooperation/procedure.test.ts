// Rules of procedure: adopted by both keys or with the founding agreement, readable for any day; standing in, handing back, deadlock, publication.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { again, ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Releases, RulesPage, SelfCheck } from './contract.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { draftOf } from './fixtures/fixture.ts'
import { adopt, asApp, awo, caritas, procedure, twoChairs } from './testing-keys.ts'

test('rules of procedure hold once both chairs have released the same edition, and the rules of any past day can still be read (A18)', async (t) => {
  const all = await twoChairs(t)
  const { office, a, b, delegate, body, house } = all
  const rules = async (on?: string) =>
    ok<RulesPage>(await delegate.get(`/bodies/${body}/rules${on ? `?on=${on}` : ''}`))
  assert.equal((await rules()).inForce, null)
  assert.equal((await delegate.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-22' })).status, 403)
  assert.equal(
    (await office.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-21' })).body.code,
    'rulesBackdated',
  )
  const put = ok<{ object: string; edition: number }>(
    await office.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-22' }),
  )
  assert.equal((await a.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-22' })).body.code, 'rulesSame')
  assert.equal(
    (await office.post('/releases', put)).body.code,
    'notChair',
    'the office runs the business without a key (A23)',
  )
  ok(await a.post('/releases', put))
  assert.equal((await rules()).inForce, null, 'one key alone adopts nothing')
  assert.equal((await rules()).proposed?.state, 'proposed')
  ok(await b.post('/releases', put))
  assert.deepEqual([(await rules()).inForce?.edition, (await rules()).proposed], [1, null])
  // A loosening is an edition like any other: proposed by one, adopted by both, from its day on.
  await house.moveTo('2026-12-01T08:00:00Z')
  const now = { ...all, office: await again(house, office), a: await again(house, a), b: await again(house, b) }
  await adopt(now, { keysFor: [] }, '2027-01-01')
  all.delegate.cookie = (await again(house, delegate)).cookie
  const fresh = await again(house, delegate)
  const on = async (day: string) =>
    ok<RulesPage>(await fresh.get(`/bodies/${body}/rules?on=${day}`)).inForce?.procedure.keysFor.length ?? null
  assert.deepEqual(
    [await on('2026-11-21'), await on('2026-11-22'), await on('2026-12-31'), await on('2027-01-01')],
    [null, 4, 4, 0],
  )
})

test('the first rules may come with the founding agreement and hold when all parties have signed it; later ones may not', async (t) => {
  const all = await twoChairs(t)
  const { office, body, organisation, founded } = all
  const { id } = ok<{ id: string }>(
    await office.post(`/bodies/${body}/agreements`, draftOf(argeMuenchen, organisation, {})),
  )
  ok(await office.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-22', agreement: id }))
  ok(await office.act(`/agreements/${id}/offer`, 1))
  const rules = async () => ok<RulesPage>(await office.get(`/bodies/${body}/rules`))
  const late = await office.post(`/bodies/${body}/rules`, {
    procedure: { ...procedure, keysFor: [] },
    validFrom: '2026-11-22',
    agreement: id,
  })
  assert.equal(late.body.code, 'notWithAgreement', 'nothing is slipped under signatures')
  for (const party of argeMuenchen.agreement.parties) {
    assert.equal((await rules()).inForce, null)
    ok(
      await office.post(`/agreements/${id}/signatures`, {
        edition: 1,
        organisation: organisation(party),
        day: '2026-11-22',
        place: 'München',
        capacity: 'Leitung',
        source: organisation(party) === founded.founder.organisation ? null : 'Urkunde im Ordner der Geschäftsstelle',
      }),
    )
  }
  assert.deepEqual([(await rules()).inForce?.edition, (await rules()).inForce?.agreement?.id], [1, id])
})

test('rules that came with an edition hold with the later one that all have signed instead', async (t) => {
  const { office, body, organisation, founded } = await twoChairs(t)
  const draft = draftOf(argeMuenchen, organisation, {})
  const { id } = ok<{ id: string }>(await office.post(`/bodies/${body}/agreements`, draft))
  ok(await office.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-22', agreement: id }))
  ok(await office.act(`/agreements/${id}/offer`, 1))
  const revision = async () => ok<{ head: { revision: number } }>(await office.get(`/agreements/${id}`)).head.revision
  ok(await office.put(`/agreements/${id}`, await revision(), { ...draft, notice: 'drei Monate zum Jahresende' }))
  ok(await office.act(`/agreements/${id}/offer`, await revision()))
  const inForce = async () => ok<RulesPage>(await office.get(`/bodies/${body}/rules`)).inForce?.edition ?? null
  for (const party of argeMuenchen.agreement.parties) {
    assert.equal(await inForce(), null)
    const source = organisation(party) === founded.founder.organisation ? null : 'Urkunde im Ordner'
    const signature = { edition: 2, organisation: organisation(party), day: '2026-11-22', place: 'München', source }
    ok(await office.post(`/agreements/${id}/signatures`, { ...signature, capacity: 'Leitung' }))
  }
  assert.equal(await inForce(), 1)
})

test('the release of one edition never counts for the next, however late the background work comes to both', async (t) => {
  const all = await twoChairs(t)
  await adopt(all)
  const next = ok<{ object: string; edition: number }>(
    await all.office.post(`/bodies/${all.body}/rules`, {
      procedure: { ...procedure, noticeDays: 30 },
      validFrom: '2026-11-22',
    }),
  )
  const owed = async () =>
    ok<{ duties: Duty[] }>(await all.a.get(`/duties?subject=${next.object}`))
      .duties.filter((duty) => duty.kind === 'release')
      .map((duty) => duty.state)
  await all.house.settle()
  assert.deepEqual(await owed(), ['open'])
  for (const chair of [all.a, all.b]) ok(await chair.post('/releases', next))
  await all.house.settle()
  assert.deepEqual(await owed(), ['done'])
})

test('with SQL of its own, one chair adopts no rules, changes none, and slips in no third chair (B21)', async (t) => {
  const all = await twoChairs(t)
  const { a, office, body, organisation } = all
  const put = ok<{ object: string; edition: number }>(
    await a.post(`/bodies/${body}/rules`, { procedure: { ...procedure, keysFor: [] }, validFrom: '2026-11-22' }),
  )
  ok(await a.post('/releases', put))
  for (const statement of [
    sql`update cooperation.rules set keys_for = '{}'`,
    sql`delete from cooperation.rules`,
    sql`update kit.edition set content = '{}' where object = ${put.object}`,
    sql`update cooperation.release set constituency = null`,
    sql`insert into cooperation.deadlock (object, edition, body, effect, on_day) values (${put.object}, 1, ${body}, 'carryOver', clock.today())`,
    sql`insert into access.opening (object, edition, widest, at) values (${put.object}, 1, 'public', clock.now())`,
    sql`select access.open_to(${put.object}, 1, 'public')`,
  ])
    await assert.rejects(asApp(all, a, statement))
  const third = sql`insert into access.mandate (id, person, organisation, body, role, from_day, basis, granted_by, recorded_at)
    values (gen_random_uuid(), ${all.delegate.person}, ${organisation(awo)}, ${body}, 'chair', '2026-01-01', 'selbst', ${office.person}, clock.now())`
  await assert.rejects(asApp(all, office, third), /at most two chairs/)
  assert.equal(ok<RulesPage>(await a.get(`/bodies/${body}/rules`)).inForce, null)
})

test('a chair who says "so nicht" hands the edition back: both read why, nobody releases it any more, the next edition is free (B21)', async (t) => {
  const all = await twoChairs(t)
  const { office, a, b, delegate, body, house } = all
  const put = ok<{ object: string; edition: number }>(
    await office.post(`/bodies/${body}/rules`, { procedure, validFrom: '2026-11-22' }),
  )
  await house.settle()
  const owed = async () =>
    ok<{ duties: Duty[] }>(await office.get(`/duties?body=${body}`)).duties.filter(
      (duty) => duty.subject?.id === put.object,
    )
  assert.deepEqual(
    (await owed()).map((duty) => [duty.kind, duty.state]),
    [['release', 'open']],
  )
  ok(await a.post('/releases', put))
  assert.equal((await delegate.post('/releases/objection', { ...put, reason: 'Nein' })).body.code, 'notChair')
  ok(await b.post('/releases/objection', { ...put, reason: 'Die Frist ist zu kurz.' }))
  for (const chair of [a, b]) {
    const seen = ok<Releases>(await chair.get(`/releases?object=${put.object}`))
    assert.deepEqual(
      [seen.returned?.reason, seen.released, seen.mayRelease, seen.mayReturn],
      ['Die Frist ist zu kurz.', false, false, false],
    )
    assert.equal((await chair.post('/releases', put)).body.code, 'handedBack')
  }
  assert.equal((await owed())[0]!.state, 'done')
  const key = (
    who: typeof a,
  ) => sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
    select ${put.object}, 1, ${body}, ${who.person}, ${who.organisation}, m.id, clock.now() from access.mandate m where m.person = ${who.person} and m.role = 'chair'`
  await assert.rejects(asApp(all, b, key(b)), /handed back/)
  await adopt(all, { noticeDays: 21 })
  assert.equal(ok<RulesPage>(await a.get(`/bodies/${body}/rules`)).inForce?.edition, 2)
})

test('a deputy gives the key of the absent chair that has named it, marked so, and never otherwise (B21)', async (t) => {
  const all = await twoChairs(t)
  const { office, a, b, deputyA, deputyB, delegate, body, organisation } = all
  await adopt(all)
  const put = ok<{ object: string; edition: number }>(
    await office.post(`/bodies/${body}/rules`, {
      procedure: { ...procedure, noticeDays: 21 },
      validFrom: '2026-11-22',
    }),
  )
  const code = async (who: typeof a) => (await who.post('/releases', put)).body.code
  assert.equal(await code(deputyA), 'notChair')
  const name = (who: typeof a, deputy: typeof a) =>
    who.post(`/bodies/${body}/stand-in`, { person: deputy.person, organisation: deputy.organisation })
  assert.equal((await name(a, deputyB)).body.code, 'notDeputy', 'the other side stands in for nobody here')
  assert.equal((await name(a, delegate)).body.code, 'notDeputy')
  assert.equal((await name(office, deputyA)).status, 403)
  ok(await name(a, deputyA))
  ok(await name(b, deputyB))
  assert.equal(await code(deputyA), 'notChair', 'the chair is there')
  ok(await a.post('/absences', { from: '2026-11-22', until: '2026-11-25' }))
  const forA = ok<Releases>(await deputyA.post('/releases', put))
  assert.deepEqual(
    [forA.given[0]!.onBehalf?.id, forA.given[0]!.organisation.id, forA.released],
    [a.person, a.organisation, false],
  )
  assert.equal(await code(a), 'alreadyReleased', 'the key is given, also for the chair itself')
  assert.equal(await code(deputyB), 'notChair', 'the other chair is not away')
  // With SQL of its own the deputy gives no second key and none for the other side.
  const forged = sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, on_behalf, at)
    select ${put.object}, 2, ${body}, ${deputyA.person}, ${organisation(caritas)}, m.id, ${b.person}, clock.now() from access.mandate m where m.person = ${deputyA.person} and m.role = 'deputy'`
  await assert.rejects(asApp(all, deputyA, forged), /deputy gives the key only/)
  assert.equal(ok<Releases>(await b.post('/releases', put)).released, true)
})

test('both chairs cannot name the same stand-in, nor two of one organisation, also not with SQL', async (t) => {
  const all = await twoChairs(t)
  const { a, b, deputyA, body } = all
  ok(await a.post(`/bodies/${body}/stand-in`, { person: deputyA.person, organisation: deputyA.organisation }))
  const same = sql`insert into cooperation.stand_in (id, body, chair, organisation, deputy, deputy_organisation, named_at)
    values (gen_random_uuid(), ${body}, ${b.person}, ${b.organisation}, ${deputyA.person}, ${deputyA.organisation}, clock.now())`
  await assert.rejects(asApp(all, b, same))
  const forOther = sql`insert into cooperation.stand_in (id, body, chair, organisation, deputy, deputy_organisation, named_at)
    values (gen_random_uuid(), ${body}, ${b.person}, ${b.organisation}, ${all.deputyB.person}, ${all.deputyB.organisation}, clock.now())`
  await assert.rejects(asApp(all, a, forOther))
  ok(await a.post(`/bodies/${body}/stand-in/end`))
  assert.equal((await a.post(`/bodies/${body}/stand-in/end`)).body.code, 'noStandIn')
})

test('when one key stays out, the rule takes effect after its days: a duty for the body in the same words, never a release (B21)', async (t) => {
  const all = await twoChairs(t)
  const { house, office, a, b, body } = all
  const rules = await adopt(all, { deadlockDays: 14, deadlock: 'mediation' })
  const put = ok<{ object: string; edition: number }>(
    await office.post(`/bodies/${body}/rules`, {
      procedure: { ...procedure, deadlock: 'mediation', noticeDays: 30 },
      validFrom: '2026-11-22',
    }),
  )
  ok(await a.post('/releases', put))
  const deadlocks = async () => {
    const by = await again(house, office)
    return ok<{ duties: Duty[] }>(await by.get(`/duties?body=${body}`)).duties.filter(
      (duty) => duty.kind === 'deadlock',
    )
  }
  await house.moveTo('2026-12-05T08:00:00Z')
  assert.equal((await deadlocks()).length, 0, 'thirteen days')
  await house.moveTo('2026-12-06T08:00:00Z')
  const [duty] = await deadlocks()
  assert.deepEqual(
    [duty?.title.startsWith('Vermittlung verabreden'), duty?.because.object, duty?.because.edition],
    [true, rules.object, 1],
  )
  assert.match(duty!.because.clause, /Geschäftsordnung, Fassung 1/)
  const later = await again(house, b)
  const seen = ok<Releases>(await later.get(`/releases?object=${put.object}`))
  assert.deepEqual([seen.released, seen.deadlock], [false, { effect: 'mediation', on: '2026-12-06' }])
  // The same reminder for both chairs, word for word but for the name.
  const { rows } = await house.asOwner((db) =>
    sql<{
      person: string
      data: unknown
    }>`select person, data from mail.message where object = ${duty!.id} and person in (${a.person}, ${b.person}) order by person`.execute(
      db,
    ),
  )
  assert.equal(new Set(rows.map((row) => row.person)).size, 2)
  assert.deepEqual(rows[0]!.data, rows[1]!.data)
  await house.moveTo('2026-12-08T08:00:00Z')
  assert.equal((await deadlocks()).length, 1, 'said once')
  assert.equal(
    ok<Releases>(await (await again(house, b)).post('/releases', put)).released,
    true,
    'the second key still releases',
  )
  assert.equal((await deadlocks())[0]!.state, 'done')
})

test('something becomes public only when both chairs release the publication as well; a released result alone is for the body (B21)', async (t) => {
  const all = await twoChairs(t)
  const { house, office, a, b, body } = all
  const stranger = sql<{ audience: string }>`select audience from kit.object where id = `
  const { object } = await adopt(all)
  const audience = async () =>
    (await house.asOwner((db) => sql<{ audience: string }>`${stranger}${object}`.execute(db))).rows[0]!.audience
  assert.equal((await all.delegate.post('/publications', { object })).status, 403)
  const { publication } = ok<{ publication: string }>(await office.post('/publications', { object }))
  assert.equal((await a.post('/publications', { object })).body.code, 'publishedAlready')
  const widen = sql`update kit.object set audience = 'public', revision = revision + 1 where id = ${object}`
  await assert.rejects(asApp(all, a, widen), /only the chairs together/)
  ok(await a.post('/releases', { object: publication, edition: 1 }))
  await assert.rejects(asApp(all, a, widen), /only the chairs together/)
  await house.settle()
  assert.equal(await audience(), 'body')
  ok(await b.post('/releases', { object: publication, edition: 1 }))
  await house.settle()
  assert.equal(await audience(), 'public')
  assert.equal(ok<{ public: boolean }>(await b.get(`/publications?object=${object}`)).public, true)
  assert.ok(body)
})

test('the yearly look back counts what the body did, and names no person (A18)', async (t) => {
  const all = await twoChairs(t, '2026-01-10T08:00:00Z')
  const { house, body } = all
  await adopt(all, { meetsPerYear: 2, noticeDays: 14 }, '2026-01-10')
  const held = async (day: string) => {
    const chair = await again(house, all.a)
    const made = ok<{ object: { id: string; revision: number } }>(
      await chair.post('/meetings', { body, day, starts: '14:00', place: 'Landratsamt' }),
    )
    await house.moveTo(`${day}T08:00:00Z`)
    ok(await (await again(house, all.b)).act(`/meetings/${made.object.id}/holding`, made.object.revision))
  }
  await held('2026-03-03')
  await house.moveTo('2027-01-10T08:00:00Z')
  const back = ok<SelfCheck>(await (await again(house, all.office)).get(`/bodies/${body}/self-check?year=2026`))
  assert.deepEqual(
    back.lines.map((line) => [line.rule, line.kept, line.of, line.asked]).slice(0, 3),
    [
      ['meetings', 1, 1, 2],
      ['notice', 0, 1, 14],
      ['release', 1, 1, null],
    ],
    'from 10 January on, two whole meetings a year do not fit twice; no invitation went out',
  )
  for (const who of [all.a, all.b, all.office]) assert.ok(!JSON.stringify(back).includes(who.person))
})
