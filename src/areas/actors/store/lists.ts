// Drafts of lists, and the register as a list is compared with it and as it is written out.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { ListRow } from '../rules/list-columns.ts'
import type { Registered } from '../rules/list-verdicts.ts'

export type ListDraft = { id: string; fileName: string; rows: ListRow[] }
export type RegisterRow = {
  id: string
  name: string
  short_name: string | null
  kind: string | null
  side: string | null
  level: string | null
  legal_form: string | null
  area_key: string | null
  privacy_law: string | null
  website: string | null
  disciplines: string[]
  parents: string | null
  areas: string | null
  bodies: string | null
  dissolved_on: string | null
}

export const lists = (db: Database) => ({
  async keep(
    fileName: string,
    rows: readonly ListRow[],
    person: string,
    organisation: string,
    at: string,
  ): Promise<string> {
    const id = newId(at)
    await sql`insert into actors.import_draft (id, person, organisation, file_name, content, created)
      values (${id}, ${person}, ${organisation}, ${fileName}, ${JSON.stringify({ rows })}::jsonb, clock.now())`.execute(
      db,
    )
    return id
  },
  async find(id: string): Promise<ListDraft | undefined> {
    const { rows } =
      await sql<ListDraft>`select id, file_name as "fileName", content->'rows' as rows from actors.import_draft where id = ${id}`.execute(
        db,
      )
    return rows[0]
  },
  async discard(id: string): Promise<void> {
    await sql`delete from actors.import_draft where id = ${id}`.execute(db)
  },
  /** Everything that a line may mean, with what the reader may do there. */
  async registered(): Promise<Registered[]> {
    const { rows } = await sql<Registered>`
      select o.id, o.title as name, a.short_name as "shortName", a.kind, a.side, a.legal_form as "legalForm", a.area_key as "areaKey",
        coalesce(a.privacy_law, 'DSGVO') as "privacyLaw", a.website, coalesce(a.example, false) as example, a.level, coalesce(a.disciplines, '{}') as disciplines,
        (select m.parent from actors.membership m where m.organisation = o.id and m.superseded_at is null and (m.valid_from is null or m.valid_from <= clock.today())
          and (m.valid_until is null or clock.today() < m.valid_until) order by m.kind desc limit 1) as parent,
        coalesce((select array_agg(n.name) from actors.name n where n.organisation = o.id and n.superseded_at is null and n.name <> o.title), '{}') as "formerNames",
        coalesce((select array_agg(lower(p.title)) from kit.object p where p.kind = 'person' and p.owner = o.id and p.deleted_at is null), '{}') as persons,
        jsonb_build_object('describe', actors.may_describe(o.id), 'introduce', access.may_introduce(o.id), 'units', actors.may_describe(o.id),
          'grant', access.holds(access.actor(), '{admin}', o.id) or (o.author = (access.actor()).person
            and not exists (select from access.mandate m where m.organisation = o.id and m.body is null))) as may
      from kit.object o left join actors.organisation a on a.id = o.id where o.kind = 'organisation' and o.deleted_at is null
        and (a.dissolved_on is null or a.dissolved_on > clock.today()) order by o.title`.execute(db)
    return rows
  },
  async register(): Promise<RegisterRow[]> {
    const holds = (alias: string) =>
      sql.raw(
        `${alias}.superseded_at is null and (${alias}.valid_from is null or ${alias}.valid_from <= clock.today()) and (${alias}.valid_until is null or clock.today() < ${alias}.valid_until)`,
      )
    const { rows } =
      await sql<RegisterRow>`select o.id, o.title as name, a.short_name, a.kind, a.side, a.level, a.legal_form, a.area_key, a.privacy_law, a.website,
        coalesce(a.disciplines, '{}') as disciplines, a.dissolved_on,
        (select string_agg(p.title, '; ' order by p.title) from actors.membership m join kit.object p on p.id = m.parent where m.organisation = o.id and ${holds('m')}) as parents,
        (select string_agg(coalesce(c.area_name || ' (' || c.area_key || ')', c.area_key), '; ' order by c.area_key) from actors.competence c where c.organisation = o.id and ${holds('c')}) as areas,
        (select string_agg(b.title, '; ' order by b.title) from kit.object b where b.kind = 'body' and o.id = any (b.readers) and b.deleted_at is null) as bodies
      from kit.object o left join actors.organisation a on a.id = o.id where o.kind = 'organisation' and o.deleted_at is null
      order by o.title collate kit.german`.execute(db)
    return rows
  },
})
