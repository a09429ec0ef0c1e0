// Terms of chairs as they are recorded: for which group, until when, whether somebody resigned or goes on in the interim.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type TermRow = {
  mandate: string
  body: string
  constituency: string
  person: string
  person_title: string
  organisation: string
  organisation_title: string
  from: string
  until: string | null
  basis: string
  recorded_on: string
  interim: boolean
  /** Until when it would have lasted, where it was shortened. */
  was_until: string | null
  shortened: boolean
}

export type AlarmRow = {
  id: string
  kind: string
  debtor: string
  subject: string | null
  period_from: string
  open: boolean
}

export const terms = (db: Database) => ({
  /** Terms of the chairs of a body, or of all bodies, latest first within a group. */
  async ofChairs(body?: string): Promise<TermRow[]> {
    const { rows } =
      await sql<TermRow>`select distinct on (c.name, m.from_day, m.id) m.id as mandate, m.body, c.id as constituency, m.person, p.title as person_title, m.organisation,
        o.title as organisation_title, m.from_day as "from", m.until_day as until, m.basis, (m.recorded_at at time zone 'Europe/Berlin')::date as recorded_on,
        exists (select from cooperation.interim i where i.mandate = m.id) as interim, x.was_until, x.shortened is true as shortened
      from access.mandate m join cooperation.seat s on s.body = m.body and s.organisation = m.organisation and s.superseded_at is null
        join cooperation.constituency c on c.id = s.constituency join kit.object p on p.id = m.person join kit.object o on o.id = m.organisation
        left join lateral (select true as shortened, max(y.until_day) as was_until from access.mandate y
          where y.superseded_by = m.id and (y.until_day is null or y.until_day > m.until_day) having count(*) > 0) x on true
      where m.role = 'chair' and m.superseded_at is null ${body ? sql`and m.body = ${body}` : sql``} order by c.name, m.from_day desc, m.id`.execute(
        db,
      )
    return rows
  },
  /** Whether the kit lets whoever acts end this mandate of a chair. */
  async mayEnd(one: { person: string; organisation: string; body: string | null }): Promise<boolean> {
    const { rows } = await sql<{
      may: boolean
    }>`select access.may_grant(${one.person}, ${one.organisation}, ${one.body}, 'chair') as may`.execute(db)
    return rows[0]!.may
  },
  async keepInterim(mandate: string, body: string, constituency: string): Promise<void> {
    await sql`insert into cooperation.interim (mandate, body, constituency) values (${mandate}, ${body}, ${constituency})`.execute(
      db,
    )
  },
  /** All bodies, with what the alarms need to know. `ends_on`: dissolved from that day on, or set up until then. As the worker. */
  async bodies(): Promise<{ id: string; owner: string; ends_on: string | null }[]> {
    const { rows } = await sql<{
      id: string
      owner: string
      ends_on: string | null
    }>`select b.id, o.owner, coalesce(b.dissolved_on, g.until_day) as ends_on from cooperation.body b left join cooperation.working_group g on g.body = b.id
      join kit.object o on o.id = b.id where o.deleted_at is null order by b.id`.execute(db)
    return rows
  },
  /** Whoever is sent for a time, to a seat that goes on: delegates, and chairs whom their organisation has appointed. */
  async sent(
    body: string,
  ): Promise<
    { organisation: string; role: string; from: string; until: string | null; basis: string; recorded_on: string }[]
  > {
    const { rows } = await sql<{
      organisation: string
      role: string
      from: string
      until: string | null
      basis: string
      recorded_on: string
    }>`
      select m.organisation, m.role, m.from_day as "from", m.until_day as until, m.basis, (m.recorded_at at time zone 'Europe/Berlin')::date as recorded_on
      from access.mandate m where m.body = ${body} and m.superseded_at is null and m.role in ('delegate', 'chair')
        and exists (select from cooperation.seat s where s.body = m.body and s.organisation = m.organisation and s.superseded_at is null
          and s.valid_from <= clock.today() and (s.valid_until is null or greatest(clock.today(), m.until_day) < s.valid_until)) order by m.organisation, m.from_day`.execute(
      db,
    )
    return rows
  },
  /** Alarms of a body; `open`: nothing has ended them yet. */
  async alarms(body: string): Promise<AlarmRow[]> {
    const { rows } = await sql<AlarmRow>`
      select d.id, d.kind, d.debtor, d.subject, d.period_from, d.state in ('notYet', 'open', 'overdue') as open from duties.standing d join kit.object o on o.id = d.id
      where o.body = ${body} and d.kind in ('reelect', 'resend') and o.deleted_at is null`.execute(db)
    return rows
  },
})
