// Opens transactions: as the person behind a session token, as the worker, or as the owner. No handler opens one itself.
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { loadObject } from '#kit/objects/objects.ts'
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
  /** Instead: the object that it is about ('*': of any kind); the work gets its row, or none where it is not visible. */
  target?: { id: string; kind: string } | null
  /** The database itself refuses every write. Nothing can be lost at its end, so the result does not wait for it. */
  reading?: boolean
}

const openActor = 'select * from access.open($1, $2)'
const openAt = 'select * from access.open_at($1, $2, $3, $4)'
const noActor = "select set_config('nahtstelle.actor', '', true)"
/** For what is sent without waiting: whatever fails there makes the queries behind it fail too, and those are heard. */
const unheard = () => undefined

/**
 * Runs `work` in one transaction. `begin`, the opening and what is read first go out in one piece, so that rights cost no round trip.
 * Rolls back on any error; an actor of null is the public.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  entrance: Entrance,
  beginning: Beginning | null,
  work: (db: Database, actor: Actor | null, rows: unknown[]) => Promise<T>,
): Promise<T> {
  const { target = null, reading = false } = beginning ?? {}
  const first =
    target && !entrance ? { text: loadObject, values: [target.id, target.kind] } : (beginning?.first ?? null)
  const client = await pool.connect()
  let broken: Error | undefined
  let left = false
  try {
    const send = inOnePiece(client)
    client.query(reading ? 'begin read only' : 'begin', unheard)
    const open = client.query(
      !entrance
        ? prepared(noActor, [])
        : target
          ? prepared(openAt, [entrance.token, entrance.organisation, target.id, target.kind])
          : prepared(openActor, [entrance.token, entrance.organisation]),
    )
    const load = first ? client.query(prepared(first.text, first.values)) : null
    load?.catch(unheard)
    send()
    const [opened] = (await open).rows
    const rows = load ? (await load).rows : []
    const result =
      entrance && target
        ? await work(databaseOn(client), actorOf(opened), targetOf(opened))
        : await work(databaseOn(client), entrance ? opened : null, rows)
    if (reading) {
      left = true
      leave(pool, client)
    } else await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault
    })
    throw error
  } finally {
    if (!left) client.release(broken)
  }
}

/** Ends a reading without waiting. Whoever is next on this connection comes after the commit, in the same piece if somebody waits for it. */
function leave(pool: pg.Pool, client: pg.PoolClient) {
  const send = inOnePiece(client)
  const awaited = pool.waitingCount > 0
  client.query('commit', unheard)
  client.release()
  if (awaited) setImmediate(send)
  else send()
}

/** Keeps back what is sent on this connection until the returned function is called: one message to the machine instead of many. */
function inOnePiece(client: pg.ClientBase): () => void {
  const { stream } = (client as pg.ClientBase & { connection: { stream: Writable } }).connection
  stream.cork()
  return () => stream.uncork()
}

const actorOf = ({ person, organisation, session, at, today, readers, held, mandates }: Actor): Actor => ({
  person,
  organisation,
  session,
  at,
  today,
  readers,
  held,
  mandates,
})
const targetOf = ({
  person,
  organisation,
  session,
  at,
  today,
  held,
  mandates,
  object_readers: readers,
  ...object
}: Actor & { id: string | null; object_readers: string[] }) => (object.id === null ? [] : [{ ...object, readers }])

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
