// No state in the process: two applications and a worker share one database over real HTTP. What one does holds at the other: sessions,
// idempotency keys, live updates, the end of a right; and what is ordered is done once.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { roleNames } from '#kit/db/managed/login.ts'
import { prepareQueues } from '#kit/jobs/prepare.ts'
import { workerChores } from './chores.ts'
import { type TestHouse, testHouse } from './testing.ts'
import { addPerson, founders, type TestPerson } from './testing-people.ts'
import { openWorker } from './worker.ts'

type World = { house: TestHouse; addresses: [string, string]; erika: TestPerson }

/** Two applications on ports of their own, and a worker that works by itself and counts the jobs it was given. */
async function world(t: TestContext, done: string[] = []): Promise<World> {
  const house = await testHouse(t)
  const erika = await founders(house)
  await prepareQueues(house.logins.owner, roleNames, ['test.count'])
  const chores = [...workerChores, { jobs: { 'test.count': async (ref: { id: string }) => void done.push(ref.id) } }]
  const worker = await openWorker({
    worker: house.logins.worker,
    log: house.house.log,
    mail: null,
    manual: false,
    chores,
  })
  t.after(() => worker.close())
  return { house, erika, addresses: [await house.url(), await (await house.another()).listen(0)] }
}

const headersOf = (who: TestPerson) => ({
  cookie: who.cookie,
  'x-acting-for': who.organisation,
  'content-type': 'application/json',
})
const ask = async (address: string, who: TestPerson, path: string) => {
  const reply = await fetch(`${address}/api${path}`, { headers: headersOf(who) })
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
}
const tell = async (
  address: string,
  who: TestPerson,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) => {
  const reply = await fetch(`${address}/api${path}`, {
    method: 'POST',
    headers: { ...headersOf(who), ...headers },
    body: JSON.stringify(body),
  })
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
}
const organisation = (name: string) => ({ name, kind: 'county', side: 'public', example: true })
const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))
async function until(reached: () => boolean | Promise<boolean>, milliseconds: number, what: string): Promise<number> {
  const began = performance.now()
  while (!(await reached())) {
    assert.ok(performance.now() - began < milliseconds, `${what}: not within ${milliseconds} ms`)
    await pause(20)
  }
  return performance.now() - began
}

/** Listens to the live stream until closed. */
async function listen(t: TestContext, address: string, who: TestPerson) {
  const gone = new AbortController()
  const heard = { text: '', over: false }
  const reply = await fetch(`${address}/api/live?for=${who.organisation}`, {
    headers: headersOf(who),
    signal: gone.signal,
  })
  assert.equal(reply.status, 200)
  const decoder = new TextDecoder()
  const reading = (async () => {
    for await (const part of reply.body as unknown as AsyncIterable<Uint8Array>)
      heard.text += decoder.decode(part, { stream: true })
  })()
    .catch(() => undefined)
    .finally(() => {
      heard.over = true
    })
  t.after(async () => {
    gone.abort()
    await reading
  })
  await until(() => heard.text.includes('retry'), 5000, 'the stream opens')
  return heard
}

test('a session of one application is valid at the other, and signing out at one ends it at both', async (t) => {
  const {
    addresses: [here, there],
    erika,
  } = await world(t)
  const signed = await fetch(`${here}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: erika.email, password: 'nahtstelle-test' }),
  })
  const cookie = signed.headers.getSetCookie()[0]!.split(';')[0]!
  const guest = { ...erika, cookie }
  for (const address of [there, here]) assert.equal((await ask(address, guest, '/organisations')).status, 200)
  const out = await fetch(`${there}/api/session`, { method: 'DELETE', headers: { cookie } })
  assert.equal(out.status, 200)
  for (const address of [here, there]) assert.equal((await ask(address, guest, '/organisations')).status, 401)
})

test('fifty parallel double submissions over both applications have one effect and one answer', async (t) => {
  const { addresses, erika, house } = await world(t)
  const body = organisation('Landkreis Zweimal (Beispiel)')
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, number) =>
      tell(addresses[number % 2]!, erika, '/organisations', body, { 'idempotency-key': 'twice-over-two-houses' }),
    ),
  )
  assert.deepEqual(
    [...new Set(replies.map((reply) => `${reply.status} ${JSON.stringify(reply.body)}`))].length,
    1,
    JSON.stringify(replies[0]),
  )
  assert.equal(replies[0]!.status, 200)
  const { rows } = await house.asOwner((db) =>
    sql<{ made: number; entries: number }>`
    select (select count(*) from kit.object where title = ${body.name}) as made, (select count(*) from journal.entry where object = ${replies[0]!.body.id}) as entries`.execute(
      db,
    ),
  )
  assert.deepEqual(rows[0], { made: 1, entries: 1 })
})

test('a change at one application reaches a browser at the other', async (t) => {
  const {
    addresses: [here, there],
    erika,
  } = await world(t)
  const heard = await listen(t, there, erika)
  await pause(200)
  const before = heard.text.match(/event: journal/g)?.length ?? 0
  assert.equal(
    (
      await tell(here, erika, '/organisations', organisation('Landkreis Nebenan (Beispiel)'), {
        'idempotency-key': 'heard-elsewhere',
      })
    ).status,
    200,
  )
  const took = await until(
    () => (heard.text.match(/event: journal/g)?.length ?? 0) > before,
    // The sealer waits for every older transaction of the server, also for those of other tests.
    60_000,
    'the change arrives',
  )
  t.diagnostic(`heard at the other application after ${took.toFixed(0)} ms`)
})

test('what is ordered is done once', async (t) => {
  const done: string[] = []
  const { house, erika } = await world(t, done)
  await Promise.all(
    Array.from({ length: 4 }, () =>
      house.asOwner((db) =>
        sql`select jobs.send('test.count', ${JSON.stringify({ kind: 'organisation', id: erika.organisation })}::jsonb)`.execute(
          db,
        ),
      ),
    ),
  )
  await until(() => done.length >= 4, 20_000, 'four jobs')
  await pause(1000)
  assert.equal(done.length, 4)
})

test('when a mandate ends, the right ends at both applications within five seconds, and so do the open streams', async (t) => {
  const {
    addresses: [here, there],
    erika,
    house,
  } = await world(t)
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel' })
  const streams = [await listen(t, here, bert), await listen(t, there, bert)]
  for (const address of [here, there]) assert.equal((await ask(address, bert, '/organisations')).status, 200)
  const { rows } = await house.asOwner((db) =>
    sql<{ id: string }>`select id from access.mandate where person = ${bert.person} and superseded_at is null`.execute(
      db,
    ),
  )
  const ended = await tell(
    here,
    erika,
    `/mandates/${rows[0]!.id}/end`,
    { because: 'Wechsel der Stelle' },
    { 'idempotency-key': 'the-end-of-bert' },
  )
  assert.equal(ended.status, 200, JSON.stringify(ended.body))
  const began = performance.now()
  for (const address of [here, there])
    assert.deepEqual([(await ask(address, bert, '/organisations')).body.code], ['mandateEnded'])
  const atOnce = performance.now() - began
  const closed = await until(
    () => streams.every((stream) => stream.over && stream.text.includes('event: end')),
    6000,
    'both streams end',
  )
  t.diagnostic(`refused at both after ${atOnce.toFixed(0)} ms, streams ended after ${closed.toFixed(0)} ms`)
  assert.ok(performance.now() - began < 6000)
})
