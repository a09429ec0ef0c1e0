// From an empty folder, or any other, to a prepared server: accounts, binaries, cluster, server, roles, in this order, each
// step such that a start that was killed in it is finished by the next one.
import { managedTexts } from '../texts.de.ts'
import { type Accounts, ensureAccounts, type Folder, loginsOf, openFolder, saveAccounts } from './accounts.ts'
import { clusterMajor, createCluster } from './cluster.ts'
import { chooseEngine, type Engine, type Places } from './engine.ts'
import { ensureServer, type Server } from './readiness.ts'
import { prepareRolesAndDatabase } from './roles.ts'
import type { Endurance } from './settings.ts'
import { socketParent } from './socket-folder.ts'
import { chooseWay } from './unprivileged.ts'

export type ManagedOptions = {
  data: string
  log: (line: string) => void
  prefer?: Engine['origin']
  /** Where to look for PostgreSQL; the usual places if left out. */
  places?: Places
}

export type Cluster = { folder: Folder; accounts: Accounts; engine: Engine; server: Server }

/** Everything up to a prepared server, without holding the folder. */
export async function openCluster(options: ManagedOptions, endurance: Endurance): Promise<Cluster> {
  const folder = openFolder(options.data)
  const accounts = ensureAccounts(folder)
  const major = clusterMajor(folder)
  const needed = major === null ? null : { major, folder: folder.pg }
  const engine = await chooseEngine(needed, options.prefer, options.places)
  if (major === null) {
    options.log(managedTexts.log.creating(engine.major, folder.pg))
    await createCluster(folder, accounts, engine, chooseWay(engine, folder, socketParent()), endurance)
    if (clusterMajor(folder) !== engine.major) return openCluster(options, endurance)
  }
  const server = await ensureServer(folder, accounts, engine, endurance, options.log)
  if (!accounts.prepared) {
    await prepareRolesAndDatabase(loginsOf(accounts, server.socketDir).admin, accounts)
    accounts.prepared = true
    saveAccounts(folder, accounts)
  }
  return { folder, accounts, engine, server }
}
