// Public pages: prepared and withdrawn by those who lead the body; read by everybody through two functions of the database that show what was
// released and nothing else.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { PublicBody, PublicContent } from '../contract/public.ts'

export type KeptContent = Omit<PublicContent, 'agreement'> & { agreement: { id: string; edition: number } | null }
export type PageRow = {
  id: string
  revision: number
  edition: number
  content: KeptContent
  shown: number | null
  withdrawn_through: number
}
export type PublicLineRow = {
  id: string
  name: string
  shortName: string
  introduction: string
  topics: string[]
  invented: boolean
}

export const publicPages = (db: Database) => ({
  async of(body: string): Promise<PageRow | undefined> {
    const { rows } =
      await sql<PageRow>`select p.id, o.revision, e.number as edition, e.content, cooperation.shown_edition(p.id) as shown, p.withdrawn_through
      from cooperation.public_page p join kit.object o on o.id = p.id and o.deleted_at is null
      join lateral (select number, content from kit.edition x where x.object = p.id order by number desc limit 1) e on true where p.body = ${body}`.execute(
        db,
      )
    return rows[0]
  },
  async make(id: string, body: string): Promise<void> {
    await sql`insert into cooperation.public_page (id, body) values (${id}, ${body})`.execute(db)
  },
  /** All editions so far. False when the database said no. */
  async withdraw(id: string): Promise<boolean> {
    const done =
      await sql`update cooperation.public_page p set withdrawn_through = (select max(number) from kit.edition where object = p.id)
      where p.id = ${id}`.execute(db)
    return done.numAffectedRows === 1n
  },
  async bodies(): Promise<PublicLineRow[]> {
    const { rows } =
      await sql<PublicLineRow>`select id, name, short_name as "shortName", introduction, topics, invented from cooperation.public_bodies()`.execute(
        db,
      )
    return rows
  },
  async face(body: string): Promise<PublicBody | null> {
    const { rows } = await sql<{ face: PublicBody | null }>`select cooperation.public_face(${body}) as face`.execute(db)
    return rows[0]?.face ?? null
  },
})
