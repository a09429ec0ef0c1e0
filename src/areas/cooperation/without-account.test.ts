// People who never sign in: a reminder can be answered from the mail, once; and the office records what it was told. Neither replaces a key.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { addPerson, again, agree, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Duty, LinkedDuty } from '#kit/duties/contract.ts'
import type { Notification } from './contract/told.ts'
import { argeMuenchen } from './fixtures/arge-muenchen.ts'
import type { BodyFixture } from './fixtures/fixture.ts'

const caritas = 'Caritas im Landkreis München'
const reporting = {
  ...argeMuenchen,
  agreement: {
    ...argeMuenchen.agreement,
    clauses: [
      {
        number: '§ 5',
        heading: 'Bericht',
        text: 'Jede Partei berichtet jährlich bis 15. Dezember ihren Mitgliedern.',
        strength: 'must',
        duty: { kind: 'report', from: 'parties', to: 'body', time: { when: 'yearly', due: '12-15' } },
      },
      {
        number: '§ 6',
        heading: 'Ansprechperson',
        text: 'Jede Partei soll ihre Ansprechperson jährlich bestätigen.',
        strength: 'should',
        duty: { kind: 'contact', months: 1, from: 'parties', to: 'body' },
      },
    ],
  },
} as unknown as BodyFixture

async function reminded(t: TestContext) {
  const house = await testHouse(t)
  const founded = await foundBody(house, reporting)
  const severin = await addPerson(house, founded.founder, {
    name: 'Severin Haslinger',
    organisation: founded.organisation(caritas),
    roles: ['head', 'admin'],
  })
  await agree(founded, reporting)
  await house.settle()
  await house.moveTo('2026-12-10T08:00:00Z')
  return { house, ...founded, founder: await again(house, founded.founder), severin: await again(house, severin) }
}

/** The token in the newest reminder to this person about a duty of this kind. */
async function tokenFor(house: TestHouse, person: TestPerson, kind: string): Promise<string> {
  const { rows } = await house.asOwner((db) =>
    sql<{ token: string }>`select m.data->>'token' as token from mail.message m join duties.duty d on d.id = m.object
      where m.person = ${person.person} and m.template = 'duties.reminder' and d.kind = ${kind} and m.data ? 'token'
      order by m.created desc, m.id limit 1`.execute(db),
  )
  assert.ok(rows[0], `no reminder about ${kind} reached ${person.name}`)
  return rows[0].token
}
const statesOf = async (who: TestPerson, debtor: string, kind: string) =>
  ok<{ duties: Duty[] }>(await who.get(`/duties?debtor=${debtor}`))
    .duties.filter((duty) => duty.kind === kind && duty.due <= '2026-12-31')
    .map(({ state }) => state)

test('a reminder is answered from the mail without signing in: opening changes nothing, the button counts once', async (t) => {
  const { house, founder, severin } = await reminded(t)
  const token = await tokenFor(house, severin, 'report')
  const { rows } = await house.asOwner((db) =>
    sql<{
      n: number
    }>`select count(*)::int as n from access.act_link where digest = convert_to(${token}, 'UTF8')`.execute(db),
  )
  assert.equal(rows[0]!.n, 0, 'the database holds no token')
  const look = async () => ok<LinkedDuty>(await house.visitor.get(`/duty-links/${token}`))
  for (let scanned = 0; scanned < 3; scanned += 1) await look()
  const seen = await look()
  assert.deepEqual(
    [seen.state, seen.person, seen.organisation, seen.duty?.clause, seen.can],
    ['open', 'Severin Haslinger', caritas, '§ 5 Bericht', ['state']],
  )
  assert.deepEqual(await statesOf(founder, severin.organisation, 'report'), ['open'])

  const said = { day: '2026-12-09', text: 'In der Mitgliederversammlung vom 9. Dezember berichtet.' }
  const send = async (body: object) => {
    const reply = await house.visitor.post(`/duty-links/${token}/statement`, body)
    return reply.status === 200 ? 'done' : (reply.body.code as unknown as string)
  }
  assert.equal(await send({ ...said, day: '2026-12-24' }), 'dayToCome')
  assert.equal(await send({ ...said, text: '' }), 'invalidInput')
  assert.equal((await look()).state, 'open', 'what was refused has not used up the link')
  assert.equal(await send(said), 'done')
  assert.equal(await send(said), 'linkUsed')
  assert.equal((await look()).state, 'used')
  assert.deepEqual(await statesOf(founder, severin.organisation, 'report'), ['done'])
  await house.settle()
  const { rows: entries } = await house.asOwner((db) =>
    sql<{
      person: string
      organisation: string
    }>`select person, organisation from journal.entry where verb = 'duty.stated'`.execute(db),
  )
  assert.deepEqual(entries, [{ person: severin.person, organisation: severin.organisation }])
})

test('a link of somebody who no longer acts there does not open, nor does one that is two months old or made up', async (t) => {
  const { house, severin } = await reminded(t)
  const token = await tokenFor(house, severin, 'report')
  const said = { day: '2026-12-09', text: 'Berichtet.' }
  assert.equal((await house.visitor.get(`/duty-links/${'x'.repeat(40)}`)).status, 404)
  assert.equal((await house.visitor.post(`/duty-links/${'x'.repeat(40)}/statement`, said)).body.code, 'linkUsed')
  await house.asOwner((db) => sql`update access.act_link set expires = clock.now()`.execute(db))
  assert.equal(ok<LinkedDuty>(await house.visitor.get(`/duty-links/${token}`)).state, 'over')
  assert.equal((await house.visitor.post(`/duty-links/${token}/statement`, said)).body.code, 'linkUsed')
  await house.asOwner((db) => sql`update access.act_link set expires = clock.now() + interval '1 day'`.execute(db))
  await house.asOwner((db) =>
    sql`update access.mandate set superseded_at = clock.now() where person = ${severin.person}`.execute(db),
  )
  assert.equal(ok<LinkedDuty>(await house.visitor.get(`/duty-links/${token}`)).state, 'ended')
  assert.equal((await house.visitor.post(`/duty-links/${token}/statement`, said)).body.code, 'linkUsed')
})

test('the office records what a member told, with the mail attached; a "soll" can be reasoned so, a "muss" cannot, and no key is given', async (t) => {
  const { house, founder, severin, body, organisation } = await reminded(t)
  const due = ok<{ duties: Duty[] }>(await founder.get(`/duties?debtor=${severin.organisation}`)).duties
  const of = (kind: string) => due.find((duty) => duty.kind === kind && duty.state === 'open')!.id
  const tell = async (who: TestPerson, more: object) => {
    const reply = await who.post(`/bodies/${body}/notifications`, {
      duty: of('report'),
      teller: 'Hanna Amtsfrau, Vorstandsbüro',
      toldOn: '2026-12-09',
      effect: 'state',
      text: 'Der Bericht wurde am 8. Dezember gegeben.',
      ...more,
    })
    return reply.status === 200 ? (reply.body as unknown as { id: string }).id : (reply.body.code as unknown as string)
  }
  assert.equal(await tell(severin, {}), 'forbidden')
  assert.equal(await tell(founder, { effect: 'reason' }), 'reasonOfShould')
  assert.equal(await tell(founder, { toldOn: '2026-12-24' }), 'toldInFuture')
  const id = await tell(founder, {})
  assert.match(id, /^[0-9a-f-]{36}$/)
  ok(await founder.upload(`/objects/${id}/files`, 'mail.txt', 'Von: hanna@example.org\n\nBerichtet am 8. Dezember.'))
  await house.settle()
  assert.deepEqual(await statesOf(founder, severin.organisation, 'report'), ['done'])
  assert.equal(await tell(founder, {}), 'dutySettled')
  const told = ok<{ notifications: Notification[] }>(await severin.get(`/duties/${of('report')}/notifications`))
  assert.deepEqual(
    told.notifications.map((one) => [one.teller, one.organisation.title, one.files.map(({ name }) => name)]),
    [['Hanna Amtsfrau, Vorstandsbüro', caritas, ['mail.txt']]],
  )
  const awo = await addPerson(house, founder, {
    name: 'Fremde AWO',
    organisation: organisation('Arbeiterwohlfahrt Kreisverband München-Land'),
    roles: ['planner'],
    body: { id: body, role: 'delegate' },
  })
  assert.deepEqual(
    ok<{ notifications: Notification[] }>(await awo.get(`/duties/${of('report')}/notifications`)).notifications,
    [],
  )
  const soft = due.find((duty) => duty.kind === 'contact' && duty.strength === 'should')
  if (soft) {
    assert.match(
      await tell(founder, { duty: soft.id, effect: 'reason', text: 'Die Stelle ist unbesetzt.' }),
      /^[0-9a-f-]{36}$/,
    )
    await house.settle()
    assert.ok((await statesOf(founder, severin.organisation, 'contact')).includes('reasoned'))
  }
  const { rows } = await house.asOwner((db) => sql`select from cooperation.release`.execute(db))
  assert.equal(rows.length, 0)
})
