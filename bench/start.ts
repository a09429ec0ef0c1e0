// How long the second start takes, what application and database need idle, and what the first page weighs.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Row } from './row.ts'

const root = new URL('../', import.meta.url).pathname

/** Starts the demo and resolves when it is ready. */
function startDemo(data: string): Promise<{ seconds: number; pid: number; stop(): Promise<void> }> {
  const began = performance.now()
  const child = spawn('npm', ['run', 'demo', '--silent'], { cwd: root, env: { ...process.env, DATA: data, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  return new Promise((done, fail) => {
    child.on('exit', (code) => fail(new Error(`the demo ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('http://')) return
      done({
        seconds: (performance.now() - began) / 1000,
        pid: child.pid!,
        stop: () =>
          new Promise((stopped) => {
            child.removeAllListeners('exit')
            child.on('exit', () => stopped())
            process.kill(-child.pid!, 'SIGTERM')
          }),
      })
    })
  })
}

/** Proportional memory of all processes whose command line or parent belongs to this installation, in MB (Linux). */
function memoryOf(data: string, leader: number): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return [{ pid, parent: parent!, group: group!, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }]
    } catch {
      return []
    }
  })
  const server = processes.find((one) => one.command.includes(join(data, 'pg')))
  const ours = processes.filter((one) => (one.group === String(leader) && one.command.includes('main.ts')) || one.pid === server?.pid || one.parent === server?.pid)
  const kilobytes = ours.map((one) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one.pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** gzipped JavaScript that the first page (sign-in) loads. */
function weight(): { script: number; style: number } {
  const folder = join(root, 'dist/web')
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(join(folder, 'assets', file), 'utf8')
    for (const [, next] of text.matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g)) visit(next!)
  }
  for (const [, file] of index.matchAll(/assets\/([\w.-]+\.js)/g)) visit(file!)
  const signIn = readdirSync(join(folder, 'assets')).find((file) => /^SignIn-.*\.js$/.test(file))
  if (signIn) visit(signIn)
  const size = (file: string) => gzipSync(readFileSync(join(folder, 'assets', file))).length / 1000
  const styles = [...index.matchAll(/assets\/([\w.-]+\.css)/g)].map(([, file]) => size(file!))
  return { script: [...seen].reduce((sum, file) => sum + size(file), 0), style: styles.reduce((sum, one) => sum + one, 0) }
}

export async function startAndWeight(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'nahtstelle-bench-'))
  try {
    const first = await startDemo(data)
    await first.stop()
    const second = await startDemo(data)
    await new Promise((done) => setTimeout(done, 10_000))
    const memory = memoryOf(data, second.pid)
    await second.stop()
    const { script, style } = weight()
    return [
      { job: 'demo, first start with building the example', ours: `${first.seconds.toFixed(1)} s`, peer: '', ratio: '', size: 'after installation and build' },
      { job: 'demo, second start until ready', ours: `${second.seconds.toFixed(1)} s`, peer: 'goal: at most 5 s', ratio: '', size: '' },
      { job: 'idle memory, application + database (proportional)', ours: `${memory.toFixed(0)} MB`, peer: 'goal: at most 300 MB', ratio: '', size: '10 s after start' },
      { job: 'first page, JavaScript gzipped', ours: `${script.toFixed(0)} kB`, peer: 'goal: at most 200 kB', ratio: '', size: `and ${style.toFixed(0)} kB of style` },
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
