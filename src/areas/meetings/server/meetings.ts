// Handlers of meetings: planned, held or called off, with who was represented.
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { meetings as contract } from '../contract.ts'
import { meetings } from '../store/meetings.ts'
import { agendaHandlers } from './agenda.ts'
import { calendarHandlers } from './calendar.ts'
import { circulationHandlers } from './circulations.ts'
import { concernHandlers } from './concerns.ts'
import { dayHandlers } from './days.ts'
import { documentHandlers } from './documents.ts'
import { minutesHandlers } from './minutes.ts'
import { paperHandlers } from './papers.ts'
import { checkMeeting, planned, said } from './planning.ts'
import { pollHandlers } from './polls.ts'
import { proposalHandlers } from './proposals.ts'
import { responseHandlers } from './responses.ts'
import { contentOf, lineOf, loadMeeting } from './shown.ts'
import { topicHandlers } from './topics.ts'
import { voteHandlers } from './votes.ts'

const isOver = (status: string) => status === 'held' || status === 'cancelled'

export const handlers: Handlers<typeof contract> = {
  ...agendaHandlers,
  ...calendarHandlers,
  ...circulationHandlers,
  ...concernHandlers,
  ...dayHandlers,
  ...documentHandlers,
  ...minutesHandlers,
  ...paperHandlers,
  ...pollHandlers,
  ...proposalHandlers,
  ...responseHandlers,
  ...topicHandlers,
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
    return planned(scene, body, content)
  },
  async changeMeeting({ id, ...content }, scene) {
    checkMeeting(content)
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
