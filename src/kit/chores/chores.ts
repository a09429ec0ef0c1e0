// What becomes due by itself. Areas declare here-shaped lists in their chores.ts; the worker runs them with the installation's instant.
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import type { Fact } from '#kit/duties/duties.ts'

export type ChoreScene = {
  db: Database
  at: string
  today: string /** How each kind of duty finds evidence that was there before it. */
  factsFor: (dutyKind: string) => string[]
}
/** Of a job: what it writes counts when it is done, unless it is said aside. */
export type JobScene = ChoreScene & {
  /** In a transaction of its own, seen by others at once: how far a long job has come, and whether it is still wanted. */
  aside<T>(work: (db: Database) => Promise<T>): Promise<T>
}
export type StatedFact = Fact & { id: string }

export type AtOnce = (fact: Fact, scene: { db: Database; actor: Actor }) => Promise<void>

export type Chores = {
  /** Kind of fact → the kinds of duty for which it is evidence. */
  evidence?: Readonly<Record<string, readonly string[]>>
  /** What must be there as soon as the fact is: runs in its transaction, with the rights of whoever stated it; nothing that only the worker may do. */
  atOnce?: Readonly<Record<string, AtOnce>>
  /** What else happens when a fact was stated; runs as the worker, soon after, and again without harm. */
  onFact?: Readonly<Record<string, (fact: StatedFact, scene: ChoreScene) => Promise<void>>>
  /** Functions of an instant that catch up by themselves: run at start, daily, and whenever asked. */
  daily?: Readonly<Record<string, (scene: ChoreScene) => Promise<void>>>
  /** Jobs that somebody orders with `jobs(db).send(queue, ref)`; done once, again after a failure. */
  jobs?: Readonly<Record<string, (ref: { kind: string; id: string }, scene: JobScene) => Promise<void>>>
  /** Kind of object → empties the area's own rows of an object that was deleted thirty days ago and is cited nowhere. */
  erase?: Readonly<Record<string, (id: string, scene: ChoreScene) => Promise<void>>>
}

/** All evidence declarations joined: fact → duties. */
export function joinEvidence(all: readonly Chores[]): Record<string, string[]> {
  const joined: Record<string, string[]> = {}
  for (const chores of all)
    for (const [fact, duties] of Object.entries(chores.evidence ?? {}))
      joined[fact] = [...(joined[fact] ?? []), ...duties]
  return joined
}

/** What follows from each kind of fact in its own transaction, of all areas. */
export function joinAtOnce(all: readonly Chores[]): Record<string, AtOnce[]> {
  const joined: Record<string, AtOnce[]> = {}
  for (const chores of all)
    for (const [fact, follows] of Object.entries(chores.atOnce ?? {})) joined[fact] = [...(joined[fact] ?? []), follows]
  return joined
}
