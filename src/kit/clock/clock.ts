// The time of the installation. It lives in the database (clock.now()), so that all processes agree and the application cannot turn it back.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'

/** Milliseconds for measuring and waiting inside one process; never for a fact. */
export const ticks = (): number => performance.now()

/** The instant and day of this transaction. */
export async function timeOf(db: Database): Promise<{ at: string; today: string }> {
  const { rows } = await sql<{ at: string; today: string }>`select clock.now() as at, clock.today() as today`.execute(
    db,
  )
  return rows[0]!
}

/** Sets the installation's time (demo, tests), or frees it with null. Needs the owner's connection: the service never has it. */
export async function setClock(owner: Database, instant: string | null): Promise<void> {
  await sql`update clock.setting set instant = ${instant}`.execute(owner)
}
