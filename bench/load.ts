// A small closed-loop load in a process of its own: so many connections ask for one address again and again. It speaks just enough HTTP/1.1
// on a bare socket (keep-alive, content-length) to take little of the machine that it shares with what it measures.
import { fork } from 'node:child_process'
import { connect } from 'node:net'

export type Load = { perSecond: number; p50: number; p95: number; p99: number; faults: number }
type Order = { url: string; connections: number; requests: number; headers: Record<string, string> }

/** Runs in the child: `connections` sockets, each with one request under way, until `requests` are answered. */
async function run({ url, connections, requests, headers }: Order): Promise<Load> {
  const { hostname, port, pathname, search, host } = new URL(url)
  const lines = Object.entries({ host, connection: 'keep-alive', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const question = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`)
  const times: number[] = []
  let left = requests
  let faults = 0
  const one = () =>
    new Promise<void>((done, fail) => {
      const socket = connect(Number(port), hostname)
      let rest = ''
      let began = 0
      const ask = () => {
        if (left-- <= 0) return socket.end(done)
        began = performance.now()
        socket.write(question)
      }
      socket.setNoDelay(true)
      socket.on('connect', ask)
      socket.on('error', fail)
      socket.on('data', (chunk) => {
        rest += chunk.toString('latin1')
        const end = rest.indexOf('\r\n\r\n')
        const length = end < 0 ? null : /\r\ncontent-length: (\d+)/i.exec(rest.slice(0, end))?.[1]
        if (end >= 0 && length === undefined) return fail(new Error('an answer without content-length'))
        if (!length || rest.length < end + 4 + Number(length)) return
        if (!rest.startsWith('HTTP/1.1 200')) faults += 1
        times.push(performance.now() - began)
        rest = ''
        ask()
      })
    })
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  const seconds = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), faults }
}

/** A generator that lives until it is closed, so that every round finds it warm. */
export function openLoad() {
  const child = fork(new URL(import.meta.url), ['generator'], { stdio: 'inherit' })
  return {
    load: (url: string, options: { connections: number; requests: number; headers?: Record<string, string> }) =>
      new Promise<Load>((done, fail) => {
        child.once('message', (answer: Load | { error: string }) =>
          'error' in answer ? fail(new Error(answer.error)) : done(answer),
        )
        child.send({ url, headers: {}, ...options } satisfies Order)
      }),
    close: () => void child.kill(),
  }
}

if (process.argv[2] === 'generator')
  process.on('message', (order: Order) =>
    run(order).then(
      (answer) => process.send!(answer),
      (error: Error) => process.send!({ error: error.message }),
    ),
  )
