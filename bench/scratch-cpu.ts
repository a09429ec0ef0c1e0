import pg from 'pg'
import { readFileSync } from 'node:fs'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
import { loadObject } from '#kit/objects/objects.ts'
const closing: (() => Promise<void>)[] = []
const house = await testHouse({ after: (fn) => void closing.push(fn) })
const erika = await founders(house)
const c = new pg.Client({ ...house.logins.app, pipeline: true } as never)
await c.connect()
await c.query("set timezone='UTC'")
const token = erika.cookie.split('=')[1]!
const pid = (await c.query('select pg_backend_pid() as pid')).rows[0].pid
const cpu = () => { const s = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' '); return Number(s[0]) / 1000 }
const q = (text: string, values: unknown[] = [], name?: string) => c.query({ text, values, ...(name ? { name } : {}) })
const time = async (name: string, n: number, fn: () => Promise<unknown>) => {
  for (let i = 0; i < 300; i++) await fn()
  const runs: number[] = [], js: number[] = []
  for (let r = 0; r < 5; r++) { const b = cpu(), m = process.cpuUsage(); for (let i = 0; i < n; i++) await fn(); runs.push((cpu() - b) / n); const u = process.cpuUsage(m); js.push((u.user+u.system)/n) }
  runs.sort((a, b) => a - b); js.sort((a,b)=>a-b)
  console.log(name.padEnd(50), 'pg', runs[2]!.toFixed(0), 'us   js', js[2]!.toFixed(0))
}
const B = () => c.query('begin'), C = () => c.query('commit')
const O = () => q('select * from access.open($1,$2)', [token, erika.organisation], 'open')
const all = (...f: (() => Promise<unknown>)[]) => () => Promise.all(f.map((x) => x()))
await time('select 1 named', 1000, () => q('select 1', [], 's1'))
await time('begin+commit simple piped', 1000, all(B, C))
await time('begin now', 1000, all(B, () => q('select clock.now()', [], 'now'), C))
await time('begin open commit', 1000, all(B, O, C))
await time('begin open actor commit', 1000, all(B, O, () => q('select (access.actor()).person', [], 'act'), C))
await time('begin open simple read commit', 1000, all(B, O, () => q('select id, kind, title, revision from kit.object where id = $1', [erika.organisation], 'sor'), C))
await time('begin open load commit', 1000, all(B, O, () => q(loadObject, [erika.organisation, '*'], 'load'), C))
await time('begin open load unnamed commit', 1000, all(B, O, () => q(loadObject, [erika.organisation, '*']), C))
await c.query('begin'); await O()
await time('in tx: open', 1000, O)
await time('in tx: actor', 1000, () => q('select (access.actor()).person', [], 'act'))
await time('in tx: load', 1000, () => q(loadObject, [erika.organisation, '*'], 'load'))
await c.query('commit')
const o = new pg.Client(house.logins.owner); await o.connect()
const opid = (await o.query('select pg_backend_pid() as pid')).rows[0].pid
await o.query('select 1')
const before = Number(readFileSync(`/proc/${opid}/schedstat`, 'utf8').split(' ')[0])
const m = process.cpuUsage()
for (let i = 0; i < 3000; i++) await o.query('select id, kind, title, revision from kit.object where id = $1', [erika.organisation])
const u = process.cpuUsage(m)
console.log('peer query: pg', ((Number(readFileSync(`/proc/${opid}/schedstat`, 'utf8').split(' ')[0]) - before) / 3000 / 1000).toFixed(0), 'us js', (u.user+u.system)/3000)
await o.end(); await c.end()
for (const close of closing.reverse()) await close()
