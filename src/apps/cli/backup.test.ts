// Backup, restore, export and move: the real programme, on a world in which every kind of object of every area exists.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { builders } from '#apps/matrix/expected/all.ts'
import { buildWorld } from '#apps/matrix/world.ts'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { restore } from '#kit/backup/put.ts'
import { fullName, tablesOf } from '#kit/backup/tables.ts'
import type { Login } from '#kit/db/database.ts'
import { roleNames, withConnection } from '#kit/db/managed/login.ts'
import { type TestDatabase, testCluster } from '#kit/db/managed/test-database.ts'
import { clearAway, temporaryFolder } from '#kit/db/managed/test-installation.ts'
import { nahtstelle } from './testing.ts'

const folder = temporaryFolder()
const data = temporaryFolder()
const file = join(folder, 'sicherung.gz')
const closing: (() => unknown)[] = [() => clearAway(folder), () => clearAway(data)]
after(async () => {
  for (const close of closing.reverse()) await close()
})
let house: TestHouse

const urlOf = ({ user, password, host, port, database }: Login) =>
  `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`
const envOf = ({ app, owner, worker, backup }: TestDatabase['logins']) => ({
  DATABASE_URL: urlOf(app),
  DATABASE_OWNER_URL: urlOf(owner),
  DATABASE_WORKER_URL: urlOf(worker),
  DATABASE_BACKUP_URL: urlOf(backup),
  DATABASE_BACKUP_ROLE: backup.user,
})
async function empty(): Promise<TestDatabase> {
  const cluster = await testCluster()
  const made = await cluster.createDatabase()
  closing.push(
    () => cluster.stop(),
    () => made.drop(),
  )
  return made
}
const objectsIn = ({ logins }: Pick<TestDatabase, 'logins'>) =>
  withConnection(logins.owner, async (client) => {
    const { rows } = await client.query<{ there: boolean }>("select to_regclass('kit.object') is not null as there")
    return rows[0]!.there ? (await client.query('select from kit.object')).rows.length : null
  })
const inside = (logins: TestDatabase['logins'], ...words: string[]) => nahtstelle(words, { env: envOf(logins) })
const refused = ({ code, out, told }: Awaited<ReturnType<typeof nahtstelle>>, sentence: RegExp) => {
  assert.equal(code, 1, out)
  assert.match(told, sentence)
  assert.equal(told.trim().split('\n').length, 1, told)
}

before(async () => {
  house = await testHouse({ after: (close: () => Promise<void>) => void closing.push(close) })
  await buildWorld(house, builders)
  await house.settle()
  // An example stays an example wherever it goes.
  await house.asOwner((db) => sql`update kit.installation set demo = true`.execute(db))
  const { code, told } = await inside(house.logins, 'backup', file)
  assert.equal(code, 0, told)
  assert.match(told, /geschrieben und geprüft\. Das Änderungsprotokoll endet mit Nummer \d+, Kopf [0-9a-f]{64}/)
})

test('restored into an empty database, everything is there again to the byte, the journal verifies, nothing was written beside it', async () => {
  const target = await empty()
  const { code, told } = await inside(target.logins, 'restore', file)
  assert.equal(code, 0, told)
  const [before, behind] = await Promise.all([
    inside(house.logins, 'export', 'all'),
    inside(target.logins, 'export', 'all'),
  ])
  assert.equal(behind.out, before.out)
  assert.equal(before.out, gunzipSync(readFileSync(file)).toString())
  assert.equal((await inside(target.logins, 'verify-journal')).code, 0)
  assert.equal(await objectsIn(target), await objectsIn(house))
  refused(await inside(target.logins, 'restore', file), /enthält bereits Daten/)
  await withConnection(target.logins.owner, async (client) => {
    const { rows: open } = await client.query(
      "select conrelid::regclass from pg_constraint where contype = 'f' and not convalidated",
    )
    assert.deepEqual(open, [])
    const count = async (login: Login, query: string) =>
      withConnection(login, async (one) => (await one.query<{ n: string }>(query)).rows[0]!.n)
    for (const query of [
      "select count(*) as n from pg_constraint where contype = 'f' and conrelid::regclass::text !~ '^pgboss'",
      'select count(*) as n from pg_class where relforcerowsecurity',
      "select count(*) as n from pg_trigger where tgenabled = 'O' and not tgisinternal",
    ])
      assert.equal(await count(target.logins.owner, query), await count(house.logins.owner, query), query)
  })
})

test('every table of the house with content is in it, and no session, token or answer is', async () => {
  const text = gunzipSync(readFileSync(file)).toString()
  const tables = await withConnection(house.logins.backup, (client) => tablesOf(client))
  const filled = tables.filter((table) => {
    const at = text.indexOf(`{"table":"${fullName(table)}"`)
    assert.ok(at >= 0, fullName(table))
    return !text.slice(text.indexOf('\n', at) + 1).startsWith('\\.\n')
  })
  assert.ok(filled.length > 60, `${filled.length} tables hold something`)
  for (const gone of ['access.session', 'access.invitation', 'access.act_link', 'access.seal', 'kit.reply', 'pgboss'])
    assert.doesNotMatch(text, new RegExp(`"table":"${gone.replace('.', '\\.')}`))
  assert.equal(statSync(file).mode & 0o077, 0, 'for nobody else to read')
})

test('a damaged, shortened, foreign or newer file is refused before anything is touched', async () => {
  const target = await empty()
  const whole = readFileSync(file)
  const text = gunzipSync(whole)
  const put = (name: string, bytes: Buffer | string) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const altered = Buffer.from(text)
  altered[Math.floor(altered.length / 2)]! ^= 1
  const line = (text.toString().indexOf('\n') + 1) as number
  const heading = JSON.parse(text.subarray(0, line).toString()) as { steps: [string, string][] }
  const newer = { ...heading, steps: [...heading.steps, ['9999-later', 'x']] }
  const cases: [string, Buffer | string, RegExp][] = [
    ['halb.gz', whole.subarray(0, whole.length / 2), /beschädigt oder unvollständig/],
    ['kurz', text.subarray(0, -20), /beschädigt oder unvollständig/],
    ['anders', altered, /beschädigt oder unvollständig/],
    ['anders.gz', gzipSync(altered), /beschädigt oder unvollständig/],
    ['ohne-ende', text.subarray(0, text.lastIndexOf('{"rows"')), /beschädigt oder unvollständig/],
    ['fremd.csv', 'a;b\n1;2\n', /keine Sicherung von Nahtstelle/],
    ['leer', '', /keine Sicherung von Nahtstelle/],
    ['zufall', randomBytes(5000), /keine Sicherung|beschädigt/],
    ['neuer', Buffer.concat([Buffer.from(`${JSON.stringify(newer)}\n`), text.subarray(line)]), /beschädigt|neueren/],
  ]
  const from = (bytes: Buffer | string) => () => Readable.from([Buffer.from(bytes as string)])
  for (const [name, bytes, sentence] of cases) {
    if (name.endsWith('.gz')) refused(await inside(target.logins, 'restore', put(name, bytes)), sentence)
    else await assert.rejects(restore(from(bytes), target.logins.owner, roleNames), { message: sentence }, name)
    assert.equal(await objectsIn(target), null, name)
  }
  refused(await inside(target.logins, 'restore', join(folder, 'nirgends')), /lässt sich nicht öffnen/)
  refused(await inside(house.logins, 'backup', file), /gibt es schon/)
  refused(await inside(house.logins, 'backup', join(folder, 'fehlt', 'x.gz')), /lässt sich nicht anlegen/)
  assert.equal((await inside(house.logins, 'export', 'alles')).code, 2)
})

test('from an own folder to a server and back: the same to the byte', async () => {
  const own = (...words: string[]) => nahtstelle(words, { env: { DATA: data } })
  const put = await nahtstelle(['restore', '-'], { env: { DATA: data }, input: readFileSync(file) })
  assert.equal(put.code, 0, put.told)
  const target = await empty()
  const { DATABASE_URL, ...others } = envOf(target.logins)
  const moved = await nahtstelle(['move-to', DATABASE_URL], { env: { DATA: data, ...others } })
  assert.equal(moved.code, 0, moved.told)
  assert.match(moved.told, /Alles ist auf dem Server/)
  const text = gunzipSync(readFileSync(file)).toString()
  assert.equal((await own('export', 'all')).out, text)
  assert.equal((await inside(target.logins, 'export', 'all')).out, text)
})
