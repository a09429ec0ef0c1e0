// kill -9 of the real application at random moments: while it makes its database and migrates, while it starts, while it writes; every second time
// its database dies with it. What was acknowledged over HTTP is there afterwards, and what was not can be sent again without a second effect.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openPool } from '#kit/db/database.ts'
import { joinManaged } from '#kit/db/managed/managed.ts'
import { send } from '#kit/db/managed/processes.ts'
import { clearAway, postmasterPid, temporaryFolder } from '#kit/db/managed/test-installation.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { verifyJournal } from '#kit/journal/journal.ts'
import { Application } from './testing-process.ts'

/** NAHTSTELLE_KILLS=40 for the long run. */
const kills = Number(process.env.NAHTSTELLE_KILLS ?? 10)
const seed = Number(process.env.NAHTSTELLE_TEST_SEED ?? process.pid)
/** From a seed, so that a run that fails can be repeated. */
function* chances(state: number): Generator<number, never> {
  for (let next = state; ; ) {
    next = (Math.imul(next, 1664525) + 1013904223) >>> 0
    yield next / 2 ** 32
  }
}
const chance = chances(seed)
const next = () => chance.next().value

const data = temporaryFolder()
const person = { email: 'erika@example.org', password: 'nahtstelle-test' }
class Unanswered extends Error {}
type Write = { key: string; name: string; id: string | null }
const writes: Write[] = []
const started: number[] = []
let signedIn: { cookie: string; 'x-acting-for': string } | null = null
let application: Application | null = null
after(async () => {
  await application?.kill('SIGKILL')
  clearAway(data)
})

const post = async (address: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${address}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return {
    status: reply.status,
    cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    body: (await reply.json()) as Record<string, string>,
  }
}

/** Starts it and, the first time, sets it up with the link of the terminal. */
async function start(): Promise<string> {
  application = new Application(data)
  const { address, milliseconds, token } = await application.ready()
  started.push(milliseconds)
  if (signedIn) {
    assert.equal(token, null, 'an installation that was set up is empty again')
    return address
  }
  const made = token
    ? await post(address, '/first-run', {
        token,
        organisation: 'Landkreis Beispiel (Beispiel)',
        person: 'Erika Muster',
        ...person,
      })
    : null
  const { status, cookie, body } = await post(address, '/session', person)
  assert.equal(status, 200, JSON.stringify([made, body]))
  const organisation = made?.body.organisation ?? ''
  signedIn = { cookie, 'x-acting-for': organisation }
  return address
}

async function write(address: string, one: Write): Promise<void> {
  const reply = await post(
    address,
    '/organisations',
    { name: one.name, kind: 'county', side: 'public', example: true },
    { ...signedIn!, 'idempotency-key': one.key },
  )
  // Without its database it answers so, and that is no acknowledgement.
  if (reply.status >= 500) throw new Unanswered(JSON.stringify(reply.body))
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  if (one.id) assert.equal(reply.body.id, one.id, 'the same key was answered with something else')
  one.id = reply.body.id!
}

/** Writes without pause until the application is gone. */
async function keepWriting(address: string): Promise<void> {
  for (;;) {
    const one: Write = { key: randomUUID(), name: `Landkreis ${randomUUID()} (Beispiel)`, id: null }
    writes.push(one)
    try {
      await write(address, one)
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error
      return
    }
  }
}

async function killNow(): Promise<void> {
  const server = postmasterPid(data)
  if (next() > 0.5 && server > 0) send(server, 'SIGKILL')
  await application!.kill('SIGKILL')
}

/** Everything acknowledged is there once, with its entry; everything else is sent again; the journal verifies. */
async function check(address: string, round: number): Promise<void> {
  const unanswered = writes.filter((one) => one.id === null)
  await Promise.all([...unanswered, ...writes.slice(-3)].map((one) => write(address, one)))
  const managed = await joinManaged(data)
  assert.ok(managed)
  const pool = openPool(managed.logins.owner, 1)
  try {
    const rows = await inPlainTransaction(pool, async (db) => {
      const found = await sql<{
        id: string
        title: string
        entries: number
      }>`select o.id, o.title, (select count(*) from journal.entry e where e.object = o.id) as entries
        from kit.object o where o.kind = 'organisation'`.execute(db)
      return found.rows
    })
    const ofName = Map.groupBy(rows, (row) => row.title)
    for (const one of writes)
      assert.deepEqual(
        ofName.get(one.name)?.map((row) => [row.id, row.entries]),
        [[one.id, 1]],
        `round ${round}: ${one.name}`,
      )
    const { broken } = await inPlainTransaction(pool, verifyJournal)
    assert.equal(broken, null, `round ${round}: the journal is broken at ${broken}`)
  } finally {
    await pool.end()
  }
}

test(`nothing acknowledged is lost in ${kills} kills (seed ${seed})`, { timeout: kills * 30_000 }, async (t) => {
  let retried = 0
  // First the folder while it is made: initdb, roles, migrations.
  const early = Math.ceil(kills / 5)
  for (let round = 0; round < early; round++) {
    application = new Application(data)
    await Promise.race([sleep(100 + next() * 4000), application.ended])
    assert.equal(application.process.exitCode, null, application.text)
    await killNow()
  }
  let address = await start()
  t.diagnostic(`${early} kills while it was made; ready ${started[0]!.toFixed(0)} ms after the last`)
  for (let round = early; round < kills; round++) {
    if (round % 4 === 3) {
      // A start that is broken off, on a database that was killed or was left running.
      await killNow()
      application = new Application(data)
      await Promise.race([sleep(next() * 3000), application.ended])
      assert.equal(application.process.exitCode, null, application.text)
      await killNow()
    } else {
      const writers = Array.from({ length: 4 }, () => keepWriting(address))
      await sleep(50 + next() * 700)
      await killNow()
      await Promise.all(writers)
    }
    retried += writes.filter((one) => one.id === null).length
    address = await start()
    await check(address, round)
  }
  const sorted = started.slice(1).sort((a, b) => a - b)
  t.diagnostic(
    `${writes.length} writes, ${retried} of them unanswered and sent again; ready again after ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms (median), ${sorted.at(-1)?.toFixed(0)} ms (longest; goal 10,000)`,
  )
  assert.ok(writes.length > kills && retried > 0)
  // The goal is 10 s; a loaded test machine is given twice as much.
  await application!.kill('SIGTERM')
})
