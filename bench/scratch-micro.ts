import pg from 'pg'
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
const time = async (name: string, n: number, fn: () => Promise<unknown>) => {
  for (let i = 0; i < 200; i++) await fn()
  const runs: number[] = []
  for (let r = 0; r < 5; r++) { const b = process.hrtime.bigint(); for (let i = 0; i < n; i++) await fn(); runs.push(Number(process.hrtime.bigint() - b) / n / 1000) }
  runs.sort((a, b) => a - b)
  console.log(name.padEnd(50), runs[2]!.toFixed(0), 'us', 'min', runs[0]!.toFixed(0))
}
const q = (text: string, values: unknown[] = [], name?: string) => c.query({ text, values, ...(name ? { name } : {}) })
await time('select 1 named', 1000, () => q('select 1', [], 's1'))
await time('select 1 simple', 1000, () => c.query('select 1'))
await time('begin+commit simple piped', 1000, () => Promise.all([c.query('begin'), c.query('commit')]))
await time('begin+commit named piped', 1000, () => Promise.all([q('begin', [], 'b'), q('commit', [], 'c')]))
const base = () => [q('begin', [], 'b')]
await time('begin open commit', 1000, () => Promise.all([...base(), q('select * from access.open($1,$2)', [token, erika.organisation], 'open'), q('commit', [], 'c')]))
await time('begin open load commit (named load)', 1000, () => Promise.all([...base(), q('select * from access.open($1,$2)', [token, erika.organisation], 'open'), q(loadObject, [erika.organisation, '*'], 'load'), q('commit', [], 'c')]))
await time('begin open load commit (unnamed load)', 1000, () => Promise.all([...base(), q('select * from access.open($1,$2)', [token, erika.organisation], 'open'), q(loadObject, [erika.organisation, '*']), q('commit', [], 'c')]))
await c.query('begin'); await q('select * from access.open($1,$2)', [token, erika.organisation], 'open')
await time('actor()', 1000, () => q('select (access.actor()).person', [], 'act'))
await time('signature()', 300, () => q("select current_setting('nahtstelle.actor')", [], 'act3'))
await time('clock.now', 1000, () => q('select clock.now()', [], 'now'))
await time('load', 1000, () => q(loadObject, [erika.organisation, '*'], 'load'))
await time('simple object read', 1000, () => q('select id, kind, title, revision from kit.object where id = $1', [erika.organisation], 'sor'))
await time('open in tx', 1000, () => q('select * from access.open($1,$2)', [token, erika.organisation], 'open'))
await c.query('commit')
const o = new pg.Client(house.logins.owner); await o.connect()
await time('peer query', 1000, () => o.query('select id, kind, title, revision from kit.object where id = $1', [erika.organisation]))
console.log((await o.query('select version()')).rows)
await o.end(); await c.end()
for (const close of closing.reverse()) await close()
