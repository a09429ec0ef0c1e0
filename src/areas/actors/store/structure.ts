// Reads and writes how organisations hang together: memberships, areas, successors, and what was true on a day.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { Event, OrganisationOn, Represented } from '../contract/structure.ts'
import type { Competence, Signing } from '../contract.ts'
import { insertMembership } from './organisations.ts'

type Named = { id: string; title: string }
type Kind = 'unit' | 'member'
type MembershipRow = { parent: string; kind: Kind; valid_from: string | null; valid_until: string | null }

const onDay = (alias: string, day: string) =>
  sql`${sql.ref(`${alias}.superseded_at`)} is null and (${sql.ref(`${alias}.valid_from`)} is null or ${sql.ref(`${alias}.valid_from`)} <= ${day}::date)
    and (${sql.ref(`${alias}.valid_until`)} is null or ${day}::date < ${sql.ref(`${alias}.valid_until`)})`
const named = (alias: string) => sql.raw(`jsonb_build_object('id', ${alias}.id, 'title', ${alias}.title)`)

export const structures = (db: Database) => ({
  /** Recorded memberships in a parent that hold on or after a day. */
  async memberships(id: string, parent: string, day: string): Promise<MembershipRow[]> {
    const { rows } =
      await sql<MembershipRow>`select parent, kind, valid_from, valid_until from actors.membership m where m.organisation = ${id}
      and m.parent = ${parent} and m.superseded_at is null and (m.valid_until is null or m.valid_until > ${day}::date) order by m.valid_from`.execute(
        db,
      )
    return rows
  },
  async join(
    id: string,
    parent: string,
    kind: Kind,
    from: string | null,
    until: string | null,
    at: string,
  ): Promise<void> {
    await insertMembership(db, id, parent, kind, from, until, at)
  },
  /** Ends every membership in the parent (or in any) that holds on the day. Returns how many. */
  async leave(id: string, parent: string | null, until: string, at: string): Promise<number> {
    const { rows } =
      await sql<MembershipRow>`update actors.membership m set superseded_at = clock.now() where m.organisation = ${id}
      ${parent ? sql`and m.parent = ${parent}` : sql``} and m.superseded_at is null and (m.valid_until is null or m.valid_until > ${until}::date)
      and (m.valid_from is null or m.valid_from < ${until}::date) returning parent, kind, valid_from, valid_until`.execute(
        db,
      )
    for (const old of rows) await insertMembership(db, id, old.parent, old.kind, old.valid_from, until, at)
    return rows.length
  },
  /** The departments of one become departments of another, from a day. */
  async moveUnits(from: string, to: string, day: string, at: string): Promise<void> {
    const { rows } = await sql<{
      organisation: string
    }>`select organisation from actors.membership m where m.parent = ${from}
      and m.kind = 'unit' and m.organisation <> ${to} and ${onDay('m', day)}`.execute(db)
    for (const { organisation } of rows) {
      await this.leave(organisation, from, day, at)
      await insertMembership(db, organisation, to, 'unit', day, null, at)
    }
  },
  /** Whether `below` is represented by `id` on the day: then `id` cannot become a part of it. */
  async isAbove(id: string, below: string, day: string): Promise<boolean> {
    const { rows } =
      await sql`select from actors.represented(${id}, ${day}::date) r where r.organisation = ${below}`.execute(db)
    return rows.length > 0
  },
  async areas(id: string, day: string | null): Promise<Competence[]> {
    const { rows } =
      await sql<Competence>`select c.area_key as key, c.area_name as name, c.valid_from as "from", c.valid_until as until
      from actors.competence c where c.organisation = ${id} and ${day ? onDay('c', day) : sql`c.superseded_at is null`} order by c.area_key, c.valid_from`.execute(
        db,
      )
    return rows
  },
  async addArea(id: string, a: Competence, at: string): Promise<void> {
    await sql`insert into actors.competence (id, organisation, area_key, area_name, valid_from, valid_until, recorded_at)
      values (${newId(at)}, ${id}, ${a.key}, ${a.name}, ${a.from}, ${a.until}, clock.now())`.execute(db)
  },
  async endArea(id: string, key: string, until: string, at: string): Promise<number> {
    const { rows } =
      await sql<Competence>`update actors.competence c set superseded_at = clock.now() where c.organisation = ${id} and c.area_key = ${key}
      and c.superseded_at is null and (c.valid_until is null or c.valid_until > ${until}::date) and (c.valid_from is null or c.valid_from < ${until}::date)
      returning area_key as key, area_name as name, valid_from as "from", valid_until as until`.execute(db)
    for (const old of rows) await this.addArea(id, { ...old, until }, at)
    return rows.length
  },
  async successors(id: string): Promise<{ organisation: Named; day: string }[]> {
    const { rows } = await sql<{ organisation: Named; day: string }>`select ${named('o')} as organisation, s.day
      from actors.succession s join kit.object o on o.id = s.successor where s.predecessor = ${id} order by s.day, o.title collate kit.german`.execute(
      db,
    )
    return rows
  },
  async predecessors(id: string): Promise<{ organisation: Named; day: string }[]> {
    const { rows } = await sql<{ organisation: Named; day: string }>`select ${named('o')} as organisation, s.day
      from actors.succession s join kit.object o on o.id = s.predecessor where s.successor = ${id} order by s.day, o.title collate kit.german`.execute(
      db,
    )
    return rows
  },
  async succeed(predecessor: string, successor: string, day: string, because: string, at: string): Promise<void> {
    await sql`insert into actors.succession (id, predecessor, successor, day, because, recorded_at)
      values (${newId(at)}, ${predecessor}, ${successor}, ${day}, ${because}, clock.now())`.execute(db)
  },
  /** Returns false when nothing is said about the organisation yet. */
  async dissolve(id: string, day: string | null, because: string | null): Promise<boolean> {
    const done =
      await sql`update actors.organisation set dissolved_on = ${day}, dissolved_because = ${because} where id = ${id}`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
  async saySigning(id: string, signing: Signing): Promise<boolean> {
    const done = await sql`update actors.organisation set signing = ${signing} where id = ${id}`.execute(db)
    return done.numAffectedRows === 1n
  },
  async heads(id: string, day: string): Promise<OrganisationOn['heads']> {
    const { rows } = await sql<
      OrganisationOn['heads'][number]
    >`select ${named('p')} as person, h.from_day as "from", h.until_day as until
      from actors.heads(${id}, ${day}::date) h join kit.object p on p.id = h.person order by p.title collate kit.german`.execute(
      db,
    )
    return rows
  },
  async on(id: string, day: string): Promise<Pick<OrganisationOn, 'name' | 'belongsTo' | 'represents'>> {
    const { rows: names } = await sql<{ name: string }>`select actors.name_on(${id}, ${day}::date) as name`.execute(db)
    const { rows: belongsTo } = await sql<OrganisationOn['belongsTo'][number]>`
      select ${named('o')} as organisation, m.kind, m.valid_from as "from", m.valid_until as until
      from actors.membership m join kit.object o on o.id = m.parent where m.organisation = ${id} and ${onDay('m', day)} order by m.kind desc, o.title collate kit.german`.execute(
      db,
    )
    const { rows: represents } = await sql<Represented>`
      select ${named('o')} as organisation, ${named('v')} as via, r.kind, r.depth, r.valid_from as "from", r.valid_until as until,
        actors.name_on(o.id, ${day}::date) as "nameThen"
      from actors.represented(${id}, ${day}::date) r join kit.object o on o.id = r.organisation join kit.object v on v.id = r.via
      where o.deleted_at is null order by r.depth, r.kind, o.title collate kit.german`.execute(db)
    return { name: names[0]!.name, belongsTo, represents }
  },
  async events(id: string): Promise<Event[]> {
    const { rows } = await sql<Event>`
      select e.day, e.kind, case when o.id is not null then ${named('o')} end as other, e.note from (
        select valid_from as day, 'named' as kind, null::uuid as other, name as note from actors.name where organisation = ${id} and superseded_at is null and valid_from is not null
        union all select valid_from, case kind when 'unit' then 'becameUnit' else 'joined' end, parent, null from actors.membership where organisation = ${id} and superseded_at is null and valid_from is not null
        union all select valid_until, case kind when 'unit' then 'wasUnit' else 'left' end, parent, null from actors.membership where organisation = ${id} and superseded_at is null and valid_until is not null
        union all select valid_from, case kind when 'unit' then 'unitCame' else 'memberCame' end, organisation, null from actors.membership where parent = ${id} and superseded_at is null and valid_from is not null
        union all select valid_until, case kind when 'unit' then 'unitWent' else 'memberWent' end, organisation, null from actors.membership where parent = ${id} and superseded_at is null and valid_until is not null
        union all select valid_from, 'area', null, coalesce(area_name || ' (' || area_key || ')', area_key) from actors.competence where organisation = ${id} and superseded_at is null and valid_from is not null
        union all select valid_until, 'areaEnded', null, coalesce(area_name || ' (' || area_key || ')', area_key) from actors.competence where organisation = ${id} and superseded_at is null and valid_until is not null
        union all select day, 'wentInto', successor, because from actors.succession where predecessor = ${id}
        union all select day, 'cameFrom', predecessor, because from actors.succession where successor = ${id}
        union all select dissolved_on, 'dissolved', null, dissolved_because from actors.organisation where id = ${id} and dissolved_on is not null
      ) e left join kit.object o on o.id = e.other where e.other is null or o.id is not null
      order by e.day desc, e.kind, o.title collate kit.german`.execute(db)
    return rows
  },
})
