// Nothing is kept longer than it is needed: the periods of the data catalogue (kit/privacy), kept every day.
import { sql } from 'kysely'
import type { ChoreScene, Chores } from '#kit/chores/chores.ts'
import { journal } from '#kit/journal/journal.ts'
import { texts } from './texts.de.ts'

/** Days; the data catalogue names the same ones. */
export const keptFor = {
  replies: 2,
  attempts: 1,
  usedInvitations: 1,
  usedActLinks: 60,
  sentMails: 400,
  failedMails: 30,
  deletedObjects: 30,
} as const

async function sweep({ db }: ChoreScene): Promise<void> {
  const before = (days: number) => sql`clock.now() - make_interval(days => ${days})`
  await sql`delete from kit.reply where at < ${before(keptFor.replies)}`.execute(db)
  await sql`delete from access.attempt where at < ${before(keptFor.attempts)}`.execute(db)
  await sql`delete from access.session where expires <= clock.now()`.execute(db)
  await sql`delete from access.invitation where expires <= clock.now() or used_at < ${before(keptFor.usedInvitations)}`.execute(
    db,
  )
  await sql`delete from access.act_link where expires <= clock.now() or used_at < ${before(keptFor.usedActLinks)}`.execute(
    db,
  )
  await sql`delete from access.absence where until_day <= clock.today() or ended_at is not null`.execute(db)
  await sql`update mail.message set data = '{}' where sent_at is null and data <> '{}' and created < ${before(keptFor.failedMails)}`.execute(
    db,
  )
  await sql`delete from mail.message where sent_at < ${before(keptFor.sentMails)}`.execute(db)
}

/** `all`: the chores of the areas, which know how to empty their own rows. */
export const cleaning = (all: readonly Chores[]): Chores => ({
  daily: {
    sweep,
    async eraseDeleted(scene) {
      const { rows } = await sql<{
        id: string
        kind: string
      }>`select * from kit.due_for_erasure(${keptFor.deletedObjects})`.execute(scene.db)
      for (const { id, kind } of rows) {
        for (const chores of all) await chores.erase?.[kind]?.(id, scene)
        await sql`select kit.erase(${id})`.execute(scene.db)
        await journal(scene.db).write({
          verb: 'object.erased',
          object: id,
          because: texts.deletedLongAgo(keptFor.deletedObjects),
        })
      }
    },
  },
})
