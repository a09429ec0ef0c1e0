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
export type BodyRow = Named & {
  short_name: string
  area_key: string | null
  mission: string
  topics: Field[]
  members: string[]
}
export type HubRow = BodyRow & { parties: string[]; deliver: string[] }
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

const bodiesOfToday = (where: { area?: string; topic?: string }) => sql`
  select o.id, o.title, b.short_name, b.area_key, b.mission from cooperation.body b join kit.object o on o.id = b.id
   where o.deleted_at is null and (b.dissolved_on is null or b.dissolved_on > (select clock.today()))
     ${where.area ? sql`and (starts_with(b.area_key, ${where.area}) or starts_with(${where.area}, b.area_key))` : sql``}
     ${where.topic ? sql`and exists (select from cooperation.body_topic t where t.body = b.id and t.code = ${where.topic})` : sql``}`
const topics = sql`coalesce((select array_agg(t.code order by t.code) from cooperation.body_topic t where t.body = o.id), '{}') as topics`

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
  /** Bodies that are there today, with all that ties their members: seats, agreements, deliveries. */
  async hubs(): Promise<HubRow[]> {
    const { rows } = await sql<HubRow>`
      with there as materialized (${bodiesOfToday({})})
      select o.*, c.members, c.parties, c.deliver, ${topics} from there o join cooperation.common_in(array(select id from there)) c on c.body = o.id
      order by o.title collate kit.german, o.id`.execute(db)
    return rows
  },
  /** Bodies that are there today with their members; `area`: of this area, of a part of it or of one around it. */
  async bodies(where: { area?: string; topic?: string }): Promise<BodyRow[]> {
    const { rows } = await sql<BodyRow>`
      with there as materialized (${bodiesOfToday(where)})
      select o.*, c.members, ${topics} from there o join cooperation.members_in(array(select id from there)) c on c.body = o.id
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
    const { rows } = await sql<{ organisation: string; duties: number }>`
      select organisation, duties from cooperation.owed_in(${[...bodies]}::uuid[])`.execute(db)
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
