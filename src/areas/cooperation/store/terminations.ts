// Notices of parties that leave, and what ends with them or with the agreement.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type TerminationRow = {
  id: string
  agreement: string
  edition: number
  organisation: string
  organisation_title: string
  kind: 'ordinary' | 'extraordinary'
  declared_on: string
  effective_on: string
  reason: string
  capacity: string
  person: string | null
  person_title: string | null
  second: string | null
  second_title: string | null
  signatory: string | null
  second_signatory: string | null
  source: string | null
  complete: boolean
  /** When it became known: signed by all it needs, or taken back. */
  said_on: string
  taken_back_on: string | null
  taken_back_because: string | null
  seat_answer: 'keep' | 'end' | null
  /** Of the party in the body, holding on the day it leaves. */
  seats: number
}
export type NewTermination = {
  id: string
  agreement: string
  edition: number
  organisation: string
  kind: 'ordinary' | 'extraordinary'
  declaredOn: string
  effectiveOn: string
  reason: string
  capacity: string
  person: string | null
  signatory: string | null
  secondSignatory: string | null
  source: string | null
  by: string
}
export type Bounds = { leaves: { organisation: string; on: string }[]; ends: string | null }

const select = sql`select t.id, t.agreement, t.edition, t.organisation, o.title as organisation_title, t.kind, t.declared_on, t.effective_on, t.reason, t.capacity,
  t.person, p.title as person_title, t.second, z.title as second_title, t.signatory, t.second_signatory, t.source, coalesce(t.taken_back_on, t.second_on, (t.recorded_at at time zone 'Europe/Berlin')::date) as said_on, t.taken_back_on, t.taken_back_because, t.seat_answer,
  (y.signing = 'single' or t.second is not null or t.second_signatory is not null) as complete,
  (select count(*)::int from cooperation.seat s where s.body = a.body and s.organisation = t.organisation and s.superseded_at is null
     and s.valid_from <= t.effective_on and (s.valid_until is null or t.effective_on < s.valid_until)) as seats
  from cooperation.termination t join kit.object a on a.id = t.agreement join kit.object o on o.id = t.organisation
  join cooperation.party y on y.agreement = t.agreement and y.edition = t.edition and y.organisation = t.organisation
  left join kit.object p on p.id = t.person left join kit.object z on z.id = t.second`

export const terminations = (db: Database) => ({
  async of(agreement: string): Promise<TerminationRow[]> {
    const { rows } =
      await sql<TerminationRow>`${select} where t.agreement = ${agreement} order by (t.taken_back_on is null) desc, t.recorded_at desc`.execute(
        db,
      )
    return rows
  },
  async get(agreement: string, id: string): Promise<TerminationRow | undefined> {
    return (await this.of(agreement)).find((one) => one.id === id)
  },
  async add(t: NewTermination): Promise<void> {
    await sql`insert into cooperation.termination (id, agreement, edition, organisation, kind, declared_on, effective_on, reason, capacity, person, signatory,
        second_signatory, source, recorded_by, recorded_at)
      values (${t.id}, ${t.agreement}, ${t.edition}, ${t.organisation}, ${t.kind}, ${t.declaredOn}, ${t.effectiveOn}, ${t.reason}, ${t.capacity}, ${t.person},
        ${t.signatory}, ${t.secondSignatory}, ${t.source}, ${t.by}, clock.now())`.execute(db)
  },
  async second(id: string, person: string): Promise<void> {
    await sql`update cooperation.termination set second = ${person}, second_on = clock.today() where id = ${id}`.execute(
      db,
    )
  },
  async takeBack(id: string, person: string, because: string | null): Promise<void> {
    await sql`update cooperation.termination set taken_back_on = clock.today(), taken_back_by = ${person}, taken_back_because = ${because} where id = ${id}`.execute(
      db,
    )
  },
  async settle(id: string, person: string, answer: 'keep' | 'end'): Promise<void> {
    await sql`update cooperation.termination set seat_answer = ${answer}, answered_by = ${person}, answered_on = clock.today() where id = ${id}`.execute(
      db,
    )
  },
  /** From which day the chair of a party is none any more, because no seat of its own is left in the body; null: it stays. */
  async chairFalls(organisation: string, body: string): Promise<string | null> {
    const { rows } = await sql<{
      day: string | null
    }>`select cooperation.chair_falls_on(${organisation}, ${body}) as day`.execute(db)
    return rows[0]!.day
  },
  /** From when each party of an edition is bound no longer, and from when the edition holds no longer. */
  async bounds(agreement: string, edition: number): Promise<Bounds> {
    const { rows } = await sql<{ organisation: string; on: string | null; ends: string | null }>`
      select p.organisation, cooperation.leaves_on(p.agreement, p.edition, p.organisation) as on, cooperation.ends_on(p.agreement, p.edition) as ends
        from cooperation.party p where p.agreement = ${agreement} and p.edition = ${edition}`.execute(db)
    return {
      leaves: rows.flatMap(({ organisation, on }) => (on === null ? [] : [{ organisation, on }])),
      ends: rows[0]?.ends ?? null,
    }
  },
  /** As a chore: agreements that somebody leaves or has left, or whose term ends; with the latest edition that all have signed. */
  async ending(): Promise<{ agreement: string; title: string; body: string; edition: number; ends: string | null }[]> {
    const { rows } = await sql<{
      agreement: string
      title: string
      body: string
      edition: number
      ends: string | null
    }>`select o.id as agreement, o.title, o.body, f.edition, f.until as ends from kit.object o cross join lateral (
        select x.edition, x.until from (select p.edition, cooperation.ends_on(p.agreement, p.edition) as until from cooperation.party p
            cross join lateral (select count(*) as n from cooperation.signature y where y.agreement = p.agreement and y.edition = p.edition and y.organisation = p.organisation) s
           where p.agreement = o.id group by p.agreement, p.edition having count(*) >= 2 and bool_and(s.n >= cooperation.needs_signatures(p.signing))
           order by p.edition desc limit 1) x) f
      where o.kind = 'agreement' and o.deleted_at is null and o.body is not null
        and (f.until is not null or exists (select from cooperation.termination t where t.agreement = o.id)) order by o.id`.execute(
      db,
    )
    return rows
  },
  /** What is still to be done because of the agreement from this day on: by everybody, or by and for one party. Signing the next edition is something else. */
  async owedFrom(agreement: string, day: string, organisation: string | null): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select d.id from duties.standing d where d.because = ${agreement} and d.due >= ${day} and d.state in ('notYet', 'open', 'overdue')
        and d.kind not in ('sign', 'renew', 'settleSeats')
        ${organisation ? sql`and (d.debtor = ${organisation} or d.creditor = ${organisation})` : sql``} order by d.id`.execute(
      db,
    )
    return rows.map((row) => row.id)
  },
  /** Whether it was already said that the agreement ended on this day. */
  async saidEnded(agreement: string, day: string): Promise<boolean> {
    const { rows } =
      await sql`select from duties.fact where kind = 'agreement.ended' and object = ${agreement} and day = ${day} limit 1`.execute(
        db,
      )
    return rows.length > 0
  },
})
