// The private folder of the unix socket. PostgreSQL stops above 107 bytes (macOS above 103), so the socket cannot lie in
// DATA; DATA/managed.json says where it is.
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { managedTexts } from '../texts.de.ts'
import { ManagedFault } from './fault.ts'
import type { Way } from './unprivileged.ts'

const longestSocketPath = 103
const namePattern = 'nahtstelle-'

/** Where private folders may be made. */
export function socketParent(): string {
  const fits = (parent: string) =>
    Buffer.byteLength(join(parent, `${namePattern}XXXXXX`, '.s.PGSQL.5432')) <= longestSocketPath
  const parent = [tmpdir(), '/tmp'].find(fits)
  if (parent === undefined) throw new ManagedFault('folder', managedTexts.fault.noSocketFolder)
  return parent
}

/** The folder of last time if it is still ours alone or can be made again, else a new one: anybody may write into /tmp. */
export function ensureSocketFolder(before: string | null, way: Way, parent: string): string {
  const uid = way.files?.uid ?? process.geteuid?.() ?? 0
  const seen = before === null || dirname(before) !== parent ? undefined : lstatSync(before, { throwIfNoEntry: false })
  if (before !== null && seen?.isDirectory() && seen.uid === uid && (seen.mode & 0o077) === 0) return before
  const made = before !== null && seen === undefined && remake(before) ? before : mkdtempSync(join(parent, namePattern))
  chmodSync(made, 0o700)
  if (before !== null && made !== before) removeEmpty(before)
  if (way.files) chownSync(made, way.files.uid, way.files.gid)
  return made
}

/** Its name is in the hands of connections that are already open elsewhere, so it is worth keeping. */
function remake(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
    return true
  } catch {
    return false
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Not ours, or in use: then it stays.
  }
}

export function removeSocketFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
