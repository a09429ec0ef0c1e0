// As a chore: a duty arises or falls away, and the journal says because of what. One without the other would be a duty that nobody can explain.
import type { ChoreScene } from '#kit/chores/chores.ts'
import { journal } from '#kit/journal/journal.ts'
import { duties, type NewDuty } from './duties.ts'

type More = {
  /** Facts that count although they happened before; default: as chores declare them. */
  facts?: readonly string[]
  /** What the journal holds beside debtor and day. */
  after?: Readonly<Record<string, unknown>>
}

/** Once per clause, debtor, subject and period. Returns its id, or null if it was there. */
export async function arise(scene: ChoreScene, duty: NewDuty, more: More = {}): Promise<string | null> {
  const { db, at, factsFor } = scene
  const id = await duties(db).owe(duty, at, more.facts ?? factsFor(duty.kind))
  if (id) await journal(db).write({ object: id, ...entryOf(duty, more.after) })
  return id
}

/** Many at once, in as many statements as one. */
export async function ariseAll({ db, at, factsFor }: ChoreScene, all: readonly NewDuty[]): Promise<void> {
  const ids = await duties(db).oweAll(all, at, factsFor)
  await journal(db).writeAll(
    all.flatMap((duty, place) => {
      const object = ids[place]
      return object ? [{ object, ...entryOf(duty, { period: duty.period, needed: duty.needed ?? 1 }) }] : []
    }),
  )
}

const entryOf = (duty: NewDuty, more: More['after'] = {}) => ({
  verb: 'duty.arose',
  because: duty.becauseText,
  after: { debtor: duty.debtor, due: duty.due, ...more },
})

/** Nobody owes them any more; they stay on record, with the reason. */
export async function fallAway({ db, today }: ChoreScene, ids: readonly string[], because: string): Promise<void> {
  if (ids.length === 0) return
  await duties(db).withdraw(ids, because)
  await journal(db).writeAll(ids.map((object) => ({ verb: 'duty.withdrawn', object, after: { on: today }, because })))
}
