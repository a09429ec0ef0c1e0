// Handlers of the agenda and of what came out of each item.
import { needs } from '#areas/planning/store/needs.ts'
import { recordDecision } from '#areas/planning/store/recording.ts'
import type { Database } from '#kit/db/database.ts'
import { Invalid, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { trail } from '#kit/trail/trail.ts'
import type { meetings as contract } from '../contract.ts'
import { agenda, type ItemRow, meetings } from '../store/meetings.ts'
import { minutes } from '../store/minutes.ts'
import { topics } from '../store/topics.ts'
import { votes } from '../store/votes.ts'
import { texts } from '../texts.de.ts'
import { contentOf, loadMeeting, requireOpenMinutes } from './shown.ts'

type Part = Pick<
  Handlers<typeof contract>,
  'addItem' | 'changeItem' | 'orderItems' | 'removeItem' | 'restoreItem' | 'writeNotes' | 'recordResult'
>

/** An agenda changes until it has gone out with the invitation. */
async function requireComing(db: Database, id: string): Promise<void> {
  const { status } = (await meetings(db).find(id))!
  if (status === 'held' || status === 'cancelled') throw new Refusal('over')
  if (status === 'invited') throw new Refusal('invited')
}

async function itemOf(db: Database, meeting: string, item: string): Promise<ItemRow> {
  const row = (await agenda(db).of(meeting)).find((one) => one.id === item)
  if (!row) throw new NotFound()
  return row
}

/** A topic is treated where it waits; an operative one in the plenary only where somebody raised it and said why. */
async function topicFor(db: Database, id: string, body: string | null) {
  const topic = await topics(db).find(id)
  if (!topic) return undefined
  if (topic.at_body !== body) throw new Refusal('otherBody')
  if (topic.closed_on) throw new Refusal('topicClosed')
  if (topic.level === 'operative' && topic.raised === null && !(await topics(db).isGroup(body)))
    throw new Refusal('notRaised')
  return topic
}

/** What an item is about belongs to the body of the meeting and is stated, in the edition that counts today. */
async function concerned(
  { db, target }: Pick<Scene, 'db'> & { target: { id: string; body: string | null } },
  id: string,
) {
  const object = await objects(db).find(id)
  const topic = await topicFor(db, id, target.body)
  if (!object || object.deleted_at || (!topic && object.body !== target.body) || object.audience === 'draft')
    throw new Refusal('otherBody')
  if (object.kind === 'concern') throw new Refusal('throughTopic')
  if ((await needs(db).find(id))?.withdrawn_on) throw new Refusal('needWithdrawn')
  if ((await agenda(db).of(target.id)).some((item) => item.concerning === id && !item.removed))
    throw new Refusal('alreadyOnAgenda')
  return { id, kind: object.kind, title: object.title, edition: await needs(db).latestEdition(id), level: topic?.level }
}

/** Minutes are not approved before everybody had the days of the rules to object. */
async function requireObjectionsOver({ db }: Pick<Scene, 'db'>, id: string, { approves }: ItemRow): Promise<void> {
  if (!approves) return
  const { until } = await minutes(db).sent(approves)
  if (until !== null && (await meetings(db).find(id))!.day <= until) throw new Refusal('objectionsRun', { until })
}

type Acting = Pick<Scene, 'db' | 'actor' | 'record'>

async function journalled(scene: Acting, id: string, before: unknown) {
  const meeting = await loadMeeting(scene, id)
  await scene.record({ object: id, before, after: contentOf(meeting) })
  return meeting
}

export const agendaHandlers: Part = {
  async addItem({ id, concerning, ...content }, scene) {
    const { db, at, link } = scene
    await requireComing(db, id)
    const about = concerning ? await concerned(scene, concerning) : null
    const title = content.title ?? about?.title
    if (!title) throw new Invalid({ path: 'title', message: texts.itemTitleMissing })
    const before = contentOf(await loadMeeting(scene, id))
    await agenda(db).add(newId(at), id, { ...content, title, level: about?.level ?? content.level }, about)
    await objects(db).change(id, {})
    const meeting = await journalled(scene, id, before)
    if (about) await link('discussedIn', { id: about.id, edition: about.edition }, { id })
    return meeting
  },
  async changeItem({ id, item, ...content }, scene) {
    await requireComing(scene.db, id)
    await itemOf(scene.db, id, item)
    const before = contentOf(await loadMeeting(scene, id))
    await agenda(scene.db).change(item, content)
    return journalled(scene, id, before)
  },
  async orderItems({ id, items }, scene) {
    await requireComing(scene.db, id)
    const meeting = await loadMeeting(scene, id)
    const there = meeting.items.map((one) => one.id)
    if (
      items.length !== there.length ||
      new Set(items).size !== items.length ||
      !items.every((one) => there.includes(one))
    )
      throw new Refusal('otherItems')
    await agenda(scene.db).order(items)
    return journalled(scene, id, contentOf(meeting))
  },
  async removeItem({ id, item }, scene) {
    const { db } = scene
    await requireComing(db, id)
    const row = await itemOf(db, id, item)
    if (row.decision) throw new Refusal('hasResult')
    const before = contentOf(await loadMeeting(scene, id))
    await agenda(db).remove(item, true)
    if (row.concerning) await trail(db).withdraw('discussedIn', row.concerning, id)
    return journalled(scene, id, before)
  },
  async restoreItem({ id, item }, scene) {
    const { db, link } = scene
    await requireComing(db, id)
    const row = await itemOf(db, id, item)
    if (!row.removed) throw new Refusal('alreadyOnAgenda')
    const about = row.concerning ? await concerned(scene, row.concerning) : null
    const before = contentOf(await loadMeeting(scene, id))
    await agenda(db).remove(item, false)
    const meeting = await journalled(scene, id, before)
    if (about) await link('discussedIn', { id: about.id, edition: about.edition }, { id })
    return meeting
  },
  async writeNotes({ id, item, notes }, scene) {
    if ((await meetings(scene.db).find(id))!.status === 'cancelled') throw new Refusal('cancelled')
    await itemOf(scene.db, id, item)
    const meeting = await loadMeeting(scene, id)
    requireOpenMinutes(meeting)
    const before = contentOf(meeting)
    await agenda(scene.db).note(item, notes)
    return journalled(scene, id, before)
  },
  async recordResult({ id, item, ...content }, scene) {
    const { db, target } = scene
    if ((await meetings(db).find(id))!.status !== 'held') throw new Refusal('notHeld')
    const row = await itemOf(db, id, item)
    if (row.decision || row.removed) throw new Refusal('hasResult')
    await requireObjectionsOver(scene, id, row)
    // The need that the item is about is decided upon, also when the form does not repeat it.
    const about =
      row.concerning_kind === 'need' && row.concerning && !content.needs.includes(row.concerning)
        ? [row.concerning]
        : []
    const meeting = await loadMeeting(scene, id)
    requireOpenMinutes(meeting)
    const before = contentOf(meeting)
    const decision = await recordDecision(
      scene,
      target.body!,
      { ...content, needs: [...about, ...content.needs] },
      { meeting: id, resolve: (decision) => votes(db).resolve(item, decision) },
    )
    await agenda(db).settle(item, decision)
    // From the concern through its topic to the result: the next step of the trail.
    if (row.concerning_kind === 'topic' && row.concerning)
      await scene.link('decidedIn', { id: row.concerning }, { id: decision })
    await objects(db).change(id, {})
    return journalled(scene, id, before)
  },
}
