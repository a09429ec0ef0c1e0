// What both sides of the gate ask: the table of its owner, whether a run still holds, and how a release is named.
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { NotFound } from '#kit/http/refusal.ts'
import { objects } from '#kit/objects/objects.ts'
import type { ReleaseHead } from '../../contract/gate.ts'
import { type GuardedRow, gateStore, type ProtectionRow, type ReleaseRow } from '../../store/gate.ts'

/** @throws NotFound */
export async function tableOf(db: Database, id: string): Promise<GuardedRow> {
  const table = await gateStore(db).find(id)
  if (!table) throw new NotFound()
  return table
}

/** Is the run no longer about what stands there, or about all that was released before it? */
export function isOutdated(run: ProtectionRow, table: GuardedRow, releases: readonly ReleaseRow[]): boolean {
  const others = releases.filter(({ protection }) => protection !== run.id)
  return (
    run.edition !== table.edition ||
    run.threshold !== table.threshold ||
    others.length !== run.after.length ||
    others.some(({ id }) => !run.after.includes(id))
  )
}
export const isReleased = (run: ProtectionRow, releases: readonly ReleaseRow[]) =>
  releases.some(({ protection }) => protection === run.id)

export const headOf = (row: ReleaseRow): ReleaseHead => ({
  id: row.id,
  title: row.title,
  owner: { id: row.owner, title: row.owner_title },
  audience: row.audience,
  body: row.body ? { id: row.body, title: row.body_title ?? '' } : null,
  period: { from: row.from_day, until: row.until_day },
  edition: row.edition,
  releasedAt: row.released_at,
  withdrawnAt: row.withdrawn_at,
  reason: row.reason,
  invented: row.invented,
})

/** The bodies in which the person takes part: only to these it can show something. */
export async function bodiesOf(db: Database, actor: Actor) {
  const bodies = await objects(db).list('body')
  return bodies.filter(({ id }) => actor.readers.includes(id)).map(({ id, title }) => ({ id, title }))
}
