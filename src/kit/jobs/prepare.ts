// Makes the schema, queues and schedules of pg-boss as the owner. In service nobody may: app and worker run without the right to build.
import { PgBoss } from 'pg-boss'
import { type Login, openPool } from '#kit/db/database.ts'
import type { RoleNames } from '#kit/db/migrate.ts'
import { calendar, timeZone } from './queues.ts'

const retries = { retryLimit: 8, retryDelay: 30, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 600 }

/** May run at every start, and in two processes at once. */
export async function prepareQueues(owner: Login | string, roles: RoleNames, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    ...bossLogin(owner),
    max: 1,
    supervise: false,
    schedule: false,
    migrate: true,
    createSchema: true,
  })
  // Errors of the background come here; those of the calls below are thrown.
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const queue of [...Object.keys(calendar), ...queues]) await boss.createQueue(queue, retries)
    for (const [queue, cron] of Object.entries(calendar)) await boss.schedule(queue, cron, null, { tz: timeZone })
  } finally {
    await boss.stop({ graceful: false })
  }
  const pool = openPool(owner, 1)
  try {
    await pool.query(`revoke all on schema pgboss from public;
      grant usage on schema pgboss to ${roles.worker}, ${roles.backup};
      grant select, insert, update, delete on all tables in schema pgboss to ${roles.worker};
      grant select on all tables in schema pgboss to ${roles.backup}`)
  } finally {
    await pool.end()
  }
}

/** pg-boss takes an address or the parts of a login. */
export const bossLogin = (login: Login | string) =>
  typeof login === 'string' ? { connectionString: login } : { ...login }
