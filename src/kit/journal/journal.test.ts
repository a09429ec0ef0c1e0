// The chain of the journal on a real database: it verifies, names the first row that was tampered with, stays in commit order beside a long
// transaction, and survives erasure.
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { journal, seal, verifyJournal } from './journal.ts'

const at = '2026-11-22T08:00:00Z'

async function sealed(t: TestContext, entries = 12) {
  const house = await testHouse(t)
  const erika = await founders(house)
  const object = newId(at)
  const write = (db: Database, n: number) =>
    journal(db).write({ verb: 'probe.changed', object, before: { n: n - 1 }, after: { n }, because: 'Probe' })
  await house.asOwner(async (db) => {
    await objects(db).make({
      id: object,
      kind: 'probe',
      title: 'Probe',
      owner: erika.organisation,
      author: null,
      audience: 'organisation',
    })
    for (let n = 1; n <= entries; n++) await write(db, n)
  })
  await house.settle()
  const verify = () => house.asOwner(verifyJournal)
  return { house, erika, object, write, verify }
}

test('what was written is sealed without gaps, and the chain verifies', async (t) => {
  const { house, verify } = await sealed(t)
  const { rows } = await house.asOwner((db) =>
    sql<{ number: number }>`select number from journal.entry order by id`.execute(db),
  )
  assert.deepEqual(
    rows.map((row) => row.number).toSorted((a, b) => a - b),
    rows.map((_, n) => n + 1),
  )
  const { entries, broken, head } = await verify()
  assert.deepEqual([entries, broken], [rows.length, null])
  assert.match(head, /^[0-9a-f]{64}$/)
})

test('tampering by the owner of the tables is found at the first row it touched', async (t) => {
  const { house, erika, object, verify } = await sealed(t)
  const { rows } = await house.asOwner((db) =>
    sql<{
      id: number
      number: number
    }>`select id, number from journal.entry where object = ${object} order by number`.execute(db),
  )
  const fifth = rows[4]!
  const tampered: Record<string, (db: Database) => Promise<unknown>> = {
    'another verb': (db) => sql`update journal.entry set verb = 'probe.approved' where id = ${fifth.id}`.execute(db),
    'another instant': (db) =>
      sql`update journal.entry set at = at - interval '1 day' where id = ${fifth.id}`.execute(db),
    'another person': (db) => sql`update journal.entry set person = ${erika.person} where id = ${fifth.id}`.execute(db),
    'another organisation': (db) =>
      sql`update journal.entry set organisation = ${erika.organisation} where id = ${fifth.id}`.execute(db),
    'another object': (db) =>
      sql`update journal.entry set object = ${erika.organisation} where id = ${fifth.id}`.execute(db),
    'another revision': (db) =>
      sql`update journal.entry set revision = revision + 1 where id = ${fifth.id}`.execute(db),
    'another reason': (db) => sql`update journal.entry set because = 'Anders' where id = ${fifth.id}`.execute(db),
    'another count': (db) => sql`update journal.entry set many = 7 where id = ${fifth.id}`.execute(db),
    'another content': (db) =>
      sql`update journal.content set after = '{"n": 99}' where entry = ${fifth.id}`.execute(db),
    'content moved from after to before': (db) =>
      sql`update journal.content set before = after, after = before where entry = ${fifth.id}`.execute(db),
    'a digest to match': (db) =>
      sql`with c as (update journal.content set after = '{"n": 99}' where entry = ${fifth.id} returning *)
      update journal.entry e set digest = journal.digest(c.salt, c.before, c.after) from c where e.id = c.entry`.execute(
        db,
      ),
    'the chain of one row': (db) =>
      sql`update journal.entry set chain = sha256('x') where id = ${fifth.id}`.execute(db),
    'two rows exchanged': (db) =>
      sql`update journal.entry e set number = case when e.id = ${fifth.id} then -2 else -1 end where e.id in (${fifth.id}, ${rows[5]!.id})`
        .execute(db)
        .then(() =>
          sql`update journal.entry e set number = case when e.number = -2 then ${rows[5]!.number}::bigint else ${fifth.number}::bigint end where e.number < 0`.execute(
            db,
          ),
        ),
  }
  for (const [what, change] of Object.entries(tampered)) {
    const found = await house.asOwner(async (db) => {
      await sql`savepoint before`.execute(db)
      await change(db)
      const { broken } = await verifyJournal(db)
      await sql`rollback to savepoint before`.execute(db)
      return broken
    })
    assert.equal(found, what === 'two rows exchanged' ? rows[5]!.id : fifth.id, what)
  }
  await house.asOwner(async (db) => {
    await sql`savepoint before`.execute(db)
    await sql`delete from journal.content where entry = ${fifth.id}`.execute(db)
    await sql`delete from duties.fact where entry = ${fifth.id}`.execute(db)
    await sql`delete from journal.entry where id = ${fifth.id}`.execute(db)
    assert.equal((await verifyJournal(db)).broken, rows[5]!.id, 'a row taken out')
    await sql`rollback to savepoint before`.execute(db)
  })
  assert.equal((await verify()).broken, null)
})

test('entries of a transaction that is still open wait, and nothing is sealed past them out of order', async (t) => {
  const { house, object, write, verify } = await sealed(t, 1)
  const worker = house.worker
  const numbers = async () =>
    (
      await house.asOwner((db) =>
        sql<{ n: number; number: number | null }>`
    select (c.after->>'n')::int as n, e.number from journal.entry e join journal.content c on c.entry = e.id where e.object = ${object} order by e.id`.execute(
          db,
        ),
      )
    ).rows
  let release = () => {}
  const held = new Promise<void>((open) => {
    release = open
  })
  let begun = () => {}
  const ready = new Promise<void>((open) => {
    begun = open
  })
  // A long transaction writes first and commits last.
  const long = house.asOwner(async (db) => {
    await write(db, 100)
    begun()
    await held
  })
  await ready
  await house.asOwner((db) => write(db, 200))
  const sealOnce = () => house.asOwner(seal)
  await sealOnce()
  const during = await numbers()
  assert.deepEqual(
    during.filter((row) => row.n >= 100).map((row) => row.number),
    [null],
    'the short one waits for the older one',
  )
  release()
  await long
  await worker.settle()
  const after = await numbers()
  assert.ok(after.every((row) => row.number !== null))
  assert.deepEqual(
    after.map((row) => row.number).toSorted((a, b) => a! - b!),
    after.map((row) => row.number),
    'numbers follow the order of writing',
  )
  assert.equal((await verify()).broken, null)
})

test('many writers at once leave no gap and no second number', async (t) => {
  const { house, object, write, verify } = await sealed(t, 1)
  await Promise.all(
    Array.from({ length: 24 }, async (_, n) => {
      await house.asOwner((db) => write(db, n))
      if (n % 6 === 0) await house.asOwner(seal)
    }),
  )
  await house.settle()
  const { rows } = await house.asOwner((db) =>
    sql<{
      n: number
      numbers: number
    }>`select count(*) as n, count(distinct number) as numbers from journal.entry where object = ${object}`.execute(db),
  )
  assert.deepEqual(rows[0], { n: 25, numbers: 25 })
  assert.equal((await verify()).broken, null)
})

test('erasing takes the text and leaves the chain', async (t) => {
  const { house, object, verify } = await sealed(t)
  const before = await verify()
  await house.asOwner(async (db) => {
    await sql`update kit.object set deleted_at = clock.now(), revision = revision + 1 where id = ${object}`.execute(db)
    await sql`select kit.erase(${object})`.execute(db)
  })
  const { rows } = await house.asOwner((db) =>
    sql<{
      n: number
    }>`select count(*) as n from journal.content c join journal.entry e on e.id = c.entry where e.object = ${object}`.execute(
      db,
    ),
  )
  assert.equal(rows[0]!.n, 0)
  assert.deepEqual(await verify(), before)
})

test('an entry names whoever acts, not whom the caller wishes', async (t) => {
  const { house, erika } = await sealed(t, 1)
  const created = await erika.post('/organisations', {
    name: 'Neue (Beispiel)',
    kind: 'association',
    side: 'free',
    example: true,
  })
  assert.equal(created.status, 200)
  const { rows } = await house.asOwner((db) =>
    sql<{ person: string; organisation: string; role: string; because: string | null }>`
    select e.person, e.organisation, m.role, e.because from journal.entry e join access.mandate m on m.id = e.mandate where e.object = ${(created.body as unknown as { id: string }).id}`.execute(
      db,
    ),
  )
  assert.deepEqual([rows[0]!.person, rows[0]!.organisation, rows[0]!.because], [erika.person, erika.organisation, null])
  assert.ok(['admin', 'planner'].includes(rows[0]!.role))
  await assert.rejects(
    house.asOwner((db) =>
      sql`select journal.write('probe.changed', ${erika.organisation}, null, null, null, null, null)`.execute(db),
    ),
    { code: 'NA403' },
  )
})
