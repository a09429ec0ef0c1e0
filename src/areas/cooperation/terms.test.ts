// Terms that end, over two terms of a simulated body: exactly the expected alarms, none false, none missing; resignation, interim, extension.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, again, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Body, Election, ElectionsOfBody } from './contract.ts'
import { bagOberbayern } from './fixtures/bag-oberbayern.ts'
import { alarmOf, chairStanding } from './rules/terms.ts'

async function twoChairs(t: TestContext) {
  const house = await testHouse(t)
  const { founder, body, organisation } = await foundBody(house, bagOberbayern)
  const local = ok<Body>(await founder.get(`/bodies/${body}`)).constituencies.find((one) => one.chair === 'elected')!.id
  const people: Record<string, TestPerson> = { founder }
  for (const [key, name, of] of [
    ['hanna', 'Hanna Ebersberger', 'Ebersberg'],
    ['theo', 'Theo Dachauer', 'Dachau'],
  ] as const)
    people[key] = await addPerson(house, founder, {
      name,
      organisation: organisation(`Landkreis ${of}`),
      roles: ['admin', 'planner'],
      body: { id: body, role: 'delegate' },
    })
  const by = (name: string) => people[name]!
  const moveTo = async (day: string) => {
    await house.moveTo(`${day}T08:00:00Z`)
    for (const [name, person] of Object.entries(people)) people[name] = await again(house, person)
  }
  const send = (who: string, role: string, from: string, until: string | null) =>
    by('founder').post(`/bodies/${body}/mandates`, {
      organisation: by(who).organisation,
      role,
      person: by(who).person,
      from,
      until,
      basis: 'Wahl in der konstituierenden Sitzung',
    })
  const alarms = async () =>
    ok<{ duties: Duty[] }>(await by('founder').get(`/duties?body=${body}`))
      .duties.filter((one) => one.kind === 'reelect' || one.kind === 'resend')
      .map((one) => `${one.kind} ${one.debtor!.title} bis ${one.due}: ${one.state}`)
  const elect = async (who: string, day: string, more: object = {}) => {
    const { id } = ok<{ id: string }>(
      await by('founder').post(`/bodies/${body}/elections`, { constituency: local, day, ...more }),
    )
    const { candidates, head } = ok<Election>(
      await by(who).post(`/elections/${id}/candidates`, { person: by(who).person, organisation: by(who).organisation }),
    )
    ok(
      await by('founder').act(
        `/elections/${id}/rounds`,
        ok<Election>(await by('founder').get(`/elections/${id}`)).head.revision,
        { present: 20, votes: [{ candidate: candidates[0]!.id, votes: 20 }] },
      ),
    )
    ok(await by(who).post(`/elections/${id}/answer`, { accepts: true }))
    return head.id
  }
  const overview = async (who = 'founder') => ok<ElectionsOfBody>(await by(who).get(`/bodies/${body}/elections`))
  const group = async (who?: string) => (await overview(who)).terms.find((one) => one.kind === 'elected')!
  const chairsOn = async (on: string) =>
    ok<{ mandates: { person: { title: string }; role: string }[] }>(
      await by('founder').get(`/mandates?body=${body}&on=${on}`),
    )
      .mandates.filter((one) => one.role === 'chair')
      .map((one) => one.person.title)
  return { house, body, local, by, moveTo, send, alarms, elect, overview, group, chairsOn }
}
const bag = bagOberbayern.body.name
const code = (reply: { status: number; body: Record<string, unknown> }) => [reply.status, reply.body.code]

test('six months before the end of a term a duty arises that names its rule, an election ends it, over two terms none is false (B35)', async (t) => {
  const { body, local, by, moveTo, send, alarms, elect, group, chairsOn } = await twoChairs(t)
  ok(await send('hanna', 'chair', '2026-11-22', '2029-11-22'))
  ok(await send('founder', 'chair', '2026-11-22', null))
  await moveTo('2029-05-21')
  assert.deepEqual(await alarms(), [], 'a day too early')
  await moveTo('2029-05-22')
  assert.deepEqual(await alarms(), [`reelect ${bag} bis 2029-11-07: open`])
  const [duty] = ok<{ duties: Duty[] }>(await by('founder').get(`/duties?body=${body}`)).duties.filter(
    (one) => one.kind === 'reelect',
  )
  assert.match(duty!.because.clause, /Amtszeit von 3 Jahren aus der Gründung/)
  assert.equal(
    duty!.title,
    'Neuwahl auf die Tagesordnung setzen: Vorsitz für Landkreise und kreisfreie Städte (Amtszeit endet am 21.11.2029)',
  )
  const election = ok<{ id: string }>(
    await by('founder').post(`/bodies/${body}/elections`, { constituency: local, day: '2029-09-20' }),
  ).id
  await moveTo('2029-06-01')
  assert.deepEqual(await alarms(), [`reelect ${bag} bis 2029-11-07: done`], 'announced')
  // Called off: it is owed anew, and nothing is forgotten.
  const shown = ok<Election>(await by('founder').get(`/elections/${election}`))
  ok(
    await by('founder').act(`/elections/${election}/cancellation`, shown.head.revision, {
      because: 'Die Sitzung fällt aus',
    }),
  )
  await moveTo('2029-06-03')
  assert.deepEqual((await alarms()).toSorted(), [
    `reelect ${bag} bis 2029-11-07: done`,
    `reelect ${bag} bis 2029-11-07: open`,
  ])
  await elect('theo', '2029-06-03')
  await moveTo('2029-12-01')
  assert.deepEqual([...new Set((await alarms()).map((one) => one.split(': ')[1]))], ['done'])
  assert.deepEqual(
    [await chairsOn('2029-11-21'), await chairsOn('2029-11-22')].map((one) => one.toSorted()),
    [
      ['Erika Muster', 'Hanna Ebersberger'],
      ['Erika Muster', 'Theo Dachauer'],
    ],
  )
  // The second term, elected on time, raises its own alarm and nothing before it.
  assert.deepEqual([(await group()).chair!.until, (await group()).alarmFrom], ['2032-11-22', '2032-05-22'])
  await moveTo('2032-05-21')
  assert.equal((await alarms()).length, 2)
  await moveTo('2032-05-22')
  assert.deepEqual(
    (await alarms()).filter((one) => one.endsWith('open')),
    [`reelect ${bag} bis 2032-11-07: open`],
  )
  // Nobody was elected: the chair is vacant, and the duty is late.
  await moveTo('2032-12-01')
  assert.deepEqual([(await group()).chair, (await group()).vacantSince], [null, '2032-11-22'])
  assert.deepEqual(
    (await alarms()).filter((one) => one.endsWith('overdue')),
    [`reelect ${bag} bis 2032-11-07: overdue`],
  )
})

test('a chair resigns: for itself from a day on, recorded by the office a week ahead where there is no house of its own; the election fills the rest of the term', async (t) => {
  const { house, body, by, moveTo, send, alarms, elect, group, chairsOn } = await twoChairs(t)
  ok(await send('hanna', 'chair', '2026-11-22', '2029-11-22'))
  ok(await send('founder', 'chair', '2026-11-22', null))
  await moveTo('2027-03-01')
  const mandate = (await group()).chair!.mandate
  const resign = (who: string, what: object) => by(who).post(`/bodies/${body}/resignations`, { mandate, ...what })
  assert.deepEqual(code(await resign('theo', { lastDay: '2027-03-31' })), [409, 'notYourChair'])
  assert.deepEqual(code(await resign('founder', { lastDay: '2027-03-31' })), [409, 'notYourChair'])
  assert.deepEqual(code(await resign('founder', { lastDay: '2027-03-03', source: 'Mail vom 28.2.2027' })), [
    409,
    'ownHouse',
  ])
  assert.deepEqual(code(await resign('hanna', { lastDay: '2027-02-27' })), [409, 'resignedTooSoon'])
  ok(await resign('hanna', { lastDay: '2027-03-31' }))
  await house.settle()
  const { rows: mails } = await house.asOwner((db) =>
    sql<{ n: number }>`select count(*)::int as n from mail.message where data->>'what' = 'chair.resigned'`.execute(db),
  )
  assert.equal(mails[0]!.n, 2, 'both chairs, one of them the office too, learn of it by mail')
  assert.deepEqual(await alarms(), [`reelect ${bag} bis 2027-03-29: open`])
  assert.deepEqual([(await group()).chair!.resigned, (await group()).restUntil], [true, '2029-11-22'])
  const election = await elect('theo', '2027-03-01', { from: '2027-04-01' })
  const { occasion, from, until } = ok<Election>(await by('founder').get(`/elections/${election}`))
  assert.deepEqual([occasion, from, until], ['vacancy', '2027-04-01', '2029-11-22'], 'the rest of the term')
  await moveTo('2027-04-02')
  assert.deepEqual(await alarms(), [`reelect ${bag} bis 2027-03-29: done`])
  assert.deepEqual(
    [await chairsOn('2027-03-31'), await chairsOn('2027-04-01')].map((one) => one.toSorted()),
    [
      ['Erika Muster', 'Hanna Ebersberger'],
      ['Erika Muster', 'Theo Dachauer'],
    ],
  )
  // A house with an administration of its own ends its chair itself; for one that has none the office records it, a week ahead.
  const next = (await group()).chair!.mandate
  const told = { mandate: next, lastDay: '2027-04-09', source: 'Mail von Theo Dachauer am 1.4.2027' }
  assert.deepEqual(code(await by('founder').post(`/bodies/${body}/resignations`, told)), [409, 'ownHouse'])
  await house.asOwner((db) =>
    sql`update access.mandate set superseded_at = clock.now() where organisation = ${by('theo').organisation} and body is null and role = 'admin'`.execute(
      db,
    ),
  )
  const soon = { ...told, lastDay: '2027-04-05' }
  assert.deepEqual(code(await by('founder').post(`/bodies/${body}/resignations`, soon)), [409, 'weekAhead'])
  ok(await by('founder').post(`/bodies/${body}/resignations`, told))
  assert.deepEqual(
    [await chairsOn('2027-04-09'), await chairsOn('2027-04-10')].map((one) => one.length),
    [2, 1],
  )
})

test('no false alarm when the term was extended, and the interim only where the rules say so', async (t) => {
  const { house, body, local, by, moveTo, send, alarms, group, chairsOn } = await twoChairs(t)
  ok(await send('hanna', 'chair', '2026-11-22', '2027-03-22'))
  ok(await send('founder', 'chair', '2026-11-22', null))
  await house.settle()
  assert.deepEqual(await alarms(), [`reelect ${bag} bis 2027-03-07: open`])
  const go = (who: string) => by(who).post(`/bodies/${body}/interim`, { constituency: local })
  await moveTo('2027-03-01')
  assert.deepEqual(code(await go('hanna')), [409, 'noInterim'], 'without a rule nobody goes on')
  await house.asOwner((db) =>
    sql
      .raw(`create or replace function cooperation.election_rules(p_body uuid, out quorum text, out majority text, out secret_ballot boolean, out term_alarm_months integer,
        out interim text, out notice_days integer, out edition integer) language plpgsql stable security definer set search_path = '' as $$
        begin quorum := 'none'; majority := 'cast'; secret_ballot := false; term_alarm_months := 6; interim := 'continue'; notice_days := 14; edition := 1; end $$`)
      .execute(db),
  )
  assert.deepEqual(code(await go('theo')), [409, 'noInterim'])
  // The chair goes on by the rules of the body alone: neither as administration of the own house nor as an office.
  await house.asOwner((db) =>
    sql`update access.mandate set superseded_at = clock.now() where person = ${by('hanna').person} and role = 'admin'`.execute(
      db,
    ),
  )
  ok(await go('hanna'))
  assert.deepEqual(code(await go('hanna')), [409, 'noInterim'], 'once')
  assert.deepEqual(
    [await chairsOn('2027-03-22'), await chairsOn('2027-09-21'), await chairsOn('2027-09-22')].map((one) => one.length),
    [2, 2, 1],
  )
  await moveTo('2027-03-25')
  assert.equal((await group()).chair!.interim, true)
  assert.deepEqual(
    (await alarms()).map((one) => one.split(': ')[1]),
    ['overdue'],
    'an interim is no election',
  )
  // The chair is filled for longer by another way: what was owed falls away.
  await house.asOwner((db) =>
    sql`update access.mandate set superseded_at = clock.now() where body = ${body} and role = 'chair' and person = ${by('hanna').person} and superseded_at is null`.execute(
      db,
    ),
  )
  ok(await send('theo', 'chair', '2027-03-25', null))
  await house.settle()
  assert.deepEqual(
    (await alarms()).map((one) => one.split(': ')[1]),
    ['doneLate'],
  )
})

test('whoever sends somebody for a time is asked to send anew, the authority like the associations', async (t) => {
  const { house, by, moveTo, send, alarms, body } = await twoChairs(t)
  ok(await send('founder', 'chair', '2026-11-22', '2028-01-01'))
  const people = ok<Body>(await by('founder').get(`/bodies/${body}`)).people
  const own = people.find((one) => one.person.id === by('theo').person)!
  ok(await by('theo').post(`/mandates/${own.mandate}/end`, { until: '2028-01-01', because: 'Auf Zeit entsandt' }))
  await moveTo('2027-06-30')
  assert.deepEqual(await alarms(), [])
  await moveTo('2027-07-01')
  assert.deepEqual((await alarms()).toSorted(), [
    'resend Bezirk Oberbayern bis 2027-12-17: open',
    'resend Landkreis Dachau bis 2027-12-17: open',
  ])
  const more = await addPerson(house, by('theo'), { name: 'Vera Nachfolgerin', roles: ['planner'] })
  ok(
    await by('theo').post(`/bodies/${body}/mandates`, {
      organisation: more.organisation,
      role: 'delegate',
      person: more.person,
      from: '2028-01-01',
      basis: 'Schreiben vom 5.7.2027',
    }),
  )
  await house.settle()
  await moveTo('2027-07-02')
  assert.deepEqual((await alarms()).toSorted(), [
    'resend Bezirk Oberbayern bis 2027-12-17: open',
    'resend Landkreis Dachau bis 2027-12-17: done',
  ])
})

test('the days of an alarm, without a database', () => {
  const rules = { months: 6, noticeDays: 14 }
  assert.deepEqual(alarmOf('2029-11-22', '2026-11-22', rules), { opens: '2029-05-22', due: '2029-11-07' })
  assert.deepEqual(
    alarmOf('2027-04-01', '2027-03-01', rules),
    { opens: '2027-03-01', due: '2027-03-29' },
    'known late: four weeks',
  )
  const term = (from: string, until: string | null, more: object = {}) => ({
    from,
    until,
    interim: false,
    recorded_on: from,
    shortened: false,
    was_until: null,
    ...more,
  })
  assert.equal(chairStanding([], '2027-01-01', rules).alarm, null)
  assert.equal(chairStanding([term('2026-01-01', null)], '2027-01-01', rules).alarm, null, 'no end, no alarm')
  const both = chairStanding(
    [term('2026-01-01', '2027-01-01'), term('2027-01-01', '2027-07-01', { interim: true })],
    '2027-08-01',
    rules,
  )
  assert.deepEqual([both.current, both.last!.until, both.vacantSince], [null, '2027-01-01', '2027-07-01'])
})
