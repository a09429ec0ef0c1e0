// Reads and writes what somebody does where and when.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { Position } from '../contract/positions.ts'
import type { Discipline } from '../contract.ts'

export type NewPosition = {
  person: string
  organisation: string
  unit: string | null
  title: string
  discipline: Discipline | null
  from: string
  until: string | null
}

export const positions = (db: Database) => ({
  async of(person: string): Promise<Position[]> {
    const { rows } =
      await sql<Position>`select q.id, jsonb_build_object('id', o.id, 'title', o.title) as organisation, q.title, q.discipline,
      case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end as unit, q.valid_from as "from", q.valid_until as until,
      q.valid_from <= clock.today() and (q.valid_until is null or clock.today() < q.valid_until) as current
      from actors.position q join kit.object o on o.id = q.organisation left join kit.object u on u.id = q.unit
      where q.person = ${person} and q.superseded_at is null order by q.valid_from desc, q.title`.execute(db)
    return rows
  },
  async find(id: string): Promise<(NewPosition & { id: string }) | undefined> {
    const { rows } = await sql<
      NewPosition & { id: string }
    >`select id, person, organisation, unit, title, discipline, valid_from as "from", valid_until as until
      from actors.position where id = ${id} and superseded_at is null`.execute(db)
    return rows[0]
  },
  async add(p: NewPosition, at: string): Promise<string> {
    const id = newId(at)
    await sql`insert into actors.position (id, person, organisation, unit, title, discipline, valid_from, valid_until, recorded_at)
      values (${id}, ${p.person}, ${p.organisation}, ${p.unit}, ${p.title}, ${p.discipline}, ${p.from}, ${p.until}, clock.now())`.execute(
      db,
    )
    return id
  },
  /** Closes the row and replaces it by one that ends. */
  async end(old: NewPosition & { id: string }, until: string, at: string): Promise<void> {
    await sql`update actors.position set superseded_at = clock.now() where id = ${old.id} and superseded_at is null`.execute(
      db,
    )
    await this.add({ ...old, until }, at)
  },
  /** Organisations in which the reader administers and the person acts or is at home. */
  async mayFor(person: string, administered: readonly string[]): Promise<{ id: string; title: string }[]> {
    const { rows } = await sql<{
      id: string
      title: string
    }>`select o.id, o.title from kit.object o where o.id = any (${[...administered]}::uuid[])
      and (exists (select from kit.object p where p.id = ${person} and p.owner = o.id)
        or exists (select from access.mandate m where m.person = ${person} and m.organisation = o.id and m.superseded_at is null)) order by o.title`.execute(
      db,
    )
    return rows
  },
})
