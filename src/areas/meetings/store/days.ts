// What is known about the days to come of a body: its rules, its area, meetings of the same body or the same people, and what the agreement still asks for.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Taken = { day: string; title: string; same: boolean }
export type Owed = { title: string; opens: string; due: string }

export const daysOf = (db: Database) => ({
  async rules(body: string): Promise<{
    area_key: string | null
    notice_days: number | null
    quorum: 'none' | 'half' | 'twoThirds' | null
    votes: boolean
  }> {
    const { rows } = await sql<{
      area_key: string | null
      notice_days: number | null
      quorum: 'none' | 'half' | 'twoThirds' | null
      votes: boolean
    }>`select b.area_key, r.notice_days, r.quorum, b.votes from cooperation.body b cross join lateral cooperation.rule_of(b.id) r where b.id = ${body}`.execute(
      db,
    )
    return rows[0] ?? { area_key: null, notice_days: null, quorum: null, votes: false }
  },
  /** Meetings that the reader sees: of the body itself, and of others in which somebody of this body acts too. */
  async taken(body: string, from: string, until: string): Promise<Taken[]> {
    const { rows } = await sql<Taken>`
      select m.day, o.title, m.body = ${body} as same from meetings.meeting m join kit.object o on o.id = m.id and o.deleted_at is null
       where m.day between ${from} and ${until} and m.status in ('planned', 'invited') and (m.body = ${body} or exists (
         select from access.mandate one join access.mandate other on other.person = one.person and other.body = m.body and other.superseded_at is null
           and other.from_day <= clock.today() and (other.until_day is null or clock.today() < other.until_day)
          where one.body = ${body} and one.superseded_at is null and one.from_day <= clock.today() and (one.until_day is null or clock.today() < one.until_day)))
       order by m.day, o.title`.execute(db)
    return rows
  },
  /** "Three weeks before the youth welfare committee", "twice a year": what no planned meeting fulfils yet; a rhythm once its last day comes into sight. */
  async owed(body: string, until: string): Promise<Owed[]> {
    const { rows } = await sql<Owed>`
      select o.title, d.opens, d.due from duties.standing d join kit.object o on o.id = d.id and o.deleted_at is null
       where d.debtor = ${body} and d.kind in ('before', 'meet') and d.state in ('open', 'overdue', 'notYet') and d.have + d.planned < d.needed
         and d.opens <= ${until} and d.due >= clock.today()
         and (d.kind = 'before' or d.due <= ${until}) order by d.due, o.title`.execute(db)
    return rows
  },
})
