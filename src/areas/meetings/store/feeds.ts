// The calendar subscription of a person for the organisation it acts for: one at a time.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'

export const feeds = (db: Database) => ({
  async mine(): Promise<{ made_at: string } | undefined> {
    const { rows } = await sql<{ made_at: string }>`select made_at from meetings.feed where ended_at is null`.execute(
      db,
    )
    return rows[0]
  },
  async make(id: string, { person, organisation }: Actor, token: string): Promise<void> {
    await sql`insert into meetings.feed (id, person, organisation, digest, made_at)
      values (${id}, ${person}, ${organisation}, ${createHash('sha256').update(token).digest()}, (access.actor()).at)`.execute(
      db,
    )
  },
  async end(): Promise<void> {
    await sql`update meetings.feed set ended_at = (access.actor()).at where ended_at is null`.execute(db)
  },
  /** From here on the transaction reads as the person of this subscription. False: there is none, or its time is over. */
  async open(token: string): Promise<boolean> {
    const { rows } = await sql<{
      organisation: string | null
    }>`select meetings.open_feed(${token}) as organisation`.execute(db)
    return rows[0]!.organisation !== null
  },
  /** As the worker. */
  async forget(person: string): Promise<void> {
    await sql`delete from meetings.feed where person = ${person}`.execute(db)
  },
  /** As the worker: of what was taken back a month ago nothing is left. */
  async sweep(): Promise<void> {
    await sql`delete from meetings.feed where ended_at < clock.now() - interval '30 days'`.execute(db)
  },
})
