// Rows of what becomes of minutes after they were sent, and where they are up for approval.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { Approval, MinutesObjection, Rectification } from '../contract/minutes-shapes.ts'

export type RectificationContent = Pick<Rectification, 'objection' | 'item' | 'wording' | 'reason'>
type Due = { meeting: string; body: string; number: number; day: string; next: string; title: string }

export const minutes = (db: Database) => ({
  async sent(meeting: string): Promise<{ on: string | null; until: string | null; may: boolean; approved: boolean }> {
    const { rows } = await sql<{ on: string | null; until: string | null; may: boolean; approved: boolean }>`
      select meetings.minutes_sent_on(${meeting}) as "on", meetings.objections_until(${meeting}) as until,
        meetings.may_object(${meeting}) as may, meetings.is_approved(${meeting}) as approved`.execute(db)
    return rows[0]!
  },
  async approvals(meeting: string): Promise<Approval[]> {
    const { rows } = await sql<Approval>`
      select jsonb_build_object('id', o.id, 'title', o.title) as meeting, a.day, case when a.approved then 'approved' when a.decided then 'decided'
          when a.decided is false then 'otherwise' when a.status <> 'held' then 'onAgenda'
          when meetings.is_settled(a.meeting, 'minutes') then 'otherwise' else 'inMeeting' end as state
        from meetings.approvals(${meeting}) a join kit.object o on o.id = a.meeting order by a.day`.execute(db)
    return rows
  },
  /** In the order in which they were raised on paper: by day, and within a day by the name of the organisation. */
  async objections(meeting: string, organisation: string | null): Promise<MinutesObjection[]> {
    const { rows } = await sql<MinutesObjection>`
      select x.id, jsonb_build_object('id', o.id, 'title', o.title) as organisation, x.item, x.text, x.raised_on as "raisedOn", x.withdrawn_on as "withdrawnOn",
          exists (select from meetings.rectification c where c.objection = x.id and cooperation.is_released(c.id, 1)) as answered, coalesce(x.organisation = ${organisation}, false) as mine
        from meetings.minutes_objection x join kit.object o on o.id = x.organisation where x.meeting = ${meeting} order by x.raised_on, o.title collate kit.german, x.id`.execute(
      db,
    )
    return rows
  },
  async rectifications(meeting: string): Promise<Rectification[]> {
    const { rows } = await sql<Rectification>`
      select c.id, c.objection, c.item, c.wording, c.reason, c.made_on as "madeOn", case when cooperation.is_released(c.id, 1) then 'counts'
          when exists (select from cooperation.objection j where j.object = c.id) then 'returned' else 'waiting' end as state,
          case when cooperation.is_released(c.id, 1) then (select (max(r.at) at time zone 'Europe/Berlin')::date from cooperation.release r where r.object = c.id) end as "countsSince"
        from meetings.rectification c where c.meeting = ${meeting} order by c.made_on, c.id`.execute(db)
    return rows
  },
  async raise(id: string, meeting: string, organisation: string, content: { item: string | null; text: string }) {
    await sql`insert into meetings.minutes_objection (id, meeting, organisation, item, text, raised_on)
      values (${id}, ${meeting}, ${organisation}, ${content.item}, ${content.text}, clock.today())`.execute(db)
  },
  async withdraw(id: string): Promise<void> {
    await sql`update meetings.minutes_objection set withdrawn_on = clock.today() where id = ${id}`.execute(db)
  },
  /** What the chairs are shown is what is kept. */
  async contentOf({ objection, item, wording, reason }: RectificationContent): Promise<unknown> {
    const { rows } = await sql<{
      content: unknown
    }>`select meetings.rectification_content(${objection}, ${item}, ${wording}, ${reason}) as content`.execute(db)
    return rows[0]!.content
  },
  async correct(id: string, meeting: string, c: RectificationContent): Promise<void> {
    await sql`insert into meetings.rectification (id, meeting, objection, item, wording, reason, made_on)
      values (${id}, ${meeting}, ${c.objection}, ${c.item}, ${c.wording}, ${c.reason}, clock.today())`.execute(db)
  },
  /** To which meeting a paper or a rectification belongs. */
  async meetingOf(id: string): Promise<{ id: string; title: string } | undefined> {
    const { rows } = await sql<{ id: string; title: string }>`
      select o.id, o.title from (select p.meeting from meetings.paper p where p.id = ${id} union all select c.meeting from meetings.rectification c where c.id = ${id}) x
        join kit.object o on o.id = x.meeting`.execute(db)
    return rows[0]
  },
  /** As a chore: minutes that were sent within the last year, whose days for objections end before a meeting whose agenda is still open, and that came up nowhere yet, or were not agreed to. */
  async due(): Promise<Due[]> {
    const { rows } = await sql<Due>`
      select m.id as meeting, m.body, m.number, m.day, n.id as next, o.title from meetings.meeting m join kit.object o on o.id = m.id and o.deleted_at is null
        cross join lateral (select x.id from meetings.meeting x join kit.object y on y.id = x.id and y.deleted_at is null where x.body = m.body and x.status = 'planned'
          and x.day >= clock.today() and x.day > meetings.objections_until(m.id) and not meetings.is_settled(x.id, 'agenda') order by x.day, x.starts limit 1) n
       where m.status = 'held' and m.day >= clock.today() - 400 and meetings.minutes_sent_on(m.id) >= clock.today() - 365
         and not exists (select from meetings.agenda_item i where i.approves = m.id and i.meeting = n.id)
         and not exists (select from meetings.approvals(m.id) a where a.decided or a.status <> 'held' or (a.decided is null and not meetings.is_settled(a.meeting, 'minutes')))
       order by m.day, m.number`.execute(db)
    return rows
  },
  /** As a chore: second on the agenda, behind the opening. */
  async putUp(at: string, item: { meeting: string; next: string; title: string }): Promise<void> {
    await sql`insert into meetings.agenda_item (id, meeting, position, title, approves) values (${newId(at)}, ${item.next}, 1, ${item.title}, ${item.meeting})`.execute(
      db,
    )
  },
  /** As a chore: of which meeting a result approves the minutes. */
  async approvedBy(decision: string): Promise<{ meeting: string; approved: boolean } | undefined> {
    const { rows } = await sql<{ meeting: string; approved: boolean }>`
      select i.approves as meeting, meetings.is_approved(i.approves) as approved from meetings.agenda_item i where i.decision = ${decision} and i.approves is not null`.execute(
      db,
    )
    return rows[0]
  },
  /** As a chore: objections that nobody has answered yet. */
  async unanswered(meeting: string): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from meetings.minutes_objection x where x.meeting = ${meeting} and x.withdrawn_on is null
        and not exists (select from meetings.rectification c where c.objection = x.id and cooperation.is_released(c.id, 1))`.execute(
      db,
    )
    return rows[0]!.n
  },
})
