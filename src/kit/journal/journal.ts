// Every change is one row, written in its own transaction; the sealer appends it to the hash chain within a second.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Role } from '#kit/http/contract.ts'

export type Change = {
  verb: string
  object: string
  /** The roles that justify the act: the mandate with one of them, nearest to the object, is recorded. */
  roles?: readonly Role[] | null
  before?: unknown
  after?: unknown
  /** The clause or rule, where a chore acts. */
  because?: string
  many?: number
}

const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value))

export const journal = (db: Database) => ({
  /** Returns the id of the entry. Personal values are given by reference (an id), never as text. */
  async write(change: Change): Promise<number> {
    const { rows } = await sql<{
      id: number
    }>`select journal.write(${change.verb}, ${change.object}, ${change.roles ? [...change.roles] : null},
      ${json(change.before)}::jsonb, ${json(change.after)}::jsonb, ${change.because ?? null}, ${change.many ?? null}) as id`.execute(
      db,
    )
    return rows[0]!.id
  },
  /** Many entries of a chore in one statement. */
  async writeAll(changes: readonly { verb: string; object: string; after: unknown; because: string }[]): Promise<void> {
    if (changes.length === 0) return
    await sql`select journal.write(x.verb, x.object, null, null, x.after, x.because, null)
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as x (verb text, object uuid, after jsonb, because text)`.execute(
      db,
    )
  },
  /** The history of an object, newest first; names as they are today. */
  async of(object: string, most = 50) {
    const { rows } = await sql<{
      id: number
      at: string
      verb: string
      person: string | null
      organisation: string | null
      role: string | null
      because: string | null
      revision: number
    }>`select e.id, e.at, e.verb, p.title as person, w.title as organisation, m.role, e.because, e.revision
         from journal.entry e left join kit.object p on p.id = e.person left join kit.object w on w.id = e.organisation
         left join access.mandate m on m.id = e.mandate
        where e.object = ${object} order by e.id desc limit ${most}`.execute(db)
    return rows
  },
  /** The content written last, for the loser of an edit: what stands there now. */
  async latest(object: string): Promise<{ after: unknown; at: string; organisation: string | null } | undefined> {
    const { rows } = await sql<{ after: unknown; at: string; organisation: string | null }>`
      select c.after, e.at, w.title as organisation from journal.entry e left join journal.content c on c.entry = e.id
        left join kit.object w on w.id = e.organisation
       where e.object = ${object} order by e.id desc limit 1`.execute(db)
    return rows[0]
  },
})

/** Seals what is committed, in order. Returns the last number, or null when another process is sealing. */
export async function seal(db: Database): Promise<number | null> {
  const { rows } = await sql<{ number: number | null }>`select journal.seal(5000) as number`.execute(db)
  return rows[0]!.number
}

export async function verifyJournal(db: Database): Promise<{ entries: number; head: string; broken: number | null }> {
  const { rows } = await sql<{
    entries: number
    head: string
    broken: number | null
  }>`select * from journal.verify()`.execute(db)
  return rows[0]!
}
