// As whom the database runs. PostgreSQL refuses root, so a caller who is root hands over to an ordinary user. Where a folder
// above the data or the binaries is closed to that user (/root is), it gets the one capability to walk through closed
// folders, or, where that is not to be had, a user namespace in which root has another number.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { managedTexts } from '../texts.de.ts'
import type { Folder } from './accounts.ts'
import type { Engine } from './engine.ts'
import { ManagedFault } from './fault.ts'

export type Way = {
  /** Put before every command of PostgreSQL. */
  prefix: string[]
  /** Set by `spawn`, where no program has to do it. */
  ids: { uid: number; gid: number } | null
  /** Who must own the files: null leaves them to the caller. */
  files: { uid: number; gid: number } | null
  sentence: string | null
}
type User = { name: string; uid: number; gid: number }

export const cleanEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export function chooseWay(engine: Engine, folder: Folder, socketParent: string): Way {
  if (process.geteuid?.() !== 0) {
    refuseForeignFolder(folder)
    return { prefix: [], ids: null, files: null, sentence: null }
  }
  for (const user of candidates(folder)) {
    for (const way of waysAs(user)) if (reaches(way, engine, folder, socketParent)) return way
  }
  throw new ManagedFault('unprivileged', managedTexts.fault.noUnprivileged(folder.data))
}

function* waysAs({ name, uid, gid }: User): Generator<Way> {
  const ids = { uid, gid }
  yield { prefix: [], ids, files: ids, sentence: managedTexts.log.asUser(name) }
  for (const capability of ['dac_read_search', 'dac_override']) {
    const only = ['bounding-set', 'inh-caps', 'ambient-caps'].map((set) => `--${set}=-all,+${capability}`)
    // access(2), with which initdb looks for its neighbours, drops capabilities of other users than root without this bit.
    const keep = ['--securebits=+no_setuid_fixup', '--no-new-privs']
    const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...keep, ...only]
    yield { prefix, ids: null, files: ids, sentence: managedTexts.log.asUserThroughClosedFolder(name) }
  }
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`]
  yield { prefix, ids: null, files: { uid: 0, gid: 0 }, sentence: managedTexts.log.asNamespace(name) }
}

/** Tried, not reasoned about: containers and security modules forbid what the numbers would allow. */
function reaches(way: Way, engine: Engine, folder: Folder, socketParent: string): boolean {
  const script = 'for folder; do cd "$folder" || exit 1; done'
  const entered = command(way, '/bin/sh', ['-c', script, 'sh', folder.data, socketParent])
  const options = { ...spawnIds(way), cwd: '/', env: cleanEnvironment, stdio: 'ignore' as const }
  if (spawnSync(entered.file, entered.words, options).status !== 0) return false
  // Shows its settings after it has found the server and its files, and does nothing.
  const shown = command(way, join(engine.bin, 'initdb'), ['--show', '-D', folder.pg])
  return spawnSync(shown.file, shown.words, options).status === 0
}

/** Who owned the folder before, then the usual users. initdb wants one with a name. */
function candidates(folder: Folder): User[] {
  const users: User[] = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0)
  const before = statSync(folder.pg, { throwIfNoEntry: false })?.uid
  const wanted = [
    users.find((user) => user.uid === before),
    ...['postgres', '_postgres', 'nobody'].map((name) => users.find((user) => user.name === name)),
  ]
  return [...new Set(wanted.filter((user) => user !== undefined))]
}

function refuseForeignFolder(folder: Folder): void {
  const owner = statSync(folder.pg, { throwIfNoEntry: false })?.uid
  if (owner !== undefined && owner !== process.geteuid?.()) {
    throw new ManagedFault('folder', managedTexts.fault.otherOwner(folder.pg, owner))
  }
}

export function command(way: Way, file: string, words: string[]): { file: string; words: string[] } {
  const [first, ...rest] = [...way.prefix, file, ...words]
  return { file: first ?? file, words: rest }
}

export function spawnIds(way: Way): { uid?: number; gid?: number } {
  return way.ids ?? {}
}
