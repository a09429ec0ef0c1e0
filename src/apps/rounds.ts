// The worker's rounds: one short question to the database every 400 ms says what waits, so that a change is sealed and followed up within a second.
// (NOTIFY at every write would serialise all commits of the installation; a poll on three partial indexes costs a tenth of a millisecond.)
import { sql } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import { ticks } from '#kit/clock/clock.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'

export type Rounds = { stop(): Promise<void> }
type Work = {
  facts: () => Promise<boolean>
  daily: () => Promise<void>
  mail: (() => Promise<unknown>) | null
  seal: () => Promise<void>
}
type Waiting = { facts: boolean; mail: boolean; journal: boolean; new_day: boolean }

const pauseBetween = 400
const pauseAfterTrouble = 300_000

const whatWaits = (pool: pg.Pool) =>
  inPlainTransaction(pool, async (db) => {
    const { rows } = await sql<Waiting>`select exists (select from duties.fact where handled_at is null) as facts,
      exists (select from mail.message where sent_at is null and send_after <= clock.now()) as mail,
      exists (select from journal.entry where number is null) as journal,
      not exists (select from jobs.run where name = 'daily' and day >= clock.today()) as new_day`.execute(db)
    return rows[0]!
  })

/** Goes round until stopped. Each kind of work goes its own way, so that a slow mail server holds up nothing else. */
export function rounds(pool: pg.Pool, log: Logger, work: Work): Rounds {
  const running = new Map<string, Promise<void>>()
  const restingUntil = new Map<string, number>()
  let stopped = false
  let started = false
  let timer: NodeJS.Timeout | undefined

  const go = (name: string, rest: number, doing: () => Promise<unknown>) => {
    if (running.has(name) || (restingUntil.get(name) ?? 0) > ticks()) return
    const run = doing()
      .then(() => undefined)
      .catch((error: Error) => {
        restingUntil.set(name, ticks() + rest)
        log.error({ work: name, name: error.name, message: error.message, stack: error.stack }, 'worker')
      })
      .finally(() => running.delete(name))
    running.set(name, run)
  }
  const round = async () => {
    try {
      const waiting = await whatWaits(pool)
      if (waiting.facts)
        go('facts', 1000, async () => {
          while (!stopped && (await work.facts()));
        })
      if (waiting.new_day || !started) go('daily', pauseAfterTrouble, work.daily)
      started = true
      if (waiting.mail && work.mail) go('mail', 5000, work.mail)
      if (waiting.journal) go('seal', 1000, work.seal)
    } catch (error) {
      log.warn({ message: (error as Error).message }, 'worker waits for the database')
    }
    if (!stopped)
      timer = setTimeout(() => {
        current = round()
      }, pauseBetween)
  }
  let current = round()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await current
      await Promise.all(running.values())
    },
  }
}
