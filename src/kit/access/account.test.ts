// The own account, and how long whoever made an organisation speaks for it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { sql } from 'kysely'
import { generate } from 'otplib'
import { testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok, testPassword } from '#apps/testing-people.ts'

type Session = {
  signedIn: boolean
  person: { title: string } | null
  actingFor: object | null
  secondFactor: boolean
  installation: { firstRun: boolean }
}

test('an empty installation says so until its first person has come', async (t) => {
  const house = await testHouse(t)
  const firstRun = async () => ok<Session>(await house.visitor.get('/session')).installation.firstRun
  assert.equal(await firstRun(), true)
  const token = 'first-run-token-of-this-test-0123456789'
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(token).digest()}, clock.now())`.execute(
      db,
    ),
  )
  const body = {
    token,
    organisation: 'Erste (Beispiel)',
    person: 'Erika Muster',
    email: 'erika@example.org',
    password: testPassword,
  }
  assert.equal((await house.visitor.post('/first-run', { ...body, token: `${token}x` })).status, 409)
  assert.equal((await house.visitor.post('/first-run', body)).status, 200)
  assert.equal(await firstRun(), false)
})

test('changing the password asks for the old one and ends the other sessions', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const other = await house.signIn(erika.email, { password: testPassword })
  assert.equal(
    (await erika.post('/account/password', { old: 'falsch', password: 'ein ganz neues Passwort' })).body.code,
    'wrongPassword',
  )
  assert.equal((await other.get('/worklist')).status, 200)
  ok(await erika.post('/account/password', { old: testPassword, password: 'ein ganz neues Passwort' }))
  assert.equal((await erika.get('/worklist')).status, 200)
  assert.equal((await other.get('/worklist')).status, 401)
  await assert.rejects(house.signIn(erika.email, { password: testPassword }))
  assert.ok(await house.signIn(erika.email, { password: 'ein ganz neues Passwort' }))
})

test('the second factor shows when it is in force, and ends only with the password', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const inForce = async () => ok<Session>(await erika.get('/session')).secondFactor
  assert.equal(await inForce(), false)
  const { secret } = ok<{ secret: string }>(await erika.post('/account/totp'))
  assert.equal(await inForce(), false, 'not before a code was shown')
  ok(
    await erika.post('/account/totp/confirmation', {
      code: await generate({ secret, epoch: Math.floor(Date.parse('2026-11-22T08:00:00Z') / 1000) }),
    }),
  )
  assert.equal(await inForce(), true)
  assert.equal((await erika.post('/account/totp/end', { password: 'falsch' })).body.code, 'wrongPassword')
  assert.equal(await inForce(), true)
  ok(await erika.post('/account/totp/end', { password: testPassword }))
  assert.equal(await inForce(), false)
})

test('somebody whose last mandate has ended can still sign in, sees that, and nothing else', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', until: '2026-12-01' })
  await house.moveTo('2026-12-02T08:00:00Z')
  const back = await house.signIn(bert.email, { password: testPassword })
  const { signedIn, person, actingFor } = ok<Session>(await back.get('/session'))
  assert.deepEqual([signedIn, person?.title, actingFor], [true, bert.email, null])
  assert.equal(
    (await back.get(`/organisations/${erika.organisation}`)).status,
    200,
    'the organisation of the first set-up is public',
  )
  assert.deepEqual(ok<{ mandates: unknown[] }>(await back.get('/mandates')).mandates, [])
})

test('whoever makes an organisation speaks for it until its own administration has signed in', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const verein = await addOrganisation(erika, 'Verein (Beispiel)', { kind: 'association', side: 'free' })
  const term = { from: '2026-01-01', until: null, basis: 'Test' }
  const introduce = (name: string) =>
    erika.post(`/organisations/${verein}/persons`, { name, mandates: [{ role: 'staff', ...term }] })
  assert.equal((await introduce('Anna Erste')).status, 200)
  // An administration that is only invited does not act yet.
  ok(
    await erika.post(`/organisations/${verein}/persons`, {
      name: 'Wartet Noch',
      email: 'wartet@example.org',
      mandates: [{ role: 'admin', ...term }],
    }),
  )
  assert.equal((await introduce('Berta Zweite')).status, 200)
  await addPerson(house, erika, { name: 'Adele Admin', organisation: verein, roles: ['admin'] })
  assert.equal((await introduce('Carla Dritte')).status, 403)
  assert.equal((await erika.post(`/organisations/${verein}/persons`, { name: 'Dora Vierte' })).status, 403)
})

test('the office of a body cannot take over somebody who is at home elsewhere', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const verein = await addOrganisation(erika, 'Verein (Beispiel)', { kind: 'association', side: 'free' })
  const adele = await addPerson(house, erika, { name: 'Adele Admin', organisation: verein, roles: ['admin'] })
  // Invited at home, not yet signed in.
  const { person } = ok<{ person: string }>(
    await adele.post(`/organisations/${verein}/persons`, {
      name: 'Nora Neu',
      email: 'nora@example.org',
      mandates: [{ role: 'head', from: '2026-01-01', basis: 'Test' }],
    }),
  )
  const body = ok<{ id: string }>(
    await erika.post('/bodies', {
      name: 'Gremium (Beispiel)',
      shortName: 'Gremium',
      mission: 'Test',
      form: 'forum',
      seats: [{ organisation: verein }],
    }),
  ).id
  ok(
    await erika.post(`/bodies/${body}/mandates`, {
      organisation: verein,
      role: 'delegate',
      person,
      from: '2026-01-01',
      basis: 'Test',
    }),
  )
  assert.equal((await erika.post(`/persons/${person}/invitation`, { email: 'gekapert@example.org' })).status, 403)
  assert.equal((await adele.post(`/persons/${person}/invitation`, { email: 'nora@example.org' })).status, 200)
  // Nor can the office send its own people in the name of another organisation.
  const own = await erika.post(`/bodies/${body}/mandates`, {
    organisation: verein,
    role: 'delegate',
    person: erika.person,
    from: '2026-01-01',
    basis: 'Test',
  })
  assert.ok([400, 403].includes(own.status), JSON.stringify(own.body))
})

test('somebody only sent into a body acts for the organisation without reading what is internal to it', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  const body = ok<{ id: string }>(
    await erika.post('/bodies', { name: 'Gremium (Beispiel)', shortName: 'Gremium', mission: 'Test', form: 'forum' }),
  ).id
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['staff'] })
  const dora = await addPerson(house, erika, { name: 'Dora Entsandt', body: { id: body, role: 'guest' } })
  const service = {
    title: 'Intern',
    category: 'other',
    targetGroup: 'Alle',
    areaName: 'Norden',
    audience: 'organisation',
  }
  const { object } = ok<{ object: { id: string } }>(await erika.post('/services', service))
  assert.equal((await bert.get(`/services/${object.id}`)).status, 200)
  assert.equal((await dora.get(`/services/${object.id}`)).status, 404)
  assert.equal((await dora.get(`/bodies/${body}`)).status, 200)
})
