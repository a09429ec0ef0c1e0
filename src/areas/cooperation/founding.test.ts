// Founding: from an empty installation to duties, through HTTP on a real database.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, again, agree, foundBody, founders, ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { Agreement, Body } from './contract.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import { bagOberbayern } from './fixtures/bag-oberbayern.ts'

test('the ARGE: seven parties, seats of departments, in force only when the last has signed, then its duties arise once', async (t) => {
  const house = await testHouse(t)
  const caritas = 'Caritas im Landkreis München'
  const founded = await foundBody(house, argeMuenchen)
  const { founder, body, organisation } = founded
  const shown = async () => ok<Body>(await founder.get(`/bodies/${body}`))
  assert.deepEqual([(await shown()).standing, (await shown()).missing], ['informal', ['chair', 'agreement']])
  assert.equal((await shown()).seats.filter((seat) => seat.unit !== null).length, 4)
  const id = await agree(founded, argeMuenchen, { leave: [caritas] })
  await house.settle()
  const agreement = async () => ok<Agreement>(await founder.get(`/agreements/${id}`))
  assert.deepEqual(
    [(await agreement()).state, (await agreement()).parties.filter((party) => party.signed).length],
    ['offered', 6],
  )
  // Beside the signature that a party still owes, nothing is owed before the last one has signed.
  const duties = async () =>
    ok<{ duties: Duty[] }>(await founder.get(`/duties?because=${id}`)).duties.filter((duty) => duty.kind !== 'sign')
  assert.deepEqual(await duties(), [])

  const severin = await addPerson(house, founder, {
    name: 'Severin Haslinger',
    organisation: organisation(caritas),
    roles: ['admin', 'head'],
  })
  const signature = { edition: 1, day: '2026-11-22', place: 'Unterhaching', capacity: 'Geschäftsführung' }
  const signed = ok<{ inForce: boolean; missing: number }>(
    await severin.post(`/agreements/${id}/signatures`, signature),
  )
  assert.deepEqual(signed, { inForce: true, missing: 0 })
  await house.settle()
  await house.settle()
  assert.deepEqual(
    [(await agreement()).state, (await agreement()).inForce],
    ['inForce', { edition: 1, since: '2026-11-22' }],
  )
  const all = await duties()
  assert.deepEqual(
    all.map(({ kind, debtor, creditor, because, needed, due, state }) => [
      kind,
      debtor?.id,
      creditor?.id,
      because.clause,
      because.edition,
      needed,
      due,
      state,
    ]),
    [
      ['meet', body, body, '§ 2 Abs. 1 Treffen', 1, 2, '2027-12-31', 'open'],
      [
        'review',
        body,
        body,
        'Überprüfung am 15.05.2031, wie in der Vereinbarung genannt',
        1,
        1,
        '2031-05-15',
        'notYet',
      ],
    ],
  )
  assert.equal((await severin.post(`/agreements/${id}/signatures`, signature)).body.code, 'signedAlready')
  assert.equal((await shown()).standing, 'agreed')
})

test('the Bezirksarbeitsgemeinschaft: 24 parties; what the 23 counties and cities owe, the Bezirk does not; years roll on', async (t) => {
  const house = await testHouse(t)
  const founded = await foundBody(house, bagOberbayern)
  const { body } = founded
  let { founder } = founded
  const indicator = '0198a000-0000-7000-8000-000000000001'
  await house.asOwner((db) =>
    sql`insert into kit.object (id, kind, title, owner, audience, created) values (${indicator}, 'indicator', 'Plätze in der Tagespflege', ${founder.organisation}, 'members', clock.now())`.execute(
      db,
    ),
  )
  const id = await agree(founded, bagOberbayern, { indicators: { dayCarePlaces: indicator } })
  await house.settle()
  const duties = async () => ok<{ duties: Duty[] }>(await founder.get(`/duties?because=${id}`)).duties
  const deliver = async () => (await duties()).filter((duty) => duty.kind === 'deliver')
  assert.equal((await deliver()).length, 23)
  assert.ok(
    (await deliver()).every(
      (duty) =>
        duty.debtor?.id !== founder.organisation &&
        duty.due === '2027-03-31' &&
        duty.state === 'notYet' &&
        duty.subject?.id === indicator,
    ),
  )
  assert.equal((await deliver())[0]!.title, 'Zahl liefern: Plätze in der Tagespflege, 2026')
  await house.moveTo('2027-02-03T08:00:00Z')
  founder = await again(house, founder)
  assert.equal((await deliver()).filter((duty) => duty.state === 'open').length, 23)
  assert.equal((await deliver()).length, 46)
  await house.moveTo('2028-02-03T08:00:00Z')
  founder = await again(house, founder)
  assert.deepEqual(
    (await duties()).filter((duty) => duty.kind === 'meet').map((duty) => [duty.due, duty.state]),
    [
      ['2027-12-31', 'overdue'],
      ['2028-12-31', 'open'],
      ['2029-12-31', 'notYet'],
    ],
  )
  assert.equal(
    ok<{ bodies: { id: string; members: number; overdue: number }[] }>(await founder.get('/bodies')).bodies.find(
      (one) => one.id === body,
    )!.members,
    24,
  )
})

test('reminders go to those who owe, in the same stages for all, and each once', async (t) => {
  const house = await testHouse(t)
  const founded = await foundBody(house, bagOberbayern)
  const { founder, organisation } = founded
  const theresa = await addPerson(house, founder, {
    name: 'Theresa Winkler',
    organisation: organisation('Landkreis Dachau'),
    roles: ['planner'],
  })
  const indicator = '0198a000-0000-7000-8000-000000000001'
  await house.asOwner((db) =>
    sql`insert into kit.object (id, kind, title, owner, audience, created) values (${indicator}, 'indicator', 'Plätze in der Tagespflege', ${founder.organisation}, 'members', clock.now())`.execute(
      db,
    ),
  )
  await agree(founded, bagOberbayern, { indicators: { dayCarePlaces: indicator } })
  await house.settle()
  const sent = async () =>
    (
      await house.asOwner((db) =>
        sql<{
          stage: string
          n: number
        }>`select split_part(dedupe, ':', 3) as stage, count(*)::int as n from mail.message
    where template = 'duties.reminder' and person = ${theresa.person} group by 1 order by min(created)`.execute(db),
      )
    ).rows
  await house.moveTo('2027-03-16T08:00:00Z')
  assert.deepEqual(await sent(), [])
  for (const day of ['03-17', '03-18', '03-31', '04-01', '04-10', '04-14', '05-14'])
    await house.moveTo(`2027-${day}T08:00:00Z`)
  assert.deepEqual(
    await sent(),
    ['soon', 'due', 'overdue', 'escalated', 'heads'].map((stage) => ({ stage, n: 1 })),
  )
})

test('founding asks for what it needs, in sentences, and leaves nothing half-written', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const seat = { organisation: erika.organisation }
  const body = { name: 'Runder Tisch', shortName: 'RT', mission: 'Sich abstimmen', form: 'forum', seats: [seat] }
  assert.equal((await erika.post('/bodies', { ...body, foundedOn: '2027-01-01' })).body.code, 'foundedInFuture')
  assert.equal((await erika.post('/bodies', { ...body, seats: [seat, seat] })).body.code, 'seatTwice')
  assert.equal((await erika.post('/bodies', { ...body, seats: [{ organisation: erika.person }] })).status, 400)
  assert.equal((await erika.post('/bodies', { ...body, seats: [{ ...seat, constituency: 'Unbekannt' }] })).status, 400)
  assert.equal(
    (
      await erika.post('/bodies', {
        ...body,
        seats: [
          {
            ...seat,
            unit: ok<{ id: string }>(
              await erika.post('/organisations', { name: 'Caritas', kind: 'association', side: 'free' }),
            ).id,
          },
        ],
      })
    ).status,
    400,
    'no department of it',
  )
  assert.deepEqual(ok<{ bodies: unknown[] }>(await erika.get('/bodies')).bodies, [])
  const { id } = ok<{ id: string }>(await erika.post('/bodies', body))
  assert.equal((await erika.post('/bodies', body)).body.code, 'bodyThere')
  assert.equal((await erika.post(`/bodies/${id}/seats`, { seats: [seat] })).body.code, 'seatTwice')
  const draft = {
    title: 'Vereinbarung',
    parties: [erika.organisation],
    clauses: [{ number: '§ 1', text: 'Wir treffen uns.', strength: 'must', duty: { kind: 'meet', perYear: 2 } }],
  }
  assert.equal(
    (await erika.post(`/bodies/${id}/agreements`, { ...draft, clauses: [...draft.clauses, ...draft.clauses] })).body
      .code,
    'numberTwice',
  )
  const agreement = ok<{ id: string }>(await erika.post(`/bodies/${id}/agreements`, draft)).id
  assert.equal((await erika.act(`/agreements/${agreement}/offer`, 1)).body.code, 'tooFewParties')
  assert.equal(
    (
      await erika.post(`/agreements/${agreement}/signatures`, {
        edition: 1,
        day: '2026-11-22',
        place: 'Hier',
        capacity: 'Leitung',
      })
    ).body.code,
    'notOffered',
  )
})
