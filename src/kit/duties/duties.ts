// Duties: who owes what to whom by when, because of which clause. The state is computed in SQL (duties.standing) from facts and the day.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Audience } from '#kit/ref.ts'

export type Strength = 'must' | 'should' | 'usual'
export type DutyState = 'notYet' | 'open' | 'overdue' | 'done' | 'doneLate' | 'waived'

export type NewDuty = {
  kind: string
  title: string
  debtor: string
  creditor: string
  subject?: string | null
  because?: { object: string; edition: number } | null
  becauseText: string
  strength: Strength
  period: { from: string; until: string }
  opens: string
  due: string
  needed?: number
  /** The body in which it is owed, and who may read it (usually the body and the debtor). */
  body: string | null
  owner: string
  audience: Audience
  readers: readonly string[]
}

export type DutyRow = {
  id: string
  kind: string
  title: string
  debtor: string
  debtor_title: string | null
  creditor: string
  creditor_title: string | null
  subject: string | null
  subject_title: string | null
  subject_kind: string | null
  body: string | null
  because: string | null
  because_edition: number | null
  because_title: string | null
  because_text: string
  strength: Strength
  period_from: string
  period_until: string
  opens: string
  due: string
  needed: number
  have: number
  done_on: string | null
  waived_because: string | null
  state: DutyState
  invented: boolean
}

const select =
  sql.raw(`select d.id, d.kind, o.title, d.debtor, dt.title as debtor_title, d.creditor, ct.title as creditor_title, d.subject,
  st.title as subject_title, st.kind as subject_kind, o.body, d.because, d.because_edition, bt.title as because_title, d.because_text, d.strength,
  d.period_from, d.period_until, d.opens, d.due, d.needed, d.have, d.done_on, d.waived_because, d.state, o.invented
  from duties.standing d join kit.object o on o.id = d.id and o.deleted_at is null
  left join kit.object dt on dt.id = d.debtor left join kit.object ct on ct.id = d.creditor
  left join kit.object st on st.id = d.subject left join kit.object bt on bt.id = d.because`)

/** An "or" over columns of two tables would read both of them whole; each arm of a union has its index. */
const aroundBody = (body: string) => sql`select x.id from kit.object x where x.body = ${body} and x.kind = 'duty'
  union all select y.id from duties.duty y where y.debtor = ${body} union all select z.id from duties.duty z where z.creditor = ${body}`

export const duties = (db: Database) => ({
  /** As a chore: a duty arises once per clause, debtor, subject and period; again is no effect. Returns its id, or null if it was there. */
  async owe(d: NewDuty, at: string, evidenceKinds: readonly string[]): Promise<string | null> {
    // Two workers that derive from the same agreement at once wait for each other: the second finds what the first made.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${d.kind} ${d.because?.object ?? d.debtor}`}, 0))`.execute(
      db,
    )
    const there =
      await sql`select from duties.duty where kind = ${d.kind} and debtor = ${d.debtor} and creditor = ${d.creditor}
      and coalesce(subject, debtor) = coalesce(${d.subject ?? null}::uuid, debtor) and coalesce(because, debtor) = coalesce(${d.because?.object ?? null}::uuid, debtor)
      and because_text = ${d.becauseText} and period_from = ${d.period.from}`.execute(db)
    if (there.rows.length > 0) return null
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'duty',
      title: d.title,
      owner: d.owner,
      body: d.body,
      author: null,
      audience: d.audience,
      readers: d.readers,
    })
    await sql`insert into duties.duty (id, kind, debtor, creditor, subject, because, because_edition, because_text, strength, period_from, period_until, opens, due, needed)
      values (${id}, ${d.kind}, ${d.debtor}, ${d.creditor}, ${d.subject ?? null}, ${d.because?.object ?? null}, ${d.because?.edition ?? null}, ${d.becauseText}, ${d.strength},
        ${d.period.from}, ${d.period.until}, ${d.opens}, ${d.due}, ${d.needed ?? 1})`.execute(db)
    await sql`select duties.look_back(${id}, ${[...evidenceKinds]})`.execute(db)
    return id
  },
  async of(where: {
    debtors?: readonly string[]
    creditors?: readonly string[]
    body?: string
    subject?: string
    because?: string
  }): Promise<DutyRow[]> {
    const { rows } = await sql<DutyRow>`${select} where true
      ${where.debtors ? sql`and d.debtor = any (${[...where.debtors]}::uuid[])` : sql``}
      ${where.creditors ? sql`and d.creditor = any (${[...where.creditors]}::uuid[])` : sql``}
      ${where.body ? sql`and d.id = any (array(${aroundBody(where.body)}))` : sql``}
      ${where.subject ? sql`and d.subject = ${where.subject}` : sql``}
      ${where.because ? sql`and d.because = ${where.because}` : sql``}
      order by d.due, o.title`.execute(db)
    return rows
  },
  async get(id: string): Promise<DutyRow | undefined> {
    const { rows } = await sql<DutyRow>`${select} where d.id = ${id}`.execute(db)
    return rows[0]
  },
  async evidence(id: string): Promise<{ object: string; kind: string; title: string | null; day: string }[]> {
    const { rows } = await sql<{ object: string; kind: string; title: string | null; day: string }>`
      select f.object, coalesce(o.kind, 'object') as kind, o.title, f.day from duties.evidence v join duties.fact f on f.id = v.fact
        left join kit.object o on o.id = f.object where v.duty = ${id} order by f.day`.execute(db)
    return rows
  },
  /** As a chore: this stage of reminding is done. */
  async noteReminder(id: string, stage: 'soon' | 'due' | 'overdue' | 'escalated'): Promise<void> {
    await sql`insert into duties.reminder (duty, stage, on_day) values (${id}, ${stage}, clock.today()) on conflict do nothing`.execute(
      db,
    )
  },
  async waive(id: string, because: string): Promise<boolean> {
    const done =
      await sql`update duties.duty set waived_on = clock.today(), waived_because = ${because} where id = ${id} and waived_on is null`.execute(
        db,
      )
    return done.numAffectedRows === 1n
  },
})

export type Fact = {
  kind: string
  /** Who did it: an organisation, or a body. */
  organisation: string
  subject?: string | null
  object: string
  day: string
  /** A day of the period to which it belongs; default: `day`. A figure for 2025 is about 2025-12-31 whenever it is delivered. */
  about?: string
}

/** States a fact; returns how many duties took it as evidence. `counts`: the kinds of duty for which it counts, as chores.ts declares them. */
export async function stateFact(
  db: Database,
  fact: Fact,
  at: string,
  entry: number | null,
  counts: readonly string[],
): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select duties.state_fact(${newId(at)}, ${fact.kind}, ${fact.organisation}, ${fact.subject ?? null}, ${fact.object},
    ${fact.day}, ${fact.about ?? fact.day}, ${entry}, ${[...counts]}) as n`.execute(db)
  return rows[0]!.n
}
