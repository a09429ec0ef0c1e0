// Mails on a real database through a real SMTP server: words, rights of the recipient, once and only once, and what happens when the server is away.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { openWorker, type Worker } from '#apps/worker.ts'
import { openPool } from '#kit/db/database.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { newId } from '#kit/objects/id.ts'
import { outbox } from './outbox.ts'
import { postAsChore } from './post.ts'
import { mailServer } from './test-server.ts'

const at = '2026-11-22T08:00:00Z'
const id = {
  county: newId(at),
  association: newId(at),
  jürgen: newId(at),
  ägidia: newId(at),
  body: newId(at),
  duty: newId(at),
  secret: newId(at),
}
const address = 'https://nahtstelle.example'

/** A county and an association, one person each, a body of both, and a duty of the county. */
async function people(house: TestHouse) {
  await house.asOwner(async (db) => {
    const thing = (
      o: string,
      kind: string,
      title: string,
      owner: string | null,
      audience: string,
      readers: string[] = [],
    ) =>
      sql`insert into kit.object (id, kind, title, owner, audience, readers, created) values (${o}, ${kind}, ${title}, ${owner}, ${audience}, ${readers}, clock.now())`.execute(
        db,
      )
    await thing(id.county, 'organisation', 'Landkreis Beispiel (Beispiel)', null, 'public')
    await thing(id.association, 'organisation', 'Verband für Öffentlichkeit (Beispiel)', null, 'public')
    await thing(id.jürgen, 'person', 'Jürgen Groß', id.county, 'members')
    await thing(id.ägidia, 'person', 'Ägidia Müßig', id.association, 'members')
    await thing(id.body, 'body', 'ARGE Süd', id.county, 'body', [id.county, id.association])
    await thing(id.duty, 'duty', 'Wartezeit der Schuldnerberatung für 2025 nennen', id.county, 'body', [id.body])
    await thing(id.secret, 'need', 'Geheimer Entwurf <b>', id.county, 'organisation')
    for (const [person, organisation, email] of [
      [id.jürgen, id.county, 'juergen@example.org'],
      [id.ägidia, id.association, 'aegidia@example.org'],
    ] as const) {
      await sql`insert into access.account (person, email, created) values (${person}, ${email}, clock.now())`.execute(
        db,
      )
      for (const body of [null, id.body])
        await sql`insert into access.mandate (id, person, organisation, body, role, from_day, basis, recorded_at) values (gen_random_uuid(), ${person}, ${organisation}, ${body},
          ${body ? 'delegate' : 'planner'}, '2026-01-01', 'Beschluss', clock.now())`.execute(db)
    }
    await sql`insert into duties.duty (id, kind, debtor, creditor, because_text, strength, period_from, period_until, opens, due)
      values (${id.duty}, 'deliver', ${id.county}, ${id.body}, '§ 3 Satz 2 der Vereinbarung', 'must', '2025-01-01', '2026-01-01', '2026-01-01', '2026-11-21')`.execute(
      db,
    )
  })
}
const post = (
  house: TestHouse,
  dedupe: string,
  person: string,
  organisation: string,
  template: 'notice' | 'duties.reminder',
  data: Record<string, string>,
  object: string,
) => house.asOwner((db) => postAsChore(db, { dedupe, person, organisation, template, data, object }))
const sender = (house: TestHouse, url: string): Promise<Worker> =>
  openWorker({
    worker: house.logins.worker,
    log: house.house.log,
    mail: url,
    from: 'nahtstelle@landkreis.example',
    address: () => address,
    manual: true,
    // Nothing but the mails of the test: the chores of the areas would remind of the duty themselves.
    chores: [],
  })

test('a reminder says the same to the authority and to the association, with umlauts, a stable id and one link', async (t) => {
  const house = await testHouse(t)
  await people(house)
  const server = await mailServer()
  const worker = await sender(house, server.url)
  t.after(async () => {
    await worker.close()
    await server.close()
  })
  for (const [person, organisation] of [
    [id.jürgen, id.county],
    [id.ägidia, id.association],
  ] as const)
    for (let twice = 0; twice < 2; twice++)
      await post(house, `overdue:${person}`, person, organisation, 'duties.reminder', { stage: 'overdue' }, id.duty)
  await worker.settle()
  await worker.settle()
  assert.deepEqual(server.mails.map((mail) => mail.recipients).sort(), [
    ['aegidia@example.org'],
    ['juergen@example.org'],
  ])
  const [first, second] = server.mails as [(typeof server.mails)[0], (typeof server.mails)[0]]
  assert.equal(first.subject, 'Überfällig: Wartezeit der Schuldnerberatung für 2025 nennen')
  assert.equal(first.from?.address, 'nahtstelle@landkreis.example')
  const body = (text: string | undefined) => text?.split('\n').slice(1).join('\n')
  assert.equal(body(first.text), body(second.text))
  assert.match(first.text!, /^Guten Tag (Jürgen Groß|Ägidia Müßig),/)
  assert.match(first.text!, /bis zum 21\.11\.2026 zugesagt/)
  assert.match(first.text!, /§ 3 Satz 2 der Vereinbarung/)
  assert.match(first.text!, new RegExp(`${address}/aufgaben/${id.duty}`))
  assert.match(first.html!, /<html lang="de">/)
  assert.equal(first.html!.match(/<a /g)?.length, 1)
  const { rows } = await house.asOwner((db) =>
    sql<{ id: string; data: unknown; sent_at: string }>`select id, data, sent_at from mail.message`.execute(db),
  )
  assert.deepEqual(
    rows.map((row) => `<${row.id}@landkreis.example>`).sort(),
    server.mails.map((mail) => mail.messageId).sort(),
  )
  assert.ok(rows.every((row) => row.sent_at && JSON.stringify(row.data) === '{}'))
})

test('a title that the recipient may not see is not in the mail; one whose mandate has ended gets none', async (t) => {
  const house = await testHouse(t)
  await people(house)
  const server = await mailServer()
  const worker = await sender(house, server.url)
  t.after(async () => {
    await worker.close()
    await server.close()
  })
  await post(house, 'a', id.ägidia, id.association, 'notice', { what: 'need.stated' }, id.secret)
  await post(house, 'b', id.jürgen, id.county, 'notice', { what: 'need.stated' }, id.secret)
  await post(house, 'c', id.ägidia, id.county, 'notice', {}, id.secret)
  await worker.settle()
  assert.equal(server.mails.length, 2)
  const to = (whom: string) => server.mails.find((mail) => mail.recipients[0] === whom)!
  assert.doesNotMatch(
    to('aegidia@example.org').text! + to('aegidia@example.org').subject + to('aegidia@example.org').html,
    /Geheim/,
  )
  assert.match(to('juergen@example.org').text!, /Geheimer Entwurf <b>/)
  assert.match(to('juergen@example.org').html!, /Geheimer Entwurf &lt;b&gt;/)
  const { rows } = await house.asOwner((db) =>
    sql<{
      trouble: string
      never: boolean
    }>`select trouble, send_after = 'infinity' as never from mail.message where dedupe = 'c'`.execute(db),
  )
  assert.deepEqual(rows, [{ trouble: 'NA401', never: true }])
})

test('fifty senders at once send one mail', async (t) => {
  const house = await testHouse(t)
  await people(house)
  const server = await mailServer()
  const workers = await Promise.all(Array.from({ length: 50 }, () => sender(house, server.url)))
  t.after(async () => {
    await Promise.all(workers.map((worker) => worker.close()))
    await server.close()
  })
  await post(house, 'once', id.jürgen, id.county, 'notice', {}, id.duty)
  await Promise.all(workers.map((worker) => worker.settle()))
  assert.equal(server.mails.length, 1)
})

test('while the server is away the mail waits, and goes once when it is back', async (t) => {
  const house = await testHouse(t)
  await people(house)
  const gone = await mailServer()
  const worker = await sender(house, gone.url)
  await gone.close()
  await post(house, 'later', id.jürgen, id.county, 'notice', {}, id.duty)
  await worker.settle()
  await worker.settle()
  const { rows } = await house.asOwner((db) =>
    sql<{
      attempts: number
      trouble: string
      sent_at: null
    }>`select attempts, trouble, sent_at from mail.message`.execute(db),
  )
  assert.deepEqual([rows[0]!.attempts, rows[0]!.sent_at], [1, null])
  assert.match(rows[0]!.trouble, /ESOCKET|ECONN/)
  const back = await mailServer({ port: gone.port })
  t.after(async () => {
    await worker.close()
    await back.close()
  })
  await worker.settle()
  assert.equal(back.mails.length, 0, 'not before its time')
  await house.asOwner((db) => sql`update clock.setting set instant = '2026-11-22T08:02:00Z'`.execute(db))
  await worker.settle()
  await worker.settle()
  assert.equal(back.mails.length, 1)
})

test('an address that the server refuses stays in the outbox with its trouble and is given up after five tries', async (t) => {
  const house = await testHouse(t)
  await people(house)
  const server = await mailServer({ refuse: () => true })
  const worker = await sender(house, server.url)
  t.after(async () => {
    await worker.close()
    await server.close()
  })
  await post(house, 'refused', id.jürgen, id.county, 'notice', {}, id.duty)
  for (let hour = 10; hour < 20; hour++) {
    await house.asOwner((db) => sql`update clock.setting set instant = ${`2026-11-22T${hour}:00:00Z`}`.execute(db))
    await worker.settle()
  }
  const { rows } = await house.asOwner((db) =>
    sql<{
      attempts: number
      trouble: string
      never: boolean
    }>`select attempts, trouble, send_after = 'infinity' as never from mail.message`.execute(db),
  )
  assert.deepEqual(rows, [{ attempts: 5, trouble: 'EENVELOPE 550', never: true }])
})

// The one gap that no protocol closes: the server has the mail, our note of it is lost. It goes again under the same Message-ID, by which
// servers and readers recognise it; and once the note stands, never again.
test('a crash between sending and noting repeats the mail under the same id', async (t) => {
  const house = await testHouse(t)
  await people(house)
  let crashed = false
  const worker = openPool(house.logins.worker, 1)
  const server = await mailServer({
    // The connection of the sender breaks at the moment at which the server has taken the mail.
    afterData: async () => {
      if (!crashed)
        await inPlainTransaction(worker, (db) =>
          sql`select pg_terminate_backend(pid) from pg_stat_activity
          where pid <> pg_backend_pid() and state = 'idle in transaction' and usename = session_user and datname = current_database()`.execute(
            db,
          ),
        )
      crashed = true
    },
  })
  const first = await sender(house, server.url)
  t.after(async () => {
    await first.close().catch(() => undefined)
    await worker.end()
    await server.close()
  })
  await post(house, 'crash', id.jürgen, id.county, 'notice', {}, id.duty)
  await assert.rejects(first.settle())
  await first.settle()
  await first.settle()
  assert.equal(server.mails.length, 2)
  assert.equal(server.mails[0]!.messageId, server.mails[1]!.messageId)
})

test('in a demo the outbox shows the mails as their recipients would read them, and the application cannot read it', async (t) => {
  const house = await testHouse(t, { demo: true })
  await people(house)
  await post(house, 'shown', id.ägidia, id.association, 'notice', { what: 'meeting.invited' }, id.body)
  const pool = openPool(house.logins.worker, 1)
  t.after(() => pool.end())
  const mails = await outbox(pool, { address, pageOf: (kind, object) => `/${kind}/${object}` })
  assert.deepEqual(
    mails.map(({ to, subject }) => [to, subject]),
    [['aegidia@example.org', 'Einladung zur Sitzung: ARGE Süd']],
  )
  await assert.rejects(house.house.pool.query('select * from mail.message'), { code: '42501' })
})
