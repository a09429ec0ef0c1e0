// Rows of foundings that are being prepared.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { FoundingOutcome } from '../contract/foundings.ts'

type Json = Record<string, never>
export type FoundingRow = { content: Json; made: Record<string, FoundingOutcome>; finished_on: string | null }

export const foundings = (db: Database) => ({
  /** Begun and neither finished nor taken away, the latest first. */
  async mine() {
    const { rows } = await sql<{ id: string; title: string; changed: string; revision: number; begun: boolean }>`
      select f.id, o.title, f.changed_at as changed, o.revision, coalesce(f.made->'body' ? 'id', false) as begun
        from cooperation.founding f join kit.object o on o.id = f.id
       where f.finished_on is null and o.deleted_at is null order by f.changed_at desc, f.id`.execute(db)
    return rows
  },
  async row(id: string): Promise<FoundingRow | undefined> {
    const { rows } =
      await sql<FoundingRow>`select content, made, finished_on from cooperation.founding where id = ${id}`.execute(db)
    return rows[0]
  },
  async make(id: string, content: unknown): Promise<void> {
    await sql`insert into cooperation.founding (id, content, changed_at) values (${id}, ${JSON.stringify(content)}::jsonb, clock.now())`.execute(
      db,
    )
  },
  async keep(id: string, content: unknown): Promise<void> {
    await sql`update cooperation.founding set content = ${JSON.stringify(content)}::jsonb, changed_at = clock.now() where id = ${id}`.execute(
      db,
    )
  },
  /** Two that note at once do not write over each other; what is made stays made. */
  async note(id: string, step: string, outcome: FoundingOutcome): Promise<void> {
    await sql`update cooperation.founding set made = made || ${JSON.stringify({ [step]: outcome })}::jsonb, changed_at = clock.now()
      where id = ${id} and not coalesce(made->${step}::text ? 'id', false)`.execute(db)
  },
  async finish(id: string, content: unknown, today: string): Promise<void> {
    await sql`update cooperation.founding set content = ${JSON.stringify(content)}::jsonb, changed_at = clock.now(), finished_on = ${today} where id = ${id}`.execute(
      db,
    )
  },
})
