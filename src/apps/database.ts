// Brings a database to the level of this programme: migrations, then the queues of the jobs. Runs as the owner, at start and in tests.
import { sql } from 'kysely'
import { type Login, openPool } from '#kit/db/database.ts'
import { migrate, type RoleNames } from '#kit/db/migrate.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { prepareQueues } from '#kit/jobs/prepare.ts'
import { orderedQueues } from '#kit/jobs/queues.ts'
import { workerChores } from './chores.ts'

/** Migrates and notes whether this installation is a demo (all conduct in it is invented and says so). Returns the names of the steps that ran. */
export async function prepareDatabase(
  owner: Login | string,
  roles: RoleNames,
  options: { demo: boolean },
): Promise<string[]> {
  const ran = await migrate(owner, roles)
  await prepareQueues(owner, roles, orderedQueues(workerChores))
  const pool = openPool(owner, 1)
  try {
    await inPlainTransaction(pool, async (db) => {
      await sql`update kit.installation set demo = ${options.demo} where demo is distinct from ${options.demo}`.execute(
        db,
      )
    })
  } finally {
    await pool.end()
  }
  return ran
}
