// The worker on a real database: facts, chores of the day, ordered jobs, cleaning, sealing; told to work, and working by itself.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { openWorker } from '#apps/worker.ts'
import type { Chores } from '#kit/chores/chores.ts'
import { roleNames } from '#kit/db/managed/login.ts'
import { duties } from '#kit/duties/duties.ts'
import { prepareQueues } from '#kit/jobs/prepare.ts'
import { newId } from '#kit/objects/id.ts'

const organisation = '01900000-0000-7000-8000-000000000001'
const make = (house: TestHouse) =>
  house.asOwner((db) =>
    sql`insert into kit.object (id, kind, title, audience, created) values (${organisation}, 'organisation', 'Landkreis Beispiel (Beispiel)', 'public', clock.now())`.execute(
      db,
    ),
  )
const state = (house: TestHouse, kind = 'test.happened') =>
  house.asOwner((db) =>
    sql`select duties.state_fact(gen_random_uuid(), ${kind}, ${organisation}, null, ${organisation}, clock.today(), clock.today(), null, '{}')`.execute(
      db,
    ),
  )
const count = async (house: TestHouse, query: string): Promise<number> =>
  house.asOwner(
    async (db) => (await sql<{ n: number }>`select count(*) as n from ${sql.raw(query)}`.execute(db)).rows[0]!.n,
  )
const until = async (reached: () => boolean | Promise<boolean>, milliseconds = 5000) => {
  for (const end = performance.now() + milliseconds; !(await reached()); await new Promise((go) => setTimeout(go, 25)))
    assert.ok(performance.now() < end, 'waited too long')
}
const quiet = { manual: true, mail: null }

test('what follows from a fact is done once, by two workers too; the failing one rests and the others go on', async (t) => {
  const house = await testHouse(t)
  await make(house)
  const done: string[] = []
  let broken = true
  const chores: Chores = {
    onFact: {
      'test.happened': async (fact) => void done.push(fact.id),
      'test.breaks': async () => {
        if (broken) throw new Error('broken chore')
      },
    },
  }
  const two = await Promise.all(
    [1, 2].map(() => openWorker({ ...quiet, worker: house.logins.worker, log: house.house.log, chores: [chores] })),
  )
  t.after(() => Promise.all(two.map((worker) => worker.close())))
  for (let i = 0; i < 12; i++) await state(house)
  await Promise.all(two.map((worker) => worker.settle()))
  assert.equal(new Set(done).size, 12)
  assert.equal(done.length, 12)
  await state(house, 'test.breaks')
  await state(house)
  await assert.rejects(two[0]!.settle(), /broken chore/)
  await two[0]!.settle()
  assert.equal(done.length, 13)
  broken = false
  await two[1]!.settle()
  assert.equal(await count(house, 'duties.fact where handled_at is null'), 0)
})

test('a duty that arose while its evidence was being written is fulfilled when the worker handles the fact', async (t) => {
  const house = await testHouse(t)
  await make(house)
  const chores: Chores = { evidence: { 'test.happened': ['probe'] } }
  const worker = await openWorker({ ...quiet, worker: house.logins.worker, log: house.house.log, chores: [chores] })
  t.after(() => worker.close())
  await state(house)
  // As if neither had seen the other: the fact did not find the duty, and the duty looked back without finding the fact.
  await house.asOwner((db) =>
    duties(db).owe(
      {
        kind: 'probe',
        title: 'Probe',
        debtor: organisation,
        creditor: organisation,
        becauseText: 'Probe',
        strength: 'must',
        period: { from: '2026-01-01', until: '2027-01-01' },
        opens: '2026-01-01',
        due: '2026-06-30',
        body: null,
        owner: organisation,
        audience: 'public',
        readers: [],
      },
      '2026-11-22T08:00:00Z',
      [],
    ),
  )
  assert.equal(await count(house, `duties.standing where state = 'overdue'`), 1)
  await worker.settle()
  assert.equal(await count(house, `duties.standing where state = 'doneLate'`), 1)
})

test('a chore that fails does not hold up the others, and is written down', async (t) => {
  const house = await testHouse(t)
  let ran = ''
  const worker = await openWorker({
    ...quiet,
    worker: house.logins.worker,
    log: house.house.log,
    chores: [
      {
        daily: {
          bad: async () => {
            throw new Error('no luck')
          },
        },
      },
      {
        daily: {
          good: async ({ today }) => {
            ran = today
          },
        },
      },
    ],
  })
  t.after(() => worker.close())
  await assert.rejects(worker.settle(), /no luck/)
  assert.equal(ran, '2026-11-22')
  assert.equal(await count(house, `jobs.run where name = 'daily' and day = '2026-11-22' and trouble = 'no luck'`), 1)
})

test('left alone, the worker seals within a second, handles facts, and catches up when days have passed', async (t) => {
  const house = await testHouse(t)
  await make(house)
  const days: string[] = []
  let handled = 0
  const worker = await openWorker({
    worker: house.logins.worker,
    log: house.house.log,
    mail: null,
    manual: false,
    chores: [
      {
        daily: { note: async ({ today }) => void days.push(today) },
        onFact: {
          'test.happened': async () => {
            handled += 1
          },
        },
      },
    ],
  })
  t.after(() => worker.close())
  await until(() => days.length === 1)
  // The quickest of three, because this machine has other work too.
  const sealed: number[] = []
  for (let i = 0; i < 3; i++) {
    await house.asOwner((db) =>
      sql`select journal.write('test.changed', ${organisation}, null, null, null, 'a test', null)`.execute(db),
    )
    const began = performance.now()
    await until(async () => (await count(house, 'journal.entry where number is null')) === 0)
    sealed.push(performance.now() - began)
  }
  assert.ok(Math.min(...sealed) < 1000, `sealed after ${sealed} ms`)
  await state(house)
  await until(() => handled === 1)
  await house.asOwner((db) => sql`update clock.setting set instant = '2026-12-24T23:30:00Z'`.execute(db))
  await until(() => days.length === 2)
  // 23:30 in UTC is the next day in Berlin.
  assert.deepEqual(days, ['2026-11-22', '2026-12-25'])
})

test('an ordered job carries a Ref and nothing else, belongs to its transaction, and is done once', async (t) => {
  const house = await testHouse(t)
  await make(house)
  await prepareQueues(house.logins.owner, roleNames, ['test.count'])
  const done: unknown[] = []
  const worker = await openWorker({
    ...quiet,
    worker: house.logins.worker,
    log: house.house.log,
    chores: [{ jobs: { 'test.count': async (ref) => void done.push(ref) } }],
  })
  t.after(() => worker.close())
  const ref = { kind: 'organisation', id: organisation }
  const send = (queue: string, payload: unknown, rollback = false) =>
    house.asOwner(async (db) => {
      await sql`select jobs.send(${queue}, ${JSON.stringify(payload)}::jsonb)`.execute(db)
      if (rollback) throw new Error('rolled back')
    })
  await send('test.count', ref)
  await assert.rejects(send('test.count', ref, true), /rolled back/)
  for (const bad of [
    { ...ref, text: 'Erika' },
    { kind: 'organisation' },
    { ...ref, kind: 'need' },
    'text',
    null,
    { ...ref, id: newId('2026-01-01T00:00:00Z') },
  ])
    await assert.rejects(send('test.count', bad), /kind and id/, JSON.stringify(bad))
  await assert.rejects(send('nowhere', ref), /no queue/)
  await assert.rejects(send('house.daily', ref), /belongs to the house/)
  await worker.settle()
  await worker.settle()
  assert.deepEqual(done, [ref])
})

test('the application can neither read nor write the queues, and orders nothing while nobody acts', async (t) => {
  const house = await testHouse(t)
  for (const attempt of [
    'select * from pgboss.job',
    `insert into pgboss.job (name, data) values ('house.daily', '{}')`,
    'select * from jobs.run',
    'select kit.erase(gen_random_uuid())',
  ])
    await assert.rejects(house.house.pool.query(attempt), { code: '42501' }, attempt)
  await assert.rejects(house.house.pool.query(`select jobs.send('house.daily', '{}')`), { code: 'NA403' })
})

test('nothing is kept longer than its period; what is cited stays', async (t) => {
  const house = await testHouse(t)
  await make(house)
  const [plain, cited] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']
  await house.asOwner(async (db) => {
    for (const id of [plain, cited]) {
      await sql`insert into kit.object (id, kind, title, owner, audience, created) values (${id}, 'need', 'Erika braucht Hilfe', ${organisation}, 'organisation', clock.now())`.execute(
        db,
      )
      await sql`insert into kit.edition (object, number, content, at) values (${id}, 1, '{"text":"Erika"}', clock.now())`.execute(
        db,
      )
      await sql`select journal.write('need.stated', ${id}, null, null, '{"text":"Erika"}', 'a test', null)`.execute(db)
      await sql`update kit.object set deleted_at = clock.now(), revision = 2 where id = ${id}`.execute(db)
    }
    await sql`insert into trail.link (id, kind, source, source_edition, target, at) values (gen_random_uuid(), 'evidenceFor', ${cited}, 1, ${organisation}, clock.now())`.execute(
      db,
    )
    await sql`insert into access.attempt (email, source, at, good) values ('a@example.org', 'x', clock.now(), false)`.execute(
      db,
    )
    await sql`insert into mail.message (id, dedupe, address, template, data, created, send_after) values (gen_random_uuid(), 'x', 'a@example.org', 'notice', '{"what":"x"}', clock.now(), clock.now())`.execute(
      db,
    )
  })
  await house.settle()
  assert.equal(await count(house, 'access.attempt'), 1)
  await house.moveTo('2026-11-24T08:00:00Z')
  assert.equal(await count(house, 'access.attempt'), 0)
  assert.equal(await count(house, `kit.object where title = 'Erika braucht Hilfe'`), 2)
  await house.moveTo('2026-12-30T08:00:00Z')
  assert.equal(await count(house, `kit.object where title = 'Erika braucht Hilfe'`), 1)
  assert.equal(await count(house, `kit.object where erased_at is not null and id = '${plain}'`), 1)
  assert.equal(await count(house, `journal.content where after::text like '%Erika%'`), 1)
  assert.equal(await count(house, `mail.message where data <> '{}'`), 0)
  const verified = await house.asOwner(
    async (db) =>
      (await sql<{ entries: number; broken: number | null }>`select * from journal.verify()`.execute(db)).rows[0]!,
  )
  assert.deepEqual([verified.entries, verified.broken], [3, null])
  await assert.rejects(
    house.asOwner((db) =>
      sql`update kit.object set deleted_at = null, revision = revision + 1 where id = ${plain}`.execute(db),
    ),
    { code: 'NA403' },
  )
})
