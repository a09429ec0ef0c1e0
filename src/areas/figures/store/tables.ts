// Official tables that were read in, what they hold, and drafts of those that were only looked at.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { ImportPreview } from '../contract/import.ts'
import type { Mapping } from '../contract/mapping.ts'
import type { Source } from '../contract/shapes.ts'

export type TableRow = {
  id: string
  number: number
  title: string
  code: string
  format: string
  statistic: string
  source: string
  licence: string | null
  attribution: string
  printed_on: string | null
  read_on: string
  file_name: string
  sha256: string
  footnotes: string[]
  summary: Record<string, unknown> & { values?: number; periods?: string[] }
}
export type NewTable = {
  id: string
  code: string
  format: string
  statistic: string
  source: string
  licence: string | null
  attribution: string
  printedOn: string | null
  readOn: string
  fileName: string
  sha256: string
  footnotes: readonly string[]
  summary: unknown
}
export type SliceCount = {
  indicator: number
  cut: number
  from: string
  until: string
  basis: number | null
  level: string
  statements: number
}

const columns = sql.raw(
  `t.id, t.number, o.title, t.code, t.format, t.statistic, t.source, t.licence, t.attribution, t.printed_on, t.read_on, t.file_name, encode(t.sha256, 'hex') as sha256, t.footnotes, t.summary`,
)

export const tableStore = (db: Database) => ({
  async list(): Promise<TableRow[]> {
    const { rows } =
      await sql<TableRow>`select ${columns} from figures.official_table t join kit.object o on o.id = t.id and o.deleted_at is null order by t.read_on desc, o.title collate kit.german`.execute(
        db,
      )
    return rows
  },
  async get(id: string): Promise<TableRow | undefined> {
    const { rows } =
      await sql<TableRow>`select ${columns} from figures.official_table t join kit.object o on o.id = t.id where t.id = ${id}`.execute(
        db,
      )
    return rows[0]
  },
  async bySha(sha256: string): Promise<TableRow | undefined> {
    const { rows } =
      await sql<TableRow>`select ${columns} from figures.official_table t join kit.object o on o.id = t.id where t.sha256 = decode(${sha256}, 'hex')`.execute(
        db,
      )
    return rows[0]
  },
  /** Null when somebody else has just written the same file. */
  async make(t: NewTable): Promise<number | null> {
    const { rows } = await sql<{ number: number }>`
      insert into figures.official_table (id, code, format, statistic, source, licence, attribution, printed_on, read_on, file_name, sha256, footnotes, summary, published)
      values (${t.id}, ${t.code}, ${t.format}, ${t.statistic}, ${t.source}, ${t.licence}, ${t.attribution}, ${t.printedOn}, ${t.readOn}, ${t.fileName}, decode(${t.sha256}, 'hex'), ${[...t.footnotes]}, ${JSON.stringify(t.summary)}::jsonb, true)
      on conflict (sha256) do nothing returning number`.execute(db)
    return rows[0]?.number ?? null
  },
  async countSlices(official: number, slices: readonly SliceCount[]): Promise<void> {
    await sql`insert into figures.slice (official, indicator, cut, from_day, until_day, basis, level, statements)
      select ${official}::integer, indicator, cut, "from", "until", basis, level, statements from jsonb_to_recordset(${JSON.stringify(slices)}::jsonb)
        as x (indicator integer, cut integer, "from" date, "until" date, basis smallint, level text, statements integer)`.execute(
      db,
    )
  },
  async indicatorsOf(official: number): Promise<{ id: string; title: string; unit: string; statements: number }[]> {
    const { rows } = await sql<{ id: string; title: string; unit: string; statements: number }>`
      select i.id, o.title, i.unit, sum(s.statements)::integer as statements from figures.slice s join figures.indicator i on i.number = s.indicator join kit.object o on o.id = i.id
       where s.official = ${official} group by 1, 2, 3 order by o.title collate kit.german`.execute(db)
    return rows
  },
  /** What values rest on: tables and deliveries, with the edition that may be cited. */
  async sources(
    officials: readonly number[],
    deliveries: readonly string[],
  ): Promise<(Source & { number: number | null })[]> {
    const { rows } = await sql<Source & { number: number | null }>`
      select t.id, t.number, 'officialTable' as kind, o.title, t.attribution, t.licence, t.printed_on as "printedOn", 1 as edition, o.invented, null as explanation
        from figures.official_table t join kit.object o on o.id = t.id where t.number = any (${[...officials]}::integer[])
      union all
      select d.id, null, 'delivery', o.title, w.title, null, null, d.edition, o.invented, d.explanation
        from figures.delivery d join kit.object o on o.id = d.id join kit.object w on w.id = d.organisation where d.id = any (${[...deliveries]}::uuid[])
      order by 4`.execute(db)
    return rows
  },
  /** Who offers them. */
  async installation(): Promise<string> {
    const { rows } = await sql<{ name: string }>`select name from kit.installation`.execute(db)
    return rows[0]?.name ?? ''
  },
  /** Of each of these figures: from when to when tables hold it, whose words are to be printed, and the licence they share. */
  async licencesOf(indicators: readonly string[]) {
    const { rows } = await sql<{
      id: string
      source: string
      attribution: string
      licence: string | null
      from: string
      until: string
    }>`
      select i.id, min(t.source) as source, string_agg(distinct t.attribution, '; ') as attribution,
             case when count(distinct coalesce(t.licence, '')) = 1 then min(t.licence) end as licence, min(s.from_day) as "from", max(s.until_day) as until
        from figures.indicator i join figures.slice s on s.indicator = i.number join figures.official_table t on t.number = s.official
       where i.id = any (${[...indicators]}::uuid[]) group by i.id`.execute(db)
    return rows
  },
  async ofIndicator(indicator: number): Promise<Source[]> {
    const { rows } = await sql<{
      official: number
    }>`select distinct official from figures.slice where indicator = ${indicator}`.execute(db)
    return this.sources(
      rows.map((row) => row.official),
      [],
    )
  },
})

export type Draft = {
  id: string
  fileName: string
  sha256: string
  bytes: Buffer
  preview: ImportPreview
  mapping: Mapping | null
  created: string
}
export const draftStore = (db: Database) => ({
  async keep(draft: Draft, person: string, organisation: string): Promise<void> {
    await sql`insert into figures.import_draft (id, person, organisation, file_name, sha256, bytes, preview, mapping, created)
      values (${draft.id}, ${person}, ${organisation}, ${draft.fileName}, decode(${draft.sha256}, 'hex'), ${draft.bytes}, ${JSON.stringify(draft.preview)}::jsonb, ${draft.mapping === null ? null : JSON.stringify(draft.mapping)}::jsonb, clock.now())`.execute(
      db,
    )
  },
  async find(id: string): Promise<Draft | undefined> {
    const { rows } =
      await sql<Draft>`select id, file_name as "fileName", encode(sha256, 'hex') as sha256, bytes, preview, mapping, created from figures.import_draft where id = ${id}`.execute(
        db,
      )
    return rows[0]
  },
  async assign(id: string, mapping: Mapping): Promise<void> {
    await sql`update figures.import_draft set mapping = ${JSON.stringify(mapping)}::jsonb where id = ${id}`.execute(db)
  },
  async remove(id: string): Promise<void> {
    await sql`delete from figures.import_draft where id = ${id}`.execute(db)
  },
})
