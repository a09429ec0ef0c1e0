// Makes the cluster in DATA/pg. It is made beside its place and moved there when whole, so that a start killed half-way leaves
// nothing that looks like a database.
import { execFile } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { managedTexts } from '../texts.de.ts'
import type { Accounts, Folder } from './accounts.ts'
import type { Engine } from './engine.ts'
import { ManagedFault } from './fault.ts'
import { adminName, codeOf } from './login.ts'
import type { Endurance } from './settings.ts'
import { cleanEnvironment, command, spawnIds, type Way } from './unprivileged.ts'

const draftName = 'pg.new-'
const run = promisify(execFile)

/** The version written in the folder; null where there is no cluster yet. */
export function clusterMajor(folder: Folder): number | null {
  const file = join(folder.pg, 'PG_VERSION')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null
}

/**
 * Sorting is by bytes (the German collation is made by the migrations), but upper and lower case and the words of the
 * full-text search need to know umlauts: in the plain C locale "Ä" has no small letter.
 */
function locales(engine: Engine): string[][] {
  const system = ['C.UTF-8', 'de_DE.UTF-8', 'en_US.UTF-8'].map((name) => ['--locale=C', `--lc-ctype=${name}`])
  const builtin = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return engine.major >= 17 ? [...system, builtin] : system
}

export async function createCluster(
  folder: Folder,
  accounts: Accounts,
  engine: Engine,
  way: Way,
  endurance: Endurance,
): Promise<void> {
  const draft = mkdtempSync(join(folder.data, draftName))
  const pg = join(draft, 'pg')
  const passwordFile = join(draft, 'password')
  mkdirSync(pg, { mode: 0o700 })
  writeFileSync(passwordFile, `${accounts.passwords.admin}\n`, { mode: 0o600 })
  giveTo(draft, way)
  try {
    await initialise(pg, passwordFile, engine, way, endurance)
    if (!existsSync(folder.pg)) renameSync(pg, folder.pg)
    keepEntry(folder.data)
  } catch (fault) {
    // Another start of the same folder may have been quicker; then its cluster is the one.
    if (clusterMajor(folder) === null) throw fault
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function initialise(pg: string, passwordFile: string, engine: Engine, way: Way, endurance: Endurance) {
  const fixed = ['-D', pg, '-U', adminName, `--pwfile=${passwordFile}`, '--encoding=UTF8', '--auth=scram-sha-256']
  const words = [
    ...fixed,
    '--data-checksums',
    '--no-instructions',
    ...(endurance === 'disposable' ? ['--no-sync'] : []),
  ]
  let reason = ''
  for (const locale of locales(engine)) {
    const { file, words: all } = command(way, join(engine.bin, 'initdb'), [...words, ...locale])
    try {
      await run(file, all, { ...spawnIds(way), cwd: '/', env: cleanEnvironment })
      return
    } catch (fault) {
      const told = fault instanceof Error && 'stderr' in fault ? String(fault.stderr) : ''
      reason = told.trim() || String(fault)
      if (!/locale/.test(reason)) break
    }
  }
  throw new ManagedFault('creation', managedTexts.fault.creation(reason))
}

/** The new name itself survives a power cut only once its folder is written. */
function keepEntry(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Drafts of starts that were killed. Only who holds the folder clears them away. */
export function removeDrafts(folder: Folder): void {
  for (const name of readdirSync(folder.data)) {
    if (!name.startsWith(draftName)) continue
    // An orphaned initdb may still be writing into it: then the next start takes it.
    try {
      rmSync(join(folder.data, name), { recursive: true, force: true })
    } catch (fault) {
      if (!['ENOTEMPTY', 'EBUSY'].includes(codeOf(fault))) throw fault
    }
  }
}

/** Hands a tree to the user the database runs as; nothing to do when it already belongs to them. */
export function giveTo(path: string, way: Way): void {
  if (!way.files || !existsSync(path)) return
  const { uid, gid } = way.files
  if (statSync(path).uid === uid) return
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) lchownSync(join(path, name), uid, gid)
  // The top comes last: it says that all below is done.
  chownSync(path, uid, gid)
}
