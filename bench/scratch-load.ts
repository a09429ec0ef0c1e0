import Fastify from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import { readFileSync } from 'node:fs'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
import { contract } from '#kit/http/contract.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { serve } from '#kit/http/serve.ts'
import { head } from '#kit/objects/objects.ts'
import { Id, ObjectHead } from '#kit/ref.ts'
import { openLoad } from './load.ts'
const entry = contract({
  read: { method: 'GET', path: '/bench/:id', summary: 'One object', who: 'signedIn', target: '*', params: z.object({ id: Id }), reply: z.object({ object: ObjectHead }) },
})
const handlers: Handlers<typeof entry> = { read: async (_input, { target }) => ({ object: head(target) }) }
const closing: (() => unknown)[] = []
const house = await testHouse({ after: (fn: () => Promise<void>) => void closing.push(fn) }, { also: async (app, own) => serve(app, 'bench', entry, own, handlers, {}) })
const erika = await founders(house)
const url = await house.url()
const pool = new pg.Pool({ ...house.logins.owner, max: 10 })
const bare = Fastify()
bare.get('/entry/:id', async (request) => (await pool.query('select * from kit.object where id = $1', [(request.params as { id: string }).id])).rows[0])
const peer = await bare.listen({ port: 0, host: '127.0.0.1' })
closing.push(() => pool.end(), () => bare.close())
const { load, close } = openLoad(); closing.push(close)
const headers = { cookie: erika.cookie, 'x-acting-for': erika.organisation }
const admin = new pg.Client(house.logins.owner); await admin.connect()
const jobs: Record<string, () => Promise<{ perSecond: number; faults: number; p50: number; p99: number }>> = {
  peer: () => load(`${peer}/entry/${erika.organisation}`, { connections: 32, requests: 2000 }),
  kit: () => load(`${url}/api/bench/${erika.organisation}`, { connections: 32, requests: 2000, headers }),
}
if (!process.env.ONLY) jobs.page = () => load(`${url}/api/trail/${erika.organisation}/around`, { connections: 32, requests: 2000, headers })
if (process.env.ONLY) delete jobs.peer
const child = await import('node:child_process')
const pids = () => child.execFileSync('ps', ['-eo', 'pid=,args=']).toString().split('\n').filter((l) => l.includes('postgres: ') && l.includes(house.logins.app.database)).map((l) => l.trim().split(' ')[0]!)
const cpu = () => { let s = 0; for (const p of pids()) { try { s += Number(readFileSync(`/proc/${p}/schedstat`, 'utf8').split(' ')[0]) / 1000 } catch {} } return s }
if (process.env.PERF) { await jobs.kit!(); child.spawn('perf', ['record', '-g', '-o', '/tmp/ovh/perf.data', '-p', pids().join(','), '--', 'sleep', '6'], { stdio: 'ignore' }) }
import { Session } from 'node:inspector/promises'
import { writeFileSync, mkdirSync, rmSync } from 'node:fs'
const session = new Session()
if (process.env.PROF) { await jobs[process.env.PROF]!(); session.connect(); await session.post('Profiler.enable'); await session.post('Profiler.setSamplingInterval', { interval: 200 }); await session.post('Profiler.start'); for (let i = 0; i < 6; i++) await jobs[process.env.PROF]!(); const { profile } = await session.post('Profiler.stop'); rmSync('/tmp/ovh/prof', { recursive: true, force: true }); mkdirSync('/tmp/ovh/prof', { recursive: true }); writeFileSync('/tmp/ovh/prof/x.cpuprofile', JSON.stringify(profile)) }
const out: Record<string, number[][]> = {}
for (let r = -1; r < Number(process.env.ROUNDS ?? 5); r++) for (const [n, j] of Object.entries(jobs)) {
  const b = cpu(), m = process.cpuUsage(); const one = await j(); const u = process.cpuUsage(m)
  if (one.faults) throw new Error('faults')
  if (r >= 0) (out[n] ??= []).push([(u.user + u.system) / 2000, (cpu() - b) / 2000, one.perSecond, one.p50, one.p99])
}
const med = (a: number[]) => a.sort((x, y) => x - y)[Math.floor(a.length / 2)]!
for (const [n, rows] of Object.entries(out)) console.log(n.padEnd(8), 'node us', med(rows.map((r) => r[0]!)).toFixed(0), 'pg us', med(rows.map((r) => r[1]!)).toFixed(0), 'rate', med(rows.map((r) => r[2]!)).toFixed(0), 'p50', med(rows.map((r) => r[3]!)).toFixed(1), 'p99', med(rows.map((r) => r[4]!)).toFixed(1))
await admin.end()
for (const c of closing.reverse()) await c()
