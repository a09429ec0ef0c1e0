// The real application as a process of its own on a managed database, for tests that kill it. It is heard as its operator hears it: by the terminal.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const main = new URL('./main.ts', import.meta.url).pathname

export class Application {
  readonly process: ChildProcess
  readonly ended: Promise<unknown>
  readonly #began = performance.now()
  #text = ''
  #wake: () => void = () => undefined

  constructor(data: string) {
    // No settings of the machine's own installation may reach it.
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, DATABASE_WORKER_URL: ___, SMTP_URL: ____, ...env } = process.env
    this.process = spawn(process.execPath, [main, 'serve'], {
      env: { ...env, DATA: data, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.ended = once(this.process, 'exit')
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.#text += chunk
        this.#wake()
      })
    void this.ended.then(() => this.#wake())
  }

  get text(): string {
    return this.#text
  }

  /** Waits until it serves: under which address, after how long, and with which one-time link where it is still empty. @throws when it ends before. */
  async ready(): Promise<{ address: string; milliseconds: number; token: string | null }> {
    for (;;) {
      const address = /bereit: (http:\S+)/.exec(this.#text)?.[1]
      if (address) {
        const milliseconds = performance.now() - this.#began
        // The link is printed right after; an installation in use prints none.
        await new Promise((go) => setTimeout(go, 100))
        return { address, milliseconds, token: /\/einrichten\/(\S+)/.exec(this.#text)?.[1] ?? null }
      }
      if (this.process.exitCode !== null || this.process.signalCode)
        throw new Error(`ended before it was ready:\n${this.#text}`)
      await new Promise<void>((go) => {
        this.#wake = go
      })
    }
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.process.kill(signal)
    await this.ended
  }
}
