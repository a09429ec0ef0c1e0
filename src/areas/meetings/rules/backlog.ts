// What of the backlog is proposed for the next agenda, and in which order: by the focus of the body, then by how long it has waited. Never by who brought it.
import type { Treated } from '../contract/concerns.ts'
import type { Ground } from '../contract/topics.ts'

export type Waiting = {
  id: string
  title: string
  description: string
  targetGroup: string
  level: 'strategic' | 'operative'
  ripeOn: string | null
  closed: boolean
  raised: string | null
  /** Held meetings of the body since it came there. */
  waited: number
  madeOn: string
  items: readonly Treated[]
}
export type Where = { focus: readonly string[]; group: boolean }
export type Proposed = { topic: Waiting; grounds: Ground[] }

const plain = (text: string) => text.toLocaleLowerCase('de').normalize('NFC')

/** A focus fits where its words stand in the topic, also inside a compound: "Pflege" fits "Kurzzeitpflege". -1: none does. */
export function focusOf(
  focus: readonly string[],
  { title, description, targetGroup }: Pick<Waiting, 'title' | 'description' | 'targetGroup'>,
): number {
  const said = plain(`${title}\n${targetGroup}\n${description}`)
  return focus.findIndex((word) => said.includes(plain(word)))
}

const lastOf = (items: readonly Treated[]) => items.toSorted((a, b) => (a.day < b.day ? -1 : 1)).at(-1)

/** Was on an agenda that is over, without a result: it carries over. */
export function unfinishedIn(items: readonly Treated[]): Treated | null {
  const last = lastOf(items)
  return last && last.status === 'held' && !last.result ? last : null
}

/**
 * "Strategic → plenary, operative → working group; escalation back to plenary" (A24, A26): in a plenary, an operative topic only where somebody raised it
 * and said why. Ripe since its last result, or carried over; not what stands on a coming agenda already.
 */
export function isProposed(topic: Waiting, { group }: Pick<Where, 'group'>): boolean {
  if (topic.closed || (topic.level === 'operative' && !group && topic.raised === null)) return false
  const last = lastOf(topic.items)
  if (last && last.status !== 'held') return false
  if (unfinishedIn(topic.items)) return true
  return topic.ripeOn !== null && (!last || topic.ripeOn > last.day)
}

function groundsOf(topic: Waiting, at: number, { focus, group }: Where): Ground[] {
  const unfinished = unfinishedIn(topic.items)
  return [
    ...(at >= 0 ? [{ kind: 'focus', word: focus[at]! } as const] : []),
    ...(topic.ripeOn ? [{ kind: 'ripe' } as const] : []),
    ...(unfinished ? [{ kind: 'unfinished', meeting: unfinished.title } as const] : []),
    ...(topic.waited > 0 ? [{ kind: 'waited', meetings: topic.waited } as const] : []),
    ...(topic.level === 'operative' && !group && topic.raised
      ? [{ kind: 'raised', because: topic.raised } as const]
      : []),
  ]
}

/** First focus first, what fits none last; among equals whoever has waited through more meetings, then the older one. A total order: nothing is left to chance. */
export function proposedOf(topics: readonly Waiting[], where: Where): Proposed[] {
  const place = (at: number) => (at < 0 ? where.focus.length : at)
  return topics
    .filter((topic) => isProposed(topic, where))
    .map((topic) => ({ topic, at: focusOf(where.focus, topic) }))
    .toSorted(
      (a, b) =>
        place(a.at) - place(b.at) ||
        b.topic.waited - a.topic.waited ||
        (a.topic.madeOn < b.topic.madeOn ? -1 : a.topic.madeOn > b.topic.madeOn ? 1 : 0) ||
        (a.topic.id < b.topic.id ? -1 : 1),
    )
    .map(({ topic, at }) => ({ topic, grounds: groundsOf(topic, at, where) }))
}
