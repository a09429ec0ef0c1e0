// The people of an organisation.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'

export const people = (db: Database) => ({
  /** Enters a person of an organisation and returns the id. */
  async introduce(name: string, organisation: string, author: string, at: string): Promise<string> {
    const id = newId(at)
    await objects(db).make({ id, kind: 'person', title: name, owner: organisation, author, audience: 'members' })
    return id
  },
  async named(name: string, organisation: string): Promise<string | undefined> {
    const { rows } = await sql<{
      id: string
    }>`select id from kit.object where kind = 'person' and owner = ${organisation} and deleted_at is null and lower(title) = lower(${name}) limit 1`.execute(
      db,
    )
    return rows[0]?.id
  },
  /** The person of a freelancer's organisation, who has no mandate yet. */
  async waitsAlone(person: string, organisation: string): Promise<boolean> {
    const { rows } = await sql`select from actors.organisation a where a.id = ${organisation} and a.kind = 'freelancer'
      and not exists (select from access.mandate m where m.person = ${person})`.execute(db)
    return rows.length > 0
  },
  async of(organisation: string): Promise<{ id: string; title: string }[]> {
    const { rows } = await sql<{ id: string; title: string }>`select id, title from kit.object
      where kind = 'person' and owner = ${organisation} and deleted_at is null order by title collate kit.german`.execute(
      db,
    )
    return rows
  },
})
