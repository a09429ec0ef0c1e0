// Handlers of topics: made out of concerns, sponsored, ripe or not, handed to a working group and raised again, closed and opened again.
import { holds } from '#kit/access/decide.ts'
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, type ObjectRow, objects } from '#kit/objects/objects.ts'
import { search } from '#kit/search/search.ts'
import type { Treated } from '../contract/concerns.ts'
import type { Topic, TopicContent, TopicLine, topics as topicContract } from '../contract/topics.ts'
import type { meetings as contract } from '../contract.ts'
import { boxes, concerns } from '../store/concerns.ts'
import { agenda } from '../store/meetings.ts'
import { type TopicRow, topics } from '../store/topics.ts'
import { bundleInto, concernLine, letIn, stateOfBox } from './concerns.ts'

type Part = Pick<Handlers<typeof contract>, Exclude<keyof typeof topicContract, 'proposedItems'>>
type Asking = Pick<Scene, 'db' | 'actor'>
const leaders = ['chair', 'office'] as const

const topicLine = (object: ObjectRow, row: TopicRow, items: readonly Treated[]): TopicLine => ({
  object: head(object),
  level: row.level,
  targetGroup: row.target_group,
  at: { id: row.at_body, title: row.at_title ?? '' },
  ripe: row.ripe_on !== null,
  raised: row.raised,
  closed: row.closed_on && row.closed_because !== null ? { on: row.closed_on, because: row.closed_because } : null,
  concerns: row.concerns,
  waited: row.waited,
  items: [...items],
  sponsors: row.sponsors,
})

async function loadTopic({ db, actor }: Asking, id: string): Promise<Topic> {
  const row = await topics(db).find(id)
  const object = await objects(db).find(id)
  if (!row || !object) throw new NotFound()
  const items = (await concerns(db).ofTopics([id])).get(id) ?? []
  const made = await concerns(db).list({ topic: id })
  const ways = await concerns(db).ways(made.map((concern) => concern.id))
  const bundled = []
  for (const concern of made)
    bundled.push({
      ...concernLine(await objects(db).get(concern.id), concern, ways.get(concern.id)!),
      text: concern.text,
    })
  const open = row.closed_on === null
  const atHome = holds(actor, leaders, [row.body])
  const mine = actor?.organisation ?? null
  const stands = mine !== null && (await topics(db).sponsors(id)).includes(mine)
  const maySpeak =
    mine !== null &&
    holds(actor, [...leaders, 'delegate', 'deputy'], [row.body]) &&
    (await topics(db).hasSeat(row.body, mine))
  return {
    ...topicLine(object, row, items),
    description: row.description,
    bundled,
    moves: await topics(db).moves(id),
    groups: open && atHome && row.at_body === row.body ? await topics(db).groups(row.body) : [],
    may: {
      change: atHome,
      ripen: open && holds(actor, leaders, [row.at_body]),
      move: open && (atHome || holds(actor, leaders, [row.at_body])),
      sponsor: open && maySpeak && !stands,
      unsponsor: maySpeak && stands,
    },
  }
}

const wordsOf = ({ object, description, targetGroup, level }: Topic): TopicContent => ({
  title: object.title,
  description,
  targetGroup,
  level,
})

async function requireOpen({ db }: Asking, id: string): Promise<TopicRow> {
  const row = (await topics(db).find(id))!
  if (row.closed_on) throw new Refusal('topicClosed')
  return row
}

/** What stands on an agenda that is still to come stays where it is until it is taken off. */
async function requireOffAgenda({ db }: Asking, row: TopicRow): Promise<void> {
  if ((await agenda(db).coming(row.at_body)).some(({ concerning }) => concerning === row.id))
    throw new Refusal('onAgenda')
}

export const topicHandlers: Part = {
  async getBacklog({ id }, { db, actor, target }) {
    if (!actor.readers.includes(id)) throw new Forbidden()
    const backlog = await boxes(db).of(id)
    const rows = await topics(db).list(id)
    const made = await concerns(db).list({ body: id })
    const seen = new Map(
      [...(await objects(db).list('topic', { body: id })), ...(await objects(db).list('concern', { body: id }))].map(
        (object) => [object.id, object],
      ),
    )
    for (const row of rows) if (!seen.has(row.id)) seen.set(row.id, await objects(db).get(row.id))
    const ways = await concerns(db).ways(made.map((row) => row.id))
    const items = await concerns(db).ofTopics(rows.map((row) => row.id))
    const atHome = holds(actor, ['admin', 'head', 'planner', 'staff'], [actor.organisation])
    return {
      body: { id, title: target.title },
      box: { state: stateOfBox(backlog), key: backlog.token },
      focus: backlog.focus,
      concerns: made.flatMap((row) => {
        const object = seen.get(row.id)
        return object ? [concernLine(object, row, ways.get(row.id)!)] : []
      }),
      topics: rows.map((row) => topicLine(seen.get(row.id)!, row, items.get(row.id) ?? [])),
      mayLead: holds(actor, leaders, [id]),
      mayBring: atHome || holds(actor, [...leaders, 'delegate', 'deputy'], [id]),
    }
  },
  async setFocus({ id, words }, { db, record }) {
    const focus = [...new Map(words.map((word) => [word.toLocaleLowerCase('de'), word])).values()]
    const before = (await boxes(db).of(id)).focus
    await boxes(db).setFocus(id, focus)
    await record({ before: { focus: before }, after: { focus } })
    return { focus }
  },
  async makeTopic({ body, concerns: chosen, ...content }, scene) {
    const { db, actor, at, today, record } = scene
    if (!holds(actor, leaders, [body])) throw new Forbidden()
    const id = newId(at)
    const bundled = []
    for (const concern of new Set(chosen)) {
      const row = await concerns(db).find(concern)
      if (!row || row.body !== body) throw new Refusal('otherConcern')
      if (row.topic) throw new Refusal('alreadyBundled')
      if (row.closed_on) throw new Refusal('concernClosed')
      bundled.push(row)
    }
    await objects(db).make({
      id,
      kind: 'topic',
      title: content.title,
      owner: body,
      body,
      author: actor.person,
      audience: 'body',
      readers: [body],
    })
    await topics(db).add(id, body, content, today)
    await search(db).put(id, content.title, content.description, content.targetGroup)
    await record({ object: id, after: { ...content, concerns: bundled.length } })
    for (const row of bundled) {
      await bundleInto(scene, row, id)
      await record({
        object: row.id,
        verb: 'concern.bundled',
        before: { topic: null },
        after: { topic: content.title },
      })
    }
    return loadTopic(scene, id)
  },
  async getTopic({ id }, scene) {
    return loadTopic(scene, id)
  },
  async changeTopic({ id, ...content }, scene) {
    const { db, record } = scene
    await requireOpen(scene, id)
    const before = await loadTopic(scene, id)
    await topics(db).change(id, content)
    if (content.title !== before.object.title) await objects(db).change(id, { title: content.title })
    await search(db).put(id, content.title, content.description, content.targetGroup)
    const after = await loadTopic(scene, id)
    await record({ before: wordsOf(before), after: wordsOf(after) })
    return after
  },
  async closeTopic({ id, because }, scene) {
    const { db, today, record } = scene
    const row = (await topics(db).find(id))!
    if (because === null && !row.closed_on) throw new Refusal('notClosed')
    if (because !== null) await requireOffAgenda(scene, await requireOpen(scene, id))
    await topics(db).close(id, because === null ? null : today, because)
    await record({
      verb: because === null ? 'topic.reopened' : 'topic.closed',
      before: { because: row.closed_because },
      after: { because },
    })
    return loadTopic(scene, id)
  },
  async ripenTopic({ id, ripe }, scene) {
    const { db, actor, today, record } = scene
    const row = await requireOpen(scene, id)
    if (!holds(actor, leaders, [row.at_body])) throw new Forbidden()
    await topics(db).ripen(id, ripe ? today : null)
    await record({ verb: ripe ? 'topic.ripened' : 'topic.unripened', after: { ripe } })
    return loadTopic(scene, id)
  },
  async sponsorTopic({ id, sponsoring }, scene) {
    const { db, actor, today, record } = scene
    const { may } = await loadTopic(scene, id)
    if (sponsoring) await requireOpen(scene, id)
    if (!(may.sponsor || may.unsponsor) || !actor.organisation) throw new Forbidden()
    if (sponsoring) await topics(db).sponsor(id, actor.organisation, today)
    else await topics(db).unsponsor(id, actor.organisation)
    await record({ verb: sponsoring ? 'topic.sponsored' : 'topic.unsponsored', after: { sponsoring } })
    return loadTopic(scene, id)
  },
  async moveTopic({ id, to, reason }, scene) {
    const { db, actor, at, today, record } = scene
    const row = await requireOpen(scene, id)
    if (!actor.organisation || !holds(actor, leaders, [row.at_body, row.body])) throw new Forbidden()
    const groups = row.at_body === row.body ? await topics(db).groups(row.body) : []
    if (to !== row.body && !groups.some((group) => group.id === to)) throw new Refusal('noSuchGroup')
    await requireOffAgenda(scene, row)
    // First those who are to see it are let in, then it goes there.
    await letIn(db, id, to)
    for (const concern of to === row.body ? [] : await concerns(db).list({ topic: id })) await letIn(db, concern.id, to)
    const move = { topic: id, from: row.at_body, to, reason, on: today, organisation: actor.organisation }
    await topics(db).move(newId(at), move)
    const after = await loadTopic(scene, id)
    await record({
      verb: to === row.body ? 'topic.raised' : 'topic.handed',
      before: { at: row.at_title },
      after: { at: after.at.title, reason },
    })
    return after
  },
}
