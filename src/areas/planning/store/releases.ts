// Which of the chairs have released an edition of a result.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type KeyRow = { organisation: string; title: string; at: string | null }

/** Every organisation that chairs the body today or has given a key, with the instant of its key. */
export async function keysOf(db: Database, object: string, edition: number, body: string): Promise<KeyRow[]> {
  const { rows } = await sql<KeyRow>`
    select w.organisation, o.title, r.at from (
        select organisation from access.mandate where body = ${body} and role = 'chair' and superseded_at is null and from_day <= clock.today()
          and (until_day is null or clock.today() < until_day)
        union select organisation from cooperation.release where object = ${object} and edition = ${edition}) w
      join kit.object o on o.id = w.organisation
      left join cooperation.release r on r.object = ${object} and r.edition = ${edition} and r.organisation = w.organisation
     order by o.title collate kit.german`.execute(db)
  return rows
}

export async function isReleased(db: Database, object: string, edition: number): Promise<boolean> {
  const { rows } = await sql<{ released: boolean }>`select cooperation.is_released(${object}, ${edition}) as released`.execute(db)
  return rows[0]!.released
}
