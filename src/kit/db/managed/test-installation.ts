// What the tests of the managed database need: folders that vanish, applications that can be killed, a look at processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { placesOf, readAccounts } from './accounts.ts'
import { usualPlaces } from './engine.ts'
import { send } from './processes.ts'

export type EngineName = 'system' | 'npm'
type Line = { word: string; what: unknown }

/** The engines that this machine has. */
export function presentEngines(): EngineName[] {
  const { debian, npm } = usualPlaces()
  const system = existsSync(debian) && readdirSync(debian).some((name) => existsSync(join(debian, name, 'bin/initdb')))
  return [...(system ? ['system' as const] : []), ...(npm !== null ? ['npm' as const] : [])]
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'nst-'))
}

export function postmasterPid(data: string): number {
  const file = join(data, 'pg/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}

/** Ends whatever a failed test left running, and removes the folder with its socket. */
export function clearAway(data: string): void {
  const pid = postmasterPid(data)
  if (pid > 0 && pid !== process.pid) send(pid, 'SIGQUIT')
  const socketDir = existsSync(join(data, 'managed.json')) ? readAccounts(placesOf(data))?.socketDir : null
  if (socketDir) rmSync(socketDir, { recursive: true, force: true })
  rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

export class TestApplication {
  readonly lines: Line[] = []
  readonly process: ChildProcess
  readonly ended: Promise<unknown>
  #wake: () => void = () => {}

  constructor(data: string, engine: EngineName, work: 'idle' | 'write', before: string[] = []) {
    const script = join(import.meta.dirname, 'test-application.ts')
    const [file, ...words] = [...before, process.execPath, script, data, engine, work]
    this.process = spawn(file ?? process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    const { stdout } = this.process
    this.ended = Promise.all([once(this.process, 'exit'), stdout ? once(stdout, 'close') : null])
    if (stdout) createInterface({ input: stdout }).on('line', (line) => this.#hear(line))
  }

  #hear(line: string): void {
    const gap = line.indexOf(' ')
    try {
      this.lines.push({ word: line.slice(0, gap), what: JSON.parse(line.slice(gap + 1)) })
    } catch {
      // A line cut off by kill -9 is no acknowledgement.
    }
    this.#wake()
  }

  said(word: string): unknown[] {
    return this.lines.filter((line) => line.word === word).map((line) => line.what)
  }

  /** Waits until it has said this, or has ended. */
  async until(word: string, containing = ''): Promise<string> {
    for (;;) {
      const found = this.said(word).find((what) => JSON.stringify(what).includes(containing))
      if (found !== undefined) return typeof found === 'string' ? found : JSON.stringify(found)
      const next = new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      const over = await Promise.race([next.then(() => false), this.ended.then(() => true)])
      if (over && this.said(word).length === 0)
        throw new Error(`ended without "${word}": ${JSON.stringify(this.lines)}`)
    }
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.process.kill(signal)
    await this.ended
  }
}
