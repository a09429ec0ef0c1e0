// What a piece of evidence says: the value as it was recorded at an instant, as far as the reader may see its source.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Cited = {
  source: string
  indicator: string
  area: string
  from: string
  until: string
  cut: string
  asOf: string
}
export type CitedValue = {
  value: number | null
  mark: string | null
  unit: string
  decimals: number
  basis: string | null
  /** Of a delivery that stood out, in the edition of that time. */
  explanation: string | null
}

/** Row-level security decides who reads a delivered value: nothing comes back for somebody who may not see the delivery. */
export async function citedValue(db: Database, c: Cited): Promise<CitedValue | undefined> {
  const { rows } = await sql<CitedValue>`
    select o.value, o.mark, i.unit, i.decimals, b.label as basis,
      (select e.content->>'explanation' from kit.edition e where e.object = o.delivery and e.at <= ${c.asOf} order by e.number desc limit 1) as explanation
      from figures.observation o
      join figures.indicator i on i.number = o.indicator join figures.area a on a.number = o.area join figures.cut c on c.number = o.cut
      left join figures.official_table t on t.number = o.official left join figures.basis b on b.number = o.basis
     where i.id = ${c.indicator} and a.id = ${c.area} and o.from_day = ${c.from} and o.until_day = ${c.until} and c.key = ${c.cut}
       and (t.id = ${c.source} or o.delivery = ${c.source})
       and o.recorded_at <= ${c.asOf} and (o.superseded_at is null or o.superseded_at > ${c.asOf})
     order by o.recorded_at desc limit 1`.execute(db)
  return rows[0]
}

/** How an official source wants to be named. */
export async function attributionOf(db: Database, table: string): Promise<string | null> {
  const { rows } = await sql<{
    attribution: string
  }>`select attribution from figures.official_table where id = ${table}`.execute(db)
  return rows[0]?.attribution ?? null
}

export type Delivered = { indicator: string; area: string; from: string; until: string }

/** A delivery is one figure: what it is about, for those who may see it. */
export async function deliveredFigure(db: Database, delivery: string): Promise<Delivered | undefined> {
  const { rows } =
    await sql<Delivered>`select indicator, area, from_day as "from", until_day as "until" from figures.delivery where id = ${delivery}`.execute(
      db,
    )
  return rows[0]
}
