// Areas in time and the reforms between them: what held when, what came from what, and how a mistake is taken back.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Part, Reform } from '#pure/crosswalk/reform.ts'
import type { AreaName, AreaState, FoundArea, ReformHead, ReformInput, ReformPart } from '../contract/reforms.ts'
import type { KeyPart } from '../rules/reforms.ts'
import type { AreaState as StateRow } from './areas.ts'

export type DatedState = StateRow & { id: string; source: number | null; reform: number | null }
export type ReformRow = {
  id: string
  number: number
  title: string
  kind: ReformInput['kind']
  day: string
  source: string
  note: string | null
  withdrawn_at: string | null
}
/** Known at an instant; null: now. */
const known = (asOf: string | null) =>
  asOf === null
    ? sql`r.withdrawn_at is null`
    : sql`r.recorded_at <= ${asOf}::timestamptz and (r.withdrawn_at is null or r.withdrawn_at > ${asOf}::timestamptz)`
/** The state that held on a day, or else the nearest there is. */
const stateOn = (area: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`
  (select z.* from figures.area_state z where z.area = ${area} and z.superseded_at is null
    order by (z.valid_from is null or z.valid_from <= ${day}) and (z.valid_until is null or ${day} < z.valid_until) desc, z.valid_until desc nulls first limit 1)`
const named = (alias: string) =>
  sql.raw(`jsonb_build_object('id', ${alias}a.id, 'key', ${alias}.key, 'name', ${alias}.name, 'kind', ${alias}.kind)`)

export const headOf = (row: ReformRow): ReformHead => ({
  id: row.id,
  title: row.title,
  kind: row.kind,
  day: row.day,
  source: row.source,
  withdrawn: row.withdrawn_at !== null,
})

const columns = sql`r.id, r.number, o.title, r.kind, r.day, r.source, r.note, r.withdrawn_at`

export const reformStore = (db: Database) => ({
  async find(search: string): Promise<FoundArea[]> {
    const words = search.trim()
    const { rows } = await sql<FoundArea>`
      select a.id, s.key, s.name, s.kind, s.valid_from as "from", s.valid_until as "until", p.name as parent
        from figures.area_state s join figures.area a on a.number = s.area
        left join lateral ${stateOn(sql`s.parent`, sql`coalesce(s.valid_until - 1, clock.today())`)} p on true
       where s.superseded_at is null and s.key <> 'DG' and (starts_with(s.key, ${words}) or position(lower(${words}) in lower(s.name)) > 0)
       order by (lower(s.name) = lower(${words})) desc, starts_with(lower(s.name), lower(${words})) desc, length(s.key), s.name collate kit.german, s.key limit 40`.execute(
      db,
    )
    return rows
  },
  /** Every state that holds or held for these keys, as far as it is recorded today. */
  async statesOf(keys: readonly string[]): Promise<DatedState[]> {
    const { rows } = await sql<DatedState>`select s.*, s.area_km2::float8 as area_km2, a.id from figures.area_state s
      join figures.area a on a.number = s.area where s.superseded_at is null and s.key = any (${[...keys]})`.execute(db)
    return rows
  },
  async history(area: string): Promise<AreaState[]> {
    const { rows } = await sql<AreaState>`
      select s.key, s.ars, s.name, s.kind, s.valid_from as "from", s.valid_until as "until", s.population, s.population_on as "populationOn", s.area_km2::float8 as km2,
             case when t.id is null then null else jsonb_build_object('id', t.id, 'title', ot.title) end as source,
             case when r.id is null then null else jsonb_build_object('id', r.id, 'title', o.title) end as reform
        from figures.area a join figures.area_state s on s.area = a.number and s.superseded_at is null
        left join figures.official_table t on t.number = s.source left join kit.object ot on ot.id = t.id
        left join figures.reform r on r.number = s.reform left join kit.object o on o.id = r.id
       where a.id = ${area} order by s.valid_until desc nulls first`.execute(db)
    return rows
  },
  async around(area: string): Promise<{ above: AreaName[]; parts: number }> {
    const { rows } = await sql<{ above: AreaName[]; parts: number }>`
      with recursive up (number, depth) as (
        select s.parent, 1 from figures.area a join figures.area_state s on s.area = a.number and s.superseded_at is null where a.id = ${area} and s.parent is not null
        union select s.parent, u.depth + 1 from up u join figures.area_state s on s.area = u.number and s.superseded_at is null where s.parent is not null and u.depth < 9)
      select coalesce((select jsonb_agg(${named('s')} order by length(s.key), s.key) from (select distinct number from up) u join figures.area sa on sa.number = u.number
               join figures.area_state s on s.area = u.number and s.superseded_at is null and s.valid_until is null where s.key <> 'DG'), '[]') as above,
             (select count(*)::int from figures.area a join figures.area_state c on c.parent = a.number and c.superseded_at is null and c.valid_until is null where a.id = ${area}) as parts`.execute(
      db,
    )
    return rows[0]!
  },
  async list(): Promise<ReformRow[]> {
    const { rows } = await sql<ReformRow>`select ${columns} from figures.reform r join kit.object o on o.id = r.id
      where r.withdrawn_at is null order by r.day desc, o.title collate kit.german limit 2000`.execute(db)
    return rows
  },
  async get(id: string): Promise<ReformRow | undefined> {
    const { rows } =
      await sql<ReformRow>`select ${columns} from figures.reform r join kit.object o on o.id = r.id where r.id = ${id}`.execute(
        db,
      )
    return rows[0]
  },
  /** Those that name the area, latest first. */
  async naming(area: string): Promise<ReformRow[]> {
    const { rows } = await sql<ReformRow>`select ${columns} from figures.reform r join kit.object o on o.id = r.id
      where r.withdrawn_at is null and r.number in (select p.reform from figures.area a join figures.reform_part p on a.number in (p.before, p.after) where a.id = ${area})
      order by r.day desc`.execute(db)
    return rows
  },
  async onDay(day: string): Promise<{ id: string; title: string; pairs: string[] }[]> {
    const { rows } = await sql<{ id: string; title: string; pairs: string[] }>`
      select r.id, o.title, array_agg(p.before || '>' || p.after) as pairs from figures.reform r join kit.object o on o.id = r.id
        join figures.reform_part p on p.reform = r.number where r.day = ${day} and r.withdrawn_at is null group by r.id, o.title`.execute(
      db,
    )
    return rows
  },
  /** With the names of the last day before and of the first day after. */
  async parts(reforms: readonly number[]): Promise<(ReformPart & { reform: number })[]> {
    const { rows } = await sql<ReformPart & { reform: number }>`
      select p.reform, ${named('b')} as before, ${named('c')} as after, p.whole, p.population::float8 as population, p.land::float8 as land
        from figures.reform_part p join figures.reform r on r.number = p.reform
        join figures.area ba on ba.number = p.before join lateral ${stateOn(sql`p.before`, sql`r.day - 1`)} b on true
        join figures.area ca on ca.number = p.after join lateral ${stateOn(sql`p.after`, sql`r.day`)} c on true
       where p.reform = any (${[...reforms]}::integer[]) order by c.key, b.key`.execute(db)
    return rows
  },
  async make(id: string, input: ReformInput): Promise<number> {
    const { rows } = await sql<{ number: number }>`insert into figures.reform (id, kind, day, source, note, recorded_at)
      values (${id}, ${input.kind}, ${input.day}, ${input.source}, ${input.note ?? null}, clock.now()) returning number`.execute(
      db,
    )
    return rows[0]!.number
  },
  async addParts(reform: number, parts: readonly KeyPart[], numbers: ReadonlyMap<string, number>): Promise<void> {
    const rows = parts.map((part) => ({
      ...part,
      before: numbers.get(`- ${part.before}`),
      after: numbers.get(`+ ${part.after}`),
    }))
    await sql`insert into figures.reform_part (reform, before, after, level, whole, population, land)
      select ${reform}::integer, x.before, x.after, x.level, x.whole, x.population, x.land
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (before integer, after integer, level text, whole boolean, population numeric, land numeric)`.execute(
      db,
    )
  },
  /** A state is closed and replaced; more than one may take its place (an old name and a new one). */
  async replace(old: DatedState, next: readonly Partial<DatedState>[], reform: number | null): Promise<void> {
    await sql`update figures.area_state set superseded_at = clock.now()
      where area = ${old.area} and superseded_at is null and valid_until is not distinct from ${old.valid_until}::date`.execute(
      db,
    )
    await this.write(next.map((one) => ({ ...old, reform, ...one })))
  },
  async write(states: readonly DatedState[]): Promise<void> {
    await sql`insert into figures.area_state (area, key, ars, name, kind, parent, population, population_on, area_km2, lon, lat, known_on, valid_from, valid_until, source, reform, recorded_at)
      select area, key, ars, name, kind, parent, population, population_on, area_km2, lon, lat, known_on, valid_from, valid_until, source, reform, clock.now()
        from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as x (area integer, key text, ars text, name text, kind text, parent integer, population integer, population_on date,
          area_km2 numeric, lon double precision, lat double precision, known_on date, valid_from date, valid_until date, source integer, reform integer)`.execute(
      db,
    )
  },
  /** The areas are as before it was recorded; what a register has said since stays. */
  async withdraw(reform: number): Promise<void> {
    const { rows } = await sql<DatedState & { own: boolean }>`
      with mine as (select distinct s.area from figures.area_state s where s.reform = ${reform} and s.superseded_at is null)
      select s.*, s.area_km2::float8 as area_km2 from figures.area_state s join figures.reform r on r.number = ${reform}
       where s.area in (select area from mine) and s.superseded_at = r.recorded_at`.execute(db)
    const areas = [...new Set(rows.map((row) => row.area))]
    await sql`update figures.area_state set superseded_at = clock.now() where area = any (${areas}::integer[]) and reform = ${reform} and superseded_at is null`.execute(
      db,
    )
    await this.write(rows)
    await sql`update figures.reform set withdrawn_at = clock.now() where number = ${reform}`.execute(db)
  },
  /** Whatever lies behind these areas: all reforms that lead to them, with what else their predecessors gave away. */
  async behind(areas: readonly number[], asOf: string | null): Promise<(Reform & { title: string })[]> {
    const { rows } = await sql<Part & { id: string; day: string; title: string }>`
      with recursive need (area) as (select unnest(${[...areas]}::integer[])
        union select p.before from need n join figures.reform_part p on p.after = n.area join figures.reform r on r.number = p.reform and ${known(asOf)})
      select distinct r.id, r.day, o.title, p.before, p.after, p.level, p.whole, p.population::float8 as population, p.land::float8 as area
        from need n join figures.reform_part p on n.area in (p.before, p.after) join figures.reform r on r.number = p.reform and ${known(asOf)}
        join kit.object o on o.id = r.id`.execute(db)
    return [...Map.groupBy(rows, (row) => row.id)].map(([id, some]) => ({
      id,
      day: some[0]!.day,
      title: some[0]!.title,
      parts: some,
    }))
  },
  async namesOf(areas: readonly number[]): Promise<Map<number, AreaName>> {
    const { rows } = await sql<{
      number: number
      area: AreaName
    }>`select sa.number, ${named('s')} as area from figures.area sa
      join lateral ${stateOn(sql`sa.number`, sql`clock.today()`)} s on true where sa.number = any (${[...areas]}::integer[])`.execute(
      db,
    )
    return new Map(rows.map((row) => [row.number, row.area]))
  },
  /** As the worker: organisations whose area has ceased, with what became of it. */
  async boundToEnded(): Promise<
    {
      organisation: string
      area: string
      key: string
      name: string
      ended: string
      reform: string | null
      successors: string[]
    }[]
  > {
    const { rows } = await sql<{
      organisation: string
      area: string
      key: string
      name: string
      ended: string
      reform: string | null
      successors: string[]
    }>`select g.id as organisation, a.id as area, s.key, s.name, s.valid_until as ended, o.title as reform,
        coalesce((select array_agg(distinct x.name || ' (' || x.key || ')') from figures.reform_part p
          join lateral ${stateOn(sql`p.after`, sql`s.valid_until`)} x on length(x.key) = length(s.key) where p.reform = s.reform and p.before = s.area), '{}') as successors
      from actors.organisation g join figures.area_state s on s.key = g.area_key and s.superseded_at is null and s.valid_until <= clock.today()
      join figures.area a on a.number = s.area left join figures.reform r on r.number = s.reform left join kit.object o on o.id = r.id
      where g.area_key is not null and (g.dissolved_on is null or g.dissolved_on > clock.today())
        and not exists (select from figures.area_state n where n.key = s.key and n.superseded_at is null
          and (n.valid_from is null or n.valid_from <= clock.today()) and (n.valid_until is null or n.valid_until > clock.today()))
        and not exists (select from figures.area_state n where n.key = s.key and n.superseded_at is null and n.valid_until > s.valid_until)`.execute(
      db,
    )
    return rows
  },
  /** As the worker: open duties of them that have lost their ground: the organisation has entered another area, or the area is there again. */
  async settledEnds(): Promise<{ duty: string; organisation: string; area: string; moved: boolean }[]> {
    const { rows } = await sql<{ duty: string; organisation: string; area: string; moved: boolean }>`
      select d.id as duty, d.debtor as organisation, d.subject as area, (g.area_key is distinct from s.key or g.dissolved_on <= clock.today()) as moved
        from duties.standing d join actors.organisation g on g.id = d.debtor join figures.area a on a.id = d.subject
        join lateral ${stateOn(sql`a.number`, sql`clock.today()`)} s on true
       where d.kind = 'checkArea' and d.state in ('notYet', 'open', 'overdue')
         and (g.area_key is distinct from s.key or g.dissolved_on <= clock.today() or s.valid_until is null or s.valid_until > clock.today())`.execute(
      db,
    )
    return rows
  },
})
