// Rows of topics: where each waits, who stands behind it, and how it came there.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Topic, TopicContent } from '../contract/topics.ts'

type Named = { id: string; title: string }
export type TopicRow = {
  id: string
  title: string
  body: string
  at_body: string
  at_title: string | null
  level: 'strategic' | 'operative'
  description: string
  target_group: string
  made_on: string
  ripe_on: string | null
  closed_on: string | null
  closed_because: string | null
  /** The reason with which it last came (back) to its body. */
  raised: string | null
  waited: number
  concerns: number
  sponsors: Named[]
}

const columns =
  sql.raw(`t.id, o.title, t.body, t.at_body, a.title as at_title, t.level, t.description, t.target_group, t.made_on, t.ripe_on, t.closed_on, t.closed_because,
  case when t.at_body = t.body then (select v.reason from meetings.topic_move v where v.topic = t.id and v.to_body = t.body order by v.on_day desc, v.id desc limit 1) end as raised,
  (select count(*) from meetings.meeting m where m.body = t.at_body and m.status = 'held'
     and m.day >= coalesce((select max(v.on_day) from meetings.topic_move v where v.topic = t.id), t.made_on)) as waited,
  (select count(*) from meetings.concern c where c.topic = t.id) as concerns,
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title) order by s.title collate kit.german), '[]') from kit.object s join (
     select p.organisation from meetings.topic_sponsor p where p.topic = t.id
     union select x.owner from meetings.concern c join kit.object x on x.id = c.id where c.topic = t.id and c.origin = 'member') w on w.organisation = s.id) as sponsors`)
const joins = sql.raw('join kit.object o on o.id = t.id left join kit.object a on a.id = t.at_body')

export const topics = (db: Database) => ({
  async find(id: string): Promise<TopicRow | undefined> {
    const { rows } = await sql<TopicRow>`select ${columns} from meetings.topic t ${joins} where t.id = ${id}`.execute(
      db,
    )
    return rows[0]
  },
  /** Of a body, and those of other bodies that wait here. */
  async list(body: string): Promise<TopicRow[]> {
    const { rows } = await sql<TopicRow>`select ${columns} from meetings.topic t ${joins}
      where (t.body = ${body} or t.at_body = ${body}) and o.deleted_at is null order by t.made_on desc, t.id desc`.execute(
      db,
    )
    return rows
  },
  async add(id: string, body: string, c: TopicContent, on: string): Promise<void> {
    await sql`insert into meetings.topic (id, body, at_body, level, description, target_group, made_on)
      values (${id}, ${body}, ${body}, ${c.level}, ${c.description}, ${c.targetGroup}, ${on})`.execute(db)
  },
  async change(id: string, c: TopicContent): Promise<void> {
    await sql`update meetings.topic set level = ${c.level}, description = ${c.description}, target_group = ${c.targetGroup} where id = ${id}`.execute(
      db,
    )
  },
  async close(id: string, on: string | null, because: string | null): Promise<void> {
    await sql`update meetings.topic set closed_on = ${on}, closed_because = ${because} where id = ${id}`.execute(db)
  },
  async ripen(id: string, on: string | null): Promise<void> {
    await sql`update meetings.topic set ripe_on = ${on} where id = ${id}`.execute(db)
  },
  async sponsor(id: string, organisation: string, on: string): Promise<void> {
    await sql`insert into meetings.topic_sponsor (topic, organisation, since) values (${id}, ${organisation}, ${on}) on conflict do nothing`.execute(
      db,
    )
  },
  async unsponsor(id: string, organisation: string): Promise<void> {
    await sql`delete from meetings.topic_sponsor where topic = ${id} and organisation = ${organisation}`.execute(db)
  },
  async sponsors(id: string): Promise<string[]> {
    const { rows } = await sql<{ organisation: string }>`
      select organisation from meetings.topic_sponsor where topic = ${id}`.execute(db)
    return rows.map(({ organisation }) => organisation)
  },
  /** Does this organisation, or a part of it, sit in the body today? */
  async hasSeat(body: string, organisation: string): Promise<boolean> {
    const { rows } =
      await sql`select from cooperation.seat s where s.body = ${body} and ${organisation} in (s.organisation, s.unit)
      and s.superseded_at is null and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until) limit 1`.execute(
        db,
      )
    return rows.length > 0
  },
  async move(
    id: string,
    m: { topic: string; from: string; to: string; reason: string; on: string; organisation: string },
  ): Promise<void> {
    await sql`insert into meetings.topic_move (id, topic, from_body, to_body, reason, on_day, organisation)
      values (${id}, ${m.topic}, ${m.from}, ${m.to}, ${m.reason}, ${m.on}, ${m.organisation})`.execute(db)
  },
  async moves(id: string): Promise<Topic['moves']> {
    const { rows } = await sql<Topic['moves'][number]>`
      select jsonb_build_object('id', v.from_body, 'title', coalesce(f.title, '')) as "from", jsonb_build_object('id', v.to_body, 'title', coalesce(g.title, '')) as "to",
          v.reason, v.on_day as "on", jsonb_build_object('id', v.organisation, 'title', coalesce(w.title, '')) as "by"
        from meetings.topic_move v left join kit.object f on f.id = v.from_body left join kit.object g on g.id = v.to_body left join kit.object w on w.id = v.organisation
       where v.topic = ${id} order by v.on_day, v.id`.execute(db)
    return rows
  },
  /** The running working groups of a body. */
  async groups(body: string): Promise<Named[]> {
    const { rows } =
      await sql<Named>`select o.id, o.title from cooperation.working_group g join kit.object o on o.id = g.body
      where g.parent = ${body} and g.closed_on is null and clock.today() < g.until_day order by o.title collate kit.german`.execute(
        db,
      )
    return rows
  },
  async isGroup(body: string): Promise<boolean> {
    const { rows } = await sql`select from cooperation.working_group where body = ${body}`.execute(db)
    return rows.length > 0
  },
})
