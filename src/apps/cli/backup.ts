// `backup`, `restore`, `export all` and `move-to`: the whole content of an installation, out and in again.
import { createReadStream, createWriteStream, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { checkBackup, restore, type Source } from '#kit/backup/put.ts'
import { Damaged, type ReadHeading } from '#kit/backup/read.ts'
import { backupOf } from '#kit/backup/take.ts'
import { texts as backupTexts } from '#kit/backup/texts.de.ts'
import type { Login } from '#kit/db/database.ts'
import { roleNames } from '#kit/db/managed/login.ts'
import type { RoleNames } from '#kit/db/migrate.ts'
import { texts } from '../cli.texts.de.ts'
import { readConfig } from '../config.ts'
import { bringUpToDate, openAlone, openInstallation } from './installation.ts'
import { type Command, readWords, tell, Words } from './words.ts'

export const backup: Command = async (words) => {
  const file = readWords('backup', words, 1, {}).names[0]!
  if (file !== '-' && existsSync(file)) throw new Error(texts.fileThere(file))
  await withInstallation(async (login) => {
    if (file === '-') return reading(login, (bytes) => pipeline(bytes, createGzip(), process.stdout, { end: false }))
    await writeFile(login, file)
    tell(texts.backedUp(file, (await checkBackup(sourceOf(file))).heading.journal))
  })
  return 0
}

export const exportAll: Command = async (words) => {
  const kind = readWords('export', words, 1, {}).names[0]!
  if (kind !== 'all') throw new Words(texts.unknownExport(kind))
  await withInstallation((login) => reading(login, (bytes) => pipeline(bytes, process.stdout, { end: false })))
  return 0
}

export const restoreFile: Command = async (words) => {
  const file = readWords('restore', words, 1, {}).names[0]!
  await asFile(file, async (source) => {
    // Before a new folder is laid out for it.
    await checkBackup(source)
    const { database } = readConfig('serve', [])
    if (database) return tell(texts.restored((await putInto(source, database)).journal))
    const own = await openAlone()
    try {
      const heading = await restore(source, own.logins.owner, roleNames)
      tell(texts.restored(heading.journal))
    } finally {
      await own.stop()
    }
  })
  return 0
}

export const moveTo: Command = async (words) => {
  const address = readWords('move-to', words, 1, {}).names[0]!
  const { database } = readConfig('serve', [], { ...process.env, DATABASE_URL: address })
  const folder = mkdtempSync(join(tmpdir(), 'nahtstelle-'))
  try {
    const file = join(folder, 'backup.gz')
    const own = await openAlone()
    try {
      await writeFile(own.logins.backup, file)
    } finally {
      await own.stop()
    }
    const heading = await putInto(sourceOf(file), database!)
    await bringUpToDate(database!.owner, rolesOf(database!))
    tell(texts.moved(heading.journal))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return 0
}

type Server = NonNullable<ReturnType<typeof readConfig>['database']>
const userOf = (url: string) => decodeURIComponent(new URL(url).username)
const rolesOf = (database: Server): RoleNames => ({
  owner: userOf(database.owner),
  app: userOf(database.app),
  worker: userOf(database.worker),
  backup: database.backupRole,
})
const putInto = (source: Source, database: Server): Promise<ReadHeading> =>
  restore(source, database.owner, rolesOf(database))

async function withInstallation(work: (login: Login | string) => Promise<void>) {
  const installation = await openInstallation()
  try {
    if (!installation.backup) throw new Error(texts.needsBackupLogin)
    await work(installation.backup)
  } finally {
    await installation.close()
  }
}

async function reading(login: Login | string, work: (bytes: AsyncIterable<Buffer>) => Promise<void>) {
  const client = new pg.Client(typeof login === 'string' ? { connectionString: login } : login)
  await client.connect()
  try {
    await work(backupOf(client))
  } finally {
    await client.end()
  }
}

/** Under another name until it is whole; for nobody else to read. */
async function writeFile(login: Login | string, file: string) {
  const part = `${file}.teil`
  try {
    await reading(login, (bytes) =>
      pipeline(bytes, createGzip(), createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })),
    )
    renameSync(part, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Error(texts.fileThere(part))
    if (code !== 'ENOENT' && code !== 'EACCES') rmSync(part, { force: true })
    throw code === 'ENOENT' || code === 'EACCES' || code === 'EROFS' ? new Error(texts.notWritable(file)) : error
  }
}

/** Packed or not. */
function sourceOf(file: string): Source {
  return async function* () {
    const handle = await open(file).catch(() => {
      throw new Error(texts.noFile(file))
    })
    const first = Buffer.alloc(2)
    await handle.read(first, 0, 2, 0)
    await handle.close()
    const bytes = createReadStream(file)
    const packed = first[0] === 0x1f && first[1] === 0x8b
    try {
      yield* (packed ? bytes.pipe(createGunzip()) : bytes) as AsyncIterable<Buffer>
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw code?.startsWith('Z_') ? new Damaged(backupTexts.damaged) : error
    } finally {
      bytes.destroy()
    }
  }
}

/** It is read twice; standard input only runs by once. */
async function asFile(file: string, work: (source: Source) => Promise<void>) {
  if (file !== '-') return work(sourceOf(file))
  const folder = mkdtempSync(join(tmpdir(), 'nahtstelle-'))
  try {
    const kept = join(folder, 'backup')
    await pipeline(process.stdin, createWriteStream(kept, { mode: 0o600 }))
    await work(sourceOf(kept))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
