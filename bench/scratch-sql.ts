import pg from 'pg'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
const closing: (() => Promise<void>)[] = []
const house = await testHouse({ after: (fn) => void closing.push(fn) })
const erika = await founders(house)
const c = new pg.Client({ ...house.logins.app } as never)
await c.connect()
await c.query("set timezone='UTC'")
const token = erika.cookie.split('=')[1]!
await c.query('begin'); await c.query('select * from access.open($1,$2)', [token, erika.organisation])
console.log((await c.query("select current_setting('nahtstelle.actor') as x")).rows)
const per = async (name: string, expr: string, n = 5000) => {
  const runs: number[] = []
  for (let r = 0; r < 7; r++) { const b = performance.now(); await c.query(`select count(${expr}) from generate_series(1, ${n}) g`); runs.push((performance.now() - b) / n * 1000) }
  runs.sort((a, b) => a - b)
  console.log(name.padEnd(40), runs[3]!.toFixed(1), 'us; min', runs[0]!.toFixed(1))
}
await per('nothing', 'g')
await per('clock.now', 'clock.now()')
await per('clock.today', 'clock.today()')
await per('actor', 'access.actor()')
await per('sha', `sha256(convert_to(repeat('x', 400)||g,'UTF8'))`)
await per('cast to', `(select (x::access.actor).person from (select substr(current_setting('nahtstelle.actor'),65)||left(g::text,0) as x) y)`)
await per('holds', `access.holds((select access.actor()), '{chair,office,admin}', '${erika.organisation}')`)
await per('changes', `access.changes('${erika.organisation}', null, '${erika.person}', 'members', (select access.actor()))`)
await per('sees', `access.sees('members', '${erika.organisation}', '${erika.person}', '{}', null, (select access.actor()))`)
await per('open', `access.open('${token}', '${erika.organisation}')`)
const e = async (label: string, sqlText: string) => { console.log(label, (await c.query('explain (analyze, costs off, timing off) ' + sqlText)).rows.map((r) => r['QUERY PLAN']).join('\n')) }
const { loadObject } = await import('#kit/objects/objects.ts')
await e('load', loadObject.replace('$1', `'${erika.organisation}'`).replaceAll('$2', `'*'`))
await c.query('commit')
await c.end()
for (const close of closing.reverse()) await close()
