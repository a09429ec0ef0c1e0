// How long the second start takes, what application and database need idle, and what the first page weighs.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Row } from './row.ts'

const root = new URL('../', import.meta.url).pathname
const secondStarts = 3

type Running = { seconds: number; leader: number; stop(): Promise<void> }

/** Starts the demo as `npm run demo` does, and resolves when it says that it is ready. */
async function startDemo(data: string): Promise<Running> {
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, [join(root, 'tools/start.mjs'), 'demo'], {
    cwd: root,
    env: { ...process.env, DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = once(child, 'exit')
  let said = ''
  await new Promise<void>((done, fail) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      if (/bereit: http/.test(said)) done()
    })
    void ended.then(([code]) => fail(new Error(`the demo ended with ${code}:\n${said}`)))
  })
  return {
    seconds: (performance.now() - began) / 1000,
    leader: child.pid!,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

type Process = { pid: string; parent: string; group: string; command: string; kilobytes: number }
/** All processes with their proportional memory (Linux). */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        const [, parent = '', group = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
        return [{ pid, parent, group, command, kilobytes }]
      } catch {
        // Ended meanwhile, or somebody else's.
        return []
      }
    })
}

/** Megabytes of the application, of its database, and of the launcher that waits for them. */
function memoryOf(data: string, leader: number): { application: number; database: number; launcher: number } | null {
  if (!existsSync('/proc/self/smaps_rollup')) return null
  const all = processes()
  const server = all.find(({ command }) => command.includes(join(data, 'pg')) && !command.includes('main.ts'))
  const sum = (which: (one: Process) => boolean) =>
    all.filter(which).reduce((total, one) => total + one.kilobytes, 0) / 1024
  const ofDatabase = (one: Process) => one.pid === server?.pid || one.parent === server?.pid
  const isApplication = (one: Process) => one.group === String(leader) && one.command.includes('main.ts')
  return {
    application: sum((one) => isApplication(one) && !ofDatabase(one)),
    database: sum(ofDatabase),
    launcher: sum((one) => one.group === String(leader) && !isApplication(one) && !ofDatabase(one)),
  }
}

/** What the sign-in page loads: the entry, the page's own chunk, and all that these import; gzipped kilobytes. */
function weight(): { script: number; style: number } {
  const assets = join(root, 'dist/web/assets')
  const index = readFileSync(join(root, 'dist/web/index.html'), 'utf8')
  const bytes = (file: string) => gzipSync(readFileSync(join(assets, file))).length / 1000
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, next] of readFileSync(join(assets, file), 'utf8').matchAll(
      /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
    ))
      visit(next!)
  }
  for (const [, file] of index.matchAll(/assets\/([\w.-]+\.js)/g)) visit(file!)
  const page = readdirSync(assets).find((file) => /^SignIn-.*\.js$/.test(file))
  if (!page) throw new Error('the sign-in page has no chunk of its own')
  visit(page)
  const styles = new Set([...index.matchAll(/assets\/([\w.-]+\.css)/g)].map(([, file]) => file!))
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + bytes(file), 0)
  return { script: sum(seen), style: sum(styles) }
}

export async function startAndWeight(): Promise<Row[]> {
  const { script, style } = weight()
  const data = mkdtempSync(join(tmpdir(), 'nahtstelle-bench-'))
  let running: Running | null = null
  try {
    running = await startDemo(data)
    const first = running.seconds
    const again: number[] = []
    for (let round = 0; round < secondStarts; round++) {
      await running.stop()
      running = await startDemo(data)
      again.push(running.seconds)
    }
    await new Promise((done) => setTimeout(done, 15_000))
    const memory = memoryOf(data, running.leader)
    const second = again.sort((a, b) => a - b)[Math.floor(secondStarts / 2)]!
    return [
      {
        job: 'demo, first start with building the example',
        ours: `${first.toFixed(1)} s`,
        peer: '',
        ratio: '',
        size: 'after installation and build',
      },
      {
        job: 'demo, second start until ready',
        ours: `${second.toFixed(1)} s`,
        peer: 'goal: at most 5 s',
        ratio: '',
        size: `median of ${secondStarts}`,
      },
      ...(memory
        ? [
            {
              job: 'idle memory, application + database (proportional)',
              ours: `${(memory.application + memory.database).toFixed(0)} MB`,
              peer: 'goal: at most 300 MB',
              ratio: '',
              size: `15 s after the start; ${memory.application.toFixed(0)} + ${memory.database.toFixed(0)} MB; the waiting launcher ${memory.launcher.toFixed(0)} MB more`,
            },
          ]
        : []),
      {
        job: 'first page (/anmelden), JavaScript gzipped',
        ours: `${script.toFixed(0)} kB`,
        peer: 'goal: at most 200 kB',
        ratio: '',
        size: `and ${style.toFixed(0)} kB of style`,
      },
    ]
  } finally {
    await running?.stop().catch(() => undefined)
    rmSync(data, { recursive: true, force: true })
  }
}
