// Opens transactions: as the person behind a session token, as the worker, or as the owner. No handler opens one itself.
import type pg from 'pg'
import { type Database, databaseOn } from './database.ts'

export type Actor = {
  person: string
  organisation: string | null
  session: string | null
  at: string
  today: string
  readers: string[]
  /** 'role@scope', as held today for the chosen organisation. */
  held: string[]
  mandates: string[]
}

export type Entrance = { token: string; organisation: string | null } | null

const quiet = (promise: Promise<unknown>) => promise.catch(() => undefined)

/**
 * Runs `work` in one transaction. `begin`, `access.open` and `first` go out in one batch, so that rights cost no round trip.
 * `first` is a query whose rows the work gets at once. Rolls back on any error; an actor of null is the public.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  entrance: Entrance,
  first: { text: string; values: unknown[] } | null,
  work: (db: Database, actor: Actor | null, rows: unknown[]) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const begin = client.query('begin')
    const open = entrance
      ? client.query({
          name: 'open',
          text: 'select * from access.open($1, $2)',
          values: [entrance.token, entrance.organisation],
        })
      : client.query("select set_config('nahtstelle.actor', '', true)")
    const load = first ? client.query(first.text, first.values) : null
    quiet(open)
    if (load) quiet(load)
    await begin
    const opened = await open
    const actor = entrance ? (opened.rows[0] as Actor) : null
    const rows = load ? (await load).rows : []
    const result = await work(databaseOn(client), actor, rows)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** For chores and the owner: a transaction on a login that needs no session. */
export async function inPlainTransaction<T>(pool: pg.Pool, work: (db: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(databaseOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault
    })
    throw error
  } finally {
    client.release(broken)
  }
}
