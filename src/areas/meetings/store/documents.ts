// What a document of a meeting says beyond the meeting itself.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export const documents = (db: Database) => ({
  /** Whether this organisation has a seat today that is no guest's. */
  async isMember(body: string, organisation: string | null): Promise<boolean> {
    const { rows } = await sql<{ member: boolean }>`
      select exists (select from cooperation.seat s where s.body = ${body} and s.organisation = ${organisation} and not s.guest and s.superseded_at is null
        and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)) as member`.execute(
      db,
    )
    return rows[0]!.member
  },
})
