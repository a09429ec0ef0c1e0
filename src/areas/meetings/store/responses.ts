// Rows of answers to invitations, by seat.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { LinkedInvitation } from '../contract/responses.ts'
import type { AnsweringSeat, ResponseAnswer } from '../contract/shapes.ts'

export type Responded = 'kept' | 'over' | 'nobody' | 'noDeputy' | 'since'
export type ResponseRow = { organisation: string; unit: string | null; answer: ResponseAnswer }
export type NewResponse = { answer: ResponseAnswer; places: readonly string[] | null; seen: number }

export const responses = (db: Database) => ({
  /** Those that the reader may see. */
  async of(meeting: string): Promise<ResponseRow[]> {
    const { rows } = await sql<ResponseRow>`
      select r.organisation, r.unit, r.answer from meetings.response r where r.meeting = ${meeting} order by r.organisation, r.unit`.execute(
      db,
    )
    return rows
  },
  async mine(meeting: string): Promise<{ seats: AnsweringSeat[]; seen: number }> {
    const { rows } = await sql<AnsweringSeat & { revision: number }>`
      select jsonb_build_object('id', o.id, 'title', o.title) as organisation, case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end as unit,
          s.own, s.deputy, r.answer, coalesce(r.revision, 0) as revision
        from meetings.my_seats(${meeting}) s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit
        left join meetings.response r on r.meeting = ${meeting} and r.organisation = s.organisation and r.unit is not distinct from s.unit
       order by o.title collate kit.german, u.title collate kit.german nulls first`.execute(db)
    return {
      seats: rows.map(({ revision: _, ...seat }) => seat),
      seen: rows.reduce((sum, { revision }) => sum + revision, 0),
    }
  },
  async respond(
    by: { meeting: string } | { token: string },
    { answer, places, seen }: NewResponse,
  ): Promise<Responded> {
    const rest = sql`${places ? [...places] : null}::uuid[], ${answer}, ${seen}`
    const { rows } = await ('meeting' in by
      ? sql<{ became: Responded }>`select meetings.respond(${by.meeting}, ${rest}) as became`.execute(db)
      : sql<{ became: Responded }>`select meetings.respond_by_link(${by.token}, ${rest}) as became`.execute(db))
    return rows[0]!.became
  },
  /** As a chore: deputies whom somebody has asked to come and who have not been told yet, with the day for which they are asked. */
  async deputiesAsked(): Promise<{ meeting: string; day: string; person: string; organisation: string }[]> {
    const { rows } = await sql<{ meeting: string; day: string; person: string; organisation: string }>`
      select distinct m.id as meeting, m.day, d.person, d.organisation from meetings.response r join meetings.meeting m on m.id = r.meeting and m.status = 'invited'
        join access.mandate d on d.body = m.body and d.organisation in (r.organisation, r.unit) and d.role = 'deputy' and d.superseded_at is null
          and d.from_day <= clock.today() and (d.until_day is null or clock.today() < d.until_day)
          and exists (select from access.account c where c.person = d.person and c.closed_at is null)
       where r.asked and not exists (select from mail.message x where x.object = m.id
         and x.dedupe like 'meeting:' || m.id || ':standIn:' || m.day || ':' || d.organisation || ':%') order by m.id, d.person`.execute(
      db,
    )
    return rows
  },
  /** What a link from a mail opens; null: it is none. */
  async byLink(token: string): Promise<LinkedInvitation | null> {
    const { rows } = await sql<{ shown: unknown }>`select meetings.invitation_by_link(${token}) as shown`.execute(db)
    return LinkedInvitation.nullable().parse(rows[0]!.shown)
  },
})
