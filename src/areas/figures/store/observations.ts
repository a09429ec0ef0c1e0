// Observations: written in bulk, corrected by closing, read as columns. Current rows have no `superseded_at`; asOf reads what was known then.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Level, Mark } from '../contract/shapes.ts'
import { keyAt, kindsOf } from './areas.ts'

/** Statements as columns, ready for one query. */
export type Batch = {
  indicator: number[]
  cut: number[]
  area: number[]
  from: string[]
  until: string[]
  basis: (number | null)[]
  value: (number | null)[]
  mark: (Mark | null)[]
  quality: (string | null)[]
}

const unnested = (
  b: Batch,
): RawBuilder<unknown> => sql`unnest(${b.indicator}::integer[], ${b.cut}::integer[], ${b.area}::integer[], ${b.from}::date[], ${b.until}::date[], ${b.basis}::smallint[],
  ${b.value}::numeric[], ${b.mark}::text[], ${b.quality}::text[]) with ordinality as x (indicator, cut, area, from_day, until_day, basis, value, mark, quality, n)`
/** Looked up row by row (lateral, limit 1): without statistics of a table that was just filled the planner would compare everything with everything. */
const same = sql`o.indicator = x.indicator and o.cut = x.cut and o.from_day = x.from_day and o.until_day = x.until_day and o.area = x.area
  and o.basis is not distinct from x.basis and o.superseded_at is null and o.delivery is null`

/** Rows known at an instant. The past lies in an index of its own and is nearly empty. */
export const knownAt = (asOf: string | null) =>
  asOf === null
    ? sql`o.superseded_at is null`
    : sql`o.recorded_at <= ${asOf}::timestamptz and (o.superseded_at is null or o.superseded_at > ${asOf}::timestamptz)`

export type SliceRow = {
  keys: string[]
  values: (number | null)[]
  marks: (Mark | null)[]
  officials: (number | null)[]
  deliveries: (string | null)[]
}

export const observationStore = (db: Database) => ({
  /**
   * Which statements stand there already: unchanged, and with another value. Positions count from 0. What a later print of the office says is not
   * revised by an earlier one that is read in afterwards.
   */
  async compare(batch: Batch, printedOn: string | null): Promise<{ unchanged: Set<number>; revised: Set<number> }> {
    const { rows } = await sql<{ unchanged: number[]; revised: number[] }>`
      with met as (select x.n::integer - 1 as n, (o.value is not distinct from x.value and o.mark is not distinct from x.mark) or coalesce(t.printed_on > ${printedOn}::date, false) as stays
                     from ${unnested(batch)} cross join lateral (select o.value, o.mark, o.official from figures.observation o where ${same} limit 1) o join figures.official_table t on t.number = o.official)
      select coalesce(array_agg(n) filter (where stays), '{}') as unchanged, coalesce(array_agg(n) filter (where not stays), '{}') as revised from met`.execute(
      db,
    )
    return { unchanged: new Set(rows[0]?.unchanged), revised: new Set(rows[0]?.revised) }
  },
  async close(batch: Batch): Promise<void> {
    await sql`with met as materialized (select o.row from ${unnested(batch)} cross join lateral (select o.ctid as row from figures.observation o where ${same} limit 1) o)
      update figures.observation set superseded_at = clock.now() where ctid = any (array(select met.row from met))`.execute(
      db,
    )
  },
  async write(batch: Batch, official: number): Promise<number> {
    const done =
      await sql`insert into figures.observation (indicator, cut, area, from_day, until_day, basis, value, mark, quality, official, recorded_at)
      select x.indicator, x.cut, x.area, x.from_day, x.until_day, x.basis, x.value, x.mark, x.quality, ${official}::integer, clock.now() from ${unnested(batch)}`.execute(
        db,
      )
    return Number(done.numAffectedRows)
  },
  async deliver(o: {
    indicator: number
    cut: number
    area: number
    from: string
    until: string
    value: number | null
    mark: Mark | null
    delivery: string
  }): Promise<void> {
    await sql`update figures.observation set superseded_at = clock.now() where delivery = ${o.delivery} and superseded_at is null`.execute(
      db,
    )
    await sql`insert into figures.observation (indicator, cut, area, from_day, until_day, value, mark, delivery, recorded_at)
      values (${o.indicator}, ${o.cut}, ${o.area}, ${o.from}, ${o.until}, ${o.value}, ${o.mark}, ${o.delivery}, clock.now())`.execute(
      db,
    )
  },
  /** All areas of a level that existed then, with what is said of them: null and null where nothing is. */
  async map(q: {
    indicator: number
    cut: number
    from: string
    until: string
    basis: number | null
    level: Level
    asOf: string | null
  }): Promise<SliceRow> {
    const lastDay = sql`(${q.until}::date - 1)`
    const { rows } = await sql<SliceRow>`
      with said as materialized (
        select distinct on (o.area) o.area, o.value, o.mark, o.official, o.delivery from figures.observation o
         where o.indicator = ${q.indicator} and o.cut = ${q.cut} and o.from_day = ${q.from} and o.until_day = ${q.until} and (o.basis is not distinct from ${q.basis}::smallint or o.delivery is not null) and ${knownAt(q.asOf)}
         order by o.area, o.delivery nulls first, o.recorded_at desc)
      select coalesce(array_agg(${keyAt(q.level)} order by s.key), '{}') as keys, coalesce(array_agg(o.value::float8 order by s.key), '{}') as values, coalesce(array_agg(o.mark order by s.key), '{}') as marks,
             coalesce(array_agg(o.official order by s.key), '{}') as officials, coalesce(array_agg(o.delivery::text order by s.key), '{}') as deliveries
        from figures.area_state s left join said o on o.area = s.area
       where s.kind = any (${[...kindsOf[q.level]]}) and s.superseded_at is null
         and (s.valid_from is null or s.valid_from <= ${lastDay}) and (s.valid_until is null or s.valid_until > ${lastDay})`.execute(
      db,
    )
    return rows[0]!
  },
  async above(q: {
    indicator: number
    cut: number
    from: string
    until: string
    basis: number | null
    asOf: string | null
  }): Promise<{ key: string; name: string; value: number | null; mark: Mark | null }[]> {
    const { rows } = await sql<{ key: string; name: string; value: number | null; mark: Mark | null }>`
      select s.key, s.name, o.value::float8 as value, o.mark from figures.area_state s join figures.observation o on o.area = s.area and o.indicator = ${q.indicator}
         and o.cut = ${q.cut} and o.from_day = ${q.from} and o.until_day = ${q.until} and o.basis is not distinct from ${q.basis}::smallint and ${knownAt(q.asOf)}
       where s.kind in ('country', 'state', 'district') and s.superseded_at is null and s.valid_until is null order by length(s.key) desc, s.key`.execute(
      db,
    )
    return rows
  },
  async series(q: { indicator: number; cut: number; areas: readonly number[]; asOf: string | null }) {
    const { rows } = await sql<{
      area: number
      from_day: string
      until_day: string
      basis: number | null
      value: number | null
      mark: Mark | null
      official: number | null
      delivery: string | null
    }>`
      select o.area, o.from_day, o.until_day, o.basis, o.value::float8 as value, o.mark, o.official, o.delivery from figures.observation o
       where o.indicator = ${q.indicator} and o.area = any (${[...q.areas]}::integer[]) and o.cut = ${q.cut} and ${knownAt(q.asOf)} order by o.area, o.from_day`.execute(
      db,
    )
    return rows
  },
})
