// Areas of the land: their states by key and level, and what a register changes in them.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { AreaKind, AreaList, Level } from '../contract/shapes.ts'

export type AreaState = {
  area: number
  key: string
  ars: string | null
  name: string
  kind: AreaKind
  parent: number | null
  population: number | null
  population_on: string | null
  area_km2: number | null
  lon: number | null
  lat: number | null
  known_on: string
  valid_from: string | null
  valid_until: string | null
}
export type NewAreaState = Omit<AreaState, 'valid_from' | 'valid_until'> & {
  valid_from?: string | null
  valid_until?: string | null
}

/** City is both: "kreisfreie Städte" stand among the counties and among the municipalities. */
export const kindsOf: Readonly<Record<Level, readonly AreaKind[]>> = {
  county: ['county', 'city'],
  municipality: ['municipality', 'city'],
}

/** The key under which a boundary or a register lists the area at that level: München is 09162 and 09162000. */
export const keyAt = (level: Level, column = 's.key') =>
  sql.raw(level === 'municipality' ? `case when s.kind = 'city' then ${column} || '000' else ${column} end` : column)

const validOn = (day: string) =>
  sql`s.superseded_at is null and (s.valid_from is null or s.valid_from <= ${day}) and (s.valid_until is null or s.valid_until > ${day})`

export const areaStore = (db: Database) => ({
  async list(level: Level, on: string): Promise<Omit<AreaList, 'own'>> {
    const { rows } = await sql<Omit<AreaList, 'own'>>`
      select coalesce(array_agg(a.id order by s.key), '{}') as ids, coalesce(array_agg(${keyAt(level)} order by s.key), '{}') as keys, coalesce(array_agg(s.name order by s.key), '{}') as names,
             coalesce(array_agg(s.kind order by s.key), '{}') as kinds, coalesce(array_agg(p.key order by s.key), '{}') as parents,
             coalesce(array_agg(s.lon order by s.key), '{}') as lons, coalesce(array_agg(s.lat order by s.key), '{}') as lats
        from figures.area_state s join figures.area a on a.number = s.area
        left join figures.area_state p on p.area = s.parent and p.superseded_at is null and p.valid_until is null
       where s.kind = any (${[...kindsOf[level]]}) and ${validOn(on)}`.execute(db)
    return rows[0]!
  },
  /** The latest state of each key; keys that have ceased are found too, so that old tables keep their areas. */
  async byKeys(keys: readonly string[]): Promise<(AreaState & { id: string })[]> {
    const { rows } = await sql<AreaState & { id: string }>`
      select distinct on (s.key) s.*, a.id from figures.area_state s join figures.area a on a.number = s.area
       where s.superseded_at is null and s.key = any (${[...keys]}) order by s.key, s.valid_until desc nulls first`.execute(
      db,
    )
    return rows
  },
  async current(): Promise<AreaState[]> {
    const { rows } =
      await sql<AreaState>`select s.* from figures.area_state s where s.superseded_at is null and s.valid_until is null`.execute(
        db,
      )
    return rows
  },
  async makeAll(ids: readonly string[]): Promise<number[]> {
    const { rows } = await sql<{
      number: number
    }>`insert into figures.area (id) select x.id from unnest(${[...ids]}::uuid[]) with ordinality x (id, n) order by x.n returning number`.execute(
      db,
    )
    return rows.map((row) => row.number)
  },
  async close(areas: readonly number[]): Promise<void> {
    await sql`update figures.area_state set superseded_at = clock.now() where area = any (${[...areas]}) and superseded_at is null and valid_until is null`.execute(
      db,
    )
  },
  async state(states: readonly NewAreaState[], source: number): Promise<void> {
    const rows = states.map((one) => ({ valid_from: null, valid_until: null, ...one }))
    await sql`insert into figures.area_state (area, key, ars, name, kind, parent, population, population_on, area_km2, lon, lat, known_on, valid_from, valid_until, source, recorded_at)
      select area, key, ars, name, kind, parent, population, population_on, area_km2, lon, lat, known_on, valid_from, valid_until, ${source}::integer, clock.now()
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (area integer, key text, ars text, name text, kind text, parent integer, population integer, population_on date,
          area_km2 numeric, lon double precision, lat double precision, known_on date, valid_from date, valid_until date)`.execute(
      db,
    )
  },
  /** The county or city for which an organisation is competent, if it has said so. */
  async keyOfOrganisation(organisation: string): Promise<string | null> {
    const { rows } = await sql<{
      area_key: string | null
    }>`select area_key from actors.organisation where id = ${organisation}`.execute(db)
    return rows[0]?.area_key ?? null
  },
})
