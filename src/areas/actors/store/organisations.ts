// Reads and writes organisations with their dated names and memberships.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Description, Discipline, Level, OrganisationKind, OrganisationLine, Side, Signing } from '../contract.ts'

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
  level: Level | null
  disciplines: Discipline[]
  signing: Signing
  dissolved_on: string | null
  dissolved_because: string | null
}
export type Where = {
  search?: string | undefined
  kind?: string | undefined
  side?: string | undefined
  parent?: string | undefined
  level?: string | undefined
  discipline?: string | undefined
  area?: string | undefined
  former?: boolean | undefined
}
type Named = { id: string; title: string }
/** The area itself, a part of it, or one that contains it. */
const touches = (key: RawBuilder<unknown>, area: string) =>
  sql`(starts_with(${key}, ${area}) or starts_with(${area}, ${key}) or ${key} = 'DG')`
/** The public side with a county or city of its own: those who owe figures of their area. */
export type CountyRow = { id: string; area_key: string }

/** Rows that hold on a day, as far as they are recorded today. */
export const current = (table: string, day: RawBuilder<unknown>) =>
  sql`${sql.ref(`${table}.superseded_at`)} is null and (${sql.ref(`${table}.valid_from`)} is null or ${sql.ref(`${table}.valid_from`)} <= ${day})
    and (${sql.ref(`${table}.valid_until`)} is null or ${day} < ${sql.ref(`${table}.valid_until`)})`
/** Asked once in a query, not for each row. */
export const today = sql`(select clock.today())`

export const organisations = (db: Database) => ({
  async row(id: string): Promise<OrganisationRow | undefined> {
    const { rows } = await sql<OrganisationRow>`select a.* from actors.organisation a where a.id = ${id}`.execute(db)
    return rows[0]
  },
  async lines(where: Where): Promise<OrganisationLine[]> {
    // The bodies once, not once for each organisation.
    const { rows } = await sql<OrganisationLine>`
      with body as materialized (select b.id, b.title, b.readers from kit.object b where b.kind = 'body' and b.deleted_at is null)
      select o.id, o.title as name, a.short_name as "shortName", a.kind, a.side, a.level, coalesce(a.disciplines, '{}') as disciplines,
        a.area_key as "areaKey", coalesce(a.example, false) as example, a.dissolved_on as "dissolvedOn",
        (select jsonb_build_object('id', p.id, 'title', p.title) from actors.membership m join kit.object p on p.id = m.parent
          where m.organisation = o.id and ${current('m', today)} order by m.kind desc limit 1) as parent,
        (select count(distinct m.person)::int from access.mandate m where m.organisation = o.id and m.superseded_at is null
          and m.from_day <= ${today} and (m.until_day is null or ${today} < m.until_day)) as people,
        coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'title', b.title) order by b.title collate kit.german)
          from body b where o.id = any (b.readers)), '[]') as bodies
      from kit.object o left join actors.organisation a on a.id = o.id
      where o.kind = 'organisation' and o.deleted_at is null
        ${where.search ? sql`and (position(lower(${where.search}) in lower(o.title)) > 0 or position(lower(${where.search}) in lower(a.short_name)) > 0)` : sql``}
        ${where.kind ? sql`and a.kind = ${where.kind}` : sql``} ${where.side ? sql`and a.side = ${where.side}` : sql``}
        ${where.level ? sql`and a.level = ${where.level}` : sql``} ${where.discipline ? sql`and ${where.discipline} = any (a.disciplines)` : sql``}
        ${where.former ? sql`` : sql`and (a.dissolved_on is null or a.dissolved_on > ${today})`}
        ${where.area ? sql`and (${touches(sql`a.area_key`, where.area)} or exists (select from actors.competence c where c.organisation = o.id and ${current('c', today)} and ${touches(sql`c.area_key`, where.area)}))` : sql``}
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
    await sql`insert into actors.organisation (id, kind, side, legal_form, short_name, area_key, privacy_law, website, example, level, disciplines)
      values (${id}, ${d.kind}, ${d.side}, ${d.legalForm}, ${d.shortName}, ${d.areaKey}, ${d.privacyLaw}, ${d.website}, ${d.example}, ${d.level}, ${d.disciplines})
      on conflict (id) do update set kind = excluded.kind, side = excluded.side, legal_form = excluded.legal_form, short_name = excluded.short_name,
        area_key = excluded.area_key, privacy_law = excluded.privacy_law, website = excluded.website, example = excluded.example,
        level = excluded.level, disciplines = excluded.disciplines`.execute(db)
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
  /** The shown parent changes on a day; other memberships stay as they are. */
  async move(
    id: string,
    before: string | null,
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
      where organisation = ${id} and parent = ${before} and superseded_at is null and valid_until is null returning parent, kind, valid_from`.execute(
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
  /** Of these organisations, those of the public side that answer for a county or city. */
  async counties(ids: readonly string[]): Promise<CountyRow[]> {
    const { rows } = await sql<CountyRow>`select id, area_key from actors.organisation
      where id = any (${[...ids]}::uuid[]) and side = 'public' and area_key is not null order by area_key`.execute(db)
    return rows
  },
  /** As the worker: organisations whose title is not their recorded name of today. */
  async renamed(only?: string): Promise<{ id: string; name: string }[]> {
    const { rows } = await sql<{
      id: string
      name: string
    }>`select o.id, n.name from actors.name n join kit.object o on o.id = n.organisation
      where ${current('n', today)} and n.name <> o.title and o.deleted_at is null ${only ? sql`and o.id = ${only}` : sql``}`.execute(
      db,
    )
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
    if (d.parent) await this.move(id, null, d.parent, d.kind === 'unit' ? 'unit' : 'member', null, at)
  },
})

const insertName = (db: Database, id: string, name: string, from: string | null, until: string | null, at: string) =>
  sql`insert into actors.name (id, organisation, name, valid_from, valid_until, recorded_at) values (${newId(at)}, ${id}, ${name}, ${from}, ${until}, clock.now())`.execute(
    db,
  )
export const insertMembership = (
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
