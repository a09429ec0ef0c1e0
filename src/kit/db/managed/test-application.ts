// The smallest application on a managed database, run as a process of its own by the tests so that they can kill it. It says
// `ready`, then every row that the database has acknowledged, one per line; SIGTERM stops it in order.
// node test-application.ts DATA system|npm idle|write
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Login } from './login.ts'
import { startManaged } from './managed.ts'

const [data = '', engine = 'system', work = 'idle'] = process.argv.slice(2)
const say = (word: string, what: unknown = '') => process.stdout.write(`${word} ${JSON.stringify(what)}\n`)

let number = 0
async function writeRows(owner: Login): Promise<void> {
  const client = await connect(owner, 'test writer')
  await client.query(
    'create table if not exists acknowledged (id bigint generated always as identity, row text unique)',
  )
  for (;;) {
    number += 1
    const row = `${process.pid}-${number}`
    await client.query('insert into acknowledged (row) values ($1)', [row])
    say('row', row)
  }
}

/** As a pool does it: a broken connection is replaced by the next. */
async function writeOn(owner: Login): Promise<never> {
  for (;;) {
    await writeRows(owner).catch(() => {})
    await sleep(20)
  }
}

try {
  const prefer = engine === 'npm' ? 'npm' : 'system'
  const managed = await startManaged({ data, prefer, log: (line) => say('log', line) })
  process.on('SIGTERM', () => void managed.stop().then(() => process.exit(0)))
  managed.announce('http://127.0.0.1:4711')
  say('ready', { engine: managed.engine, socketDir: managed.socketDir })
  if (work === 'write') await writeOn(managed.logins.owner)
  else setInterval(() => {}, 1000)
} catch (fault) {
  say('fault', fault instanceof Error ? fault.message : String(fault))
  process.exit(1)
}
