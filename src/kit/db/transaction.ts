// Opens transactions: as the person behind a session token, as the worker, or as the owner. No handler opens one itself.
import type pg from 'pg'
import { type Database, databaseOn, prepared } from './database.ts'

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

/** What of a transaction is known before it begins. */
export type Beginning = {
  /** A query whose rows the work gets at once. */
  first?: { text: string; values: unknown[] } | null
  /** The database itself refuses every write. Nothing can be lost at its end, so the result does not wait for it. */
  reading?: boolean
}

type Corked = pg.PoolClient & { connection?: { stream?: { cork?(): void; uncork?(): void } } }
const openActor = 'select * from access.open($1, $2)'
const noActor = "select set_config('nahtstelle.actor', '', true)"
/** The fault of a query that is sent without waiting is met by those behind it: they fail too, and it is what they are asked for first. */
const unheard = () => undefined

/**
 * Runs `work` in one transaction. `begin`, `access.open` and `first` go out in one piece, so that rights cost no round trip.
 * Rolls back on any error; an actor of null is the public.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  entrance: Entrance,
  beginning: Beginning | null,
  work: (db: Database, actor: Actor | null, rows: unknown[]) => Promise<T>,
): Promise<T> {
  const { first = null, reading = false } = beginning ?? {}
  const client = await pool.connect()
  let broken: Error | undefined
  let leaving = false
  try {
    const stream = (client as Corked).connection?.stream
    stream?.cork?.()
    client.query(reading ? 'begin read only' : 'begin', unheard)
    const open = client.query(entrance ? prepared(openActor, [entrance.token, entrance.organisation]) : prepared(noActor, []))
    const load = first ? client.query(prepared(first.text, first.values)) : null
    stream?.uncork?.()
    load?.catch(unheard)
    const opened = await open
    const actor = entrance ? (opened.rows[0] as Actor) : null
    const rows = load ? (await load).rows : []
    const result = await work(databaseOn(client), actor, rows)
    if (!reading) await client.query('commit')
    else {
      leaving = true
      client.query('commit', (fault: Error | null) => client.release(fault ?? undefined))
    }
    return result
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault
    })
    throw error
  } finally {
    if (!leaving) client.release(broken)
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
