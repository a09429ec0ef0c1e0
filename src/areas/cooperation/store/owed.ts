// What the agreements' duties need to know: which are there, which wait for a reminder, and whom to remind.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Waiting = {
  id: string
  kind: string
  debtor: string
  creditor: string
  body: string | null
  state: string
  due: string
  strength: string
  needed: number
  have: number
  planned: number
  foresees: string | null
  created: string
  sent: string[]
}
export type Arisen = {
  id: string
  kind: string
  debtor: string
  creditor: string
  subject: string | null
  because: string
  because_edition: number
  number: string | null
  because_text: string
  period_from: string
  period_until: string
  opens: string
  due: string
  needed: number
  /** Something was done for it, or it was waived. */
  touched: boolean
}
export type Invited = { because: string; subject: string | null; opens: string; touched: boolean }
export type Recipient = { person: string; organisation: string }

const acts = sql`m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)
  and exists (select from access.account c where c.person = m.person and c.closed_at is null)`

export const owed = (db: Database) => ({
  /** What has already arisen from these agreements, by the kinds that are kept in step with their clauses. */
  async arisen(agreements: readonly string[], kinds: readonly string[]): Promise<Arisen[]> {
    const { rows } = await sql<Arisen>`
      select d.id, d.kind, d.debtor, d.creditor, d.subject, d.because, d.because_edition, d.because_number as number, d.because_text, d.period_from, d.period_until, d.opens, d.due, d.needed,
          d.waived_on is not null or exists (select from duties.evidence e join duties.fact f on f.id = e.fact where e.duty = d.id and f.about >= d.period_from and f.about < d.period_until) as touched
        from duties.duty d join kit.object o on o.id = d.id and o.deleted_at is null
       where d.because = any (${[...agreements]}::uuid[]) and d.kind = any (${[...kinds]}) and d.withdrawn_on is null`.execute(
      db,
    )
    return rows
  },
  /** As a chore: invitations that these bodies owe or have sent, on whatever ground, also one that holds no longer. */
  async invitations(bodies: readonly string[]): Promise<Invited[]> {
    const { rows } = await sql<Invited>`
      select d.because, d.subject, d.opens, d.waived_on is not null or d.have > 0 as touched from duties.duty d join kit.object o on o.id = d.id and o.deleted_at is null
       where d.kind = 'notice' and d.debtor = any (${[...bodies]}::uuid[]) and d.because is not null and d.withdrawn_on is null order by d.opens, d.id`.execute(
      db,
    )
    return rows
  },
  /** Open and overdue duties that a reminder may be due for, with the stages sent for their present day. */
  async waiting(before: number): Promise<Waiting[]> {
    const { rows } =
      await sql<Waiting>`select d.id, d.kind, d.debtor, d.creditor, o.body, d.state, d.due, d.strength, d.needed, d.have, d.planned, d.foresees, o.created,
        coalesce((select array_agg(r.stage) from duties.reminder r where r.duty = d.id and r.due = d.due), '{}') as sent
      from duties.standing d join kit.object o on o.id = d.id
      where o.deleted_at is null and not d.settled and d.state in ('open', 'overdue')
        and d.due <= clock.today() + case when d.foresees is null then 14 else ${before}::integer * d.needed end order by d.due, d.id`.execute(
        db,
      )
    return rows
  },
  /** Who acts in the body in one of these roles, for an organisation or for any. Only people who can sign in. */
  async inBody(body: string, roles: readonly string[], organisation?: string): Promise<Recipient[]> {
    const { rows } =
      await sql<Recipient>`select distinct m.person, m.organisation from access.mandate m where m.body = ${body} and m.role = any (${[...roles]})
      ${organisation ? sql`and m.organisation = ${organisation}` : sql``} and ${acts} order by 1, 2`.execute(db)
    return rows
  },
  async atHome(organisation: string, roles: readonly string[]): Promise<Recipient[]> {
    const { rows } =
      await sql<Recipient>`select distinct m.person, m.organisation from access.mandate m where m.body is null and m.organisation = ${organisation}
      and m.role = any (${[...roles]}) and ${acts} order by 1, 2`.execute(db)
    return rows
  },
})
