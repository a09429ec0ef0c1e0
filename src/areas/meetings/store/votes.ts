// Rows of attendance by seat, and of votes. What follows from the numbers is computed in the database.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Presence, VoteCount, Voting } from '../contract.ts'

export type SeatRow = {
  organisation: string
  organisation_title: string
  unit: string | null
  unit_title: string | null
  voting: boolean
  deputy: boolean
  state: Presence | null
}
export type NewPresence = { organisation: string; unit: string | null; state: Presence }
type VotingRow = Omit<Voting, 'rules'> & { rules: Voting['rules'] }

export const votes = (db: Database) => ({
  /** Every seat of the day of the meeting with what was noted of it, and what was noted of organisations that have no seat any more. */
  async seats(meeting: string): Promise<SeatRow[]> {
    const { rows: found } = await sql<{ body: string; day: string; votes: boolean }>`
      select m.body, m.day, b.votes from meetings.meeting m join cooperation.body b on b.id = m.body where m.id = ${meeting}`.execute(
      db,
    )
    const of = found[0]
    if (!of) return []
    const { rows } = await sql<Pick<SeatRow, 'organisation' | 'unit' | 'voting' | 'state'>>`
      with seated as (select s.organisation, s.unit, bool_or(s.voting) as voting from cooperation.seat s where s.body = ${of.body} and s.superseded_at is null
          and s.valid_from <= ${of.day} and (s.valid_until is null or ${of.day} < s.valid_until) group by s.organisation, s.unit),
        noted as (select a.organisation, a.unit, a.state from meetings.attendance a where a.meeting = ${meeting})
      select coalesce(s.organisation, n.organisation) as organisation, coalesce(s.unit, n.unit) as unit, coalesce(s.voting, false) as voting, n.state
        from seated s full join noted n on n.organisation = s.organisation and coalesce(n.unit, n.organisation) = coalesce(s.unit, s.organisation)`.execute(
      db,
    )
    // Names by their keys: joined, they would be looked for among all objects.
    const ids = [...new Set(rows.flatMap((row) => (row.unit ? [row.organisation, row.unit] : [row.organisation])))]
    const { rows: names } = await sql<{ id: string; title: string; deputy: boolean }>`
      select o.id, o.title, meetings.has_deputy(${of.body}, o.id, ${of.day}) as deputy from kit.object o where o.id = any (${ids}::uuid[])
       order by o.title collate kit.german, o.id`.execute(db)
    const place = new Map(names.map(({ id }, at) => [id, at]))
    return rows
      .flatMap((row) => {
        const name = names[place.get(row.organisation) ?? -1]
        const unit = row.unit ? names[place.get(row.unit) ?? -1] : undefined
        return name
          ? [
              {
                ...row,
                organisation_title: name.title,
                unit_title: unit?.title ?? null,
                voting: row.voting && of.votes,
                deputy: name.deputy,
              },
            ]
          : []
      })
      .toSorted(
        (one, other) =>
          place.get(one.organisation)! - place.get(other.organisation)! ||
          (one.unit ? (place.get(one.unit) ?? 0) : -1) - (other.unit ? (place.get(other.unit) ?? 0) : -1),
      )
  },
  async keepAttendance(meeting: string, attendance: readonly NewPresence[]): Promise<void> {
    await sql`delete from meetings.attendance where meeting = ${meeting}`.execute(db)
    for (const { organisation, unit, state } of attendance)
      await sql`insert into meetings.attendance (meeting, organisation, unit, state) values (${meeting}, ${organisation}, ${unit}, ${state})`.execute(
        db,
      )
  },
  /** Null: a forum, which does not vote. */
  async voting(meeting: string): Promise<VotingRow | null> {
    const { rows } = await sql<VotingRow>`
      select case when r.body is not null then jsonb_build_object('edition', r.edition, 'quorum', r.quorum, 'majority', r.majority) end as rules, s.entitled, s.noted, s.present,
          r.body is not null and meetings.is_quorate(r.quorum, s.entitled, s.present) as quorate
        from meetings.meeting m join cooperation.body b on b.id = m.body and b.votes cross join lateral meetings.seats_of(m.id) s
        cross join lateral cooperation.rule_on(m.body, m.day) r where m.id = ${meeting}`.execute(db)
    return rows[0] ?? null
  },
  async record(meeting: string, item: string, count: VoteCount, by: { person: string; at: string }): Promise<void> {
    await sql`insert into meetings.vote (item, meeting, in_favour, against, abstained, recorded_by, recorded_at)
      values (${item}, ${meeting}, ${count.inFavour}, ${count.against}, ${count.abstained}, ${by.person}, ${by.at})
      on conflict (item) do update set in_favour = excluded.in_favour, against = excluded.against, abstained = excluded.abstained,
        recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`.execute(db)
  },
  async takeBack(item: string): Promise<void> {
    await sql`delete from meetings.vote where item = ${item}`.execute(db)
  },
  /** Enters that this decision rests on the vote on this item; false where none found a majority. */
  async resolve(item: string, decision: string): Promise<boolean> {
    const { rows } = await sql<{ done: boolean }>`select meetings.resolve(${item}, ${decision}) as done`.execute(db)
    return rows[0]!.done
  },
  async isResolved(item: string): Promise<boolean> {
    const { rows } = await sql<{
      resolved: boolean
    }>`select exists (select from planning.resolution where item = ${item}) as resolved`.execute(db)
    return rows[0]!.resolved
  },
})
