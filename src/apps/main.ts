// Starts an installation: database, migrations, application, worker; and stops them in order.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { answersOfMail } from '#areas/meetings/server/mails.ts'
import { type Login, openPool } from '#kit/db/database.ts'
import { roleNames } from '#kit/db/managed/login.ts'
import { startManaged } from '#kit/db/managed/managed.ts'
import type { RoleNames } from '#kit/db/migrate.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { demoMails } from '#kit/mail/outbox.ts'
import { buildingMark, clearExample, exampleMemory, refuseOccupiedPort, refuseUnknownWords } from './beginning.ts'
import { type Config, readConfig } from './config.ts'
import { prepareDatabase } from './database.ts'
import { buildDemo, demoRoutes } from './demo/demo.ts'
import { openHouse } from './house.ts'
import { pageOf } from './places.ts'
import { texts } from './texts.de.ts'
import { webFiles } from './web-files.ts'
import { openWorker } from './worker.ts'

type Logins = {
  app: Login | string
  owner: Login | string
  worker: Login | string
  roles: RoleNames
  announce(address: string): void
  stop(): Promise<void>
}
const say = (line: string) => process.stdout.write(`${line}\n`)

async function database(config: Config): Promise<Logins> {
  if (config.database) {
    const userOf = (url: string) => decodeURIComponent(new URL(url).username)
    const { app, owner, worker, backupRole } = config.database
    return {
      app,
      owner,
      worker,
      roles: { app: userOf(app), owner: userOf(owner), worker: userOf(worker), backup: backupRole },
      announce: () => undefined,
      stop: async () => undefined,
    }
  }
  const data = resolve(config.data)
  // An example whose building was broken off is not half an example: it is begun anew.
  const broken = config.mode === 'demo' && existsSync(join(data, buildingMark))
  if (config.fresh || broken) await clearExample(data)
  const managed = await startManaged({ data, log: say })
  const { app, owner, worker } = managed.logins
  return {
    app,
    owner,
    worker,
    roles: roleNames,
    announce: (address) => managed.announce(address),
    stop: () => managed.stop(),
  }
}

/** A one-time link for an empty installation: only whoever sees the terminal gets it. */
async function firstLink(owner: Login | string): Promise<string | null> {
  const pool = openPool(owner, 1)
  try {
    return await inPlainTransaction(pool, async (db) => {
      const { rows } = await sql<{ taken: boolean }>`select access.has_accounts() as taken`.execute(db)
      if (rows[0]!.taken) return null
      const token = randomBytes(24).toString('base64url')
      await sql`delete from access.first_link`.execute(db)
      await sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(token).digest()}, clock.now())`.execute(
        db,
      )
      return token
    })
  } finally {
    await pool.end()
  }
}

async function start(config: Config) {
  if (config.mode !== 'worker') await refuseOccupiedPort(config.port)
  const logins = await database(config)
  const closing: (() => Promise<void>)[] = [logins.stop]
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close().catch(() => undefined)
  }
  try {
    const ran = await prepareDatabase(logins.owner, logins.roles, { demo: config.mode === 'demo' })
    if (ran.length > 0) say(texts.migrated(ran.length))
    const memory = resolve(config.data, exampleMemory)
    const mailPool = config.mode === 'demo' ? openPool(logins.worker, 1) : null
    if (mailPool) closing.push(() => mailPool.end())
    const open = await openHouse({
      app: logins.app,
      demo: config.mode === 'demo',
      trustProxy: config.trustProxy,
      address: config.address,
      boundaries: { keyPrefix: config.areaPrefix, out: resolve(config.data, 'boundaries') },
      also: async (app, house) => {
        if (config.mode === 'demo') {
          demoRoutes(app, memory)
          demoMails(app, mailPool!, () => ({ address: house.address(), pageOf, answersOf: answersOfMail }))
        }
        await webFiles(app)
      },
    })
    closing.push(open.close)
    const worker = await openWorker({
      worker: logins.worker,
      log: open.house.log,
      mail: config.mail,
      address: () => open.house.address(),
      manual: false,
    })
    closing.push(worker.close)
    if (config.mode === 'worker') {
      say(texts.workerReady)
      return stop
    }
    const link = await firstLink(logins.owner)
    if (link && config.mode === 'demo') {
      const mark = resolve(config.data, buildingMark)
      writeFileSync(mark, '')
      await buildDemo({
        owner: logins.owner,
        worker: logins.worker,
        open,
        chores: worker,
        firstLink: link,
        memory,
        say: (what) => say(texts.demoBuilding(what)),
      })
      rmSync(mark)
    }
    const address = await open.listen(config.port)
    logins.announce(address)
    if (!config.mail) say(config.mode === 'demo' ? texts.demoMail : texts.noMail)
    say(texts.ready(address))
    if (config.mode === 'demo') say(texts.demoReady)
    else if (link) say(texts.firstRun(`${config.address ?? address}/einrichten/${link}`))
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

const [mode = 'serve', ...words] = process.argv.slice(2)
if (mode !== 'demo' && mode !== 'serve' && mode !== 'worker') {
  process.stderr.write(`${texts.unknownMode(mode)}\n`)
  process.exit(2)
}
say(texts.starting)
let stopped = false
const halt = (stop: () => Promise<void>) => async () => {
  if (stopped) return
  stopped = true
  say(texts.stopping)
  await stop()
  process.exit(0)
}
try {
  refuseUnknownWords(mode, words)
  const stop = await start(readConfig(mode, words))
  process.on('SIGINT', halt(stop))
  process.on('SIGTERM', halt(stop))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
