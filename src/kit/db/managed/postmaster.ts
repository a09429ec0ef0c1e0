// Starting, adopting and stopping the server process. It lives in a process group of its own: Ctrl C in the terminal reaches
// the application, which then stops it in order; and when the application is killed it lives on and is adopted next time.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { managedTexts } from '../texts.de.ts'
import type { Folder } from './accounts.ts'
import type { Engine } from './engine.ts'
import { ManagedFault } from './fault.ts'
import { socketPort } from './login.ts'
import { exists, isAlive, isServerOf, markedProcesses, send } from './processes.ts'
import { type Endurance, serverSettings } from './settings.ts'
import { cleanEnvironment, command, spawnIds, type Way } from './unprivileged.ts'

export type PidFile = { pid: number; socketDir: string; status: string }
export type Launched = {
  pid: number
  socketDir: string
  over(): boolean
  /** Ended from outside: no word of its own is a reason then. */
  killed(): boolean
  reason(): string
}

const largestLog = 5_000_000

/** DATA/pg/postmaster.pid; its lines are described in PostgreSQL's miscadmin.h (LOCK_FILE_LINE_*). */
export function readPidFile(folder: Folder): PidFile | null {
  const text = textOf(join(folder.pg, 'postmaster.pid'))
  if (text === null) return null
  const [pid = '', , , , socketDir = '', , , status = ''] = text.split('\n')
  return { pid: Number(pid), socketDir: socketDir.trim(), status: status.trim() }
}

export function livingPostmaster(folder: Folder, mark: string): PidFile | null {
  const file = readPidFile(folder)
  return file && runs(file.pid, folder, mark) ? file : null
}

function runs(pid: number, folder: Folder, mark: string): boolean {
  return pid > 0 && isAlive(pid) && isServerOf(pid, mark, folder.pg)
}

/**
 * Lock files whose number now belongs to a foreign process, or to an ended one that nobody collected, or that a power cut left
 * empty: PostgreSQL itself would take them for a running server for ever. Those of processes that are gone it clears itself.
 * @returns the number in the folder's lock file (0 if it was empty), if it was cleared.
 */
export function clearStaleLocks(folder: Folder, socketDir: string | null, mark: string): number | null {
  if (socketDir !== null) clearStaleLock(join(socketDir, `.s.PGSQL.${socketPort}.lock`), folder, mark)
  return clearStaleLock(join(folder.pg, 'postmaster.pid'), folder, mark)
}

function clearStaleLock(path: string, folder: Folder, mark: string): number | null {
  const text = textOf(path)
  if (text === null) return null
  const pid = Number.parseInt(text, 10) || 0
  if (runs(pid, folder, mark)) return null
  if (pid === 0 ? markedProcesses(mark).length > 0 : !exists(pid)) return null
  // Another start may have replaced it in between.
  if (textOf(path) !== text) return null
  rmSync(path, { force: true })
  return pid
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Children of a server that was killed; they hold its shared memory, and no new server starts before they are gone. */
export function orphansOf(folder: Folder, mark: string): number[] {
  return livingPostmaster(folder, mark) ? [] : markedProcesses(mark)
}

export function launch(
  folder: Folder,
  engine: Engine,
  way: Way,
  socketDir: string,
  mark: string,
  endurance: Endurance,
): Launched {
  if ((statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0) > largestLog)
    renameSync(folder.log, `${folder.log}.1`)
  const begin = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(folder.log, 'a', 0o600)
  const settings = serverSettings(engine, socketDir, mark, endurance)
  const { file, words } = command(way, join(engine.bin, 'postgres'), ['-D', folder.pg, ...settings])
  const options = { ...spawnIds(way), cwd: '/', env: cleanEnvironment, detached: true }
  const child = spawn(file, words, { ...options, stdio: ['ignore', log, log] })
  let failure = ''
  child.on('error', (fault) => {
    failure = fault.message
  })
  child.unref()
  closeSync(log)
  return {
    pid: child.pid ?? 0,
    socketDir,
    over: () => failure !== '' || child.exitCode !== null || child.signalCode !== null,
    killed: () => child.signalCode !== null,
    reason: () => failure || readFileSync(folder.log).subarray(begin).toString('utf8').trim(),
  }
}

/** Fast shutdown as `pg_ctl stop -m fast` does it; if that hangs, an immediate one, from which the next start recovers. */
export async function stopPostmaster(folder: Folder, mark: string, log: (line: string) => void): Promise<void> {
  const file = livingPostmaster(folder, mark)
  if (!file) return
  send(file.pid, 'SIGINT')
  const gone = () => !runs(file.pid, folder, mark)
  if (await comesTrue(gone, 20_000)) return
  log(managedTexts.log.slowStop)
  send(file.pid, 'SIGQUIT')
  if (await comesTrue(gone, 10_000)) return
  throw new ManagedFault('stop', managedTexts.fault.notStopped(file.pid))
}

async function comesTrue(state: () => boolean, within: number): Promise<boolean> {
  for (let waited = 0; waited < within; waited += 20) {
    if (state()) return true
    await sleep(20)
  }
  return false
}
