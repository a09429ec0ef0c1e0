// The installation that a command works on: the one that runs in DATA, else the one that lies there (started for as long as it takes), or the
// PostgreSQL that the environment names. And the entrance by which the host acts for somebody: see docs/decisions/0012-the-host-acts-in-a-name.md.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Login, openPool } from '#kit/db/database.ts'
import { roleNames } from '#kit/db/managed/login.ts'
import { joinManaged, type Managed, startManaged } from '#kit/db/managed/managed.ts'
import type { RoleNames } from '#kit/db/migrate.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { texts } from '../cli.texts.de.ts'
import { readConfig } from '../config.ts'
import { dataFolder } from './data-folder.ts'
import { tell } from './words.ts'

export type Installation = {
  app: Login | string
  owner: Login | string
  /** Reads everything and writes nothing; null where a server was named without it. */
  backup: Login | string | null
  close(): Promise<void>
}

/** @throws an Error with a German sentence when there is none. */
export async function openInstallation(): Promise<Installation> {
  const { database } = readConfig('serve', [])
  if (database)
    return {
      app: database.app,
      owner: database.owner,
      backup: process.env.DATABASE_BACKUP_URL ?? null,
      close: async () => undefined,
    }
  const data = dataFolder()
  const running = await joinManaged(data)
  if (running) return { ...running.logins, close: async () => undefined }
  if (!existsSync(join(data, 'managed.json'))) throw new Error(texts.noInstallation(data))
  const own = await startManaged({ data, log: tell })
  try {
    await bringUpToDate(own.logins.owner, roleNames)
  } catch (error) {
    await own.stop()
    throw error
  }
  return { ...own.logins, close: () => own.stop() }
}

/** What came since runs on it; whether it is an example stays as it is. */
export async function bringUpToDate(owner: Login | string, roles: RoleNames): Promise<void> {
  const pool = openPool(owner, 1)
  const { rows } = await pool.query<{ demo: boolean }>('select demo from kit.installation').finally(() => pool.end())
  // The chores of all areas come with it; whoever joins what runs does not wait for them.
  const { prepareDatabase } = await import('../database.ts')
  await prepareDatabase(owner, roles, { demo: rows[0]?.demo ?? false })
}

/**
 * The managed installation in DATA, started for a command that wants it for itself.
 * @throws an Error with a German sentence when it runs.
 */
export async function openAlone(): Promise<Managed> {
  const data = dataFolder()
  if (await joinManaged(data)) throw new Error(texts.stopFirst(data))
  return startManaged({ data, log: tell })
}

export type Entrance = { token: string; person: string; organisation: string; close(): Promise<void> }
type Holder = { person: string; name: string; organisation: string; title: string }

/**
 * Lets the host in as somebody who holds this role at home, for a quarter of an hour, and journals that it was the host.
 * Without an address it is whoever has held the role longest: who set the installation up.
 * @throws an Error with a German sentence when nobody holds it.
 */
export async function enter(
  owner: Login | string,
  role: string,
  email: string | undefined,
  command: string,
): Promise<Entrance> {
  const pool = openPool(owner, 1)
  const token = randomBytes(32).toString('base64url')
  const session = await inPlainTransaction(pool, async (db) => {
    const { rows } = await sql<Holder>`
      select p.id as person, p.title as name, w.id as organisation, w.title
        from access.mandate m join access.account c on c.person = m.person
          join kit.object p on p.id = m.person join kit.object w on w.id = m.organisation
       where m.body is null and m.role = ${role} and m.superseded_at is null and m.from_day <= clock.today()
         and (m.until_day is null or clock.today() < m.until_day) and c.closed_at is null and w.deleted_at is null
         and (${email ?? null}::text is null or c.email = lower(${email ?? null}))
       order by m.recorded_at, m.id limit 1`.execute(db)
    const holder = rows[0]
    if (!holder) throw new Error(email === undefined ? texts.nobodyYet : texts.notAPlanner(email))
    tell(texts.actsFor(holder.name, holder.title))
    const { rows: made } = await sql<{ id: string }>`
      insert into access.session (id, digest, person, created, renewed, expires)
      select gen_random_uuid(), ${createHash('sha256').update(token).digest()}, ${holder.person}, i, i, i + interval '15 minutes'
        from (select clock.now() as i) t returning id`.execute(db)
    await sql`select journal.write('host.acted', ${holder.organisation}, null, null,
      jsonb_build_object('command', ${command}::text, 'person', ${holder.person}::text), ${texts.because}, null)`.execute(
      db,
    )
    return { id: made[0]!.id, ...holder }
  }).catch(async (error) => {
    await pool.end()
    throw error
  })
  return {
    token,
    person: session.person,
    organisation: session.organisation,
    async close() {
      await pool.query('delete from access.session where id = $1', [session.id])
      await pool.end()
    },
  }
}
