// Rows of what the chairs release around a meeting, and what the rules of the body put on the next agenda.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { PaperKind } from '../contract.ts'

export type PaperRow = {
  kind: PaperKind
  id: string | null
  edition: number | null
  up_to_date: boolean
  needs_keys: boolean
  returned: boolean
  settled: boolean
}

export const papers = (db: Database) => ({
  /** Agenda, invitation and minutes of a meeting, also those not yet written. */
  async of(meeting: string): Promise<PaperRow[]> {
    const { rows } = await sql<PaperRow>`
      select k.kind, p.id, e.number as edition, meetings.is_current(m.id, k.kind) as up_to_date,
          cooperation.needs_keys(m.body, k.kind) as needs_keys,
          exists (select from cooperation.objection j where j.object = p.id and j.edition = e.number) as returned, meetings.is_settled(m.id, k.kind) as settled
        from meetings.meeting m cross join (values ('agenda', 1), ('invitation', 2), ('minutes', 3)) k (kind, place)
        left join meetings.paper p on p.meeting = m.id and p.kind = k.kind
        left join lateral (select number from kit.edition x where x.object = p.id order by number desc limit 1) e on true
       where m.id = ${meeting} order by k.place`.execute(db)
    return rows
  },
  async content(meeting: string, kind: PaperKind): Promise<unknown> {
    const { rows } = await sql<{
      content: unknown
    }>`select meetings.paper_content(${meeting}, ${kind}) as content`.execute(db)
    return rows[0]!.content
  },
  async add(id: string, meeting: string, kind: PaperKind): Promise<void> {
    await sql`insert into meetings.paper (id, meeting, kind) values (${id}, ${meeting}, ${kind})`.execute(db)
  },
  /** Whose agenda, invitation or minutes this is. */
  async meetingOf(paper: string): Promise<{ id: string; body: string; day: string } | undefined> {
    const { rows } = await sql<{ id: string; body: string; day: string }>`
      select m.id, m.body, m.day from meetings.paper p join meetings.meeting m on m.id = p.meeting where p.id = ${paper}`.execute(
      db,
    )
    return rows[0]
  },
  /** As a chore: settled minutes stay as they are, so they are sent once. */
  async minutesSent(meeting: string): Promise<boolean> {
    const { rows } = await sql<{ sent: boolean }>`
      select exists (select from duties.fact f where f.object = ${meeting} and f.kind = 'minutes.sent') as sent`.execute(
      db,
    )
    return rows[0]!.sent
  },
  /** As a chore: everybody who acts in the body and can sign in. */
  async invited(meeting: string): Promise<{ person: string; organisation: string }[]> {
    const { rows } = await sql<{ person: string; organisation: string }>`
      select distinct on (a.person) a.person, a.organisation from meetings.meeting m join access.mandate a on a.body = m.body
       where m.id = ${meeting} and a.superseded_at is null and a.from_day <= clock.today() and (a.until_day is null or clock.today() < a.until_day)
         and exists (select from access.account c where c.person = a.person and c.closed_at is null) order by a.person, a.organisation`.execute(
      db,
    )
    return rows
  },
  /** As a chore: everybody to whom an invitation to this meeting was mailed, or waits to be. */
  async wereInvited(meeting: string): Promise<{ person: string; organisation: string }[]> {
    const { rows } = await sql<{ person: string; organisation: string }>`
      select distinct on (m.person) m.person, m.organisation from mail.message m
       where m.object = ${meeting} and m.dedupe like ${`meeting:${meeting}:invited:%`} and m.person is not null order by m.person, m.created desc`.execute(
      db,
    )
    return rows
  },
  /** As a chore: what hangs between two keys and comes on the next agenda by the rules, with the meeting it comes to. */
  async carriedOver(): Promise<{ object: string; kind: string; title: string; audience: string; meeting: string }[]> {
    const { rows } = await sql<{ object: string; kind: string; title: string; audience: string; meeting: string }>`
      select d.object, o.kind, o.title, o.audience, m.id as meeting from cooperation.deadlock d join kit.object o on o.id = d.object
        cross join lateral (select x.id from meetings.meeting x join kit.object y on y.id = x.id where x.body = d.body and x.status = 'planned' and x.day >= clock.today()
          and y.deleted_at is null order by x.day, x.starts limit 1) m
       where d.effect = 'carryOver' and o.deleted_at is null and o.kind not in ('agenda', 'invitation')
         and d.edition = (select max(e.number) from kit.edition e where e.object = d.object)
         and not cooperation.is_released(d.object, d.edition)
         and not exists (select from cooperation.objection j where j.object = d.object and j.edition = d.edition)
         and not exists (select from meetings.agenda_item i join meetings.meeting n on n.id = i.meeting where i.concerning = d.object and n.day >= d.on_day)
       order by d.on_day, d.object`.execute(db)
    return rows
  },
  async carryOver(at: string, item: { object: string; meeting: string; title: string }): Promise<void> {
    await sql`insert into meetings.agenda_item (id, meeting, position, title, concerning)
      select ${newId(at)}, ${item.meeting}, coalesce(max(position), 0) + 1, ${item.title}, ${item.object} from meetings.agenda_item where meeting = ${item.meeting} and removed_at is null`.execute(
      db,
    )
  },
})
