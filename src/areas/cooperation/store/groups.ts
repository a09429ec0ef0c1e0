// Reads and writes working groups. What a group is, its released mandate says; the end of a group is the worker's.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { GroupMandate } from '../contract/groups.ts'

export type GroupRow = {
  body: string
  name: string
  parent: string
  parent_title: string | null
  mandate: string
  edition: number
  task: string
  result: string
  lead: string
  lead_title: string
  report_to: string
  report_every: number | null
  until_day: string
  closed_on: string | null
  /** Also by its own chairs, before its day. */
  dissolved_on: string | null
  founded_on: string
  /** Of the body that set it up. */
  owner: string
  invented: boolean
}
export type MandateRow = { id: string; title: string; edition: number; content: StoredMandate; released: boolean }
/** As it stands in the edition: with the body to which it reports. */
export type StoredMandate = GroupMandate & { reportTo: string }

const select = sql`select g.body, o.title as name, g.parent, p.title as parent_title, g.mandate, g.edition, g.task, g.result, g.lead, l.title as lead_title, g.report_to,
  g.report_every, g.until_day, g.closed_on, b.dissolved_on, b.founded_on, coalesce(p.owner, o.owner) as owner, o.invented
  from cooperation.working_group g join kit.object o on o.id = g.body join cooperation.body b on b.id = g.body join kit.object l on l.id = g.lead
  left join kit.object p on p.id = g.parent`

export const groups = (db: Database) => ({
  async of(body: string): Promise<GroupRow | undefined> {
    const { rows } = await sql<GroupRow>`${select} where g.body = ${body}`.execute(db)
    return rows[0]
  },
  async ofMandate(mandate: string): Promise<GroupRow | undefined> {
    const { rows } = await sql<GroupRow>`${select} where g.mandate = ${mandate}`.execute(db)
    return rows[0]
  },
  /** Groups of a body and the groups of these, each with its depth, in the order of a tree. */
  async tree(parent: string): Promise<(GroupRow & { depth: number; waiting: boolean })[]> {
    const { rows } = await sql<GroupRow & { depth: number; waiting: boolean }>`
      with recursive tree (id, depth, path) as (
        select w.body, 0, array[(select title from kit.object where id = w.body)] from cooperation.working_group w where w.parent = ${parent}
        union all select w.body, t.depth + 1, t.path || (select title from kit.object where id = w.body) from tree t join cooperation.working_group w on w.parent = t.id where t.depth < 5)
      select x.*, t.depth, exists (select from kit.edition e where e.object = x.mandate and e.number > x.edition and not cooperation.is_released(e.object, e.number)) as waiting
        from (${select}) x join tree t on t.id = x.body order by t.path`.execute(db)
    return rows
  },
  /** Mandates of a body whose group was not opened yet, each in its latest edition. */
  async proposals(parent: string): Promise<MandateRow[]> {
    const { rows } =
      await sql<MandateRow>`select o.id, o.title, e.number as edition, e.content, cooperation.is_released(o.id, e.number) as released
      from kit.object o join lateral (select number, content from kit.edition where object = o.id order by number desc limit 1) e on true
      where o.kind = 'groupMandate' and o.body = ${parent} and o.deleted_at is null
        and not exists (select from cooperation.working_group g where g.mandate = o.id) order by o.created`.execute(db)
    return rows
  },
  async edition(mandate: string, number: number): Promise<StoredMandate | undefined> {
    const { rows } = await sql<{
      content: StoredMandate
    }>`select content from kit.edition where object = ${mandate} and number = ${number}`.execute(db)
    return rows[0]?.content
  },
  async make(
    g: Omit<
      GroupRow,
      | 'name'
      | 'parent_title'
      | 'lead_title'
      | 'closed_on'
      | 'dissolved_on'
      | 'founded_on'
      | 'report_every'
      | 'owner'
      | 'invented'
    > & {
      report_every: number | null
    },
  ): Promise<void> {
    await sql`insert into cooperation.working_group (body, parent, mandate, edition, task, result, lead, report_to, report_every, until_day)
      values (${g.body}, ${g.parent}, ${g.mandate}, ${g.edition}, ${g.task}, ${g.result}, ${g.lead}, ${g.report_to}, ${g.report_every}, ${g.until_day})`.execute(
      db,
    )
  },
  async reports(body: string): Promise<{ id: string; title: string; day: string; text: string }[]> {
    const { rows } = await sql<{
      id: string
      title: string
      day: string
      text: string
    }>`select o.id, o.title, (e.at at time zone 'Europe/Berlin')::date as day, e.content->>'text' as text
      from kit.object o join kit.edition e on e.object = o.id and e.number = 1
      where o.kind = 'groupReport' and e.content->>'group' = ${body} and o.deleted_at is null order by o.created desc`.execute(
      db,
    )
    return rows
  },
  /** Whether the conclusion was stated since this day. */
  async concluded(mandate: string, since: string): Promise<boolean> {
    const { rows } =
      await sql`select from duties.fact where kind = 'groupMandate.concluded' and object = ${mandate} and day >= ${since} limit 1`.execute(
        db,
      )
    return rows.length > 0
  },
  async mayGrant(m: { person: string; organisation: string; body: string; role: string }): Promise<boolean> {
    const { rows } = await sql<{
      may: boolean
    }>`select access.may_grant(${m.person}, ${m.organisation}, ${m.body}, ${m.role}) as may`.execute(db)
    return rows[0]!.may
  },
  /** As a chore: every group, also closed ones. */
  async all(): Promise<GroupRow[]> {
    const { rows } = await sql<GroupRow>`${select} order by g.body`.execute(db)
    return rows
  },
  async renew(mandate: string): Promise<string | null> {
    const { rows } = await sql<{ until: string | null }>`select cooperation.renew_group(${mandate}) as until`.execute(
      db,
    )
    return rows[0]!.until
  },
  async close(body: string, because: string): Promise<boolean> {
    const { rows } = await sql<{
      closed: boolean
    }>`select cooperation.close_group(${body}, ${because}) as closed`.execute(db)
    return rows[0]!.closed
  },
  /** The days on which a group was to end before it was renewed. */
  async formerEnds(mandate: string, edition: number): Promise<string[]> {
    const { rows } = await sql<{
      until: string
    }>`select distinct content->>'until' as until from kit.edition where object = ${mandate} and number < ${edition} and cooperation.is_released(object, number)`.execute(
      db,
    )
    return rows.map((row) => row.until)
  },
})
