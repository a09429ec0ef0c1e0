// Objects: the row that every addressable thing has, and its frozen editions.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { NotFound } from '#kit/http/refusal.ts'
import type { Audience, ObjectHead } from '#kit/ref.ts'

export type ObjectRow = {
  id: string
  kind: string
  title: string
  owner: string | null
  owner_title: string | null
  body: string | null
  body_title: string | null
  author: string | null
  audience: Audience
  readers: string[]
  invented: boolean
  revision: number
  created: string
  deleted_at: string | null
  may_change: boolean
}

const columns = `o.id, o.kind, o.title, o.owner, w.title as owner_title, o.body, b.title as body_title, o.author, o.audience, o.readers, o.invented,
  o.revision, o.created, o.deleted_at, access.changes(o.owner, o.body, o.author, o.audience, (select access.actor())) as may_change`

/** The text of the query that the kit sends along with the opening of a transaction. */
export const loadObject = `select ${columns} from kit.object o left join kit.object w on w.id = o.owner left join kit.object b on b.id = o.body where o.id = $1 and (o.kind = $2 or $2 = '*')`

export const head = (row: ObjectRow): ObjectHead => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  owner: row.owner && row.owner_title ? { id: row.owner, title: row.owner_title } : null,
  body: row.body && row.body_title ? { id: row.body, title: row.body_title } : null,
  audience: row.audience,
  invented: row.invented,
  revision: row.revision,
  created: row.created,
  mayChange: row.may_change,
})

export type NewObject = {
  id: string
  kind: string
  title: string
  owner: string | null
  body?: string | null
  author: string | null
  audience: Audience
  readers?: readonly string[]
}

export const objects = (db: Database) => ({
  /** Inserts the object row; the area's own row with the same id follows in the same transaction. */
  async make(o: NewObject): Promise<void> {
    await sql`insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
      values (${o.id}, ${o.kind}, ${o.title}, ${o.owner}, ${o.body ?? null}, ${o.author}, ${o.audience}, ${[...(o.readers ?? [])]}, clock.now())`.execute(
      db,
    )
  },
  async find(id: string): Promise<ObjectRow | undefined> {
    const { rows } =
      await sql<ObjectRow>`select ${sql.raw(columns)} from kit.object o left join kit.object w on w.id = o.owner
      left join kit.object b on b.id = o.body where o.id = ${id}`.execute(db)
    return rows[0]
  },
  /** @throws NotFound when it is not there or not visible. */
  async get(id: string, kind?: string): Promise<ObjectRow> {
    const row = await this.find(id)
    if (!row || (kind && row.kind !== kind) || row.deleted_at) throw new NotFound()
    return row
  },
  /** Those of them that one sees, with their titles. */
  async named(ids: readonly string[]): Promise<{ id: string; title: string }[]> {
    const { rows } = await sql<{ id: string; title: string }>`
      select id, title from kit.object where id = any (${[...ids]}::uuid[])`.execute(db)
    return rows
  },
  /** Of a kind, newest first; `body` and `owner` narrow. */
  async list(kind: string, where: { body?: string; owner?: string } = {}): Promise<ObjectRow[]> {
    const { rows } =
      await sql<ObjectRow>`select ${sql.raw(columns)} from kit.object o left join kit.object w on w.id = o.owner
      left join kit.object b on b.id = o.body where o.kind = ${kind} and o.deleted_at is null
      ${where.body ? sql`and o.body = ${where.body}` : sql``} ${where.owner ? sql`and o.owner = ${where.owner}` : sql``}
      order by o.created desc, o.id desc`.execute(db)
    return rows
  },
  /** Counts a write. Returns false when somebody else wrote first (the revision is no longer the expected one). */
  async touch(id: string, expected: number): Promise<boolean> {
    const done =
      await sql`update kit.object set revision = revision + 1 where id = ${id} and revision = ${expected}`.execute(db)
    return done.numAffectedRows === 1n
  },
  /** Changes title, audience or readers; counts as a write of its own. */
  async change(id: string, to: { title?: string; audience?: Audience; readers?: readonly string[] }): Promise<void> {
    const done = await sql`update kit.object set revision = revision + 1, title = coalesce(${to.title ?? null}, title),
      audience = coalesce(${to.audience ?? null}, audience), readers = coalesce(${to.readers ? [...to.readers] : null}, readers) where id = ${id}`.execute(
      db,
    )
    if (done.numAffectedRows !== 1n) throw new NotFound()
  },
  /** Sets or lifts the mark of deletion: undo for 30 days, then it is erased unless something cites an edition of it. */
  async remove(id: string, removed: boolean): Promise<void> {
    const done =
      await sql`update kit.object set revision = revision + 1, deleted_at = ${removed ? sql`clock.now()` : sql`null`} where id = ${id}`.execute(
        db,
      )
    if (done.numAffectedRows !== 1n) throw new NotFound()
  },
  /** Freezes content as the next edition and returns its number. */
  async freeze(
    id: string,
    content: unknown,
    by: { person: string | null; organisation: string | null },
  ): Promise<number> {
    const { rows } = await sql<{
      number: number
    }>`insert into kit.edition (object, number, content, at, person, organisation)
      select ${id}, coalesce(max(number), 0) + 1, ${JSON.stringify(content)}::jsonb, clock.now(), ${by.person}, ${by.organisation}
        from kit.edition where object = ${id} returning number`.execute(db)
    return rows[0]!.number
  },
  async editions(id: string): Promise<{ number: number; content: unknown; at: string; organisation: string | null }[]> {
    const { rows } = await sql<{ number: number; content: unknown; at: string; organisation: string | null }>`
      select number, content, at, organisation from kit.edition where object = ${id} order by number`.execute(db)
    return rows
  },
})
