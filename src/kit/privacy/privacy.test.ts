// Data protection on a real database: the catalogue names every personal column of the migrated schema, the papers name the right law, and a
// person can be erased while the chain of the journal still verifies.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { sql } from 'kysely'
import { catalogue, impersonal } from '#apps/privacy.ts'
import { testHouse } from '#apps/testing.ts'
import { zipEntries } from '#kit/files/zip.ts'
import { newId } from '#kit/objects/id.ts'
import { type Column, disagreements, held } from './catalogue.ts'
import type { Assessment, RecordOfProcessing } from './contract.ts'
import { recordOfProcessing } from './record.ts'

const link = 'first-run-token-of-this-test-0123456789'
const password = 'nahtstelle-test'

async function founded(t: Parameters<typeof testHouse>[0]) {
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
    email: 'erika@example.org',
    password,
  })
  return {
    house,
    erika: await house.signIn('erika@example.org'),
    ids: reply.body as unknown as { organisation: string; person: string },
  }
}

test('the catalogue names every personal column of the schema, and none that is not there', async (t) => {
  const house = await testHouse(t)
  const { rows } = await house.asOwner((db) =>
    sql<Column>`select table_schema || '.' || table_name as table, column_name as column from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'migration') order by 1, ordinal_position`.execute(
      db,
    ),
  )
  assert.deepEqual(disagreements(rows, catalogue, impersonal), [])
})

test('a new personal column, a new column beside one and a column that went are noticed', () => {
  const list = [held('a.b', 'access', 'account', 'self', { identity: 'person', technical: 'id' })]
  const there = [
    { table: 'a.b', column: 'person' },
    { table: 'a.b', column: 'id' },
  ]
  assert.deepEqual(disagreements(there, list, {}), [])
  for (const column of ['email', 'first_name', 'home_address', 'phone', 'contact_person', 'date_of_birth'])
    assert.equal(disagreements([...there, { table: 'c.d', column }], list, {}).length, 1, column)
  assert.equal(
    disagreements([...there, { table: 'c.d', column: 'email' }], list, { 'c.d.email': 'of an office' }).length,
    0,
  )
  assert.equal(disagreements([...there, { table: 'a.b', column: 'colour' }], list, {}).length, 1)
  assert.equal(disagreements([there[0]!], list, {}).length, 1)
})

test('the papers name the law that applies, and every activity has its period', async (t) => {
  const { erika } = await founded(t)
  const record = (await erika.get('/privacy/record')).body as unknown as RecordOfProcessing
  assert.deepEqual(
    [record.law, record.norm, record.controller.title],
    ['DSGVO', 'Art. 30 Abs. 1 DSGVO', 'Landkreis Beispiel (Beispiel)'],
  )
  assert.equal(record.activities.length, 6)
  for (const activity of record.activities)
    assert.ok(activity.kept.length > 0 && activity.data.length > 0, activity.name)
  assert.ok(record.activities[0]!.data.some(({ columns }) => columns.includes('access.account.email')))
  const draft = (await erika.get('/privacy/assessment')).body as unknown as Assessment
  assert.equal(draft.norm, 'Art. 35 DSGVO')
  const whom = { controller: record.controller, asOf: '2026-11-22', invented: false }
  assert.equal(recordOfProcessing(catalogue, { ...whom, law: 'KDG' }).norm, '§ 31 KDG')
  assert.equal(recordOfProcessing(catalogue, { ...whom, law: 'DSG-EKD' }).norm, '§ 31 DSG-EKD')
  for (const paper of ['record', 'assessment']) {
    const file = await erika.get(`/privacy/${paper}/document`)
    assert.equal(file.status, 200)
    assert.ok(
      zipEntries(file.body as unknown as Buffer)!.some((entry) => entry.name === 'word/document.xml'),
      paper,
    )
  }
})

test('an erased person leaves no name, address or way in; what was done stays, and the chain verifies', async (t) => {
  const { house, erika, ids } = await founded(t)
  const person = newId('2026-11-22T08:00:00Z')
  await house.asOwner(async (db) => {
    await sql`insert into kit.object (id, kind, title, owner, audience, created) values (${person}, 'person', 'Jürgen Vergessmich', ${ids.organisation}, 'members', clock.now())`.execute(
      db,
    )
    await sql`insert into access.account (person, email, created) values (${person}, 'juergen@example.org', clock.now())`.execute(
      db,
    )
    await sql`insert into access.mandate (id, person, organisation, role, from_day, until_day, basis, recorded_at) values (gen_random_uuid(), ${person}, ${ids.organisation}, 'staff', '2026-01-01', '2026-12-01', 'Bestellung', clock.now())`.execute(
      db,
    )
    await sql`select journal.write('person.added', ${person}, null, null, '{"name":"Vergessmich"}', 'a test', null)`.execute(
      db,
    )
    await sql`insert into mail.message (id, dedupe, person, address, template, data, created, send_after) values (gen_random_uuid(), 'j', ${person}, 'juergen@example.org', 'notice', '{"what":"x"}', clock.now(), clock.now())`.execute(
      db,
    )
    await sql`insert into access.attempt (email, source, at, good) values ('juergen@example.org', 'x', clock.now(), false)`.execute(
      db,
    )
  })
  await house.asOwner(async (db) => {
    await sql`insert into actors.contact (id, organisation, person, email, phone, audience, confirmed_on, recorded_at)
      values (gen_random_uuid(), ${ids.organisation}, ${person}, 'juergen@example.org', '089 1', 'public', '2026-01-01', clock.now())`.execute(
      db,
    )
  })
  await house.settle()
  const order = { because: 'request' }
  const still = await erika.act(`/persons/${person}/erasure`, 1, order)
  assert.deepEqual([still.status, still.body.code], [409, 'stillActs'])
  assert.equal((await erika.act(`/persons/${ids.person}/erasure`, 1, order)).body.code, 'oneself')
  await house.moveTo('2026-12-01T08:00:00Z')
  const again = await house.signIn('erika@example.org')
  assert.equal((await again.act(`/persons/${person}/erasure`, 1, order)).status, 200)
  await house.settle()
  const everything = await house.asOwner((db) =>
    sql<{ text: string }>`
    select to_jsonb(o)::text as text from kit.object o union all select to_jsonb(c)::text from access.account c union all select to_jsonb(a)::text from access.attempt a
    union all select to_jsonb(m)::text from mail.message m union all select to_jsonb(j)::text from journal.content j union all select to_jsonb(j)::text from journal.entry j
    union all select to_jsonb(s)::text from search.entry s union all select to_jsonb(i)::text from access.invitation i
    union all select to_jsonb(k)::text from actors.contact k`.execute(db),
  )
  for (const { text } of everything.rows) assert.doesNotMatch(text, /vergessmich|juergen@|jürgen/i)
  const { rows } = await house.asOwner((db) =>
    sql<{
      title: string
      broken: number | null
      entries: number
    }>`select o.title, v.broken, v.entries from kit.object o, journal.verify() v where o.id = ${person}`.execute(db),
  )
  assert.deepEqual([rows[0]!.title, rows[0]!.broken], ['Gelöschte Person', null])
  assert.ok(rows[0]!.entries >= 4)
  const history = (await again.get(`/history/${person}`)).body as unknown as {
    entries: { verb: string; because: string | null }[]
  }
  assert.deepEqual(
    history.entries.map(({ verb }) => verb),
    ['person.erased', 'person.erasureOrdered', 'person.added'],
  )
  assert.equal(history.entries[0]!.because, 'Löschung nach Art. 17 DSGVO')
  assert.equal((await again.act(`/persons/${person}/erasure`, 3, order)).status, 403)
  await assert.rejects(house.house.pool.query('select privacy.erase_person($1, $2)', [person, 'x']), { code: '42501' })
})
