// The thin way to PostgreSQL: a pool whose clients pipeline, and Kysely on one client for the length of one transaction.
import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { KitRows } from '#kit/rows.ts'

export type Database = Kysely<KitRows>
export type Login = { host: string; port: number; user: string; password: string; database: string }

const { types } = pg
// Every connection speaks UTC, so what comes is nearly always in the form that is wanted but for two characters.
const isoInstant = (text: string) => {
  if (/^\d{4}-.{5} .{8}(\.\d+)?\+00$/.test(text)) return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
  return text === 'infinity' || text === '-infinity' ? text : Temporal.Instant.from(text.replace(' ', 'T')).toString()
}
// Days stay days, instants become ISO text in UTC, counts and decimals become numbers: set here once, nowhere else.
types.setTypeParser(1082, (text) => text)
types.setTypeParser(1114, (text) => text)
types.setTypeParser(1184, isoInstant)
types.setTypeParser(20, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} does not fit into a number`)
  return value
})
types.setTypeParser(1700, Number)
types.setTypeParser(2951 as number as Parameters<typeof types.setTypeParser>[0], (text: string) =>
  text === '{}' ? [] : text.slice(1, -1).split(','),
)

/** Connections for one login. Every connection speaks UTC, so that no text depends on the machine. */
export function openPool(login: Login | string, most = 10): pg.Pool {
  const where = typeof login === 'string' ? { connectionString: login } : login
  const pool = new pg.Pool({
    ...where,
    max: most,
    pipeline: true,
    idleTimeoutMillis: 30_000,
    options: '-c timezone=UTC -c search_path= -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
  } as pg.PoolConfig)
  // A connection that breaks while idle is replaced at the next request; the request that used it has its own error.
  pool.on('error', () => undefined)
  // So is one that breaks in the middle of a transaction while no query runs; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const names = new Map<string, string>()
/** The same text is parsed and planned once per connection: with row-level security, planning costs more than the query. */
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    // Texts are few: they stand in the code. Should somebody build them without end, the names begin anew.
    if (names.size > 5000) names.clear()
    name = createHash('sha256').update(text).digest('base64url').slice(0, 30)
    names.set(text, name)
  }
  return name
}

/** A query under the name of its text. */
export const prepared = (text: string, values: readonly unknown[]) => ({
  name: nameOf(text),
  text,
  values: [...values],
})

class OneConnection implements DatabaseConnection {
  readonly client: pg.ClientBase
  constructor(client: pg.ClientBase) {
    this.client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.client.query(prepared(query.sql, query.parameters))
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  // biome-ignore lint/correctness/useYield: streams are not used; Kysely asks for the method.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streams are not used')
  }
}

class OneClientDriver implements Driver {
  readonly connection: DatabaseConnection
  constructor(client: pg.ClientBase) {
    this.connection = new OneConnection(client)
  }
  async init() {}
  async acquireConnection() {
    return this.connection
  }
  async beginTransaction() {
    throw new Error('a transaction is opened by kit/db/transaction, nowhere else')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

// Neither keeps anything between queries.
const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** Kysely on one client. Cheap to make; lives as long as the transaction. */
export function databaseOn(client: pg.ClientBase): Database {
  return new Kysely<KitRows>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new OneClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  })
}
