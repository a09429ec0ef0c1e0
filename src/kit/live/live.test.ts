// Live updates over real HTTP: two processes, a gap, an ended session, an ended mandate.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { sql } from 'kysely'
import { type Caller, type TestHouse, testHouse } from '#apps/testing.ts'

const link = 'first-run-token-of-this-test-0123456789'
const password = 'nahtstelle-test'
const email = 'erika@example.org'

async function founded(
  t: Parameters<typeof testHouse>[0],
): Promise<{ house: TestHouse; erika: Caller; ids: { organisation: string; person: string } }> {
  const house = await testHouse(t)
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(link).digest()}, clock.now())`.execute(
      db,
    ),
  )
  const reply = await house.visitor.post('/first-run', {
    token: link,
    organisation: 'Landkreis Beispiel (Beispiel)',
    person: 'Erika Muster',
    email,
    password,
  })
  await house.settle()
  return { house, erika: await house.signIn(email), ids: reply.body as never }
}

/** Reads a stream; `until` waits for a text. */
async function stream(url: string, cookie: string, headers: Record<string, string> = {}) {
  const gone = new AbortController()
  const reply = await fetch(url, { headers: { cookie, ...headers }, signal: gone.signal })
  let text = ''
  let over = false
  const pump = (async () => {
    const decoder = new TextDecoder()
    for await (const part of reply.body as unknown as AsyncIterable<Uint8Array>)
      text += decoder.decode(part, { stream: true })
  })()
    .catch(() => undefined)
    .finally(() => {
      over = true
    })
  return {
    status: reply.status,
    text: () => text,
    async until(wanted: RegExp, milliseconds = 8000) {
      for (
        const end = performance.now() + milliseconds;
        !wanted.test(text);
        await new Promise((go) => setTimeout(go, 10))
      )
        if (performance.now() > end || over) assert.match(text, wanted)
    },
    async close() {
      gone.abort()
      await pump
    },
  }
}

const write = (house: TestHouse, object: string) =>
  house.asOwner((db) =>
    sql`select journal.write('test.changed', ${object}, null, null, null, 'a test', null)`.execute(db),
  )

test('a change reaches the browsers of two processes as a number, and nothing else', async (t) => {
  const { house, erika, ids } = await founded(t)
  const other = await house.another()
  const here = await stream(`${await house.url()}/api/live`, erika.cookie)
  const there = await stream(`${await other.listen(0)}/api/live`, erika.cookie)
  assert.equal(here.status, 200)
  await Promise.all([here.until(/retry/), there.until(/retry/)])
  // LISTEN is set up after the stream has opened; the check every five seconds would find the change as well.
  await new Promise((go) => setTimeout(go, 150))
  const began = performance.now()
  await write(house, ids.organisation)
  await house.settle()
  await Promise.all([here.until(/event: journal\ndata: 2\n/), there.until(/event: journal\ndata: 2\n/)])
  assert.ok(performance.now() - began < 3000)
  assert.doesNotMatch(here.text(), /Erika|Landkreis|[0-9a-f]{8}-/)
  await Promise.all([here.close(), there.close()])
})

test('after a gap the browser hears at once that it missed something', async (t) => {
  const { house, erika, ids } = await founded(t)
  await write(house, ids.organisation)
  await house.settle()
  const late = await stream(`${await house.url()}/api/live?since=1`, erika.cookie)
  await late.until(/id: 2\nevent: journal\ndata: 2/)
  const again = await stream(`${await house.url()}/api/live`, erika.cookie, { 'last-event-id': '2' })
  await again.until(/: 2\n\n/)
  assert.doesNotMatch(again.text(), /event: journal/)
  await Promise.all([late.close(), again.close()])
})

test('without a session there is no stream, and the stream ends with the session', async (t) => {
  const { house, erika } = await founded(t)
  assert.equal((await house.visitor.get('/live')).status, 401)
  const open = await stream(`${await house.url()}/api/live`, erika.cookie)
  await open.until(/retry/)
  await erika.raw('DELETE', '/session', undefined, {})
  await open.until(/event: end\ndata: \{"reason":"session"\}/)
  await open.close()
})

test('the stream ends when the mandate ends, at the next event already', async (t) => {
  const { house, erika, ids } = await founded(t)
  const open = await stream(`${await house.url()}/api/live?for=${ids.organisation}`, erika.cookie)
  await open.until(/retry/)
  await new Promise((go) => setTimeout(go, 150))
  await house.asOwner((db) =>
    sql`update access.mandate set superseded_at = clock.now(), superseded_by = null where person = ${ids.person}`.execute(
      db,
    ),
  )
  await write(house, ids.organisation)
  await house.settle()
  await open.until(/event: end\ndata: \{"reason":"mandate"\}/, 2000)
  assert.doesNotMatch(open.text(), /data: 2/)
  await open.close()
})

test('a lost connection to the database is taken up again, and nothing is missed', async (t) => {
  const { house, erika, ids } = await founded(t)
  const open = await stream(`${await house.url()}/api/live`, erika.cookie)
  await open.until(/retry/)
  // A role may end its own connections. The listening one stands a moment after the stream.
  let ended = 0
  for (let tries = 0; ended === 0 && tries < 200; tries += 1) {
    const { rowCount } = await house.house.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'nahtstelle live' and datname = current_database()`,
    )
    ended = rowCount ?? 0
    if (ended === 0) await new Promise((go) => setTimeout(go, 50))
  }
  assert.equal(ended, 1)
  await write(house, ids.organisation)
  await house.settle()
  await open.until(/data: 2/)
  await open.close()
})
