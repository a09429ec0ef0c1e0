// The PostgreSQL that Nahtstelle manages itself, for whoever has no database server: started or adopted, prepared, held by one
// application, stopped in order. What it promises is measured in managed.test.ts and managed-kill.test.ts.
import { existsSync, realpathSync } from 'node:fs'
import { managedTexts } from '../texts.de.ts'
import { clusterMark, loginsOf, placesOf, readAccounts, saveAccounts } from './accounts.ts'
import { removeDrafts } from './cluster.ts'
import type { Engine } from './engine.ts'
import { ManagedFault } from './fault.ts'
import { type Hold, holdFolder, isHeld } from './holder.ts'
import type { Login, Logins } from './login.ts'
import { type Cluster, type ManagedOptions, openCluster } from './open-cluster.ts'
import { livingPostmaster, stopPostmaster } from './postmaster.ts'

export type Managed = {
  /** `host` is the folder of the unix socket. */
  logins: Logins
  /** Superuser behind the socket: for tests that make databases, never for the service. */
  admin: Login
  engine: Engine
  socketDir: string
  /** Stops the database and gives the folder free; for who has only joined, does nothing. */
  stop(): Promise<void>
  /** Tells a second application under which address this one is to be found. */
  announce(address: string): void
}

/** The server may die again between its first answer and the lock (a machine in trouble), so once more is not once too often. */
async function openAndHold(options: ManagedOptions): Promise<{ cluster: Cluster; hold: Hold }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const cluster = await openCluster(options, 'durable')
      const { logins } = loginsOf(cluster.accounts, cluster.server.socketDir)
      return { cluster, hold: await holdFolder(cluster.folder, logins.worker) }
    } catch (fault) {
      if (fault instanceof ManagedFault) throw fault
      if (attempt === 3) {
        const reason = fault instanceof Error ? fault.message : String(fault)
        throw new ManagedFault('start', managedTexts.fault.startFailed(reason, placesOf(options.data).log))
      }
    }
  }
}

/**
 * Starts the database of this folder, or adopts the one that outlived its application, and holds the folder.
 * @throws ManagedFault with a German sentence, for instance when another application holds the folder.
 */
export async function startManaged(options: ManagedOptions): Promise<Managed> {
  const opened = await openAndHold(options)
  const { folder, accounts, engine, server } = opened.cluster
  let { hold } = opened
  const mark = clusterMark(folder, accounts)
  const { logins, admin } = loginsOf(accounts, server.socketDir)
  let held = true
  let stopping = false
  let address: string | null = null
  removeDrafts(folder)
  accounts.engine = engine
  saveAccounts(folder, accounts)

  let reviving = Promise.resolve()
  const watch = () =>
    hold.onLost(() => {
      reviving = revive()
    })
  /** The server died under us: bring it back in its place, or end rather than run beside somebody else. */
  async function revive(): Promise<void> {
    if (stopping) return
    held = false
    options.log(managedTexts.log.lost)
    try {
      const again = await openAndHold(options)
      // Every pool knows the old place only.
      if (again.cluster.server.socketDir !== server.socketDir) throw new Error(again.cluster.server.socketDir)
      hold = again.hold
      held = true
      if (address !== null) hold.announce(address)
      watch()
      options.log(managedTexts.log.revived)
    } catch (fault) {
      options.log(fault instanceof Error ? fault.message : String(fault))
      options.log(managedTexts.log.givingUp)
      process.kill(process.pid, 'SIGTERM')
    }
  }
  watch()

  return {
    logins,
    admin,
    engine,
    socketDir: server.socketDir,
    announce(where) {
      address = where
      hold.announce(where)
    },
    async stop() {
      if (stopping) return
      stopping = true
      await reviving
      // Without the lock the server may be somebody else's by now.
      if (!held) return
      await hold.release(() => stopPostmaster(folder, mark, options.log))
      options.log(managedTexts.log.stopped)
    },
  }
}

/** For the command line: the installation that runs in this folder, or null. It is neither held nor stopped. */
export async function joinManaged(data: string): Promise<Managed | null> {
  if (!existsSync(data)) return null
  const folder = placesOf(realpathSync(data))
  const accounts = readAccounts(folder)
  if (!accounts?.prepared || accounts.engine === null) return null
  const living = livingPostmaster(folder, clusterMark(folder, accounts))
  if (!living) return null
  const { logins, admin } = loginsOf(accounts, living.socketDir)
  if (!(await isHeld(logins.worker).catch(() => false))) return null
  const { engine } = accounts
  return { logins, admin, engine, socketDir: living.socketDir, async stop() {}, announce() {} }
}

export type { Login, Logins }
