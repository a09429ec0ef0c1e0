import pg from 'pg'
import { spawn, execSync } from 'node:child_process'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
const closing: (() => Promise<void>)[] = []
const house = await testHouse({ after: (fn) => void closing.push(fn) })
const erika = await founders(house)
const c = new pg.Client({ ...house.logins.app, pipeline: true } as never)
await c.connect()
await c.query("set timezone='UTC'")
const token = erika.cookie.split('=')[1]!
const pid = (await c.query('select pg_backend_pid() as pid')).rows[0].pid
const go = async (n: number) => { for (let i = 0; i < n; i++) await Promise.all([c.query('begin'), c.query({ name: 'open', text: 'select * from access.open($1,$2)', values: [token, erika.organisation] }), c.query('commit')]) }
await go(500)
const p = spawn('perf', ['record', '-g', '-o', '/tmp/perf.data', '-p', String(pid)], { stdio: 'inherit' })
await new Promise((d) => setTimeout(d, 500))
await go(8000)
p.kill('SIGINT'); await new Promise((d) => p.on('exit', d))
await c.end()
for (const close of closing.reverse()) await close()
