// Signing in through HTTP on a real database: first run, sessions, throttling, links of mails, the second factor, rotation.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { sql } from 'kysely'
import { generate } from 'otplib'
import { testHouse } from '#apps/testing.ts'

const token = 'first-run-token-of-this-test-0123456789'
const password = 'nahtstelle-test'

async function founded(t: Parameters<typeof testHouse>[0]) {
  const house = await testHouse(t)
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(token).digest()}, clock.now())`.execute(
      db,
    ),
  )
  const body = {
    token,
    organisation: 'Landkreis Beispiel (Beispiel)',
    person: 'Erika Muster',
    email: 'erika@example.org',
    password,
  }
  const reply = await house.visitor.post('/first-run', body)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return { house, ids: reply.body as unknown as { organisation: string; person: string } }
}

test('the first person comes in with the link of the terminal, once', async (t) => {
  const { house } = await founded(t)
  const erika = await house.signIn('erika@example.org')
  const { body } = await erika.get('/session')
  assert.deepEqual(
    [(body.person as unknown as { title: string }).title, (body.actingFor as unknown as { title: string }).title],
    ['Erika Muster', 'Landkreis Beispiel (Beispiel)'],
  )
  const again = await house.visitor.post('/first-run', {
    token,
    organisation: 'Zweite',
    person: 'Zweite',
    email: 'b@example.org',
    password,
  })
  assert.deepEqual([again.status, again.body.code], [409, 'linkUsed'])
})

test('a wrong password is refused in a sentence, and five of them hold up this account but not its neighbours', async (t) => {
  const { house } = await founded(t)
  for (let i = 0; i < 5; i++) {
    const wrong = await house.visitor.post('/session', { email: 'erika@example.org', password: 'falsch' })
    assert.deepEqual([wrong.status, wrong.body.code], [409, 'wrongPassword'])
  }
  const held = await house.visitor.post('/session', { email: 'erika@example.org', password })
  assert.equal(held.body.code, 'throttled')
  const neighbour = await house.visitor.post('/session', { email: 'nachbar@example.org', password: 'falsch' })
  assert.equal(neighbour.body.code, 'wrongPassword')
  await house.moveTo('2026-11-22T08:20:00Z')
  assert.ok(await house.signIn('erika@example.org'))
})

test('the link of a mail acts only when its button is pressed, and once', async (t) => {
  const { house } = await founded(t)
  await house.visitor.post('/password-reset', { email: 'erika@example.org' })
  await house.visitor.post('/password-reset', { email: 'nobody@example.org' })
  const { rows } = await house.asOwner((db) =>
    sql<{ token: string }>`select data->>'token' as token from mail.message where template = 'access.reset'`.execute(
      db,
    ),
  )
  assert.equal(rows.length, 1)
  const link = rows[0]!.token
  for (let i = 0; i < 3; i++) assert.equal((await house.visitor.get(`/invitations/${link}`)).status, 200)
  assert.equal((await house.visitor.post(`/invitations/${link}`, { password: 'zu kurz' })).status, 400)
  assert.equal(
    (await house.visitor.post(`/invitations/${link}`, { password: 'ein neues langes Passwort' })).status,
    200,
  )
  assert.equal(
    (await house.visitor.post(`/invitations/${link}`, { password: 'ein neues langes Passwort' })).body.code,
    'linkUsed',
  )
  assert.ok(await house.signIn('erika@example.org', { password: 'ein neues langes Passwort' }))
})

test('with a second factor the password alone opens nothing, and a code counts once', async (t) => {
  const { house } = await founded(t)
  const erika = await house.signIn('erika@example.org')
  const { body } = await erika.post('/account/totp')
  const secret = body.secret as unknown as string
  const code = async (at: string) => generate({ secret, epoch: Math.floor(Date.parse(at) / 1000) })
  assert.equal((await erika.post('/account/totp/confirmation', { code: '000000' })).body.code, 'wrongCode')
  assert.equal(
    (await erika.post('/account/totp/confirmation', { code: await code('2026-11-22T08:00:00Z') })).status,
    200,
  )
  await house.moveTo('2026-11-22T08:05:00Z')
  const half = await house.signIn('erika@example.org')
  assert.equal((await half.get('/worklist')).status, 401)
  assert.equal((await half.post('/session/second-factor', { code: '123456' })).body.code, 'wrongCode')
  const right = await code('2026-11-22T08:05:00Z')
  assert.equal((await half.post('/session/second-factor', { code: right })).status, 200)
  assert.equal((await half.get('/worklist')).status, 200)
  const second = await house.signIn('erika@example.org')
  assert.equal((await second.post('/session/second-factor', { code: right })).body.code, 'wrongCode')
})

test('a session is renewed, its old token ends a minute later, and signing out ends it', async (t) => {
  const { house } = await founded(t)
  const erika = await house.signIn('erika@example.org')
  await house.moveTo('2026-11-22T09:00:00Z')
  const renewed = await erika.get('/session')
  const fresh = String(renewed.headers['set-cookie']).split(';')[0]!
  assert.notEqual(fresh, erika.cookie)
  assert.equal((await erika.get('/worklist')).status, 200)
  await house.moveTo('2026-11-22T09:02:00Z')
  assert.equal((await erika.get('/worklist')).status, 401)
  const send = (method: 'GET' | 'DELETE', url: string) =>
    house.app.inject({ method, url: `/api${url}`, headers: { cookie: fresh } })
  assert.equal((await send('GET', '/worklist')).statusCode, 200)
  assert.equal((await send('DELETE', '/session')).statusCode, 200)
  assert.equal((await send('GET', '/worklist')).statusCode, 401)
})

test('no SQL on the application’s connection opens a session, forges an actor or reads a proof', async (t) => {
  const { house, ids } = await founded(t)
  const client = await house.house.pool.connect()
  const asApp = (text: string, values: unknown[] = []) => client.query(text, values)
  try {
    for (const text of [
      'select proof from access.account',
      'select * from access.session',
      'select * from access.seal',
      'select data from mail.message',
      'select * from access.invitation',
      `insert into access.session (id, digest, person, created, renewed, expires) values (gen_random_uuid(), '\\x00', '${ids.person}', clock.now(), clock.now(), clock.now())`,
      `select access.record_actor('${ids.person}', '${ids.organisation}', null, 'k', clock.now())`,
      `select access.open_as_reader('${ids.person}', null)`,
      `select access.signature('x', 'y')`,
      'update clock.setting set instant = null',
      'set role nahtstelle_owner',
      `select access.mail_token('${ids.person}', 'x@example.org', 'reset', null, interval '1 hour')`,
    ])
      await assert.rejects(asApp(text), /permission denied|must be|violates/, text)
    // An actor copied from one transaction is worth nothing in the next.
    const erika = await house.signIn('erika@example.org')
    await asApp('begin')
    await asApp('select * from access.open($1, null)', [erika.cookie.split('=')[1]])
    const { rows } = await asApp(
      "select current_setting('nahtstelle.actor') as sealed, (access.actor()).person as person",
    )
    assert.equal(rows[0].person, ids.person)
    await asApp('commit')
    await asApp('begin')
    await asApp("select set_config('nahtstelle.actor', $1, true)", [rows[0].sealed])
    assert.equal((await asApp('select (access.actor()).person as person')).rows[0].person, null)
    assert.equal((await asApp("select count(*) as n from kit.object where kind = 'person'")).rows[0].n, 0)
    await asApp('rollback')
  } finally {
    client.release()
  }
})
