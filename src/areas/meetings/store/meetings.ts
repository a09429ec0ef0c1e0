// Rows of meetings, their agenda and who was represented.
import { sql } from 'kysely'
import type { Result } from '#areas/planning/contract/decisions.ts'
import type { Database } from '#kit/db/database.ts'
import type { ItemContent, MeetingContent, MeetingStatus, Vote } from '../contract.ts'

export type MeetingRow = {
  id: string
  body: string
  number: number
  day: string
  starts: string
  ends: string | null
  place: string
  online: string
  purpose: string
  status: MeetingStatus
  cancelled_because: string | null
  items: number
  results: number
}
export type ItemRow = {
  id: string
  position: number
  title: string
  level: 'strategic' | 'operative'
  open: boolean
  concerning: string | null
  concerning_kind: string | null
  concerning_title: string | null
  approves: string | null
  announces: string | null
  paper: string
  notes: string
  decision: string | null
  decision_title: string | null
  decision_result: Result | null
  decision_released: boolean | null
  removed: boolean
  vote: Vote | null
}

const columns =
  sql.raw(`m.id, m.body, m.number, m.day, to_char(m.starts, 'HH24:MI') as starts, to_char(m.ends, 'HH24:MI') as ends, m.place, m.online, m.purpose, m.status, m.cancelled_because,
  (select count(*) from meetings.agenda_item i where i.meeting = m.id and i.removed_at is null) as items,
  (select count(*) from meetings.agenda_item i where i.meeting = m.id and i.decision is not null) as results`)

export const meetings = (db: Database) => ({
  async find(id: string): Promise<MeetingRow | undefined> {
    const { rows } = await sql<MeetingRow>`select ${columns} from meetings.meeting m where m.id = ${id}`.execute(db)
    return rows[0]
  },
  async list(where: { body?: string | undefined; from?: string | undefined }): Promise<MeetingRow[]> {
    const { rows } =
      await sql<MeetingRow>`select ${columns} from meetings.meeting m join kit.object o on o.id = m.id where o.deleted_at is null
      ${where.body ? sql`and m.body = ${where.body}` : sql``} ${where.from ? sql`and m.day >= ${where.from}` : sql``} order by m.day desc, m.starts desc, m.id`.execute(
        db,
      )
    return rows
  },
  /** The next number in the series of the body. Two who plan at once: the second fails and tries again. */
  async nextNumber(body: string): Promise<number> {
    const { rows } = await sql<{
      next: number
    }>`select coalesce(max(number), 0) + 1 as next from meetings.meeting where body = ${body}`.execute(db)
    return rows[0]!.next
  },
  /** The day of the next meeting after this one to which nobody has been invited yet: its agenda is still open. */
  async nextWithOpenAgenda(body: string, after: string): Promise<string | null> {
    const { rows } = await sql<{
      day: string | null
    }>`select min(m.day) as day from meetings.meeting m join kit.object o on o.id = m.id
      where m.body = ${body} and m.status = 'planned' and m.day > ${after} and o.deleted_at is null`.execute(db)
    return rows[0]?.day ?? null
  },
  async shortName(body: string): Promise<string | null> {
    const { rows } = await sql<{
      short_name: string
    }>`select short_name from cooperation.body where id = ${body}`.execute(db)
    return rows[0]?.short_name ?? null
  },
  /** The organisation that runs the office of the body today. */
  async office(body: string): Promise<string | null> {
    const { rows } = await sql<{
      organisation: string
    }>`select organisation from access.mandate where body = ${body} and role = 'office' and superseded_at is null
      and from_day <= clock.today() and (until_day is null or clock.today() < until_day) order by from_day, id limit 1`.execute(
      db,
    )
    return rows[0]?.organisation ?? null
  },
  async add(id: string, body: string, number: number, c: MeetingContent): Promise<void> {
    await sql`insert into meetings.meeting (id, body, number, day, starts, ends, place, online, purpose)
      values (${id}, ${body}, ${number}, ${c.day}, ${c.starts}, ${c.ends}, ${c.place}, ${c.online}, ${c.purpose})`.execute(
      db,
    )
  },
  async change(id: string, c: MeetingContent): Promise<void> {
    await sql`update meetings.meeting set day = ${c.day}, starts = ${c.starts}, ends = ${c.ends}, place = ${c.place}, online = ${c.online}, purpose = ${c.purpose} where id = ${id}`.execute(
      db,
    )
  },
  async setStatus(id: string, status: MeetingStatus, because: string | null = null): Promise<void> {
    await sql`update meetings.meeting set status = ${status}, cancelled_because = ${because} where id = ${id}`.execute(
      db,
    )
  },
})

export const agenda = (db: Database) => ({
  /** Also what was taken off, at the end. */
  async of(meeting: string): Promise<ItemRow[]> {
    const { rows } = await sql<ItemRow>`
      select i.id, i.position, i.title, i.level, i.open, i.concerning, c.kind as concerning_kind, c.title as concerning_title, i.approves, i.announces, i.paper, i.notes, i.decision,
          d.title as decision_title, x.result as decision_result, cooperation.is_released(x.id, x.edition) as decision_released, (i.removed_at is not null) as removed,
          case when v.item is not null then jsonb_build_object('entitled', v.entitled, 'present', v.present, 'inFavour', v.in_favour, 'against', v.against, 'abstained', v.abstained,
            'carried', v.carried, 'majority', r.majority) end as vote
        from meetings.agenda_item i left join kit.object c on c.id = i.concerning left join kit.object d on d.id = i.decision left join planning.decision x on x.id = i.decision
        left join meetings.vote v on v.item = i.id left join cooperation.rules r on r.body = v.body and r.edition = v.rules
       where i.meeting = ${meeting} order by i.removed_at nulls first, i.position, i.id`.execute(db)
    return rows
  },
  /** On the agendas of meetings that are still to come. */
  async coming(body: string): Promise<{ title: string; concerning: string | null }[]> {
    const { rows } = await sql<{
      title: string
      concerning: string | null
    }>`select i.title, i.concerning from meetings.agenda_item i
      join meetings.meeting m on m.id = i.meeting where m.body = ${body} and m.status in ('planned', 'invited') and i.removed_at is null`.execute(
      db,
    )
    return rows
  },
  async add(
    id: string,
    meeting: string,
    c: ItemContent,
    concerning: { id: string; edition: number | null } | null,
  ): Promise<void> {
    await sql`insert into meetings.agenda_item (id, meeting, position, title, level, open, paper, concerning, concerning_edition)
      select ${id}, ${meeting}, coalesce(max(position), 0) + 1, ${c.title}, ${c.level}, ${c.public}, ${c.paper}, ${concerning?.id ?? null}, ${concerning?.edition ?? null}
        from meetings.agenda_item where meeting = ${meeting} and removed_at is null`.execute(db)
  },
  async change(id: string, c: ItemContent): Promise<void> {
    await sql`update meetings.agenda_item set title = ${c.title}, level = ${c.level}, open = ${c.public}, paper = ${c.paper} where id = ${id}`.execute(
      db,
    )
  },
  async note(id: string, notes: string): Promise<void> {
    await sql`update meetings.agenda_item set notes = ${notes} where id = ${id}`.execute(db)
  },
  async order(ids: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries())
      await sql`update meetings.agenda_item set position = ${index + 1} where id = ${id}`.execute(db)
  },
  async remove(id: string, removed: boolean): Promise<void> {
    await sql`update meetings.agenda_item set removed_at = ${removed ? sql`clock.now()` : sql`null`} where id = ${id}`.execute(
      db,
    )
  },
  async settle(id: string, decision: string): Promise<void> {
    await sql`update meetings.agenda_item set decision = ${decision} where id = ${id}`.execute(db)
  },
})
