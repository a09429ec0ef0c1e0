// A/B: functions in schema access (current) vs variants in files given
import pg from 'pg'
import { readFileSync } from 'node:fs'
import { execSync } from 'node:child_process'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
const closing: (() => Promise<void>)[] = []
const house = await testHouse({ after: (fn) => void closing.push(fn) })
const erika = await founders(house)
const admin = new pg.Client({ ...house.logins.owner } as never)
await admin.connect()
const app = house.logins.app.user
const variants: Record<string, string> = { now: '' }
for (const f of process.argv.slice(2)) {
  const name = f.replace(/\W/g, '_')
  let text = f === 'head' ? execSync('git show HEAD:src/kit/access/sql/0003-access.sql').toString() : readFileSync(f, 'utf8')
  const pick = [...text.matchAll(/create function access\.(signature|record_actor|open|open_at|actor|holds|changes|sees)\([\s\S]*?(?=\nrevoke|\ngrant|\n--|\n\ncreate)/g)].map((m) => m[0]).join(';\n')
  text = pick.replaceAll(/create function access\./g, `create function ${name}.`).replaceAll(/access\.(signature|record_actor|open|open_at|actor|holds|changes|sees)\(/g, `${name}.$1(`)
  await admin.query(`create schema ${name}; grant usage on schema ${name} to public`)
  if (f === 'head') await admin.query(`create function ${name}.cnow() returns timestamptz language sql stable security definer set search_path = '' return coalesce((select instant from clock.setting), transaction_timestamp());
   create function ${name}.ctoday() returns date language sql stable set search_path = '' return (${name}.cnow() at time zone 'Europe/Berlin')::date;`), text = text.replaceAll('clock.now()', `${name}.cnow()`).replaceAll('clock.today()', `${name}.ctoday()`)
  await admin.query(text)
  variants[f] = name
}
await admin.query('grant execute on all functions in schema access to public')
const token = erika.cookie.split('=')[1]!
const clients: Record<string, { c: pg.Client; cpu: () => number; s: string }> = {}
for (const [label, s] of Object.entries(variants)) {
  const c = new pg.Client({ ...house.logins.app, pipeline: true } as never); await c.connect(); await c.query("set timezone='UTC'")
  const pid = (await c.query('select pg_backend_pid() as pid')).rows[0].pid
  clients[label] = { c, s: s || 'access', cpu: () => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1000 }
}
const at = (c: pg.Client, s: string) => Promise.all([c.query('begin'), c.query({ name: `at${s}`, text: `select * from ${s}.open_at($1,$2,$3,'*')`, values: [token, erika.organisation, erika.organisation] }), c.query('commit')])
const jobs: Record<string, (c: pg.Client, s: string) => Promise<unknown>> = {
  open: (c, s) => Promise.all([c.query('begin'), c.query({ name: `open${s}`, text: `select * from ${s}.open($1,$2)`, values: [token, erika.organisation] }), c.query('commit')]),
  at,
  actor4: (c, s) => Promise.all([c.query('begin'), c.query({ name: `open${s}`, text: `select * from ${s}.open($1,$2)`, values: [token, erika.organisation] }),
    c.query({ name: `actor${s}`, text: `select (select ${s}.actor()), (select ${s}.actor()), (select ${s}.actor()), (select ${s}.actor())`, values: [] }), c.query('commit')]),
}
for (const [job, run] of Object.entries(jobs)) {
  const got: Record<string, number[]> = {}
  for (let round = 0; round < 25; round++) for (const [label, { c, s, cpu }] of Object.entries(clients)) {
    const b = cpu(); for (let i = 0; i < 200; i++) await run(c, s)
    ;(got[label] ??= []).push((cpu() - b) / 200)
  }
  for (const [label, runs] of Object.entries(got)) { runs.sort((a, b) => a - b); console.log(job, label.padEnd(20), 'min', runs[0]!.toFixed(0), 'q1', runs[6]!.toFixed(0), 'med', runs[12]!.toFixed(0)) }
}
for (const { c } of Object.values(clients)) await c.end()
await admin.end()
for (const close of closing.reverse()) await close()
