// Reads and writes bodies, their constituencies and seats.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'

export type BodyRow = {
  id: string
  short_name: string
  mission: string
  form: 'forum' | 'deciding'
  votes: boolean
  keys: number
  founded_on: string
  area_key: string | null
  dissolved_on: string | null
}
export type ConstituencyRow = {
  id: string
  name: string
  chair: 'appointed' | 'elected' | null
  term_years: number | null
}
export type SeatRow = {
  id: string
  organisation: string
  organisation_title: string
  side: 'public' | 'free' | 'other' | null
  unit: string | null
  unit_title: string | null
  constituency: string | null
  constituency_name: string | null
  voting: boolean
  guest: boolean
  valid_from: string
  valid_until: string | null
  continues: string | null
  doubles: string | null
}
export type NewSeat = {
  organisation: string
  unit: string | null
  constituency: string | null
  voting: boolean
  guest?: boolean
  from: string
  until: string | null
  continues?: string | null
  doubles?: string | null
  because?: string
}
type Line = {
  id: string
  title: string
  invented: boolean
  short_name: string
  form: 'forum' | 'deciding'
  keys: number
  dissolved_on: string | null
  members: number
  in_force: boolean
  document: boolean
  chairs: { person: { id: string; title: string }; organisation: { id: string; title: string } }[]
  overdue: number
  next: { title: string; due: string } | null
}

/** Asked once in a query, not for each row. */
const today = sql`(select clock.today())`

export const bodies = (db: Database) => ({
  async row(id: string): Promise<BodyRow | undefined> {
    const { rows } = await sql<BodyRow>`select * from cooperation.body where id = ${id}`.execute(db)
    return rows[0]
  },
  async named(name: string): Promise<string | undefined> {
    const { rows } = await sql<{
      id: string
    }>`select id from kit.object where kind = 'body' and deleted_at is null and lower(title) = lower(${name}) limit 1`.execute(
      db,
    )
    return rows[0]?.id
  },
  async lines(where: { organisation?: string; search?: string }): Promise<Line[]> {
    const { rows } = await sql<Line>`
      select o.id, o.title, o.invented, b.short_name, b.form, b.keys, b.dissolved_on,
        (select count(distinct s.organisation)::int from cooperation.seat s where s.body = b.id and s.superseded_at is null and not s.guest
          and s.valid_from <= ${today} and (s.valid_until is null or ${today} < s.valid_until)) as members,
        cooperation.is_agreed(b.id) as in_force, exists (select from cooperation.constituted_by(b.id, ${today})) as document,
        coalesce((select jsonb_agg(jsonb_build_object('person', jsonb_build_object('id', p.id, 'title', p.title), 'organisation', jsonb_build_object('id', w.id, 'title', w.title)) order by w.title collate kit.german)
          from access.mandate m join kit.object p on p.id = m.person join kit.object w on w.id = m.organisation
          where m.body = b.id and m.role = 'chair' and m.superseded_at is null and m.from_day <= ${today} and (m.until_day is null or ${today} < m.until_day)), '[]') as chairs,
        owed.overdue, owed.next
      from cooperation.body b join kit.object o on o.id = b.id
      cross join lateral (select count(*) filter (where d.state = 'overdue')::int as overdue, (array_agg(jsonb_build_object('title', x.title, 'due', d.due) order by d.due))[1] as next
        from duties.standing d join kit.object x on x.id = d.id where d.debtor = b.id and not d.settled and d.state in ('open', 'overdue')) owed
      where o.deleted_at is null
        ${where.organisation ? sql`and ${where.organisation}::uuid = any (o.readers)` : sql``}
        ${where.search ? sql`and (position(lower(${where.search}) in lower(o.title)) > 0 or position(lower(${where.search}) in lower(b.short_name)) > 0)` : sql``}
      order by o.title collate kit.german`.execute(db)
    return rows
  },
  async make(b: Omit<BodyRow, 'votes' | 'dissolved_on'>): Promise<void> {
    await sql`insert into cooperation.body (id, short_name, mission, form, keys, founded_on, area_key)
      values (${b.id}, ${b.short_name}, ${b.mission}, ${b.form}, ${b.keys}, ${b.founded_on}, ${b.area_key})`.execute(db)
  },
  async describe(id: string, b: Pick<BodyRow, 'short_name' | 'mission' | 'area_key'>): Promise<void> {
    await sql`update cooperation.body set short_name = ${b.short_name}, mission = ${b.mission}, area_key = ${b.area_key} where id = ${id}`.execute(
      db,
    )
  },
  async addConstituency(
    body: string,
    c: { name: string; chair: string | null; termYears: number | null },
    at: string,
  ): Promise<string> {
    const id = newId(at)
    await sql`insert into cooperation.constituency (id, body, name, chair, term_years) values (${id}, ${body}, ${c.name}, ${c.chair}, ${c.termYears})`.execute(
      db,
    )
    return id
  },
  async constituencies(body: string): Promise<ConstituencyRow[]> {
    const { rows } =
      await sql<ConstituencyRow>`select id, name, chair, term_years from cooperation.constituency where body = ${body} order by name collate kit.german`.execute(
        db,
      )
    return rows
  },
  /** Seats as recorded now; `on`: only those that hold on this day. */
  async seats(body: string, on?: string): Promise<SeatRow[]> {
    const { rows } =
      await sql<SeatRow>`select s.id, s.organisation, o.title as organisation_title, a.side, s.unit, u.title as unit_title, s.constituency, c.name as constituency_name,
        s.voting, s.guest, s.valid_from, s.valid_until, s.continues, s.doubles
      from cooperation.seat s join kit.object o on o.id = s.organisation left join actors.organisation a on a.id = s.organisation
      left join kit.object u on u.id = s.unit left join cooperation.constituency c on c.id = s.constituency
      where s.body = ${body} and s.superseded_at is null
        ${on ? sql`and s.valid_from <= ${on} and (s.valid_until is null or ${on} < s.valid_until)` : sql``}
      order by o.title collate kit.german, u.title collate kit.german nulls first, s.valid_from`.execute(db)
    return rows
  },
  async addSeat(body: string, s: NewSeat, at: string): Promise<string> {
    const id = newId(at)
    await sql`insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, valid_until, recorded_at, continues, doubles, ended_because)
      values (${id}, ${body}, ${s.organisation}, ${s.unit}, ${s.constituency}, ${s.voting}, ${s.guest ?? false}, ${s.from}, ${s.until}, clock.now(),
        ${s.continues ?? null}, ${s.doubles ?? null}, ${s.because ?? null})`.execute(db)
    return id
  },
  /** Closes the record and, where the seat held before `until`, replaces it by one that ends then. */
  async endSeat(body: string, seat: SeatRow, until: string, because: string, at: string): Promise<void> {
    await sql`update cooperation.seat set superseded_at = clock.now() where id = ${seat.id} and superseded_at is null`.execute(
      db,
    )
    if (seat.valid_from < until)
      await this.addSeat(
        body,
        {
          organisation: seat.organisation,
          unit: seat.unit,
          constituency: seat.constituency,
          voting: seat.voting,
          guest: seat.guest,
          continues: seat.continues,
          doubles: seat.doubles,
          because,
          from: seat.valid_from,
          until,
        },
        at,
      )
  },
  /** The organisations that belong to the body on a day. */
  async members(body: string, on: string): Promise<string[]> {
    return [...new Set((await this.seats(body, on)).map((seat) => seat.organisation))]
  },
  /** Whether the organisation is bound by an agreement in force of this body, still on that day. */
  async isParty(body: string, organisation: string, day: string): Promise<boolean> {
    const { rows } = await sql`select from kit.object o cross join lateral cooperation.in_force(o.id) f
      join cooperation.party p on p.agreement = o.id and p.edition = f.edition and p.organisation = ${organisation}
      where o.kind = 'agreement' and o.body = ${body} and o.deleted_at is null and coalesce(${day} < cooperation.leaves_on(o.id, f.edition, ${organisation}), true)`.execute(
      db,
    )
    return rows.length > 0
  },
  async isAgreed(body: string): Promise<boolean> {
    const { rows } = await sql<{ agreed: boolean }>`select cooperation.is_agreed(${body}) as agreed`.execute(db)
    return rows[0]!.agreed
  },
  async lastMet(body: string): Promise<string | null> {
    const { rows } = await sql<{
      day: string | null
    }>`select max(day) as day from duties.fact where kind = 'meeting.held' and organisation = ${body}`.execute(db)
    return rows[0]?.day ?? null
  },
})
