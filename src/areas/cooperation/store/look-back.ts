// What a body did in a year, counted from facts and editions: for its own look back. Bodies only, never persons.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Counted = {
  held: number
  noticed: number
  presented: number
  released: number
  returned: number
  deadlocks: number
  due: number
  inTime: number
}

export const lookBack = (db: Database) => ({
  async founded(body: string): Promise<string> {
    const { rows } = await sql<{
      founded_on: string
    }>`select founded_on from cooperation.body where id = ${body}`.execute(db)
    return rows[0]!.founded_on
  },
  /** `notice`: days between invitation and meeting that the rules ask for, counted from `rulesFrom` on. `patience`: days within which chairs release; what lies there for less is not counted. */
  async of(
    body: string,
    { from, until, rulesFrom }: { from: string; until: string; rulesFrom: string },
    { notice, patience }: { notice: number; patience: number },
  ): Promise<Counted> {
    const { rows } = await sql<Counted>`
      with held as (select f.object, max(f.day) as day from duties.fact f where f.kind = 'meeting.held' and f.organisation = ${body} and f.day >= ${rulesFrom} and f.day < ${until} group by 1),
      put as (select cooperation.is_released(e.object, e.number) as settled, (e.at at time zone 'Europe/Berlin')::date as put_on from kit.object o join kit.edition e on e.object = o.id
               where o.body = ${body} and o.owner = ${body} and o.id <> ${body} and o.deleted_at is null
                 and (e.at at time zone 'Europe/Berlin')::date >= ${from} and (e.at at time zone 'Europe/Berlin')::date < ${until}
                 and e.number = (select max(x.number) from kit.edition x where x.object = e.object)
                 and (o.kind not in ('agenda', 'invitation', 'minutes', 'publication') or cooperation.needs_keys(${body}, o.kind)))
      select (select count(*)::int from held) as held,
        (select count(*)::int from held h where exists (select from duties.fact i where i.kind = 'meeting.invited' and i.object = h.object and i.day <= h.day - ${notice}::int)) as noticed,
        (select count(*)::int from put where settled or put_on <= ${until}::date - ${patience}::int) as presented,
        (select count(*)::int from put where settled) as released,
        (select count(*)::int from cooperation.objection x where x.body = ${body} and (x.at at time zone 'Europe/Berlin')::date >= ${from} and (x.at at time zone 'Europe/Berlin')::date < ${until}) as returned,
        (select count(*)::int from cooperation.deadlock d where d.body = ${body} and d.on_day >= ${from} and d.on_day < ${until}) as deadlocks,
        (select count(*)::int from duties.standing d where d.debtor = ${body} and d.due >= ${from} and d.due < ${until} and d.state in ('done', 'doneLate', 'overdue')) as due,
        (select count(*)::int from duties.standing d where d.debtor = ${body} and d.due >= ${from} and d.due < ${until} and d.state = 'done') as "inTime"`.execute(
      db,
    )
    return rows[0]!
  },
})
