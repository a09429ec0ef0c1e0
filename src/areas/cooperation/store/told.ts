// Reads and writes what the office was told.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type ToldRow = {
  id: string
  body: string
  duty: string
  organisation: string
  organisation_title: string
  teller: string
  told_on: string
  effect: 'state' | 'reason'
  text: string
  owner: string | null
  owner_title: string | null
}

const select = sql`select n.id, n.body, n.duty, n.organisation, g.title as organisation_title, n.teller, n.told_on, n.effect, n.text, o.owner, w.title as owner_title
  from cooperation.notification n join kit.object o on o.id = n.id join kit.object g on g.id = n.organisation left join kit.object w on w.id = o.owner`

export const toldStore = (db: Database) => ({
  async get(id: string): Promise<ToldRow | undefined> {
    const { rows } = await sql<ToldRow>`${select} where n.id = ${id}`.execute(db)
    return rows[0]
  },
  async of(duty: string): Promise<ToldRow[]> {
    const { rows } =
      await sql<ToldRow>`${select} where n.duty = ${duty} and o.deleted_at is null order by n.recorded_at`.execute(db)
    return rows
  },
  async make(n: {
    id: string
    body: string
    duty: string
    organisation: string
    teller: string
    toldOn: string
    effect: 'state' | 'reason'
    text: string
  }): Promise<void> {
    await sql`insert into cooperation.notification (id, body, duty, organisation, teller, told_on, effect, text, recorded_at)
      values (${n.id}, ${n.body}, ${n.duty}, ${n.organisation}, ${n.teller}, ${n.toldOn}, ${n.effect}, ${n.text}, clock.now())`.execute(
      db,
    )
  },
})
