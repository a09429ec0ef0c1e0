// Ordering a job: in the caller's own transaction, about one object that the caller sees.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type JobRef = { kind: string; id: string }

export const jobs = (db: Database) => ({
  async send(queue: string, ref: JobRef): Promise<string> {
    const { rows } = await sql<{
      id: string
    }>`select jobs.send(${queue}, ${JSON.stringify({ kind: ref.kind, id: ref.id })}::jsonb) as id`.execute(db)
    return rows[0]!.id
  },
})
