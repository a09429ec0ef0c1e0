// What a reply says about a meeting. Before the joint release a result shows only to chairs and office; others learn that there is one.
import { holds } from '#kit/access/decide.ts'
import { timeOf } from '#kit/clock/clock.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Scene } from '#kit/http/scene.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import type { AgendaItem, Meeting, MeetingLine } from '../contract.ts'
import { agenda, type ItemRow, type MeetingRow, meetings } from '../store/meetings.ts'
import { minutes } from '../store/minutes.ts'
import { papers } from '../store/papers.ts'
import { responses } from '../store/responses.ts'
import { votes } from '../store/votes.ts'

export type Asking = Pick<Scene, 'db' | 'actor'>

export const lineOf = (object: ObjectRow, row: MeetingRow): MeetingLine => ({
  object: head(object),
  number: row.number,
  day: row.day,
  starts: row.starts,
  ends: row.ends,
  place: row.place,
  online: row.online,
  status: row.status,
  items: row.items,
  results: row.results,
})

const itemOf = (row: ItemRow): AgendaItem => ({
  id: row.id,
  position: row.position,
  title: row.title,
  level: row.level,
  public: row.open,
  paper: row.paper,
  notes: row.notes,
  concerning:
    row.concerning && row.concerning_kind && row.concerning_title
      ? { id: row.concerning, kind: row.concerning_kind, title: row.concerning_title }
      : null,
  approves: row.approves,
  announces: row.announces,
  hasResult: row.decision !== null,
  vote: row.vote,
  result:
    row.decision && row.decision_title && row.decision_result
      ? {
          id: row.decision,
          title: row.decision_title,
          result: row.decision_result,
          released: row.decision_released ?? false,
        }
      : null,
})

export async function loadMeeting({ db, actor }: Asking, id: string): Promise<Meeting> {
  const row = await meetings(db).find(id)
  const object = await objects(db).find(id)
  if (!row || !object) throw new NotFound()
  const items = await agenda(db).of(id)
  const mine = await responses(db).mine(id)
  const { items: _items, results: _results, ...line } = lineOf(object, row)
  return {
    ...line,
    purpose: row.purpose,
    cancelledBecause: row.cancelled_because,
    items: items.filter((item) => !item.removed).map(itemOf),
    removed: items.filter((item) => item.removed).map(itemOf),
    attendance: (await votes(db).seats(id)).map((seat) => ({
      organisation: { id: seat.organisation, title: seat.organisation_title },
      unit: seat.unit && seat.unit_title ? { id: seat.unit, title: seat.unit_title } : null,
      voting: seat.voting,
      deputy: seat.deputy,
      state: seat.state,
    })),
    voting: await votes(db).voting(id),
    papers: (await papers(db).of(id)).map((paper) => ({
      kind: paper.kind,
      object: paper.id,
      edition: paper.edition,
      upToDate: paper.up_to_date,
      needsKeys: paper.needs_keys,
      returned: paper.returned,
      settled: paper.settled,
    })),
    afterwards: row.status === 'held' ? await afterwardsOf({ db, actor }, id) : null,
    responses: { seats: await responses(db).of(id), mine: mine.seats, seen: mine.seen },
    mayLead: holds(actor, ['chair', 'office'], [row.body]),
  }
}

/** What everybody in the body reads alike; whether I may object follows from the database. */
async function afterwardsOf({ db, actor }: Asking, id: string): Promise<NonNullable<Meeting['afterwards']>> {
  const of = minutes(db)
  const { on, until, may, approved } = await of.sent(id)
  const none = {
    sentOn: null,
    objectionsUntil: null,
    objections: [],
    rectifications: [],
    approvals: [],
    mayObject: false,
  }
  if (!on || !until) return none
  const { today } = await timeOf(db)
  return {
    sentOn: on,
    objectionsUntil: until,
    objections: await of.objections(id, actor?.organisation ?? null),
    rectifications: await of.rectifications(id),
    approvals: await of.approvals(id),
    mayObject: may && !approved && today <= until,
  }
}

/** The whole text, for the journal and for whoever loses an edit. */
export const contentOf = ({
  object: _object,
  mayLead: _mayLead,
  removed: _removed,
  papers: _papers,
  afterwards: _afterwards,
  responses: _responses,
  ...content
}: Meeting) => content

/** Released minutes stay; what is to be corrected is said in the next meeting. */
export function requireOpenMinutes(meeting: Meeting): void {
  if (meeting.papers.some((paper) => paper.kind === 'minutes' && paper.settled)) throw new Refusal('minutesSettled')
}
