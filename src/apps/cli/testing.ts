// What the tests of the command line share: the real programme in a process of its own.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const programme = new URL('../cli.ts', import.meta.url).pathname
/** In no test may it find the machine's own installation. */
const { DATABASE_URL: _, DATABASE_OWNER_URL: __, DATABASE_WORKER_URL: ___, DATA: ____, ...bare } = process.env

export type Ended = { code: number | null; out: string; told: string; megabytes: number }

export function nahtstelle(
  words: readonly string[],
  { input, env = {} }: { input?: Buffer | string; env?: Record<string, string> } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [programme, ...words], { env: { ...bare, DATA: '/nonexistent', ...env } })
  const ended: Ended = { code: null, out: '', told: '', megabytes: 0 }
  // Decoded by the stream: a chunk may end in the middle of an umlaut.
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    ended.out += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    ended.told += part
  })
  // It may end before it has taken everything.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input ?? '')
  const watch = setInterval(() => {
    try {
      const most = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
      ended.megabytes = Math.max(ended.megabytes, Number(most ?? 0) / 1024)
    } catch {
      // It has ended, or this system tells nothing.
    }
  }, 20)
  return new Promise((done) =>
    child.on('close', (code) => {
      clearInterval(watch)
      done({ ...ended, code })
    }),
  )
}

/** What a command that ended well printed as JSON. */
export const read = (ended: Ended) => {
  assert.equal(ended.code, 0, ended.told)
  return JSON.parse(ended.out)
}
/** One German sentence (or two) on standard error, nothing on standard output. */
export const refused = (ended: Ended, sentence: RegExp) => {
  assert.equal(ended.code, 1, `${ended.out}${ended.told}`)
  assert.equal(ended.out, '')
  assert.match(ended.told, sentence)
  assert.equal(ended.told.trim().split('\n').length, 1, ended.told)
  assert.doesNotMatch(ended.told, /Error|undefined|at .*\.ts/)
}
