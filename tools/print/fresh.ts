// Writes printed files, or with --check only says which of them are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

export const staleOf = (files: ReadonlyMap<string, string>): string[] =>
  [...files].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text).map(([file]) => file)

export function writeOrCheck(files: ReadonlyMap<string, string>, command: string) {
  const stale = staleOf(files)
  if (process.argv.includes('--check')) {
    for (const file of stale) console.error(`${file} ist nicht auf dem Stand; bitte „${command}“ ausführen.`)
    process.exitCode = stale.length > 0 ? 1 : 0
    return
  }
  for (const file of stale) writeFileSync(file, files.get(file)!)
  console.log(stale.length > 0 ? `Neu gedruckt: ${stale.join(', ')}` : 'Alles auf dem Stand.')
}
