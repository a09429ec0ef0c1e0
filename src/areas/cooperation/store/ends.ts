// What ends with a body or goes on with it: rights and open duties. For the worker.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Over = { body: string; day: string; group: boolean }

const unsettled = sql`d.state in ('notYet', 'open', 'overdue')`

export const ends = (db: Database) => ({
  /** From the day on nobody acts in the body. Returns how many acted. */
  async endRights(body: string, day: string, basis: string): Promise<number> {
    const { rows } = await sql<{ n: number }>`select access.end_in(${body}, ${day}, ${basis}) as n`.execute(db)
    return rows[0]!.n
  },
  async prolongRights(p: { body: string; from: string; until: string; basis: string; lead: string }): Promise<number> {
    const { rows } = await sql<{
      n: number
    }>`select access.prolong_in(${p.body}, ${p.from}, ${p.until}, ${p.basis}, ${p.lead}) as n`.execute(db)
    return rows[0]!.n
  },
  /** Bodies that are over, in which somebody still acts or something is still owed. */
  async unfinished(): Promise<Over[]> {
    const { rows } = await sql<Over>`
      select b.id as body, b.dissolved_on as day, exists (select from cooperation.working_group g where g.body = b.id) as "group" from cooperation.body b
       where b.dissolved_on <= clock.today() and (exists (select from access.mandate m where m.body = b.id and m.superseded_at is null and (m.until_day is null or m.until_day > b.dissolved_on))
          or exists (select from kit.object o join duties.standing d on d.id = o.id where o.body = b.id and o.kind = 'duty' and o.deleted_at is null and ${unsettled})
          or exists (select from duties.standing d where d.debtor = b.id and ${unsettled}) or exists (select from duties.standing d where d.creditor = b.id and ${unsettled}))
       order by b.id`.execute(db)
    return rows
  },
  /** What is still owed in a body, by it or to it. */
  async owedIn(body: string): Promise<string[]> {
    const { rows } = await sql<{
      id: string
    }>`select d.id from duties.standing d where ${unsettled} and d.id = any (array(
      select x.id from kit.object x where x.body = ${body} and x.kind = 'duty' and x.deleted_at is null
      union select y.id from duties.duty y where y.debtor = ${body} union select z.id from duties.duty z where z.creditor = ${body})) order by d.id`.execute(
      db,
    )
    return rows.map((row) => row.id)
  },
})
