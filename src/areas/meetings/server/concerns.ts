// Handlers of concerns: brought by a member, or through the box without anybody being known; bundled, taken out, closed and opened again.
import { randomBytes } from 'node:crypto'
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import { trail } from '#kit/trail/trail.ts'
import type { Concern, ConcernLine, concerns as concernContract, Way } from '../contract/concerns.ts'
import type { meetings as contract } from '../contract.ts'
import { boxes, type ConcernRow, concerns } from '../store/concerns.ts'
import { meetings } from '../store/meetings.ts'
import { topics } from '../store/topics.ts'

type Part = Pick<Handlers<typeof contract>, keyof typeof concernContract>
const named = (id: string | null, title: string | null) => (id && title ? { id, title } : null)

export const concernLine = (object: ObjectRow, row: ConcernRow, way: Way): ConcernLine => ({
  object: head(object),
  from: row.origin === 'member' ? named(object.owner, object.owner_title) : null,
  topic: named(row.topic, row.topic_title),
  way,
})

export async function loadConcern({ db, actor }: Pick<Scene, 'db' | 'actor'>, id: string): Promise<Concern> {
  const row = await concerns(db).find(id)
  const object = await objects(db).find(id)
  const way = (await concerns(db).ways([id])).get(id)
  if (!row || !object || !way) throw new NotFound()
  return {
    ...concernLine(object, row, way),
    text: row.text,
    targetGroup: row.target_group,
    areaName: row.area_name,
    mayLead: holds(actor, ['chair', 'office'], [row.body]),
  }
}

/** Whoever takes part in the body: its members, and the organisation that founded it. */
async function requireOfBody(db: Database, body: string, actor: NonNullable<Scene['actor']>): Promise<void> {
  const { owner, readers } = await objects(db).get(body, 'body')
  const mine = actor.organisation
  if (!mine || !(owner === mine || readers.includes(mine) || actor.readers.includes(body)))
    throw new Refusal('notOfThisBody')
  // At home there are those who plan and lead; who only advises or checks sends it through the box.
  if (
    !holds(actor, ['chair', 'office', 'delegate', 'deputy'], [body]) &&
    !holds(actor, ['admin', 'head', 'planner', 'staff'], [mine])
  )
    throw new Forbidden()
}

type Bundling = Pick<Scene, 'db' | 'today' | 'link'>
/** Into a topic: whoever sees the topic sees what it is made of. */
export async function bundleInto({ db, today, link }: Bundling, concern: ConcernRow, topic: string): Promise<void> {
  await concerns(db).bundle(concern.id, topic, today)
  await link('ledTo', { id: concern.id }, { id: topic })
  await letIn(db, concern.id, (await topics(db).find(topic))!.at_body)
}

export async function letIn(db: Database, id: string, body: string): Promise<void> {
  const { readers } = await objects(db).get(id)
  if (!readers.includes(body)) await objects(db).change(id, { readers: [...readers, body] })
}

export const concernHandlers: Part = {
  async bringConcern({ body, meeting, ...content }, scene) {
    const { db, actor, at, today, record, link } = scene
    await requireOfBody(db, body, actor)
    if (meeting && (await meetings(db).find(meeting))?.body !== body) throw new Refusal('otherMeeting')
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'concern',
      title: content.title,
      owner: actor.organisation,
      body,
      author: actor.person,
      audience: 'body',
      readers: [body],
    })
    await concerns(db).add(id, body, content, { origin: 'member', on: today })
    await search(db).put(id, content.title, content.text, content.targetGroup, content.areaName)
    await record({ object: id, after: content })
    if (meeting) await link('ledTo', { id: meeting }, { id })
    return loadConcern(scene, id)
  },
  async getConcern({ id }, scene) {
    return loadConcern(scene, id)
  },
  async bundleConcern({ id, topic }, scene) {
    const { db, record } = scene
    const row = (await concerns(db).find(id))!
    if (row.closed_on) throw new Refusal('concernClosed')
    if (topic === row.topic) throw new Refusal(topic ? 'otherTopic' : 'notBundled')
    if (topic) {
      const to = await topics(db).find(topic)
      if (!to || to.body !== row.body || to.closed_on) throw new Refusal('otherTopic')
    }
    if (row.topic) {
      await concerns(db).bundle(id, null, null)
      await trail(db).withdraw('ledTo', id, row.topic)
    }
    if (topic) await bundleInto(scene, row, topic)
    const before = { topic: row.topic_title }
    const after = await loadConcern(scene, id)
    await record({
      verb: topic ? 'concern.bundled' : 'concern.takenOut',
      before,
      after: { topic: after.topic?.title ?? null },
    })
    return after
  },
  async closeConcern({ id, because }, scene) {
    const { db, today, record } = scene
    const row = (await concerns(db).find(id))!
    if (row.topic) throw new Refusal('bundled')
    if (because === null && !row.closed_on) throw new Refusal('notClosed')
    await concerns(db).close(id, because === null ? null : today, because)
    await record({
      verb: because === null ? 'concern.reopened' : 'concern.closed',
      before: { because: row.closed_because },
      after: { because },
    })
    return loadConcern(scene, id)
  },
  async setBox({ id, state, renew }, { db, record }) {
    const before = await boxes(db).of(id)
    const key = before.token && !renew ? before.token : randomBytes(24).toString('base64url')
    await boxes(db).set(id, state, key)
    await record({
      before: { state: stateOfBox(before) },
      after: { state, renewed: state !== 'off' && key !== before.token },
    })
    return { state, key: state === 'off' ? null : key }
  },
  async boxByKey({ key }, { db }) {
    const box = await boxes(db).byKey(key)
    if (!box) throw new NotFound()
    return { body: box.title, invented: box.invented }
  },
  async dropConcern({ key, code, ...content }, { db }) {
    const became = await boxes(db).drop(key, code, content)
    if (became === 'none') throw new Refusal('boxClosed')
    if (became === 'full') throw new Refusal('boxFull')
    return { kept: true }
  },
  async concernByCode({ code }, { db }) {
    const sent = await boxes(db).byCode(code)
    if (!sent) throw new NotFound()
    return sent
  },
}

export const stateOfBox = ({ token, public: open }: { token: string | null; public: boolean }) =>
  token === null ? 'off' : open ? 'public' : 'link'
