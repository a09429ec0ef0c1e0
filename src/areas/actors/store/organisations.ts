// Reads and writes organisations with their dated names and memberships.
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Contact, Description, OrganisationKind, OrganisationLine, Side } from '../contract.ts'

export type OrganisationRow = {
  id: string
  kind: OrganisationKind | null
  side: Side | null
  legal_form: string | null
  short_name: string | null
  area_key: string | null
  privacy_law: 'DSGVO' | 'KDG' | 'DSG-EKD' | null
  website: string | null
  example: boolean
}
type Named = { id: string; title: string }
/** The public side with a county or city of its own: those who owe figures of their area. */
export type CountyRow = { id: string; area_key: string }

const current = (table: string, day: RawBuilder<unknown>) =>
  sql`${sql.ref(`${table}.superseded_at`)} is null and (${sql.ref(`${table}.valid_from`)} is null or ${sql.ref(`${table}.valid_from`)} <= ${day})
    and (${sql.ref(`${table}.valid_until`)} is null or ${day} < ${sql.ref(`${table}.valid_until`)})`
const today = sql`clock.today()`

export const organisations = (db: Database) => ({
  async row(id: string): Promise<OrganisationRow | undefined> {
    const { rows } = await sql<OrganisationRow>`select a.* from actors.organisation a where a.id = ${id}`.execute(db)
    return rows[0]
  },
  async lines(where: { search?: string; kind?: string; side?: string; parent?: string }): Promise<OrganisationLine[]> {
    const { rows } = await sql<OrganisationLine>`
      select o.id, o.title as name, a.short_name as "shortName", a.kind, a.side, a.area_key as "areaKey", coalesce(a.example, false) as example,
        (select jsonb_build_object('id', p.id, 'title', p.title) from actors.membership m join kit.object p on p.id = m.parent
          where m.organisation = o.id and ${current('m', today)} order by m.kind desc limit 1) as parent,
        (select count(distinct m.person)::int from access.mandate m where m.organisation = o.id and m.superseded_at is null
          and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) as people,
        coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'title', b.title) order by b.title collate kit.german)
          from kit.object b where b.kind = 'body' and o.id = any (b.readers) and b.deleted_at is null), '[]') as bodies
      from kit.object o left join actors.organisation a on a.id = o.id
      where o.kind = 'organisation' and o.deleted_at is null
        ${where.search ? sql`and (position(lower(${where.search}) in lower(o.title)) > 0 or position(lower(${where.search}) in lower(a.short_name)) > 0)` : sql``}
        ${where.kind ? sql`and a.kind = ${where.kind}` : sql``} ${where.side ? sql`and a.side = ${where.side}` : sql``}
        ${where.parent ? sql`and exists (select from actors.membership m where m.organisation = o.id and m.parent = ${where.parent} and ${current('m', today)})` : sql``}
      order by o.title collate kit.german`.execute(db)
    return rows
  },
  /** The organisation that bears this name, if one does; names are compared without regard to case and blanks around them. */
  async named(name: string): Promise<string | undefined> {
    const { rows } = await sql<{
      id: string
    }>`select id from kit.object where kind = 'organisation' and deleted_at is null and lower(title) = lower(${name.trim()}) limit 1`.execute(
      db,
    )
    return rows[0]?.id
  },
  async save(id: string, d: Description): Promise<void> {
    await sql`insert into actors.organisation (id, kind, side, legal_form, short_name, area_key, privacy_law, website, example)
      values (${id}, ${d.kind}, ${d.side}, ${d.legalForm}, ${d.shortName}, ${d.areaKey}, ${d.privacyLaw}, ${d.website}, ${d.example})
      on conflict (id) do update set kind = excluded.kind, side = excluded.side, legal_form = excluded.legal_form, short_name = excluded.short_name,
        area_key = excluded.area_key, privacy_law = excluded.privacy_law, website = excluded.website, example = excluded.example`.execute(
      db,
    )
  },
  /** The name from `since` on; the row before is closed and kept with its end. */
  async rename(id: string, before: string | null, name: string, since: string | null, at: string): Promise<void> {
    const { rows } = await sql<{
      id: string
      name: string
      valid_from: string | null
    }>`update actors.name set superseded_at = clock.now()
      where organisation = ${id} and superseded_at is null and valid_until is null returning id, name, valid_from`.execute(
      db,
    )
    const old = rows[0] ?? (before ? { name: before, valid_from: null } : null)
    if (old && since && (old.valid_from === null || old.valid_from < since))
      await insertName(db, id, old.name, old.valid_from, since, at)
    await insertName(db, id, name, old ? since : null, null, at)
  },
  async join(
    id: string,
    parent: string | null,
    kind: 'unit' | 'member',
    since: string | null,
    at: string,
  ): Promise<void> {
    const { rows } = await sql<{
      parent: string
      kind: string
      valid_from: string | null
    }>`update actors.membership set superseded_at = clock.now()
      where organisation = ${id} and superseded_at is null and valid_until is null returning parent, kind, valid_from`.execute(
      db,
    )
    for (const old of rows)
      if (since && (old.valid_from === null || old.valid_from < since))
        await insertMembership(db, id, old.parent, old.kind, old.valid_from, since, at)
    if (parent) await insertMembership(db, id, parent, kind, rows.length > 0 ? since : null, null, at)
  },
  async parentOf(id: string): Promise<Named | null> {
    const { rows } = await sql<Named>`select p.id, p.title from actors.membership m join kit.object p on p.id = m.parent
      where m.organisation = ${id} and ${current('m', today)} order by m.kind desc limit 1`.execute(db)
    return rows[0] ?? null
  },
  async childrenOf(id: string, kind: 'unit' | 'member'): Promise<Named[]> {
    const { rows } =
      await sql<Named>`select o.id, o.title from actors.membership m join kit.object o on o.id = m.organisation
      where m.parent = ${id} and m.kind = ${kind} and ${current('m', today)} and o.deleted_at is null order by o.title collate kit.german`.execute(
        db,
      )
    return rows
  },
  async formerNames(id: string): Promise<{ name: string; until: string }[]> {
    const { rows } = await sql<{ name: string; until: string }>`select name, valid_until as until from actors.name
      where organisation = ${id} and superseded_at is null and valid_until <= clock.today() order by valid_until desc`.execute(
      db,
    )
    return rows
  },
  async bodiesOf(id: string): Promise<Named[]> {
    const { rows } =
      await sql<Named>`select id, title from kit.object where kind = 'body' and ${id} = any (readers) and deleted_at is null order by title collate kit.german`.execute(
        db,
      )
    return rows
  },
  async contactOf(id: string): Promise<z.output<typeof Contact> | null> {
    const { rows } = await sql<
      z.output<typeof Contact>
    >`select jsonb_build_object('id', p.id, 'title', p.title) as person,
      case when d.id is not null then jsonb_build_object('id', d.id, 'title', d.title) end as deputy, c.email, c.phone, c.audience, c.confirmed_on as "confirmedOn"
      from actors.contact c join kit.object p on p.id = c.person left join kit.object d on d.id = c.deputy
      where c.organisation = ${id} and c.superseded_at is null`.execute(db)
    return rows[0] ?? null
  },
  async setContact(
    id: string,
    c: { person: string; deputy: string | null; email: string | null; phone: string | null; audience: string },
    at: string,
  ): Promise<void> {
    await sql`update actors.contact set superseded_at = clock.now() where organisation = ${id} and superseded_at is null`.execute(
      db,
    )
    await sql`insert into actors.contact (id, organisation, person, deputy, email, phone, audience, confirmed_on, recorded_at)
      values (${newId(at)}, ${id}, ${c.person}, ${c.deputy}, ${c.email}, ${c.phone}, ${c.audience}, clock.today(), clock.now())`.execute(
      db,
    )
  },
  /** Of these organisations, those of the public side that answer for a county or city. */
  async counties(ids: readonly string[]): Promise<CountyRow[]> {
    const { rows } = await sql<CountyRow>`select id, area_key from actors.organisation
      where id = any (${[...ids]}::uuid[]) and side = 'public' and area_key is not null order by area_key`.execute(db)
    return rows
  },
  async mayDescribe(id: string): Promise<boolean> {
    const { rows } = await sql<{ may: boolean }>`select actors.may_describe(${id}) as may`.execute(db)
    return rows[0]!.may
  },
  async make(id: string, d: Description, author: string, at: string): Promise<void> {
    await objects(db).make({ id, kind: 'organisation', title: d.name, owner: id, author, audience: 'members' })
    await this.save(id, d)
    await this.rename(id, null, d.name, null, at)
    if (d.parent) await this.join(id, d.parent, d.kind === 'unit' ? 'unit' : 'member', null, at)
  },
})

const insertName = (db: Database, id: string, name: string, from: string | null, until: string | null, at: string) =>
  sql`insert into actors.name (id, organisation, name, valid_from, valid_until, recorded_at) values (${newId(at)}, ${id}, ${name}, ${from}, ${until}, clock.now())`.execute(
    db,
  )
const insertMembership = (
  db: Database,
  id: string,
  parent: string,
  kind: string,
  from: string | null,
  until: string | null,
  at: string,
) =>
  sql`insert into actors.membership (id, organisation, parent, kind, valid_from, valid_until, recorded_at)
    values (${newId(at)}, ${id}, ${parent}, ${kind}, ${from}, ${until}, clock.now())`.execute(db)
