// What waits for somebody today: found by the index of what is not settled, counted whole and read by the page. Nothing settled is touched.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

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
export type Waiting = { ids: string[]; next: string | null; count: number; bodies: string[]; kinds: string[] }

const list = (ids: readonly string[] | undefined) => sql`${ids ? [...ids] : null}::uuid[]`
const belonging = (whose: Whose) => sql`
  ${whose.except ? sql`and d.debtor <> all (${list(whose.except)})` : sql``}
  ${whose.within ? sql`and (d.body is null or d.body = any (${list(whose.within)}))` : sql``}`

export const waiting = (db: Database) => ({
  /** Open and overdue, the oldest first; the first `upTo` of them. However narrowed: `bodies` and `kinds` of all, and what begins `next`. */
  async open(whose: Whose, narrowed: Narrowed, upTo: number): Promise<Waiting> {
    const { debtors, creditors, around } = whose
    const { rows } = await sql<Waiting>`
      with w as materialized (
        select d.*, d.state <> 'notYet' as waits, true
            ${narrowed.body ? sql`and d.body = ${narrowed.body}` : sql``}
            ${narrowed.kind ? sql`and d.kind = ${narrowed.kind}` : sql``}
            ${narrowed.dueBefore ? sql`and d.due < ${narrowed.dueBefore}` : sql``} as fits
          from duties.waiting(${list(debtors ?? around)}, ${list(creditors ?? around)}, ${list(around)}) d
         where d.state in ('open', 'overdue', 'notYet') ${belonging(whose)})
      select (select count(*)::int from w where waits and fits) as count,
        array(select distinct body from w where waits and body is not null) as bodies, array(select distinct kind from w where waits) as kinds,
        array(select id from w where waits and fits order by due, title, id limit ${upTo}) as ids,
        (select id from w where not waits order by due, title, id limit 1) as next`.execute(db)
    return rows[0]!
  },
  /** Done since that day. */
  async lately(whose: Whose, since: string): Promise<string[]> {
    const { debtors, around } = whose
    // By their day first: what was done lately is little, wherever it is owed.
    const { rows } = await sql<{ id: string }>`
      select d.id from duties.standing d join kit.object o on o.id = d.id and o.deleted_at is null
       where d.done_on >= ${since} and d.state in ('done', 'doneLate')
         ${debtors ? sql`and d.debtor = any (${list(debtors)})` : sql``}
         ${around ? sql`and (o.body = any (${list(around)}) or d.debtor = any (${list(around)}) or d.creditor = any (${list(around)}))` : sql``}
         ${whose.within ? sql`and (o.body is null or o.body = any (${list(whose.within)}))` : sql``}`.execute(db)
    return rows.map((row) => row.id)
  },
})
