// Reads and writes stated relations, and what organisations are and deal with.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { ActorRole, Field, RelationKind } from '../contract/relations.ts'

export type RelationRow = {
  id: string
  organisation: string
  organisation_title: string
  target: string | null
  target_title: string | null
  kind: RelationKind
  about: string
  field: Field | null
  source: string
  stated_by: string
  stated_by_title: string
  stated_on: string
  valid_from: string
  valid_until: string | null
  may_end: boolean
}
export type NewRelation = {
  organisation: string
  target: string | null
  kind: RelationKind
  about: string
  field: Field | null
  source: string
  statedBy: string
  from: string
  until: string | null
}
export type Tags = { roles: ActorRole[]; fields: Field[] }

export const relations = (db: Database) => ({
  /** Recorded and not replaced; `of`: those in which the organisation stands on either side; `on`: only those that hold on this day. */
  async list(where: { of?: string; on?: string; kind?: RelationKind } = {}): Promise<RelationRow[]> {
    const { rows } = await sql<RelationRow>`
      select r.id, r.organisation, o.title as organisation_title, r.target, t.title as target_title, r.kind, r.about, r.field, r.source,
        r.stated_by, coalesce(b.title, '') as stated_by_title, r.stated_on, r.valid_from, r.valid_until, actors.may_relate(r.organisation, r.target) as may_end
      from actors.relation r join kit.object o on o.id = r.organisation left join kit.object t on t.id = r.target left join kit.object b on b.id = r.stated_by
      where r.superseded_at is null and o.deleted_at is null and t.deleted_at is null
        ${where.of ? sql`and (r.organisation = ${where.of} or r.target = ${where.of})` : sql``}
        ${where.kind ? sql`and r.kind = ${where.kind}` : sql``}
        ${where.on ? sql`and r.valid_from <= ${where.on} and (r.valid_until is null or ${where.on} < r.valid_until)` : sql``}
      order by r.valid_until nulls first, r.kind, t.title collate kit.german`.execute(db)
    return rows
  },
  async state(r: NewRelation, at: string): Promise<string> {
    const id = newId(at)
    await sql`insert into actors.relation (id, organisation, target, kind, about, field, source, stated_by, stated_on, valid_from, valid_until, recorded_at)
      values (${id}, ${r.organisation}, ${r.target}, ${r.kind}, ${r.about}, ${r.field}, ${r.source}, ${r.statedBy}, clock.today(), ${r.from}, ${r.until}, clock.now())`.execute(
      db,
    )
    return id
  },
  /** Closes the record and, where the relation held before `until`, replaces it by one that ends then. False when the database said no. */
  async end(old: RelationRow, until: string, by: string, at: string): Promise<boolean> {
    const done =
      await sql`update actors.relation set superseded_at = clock.now() where id = ${old.id} and superseded_at is null`.execute(
        db,
      )
    if (done.numAffectedRows !== 1n) return false
    const { organisation, target, kind, about, field, source, valid_from: from } = old
    if (from < until)
      await this.state({ organisation, target, kind, about, field, source, statedBy: by, from, until }, at)
    return true
  },
  async mayRelate(organisation: string, target: string | null): Promise<boolean> {
    const { rows } = await sql<{ may: boolean }>`select actors.may_relate(${organisation}, ${target}) as may`.execute(
      db,
    )
    return rows[0]!.may
  },
  async tagsOf(organisation: string): Promise<Tags> {
    const { rows } = await sql<{ family: string; code: string }>`select family, code from actors.tag
      where organisation = ${organisation} order by code`.execute(db)
    const of = (family: string) => rows.filter((row) => row.family === family).map((row) => row.code)
    return { roles: of('role') as ActorRole[], fields: of('field') as Field[] }
  },
  async setTags(organisation: string, tags: Tags): Promise<void> {
    await sql`delete from actors.tag where organisation = ${organisation}`.execute(db)
    await sql`insert into actors.tag (organisation, family, code)
      select ${organisation}::uuid, 'role', x from unnest(${[...new Set(tags.roles)]}::text[]) x
      union all select ${organisation}::uuid, 'field', x from unnest(${[...new Set(tags.fields)]}::text[]) x`.execute(
      db,
    )
  },
})
