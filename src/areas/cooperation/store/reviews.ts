// What an agreement has brought about, counted from duties and the trail; and its reviews.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Measured } from '../contract/reviews.ts'

export type ReviewContent = Measured & {
  agreement: string
  agreementEdition: number
  conclusion: 'continue' | 'change' | 'end'
  words: string
  nextOn: string | null
}
export type ReviewRow = { id: string; edition: number; content: ReviewContent; released: boolean; returned: boolean }
type Named = { id: string; title: string }

export const reviews = (db: Database) => ({
  /** Every review with its latest edition, the newest first. */
  async of(agreement: string): Promise<ReviewRow[]> {
    const { rows } = await sql<ReviewRow>`
      select o.id, e.number as edition, e.content, cooperation.is_released(o.id, e.number) as released,
          exists (select from cooperation.objection x where x.object = o.id and x.edition = e.number) as returned
        from kit.object o cross join lateral (select y.* from kit.edition y where y.object = o.id order by y.number desc limit 1) e
       where o.kind = 'agreementReview' and o.deleted_at is null and o.body = (select a.body from kit.object a where a.id = ${agreement})
         and e.content->>'agreement' = ${agreement} order by o.created desc, o.id desc`.execute(db)
    return rows
  },
  async nextOn(agreement: string, edition: number, since: string): Promise<string | null> {
    const { rows } = await sql<{
      day: string | null
    }>`select day from cooperation.review_on(${agreement}, ${edition}, ${since})`.execute(db)
    return rows[0]?.day ?? null
  },
  /** What fell due in these days, by who owed it. */
  async kept(agreement: string, from: string, until: string): Promise<Measured['kept']> {
    const { rows } = await sql<Omit<Measured['kept'][number], 'debtor'> & Named>`
      select o.id, o.title, count(*)::int as owed, (count(*) filter (where d.state = 'done'))::int as done, (count(*) filter (where d.state = 'doneLate'))::int as late,
          (count(*) filter (where d.state in ('waived', 'reasoned')))::int as excused,
          (count(*) filter (where d.state in ('overdue', 'missed', 'open', 'notYet')))::int as missing
        from duties.standing d join kit.object o on o.id = d.debtor
       where d.because = ${agreement} and d.due >= ${from} and d.due < ${until} and d.state <> 'withdrawn' and d.kind not in ('sign', 'renew', 'settleSeats')
       group by o.id, o.title order by o.title collate kit.german`.execute(db)
    return rows.map(({ id, title, ...counts }) => ({ debtor: { id, title }, ...counts }))
  },
  /** From each figure that a clause asks for: how often it came, and what it led to within these days. */
  async figures(agreement: string, edition: number, from: string, until: string): Promise<Measured['figures']> {
    const { rows } = await sql<Omit<Measured['figures'][number], 'indicator'> & Named>`
      select i.id, i.title, u.came as delivered, u.needs, u.decisions, u.measures
        from cooperation.figure_uses(${agreement}, ${edition}, ${from}, ${until}) u join kit.object i on i.id = u.asked_for order by i.title collate kit.german`.execute(
      db,
    )
    return rows.map(({ id, title, ...counts }) => ({ indicator: { id, title }, ...counts }))
  },
})
