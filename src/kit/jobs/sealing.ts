// Seals the journal until nothing sealable is left. Several workers may try; a lock in the database lets one do it.
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { ticks } from '#kit/clock/clock.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { seal } from '#kit/journal/journal.ts'

const unsealed = (pool: pg.Pool) =>
  inPlainTransaction(pool, async (db) => {
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from (select from journal.entry where number is null limit 5001) e`.execute(db)
    return rows[0]!.n
  })

/**
 * Entries of a transaction that began before another one ended wait for that one: with `patiently` up to three seconds, otherwise they wait
 * for the next round.
 */
export async function sealAll(pool: pg.Pool, patiently: boolean): Promise<void> {
  const until = ticks() + 3000
  for (let left = await unsealed(pool); left > 0; ) {
    await inPlainTransaction(pool, seal)
    const now = await unsealed(pool)
    if (now === left && (!patiently || ticks() > until)) return
    if (now === left) await pause(20)
    left = now
  }
}
