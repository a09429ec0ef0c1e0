// What belongs on the next agenda: elections that were announced or are due, and the topics of the backlog in the order of the focus, each with why.
import { elections } from '#areas/cooperation/store/elections.ts'
import type { Database } from '#kit/db/database.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import type { meetings as contract, ItemContent } from '../contract.ts'
import { type Proposed, proposedOf, unfinishedIn } from '../rules/backlog.ts'
import { boxes, concerns } from '../store/concerns.ts'
import { agenda, meetings } from '../store/meetings.ts'
import { topics } from '../store/topics.ts'
import { proposalTexts as t } from '../texts/proposals.de.ts'

type Proposal = { title: string; concerning: string | null }

/** Not what stands on an agenda already. */
async function open(db: Database, body: string): Promise<Proposal[]> {
  const due = (await elections(db).forAgenda(body)).map(({ title, concerning }) => ({
    title: concerning ? title : t.election(title),
    concerning,
  }))
  if (due.length === 0) return []
  const there = await agenda(db).coming(body)
  return due.filter(
    (one) => !there.some((item) => (one.concerning ? item.concerning === one.concerning : item.title === one.title)),
  )
}

/** Topics that wait here and stand on no agenda that is still to come. */
async function proposedTopics(db: Database, body: string): Promise<Proposed[]> {
  const rows = (await topics(db).list(body)).filter((row) => row.at_body === body)
  const ways = await concerns(db).ofTopics(rows.map((row) => row.id))
  const waiting = rows.map((row) => ({
    id: row.id,
    title: row.title,
    description: row.description,
    targetGroup: row.target_group,
    level: row.level,
    ripeOn: row.ripe_on,
    closed: row.closed_on !== null,
    raised: row.raised,
    waited: row.waited,
    madeOn: row.made_on,
    items: ways.get(row.id) ?? [],
  }))
  return proposedOf(waiting, { focus: (await boxes(db).of(body)).focus, group: await topics(db).isGroup(body) })
}

export const proposalHandlers: Pick<Handlers<typeof contract>, 'proposedItems'> = {
  async proposedItems({ id }, { db }) {
    const { body, status } = (await meetings(db).find(id))!
    if (status !== 'planned' && status !== 'invited') return { proposals: [], topics: [] }
    return {
      proposals: await open(db, body),
      topics: (await proposedTopics(db, body)).map(({ topic, grounds }) => ({
        topic: { id: topic.id, title: topic.title },
        level: topic.level,
        grounds,
      })),
    }
  },
}

/** A meeting that is being planned begins with what is due, and with the topics that the last one left without a result. */
export async function putOnAgenda(
  { db, at, link }: Pick<Scene, 'db' | 'at' | 'link'>,
  meeting: string,
  body: string,
): Promise<void> {
  for (const { title, concerning } of await open(db, body)) {
    const content: ItemContent = { title, level: 'strategic', public: true, paper: '' }
    await agenda(db).add(newId(at), meeting, content, concerning ? { id: concerning, edition: null } : null)
    if (concerning) await link('discussedIn', { id: concerning }, { id: meeting })
  }
  for (const { topic } of await proposedTopics(db, body)) {
    if (!unfinishedIn(topic.items)) continue
    const content: ItemContent = { title: topic.title, level: topic.level, public: true, paper: '' }
    await agenda(db).add(newId(at), meeting, content, { id: topic.id, edition: null })
    await link('discussedIn', { id: topic.id }, { id: meeting })
  }
}
