// Search: what an object is found by, and finding it.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type HitRow = {
  id: string
  kind: string
  title: string
  owner: string | null
  owner_title: string | null
  body: string | null
  body_title: string | null
  invented: boolean
  created: string
  in_title: boolean
}

/** Of so many the first are shown: one clause makes a duty for each of thirty members, and they shall not hide the need they are about. */
const looked = 300

export const search = (db: Database) => ({
  /** What else than its title an object is found by, in the transaction that changes it. Replaces what was put before. */
  async put(object: string, ...texts: readonly (string | null | undefined)[]): Promise<void> {
    await sql`select search.put(${object}, ${texts.filter(Boolean).join('\n')})`.execute(db)
  },
  async find(query: string, kinds: readonly string[] | null, most: number): Promise<HitRow[]> {
    const { rows } = await sql<HitRow>`select f.*, w.title as owner_title, b.title as body_title
      from search.find(${query}, ${kinds ? [...kinds] : null}, ${Math.max(most, looked)}) with ordinality f(id, kind, title, owner, body, invented, created, in_title, place)
      left join kit.object w on w.id = f.owner left join kit.object b on b.id = f.body
      order by f.kind = 'duty', f.place limit ${most}`.execute(db)
    return rows
  },
})
