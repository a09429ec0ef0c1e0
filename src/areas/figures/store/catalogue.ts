// The catalogue: figures with their local words, their cycles, and what used them.
import { sql } from 'kysely'
import type { Field } from '#areas/actors/contract.ts'
import type { Database } from '#kit/db/database.ts'
import type { Term, Use } from '../contract/catalogue.ts'
import type { Cycle } from '../rules/catalogue.ts'

export type CatalogueLine = {
  id: string
  title: string
  code: string
  unit: string
  definition: string
  owner: string | null
  owner_title: string | null
  held_by_counties: boolean
  purpose: Field | null
  needed_for: string | null
  needed_by: string | null
  needed_by_title: string | null
  needed_until: string | null
  burden: number | null
  terms: string[]
  invented: boolean
}
/** What may rest on a figure, one step or several steps away. */
const kinds = ['need', 'decision', 'measure', 'topic', 'plan', 'report', 'service']
const found = 300

export const catalogueStore = (db: Database) => ({
  /** By the words of all organisations, in any inflection and inside compounds, and by any part of the name or code. */
  async list(words: string | undefined, held: boolean | undefined): Promise<CatalogueLine[]> {
    const text = words?.trim() ?? ''
    const like = `%${text.replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`
    const asked =
      text === ''
        ? sql`true`
        : sql`(i.id = any (array(select f.id from search.find(${text}, array['indicator'], ${found}) f)) or o.title ilike ${like} or i.code ilike ${like}
              or exists (select from figures.term t where t.indicator = i.id and t.words ilike ${like}))`
    const { rows } = await sql<CatalogueLine>`
      select i.id, o.title, i.code, i.unit, i.definition, o.owner, w.title as owner_title, i.held_by_counties, i.purpose, i.needed_for, n.id as needed_by,
             n.title as needed_by_title, i.needed_until, i.burden, o.invented,
             coalesce((select array_agg(distinct t.words order by t.words) from figures.term t where t.indicator = i.id), '{}') as terms
        from figures.indicator i join kit.object o on o.id = i.id and o.deleted_at is null
        left join kit.object w on w.id = o.owner left join kit.object n on n.id = i.needed_by
       where ${asked} and (${held ?? null}::boolean is null or i.held_by_counties = ${held ?? null})
       order by i.held_by_counties desc, o.title collate kit.german limit 500`.execute(db)
    return rows
  },
  async cycles(indicators: readonly string[]): Promise<Map<string, Cycle[]>> {
    const { rows } = await sql<{ indicator: string; from: string; used: boolean }>`
      select indicator, from_day as "from", used from figures.cycles(${[...indicators]}::uuid[])`.execute(db)
    return Map.groupBy(rows, (row) => row.indicator)
  },
  async terms(indicator: string, organisation: string | null): Promise<Term[]> {
    const { rows } = await sql<{ id: string; words: string; organisation: string; title: string }>`
      select t.id, t.words, t.organisation, coalesce(w.title, '') as title from figures.term t left join kit.object w on w.id = t.organisation
       where t.indicator = ${indicator} order by t.words collate kit.german, w.title collate kit.german`.execute(db)
    return rows.map((row) => ({
      id: row.id,
      words: row.words,
      organisation: { id: row.organisation, title: row.title },
      own: row.organisation === organisation,
    }))
  },
  /** False when the organisation says so already. */
  async addTerm(id: string, indicator: string, organisation: string, words: string): Promise<boolean> {
    const done =
      await sql`insert into figures.term (id, indicator, organisation, words, recorded_at) values (${id}, ${indicator}, ${organisation}, ${words}, clock.now())
      on conflict do nothing`.execute(db)
    return done.numAffectedRows === 1n
  },
  async removeTerm(id: string, organisation: string): Promise<{ indicator: string; words: string } | undefined> {
    const { rows } = await sql<{ indicator: string; words: string }>`
      delete from figures.term where id = ${id} and organisation = ${organisation} returning indicator, words`.execute(
      db,
    )
    return rows[0]
  },
  /** Forwards along the Datenspur from itself, its deliveries and the tables in which it stands, as far as one sees. */
  async uses(indicator: string): Promise<Use[]> {
    const { rows } = await sql<Use>`
      with recursive sources as (
        select d.id, 'delivery' as via from figures.delivery d where d.indicator = ${indicator}
        union all select i.id, 'itself' from figures.indicator i where i.id = ${indicator}
        union all select distinct t.id, 'table' from figures.slice s join figures.indicator i on i.number = s.indicator and i.id = ${indicator}
                    join figures.official_table t on t.number = s.official),
      ahead as (
        select l.target, s.via, 1 as depth from sources s join trail.link l on l.source = s.id and l.withdrawn_at is null and l.kind <> 'setAside'
        union select l.target, a.via, a.depth + 1 from ahead a join trail.link l on l.source = a.target and l.withdrawn_at is null and l.kind <> 'setAside'
         where a.depth < 5)
      select o.id, o.kind, o.title, min(a.depth) = 1 as direct, min(a.via) as via from ahead a join kit.object o on o.id = a.target and o.deleted_at is null
       where o.kind = any (${kinds}) group by o.id, o.kind, o.title order by direct desc, o.kind, o.title`.execute(db)
    return rows
  },
})
