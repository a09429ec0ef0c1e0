// A small closed-loop load: so many connections ask for one address again and again, for so many requests.
import { Agent, request } from 'node:http'

export type Load = { perSecond: number; p50: number; p99: number; faults: number }

export async function load(url: string, options: { connections: number; requests: number; headers?: Record<string, string> }): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const times: number[] = []
  let left = options.requests
  let faults = 0
  const one = () =>
    new Promise<void>((done) => {
      const began = performance.now()
      const call = request(url, { agent, headers: options.headers ?? {} }, (reply) => {
        reply.resume()
        reply.on('end', () => {
          if (reply.statusCode !== 200) faults += 1
          times.push(performance.now() - began)
          done()
        })
      })
      call.on('error', () => {
        faults += 1
        done()
      })
      call.end()
    })
  const began = performance.now()
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      while (left-- > 0) await one()
    }),
  )
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), faults }
}
