// The npm package cannot carry symbolic links; its install script makes them, and npm 11 blocks install scripts. So the
// links and the execute bits are made here, as often as asked (list: native/pg-symlinks.json of the package).
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { managedTexts } from '../texts.de.ts'
import { ManagedFault } from './fault.ts'
import { codeOf } from './login.ts'

type Link = { source: string; target: string }

export function hydrate(native: string): void {
  try {
    const list = join(native, 'pg-symlinks.json')
    const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
    for (const { source, target } of links) {
      // The list's paths begin at the package, one folder above `native`.
      const place = join(dirname(native), target)
      if (!existsSync(place)) link(relative(dirname(target), source), place)
    }
    const bin = join(native, 'bin')
    for (const file of readdirSync(bin)) {
      const path = join(bin, file)
      const { mode } = statSync(path)
      if ((mode & 0o111) !== 0o111) chmodSync(path, mode | 0o755)
    }
  } catch (fault) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(fault))) {
      throw new ManagedFault('platform', managedTexts.fault.links(native))
    }
    throw fault
  }
}

function link(to: string, place: string): void {
  try {
    symlinkSync(to, place)
  } catch (fault) {
    // Another process was here first.
    if (codeOf(fault) !== 'EEXIST') throw fault
  }
}
