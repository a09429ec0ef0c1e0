// What every endpoint gets without asking for it: the revision it is based on, one effect per key, the same origin, undeclared fields
// stripped, nothing told about what is invisible. On a real house with a contract of its own.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { caller, testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { contract } from './contract.ts'
import type { Handlers } from './scene.ts'
import { serve } from './serve.ts'

const id = z.object({ id: z.uuid() })
const probe = contract({
  make: {
    method: 'POST',
    path: '/probes',
    summary: 'Make a probe',
    who: { as: ['planner'] },
    body: z.object({ title: z.string().min(3) }),
    reply: z.object({ id: z.uuid() }),
    journal: 'probe.made',
    guard: 'key',
  },
  read: {
    method: 'GET',
    path: '/probes/:id',
    summary: 'Read a probe',
    who: 'anyone',
    target: 'probe',
    params: id,
    reply: z.object({ title: z.string() }),
  },
  change: {
    method: 'PUT',
    path: '/probes/:id',
    summary: 'Change a probe',
    who: { as: ['planner'] },
    target: 'probe',
    params: id,
    body: z.object({ title: z.string() }),
    reply: z.object({}),
    journal: 'probe.changed',
    guard: 'ifMatch',
  },
  forget: {
    method: 'POST',
    path: '/probes/:id/forgotten',
    summary: 'Forgets to journal',
    who: 'signedIn',
    target: 'probe',
    params: id,
    reply: z.object({}),
    journal: 'probe.changed',
    guard: 'key',
  },
  fail: {
    method: 'POST',
    path: '/probes/:id/fault',
    summary: 'Writes and breaks',
    who: 'signedIn',
    target: 'probe',
    params: id,
    reply: z.object({}),
    journal: 'probe.changed',
    guard: 'key',
  },
})
const handlers: Handlers<typeof probe> = {
  async make({ title }, { db, at, actor, record }) {
    const made = newId(at)
    await objects(db).make({
      id: made,
      kind: 'probe',
      title,
      owner: actor.organisation,
      author: actor.person,
      audience: 'organisation',
    })
    await record({ object: made, after: { title } })
    return { id: made }
  },
  // More than the contract declares.
  read: async (_, { target }) =>
    ({ title: target.title, owner: target.owner, secret: 'nicht für die Antwort' }) as { title: string },
  async change({ id, title }, { db, record, target }) {
    await sql`update kit.object set title = ${title}, revision = revision + 1 where id = ${id}`.execute(db)
    await record({ before: { title: target.title }, after: { title } })
    return {}
  },
  forget: async () => ({}),
  async fail({ id }, { db, record }) {
    await record({ object: id, after: { title: 'halb geschrieben' } })
    await sql`update kit.object set title = 'halb geschrieben', revision = revision + 1 where id = ${id}`.execute(db)
    throw new Error('geheim: password=hunter2')
  },
}

async function house(t: TestContext) {
  const open = await testHouse(t, { also: async (app, house) => serve(app, 'probe', probe, house, handlers, {}) })
  const erika = await founders(open)
  const bert = await addPerson(open, erika, { name: 'Bert Beispiel', roles: ['planner'] })
  const made = ok<{ id: string }>(await erika.post('/probes', { title: 'Erster Stand' })).id
  return { open, erika, bert, made }
}

test('a change names the revision it is based on; whoever comes second sees both texts', async (t) => {
  const { erika, bert, made } = await house(t)
  const bare = await erika.raw('PUT', `/probes/${made}`, { title: 'Ohne Stand' }, {})
  assert.deepEqual([bare.status, bare.body.code], [428, 'preconditionRequired'])
  assert.equal(
    (await erika.raw('PUT', `/probes/${made}`, { title: 'Kein Stand' }, { 'if-match': 'W/"abc"' })).status,
    428,
  )
  const read = await bert.get(`/probes/${made}`)
  assert.equal(read.headers.etag, '"1"')
  const first = await bert.put(`/probes/${made}`, 1, { title: 'Text von Bert' })
  assert.equal(first.status, 200)
  const second = await erika.put(`/probes/${made}`, 1, { title: 'Text von Erika' })
  assert.equal(second.status, 412)
  const { current, yours, message, revision } = second.body as unknown as {
    current: object
    yours: object
    message: string
    revision: number
  }
  assert.deepEqual([current, yours], [{ title: 'Text von Bert' }, { title: 'Text von Erika' }])
  assert.match(message, /Nichts ging verloren/)
  assert.equal(ok<{ title: string }>(await erika.get(`/probes/${made}`)).title, 'Text von Bert')
  assert.equal((await erika.put(`/probes/${made}`, revision, { title: 'Beide zusammen' })).status, 200)
})

test('of twenty writers on the same revision one wins, and no words are lost', async (t) => {
  const { erika, made } = await house(t)
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, n) => erika.put(`/probes/${made}`, 1, { title: `Text ${n}` })),
  )
  assert.equal(replies.filter((reply) => reply.status === 200).length, 1)
  const losers = replies.filter((reply) => reply.status === 412)
  assert.equal(losers.length, 19)
  for (const loser of losers) assert.ok(loser.body.yours && loser.body.current)
})

test('fifty parallel submissions with one key have one effect and one answer', async (t) => {
  const { open, erika, bert } = await house(t)
  const send = () => erika.post('/probes', { title: 'Nur einmal' }, { 'idempotency-key': 'doppelt-geklickt-1' })
  const replies = await Promise.all(Array.from({ length: 50 }, send))
  assert.deepEqual([...new Set(replies.map((reply) => reply.status))], [200])
  assert.equal(new Set(replies.map((reply) => reply.body.id)).size, 1)
  const count = async () =>
    (
      await open.asOwner((db) =>
        sql<{ n: number }>`select count(*) as n from kit.object where title = 'Nur einmal'`.execute(db),
      )
    ).rows[0]!.n
  assert.equal(await count(), 1)
  const other = await erika.post('/probes', { title: 'Etwas anderes' }, { 'idempotency-key': 'doppelt-geklickt-1' })
  assert.deepEqual([other.status, other.body.code], [422, 'keyReused'])
  // A key belongs to the person who chose it.
  assert.equal(
    (await bert.post('/probes', { title: 'Nur einmal' }, { 'idempotency-key': 'doppelt-geklickt-1' })).status,
    200,
  )
  assert.equal(await count(), 2)
  // What failed leaves its key free.
  assert.equal((await erika.post('/probes', { title: 'x' }, { 'idempotency-key': 'doppelt-geklickt-2' })).status, 400)
  assert.equal(
    (await erika.post('/probes', { title: 'Zweiter Versuch' }, { 'idempotency-key': 'doppelt-geklickt-2' })).status,
    200,
  )
})

test('a change that comes from a foreign page is turned away before anything else', async (t) => {
  const { erika } = await house(t)
  const from = (headers: Record<string, string>) =>
    erika.post('/probes', { title: 'Von woanders' }, { host: 'nahtstelle.example', ...headers })
  for (const headers of [
    { origin: 'https://boese.example' },
    { origin: 'null' },
    { origin: 'https://nahtstelle.example.boese.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const reply = await from(headers as unknown as Record<string, string>)
    assert.deepEqual([reply.status, reply.body.code], [403, 'foreignOrigin'], JSON.stringify(headers))
    assert.match(String(reply.body.message), /fremden Seite/)
  }
  for (const headers of [{ origin: 'https://nahtstelle.example' }, { 'sec-fetch-site': 'same-origin' }, {}])
    assert.equal((await from(headers as Record<string, string>)).status, 200)
})

test('what is invisible, deleted, of another kind or never was cannot be told apart', async (t) => {
  const { open, erika, made } = await house(t)
  const other = await addOrganisation(erika, 'Fremde (Beispiel)', { kind: 'association', side: 'free' })
  const stranger = await addPerson(open, erika, { name: 'Fritz Fremd', organisation: other, roles: ['planner'] })
  const gone = ok<{ id: string }>(await erika.post('/probes', { title: 'Weggenommen' })).id
  await open.asOwner((db) =>
    sql`update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = ${gone}`.execute(db),
  )
  const nowhere = '00000000-0000-7000-8000-00000000abcd'
  const told = async (by: typeof stranger | typeof open.visitor, target: string) => {
    const { status, body } = await by.get(`/probes/${target}`)
    return JSON.stringify({ status, body })
  }
  const expected = await told(stranger, nowhere)
  assert.match(expected, /404/)
  assert.equal(await told(stranger, made), expected)
  assert.equal(await told(open.visitor, made), expected)
  assert.equal(await told(stranger, gone), expected)
  assert.equal(await told(erika, gone), expected)
  assert.equal(await told(erika, erika.organisation), expected, 'an organisation is no probe')
  const write = await stranger.put(`/probes/${made}`, 1, { title: 'Gekapert' })
  assert.equal(JSON.stringify({ status: write.status, body: write.body }), expected)
})

test('a reply holds what the contract declares and nothing else', async (t) => {
  const { erika, made } = await house(t)
  assert.deepEqual((await erika.get(`/probes/${made}`)).body, { title: 'Erster Stand' })
})

test('a write that journals nothing is a fault and is not kept; a fault tells its number and nothing else', async (t) => {
  const { open, erika, made } = await house(t)
  assert.equal((await erika.post(`/probes/${made}/forgotten`)).status, 500)
  const fault = await erika.post(`/probes/${made}/fault`)
  const { code, message, id: number } = fault.body as unknown as { code: string; message: string; id: string }
  assert.deepEqual([fault.status, code], [500, 'fault'])
  assert.match(number, /^[0-9a-f]{8}$/)
  assert.ok(message.includes(number) && /nichts gespeichert/.test(message))
  assert.ok(!JSON.stringify(fault.body).includes('hunter2'))
  assert.equal(ok<{ title: string }>(await erika.get(`/probes/${made}`)).title, 'Erster Stand')
  const { rows } = await open.asOwner((db) =>
    sql<{ n: number }>`select count(*) as n from journal.entry where object = ${made}`.execute(db),
  )
  assert.equal(rows[0]!.n, 1)
})

test('bad input is answered with a sentence, whatever its shape, and nothing is written', async (t) => {
  const { open, erika } = await house(t)
  const as = (body: string | Buffer, headers: Record<string, string>) => erika.raw('POST', '/probes', body, headers)
  const json = { 'content-type': 'application/json' }
  for (const [body, headers, status] of [
    ['{"title": ', json, 400],
    ['', json, 400],
    ['null', json, 400],
    ['{"title": 5}', json, 400],
    ['{"title": "mit \\u0000 darin"}', json, 400],
    ['{"__proto__": {"title": "Gift"}}', json, 400],
    ['title=Formular', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    [`{"title": "${'x'.repeat(1024 * 1024)}"}`, json, 413],
  ] as const) {
    const reply = await as(body, headers)
    assert.equal(reply.status, status, `${body.slice(0, 40)}: ${JSON.stringify(reply.body)}`)
    assert.match(String(reply.body.message), /[a-zäöü]{3,}.*\./, 'a sentence')
    assert.ok(!/FST_|SyntaxError|zod|expected/i.test(JSON.stringify(reply.body)), JSON.stringify(reply.body))
  }
  for (const url of ['/probes/keine-id', '/probes/%00', `/probes/${'9'.repeat(190)}`])
    assert.equal((await erika.get(url)).status, 400, url)
  assert.equal((await erika.get('/news?since=99999999999999999999')).status, 400)
  const { rows } = await open.asOwner((db) =>
    sql<{ n: number }>`select count(*) as n from kit.object where kind = 'probe'`.execute(db),
  )
  assert.equal(rows[0]!.n, 1)
})

test('the cookie of a session cannot be read by scripts or sent along from elsewhere', async (t) => {
  const { open, erika } = await house(t)
  const reply = await open.visitor.post('/session', { email: erika.email, password: 'nahtstelle-test' })
  const cookie = String(reply.headers['set-cookie'])
  assert.match(cookie, /HttpOnly/i)
  assert.match(cookie, /SameSite=Lax/i)
  assert.match(cookie, /Path=\//)
  assert.equal(reply.headers['cache-control'], 'no-store')
  // A session forged or cut off is none.
  assert.equal((await caller(open, 'nahtstelle=gefaelscht').get('/worklist')).status, 401)
  assert.equal((await caller(open, erika.cookie.slice(0, -2)).get('/worklist')).status, 401)
})
