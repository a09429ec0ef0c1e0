// Rows of polls about dates, their options and guests, and the answers by seat.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import {
  LinkedPoll,
  type Poll,
  type PollContent,
  type PollOption,
  type PollStatus,
  type PollVoice,
} from '../contract/polls.ts'

export type PollRow = {
  id: string
  body: string
  place: string
  online: string
  purpose: string
  until_day: string
  remind_on: string | null
  status: PollStatus
  over: boolean
  chosen: string | null
  meeting: string | null
  withdrawn_because: string | null
  options: number
}
export type AnswerRow = PollVoice & { guest: string | null }
export type Answered = 'kept' | 'over' | 'nobody' | 'since'
export type HoldRow = {
  id: string
  poll: string
  day: string
  starts: string
  ends: string | null
  place: string
  online: string
  purpose: string
}

const columns = sql.raw(`q.id, q.body, q.place, q.online, q.purpose, q.until_day, q.remind_on, q.status,
  q.status <> 'open' or q.until_day < clock.today() as over, q.chosen, q.meeting, q.withdrawn_because,
  (select count(*) from meetings.poll_option o where o.poll = q.id) as options`)
const optionColumns = sql.raw(`o.id, o.day, to_char(o.starts, 'HH24:MI') as starts, to_char(o.ends, 'HH24:MI') as ends`)
const named = (name: string) =>
  sql.raw(`case when ${name}.id is not null then jsonb_build_object('id', ${name}.id, 'title', ${name}.title) end`)

export const polls = (db: Database) => ({
  async find(id: string): Promise<PollRow | undefined> {
    const { rows } = await sql<PollRow>`select ${columns} from meetings.poll q where q.id = ${id}`.execute(db)
    return rows[0]
  },
  /** The open ones first, then the latest. */
  async list(body: string | undefined): Promise<PollRow[]> {
    const { rows } =
      await sql<PollRow>`select ${columns} from meetings.poll q ${body ? sql`where q.body = ${body}` : sql``}
      order by q.status = 'open' desc, q.until_day desc, q.id desc`.execute(db)
    return rows
  },
  async add(id: string, body: string, c: PollContent): Promise<void> {
    await sql`insert into meetings.poll (id, body, place, online, purpose, until_day, remind_on)
      values (${id}, ${body}, ${c.place}, ${c.online}, ${c.purpose}, ${c.until}, ${c.remindOn})`.execute(db)
  },
  async addOption(poll: string, at: string, o: Omit<PollOption, 'id'>): Promise<void> {
    await sql`insert into meetings.poll_option (id, poll, day, starts, ends) values (${newId(at)}, ${poll}, ${o.day}, ${o.starts}, ${o.ends})`.execute(
      db,
    )
  },
  async addGuest(poll: string, at: string, guest: { name: string; address: string }): Promise<void> {
    await sql`insert into meetings.poll_guest (id, poll, name, address) values (${newId(at)}, ${poll}, ${guest.name}, ${guest.address})`.execute(
      db,
    )
  },
  async change(id: string, c: PollContent): Promise<void> {
    await sql`update meetings.poll set place = ${c.place}, online = ${c.online}, purpose = ${c.purpose}, until_day = ${c.until}, remind_on = ${c.remindOn}
      where id = ${id}`.execute(db)
  },
  async close(id: string, option: string, meeting: string): Promise<void> {
    await sql`update meetings.poll set status = 'closed', chosen = ${option}, meeting = ${meeting} where id = ${id}`.execute(
      db,
    )
  },
  async withdraw(id: string, because: string): Promise<void> {
    await sql`update meetings.poll set status = 'withdrawn', withdrawn_because = ${because} where id = ${id}`.execute(
      db,
    )
  },
  async options(poll: string): Promise<PollOption[]> {
    const { rows } =
      await sql<PollOption>`select ${optionColumns} from meetings.poll_option o where o.poll = ${poll} order by o.day, o.starts`.execute(
        db,
      )
    return rows
  },
  async guests(poll: string): Promise<{ id: string; name: string }[]> {
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from meetings.poll_guest where poll = ${poll} order by name collate kit.german, id`.execute(db)
    return rows
  },
  async answers(poll: string): Promise<AnswerRow[]> {
    const { rows } = await sql<AnswerRow>`
      select a.voice, ${named('o')} as organisation, ${named('u')} as unit, a.guest, a.answers from meetings.poll_answer a
        left join kit.object o on o.id = a.organisation left join kit.object u on u.id = a.unit
       where a.poll = ${poll} order by a.voice, o.title collate kit.german, u.title collate kit.german nulls first, a.guest`.execute(
      db,
    )
    return rows
  },
  /** Seats from the first to after the last day that is asked about, with the days between which each counts. */
  async seats(poll: string): Promise<Poll['seats']> {
    const { rows } = await sql<Poll['seats'][number]>`
      select ${named('o')} as organisation, ${named('u')} as unit, c.name as constituency, s.voting, s.valid_from as "from", s.valid_until as until
        from meetings.poll q cross join lateral (select min(x.day) as first, max(x.day) as last from meetings.poll_option x where x.poll = q.id) d
        join cooperation.seat s on s.body = q.body and s.superseded_at is null and s.valid_from <= d.last and (s.valid_until is null or d.first < s.valid_until)
        join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit left join cooperation.constituency c on c.id = s.constituency
       where q.id = ${poll} order by c.name collate kit.german nulls last, o.title collate kit.german, u.title collate kit.german nulls first`.execute(
      db,
    )
    return rows
  },
  /** Who chairs the body and who runs its office today. */
  async leaders(body: string): Promise<Poll['leaders']> {
    const { rows } = await sql<Poll['leaders'][number]>`
      select m.role as voice, ${named('o')} as organisation from access.mandate m join kit.object o on o.id = m.organisation
       where m.body = ${body} and m.role in ('chair', 'office') and m.superseded_at is null and m.from_day <= clock.today()
         and (m.until_day is null or clock.today() < m.until_day) group by m.role, o.id, o.title order by m.role, o.title collate kit.german`.execute(
      db,
    )
    return rows
  },
  /** For what whoever asks answers, with what stands there, and what these answers were based on. */
  async mine(poll: string, body: string): Promise<{ voices: PollVoice[]; seen: number }> {
    const { rows } = await sql<PollVoice & { revision: number }>`
      select v.voice, ${named('o')} as organisation, ${named('u')} as unit, coalesce(a.answers, '{}') as answers, coalesce(a.revision, 0) as revision
        from meetings.my_voices(${body}) v left join kit.object o on o.id = v.organisation left join kit.object u on u.id = v.unit
        left join meetings.poll_answer a on a.poll = ${poll} and a.voice = v.voice and coalesce(a.unit, a.organisation) = coalesce(v.unit, v.organisation)
       order by v.voice, o.title collate kit.german, u.title collate kit.german nulls first`.execute(db)
    return {
      voices: rows.map(({ revision: _, ...voice }) => voice),
      seen: rows.reduce((sum, { revision }) => sum + revision, 0),
    }
  },
  async answer(
    by: { poll: string } | { token: string },
    { answers, places, seen }: { answers: object; places: readonly string[] | null; seen: number },
  ): Promise<Answered> {
    const rest = sql`${places ? [...places] : null}::uuid[], ${JSON.stringify(answers)}::jsonb, ${seen}`
    const { rows } = await ('poll' in by
      ? sql<{ became: Answered }>`select meetings.answer_poll(${by.poll}, ${rest}) as became`.execute(db)
      : sql<{ became: Answered }>`select meetings.answer_by_link(${by.token}, ${rest}) as became`.execute(db))
    return rows[0]!.became
  },
  /** What a link from a mail opens; null: it is none. */
  async byLink(token: string): Promise<LinkedPoll | null> {
    const { rows } = await sql<{ shown: unknown }>`select meetings.poll_by_link(${token}) as shown`.execute(db)
    return LinkedPoll.nullable().parse(rows[0]!.shown)
  },
  async endLinks(object: string, organisation: string | null, guest: string | null): Promise<number> {
    const { rows } = await sql<{
      ended: number
    }>`select meetings.end_links(${object}, ${organisation}, ${guest}) as ended`.execute(db)
    return rows[0]!.ended
  },
  /** Days still asked about, as tentative holds; not those to which one has already said no. */
  async holds(today: string): Promise<HoldRow[]> {
    const { rows } = await sql<HoldRow>`
      select ${optionColumns}, q.id as poll, q.place, q.online, q.purpose from meetings.poll q join meetings.poll_option o on o.poll = q.id
       where q.status = 'open' and o.day >= ${today}
         and not exists (select from meetings.my_voices(q.body) v join meetings.poll_answer a on a.poll = q.id and a.voice = v.voice
           and coalesce(a.unit, a.organisation) = coalesce(v.unit, v.organisation) where a.answers->>(o.id::text) = 'no') order by o.day, o.starts`.execute(
      db,
    )
    return rows
  },
})
