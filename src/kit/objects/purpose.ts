// The purpose of an object: for which field alone it is there. Said and decided in the database (access.bind, access.sees).
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export const purpose = (db: Database) => ({
  async of(id: string): Promise<string | null> {
    const { rows } = await sql<{ purpose: string | null }>`select purpose from kit.object where id = ${id}`.execute(db)
    return rows[0]?.purpose ?? null
  },
  async bind(id: string, to: string | null): Promise<void> {
    await sql`select access.bind(${id}, ${to})`.execute(db)
  },
})
