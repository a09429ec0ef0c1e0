// The chores of the day: each in a transaction of its own, one worker at a time. What fails is written down and tried again; the others go on.
import { sql } from 'kysely'
import type pg from 'pg'
import type { Chores } from '#kit/chores/chores.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import type { SceneOf } from './facts.ts'

const choresLock = 20151707

/** Runs every chore for the day of the installation. Returns what went wrong. */
export async function runDaily(pool: pg.Pool, all: readonly Chores[], sceneOf: SceneOf): Promise<Error[]> {
  const troubles: Error[] = []
  for (const chores of all)
    for (const chore of Object.values(chores.daily ?? {}))
      await inPlainTransaction(pool, async (db) => {
        await sql`select pg_advisory_xact_lock(${choresLock})`.execute(db)
        await chore(await sceneOf(db))
      }).catch((error: Error) => troubles.push(error))
  const trouble =
    troubles.length > 0
      ? troubles
          .map((error) => error.message)
          .join('\n')
          .slice(0, 2000)
      : null
  await inPlainTransaction(pool, async (db) => {
    await sql`insert into jobs.run (name, day, at, trouble) values ('daily', clock.today(), clock.now(), ${trouble})
      on conflict (name) do update set day = excluded.day, at = excluded.at, trouble = excluded.trouble`.execute(db)
  })
  return troubles
}
