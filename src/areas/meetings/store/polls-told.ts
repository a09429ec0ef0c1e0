// As a chore: whom a poll is put to, who is reminded, who is told, and what is forgotten afterwards.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

export type Asked = { person: string; organisation: string }
export type AskedGuest = { id: string; name: string; address: string }

const acts =
  sql.raw(`m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)
  and exists (select from access.account c where c.person = m.person and c.closed_at is null)`)
/** The chair or the office has answered, or one of the seats of the organisation. */
const answered =
  sql.raw(`exists (select from meetings.poll_answer a where a.poll = q.id and m.organisation in (a.organisation, a.unit)
  and a.voice = case when m.role in ('chair', 'office') then m.role else 'seat' end)`)
/** The chair or the office has not answered, or not each of the seats. */
const missing =
  sql.raw(`case when m.role in ('chair', 'office') then not exists (select from meetings.poll_answer a where a.poll = q.id and a.voice = m.role and a.organisation = m.organisation)
  else exists (select from cooperation.seat s where s.body = q.body and m.organisation in (s.organisation, s.unit) and s.superseded_at is null and s.valid_from <= clock.today()
    and (s.valid_until is null or clock.today() < s.valid_until) and not exists (select from meetings.poll_answer a where a.poll = q.id and a.voice = 'seat'
      and a.organisation = s.organisation and a.unit is not distinct from s.unit)) end`)

export const pollsTold = (db: Database) => ({
  /** Everybody who acts in the body, once; `has`: only those for whom an answer is there (true) or still missing (false). */
  async people(poll: string, has: boolean | null): Promise<Asked[]> {
    const { rows } = await sql<Asked>`
      select distinct on (m.person) m.person, m.organisation from meetings.poll q join access.mandate m on m.body = q.body and ${acts}
       where q.id = ${poll} ${has === null ? sql`` : has ? sql`and ${answered}` : sql`and ${missing}`} order by m.person, m.organisation`.execute(
      db,
    )
    return rows
  },
  async guests(poll: string, has: boolean | null): Promise<AskedGuest[]> {
    const { rows } = await sql<AskedGuest>`
      select g.id, g.name, g.address from meetings.poll_guest g
       where g.poll = ${poll}
         -- Whoever acts in the body is asked as such already, and gets one mail.
         and not exists (select from access.account c join access.mandate m on m.person = c.person and ${acts} join meetings.poll q on q.body = m.body
           where q.id = g.poll and c.email = g.address) ${has === null ? sql`` : sql`and ${has} = exists (select from meetings.poll_answer a where a.guest = g.id)`} order by g.id`.execute(
      db,
    )
    return rows
  },
  /** Chairs and office. */
  async leaders(poll: string): Promise<Asked[]> {
    const { rows } = await sql<Asked>`
      select distinct on (m.person) m.person, m.organisation from meetings.poll q join access.mandate m on m.body = q.body and m.role in ('chair', 'office') and ${acts}
       where q.id = ${poll} order by m.person, m.organisation`.execute(db)
    return rows
  },
  /** Those that run and whose reminder is due, and those whose last day has passed; not where these mails have been written already. */
  async due(): Promise<{ id: string; over: boolean; on: string }[]> {
    const { rows } = await sql<{ id: string; over: boolean; on: string }>`
      select d.* from (select q.id, q.until_day < clock.today() as over, case when q.until_day < clock.today() then q.until_day else q.remind_on end as on
          from meetings.poll q where q.status = 'open' and (q.until_day < clock.today() or q.remind_on <= clock.today())) d
       where not exists (select from mail.message m where m.object = d.id
         and m.dedupe like 'poll:' || d.id || ':' || case when d.over then 'poll.due' else 'poll.reminder' end || ':' || d.on || ':%') order by d.id`.execute(
      db,
    )
    return rows
  },
  async link(to: { object: string; person?: string; organisation?: string; guest?: string }): Promise<string | null> {
    const { rows } = await sql<{
      token: string | null
    }>`select meetings.link_to_answer(${to.object}, ${to.person ?? null}, ${to.organisation ?? null}, ${to.guest ?? null}) as token`.execute(
      db,
    )
    return rows[0]!.token
  },
  /** A month after a poll or a meeting nobody needs its links any more, nor the names and addresses of guests. */
  async forget(): Promise<void> {
    const past = sql`select id from meetings.poll where settled_on < clock.today() - 30`
    await sql`delete from meetings.answer_link where object in (${past} union all
      select id from meetings.meeting where status in ('held', 'cancelled') and day < clock.today() - 30 union all
      select id from meetings.circulation where settled_on < clock.today() - 30)`.execute(db)
    await sql`delete from meetings.poll_answer where guest is not null and poll in (${past})`.execute(db)
    await sql`delete from meetings.poll_guest where poll in (${past})`.execute(db)
  },
  async forgetPerson(person: string): Promise<void> {
    await sql`delete from meetings.answer_link where person = ${person}`.execute(db)
  },
})
