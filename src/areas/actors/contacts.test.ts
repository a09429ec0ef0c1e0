// Contacts that stay alive: named, confirmed by a link, handed over when somebody leaves, and an alarm when nobody says that it is still right.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { addPerson, again, founders, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Organisation } from './contract.ts'

type Duty = { kind: string; due: string; state: string; because: { clause: string } }
const linkTo = async (house: TestHouse) => {
  const { rows } = await house.asOwner((db) =>
    sql<{
      token: string
      address: string
    }>`select data->>'token' as token, address from mail.message where template = 'access.contact' order by created desc, id limit 1`.execute(
      db,
    ),
  )
  return rows[0]
}
const mails = async (house: TestHouse) =>
  (await house.asOwner((db) => sql`select from mail.message where template = 'access.contact'`.execute(db))).rows.length
const contactOf = async (by: TestPerson, id = by.organisation) =>
  ok<Organisation>(await by.get(`/organisations/${id}`)).contact
const dutiesOf = async (by: TestPerson) =>
  ok<{ duties: Duty[] }>(await by.get(`/duties?debtor=${by.organisation}`)).duties.filter((one) =>
    /contact|Deputy|Contact/.test(one.kind),
  )
const open = async (by: TestPerson) =>
  (await dutiesOf(by)).filter((one) => /open|overdue/.test(one.state)).map((one) => [one.kind, one.due])

async function scene(house: TestHouse) {
  const erika = await founders(house)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['staff'] })
  const carla = await addPerson(house, erika, { name: 'Carla Muster', roles: ['staff'] })
  const at = `/organisations/${erika.organisation}/contact`
  const name = (more: object = {}) =>
    erika.put(at, 1, {
      person: bert.person,
      deputy: carla.person,
      email: 'bert@example.org',
      deputyEmail: 'carla@example.org',
      hours: 'Mo bis Do 9 bis 12 Uhr',
      replyDays: 3,
      ...more,
    })
  return { erika, bert, carla, at, name }
}

test('the named person confirms with the button behind a mailed link, without signing in, and opening it does nothing', async (t) => {
  const house = await testHouse(t)
  const { erika, bert, name } = await scene(house)
  assert.deepEqual(ok(await name({ audience: 'public' })), { asked: 'sent' })
  const { token, address } = (await linkTo(house))!
  assert.equal(address, bert.email)
  const stored = await house.asOwner((db) =>
    sql<{
      n: number
    }>`select count(*)::int as n from actors.confirmation where encode(digest, 'escape') like ${`%${token}%`}`.execute(
      db,
    ),
  )
  assert.equal(stored.rows[0]!.n, 0, 'only the hash is kept')
  for (let scan = 0; scan < 3; scan++) {
    const looked = ok<{ person: string; organisation: string; hours: string; replyDays: number }>(
      await house.visitor.get(`/contact-links/${token}`),
    )
    assert.deepEqual([looked.person, looked.hours, looked.replyDays], ['Bert Beispiel', 'Mo bis Do 9 bis 12 Uhr', 3])
  }
  assert.equal((await contactOf(erika))!.confirmedOn, null)
  const visible = () =>
    house.asOwner((db) =>
      sql<{ person: string }>`select person from actors.public_contact(${erika.organisation})`.execute(db),
    )
  assert.equal((await visible()).rows.length, 0, 'nobody is shown to everybody before saying yes')
  assert.deepEqual(ok(await house.visitor.post(`/contact-links/${token}`, { stays: true })), { became: 'confirmed' })
  assert.equal((await contactOf(erika))!.confirmedOn, '2026-11-22')
  assert.equal((await visible()).rows[0]!.person, 'Bert Beispiel')
  const twice = await house.visitor.post(`/contact-links/${token}`, { stays: true })
  assert.deepEqual([twice.status, twice.body.code], [409, 'linkUsed'])
  assert.match(String(twice.body.message), /gilt nicht mehr/)
  assert.equal((await house.visitor.get(`/contact-links/${token}`)).status, 404)
  const written = ok<{ entries: { verb: string; person: string | null }[] }>(
    await erika.get(`/history/${erika.organisation}`),
  ).entries
  assert.equal(written.find((one) => one.verb === 'organisation.contactConfirmed')?.person, bert.name)
})

test('a link that has run out, belongs to an earlier naming, or was never sent does nothing', async (t) => {
  const house = await testHouse(t)
  const { erika, carla, name } = await scene(house)
  ok(await name())
  const first = (await linkTo(house))!.token
  ok(await name({ person: carla.person, deputy: erika.person }))
  assert.equal((await house.visitor.post(`/contact-links/${first}`, { stays: true })).body.code, 'linkUsed')
  assert.equal((await house.visitor.post(`/contact-links/${'0'.repeat(64)}`, { stays: true })).body.code, 'linkUsed')
  const { rows } = await house.asOwner((db) =>
    sql<{
      token: string
    }>`select data->>'token' as token from mail.message where template = 'access.contact' and address = ${carla.email}`.execute(
      db,
    ),
  )
  await house.moveTo('2026-12-07T08:00:00Z')
  assert.equal((await house.visitor.post(`/contact-links/${rows[0]!.token}`, { stays: true })).body.code, 'linkUsed')
})

test('only the person itself confirms: no colleague, no administration, not with SQL', async (t) => {
  const house = await testHouse(t)
  const { erika, bert, carla, at, name } = await scene(house)
  ok(await name())
  for (const other of [erika, carla])
    assert.equal((await other.post(`${at}/confirmation`, { stays: true })).status, 403)
  assert.deepEqual(ok(await bert.post(`${at}/confirmation`, { stays: true })), { became: 'confirmed' })
  assert.deepEqual(ok(await name({ person: erika.person })), { asked: 'self' })
  assert.equal((await contactOf(erika))!.confirmedOn, '2026-11-22', 'who names herself has said it')
  assert.equal((await name({ deputy: bert.person })).body.code, 'deputyIsContact')
})

test('who leaves hands over: the deputy answers at once, the address of the one who left is gone, and a new deputy is owed', async (t) => {
  const house = await testHouse(t)
  const { erika, bert, carla, at, name } = await scene(house)
  ok(await name())
  ok(await bert.post(`${at}/confirmation`, { stays: true }))
  const mandate = ok<{ mandates: { id: string; person: { id: string } }[] }>(
    await erika.get(`/mandates?person=${bert.person}`),
  ).mandates[0]!
  ok(await erika.post(`/mandates/${mandate.id}/end`, { because: 'Stelle gewechselt' }))
  const now = (await contactOf(erika))!
  assert.deepEqual(
    [now.person.id, now.deputy, now.email, now.handedOver],
    [carla.person, null, 'carla@example.org', true],
  )
  await house.settle()
  assert.deepEqual(await open(erika), [['nameDeputy', '2026-12-06']])
  assert.match((await dutiesOf(erika))[0]!.because.clause, /Kontaktzusage der Organisation/)
  assert.equal((await contactOf(erika))!.handedOver, false, 'the hand-over is written down')
  await house.settle()
  assert.equal((await dutiesOf(erika)).length, 1, 'again without harm')
  ok(await name({ person: carla.person, deputy: erika.person }))
  await house.settle()
  assert.deepEqual((await dutiesOf(erika)).find((one) => one.kind === 'nameDeputy')?.state, 'done')
})

test('a mandate that runs out hands over by itself; without a deputy a contact is owed, and is done when one is named', async (t) => {
  const house = await testHouse(t)
  const { erika, name } = await scene(house)
  const dora = await addPerson(house, erika, { name: 'Dora Befristet', roles: ['staff'], until: '2027-01-01' })
  ok(await name({ person: dora.person, deputy: null }))
  ok(await dora.post(`/organisations/${erika.organisation}/contact/confirmation`, { stays: true }))
  await house.moveTo('2026-12-31T08:00:00Z')
  assert.deepEqual(await open(await again(house, erika)), [])
  await house.moveTo('2027-01-01T08:00:00Z')
  const later = await again(house, erika)
  assert.equal(await contactOf(later), null)
  assert.deepEqual(await open(later), [['nameContact', '2027-01-15']])
  await house.moveTo('2027-03-01T08:00:00Z')
  const March = await again(house, erika)
  assert.equal((await open(March)).length, 1, 'one alarm, not one a day')
  ok(await March.put(`/organisations/${erika.organisation}/contact`, 1, { person: erika.person }))
  await house.settle()
  assert.deepEqual(await open(March), [])
})

test('somebody who is the contact no longer says so with the link, and the deputy takes over', async (t) => {
  const house = await testHouse(t)
  const { erika, carla, name } = await scene(house)
  ok(await name())
  assert.deepEqual(ok(await house.visitor.post(`/contact-links/${(await linkTo(house))!.token}`, { stays: false })), {
    became: 'handedOver',
  })
  const now = (await contactOf(erika))!
  assert.deepEqual([now.person.id, now.confirmedOn], [carla.person, null])
  await house.settle()
  assert.deepEqual(
    (await open(erika)).map(([kind]) => kind),
    ['confirmContact'],
  )
})

test('two years: a confirmation grows old after the promised months, is asked for by mail once, and one answer settles it', async (t) => {
  const house = await testHouse(t)
  const { erika, bert, name } = await scene(house)
  ok(await name({ confirmMonths: 6 }))
  ok(await bert.post(`/organisations/${erika.organisation}/contact/confirmation`, { stays: true }))
  await house.settle()
  assert.deepEqual(await dutiesOf(erika), [], 'fresh: no alarm')
  const before = await mails(house)
  await house.moveTo('2027-05-07T08:00:00Z')
  assert.deepEqual(await open(await again(house, erika)), [])
  await house.moveTo('2027-05-08T08:00:00Z')
  assert.deepEqual(await open(await again(house, erika)), [['confirmContact', '2027-05-22']])
  await house.moveTo('2027-06-10T08:00:00Z')
  const late = await again(house, erika)
  assert.deepEqual(
    [(await dutiesOf(late)).map((one) => one.state), (await contactOf(late))!.fresh],
    [['overdue'], false],
  )
  assert.equal(await mails(house), before + 1, 'asked once')
  ok(await late.post(`/organisations/${erika.organisation}/contact/question`))
  ok(await house.visitor.post(`/contact-links/${(await linkTo(house))!.token}`, { stays: true }))
  await house.settle()
  assert.deepEqual(
    [(await dutiesOf(late)).map((one) => one.state), (await contactOf(late))!.fresh],
    [['doneLate'], true],
  )
  await house.moveTo('2027-11-26T08:00:00Z')
  assert.deepEqual(
    await open(await again(house, erika)),
    [['confirmContact', '2027-12-10']],
    'and again after six months',
  )
  await house.moveTo('2028-11-22T08:00:00Z')
  assert.equal((await dutiesOf(await again(house, erika))).length, 2)
})

test('who is shown to everybody has a deputy: no public contact without two people', async (t) => {
  const house = await testHouse(t)
  const { name } = await scene(house)
  const alone = await name({ deputy: null, audience: 'public' })
  assert.deepEqual([alone.status, alone.body.code], [409, 'publicNeedsDeputy'])
  assert.match(String(alone.body.message), /Vertretung/)
  ok(await name({ deputy: null }))
  ok(await name({ audience: 'public' }))
})

test('while the named person is away those who work with it read who answers instead, and nobody has to change the contact', async (t) => {
  const house = await testHouse(t)
  const { erika, bert, carla, name } = await scene(house)
  ok(await name())
  const shown = async () => {
    const { person, away, standIn } = (await contactOf(erika))!
    return [person.id, away, standIn?.id ?? null]
  }
  assert.deepEqual(await shown(), [bert.person, false, null])
  ok(await bert.post('/absences', { from: '2026-11-22', until: '2026-11-25' }))
  assert.deepEqual(await shown(), [bert.person, true, carla.person])
  ok(await carla.post('/absences', { from: '2026-11-22', until: '2026-11-25' }))
  assert.deepEqual(await shown(), [bert.person, true, null], 'nobody answers who is away as well')
  await house.moveTo('2026-11-25T08:00:00Z')
  const { away } = (await contactOf(await again(house, erika)))!
  assert.equal(away, false)
})
