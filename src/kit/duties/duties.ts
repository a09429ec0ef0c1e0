// Duties: who owes what to whom by when, because of which clause. The state is computed in SQL (duties.standing) from facts and the day.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { Audience } from '#kit/ref.ts'
import type { DutyState } from './contract.ts'

export type { DutyState } from './contract.ts'
export type Strength = 'must' | 'should' | 'usual'

export type NewDuty = {
  kind: string
  title: string
  debtor: string
  creditor: string
  subject?: string | null
  because?: { object: string; edition: number } | null
  becauseText: string
  /** The number of the clause, as a place to jump to. */
  becauseNumber?: string | null
  strength: Strength
  period: { from: string; until: string }
  opens: string
  due: string
  needed?: number
  /** What announces the evidence, e.g. 'meeting' for meeting.planned. */
  foresees?: string | null
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
  because_number: string | null
  strength: Strength
  period_from: string
  period_until: string
  opens: string
  due: string
  needed: number
  have: number
  planned: number
  foresees: string | null
  done_on: string | null
  waived_because: string | null
  reasoned_on: string | null
  reasoned_because: string | null
  withdrawn_because: string | null
  state: DutyState
  invented: boolean
}

const select =
  sql.raw(`select d.id, d.kind, o.title, d.debtor, dt.title as debtor_title, d.creditor, ct.title as creditor_title, d.subject,
  st.title as subject_title, st.kind as subject_kind, o.body, d.because, d.because_edition, bt.title as because_title, d.because_text, d.because_number, d.strength,
  d.period_from, d.period_until, d.opens, d.due, d.needed, d.have, d.planned, d.foresees, d.done_on, d.waived_because, d.reasoned_on, d.reasoned_because,
  d.withdrawn_because, d.state, o.invented
  from duties.standing d join kit.object o on o.id = d.id and o.deleted_at is null
  left join kit.object dt on dt.id = d.debtor left join kit.object ct on ct.id = d.creditor
  left join kit.object st on st.id = d.subject left join kit.object bt on bt.id = d.because`)

/** The duties for which this holds (d: duties.standing, o: their objects), with all their words; the earliest first. */
export async function rowsOf(db: Database, holds: RawBuilder<unknown>): Promise<DutyRow[]> {
  return (await sql<DutyRow>`${select} where ${holds} order by d.due, o.title, dt.title collate kit.german`.execute(db))
    .rows
}

/** An "or" over columns of two tables would read both of them whole; each arm of a union has its index. */
const aroundBody = (body: string) => sql`select x.id from kit.object x where x.body = ${body} and x.kind = 'duty'
  union all select y.id from duties.duty y where y.debtor = ${body} union all select z.id from duties.duty z where z.creditor = ${body}`

type Where = {
  debtors?: readonly string[]
  creditors?: readonly string[]
  body?: string
  subject?: string
  because?: string
  year?: number
}
const holding = (where: Where) => sql`true
  ${where.debtors ? sql`and d.debtor = any (${[...where.debtors]}::uuid[])` : sql``}
  ${where.creditors ? sql`and d.creditor = any (${[...where.creditors]}::uuid[])` : sql``}
  ${where.body ? sql`and d.id = any (array(${aroundBody(where.body)}))` : sql``}
  ${where.subject ? sql`and d.subject = ${where.subject}` : sql``}
  ${where.because ? sql`and d.because = ${where.because}` : sql``}
  ${where.year ? sql`and d.due >= make_date(${where.year}, 1, 1) and d.due < make_date(${where.year} + 1, 1, 1)` : sql``}`

export const duties = (db: Database) => ({
  /** As a chore: a duty arises once per clause, debtor, subject and period; again is no effect. Returns its id, or null if it was there. */
  async owe(d: NewDuty, at: string, evidenceKinds: readonly string[]): Promise<string | null> {
    return (await this.oweAll([d], at, () => evidenceKinds))[0] ?? null
  },
  /** Many at once, in as many statements as one. Returns for each its id, or null if it was there. */
  async oweAll(
    all: readonly NewDuty[],
    at: string,
    factsFor: (kind: string) => readonly string[],
  ): Promise<(string | null)[]> {
    if (all.length === 0) return []
    const rows = all.map((d, place) => ({
      place,
      id: newId(at),
      kind: d.kind,
      title: d.title,
      debtor: d.debtor,
      creditor: d.creditor,
      subject: d.subject ?? null,
      because: d.because?.object ?? null,
      because_edition: d.because?.edition ?? null,
      because_text: d.becauseText,
      because_number: d.becauseNumber ?? null,
      strength: d.strength,
      period_from: d.period.from,
      period_until: d.period.until,
      opens: d.opens,
      due: d.due,
      needed: d.needed ?? 1,
      foresees: d.foresees ?? null,
      body: d.body,
      owner: d.owner,
      audience: d.audience,
      readers: d.readers,
      facts: factsFor(d.kind),
    }))
    // Two workers that derive from the same agreement at once wait for each other: the second finds what the first made.
    const locks = [...new Set(all.map((d) => `${d.kind} ${d.because?.object ?? d.debtor}`))].toSorted()
    await sql`select pg_advisory_xact_lock(hashtextextended(x, 0)) from unnest(${locks}::text[]) x`.execute(db)
    const { rows: made } = await sql<{ place: number; id: string }>`
      with wanted as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (place integer, id uuid, kind text, title text, debtor uuid, creditor uuid,
          subject uuid, because uuid, because_edition integer, because_text text, because_number text, strength text, period_from date, period_until date, opens date, due date,
          needed integer, foresees text, body uuid, owner uuid, audience text, readers jsonb, facts jsonb)),
        fresh as (select distinct on (w.kind, w.debtor, w.creditor, w.subject, w.because, w.because_text, w.period_from) w.* from wanted w
          where not exists (select from duties.duty d where d.kind = w.kind and d.debtor = w.debtor and d.creditor = w.creditor and d.withdrawn_on is null
            and coalesce(d.subject, d.debtor) = coalesce(w.subject, w.debtor) and coalesce(d.because, d.debtor) = coalesce(w.because, w.debtor)
            and d.because_text = w.because_text and d.period_from = w.period_from)
          order by w.kind, w.debtor, w.creditor, w.subject, w.because, w.because_text, w.period_from, w.place),
        named as (insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
          select id, 'duty', title, owner, body, null, audience, array (select jsonb_array_elements_text(readers)::uuid), clock.now() from fresh order by place),
        owed as (insert into duties.duty (id, kind, debtor, creditor, subject, because, because_edition, because_text, because_number, strength, period_from, period_until, opens, due, needed, foresees)
          select id, kind, debtor, creditor, subject, because, because_edition, because_text, because_number, strength, period_from, period_until, opens, due, needed, foresees from fresh order by place)
      select place, id from fresh order by place`.execute(db)
    if (made.length > 0)
      await sql`select duties.look_back(x.id, array (select jsonb_array_elements_text(x.facts)))
        from jsonb_to_recordset(${JSON.stringify(made.map((one) => ({ id: one.id, facts: rows[one.place]!.facts })))}::jsonb) as x (id uuid, facts jsonb)`.execute(
        db,
      )
    const ids = new Map(made.map((one) => [one.place, one.id]))
    return rows.map((row) => ids.get(row.place) ?? null)
  },
  /** As a chore: what it follows from has moved, and the duty with it; what was done for the new day counts. */
  async move(
    id: string,
    to: { period: { from: string; until: string }; opens: string; due: string },
    facts: readonly string[],
  ): Promise<void> {
    await sql`update duties.duty set period_from = ${to.period.from}, period_until = ${to.period.until}, opens = ${to.opens}, due = ${to.due} where id = ${id}`.execute(
      db,
    )
    await sql`select duties.look_back(${id}, ${[...facts]})`.execute(db)
  },
  /** As a chore: the ground is gone. The duty stays on record with the reason, and nobody owes it any more. */
  async withdraw(ids: readonly string[], because: string): Promise<void> {
    await sql`update duties.duty set withdrawn_on = clock.today(), withdrawn_because = ${because} where id = any (${[...ids]}::uuid[]) and withdrawn_on is null`.execute(
      db,
    )
  },
  async of(where: Where): Promise<DutyRow[]> {
    return rowsOf(db, holding(where))
  },
  /** One page of them by their day. Counted whole; only what stands on the page is read with all its words. */
  async page(
    where: Where,
    { waiting, upTo, after }: { waiting?: boolean | undefined; upTo: number; after?: string | undefined },
  ): Promise<{ ids: string[]; count: number; next: string | null }> {
    const [day, last] = after?.split('.') ?? []
    const { rows } = await sql<{ ids: string[]; count: number; next: string | null }>`
      with matching as materialized (
        select d.id, d.due, bool_or(not d.settled) over (partition by d.kind, o.title, d.due) as waits
          from duties.duty d join kit.object o on o.id = d.id and o.deleted_at is null where ${holding(where)}),
        wanted as (select id, due from matching ${waiting ? sql`where waits` : sql``}),
        behind as (select id, due from wanted ${day ? sql`where (due, id) > (${day}::date, ${last}::uuid)` : sql``} order by due, id limit ${upTo} + 1),
        page as (select id, due from behind order by due, id limit ${upTo})
      select (select count(*)::int from wanted) as count, array(select id from page) as ids,
        case when (select count(*) from behind) > ${upTo} then (select due || '.' || id from page order by due desc, id desc limit 1) end as next`.execute(
      db,
    )
    return rows[0]!
  },
  async get(id: string): Promise<DutyRow | undefined> {
    return (await rowsOf(db, sql`d.id = ${id}`))[0]
  },
  /** These with all their words; the earliest first. */
  async byIds(ids: readonly string[]): Promise<DutyRow[]> {
    return ids.length > 0 ? rowsOf(db, sql`d.id = any (${[...ids]}::uuid[])`) : []
  },
  async evidence(id: string): Promise<{ object: string; kind: string; title: string | null; day: string }[]> {
    const { rows } = await sql<{ object: string; kind: string; title: string | null; day: string }>`
      select f.object, coalesce(o.kind, 'object') as kind, o.title, f.day from duties.evidence v join duties.fact f on f.id = v.fact
        left join kit.object o on o.id = f.object where v.duty = ${id} order by f.day`.execute(db)
    return rows
  },
  /** What the debtor has said about it. */
  async statements(id: string): Promise<{ organisation: string; title: string | null; day: string; text: string }[]> {
    const { rows } = await sql<{ organisation: string; title: string | null; day: string; text: string }>`
      select s.organisation, o.title, s.day, s.text from duties.statement s left join kit.object o on o.id = s.organisation where s.duty = ${id} order by s.at, s.id`.execute(
      db,
    )
    return rows
  },
  async makeStatement(s: { duty: string; organisation: string; day: string; text: string }, at: string): Promise<void> {
    await sql`insert into duties.statement (id, duty, organisation, day, text, at) values (${newId(at)}, ${s.duty}, ${s.organisation}, ${s.day}, ${s.text}, clock.now())`.execute(
      db,
    )
  },
  /** Whether the actor acts for who owes it, and whether it could let the debtor off: both decided by the database. */
  async rights(id: string): Promise<{ owes: boolean; letsOff: boolean }> {
    const { rows } = await sql<{ owes: boolean; letsOff: boolean }>`
      select duties.owes(d.id, d.debtor) as owes, duties.lets_off(d.debtor, d.creditor) as "letsOff" from duties.duty d where d.id = ${id}`.execute(
      db,
    )
    return rows[0] ?? { owes: false, letsOff: false }
  },
  /** As a chore: this stage of reminding is done, for the day on which it is due now. */
  async noteReminder(id: string, stage: string): Promise<void> {
    await sql`insert into duties.reminder (duty, stage, on_day, due) select id, ${stage}, clock.today(), due from duties.duty where id = ${id} on conflict do nothing`.execute(
      db,
    )
  },
  async reason(id: string, because: string): Promise<boolean> {
    const done =
      await sql`update duties.duty set reasoned_on = clock.today(), reasoned_because = ${because} where id = ${id} and reasoned_on is null`.execute(
        db,
      )
    return done.numAffectedRows === 1n
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
