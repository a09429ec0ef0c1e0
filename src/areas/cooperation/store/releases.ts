// What the chairs of a body have released together. Other areas ask here; only a chair can give a key, and only its own.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Key = { person: string; person_title: string; organisation: string; organisation_title: string; at: string }
export type Chair = {
  mandate: string
  person: string
  person_title: string
  organisation: string
  organisation_title: string
}

export const releases = (db: Database) => ({
  async isReleased(object: string, edition: number): Promise<boolean> {
    const { rows } = await sql<{
      released: boolean
    }>`select cooperation.is_released(${object}, ${edition}) as released`.execute(db)
    return rows[0]!.released
  },
  /** The latest edition of the object that all required chairs have released, or null. */
  async latestReleased(object: string): Promise<number | null> {
    const { rows } = await sql<{
      number: number | null
    }>`select max(e.number) as number from kit.edition e where e.object = ${object} and cooperation.is_released(e.object, e.number)`.execute(
      db,
    )
    return rows[0]!.number
  },
  async latestEdition(object: string): Promise<number | null> {
    const { rows } = await sql<{
      number: number | null
    }>`select max(number) as number from kit.edition where object = ${object}`.execute(db)
    return rows[0]!.number
  },
  async given(object: string, edition: number): Promise<Key[]> {
    const { rows } =
      await sql<Key>`select r.person, p.title as person_title, r.organisation, o.title as organisation_title, r.at
      from cooperation.release r join kit.object p on p.id = r.person join kit.object o on o.id = r.organisation
      where r.object = ${object} and r.edition = ${edition} order by r.at, o.title`.execute(db)
    return rows
  },
  /** How many keys the body asks for. */
  async needed(body: string): Promise<number> {
    const { rows } = await sql<{ keys: number }>`select keys from cooperation.body where id = ${body}`.execute(db)
    return rows[0]?.keys ?? 2
  },
  async chairs(body: string): Promise<Chair[]> {
    const { rows } =
      await sql<Chair>`select m.id as mandate, m.person, p.title as person_title, m.organisation, o.title as organisation_title
      from access.mandate m join kit.object p on p.id = m.person join kit.object o on o.id = m.organisation
      where m.body = ${body} and m.role = 'chair' and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)
      order by o.title collate kit.german`.execute(db)
    return rows
  },
  async give(key: {
    object: string
    edition: number
    body: string
    person: string
    organisation: string
    mandate: string
  }): Promise<void> {
    await sql`insert into cooperation.release (object, edition, body, person, organisation, mandate, at)
      values (${key.object}, ${key.edition}, ${key.body}, ${key.person}, ${key.organisation}, ${key.mandate}, clock.now())`.execute(
      db,
    )
  },
})
