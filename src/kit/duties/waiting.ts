// What waits for somebody today: found by the index of what is not settled, counted whole and read by the page. Nothing settled is touched.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { type DutyRow, rowsOf } from './duties.ts'

export type Whose = {
  /** These owe it. */
  debtors?: readonly string[]
  /** It is owed to these, by others than `except`. */
  creditors?: readonly string[]
  except?: readonly string[]
  /** It is owed in these bodies. */
  around?: readonly string[]
  /** It belongs to no body, or to one of these. */
  within?: readonly string[]
}
export type Narrowed = { body?: string | undefined; kind?: string | undefined; dueBefore?: string | undefined }
export type Waiting = { rows: DutyRow[]; count: number; bodies: string[]; kinds: string[] }

/** An "or" over two tables would read both whole; each arm of a union has its index. */
const around = (
  bodies: readonly string[],
) => sql`array(select x.id from kit.object x where x.body = any (${[...bodies]}::uuid[]) and x.kind = 'duty'
  union all select y.id from duties.duty y where y.debtor = any (${[...bodies]}::uuid[]) and not y.settled
  union all select z.id from duties.duty z where z.creditor = any (${[...bodies]}::uuid[]) and not z.settled)`
const belonging = (whose: Whose) => sql`
  ${whose.debtors ? sql`and d.debtor = any (${[...whose.debtors]}::uuid[])` : sql``}
  ${whose.creditors ? sql`and d.creditor = any (${[...whose.creditors]}::uuid[])` : sql``}
  ${whose.except ? sql`and d.debtor <> all (${[...whose.except]}::uuid[])` : sql``}
  ${whose.around ? sql`and d.id = any (${around(whose.around)})` : sql``}
  ${whose.within ? sql`and (o.body is null or o.body = any (${[...whose.within]}::uuid[]))` : sql``}`

export const waiting = (db: Database) => ({
  /** Open and overdue, the oldest first; at most `upTo` of them with all their words. `bodies`, `kinds`: of all, however narrowed. */
  async open(whose: Whose, narrowed: Narrowed, upTo: number): Promise<Waiting> {
    const { rows } = await sql<{ count: number; bodies: string[]; kinds: string[]; ids: string[] }>`
      with w as materialized (
        select d.id, d.due, d.kind, o.body, o.title, true
            ${narrowed.body ? sql`and o.body = ${narrowed.body}` : sql``}
            ${narrowed.kind ? sql`and d.kind = ${narrowed.kind}` : sql``}
            ${narrowed.dueBefore ? sql`and d.due < ${narrowed.dueBefore}` : sql``} as fits
          from duties.standing d join kit.object o on o.id = d.id and o.deleted_at is null
         where not d.settled and d.state in ('open', 'overdue') ${belonging(whose)})
      select (select count(*)::int from w where fits) as count,
        array(select distinct body from w where body is not null) as bodies, array(select distinct kind from w) as kinds,
        array(select id from w where fits order by due, title, id limit ${upTo}) as ids`.execute(db)
    const { ids, ...all } = rows[0]!
    return { ...all, rows: ids.length > 0 ? await rowsOf(db, sql`d.id = any (${ids}::uuid[])`) : [] }
  },
  /** What comes next, when its day to begin has come. */
  async next(whose: Whose): Promise<DutyRow | undefined> {
    const { rows } = await sql<{ id: string }>`
      select d.id from duties.standing d join kit.object o on o.id = d.id and o.deleted_at is null
       where not d.settled and d.opens > clock.today() and d.state = 'notYet' ${belonging(whose)} order by d.due, o.title, d.id limit 1`.execute(
      db,
    )
    return rows[0] ? (await rowsOf(db, sql`d.id = ${rows[0].id}`))[0] : undefined
  },
  /** Done since that day. */
  async lately(whose: Whose, since: string): Promise<DutyRow[]> {
    return rowsOf(db, sql`d.done_on >= ${since} and d.state in ('done', 'doneLate') ${belonging(whose)}`)
  },
})
