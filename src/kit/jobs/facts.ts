// Does what follows from facts, oldest first, each in a transaction of its own. Several workers share them; a fact that fails rests and the others go on.
import { sql } from 'kysely'
import type pg from 'pg'
import { type ChoreScene, type Chores, joinEvidence, type StatedFact } from '#kit/chores/chores.ts'
import { ticks } from '#kit/clock/clock.ts'
import type { Database } from '#kit/db/database.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'

export type SceneOf = (db: Database) => Promise<ChoreScene>

export function factsOf(pool: pg.Pool, all: readonly Chores[], sceneOf: SceneOf) {
  const evidence = joinEvidence(all)
  const resting = new Map<string, { tries: number; until: number }>()

  /** Returns false when none waits. @throws what the chore throws; the fact then rests for a while. */
  async function next(): Promise<boolean> {
    const asleep = [...resting].filter(([, { until }]) => until > ticks()).map(([id]) => id)
    let current: string | undefined
    try {
      return await inPlainTransaction(pool, async (db) => {
        // What is about the same thing is done in its order, also by several workers: a duty that arose meanwhile is there when its evidence comes, and
        // evidence of what went before never meets a duty that came after it.
        const { rows } =
          await sql<StatedFact>`select f.id, f.kind, f.organisation, f.subject, f.object, f.day, f.about from duties.fact f
          where f.handled_at is null and f.id <> all (${asleep}::uuid[])
            and not exists (select from duties.fact e where e.handled_at is null and (e.at, coalesce(e.entry, 0), e.id) < (f.at, coalesce(f.entry, 0), f.id)
              and coalesce(e.subject, e.object) = coalesce(f.subject, f.object) and e.id <> all (${asleep}::uuid[]))
          order by f.at, coalesce(f.entry, 0), f.id limit 1 for update of f skip locked`.execute(db)
        const fact = rows[0]
        if (!fact) return false
        current = fact.id
        await sql`select pg_advisory_xact_lock(hashtextextended(${`fact ${fact.subject ?? fact.object}`}, 0))`.execute(
          db,
        )
        await sql`select duties.look_again(${fact.id}, ${evidence[fact.kind] ?? []})`.execute(db)
        for (const chores of all) await chores.onFact?.[fact.kind]?.(fact, await sceneOf(db))
        await sql`update duties.fact set handled_at = clock.now() where id = ${fact.id}`.execute(db)
        resting.delete(fact.id)
        return true
      })
    } catch (error) {
      if (current) {
        const tries = (resting.get(current)?.tries ?? 0) + 1
        resting.set(current, { tries, until: ticks() + Math.min(1000 * 4 ** tries, 3_600_000) })
      }
      throw error
    }
  }
  return { next }
}
