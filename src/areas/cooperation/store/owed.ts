// What the agreements' duties need to know: which are there, which wait for a reminder, and whom to remind.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Waiting = {
  id: string
  debtor: string
  body: string | null
  state: string
  due: string
  strength: string
  sent: string[]
}
export type Recipient = { person: string; organisation: string }

const acts = sql`m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)
  and exists (select from access.account c where c.person = m.person and c.closed_at is null)`

export const owed = (db: Database) => ({
  /** Whether the agreement already asks for this: meetings once at a time; figures once for each year or quarter. */
  async isThere(d: {
    kind: string
    debtor: string
    creditor: string
    subject?: string | null
    agreement: string
    period: { from: string; until: string }
  }): Promise<boolean> {
    const { rows } =
      await sql`select from duties.duty where kind = ${d.kind} and debtor = ${d.debtor} and creditor = ${d.creditor}
      and subject is not distinct from ${d.subject ?? null}::uuid and because = ${d.agreement} and period_from < ${d.period.until} and period_until > ${d.period.from}
      and (kind = 'meet' or period_until - period_from = ${d.period.until}::date - ${d.period.from}::date) limit 1`.execute(
        db,
      )
    return rows.length > 0
  },
  /** Open and overdue duties near or after their day, with the stages sent so far. */
  async waiting(): Promise<Waiting[]> {
    const { rows } = await sql<Waiting>`select d.id, d.debtor, o.body, d.state, d.due, d.strength,
        coalesce((select array_agg(r.stage) from duties.reminder r where r.duty = d.id), '{}') as sent
      from duties.standing d join kit.object o on o.id = d.id
      where o.deleted_at is null and d.state in ('open', 'overdue') and d.due <= clock.today() + 14 order by d.due, d.id`.execute(
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
