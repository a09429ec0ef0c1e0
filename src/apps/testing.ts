// A real house on a real, private database for tests: no mocks. The template is migrated once per run and cloned for each test.
import { createHash } from 'node:crypto'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { setClock } from '#kit/clock/clock.ts'
import { type Database, type Login, openPool } from '#kit/db/database.ts'
import { roleNames } from '#kit/db/managed/login.ts'
import { testCluster } from '#kit/db/managed/test-database.ts'
import { migrations } from '#kit/db/migrate.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { prepareDatabase } from './database.ts'
import { type Open, openHouse, type Settings } from './house.ts'
import { openWorker, type Worker } from './worker.ts'

type Logins = { owner: Login; app: Login; worker: Login; backup: Login }
type Reply = {
  status: number
  body: Record<string, unknown> & Record<string, never>
  headers: Record<string, string | string[] | undefined>
}

export type Caller = {
  get(url: string): Promise<Reply>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  /** With `If-Match`. */
  put(url: string, revision: number, body?: unknown): Promise<Reply>
  delete(url: string, revision: number): Promise<Reply>
  /** A POST that changes its target, with `If-Match`. */
  act(url: string, revision: number, body?: unknown): Promise<Reply>
  upload(url: string, name: string, bytes: Buffer | string, headers?: Record<string, string>): Promise<Reply>
  raw(method: string, url: string, body: unknown, headers: Record<string, string>): Promise<Reply>
  cookie: string
}

export type TestHouse = Open & {
  logins: Logins
  worker: Worker
  /** Somebody without a session. */
  visitor: Caller
  signIn(email: string, options?: { for?: string; password?: string }): Promise<Caller>
  /** Sets the installation's time and runs every chore that became due. */
  moveTo(instant: string): Promise<void>
  /** Runs all chores and jobs that wait, until nothing is left to do; seals the journal. */
  settle(): Promise<void>
  asOwner<T>(work: (db: Database) => Promise<T>): Promise<T>
  url(): Promise<string>
  /** Another application process's worth of house on the same database. */
  another(): Promise<Open>
}

const templateName = `nahtstelle_template_${createHash('sha256')
  .update(
    migrations()
      .map((step) => step.checksum)
      .join(''),
  )
  .digest('hex')
  .slice(0, 12)}`

/** One migrated database per set of migrations and cluster; the first test process makes it, the others wait. */
async function template(cluster: Awaited<ReturnType<typeof testCluster>>): Promise<string> {
  const client = new pg.Client(cluster.admin)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(20151706)')
    const there = await client.query('select from pg_database where datname = $1', [templateName])
    if (there.rowCount === 0) {
      const made = await cluster.createDatabase()
      await prepareDatabase(made.logins.owner, roleNames, { demo: false })
      await client.query(`alter database ${made.name} rename to ${templateName}`)
    }
    return templateName
  } finally {
    await client.end()
  }
}

/** Opens a house that is closed after the test. `at`: the time of the installation at the beginning. */
export async function testHouse(
  t: TestContext | { after(fn: () => Promise<void>): void },
  options: { at?: string; demo?: boolean; boundaries?: Settings['boundaries']; also?: Settings['also'] } = {},
): Promise<TestHouse> {
  const cluster = await testCluster()
  const database = await cluster.createDatabase(await template(cluster))
  const owner = openPool(database.logins.owner, 2)
  const asOwner = <T>(work: (db: Database) => Promise<T>) => inPlainTransaction(owner, work)
  await asOwner((db) => setClock(db, options.at ?? '2026-11-22T08:00:00Z'))
  // The hunt for mutants proves that a test notices when this is gone.
  const alter = process.env.NAHTSTELLE_TEST_ALTER
  if (alter) await asOwner((db) => sql.raw(alter).execute(db))
  if (options.demo) await asOwner((db) => sql`update kit.installation set demo = true`.execute(db))
  const settings = {
    app: database.logins.app,
    demo: options.demo ?? false,
    logLevel: process.env.NAHTSTELLE_TEST_LOG ?? 'fatal',
    ...(options.boundaries ? { boundaries: options.boundaries } : {}),
    ...(options.also ? { also: options.also } : {}),
  }
  const open = await openHouse(settings)
  const worker = await openWorker({ worker: database.logins.worker, log: open.house.log, mail: null, manual: true })
  const others: Open[] = []
  t.after(async () => {
    await worker.close()
    for (const other of others) await other.close()
    await open.close()
    await owner.end()
    await database.drop()
    await cluster.stop()
  })
  let address: string | undefined
  const house: TestHouse = {
    ...open,
    logins: database.logins,
    worker,
    visitor: caller(open, ''),
    async signIn(email, { for: organisation, password = 'nahtstelle-test' } = {}) {
      const reply = await open.app.inject({ method: 'POST', url: '/api/session', payload: { email, password } })
      if (reply.statusCode !== 200) throw new Error(`sign-in of ${email}: ${reply.body}`)
      return caller(open, `nahtstelle=${reply.cookies[0]!.value}`, organisation)
    },
    async moveTo(instant) {
      await asOwner((db) => setClock(db, instant))
      await worker.settle()
    },
    settle: () => worker.settle(),
    asOwner,
    async url() {
      address ??= await open.listen(0)
      return address
    },
    async another() {
      const other = await openHouse(settings)
      others.push(other)
      return other
    },
  }
  return house
}

export function caller(open: Open, cookie: string, organisation?: string): Caller {
  const send = async (
    method: string,
    url: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const reply = await open.app.inject({
      method: method as 'GET',
      url: `/api${url}`,
      headers: { ...(cookie ? { cookie } : {}), ...(organisation ? { 'x-acting-for': organisation } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as string }),
    })
    const json = String(reply.headers['content-type'] ?? '').startsWith('application/json')
    return {
      status: reply.statusCode,
      body: (json && reply.body ? JSON.parse(reply.body) : reply.rawPayload) as Reply['body'],
      headers: reply.headers as Reply['headers'],
    }
  }
  return {
    cookie,
    raw: send,
    get: (url) => send('GET', url, undefined),
    post: (url, body = {}, headers = {}) => send('POST', url, body, headers),
    put: (url, revision, body = {}) => send('PUT', url, body, { 'if-match': `"${revision}"` }),
    delete: (url, revision) => send('DELETE', url, undefined, { 'if-match': `"${revision}"` }),
    act: (url, revision, body = {}) => send('POST', url, body, { 'if-match': `"${revision}"` }),
    upload: (url, name, bytes, headers = {}) =>
      send('POST', url, Buffer.from(bytes as string), {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
        ...headers,
      }),
  }
}
