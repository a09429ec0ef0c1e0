// From whatever lies in the folder to a server that answers: adopt one that lives, wait for one that comes or goes, clear away
// what a dead one left behind, else start one. Every wait has an end and a sentence.
import { setTimeout as sleep } from 'node:timers/promises'
import { managedTexts } from '../texts.de.ts'
import { type Accounts, clusterMark, type Folder, loginsOf, saveAccounts } from './accounts.ts'
import { giveTo } from './cluster.ts'
import type { Engine } from './engine.ts'
import { ManagedFault } from './fault.ts'
import { codeOf, withConnection } from './login.ts'
import { clearStaleLocks, type Launched, launch, livingPostmaster, orphansOf, type PidFile } from './postmaster.ts'
import { send } from './processes.ts'
import type { Endurance } from './settings.ts'
import { ensureSocketFolder, removeSocketFolder, socketParent } from './socket-folder.ts'
import { chooseWay, type Way } from './unprivileged.ts'

export type Server = { socketDir: string; pid: number; adopted: boolean }

const step = 25
/** Without any progress; recovery after a crash is progress. */
const patience = 10_000
const recoveryPatience = 120_000
/** After a killed server its children notice by themselves, unless a statement keeps them busy. */
const orphansQuitAfter = 2_000
const orphansKilledAfter = 5_000

/** Faults of a launch that pass by themselves: somebody else's server is there, or the children of the last one still are. */
const passing = /lock file .* already exists|lock file .* is empty|pre-existing shared memory block/

export async function ensureServer(
  folder: Folder,
  accounts: Accounts,
  engine: Engine,
  endurance: Endurance,
  log: (line: string) => void,
): Promise<Server> {
  const mark = clusterMark(folder, accounts)
  let launched: Launched | null = null
  let asked = new Set<number>()
  /** A server that was stopped cleanly leaves no lock; only then is a slow start a recovery. */
  let unclean = false
  const begin = performance.now()
  for (;;) {
    const waited = performance.now() - begin
    const living = livingPostmaster(folder, mark)
    if (living) {
      if (await answers(living, accounts)) return settle(folder, accounts, living, launched, log)
      if (living.status === 'starting' && launched && waited > 1000 && unclean) {
        log(managedTexts.log.recovering)
        unclean = false
      }
      const most = living.status === 'starting' ? recoveryPatience : patience
      if (waited > most) throw new ManagedFault('start', managedTexts.fault.notReady(living.pid, folder.log))
    } else if (!launched || launched.over()) {
      if (launched) judge(launched, waited, folder)
      const stale = clearStaleLocks(folder, accounts.socketDir, mark)
      if (stale !== null) {
        log(managedTexts.log.staleLock(stale))
        unclean = true
      }
      const orphans = orphansOf(folder, mark)
      if (orphans.length === 0) launched = start(folder, accounts, engine, mark, endurance, log, launched)
      else asked = hurry(orphans, asked, waited, log)
    }
    if (waited > recoveryPatience) throw new ManagedFault('start', managedTexts.fault.stillHeld(folder.log))
    await sleep(step)
  }
}

function start(
  folder: Folder,
  accounts: Accounts,
  engine: Engine,
  mark: string,
  endurance: Endurance,
  log: (line: string) => void,
  before: Launched | null,
): Launched {
  const parent = socketParent()
  const way: Way = chooseWay(engine, folder, parent)
  if (before === null) {
    if (way.sentence !== null) log(way.sentence)
    if (engine.origin === 'npm') log(managedTexts.log.npmEngine)
    log(managedTexts.log.starting(engine.major))
  }
  giveTo(folder.pg, way)
  const socketDir = ensureSocketFolder(before?.socketDir ?? accounts.socketDir, way, parent)
  return launch(folder, engine, way, socketDir, mark, endurance)
}

/** A launch that ended: pass over what passes by itself, complain about the rest with PostgreSQL's own words. */
function judge(launched: Launched, waited: number, folder: Folder): void {
  const reason = launched.reason()
  if (launched.killed() || passing.test(reason)) {
    if (waited > patience) throw new ManagedFault('start', managedTexts.fault.stillHeld(folder.log))
    return
  }
  const last = reason.split('\n').filter((line) => /FATAL|PANIC|ERROR|rror/.test(line))
  throw new ManagedFault(
    'start',
    managedTexts.fault.startFailed((last.at(-1) ?? (reason || '–')).replace(/^.*?(FATAL|PANIC): +/, ''), folder.log),
  )
}

function hurry(orphans: number[], asked: Set<number>, waited: number, log: (line: string) => void): Set<number> {
  const signal = waited > orphansKilledAfter ? 'SIGKILL' : 'SIGQUIT'
  if (waited < orphansQuitAfter) return asked
  if (asked.size === 0) log(managedTexts.log.orphans(orphans.length))
  for (const pid of orphans) if (signal === 'SIGKILL' || !asked.has(pid)) send(pid, signal)
  return new Set([...asked, ...orphans])
}

/** Whether a query comes back; a wrong password is no matter of waiting. */
async function answers(living: PidFile, accounts: Accounts): Promise<boolean> {
  if (!['ready', 'starting'].includes(living.status) || living.socketDir === '') return false
  try {
    await withConnection(loginsOf(accounts, living.socketDir).admin, (client) => client.query('select'))
    return true
  } catch (fault) {
    if (codeOf(fault) === '28P01') throw fault
    return false
  }
}

function settle(
  folder: Folder,
  accounts: Accounts,
  living: PidFile,
  launched: Launched | null,
  log: (line: string) => void,
): Server {
  const adopted = launched?.pid !== living.pid
  if (adopted) log(managedTexts.log.adopted(living.pid))
  if (launched && launched.socketDir !== living.socketDir) removeSocketFolder(launched.socketDir)
  if (accounts.socketDir !== living.socketDir) {
    accounts.socketDir = living.socketDir
    saveAccounts(folder, accounts)
  }
  return { socketDir: living.socketDir, pid: living.pid, adopted }
}
