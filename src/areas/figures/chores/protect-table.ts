// The run of the gate: reads what its owner keeps and all that was released of it, lets a thread calculate, and keeps what was proven.
import type { JobScene } from '#kit/chores/chores.ts'
import type { Released } from '../rules/gate.ts'
import { protectInThread } from '../server/gate/protecting.ts'
import { gateStore, type ProtectionRow } from '../store/gate.ts'

export const gateQueue = 'figures.protect'
const seconds = 45

export async function protectTable({ id }: { id: string }, { aside }: JobScene): Promise<void> {
  const task = await aside(async (db) => {
    const run = await gateStore(db).latest(id)
    const table = await gateStore(db).find(id)
    if (!run || !table || (run.state !== 'waiting' && run.state !== 'running')) return null
    await gateStore(db).begin(run.id)
    const { rows, from_day, until_day } = await gateStore(db).content(id, run.edition)
    const releases: (Released & { visible: boolean })[] = []
    for (const one of (await gateStore(db).releases(id)).toReversed()) {
      const then = await gateStore(db).content(id, one.edition)
      releases.push({
        content: then.rows,
        from: then.from_day,
        until: then.until_day,
        threshold: one.threshold,
        hidden: await gateStore(db).hidden(one.id),
        visible: seenBy(run, one),
      })
    }
    const edition = { content: rows, from: from_day, until: until_day, threshold: run.threshold }
    return { run, order: { title: table.title, edition, releases, seconds, seed: 1 } }
  })
  if (!task) return
  const { run, order } = task
  const outcome = await protectInThread(order, async (hidden) =>
    (await aside((db) => gateStore(db).goesOn(run.id, hidden))) ? 'go' : 'stop',
  )
  await aside((db) => gateStore(db).end(run.id, outcome))
}

type Audience = Pick<ProtectionRow, 'audience' | 'body'>
/** What is withdrawn is in nobody's hands by way of the house any more; everybody sees what is public. */
const seenBy = (meant: Audience, release: Audience & { withdrawn_at: string | null }) =>
  release.withdrawn_at === null &&
  (release.audience === 'public' || (meant.audience === 'body' && meant.body === release.body))
