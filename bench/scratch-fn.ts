import pg from 'pg'
import { readFileSync } from 'node:fs'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
const closing: (() => Promise<void>)[] = []
const house = await testHouse({ after: (fn) => void closing.push(fn) })
const erika = await founders(house)
const admin = new pg.Client({ ...house.logins.owner } as never)
await admin.connect()
await admin.query(`
create schema t; grant usage on schema t to public;
create function t.a() returns int language plpgsql stable as $$ begin return 1; end $$;
create function t.b() returns int language plpgsql stable set search_path = '' as $$ begin return 1; end $$;
create function t.c() returns int language plpgsql stable security definer set search_path = '' as $$ begin return 1; end $$;
create function t.d() returns int language plpgsql stable security definer set search_path = '' as $$ declare x int; begin select 1 into x from clock.setting; return x; end $$;
create function t.e() returns int language plpgsql stable security definer set search_path = '' as $$ declare x int; begin select 1 into x from clock.setting; select 2 into x from access.seal; return x; end $$;
create function t.f() returns int language plpgsql stable security definer set search_path = '' as $$ declare x int; begin select 1 into x from clock.setting; select 2 into x from access.seal;
 select 3 into x from access.mandate m where person = '${erika.person}' and superseded_at is null; return x; end $$;
create function t.g() returns int language plpgsql stable security definer set search_path = '' as $$ declare x int; y text; begin select 1 into x from clock.setting; select 2 into x from access.seal;
 select 3 into x from access.mandate m where person = '${erika.person}' and superseded_at is null;
 y := encode(sha256(convert_to('x'||x||encode(sha256(convert_to('a'||x,'UTF8')),'hex'),'UTF8')),'hex'); return x; end $$;
create function t.h() returns int language plpgsql stable security definer set search_path = '' as $$ declare x int; y text; begin select 1 into x from clock.setting; select 2 into x from access.seal;
 select 3 into x from access.mandate m where person = '${erika.person}' and superseded_at is null;
 y := encode(sha256(convert_to('x'||x||encode(sha256(convert_to('a'||x,'UTF8')),'hex'),'UTF8')),'hex'); perform set_config('nahtstelle.actor', y, true); return x; end $$;
`)
const c = new pg.Client({ ...house.logins.app, pipeline: true } as never)
await c.connect()
await c.query("set timezone='UTC'")
const token = erika.cookie.split('=')[1]!
const pid = (await c.query('select pg_backend_pid() as pid')).rows[0].pid
const cpu = () => { const s = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' '); return Number(s[0]) / 1000 }
const q = (text: string, values: unknown[] = [], name?: string) => c.query({ text, values, ...(name ? { name } : {}) })
const time = async (name: string, n: number, fn: () => Promise<unknown>) => {
  for (let i = 0; i < 300; i++) await fn()
  const runs: number[] = []
  for (let r = 0; r < 7; r++) { const b = cpu(); for (let i = 0; i < n; i++) await fn(); runs.push((cpu() - b) / n) }
  runs.sort((a, b) => a - b)
  console.log(name.padEnd(50), 'pg', runs[3]!.toFixed(0), 'us min', runs[0]!.toFixed(0))
}
const B = () => c.query('begin'), C = () => c.query('commit')
const all = (...f: (() => Promise<unknown>)[]) => () => Promise.all(f.map((x) => x()))
for (const f of ['t.a()', 't.b()', 't.c()', 't.d()', 't.e()', 't.f()', 't.g()', 't.h()', 'clock.now()', 'clock.today()', `access.open('${token}','${erika.organisation}')`]) await time(f, 500, all(B, () => q(`select ${f}`, [], f.slice(0, 12)), C))
await admin.end(); await c.end()
for (const close of closing.reverse()) await close()
