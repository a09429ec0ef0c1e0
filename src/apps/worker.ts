// The worker: does what follows from facts, runs the chores of the day, sends mail, seals the journal. Everything is a function of the installation's instant.
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { timeOf } from '#kit/clock/clock.ts'
import type { ChoreScene, Chores, StatedFact } from '#kit/chores/chores.ts'
import { type Database, type Login, openPool } from '#kit/db/database.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { seal } from '#kit/journal/journal.ts'
import { allChores } from './chores.ts'

export type Worker = { settle(): Promise<void>; close(): Promise<void> }
export type WorkerSettings = { worker: Login | string; log: Logger; mail: string | null; /** Only works when told to (tests). */ manual: boolean }

const factsFor = (all: readonly Chores[]) => (dutyKind: string) =>
  all.flatMap((chores) => Object.entries(chores.evidence ?? {}).filter(([, duties]) => duties.includes(dutyKind)).map(([fact]) => fact))

export async function openWorker(settings: WorkerSettings): Promise<Worker> {
  const pool = openPool(settings.worker, 4)
  const scene = async (db: Database): Promise<ChoreScene> => ({ db, ...(await timeOf(db)), factsFor: factsFor(allChores) })

  /** Does what follows from the oldest fact that waits. Returns false when none waits. */
  const nextFact = () =>
    inPlainTransaction(pool, async (db) => {
      const { rows } = await sql<StatedFact>`select id, kind, organisation, subject, object, day, about from duties.fact
        where handled_at is null order by at, id limit 1 for update skip locked`.execute(db)
      const fact = rows[0]
      if (!fact) return false
      for (const chores of allChores) await chores.onFact?.[fact.kind]?.(fact, await scene(db))
      await sql`update duties.fact set handled_at = clock.now() where id = ${fact.id}`.execute(db)
      return true
    })
  const daily = async () => {
    for (const chores of allChores)
      for (const chore of Object.values(chores.daily ?? {})) await inPlainTransaction(pool, async (db) => chore(await scene(db)))
  }
  return {
    async settle() {
      while (await nextFact());
      await daily()
      while (await nextFact());
      await inPlainTransaction(pool, seal)
    },
    async close() {
      await pool.end()
    },
  }
}
