// Rows of decisions by circulation and the answers by seat.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import {
  type CirculationAnswer,
  type CirculationContent,
  type CirculationOutcome,
  type CirculationRules,
  type CirculationSeat,
  type CirculationState,
  LinkedCirculation,
} from '../contract/circulations.ts'
import type { Asked } from './polls-told.ts'

export type CirculationRow = {
  id: string
  body: string
  proposal: string
  reasons: string
  days: number
  sent_on: string | null
  until_day: string | null
  state: CirculationState
  decision: string | null
  rules: CirculationRules | null
}
export type Circulated = 'kept' | 'over' | 'nobody' | 'since'
type Announced = { id: string; next: string; title: string; outcome: CirculationOutcome }

const rulesOf =
  sql.raw(`case when r.circulation_days is not null then jsonb_build_object('quorum', r.quorum, 'majority', r.circulation_majority,
  'days', r.circulation_days, 'toMeeting', r.circulation_to_meeting) end`)
const columns = sql`c.id, c.body, c.proposal, c.reasons, c.days, c.sent_on, c.until_day, c.decision, ${rulesOf} as rules,
  case when c.outcome is not null then c.outcome when c.until_day < clock.today() then 'over' when c.sent_on is not null then 'running'
    when exists (select from cooperation.objection x where x.object = c.id) then 'returned' else 'proposed' end as state`
const from = sql.raw(
  'from meetings.circulation c left join cooperation.rules r on r.body = c.body and r.edition = c.rules',
)
const place =
  sql.raw(`jsonb_build_object('id', o.id, 'title', o.title) as organisation, case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end as unit,
  a.answer, coalesce(a.revision, 0) as revision`)
const answers = (circulation: string) =>
  sql`join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit left join meetings.circulation_answer a
    on a.circulation = ${circulation} and a.organisation = s.organisation and a.unit is not distinct from s.unit order by o.title collate kit.german, u.title collate kit.german nulls first`
/** Those who may answer for a seat with a vote. */
const asked =
  sql.raw(`from meetings.circulation c cross join lateral meetings.circulation_seats(c.id) s join access.mandate m on m.body = c.body and m.organisation in (s.organisation, s.unit)
  and m.role in ('chair', 'delegate', 'deputy') and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)
  and exists (select from access.account k where k.person = m.person and k.closed_at is null)`)

export const circulations = (db: Database) => ({
  /** By which rules the body decides by circulation today. */
  async rules(body: string): Promise<{ votes: boolean; rules: CirculationRules | null }> {
    const { rows } = await sql<{ votes: boolean; rules: CirculationRules | null }>`
      select b.votes, case when b.votes then ${rulesOf} end as rules from cooperation.body b cross join lateral cooperation.rule_of(b.id) r where b.id = ${body}`.execute(
      db,
    )
    return rows[0] ?? { votes: false, rules: null }
  },
  async find(id: string): Promise<CirculationRow | undefined> {
    const { rows } = await sql<CirculationRow>`select ${columns} ${from} where c.id = ${id}`.execute(db)
    return rows[0]
  },
  async list(body: string | undefined): Promise<CirculationRow[]> {
    const { rows } = await sql<CirculationRow>`select ${columns} ${from} ${body ? sql`where c.body = ${body}` : sql``}
      order by c.outcome is null desc, c.made_on desc, c.id desc`.execute(db)
    return rows
  },
  async contentOf({ proposal, reasons, days }: CirculationContent): Promise<unknown> {
    const { rows } = await sql<{
      content: unknown
    }>`select meetings.circulation_content(${proposal}, ${reasons}, ${days}) as content`.execute(db)
    return rows[0]!.content
  },
  async add(id: string, body: string, { proposal, reasons, days }: CirculationContent): Promise<void> {
    await sql`insert into meetings.circulation (id, body, proposal, reasons, days, made_on) values (${id}, ${body}, ${proposal}, ${reasons}, ${days}, clock.today())`.execute(
      db,
    )
  },
  async seats(id: string): Promise<CirculationSeat[]> {
    const { rows } = await sql<CirculationSeat & { revision: number }>`
      select ${place} from meetings.circulation_seats(${id}) s ${answers(id)}`.execute(db)
    return rows.map(({ revision: _, ...seat }) => seat)
  },
  /** For which seats whoever asks answers, and what these answers were based on. */
  async mine(id: string): Promise<{ seats: CirculationSeat[]; seen: number }> {
    const { rows } = await sql<CirculationSeat & { revision: number }>`
      select ${place} from meetings.my_circulation(${id}) s ${answers(id)}`.execute(db)
    return {
      seats: rows.map(({ revision: _, ...seat }) => seat),
      seen: rows.reduce((sum, { revision }) => sum + revision, 0),
    }
  },
  async answer(
    by: { circulation: string } | { token: string },
    { answer, places, seen }: { answer: CirculationAnswer; places: readonly string[] | null; seen: number },
  ): Promise<Circulated> {
    const rest = sql`${places ? [...places] : null}::uuid[], ${answer}, ${seen}`
    const { rows } = await ('circulation' in by
      ? sql<{ became: Circulated }>`select meetings.answer_circulation(${by.circulation}, ${rest}) as became`
      : sql<{ became: Circulated }>`select meetings.answer_circulation_by_link(${by.token}, ${rest}) as became`
    ).execute(db)
    return rows[0]!.became
  },
  async byLink(token: string): Promise<LinkedCirculation | null> {
    const { rows } = await sql<{ shown: unknown }>`select meetings.circulation_by_link(${token}) as shown`.execute(db)
    return LinkedCirculation.nullable().parse(rows[0]!.shown)
  },
  /** Enters that this decision rests on what circulated; false where no majority was found. */
  async resolve(id: string, decision: string): Promise<boolean> {
    const { rows } = await sql<{ done: boolean }>`
      select meetings.resolve_circulation(${id}, ${decision}) as done`.execute(db)
    return rows[0]!.done
  },
  async settle(id: string, decision: string): Promise<void> {
    await sql`select meetings.settle_circulation(${id}, ${decision})`.execute(db)
  },
  /** As a chore: it goes out today. False: it has gone out, or the rules do not allow it any more. */
  async send(id: string): Promise<boolean> {
    const done = await sql`update meetings.circulation c set sent_on = clock.today()
      where c.id = ${id} and c.sent_on is null and (select (cooperation.rule_of(c.body)).circulation_days) <= c.days and cooperation.is_released(c.id, 1)`.execute(
      db,
    )
    return (done.numAffectedRows ?? 0n) > 0n
  },
  /** As a chore: whose days are past, to be counted. */
  async due(): Promise<{ id: string }[]> {
    const { rows } = await sql<{
      id: string
    }>`select id from meetings.circulation where settled_on is null and until_day < clock.today() order by id`.execute(
      db,
    )
    return rows
  },
  /** As a chore: the trigger counts. */
  async count(id: string): Promise<void> {
    await sql`update meetings.circulation set settled_on = clock.today() where id = ${id} and settled_on is null`.execute(
      db,
    )
  },
  /** As a chore: once, when a third of the days is left. */
  async toRemind(): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select c.id from meetings.circulation c where c.sent_on < clock.today() and c.settled_on is null and clock.today() between c.until_day - greatest(1, c.days / 3) and c.until_day
        and not exists (select from mail.message m where m.object = c.id and m.dedupe like 'circulation:' || c.id || ':circulation.reminder:%') order by c.id`.execute(
      db,
    )
    return rows.map(({ id }) => id)
  },
  /** As a chore: those who answer for a seat; `missing`: only where an answer is missing. */
  async people(id: string, missing: boolean): Promise<Asked[]> {
    const { rows } = await sql<Asked>`select distinct on (m.person) m.person, m.organisation ${asked} where c.id = ${id}
      ${missing ? sql`and not exists (select from meetings.circulation_answer a where a.circulation = c.id and a.organisation = s.organisation and a.unit is not distinct from s.unit)` : sql``}
      order by m.person, m.organisation`.execute(db)
    return rows
  },
  /** As a chore: what was counted and stands on no agenda yet; a Beschluss once the chairs have released it. */
  async toAnnounce(): Promise<Announced[]> {
    const { rows } = await sql<Announced>`
      select c.id, n.id as next, o.title, c.outcome from meetings.circulation c join kit.object o on o.id = c.id and o.deleted_at is null left join planning.decision d on d.id = c.decision
        cross join lateral (select x.id from meetings.meeting x join kit.object y on y.id = x.id and y.deleted_at is null where x.body = c.body and x.status = 'planned'
          and x.day >= clock.today() and not meetings.is_settled(x.id, 'agenda') order by x.day, x.starts limit 1) n
       where c.outcome is not null and (c.outcome <> 'carried' or cooperation.is_released(d.id, d.edition))
         and not exists (select from meetings.agenda_item i join meetings.meeting m on m.id = i.meeting and m.status <> 'cancelled' where i.announces = c.id) order by c.settled_on, c.id`.execute(
      db,
    )
    return rows
  },
  async announce(at: string, item: { id: string; next: string; title: string }): Promise<void> {
    await sql`insert into meetings.agenda_item (id, meeting, position, title, announces)
      select ${newId(at)}, ${item.next}, coalesce(max(position), 0) + 1, ${item.title}, ${item.id} from meetings.agenda_item where meeting = ${item.next} and removed_at is null`.execute(
      db,
    )
  },
})
