// The worker: does what follows from facts, runs the chores of the day, sends mail, seals the journal. Everything is a function of the
// installation's instant; timers and pg-boss only say when to look.

import { sql } from 'kysely'
import type { Logger } from 'pino'
import { calendarOfMail } from '#areas/meetings/server/calendar.ts'
import { answersOfMail } from '#areas/meetings/server/mails.ts'
import type { ChoreScene, Chores } from '#kit/chores/chores.ts'
import { timeOf } from '#kit/clock/clock.ts'
import { type Database, type Login, openPool } from '#kit/db/database.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { type Boss, drainQueues, openBoss } from '#kit/jobs/boss.ts'
import { runDaily } from '#kit/jobs/daily.ts'
import { factsOf } from '#kit/jobs/facts.ts'
import type { JobRef } from '#kit/jobs/jobs.ts'
import { orderedQueues } from '#kit/jobs/queues.ts'
import { sealAll } from '#kit/jobs/sealing.ts'
import type { Where } from '#kit/mail/render.ts'
import { type Sending, sendAll } from '#kit/mail/send.ts'
import { openTransport } from '#kit/mail/transport.ts'
import { workerChores } from './chores.ts'
import { pageOf } from './places.ts'
import { type Rounds, rounds } from './rounds.ts'

export type Worker = {
  /** Does everything that is due now, by the installation's clock, until nothing is left. @throws what a chore or job throws. */
  settle(): Promise<void>
  close(): Promise<void>
}
export type WorkerSettings = {
  worker: Login | string
  log: Logger
  /** The mail server, e.g. "smtps://user:password@host:465"; null: mails wait in the outbox (demo, tests). */
  mail: string | null
  /** The sender's address. */
  from?: string
  /** Where people reach this installation; default: what kit.installation says. */
  address?: () => string
  /** Only works when told to (tests). */
  manual: boolean
  /** Other chores than those of the house (tests). */
  chores?: readonly Chores[]
}

const factsFor = (all: readonly Chores[]) => (dutyKind: string) =>
  all.flatMap((chores) =>
    Object.entries(chores.evidence ?? {})
      .filter(([, duties]) => duties.includes(dutyKind))
      .map(([fact]) => fact),
  )

export async function openWorker(settings: WorkerSettings): Promise<Worker> {
  const all = settings.chores ?? workerChores
  const pool = openPool(settings.worker, 4)
  const evidence = factsFor(all)
  const sceneOf = async (db: Database): Promise<ChoreScene> => ({ db, ...(await timeOf(db)), factsFor: evidence })
  const facts = factsOf(pool, all, sceneOf)
  const queues = orderedQueues(all)
  const from = settings.from ?? 'nahtstelle@localhost'
  const where = async (): Promise<Where> => {
    const address = settings.address?.() ?? (await ownAddress(pool))
    return {
      address,
      pageOf,
      answersOf: answersOfMail,
      calendarOf: (db, { what, object, name, to }) =>
        calendarOfMail(
          db,
          { what, object },
          {
            address,
            circle: { organizer: { name: 'Nahtstelle', address: from }, attendee: { name, address: to } },
          },
        ),
    }
  }
  const transport = settings.mail ? openTransport(settings.mail) : null
  const sending: Sending | null = transport ? { pool, transport, from, where } : null

  const doJob = (queue: string, ref: JobRef) =>
    inPlainTransaction(pool, async (db) => {
      const scene = {
        ...(await sceneOf(db)),
        aside: <T>(work: (db: Database) => Promise<T>) => inPlainTransaction(pool, work),
      }
      for (const chores of all) await chores.jobs?.[queue]?.(ref, scene)
    })
  const daily = async () => {
    const [first] = await runDaily(pool, all, sceneOf)
    if (first) throw first
  }
  const settle = async () => {
    while (await facts.next());
    await daily()
    while (await facts.next());
    if (queues.length > 0 && (await jobsWait(pool, queues))) await drainQueues(settings.worker, queues, doJob)
    if (sending) await sendAll(sending)
    await sealAll(pool, true)
  }

  let timers: Rounds | null = null
  let boss: Boss | null = null
  if (!settings.manual) {
    timers = rounds(pool, settings.log, {
      facts: facts.next,
      daily,
      mail: sending ? () => sendAll(sending) : null,
      seal: () => sealAll(pool, false),
    })
    boss = await openBoss(settings.worker, settings.log, queues, doJob, daily)
  }
  return {
    settle,
    async close() {
      await timers?.stop()
      await boss?.stop()
      transport?.close()
      await pool.end()
    },
  }
}

const ownAddress = (pool: ReturnType<typeof openPool>): Promise<string> =>
  inPlainTransaction(pool, async (db) => {
    const { rows } = await sql<{ address: string | null }>`select address from kit.installation`.execute(db)
    return rows[0]?.address ?? ''
  })

const jobsWait = (pool: ReturnType<typeof openPool>, queues: readonly string[]): Promise<boolean> =>
  inPlainTransaction(pool, async (db) => {
    const { rows } =
      await sql`select from pgboss.job where state < 'active' and name = any (${[...queues]}) limit 1`.execute(db)
    return rows.length > 0
  })
