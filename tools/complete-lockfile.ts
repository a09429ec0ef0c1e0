// A registry mirror that lacks the packages of other platforms makes npm leave them out of the lockfile, and `npm ci` then refuses
// the whole file. This adds them by name and version, so that `npm ci` works on every mirror. `--check` only says what is missing.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
export type Lockfile = { packages: Record<string, Entry> }

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']

/** The packages of other platforms that some package wants and the lockfile does not hold. */
export function missingPlatforms({ packages }: Lockfile): [place: string, entry: Entry][] {
  const missing: [string, Entry][] = []
  for (const wanting of Object.values(packages))
    for (const [name, version] of Object.entries(wanting.optionalDependencies ?? {})) {
      const words = name.split(/[/-]/)
      const os = words.find((word) => systems.includes(word))
      const cpu = words.find((word) => processors.includes(word))
      if (`node_modules/${name}` in packages || !os || !cpu || !/^\d/.test(version)) continue
      const libc = words.includes('musl')
        ? { libc: ['musl'] }
        : os === 'linux' && words.includes('gnu')
          ? { libc: ['glibc'] }
          : {}
      missing.push([
        `node_modules/${name}`,
        { version, cpu: [cpu], ...(wanting.dev ? { dev: true } : {}), ...libc, optional: true, os: [os] },
      ])
    }
  return missing
}

export function completed(lock: Lockfile): Lockfile {
  const entries = [...Object.entries(lock.packages), ...missingPlatforms(lock)]
  return { ...lock, packages: Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile
  const missing = missingPlatforms(lock)
  const names = missing.map(([place]) => place.replace('node_modules/', '')).join(', ')
  if (process.argv.includes('--check')) {
    if (missing.length > 0)
      console.error(`In package-lock.json fehlen ${names}; bitte „node tools/complete-lockfile.ts“ ausführen.`)
    process.exitCode = missing.length > 0 ? 1 : 0
  } else {
    writeFileSync('package-lock.json', `${JSON.stringify(completed(lock), null, 2)}\n`)
    console.log(missing.length > 0 ? `Ergänzt: ${names}` : 'Die Sperrdatei ist vollständig.')
  }
}
