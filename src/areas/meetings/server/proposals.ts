// What belongs on the next agenda by itself: elections that were announced, and elections that are due because a term ends.
import { elections } from '#areas/cooperation/store/elections.ts'
import type { Database } from '#kit/db/database.ts'
import type { Handlers, Scene } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import type { meetings as contract, ItemContent } from '../contract.ts'
import { agenda, meetings } from '../store/meetings.ts'
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

export const proposalHandlers: Pick<Handlers<typeof contract>, 'proposedItems'> = {
  async proposedItems({ id }, { db }) {
    const { body, status } = (await meetings(db).find(id))!
    return { proposals: status === 'planned' || status === 'invited' ? await open(db, body) : [] }
  },
}

/** A meeting that is being planned begins with what is due. */
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
}
