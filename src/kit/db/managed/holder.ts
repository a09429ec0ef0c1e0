// One application per folder. What holds the folder is a session lock in the database: it ends with the process, however that
// ends. DATA/holder.json only gives the holder a name for the sentence that refuses a second one.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { managedTexts } from '../texts.de.ts'
import type { Folder } from './accounts.ts'
import { ManagedFault } from './fault.ts'
import { connect, type Login, withConnection } from './login.ts'

export type Hold = {
  /** Runs once when the lock is lost without `release`. */
  onLost(act: () => void): void
  /** Tells a second application where this one is to be found. */
  announce(address: string): void
  /** Gives the folder free once `last` is done; until then nobody else gets it. */
  release(last: () => Promise<void>): Promise<void>
}
type Holder = { session: number; pid: number; host: string; started: string; address?: string }

/** Any constant that nothing else in this database uses; "Naht" in ASCII. */
const folderLock = 0x4e616874
const holding = `select l.pid as session, to_char(a.backend_start at time zone 'Europe/Berlin', 'DD.MM.YYYY, HH24:MI') as since
  from pg_locks l left join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.classid = 0 and l.objid = ${folderLock} and l.objsubid = 1 and l.granted
    and l.database = (select oid from pg_database where datname = current_database())`

export async function holdFolder(folder: Folder, login: Login): Promise<Hold> {
  const client = await connect(login, 'nahtstelle holder')
  try {
    await takeLock(client, folder)
    const { rows } = await client.query<{ session: number; since: string }>(holding)
    const me = { session: rows[0]?.session ?? 0, pid: process.pid, host: hostname(), started: rows[0]?.since ?? '' }
    writeHolder(folder, me)
    return holdWith(client, folder, me)
  } catch (fault) {
    await client.end().catch(() => {})
    throw fault
  }
}

/** The session of a killed application lives a moment longer than the application, so one refusal is not the answer yet. */
async function takeLock(client: pg.Client, folder: Folder): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1::bigint) as got', [
      folderLock,
    ])
    if (rows[0]?.got) return
    if (attempt === 10) break
    await sleep(100)
  }
  const { rows } = await client.query<{ session: number; since: string | null }>(holding)
  const named = readHolder(folder)
  const current = named?.session === rows[0]?.session ? named : null
  const since = rows[0]?.since
  throw new ManagedFault('held', managedTexts.fault.held({ ...current, ...(since ? { since } : {}) }, folder.data))
}

function holdWith(client: pg.Client, folder: Folder, me: Holder): Hold {
  let act: () => void = () => {}
  let released = false
  client.on('end', () => {
    if (!released) act()
  })
  return {
    onLost(then) {
      act = then
    },
    announce(address) {
      writeHolder(folder, { ...me, address })
    },
    async release(last) {
      released = true
      // First, because afterwards the file may already be the next holder's.
      rmSync(folder.holder, { force: true })
      await last()
      await client.end().catch(() => {})
    },
  }
}

/** Whether an application holds the folder now. */
export function isHeld(login: Login): Promise<boolean> {
  return withConnection(login, async (client) => (await client.query(holding)).rowCount !== 0)
}

function writeHolder(folder: Folder, holder: Holder): void {
  writeFileSync(folder.holder, `${JSON.stringify(holder)}\n`, { mode: 0o600 })
}

function readHolder(folder: Folder): Holder | null {
  try {
    return JSON.parse(readFileSync(folder.holder, 'utf8')) as Holder
  } catch {
    return null
  }
}
