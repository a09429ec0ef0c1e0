// Indicators, their cuts, bases and breaks, and at which times there are values.
import { sql } from 'kysely'
import type { Field } from '#areas/actors/contract.ts'
import type { Database } from '#kit/db/database.ts'
import type { Basis, Break, Held } from '../contract/shapes.ts'

export type IndicatorRow = {
  id: string
  number: number
  title: string
  code: string
  statistic: string | null
  measure: string | null
  definition: string
  unit: string
  numerator: string | null
  denominator: string | null
  inclusion: string | null
  exclusion: string | null
  source: string
  legal_basis: string | null
  direction: 'more' | 'less' | 'neutral'
  additive: boolean
  timing: 'day' | 'span'
  decimals: number
  held_by_counties: boolean
  purpose: Field | null
  example: string | null
  manual: string | null
  needed_for: string | null
  needed_by: string | null
  needed_by_title: string | null
  needed_until: string | null
  burden: number | null
  edition: number
}
export type IndicatorContent = {
  code: string
  statistic: string | null
  measure: string | null
  definition: string
  unit: string
  numerator: string | null
  denominator: string | null
  inclusion: string | null
  exclusion: string | null
  source: string
  legalBasis: string | null
  direction: 'more' | 'less' | 'neutral'
  additive: boolean
  timing: 'day' | 'span'
  decimals: number
  heldByCounties: boolean
  purpose: Field | null
} & Partial<Wanted>
/** What the catalogue asks beyond the definition. */
export type Wanted = {
  example: string | null
  manual: string | null
  neededFor: string | null
  neededBy: string | null
  neededUntil: string | null
  burden: number | null
}
export type BasisRow = Basis & { number: number; from: string }
export type Cut = { number: number; key: string; label: string }

const columns =
  sql.raw(`i.id, i.number, o.title, i.code, i.statistic, i.measure, i.definition, i.unit, i.numerator, i.denominator, i.inclusion, i.exclusion, i.source, i.legal_basis, i.direction,
  i.additive, i.timing, i.decimals, i.held_by_counties, i.purpose, i.example, i.manual, i.needed_for, i.needed_by, i.needed_until, i.burden, i.edition,
  (select n.title from kit.object n where n.id = i.needed_by) as needed_by_title`)
const concerns = sql`(b.measures @> array['*'] or split_part(i.measure, '/', 1) = any (b.measures) or i.measure = any (b.measures))`

export const indicatorStore = (db: Database) => ({
  async get(id: string): Promise<IndicatorRow | undefined> {
    const { rows } =
      await sql<IndicatorRow>`select ${columns} from figures.indicator i join kit.object o on o.id = i.id and o.deleted_at is null where i.id = ${id}`.execute(
        db,
      )
    return rows[0]
  },
  async byCodes(codes: readonly string[]): Promise<IndicatorRow[]> {
    const { rows } =
      await sql<IndicatorRow>`select ${columns} from figures.indicator i join kit.object o on o.id = i.id where i.code = any (${[...codes]})`.execute(
        db,
      )
    return rows
  },
  /** Figures of offices that bear exactly one of these names or codes. */
  async named(names: readonly string[]): Promise<{ code: string; title: string }[]> {
    const { rows } = await sql<{ code: string; title: string }>`
      select i.code, o.title from figures.indicator i join kit.object o on o.id = i.id and o.deleted_at is null
       where not i.held_by_counties and (i.code = any (${[...names]}) or o.title = any (${[...names]})) order by i.code`.execute(
      db,
    )
    return rows
  },
  async search(words: string | undefined, held: boolean | undefined) {
    const like = `%${(words ?? '').replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`
    const { rows } = await sql<
      IndicatorRow & { latest_from: string | null; latest_until: string | null; levels: string[] }
    >`
      select ${columns}, l.from_day as latest_from, l.until_day as latest_until, coalesce(v.levels, '{}') as levels
        from figures.indicator i join kit.object o on o.id = i.id and o.deleted_at is null
        left join lateral (select s.from_day, s.until_day from figures.slice s where s.indicator = i.number union all
                           select d.from_day, d.until_day from figures.delivery d where d.indicator = i.id and d.kind = 'figure' order by 1 desc limit 1) l on true
        left join lateral (select array_agg(distinct s.level) as levels from figures.slice s where s.indicator = i.number) v on true
       where (o.title ilike ${like} or i.code ilike ${like} or i.definition ilike ${like}) and (${held ?? null}::boolean is null or i.held_by_counties = ${held ?? null})
       order by (l.from_day is null), o.title collate kit.german limit 200`.execute(db)
    return rows
  },
  async make(id: string, c: IndicatorContent): Promise<number | null> {
    const { rows } = await sql<{ number: number }>`
      insert into figures.indicator (id, code, statistic, measure, definition, unit, numerator, denominator, inclusion, exclusion, source, legal_basis, direction, additive, timing, decimals, held_by_counties, purpose, example, manual, needed_for, needed_by, needed_until, burden)
      values (${id}, ${c.code}, ${c.statistic}, ${c.measure}, ${c.definition}, ${c.unit}, ${c.numerator}, ${c.denominator}, ${c.inclusion}, ${c.exclusion}, ${c.source}, ${c.legalBasis}, ${c.direction},
        ${c.additive}, ${c.timing}, ${c.decimals}, ${c.heldByCounties}, ${c.purpose}, ${c.example ?? null}, ${c.manual ?? null}, ${c.neededFor ?? null}, ${c.neededBy ?? null}, ${c.neededUntil ?? null}, ${c.burden ?? null}) on conflict (code) do nothing returning number`.execute(
      db,
    )
    return rows[0]?.number ?? null
  },
  async change(
    id: string,
    c: Pick<
      IndicatorContent,
      | 'definition'
      | 'unit'
      | 'numerator'
      | 'denominator'
      | 'inclusion'
      | 'exclusion'
      | 'source'
      | 'legalBasis'
      | 'direction'
      | 'purpose'
    > &
      Wanted,
    edition: number,
  ): Promise<void> {
    await sql`update figures.indicator set definition = ${c.definition}, unit = ${c.unit}, numerator = ${c.numerator}, denominator = ${c.denominator}, inclusion = ${c.inclusion}, exclusion = ${c.exclusion},
      source = ${c.source}, legal_basis = ${c.legalBasis}, direction = ${c.direction}, purpose = ${c.purpose}, example = ${c.example}, manual = ${c.manual},
      needed_for = ${c.neededFor}, needed_by = ${c.neededBy}, needed_until = ${c.neededUntil}, burden = ${c.burden}, edition = ${edition} where id = ${id}`.execute(
      db,
    )
  },
  async breaksOf(indicator: number): Promise<Break[]> {
    const { rows } = await sql<Break>`
      select b.from_day as "from", b.kind, b.what, b.exception, b.source, x.label as before, y.label as after from figures.indicator i join figures.break b on b.statistic = i.statistic and ${concerns}
        left join figures.basis x on x.code = b.before left join figures.basis y on y.code = b.after where i.number = ${indicator} order by b.from_day`.execute(
      db,
    )
    return rows
  },
  async bases(): Promise<BasisRow[]> {
    const { rows } =
      await sql<BasisRow>`select number, code, label, from_day as "from" from figures.basis order by from_day, number`.execute(
        db,
      )
    return rows
  },
  async held(indicator: number): Promise<Held[]> {
    const { rows } = await sql<{
      from_day: string
      until_day: string
      cut: string
      level: Held['level']
      code: string | null
      label: string | null
      statements: number
    }>`
      select s.from_day, s.until_day, c.key as cut, s.level, b.code, b.label, sum(s.statements)::integer as statements from figures.slice s join figures.cut c on c.number = s.cut left join figures.basis b on b.number = s.basis
       where s.indicator = ${indicator} group by 1, 2, 3, 4, 5, 6
      union all
      select d.from_day, d.until_day, '', 'county', null, null, count(*)::integer from figures.delivery d join figures.indicator i on i.id = d.indicator where i.number = ${indicator} and d.kind = 'figure' group by 1, 2
       order by 1, 3, 4`.execute(db)
    return rows.map((row) => ({
      from: row.from_day,
      until: row.until_day,
      cut: row.cut,
      level: row.level,
      basis: row.code && row.label ? { code: row.code, label: row.label } : null,
      statements: row.statements,
    }))
  },
  async cuts(keys?: readonly string[]): Promise<Cut[]> {
    const { rows } =
      await sql<Cut>`select number, key, label from figures.cut where ${keys ? sql`key = any (${[...keys]})` : sql`true`} order by key`.execute(
        db,
      )
    return rows
  },
  async makeCuts(cuts: readonly { key: string; dims: Record<string, string>; label: string }[]): Promise<void> {
    await sql`insert into figures.cut (key, dims, label) select key, dims, label from jsonb_to_recordset(${JSON.stringify(cuts)}::jsonb) as x (key text, dims jsonb, label text) on conflict (key) do nothing`.execute(
      db,
    )
  },
  async teach(
    bases: readonly { id: string; statistic: string; label: string; from: string; until: string | null }[],
    breaks: readonly {
      id: string
      statistic: string
      measures: string[]
      from: string
      kind: string
      before: string | null
      after: string | null
      what: string
      exception: string | null
      source: string
    }[],
  ): Promise<void> {
    await sql`insert into figures.basis (code, statistic, label, from_day, until_day)
      select id, statistic, label, "from", "until" from jsonb_to_recordset(${JSON.stringify(bases)}::jsonb) as x (id text, statistic text, label text, "from" date, "until" date) on conflict (code) do nothing`.execute(
      db,
    )
    await sql`insert into figures.break (id, statistic, measures, from_day, kind, before, after, what, exception, source)
      select id, statistic, measures, "from", kind, before, after, what, exception, source
        from jsonb_to_recordset(${JSON.stringify(breaks)}::jsonb) as x (id uuid, statistic text, measures text[], "from" date, kind text, before text, after text, what text, exception text, source text)
        on conflict (statistic, from_day, kind, measures) do nothing`.execute(db)
  },
})
