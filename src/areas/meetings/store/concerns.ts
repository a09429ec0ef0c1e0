// Rows of concerns, of the box through which they come without an account, and of what became of them.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { type BoxState, type ConcernContent, SentConcern, Treated, Way } from '../contract/concerns.ts'

export type ConcernRow = {
  id: string
  body: string
  origin: 'member' | 'box'
  text: string
  target_group: string
  area_name: string
  received_on: string
  topic: string | null
  topic_title: string | null
  bundled_on: string | null
  closed_on: string | null
  closed_because: string | null
}
export type Drop = {
  code: Buffer
  body: string
  title: string
  text: string
  target_group: string
  area_name: string
  on_day: string
}
export type Dropped = 'kept' | 'none' | 'full'

const columns = sql.raw(
  `c.id, c.body, c.origin, c.text, c.target_group, c.area_name, c.received_on, c.topic, y.title as topic_title, c.bundled_on, c.closed_on, c.closed_because`,
)
const joins = sql.raw('join kit.object o on o.id = c.id left join kit.object y on y.id = c.topic')

export const concerns = (db: Database) => ({
  async find(id: string): Promise<ConcernRow | undefined> {
    const { rows } =
      await sql<ConcernRow>`select ${columns} from meetings.concern c ${joins} where c.id = ${id}`.execute(db)
    return rows[0]
  },
  /** Of a body, or of a topic; the newest first. */
  async list(where: { body: string } | { topic: string }): Promise<ConcernRow[]> {
    const { rows } = await sql<ConcernRow>`select ${columns} from meetings.concern c ${joins}
      where o.deleted_at is null and ${'body' in where ? sql`c.body = ${where.body}` : sql`c.topic = ${where.topic}`}
      order by c.received_on desc, c.id desc`.execute(db)
    return rows
  },
  async add(
    id: string,
    body: string,
    c: ConcernContent,
    by: { origin: 'member' | 'box'; on: string; code?: Buffer },
  ): Promise<void> {
    await sql`insert into meetings.concern (id, body, origin, text, target_group, area_name, received_on, code)
      values (${id}, ${body}, ${by.origin}, ${c.text}, ${c.targetGroup}, ${c.areaName}, ${by.on}, ${by.code ?? null})`.execute(
      db,
    )
  },
  async bundle(id: string, topic: string | null, on: string | null): Promise<void> {
    await sql`update meetings.concern set topic = ${topic}, bundled_on = ${on} where id = ${id}`.execute(db)
  },
  async close(id: string, on: string | null, because: string | null): Promise<void> {
    await sql`update meetings.concern set closed_on = ${on}, closed_because = ${because} where id = ${id}`.execute(db)
  },
  /** What became of topics, by their ids. */
  async ofTopics(topics: readonly string[]): Promise<Map<string, Treated[]>> {
    const { rows } = await sql<{ topic: string; way: unknown }>`
      select topic, way from meetings.topic_ways(${[...topics]}::uuid[])`.execute(db)
    return new Map(rows.map(({ topic, way }) => [topic, Treated.array().parse(way)]))
  },
  /** What became of concerns that one sees, by their ids. */
  async ways(ids: readonly string[]): Promise<Map<string, Way>> {
    const { rows } = await sql<{ concern: string; way: unknown }>`
      select concern, way from meetings.concern_ways(${[...ids]}::uuid[])`.execute(db)
    return new Map(rows.map(({ concern, way }) => [concern, Way.parse(way)]))
  },
})

export const boxes = (db: Database) => ({
  async of(body: string): Promise<{ token: string | null; public: boolean; focus: string[] }> {
    const { rows } = await sql<{ token: string | null; public: boolean; focus: string[] }>`
      select token, public, focus from meetings.backlog where body = ${body}`.execute(db)
    return rows[0] ?? { token: null, public: false, focus: [] }
  },
  async set(body: string, state: BoxState, token: string): Promise<void> {
    await sql`insert into meetings.backlog (body, token, public) values (${body}, ${state === 'off' ? null : token}, ${state === 'public'})
      on conflict (body) do update set token = excluded.token, public = excluded.public`.execute(db)
  },
  async setFocus(body: string, words: readonly string[]): Promise<void> {
    await sql`insert into meetings.backlog (body, focus) values (${body}, ${[...words]})
      on conflict (body) do update set focus = excluded.focus`.execute(db)
  },
  async byKey(key: string): Promise<{ title: string; invented: boolean } | null> {
    const { rows } = await sql<{
      box: { title: string; invented: boolean } | null
    }>`select meetings.box_by_key(${key}) as box`.execute(db)
    return rows[0]!.box
  },
  async drop(key: string, code: string, c: ConcernContent): Promise<Dropped> {
    const { rows } = await sql<{ became: Dropped }>`
      select meetings.drop_concern(${key}, ${code}, ${c.title}, ${c.text}, ${c.targetGroup}, ${c.areaName}) as became`.execute(
      db,
    )
    return rows[0]!.became
  },
  async byCode(code: string): Promise<SentConcern | null> {
    const { rows } = await sql<{ shown: unknown }>`select meetings.concern_by_code(${code}) as shown`.execute(db)
    return SentConcern.nullable().parse(rows[0]!.shown)
  },
  /** As a chore: what waits in the boxes, in an order that says nothing about when it came. */
  async waiting(): Promise<Drop[]> {
    const { rows } = await sql<Drop>`
      select code, body, title, text, target_group, area_name, on_day from meetings.concern_drop order by code`.execute(
      db,
    )
    return rows
  },
  async taken(code: Buffer): Promise<void> {
    await sql`delete from meetings.concern_drop where code = ${code}`.execute(db)
  },
})
