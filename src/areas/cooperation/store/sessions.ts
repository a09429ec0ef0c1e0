// Session days of committees outside, by name, as the office of a body keeps them.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export const sessions = (db: Database) => ({
  async of(body: string): Promise<{ name: string; days: string[]; asked: boolean }[]> {
    const { rows } = await sql<{ name: string; days: string[]; asked: boolean }>`
      with kept as (select committee as name, array_agg(day::text order by day) as days from cooperation.session_day where body = ${body} group by committee),
        asked as (select distinct c.duty->'of'->>'committee' as name from kit.object o cross join lateral cooperation.in_force(o.id) f
          join cooperation.clause c on c.agreement = o.id and c.edition = f.edition and c.duty->>'kind' = 'before'
          where o.kind = 'agreement' and o.body = ${body} and o.deleted_at is null and c.duty->'of' ? 'committee')
      select coalesce(k.name, a.name) as name, coalesce(k.days, '{}') as days, a.name is not null as asked
        from kept k full join asked a on a.name = k.name order by 1`.execute(db)
    return rows
  },
  /** Replaces the list of one committee. */
  async keep(body: string, committee: string, days: readonly string[]): Promise<void> {
    await sql`delete from cooperation.session_day where body = ${body} and committee = ${committee}`.execute(db)
    await sql`insert into cooperation.session_day (body, committee, day)
      select ${body}, ${committee}, x from unnest(${[...new Set(days)]}::date[]) x`.execute(db)
  },
})
