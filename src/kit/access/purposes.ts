// For which fields an organisation takes part in a body; closed and replaced, never rewritten. Visibility reads them itself (access.sees).
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'

/** The fields are words of the areas. */
export type Purpose = { organisation: string; fields: string[]; reason: string }

export const purposes = (db: Database) => ({
  async of(body: string): Promise<Purpose[]> {
    const { rows } = await sql<Purpose>`
      select organisation, fields, reason from access.purpose where body = ${body} and superseded_at is null`.execute(
      db,
    )
    return rows
  },
  async lift(body: string, organisation: string): Promise<void> {
    await sql`update access.purpose set superseded_at = clock.now()
      where body = ${body} and organisation = ${organisation} and superseded_at is null`.execute(db)
  },
  async bind(
    p: { body: string; organisation: string; fields: readonly string[]; reason: string; by: string },
    at: string,
  ): Promise<void> {
    await sql`insert into access.purpose (id, organisation, body, fields, reason, bound_by, recorded_at)
      values (${newId(at)}, ${p.organisation}, ${p.body}, ${[...p.fields]}, ${p.reason}, ${p.by}, clock.now())`.execute(
      db,
    )
  },
})
