// Handlers of meetings: planned, held or called off, with who was represented.
import { Invalid, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { meetings as contract, Meeting, MeetingContent } from '../contract.ts'
import { meetings } from '../store/meetings.ts'
import { texts } from '../texts.de.ts'
import { agendaHandlers } from './agenda.ts'
import { calendarHandlers } from './calendar.ts'
import { paperHandlers } from './papers.ts'
import { proposalHandlers, putOnAgenda } from './proposals.ts'
import { contentOf, lineOf, loadMeeting } from './shown.ts'
import { voteHandlers } from './votes.ts'

function check(content: MeetingContent): void {
  if (content.place === '' && content.online === '') throw new Invalid({ path: 'place', message: texts.placeMissing })
  if (content.ends && content.ends <= content.starts)
    throw new Invalid({ path: 'ends', message: texts.endsBeforeStart })
}

/** What happens to a meeting is a fact of its body, about the day for which it is planned: duties move with it. */
const said = ({ fact, today }: Pick<Scene, 'fact' | 'today'>, kind: string, { object, day }: Meeting) =>
  fact({ kind, organisation: object.body!.id, subject: object.id, object: object.id, day: today, about: day })

const isOver = (status: string) => status === 'held' || status === 'cancelled'

export const handlers: Handlers<typeof contract> = {
  ...agendaHandlers,
  ...calendarHandlers,
  ...paperHandlers,
  ...proposalHandlers,
  ...voteHandlers,
  async listMeetings({ body, from }, { db }) {
    const visible = new Map((await objects(db).list('meeting')).map((object) => [object.id, object]))
    const rows = await meetings(db).list({ body, from })
    return { meetings: rows.flatMap((row) => (visible.has(row.id) ? [lineOf(visible.get(row.id)!, row)] : [])) }
  },
  async getMeeting({ id }, scene) {
    return loadMeeting(scene, id)
  },
  async planMeeting({ body, ...content }, scene) {
    const { db, actor, at, record } = scene
    check(content)
    const { title } = await objects(db).get(body, 'body')
    const id = newId(at)
    const number = await meetings(db).nextNumber(body)
    const owner = (await meetings(db).office(body)) ?? actor.organisation
    await objects(db).make({
      id,
      kind: 'meeting',
      title: texts.titleOf(number, (await meetings(db).shortName(body)) ?? title),
      owner,
      body,
      author: actor.person,
      audience: 'body',
      readers: [body],
    })
    await meetings(db).add(id, body, number, content)
    await record({ object: id, after: content })
    await putOnAgenda(scene, id, body)
    const meeting = await loadMeeting(scene, id)
    await said(scene, 'meeting.planned', meeting)
    return meeting
  },
  async changeMeeting({ id, ...content }, scene) {
    check(content)
    const before = await loadMeeting(scene, id)
    if (isOver(before.status)) throw new Refusal('over')
    // Whoever was invited was invited to another day or place: the invitation is taken back, and goes out anew.
    if (before.status === 'invited') await meetings(scene.db).setStatus(id, 'planned')
    await meetings(scene.db).change(id, content)
    const moved = before.day !== content.day
    const after = await loadMeeting(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    if (moved) await said(scene, 'meeting.moved', after)
    return after
  },
  async holdMeeting({ id }, scene) {
    const { db, today, target } = scene
    const before = await loadMeeting(scene, id)
    if (isOver(before.status)) throw new Refusal('over')
    if (before.day > today) throw new Refusal('notYet')
    await meetings(db).setStatus(id, 'held')
    const after = await loadMeeting(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    await scene.fact({ kind: 'meeting.held', organisation: target.body!, object: id, day: before.day })
    return after
  },
  async cancelMeeting({ id, reason }, scene) {
    const before = await loadMeeting(scene, id)
    if (isOver(before.status)) throw new Refusal('over')
    await meetings(scene.db).setStatus(id, 'cancelled', reason)
    const after = await loadMeeting(scene, id)
    await scene.record({ before: contentOf(before), after: contentOf(after) })
    await said(scene, 'meeting.cancelled', after)
    return after
  },
}
