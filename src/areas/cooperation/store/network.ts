// What the network is made of, as far as the reader may see it: organisations, what they have in common in bodies, and what ties two directly.
import { sql } from 'kysely'
import type { Field } from '#areas/actors/contract.ts'
import type { Database } from '#kit/db/database.ts'

type Named = { id: string; title: string }
export type ActorRow = Named & {
  short_name: string | null
  kind: string | null
  side: 'public' | 'free' | 'other' | null
  area_key: string | null
  roles: string[]
  fields: Field[]
}
export type HubRow = Named & {
  short_name: string
  area_key: string | null
  mission: string
  topics: Field[]
  members: string[]
  parties: string[]
  deliver: string[]
}
export type DirectRow = {
  a: string
  b: string
  kind: 'measure' | 'member'
  object: Named | null
  since: string | null
}

const holdsToday = (table: string) =>
  sql.raw(
    `${table}.superseded_at is null and (${table}.valid_from is null or ${table}.valid_from <= clock.today()) and (${table}.valid_until is null or clock.today() < ${table}.valid_until)`,
  )
/** Within a year before today. */
const lastYear = sql.raw(`clock.today() - 365`)

export const network = (db: Database) => ({
  /** All organisations, departments too; those deal with fields that count for their house. */
  async actors(): Promise<ActorRow[]> {
    const { rows } = await sql<ActorRow>`
      select o.id, o.title, a.short_name, a.kind, a.side, a.area_key, coalesce(t.roles, '{}') as roles, coalesce(t.fields, '{}') as fields
      from kit.object o left join actors.organisation a on a.id = o.id
      left join (select organisation, array_agg(code order by code) filter (where family = 'role') as roles, array_agg(code order by code) filter (where family = 'field') as fields
        from actors.tag group by organisation) t on t.organisation = o.id
      where o.kind = 'organisation' and o.deleted_at is null order by o.title collate kit.german, o.id`.execute(db)
    return rows
  },
  /** Bodies that are there today; `area`: of this area, of a part of it or of one around it. */
  async hubs(where: { area?: string; topic?: string } = {}): Promise<HubRow[]> {
    // Body by body, along the indexes: over everything at once the planner would look at every object there is.
    const { rows } = await sql<HubRow>`
      with agreed as materialized (select o.id, o.body, f.edition from kit.object o cross join lateral cooperation.in_force(o.id) f where o.kind = 'agreement' and o.deleted_at is null)
      select o.id, o.title, b.short_name, b.area_key, b.mission,
        coalesce((select array_agg(t.code order by t.code) from cooperation.body_topic t where t.body = b.id), '{}') as topics,
        coalesce((select array_agg(distinct s.organisation) from cooperation.seat s where s.body = b.id and ${holdsToday('s')}), '{}') as members,
        coalesce((select array_agg(distinct p.organisation) from agreed a
          cross join lateral (select x.organisation from cooperation.party x where x.agreement = a.id and x.edition = a.edition offset 0) p where a.body = b.id), '{}') as parties,
        coalesce((select array_agg(distinct d.debtor) from duties.duty d where d.creditor = b.id and d.kind = 'deliver' and d.done_on >= ${lastYear}), '{}') as deliver
      from cooperation.body b join kit.object o on o.id = b.id
      where o.deleted_at is null and (b.dissolved_on is null or b.dissolved_on > clock.today())
        ${where.area ? sql`and (starts_with(b.area_key, ${where.area}) or starts_with(${where.area}, b.area_key))` : sql``}
        ${where.topic ? sql`and exists (select from cooperation.body_topic t where t.body = b.id and t.code = ${where.topic})` : sql``}
      order by o.title collate kit.german, o.id`.execute(db)
    return rows
  },
  /** Joint measures, and who belongs to whom. What is stated comes from actors. */
  async direct(): Promise<DirectRow[]> {
    const { rows } = await sql<DirectRow>`
      select f.organisation as a, f.subject as b, 'measure' as kind, jsonb_build_object('id', o.id, 'title', o.title) as object, f.day as since
        from duties.fact f join kit.object o on o.id = f.object and o.deleted_at is null where f.kind = 'measure.shared' and f.subject is not null
      union all
      select m.organisation, m.parent, 'member', null, m.valid_from from actors.membership m where m.kind = 'member' and ${holdsToday('m')}`.execute(
      db,
    )
    return rows
  },
  /** For each body: meetings held in the last twelve months, the next one, and whether it shows itself to everybody. */
  async rhythm(
    bodies: readonly string[],
  ): Promise<{ body: string; held: number; next: string | null; shown: boolean }[]> {
    const { rows } = await sql<{ body: string; held: number; next: string | null; shown: boolean }>`
      select b.id as body, (select count(distinct f.object)::int from duties.fact f where f.kind = 'meeting.held' and f.organisation = b.id and f.day > ${lastYear}) as held,
        cooperation.next_meeting(b.id) as next,
        coalesce((select cooperation.shown_edition(p.id) is not null from cooperation.public_page p where p.body = b.id), false) as shown
      from unnest(${[...bodies]}::uuid[]) b (id)`.execute(db)
    return rows
  },
  /** What organisations owe in these bodies within a year around today. */
  async owed(bodies: readonly string[]): Promise<{ organisation: string; duties: number }[]> {
    // By their day first: of the duties of many bodies most lie years back.
    const { rows } = await sql<{ organisation: string; duties: number }>`
      with near as materialized (select d.id, d.debtor from duties.duty d where d.waived_on is null and d.due > ${lastYear} and d.due <= clock.today() + 365)
      select d.debtor as organisation, count(*)::int as duties from near d join kit.object o on o.id = d.id
      where o.body = any (${[...bodies]}::uuid[]) and o.deleted_at is null and d.debtor <> o.body group by d.debtor`.execute(
      db,
    )
    return rows
  },
  async topicsOf(body: string): Promise<Field[]> {
    const { rows } = await sql<{
      code: Field
    }>`select code from cooperation.body_topic where body = ${body} order by code`.execute(db)
    return rows.map((row) => row.code)
  },
  async setTopics(body: string, topics: readonly Field[]): Promise<void> {
    await sql`delete from cooperation.body_topic where body = ${body}`.execute(db)
    await sql`insert into cooperation.body_topic (body, code) select ${body}, x from unnest(${[...new Set(topics)]}::text[]) x`.execute(
      db,
    )
  },
})
