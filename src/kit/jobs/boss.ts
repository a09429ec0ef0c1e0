// pg-boss in service: triggers by the calendar and does ordered jobs, with retries. It may not build anything.
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Login } from '#kit/db/database.ts'
import type { JobRef } from './jobs.ts'
import { bossLogin } from './prepare.ts'
import { calendar } from './queues.ts'

export type Boss = { stop(): Promise<void> }
export type DoJob = (queue: string, ref: JobRef) => Promise<void>

const options = (login: Login | string) => ({
  ...bossLogin(login),
  max: 2,
  migrate: false,
  createSchema: false,
  reindex: false,
  monitorVacuum: false,
  application_name: 'nahtstelle jobs',
})

/** Works until stopped. `tick` runs when the calendar says so. */
export async function openBoss(
  login: Login | string,
  log: Logger,
  queues: readonly string[],
  doJob: DoJob,
  tick: (queue: string) => Promise<void>,
): Promise<Boss> {
  const boss = new PgBoss({ ...options(login), supervise: true, schedule: true })
  boss.on('error', (error) => log.warn({ name: error.name, message: error.message }, 'jobs'))
  await boss.start()
  for (const queue of Object.keys(calendar)) await boss.work(queue, { pollingIntervalSeconds: 15 }, () => tick(queue))
  for (const queue of queues)
    await boss.work<JobRef>(queue, { pollingIntervalSeconds: 2 }, async (batch) => {
      for (const job of batch) await doJob(queue, job.data)
    })
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

/** Does what waits in these queues now, and returns; for tests and the command line. @throws what a job throws. */
export async function drainQueues(login: Login | string, queues: readonly string[], doJob: DoJob): Promise<void> {
  const boss = new PgBoss({ ...options(login), max: 1, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const queue of queues)
      for (;;) {
        const [job] = await boss.fetch<JobRef>(queue)
        if (!job) break
        await doJob(queue, job.data).catch(async (error: Error) => {
          await boss.fail(queue, job.id, { message: error.message })
          throw error
        })
        await boss.complete(queue, job.id)
      }
  } finally {
    await boss.stop({ graceful: false })
  }
}
