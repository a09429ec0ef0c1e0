// DATA/managed.json: the passwords of the managed database and where its socket lies. Written before the cluster exists, so
// that a start killed half-way finds the same passwords again; readable by nobody but its owner.
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { managedTexts } from '../texts.de.ts'
import type { Engine } from './engine.ts'
import { ManagedFault } from './fault.ts'
import { adminName, codeOf, databaseName, type Login, type Logins, roleNames, socketPort } from './login.ts'

type RoleKey = keyof Logins | 'admin'
export type Accounts = {
  passwords: Record<RoleKey, string>
  /** Random part of the name by which the processes of this cluster are recognised. */
  mark: string
  socketDir: string | null
  engine: Engine | null
  /** Roles and database exist. */
  prepared: boolean
}

/** The places of one managed installation. */
export type Folder = { data: string; pg: string; accounts: string; holder: string; log: string }

/** @param closed new folders are closed to everybody else, unless root makes them for another user. */
export function openFolder(data: string): Folder {
  try {
    mkdirSync(data, { recursive: true, mode: process.geteuid?.() === 0 ? 0o755 : 0o700 })
    accessSync(data, constants.W_OK | constants.X_OK)
    return placesOf(realpathSync(data))
  } catch (fault) {
    throw new ManagedFault('folder', managedTexts.fault.noFolder(resolve(data), codeOf(fault) || String(fault)))
  }
}

export function placesOf(data: string): Folder {
  const place = (name: string) => join(data, name)
  return {
    data,
    pg: place('pg'),
    accounts: place('managed.json'),
    holder: place('holder.json'),
    log: place('pg.log'),
  }
}

export function readAccounts(folder: Folder): Accounts | null {
  if (!existsSync(folder.accounts)) return null
  try {
    const read = JSON.parse(readFileSync(folder.accounts, 'utf8')) as Accounts
    if (typeof read.passwords.admin !== 'string' || typeof read.mark !== 'string') throw new Error('incomplete')
    return read
  } catch {
    throw new ManagedFault('accounts', managedTexts.fault.accountsBroken(folder.accounts))
  }
}

/** The accounts of this folder, made now if there are none. Of two starts at once, one makes them and both use them. */
export function ensureAccounts(folder: Folder): Accounts {
  const present = readAccounts(folder)
  if (present) return present
  if (existsSync(join(folder.pg, 'PG_VERSION'))) {
    throw new ManagedFault('accounts', managedTexts.fault.accountsGone(folder.accounts, folder.pg))
  }
  const password = () => randomBytes(24).toString('base64url')
  const fresh: Accounts = {
    passwords: { admin: password(), owner: password(), app: password(), worker: password(), backup: password() },
    mark: randomBytes(6).toString('hex'),
    socketDir: null,
    engine: null,
    prepared: false,
  }
  const draft = write(folder, fresh)
  try {
    linkSync(draft, folder.accounts)
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault
  } finally {
    rmSync(draft, { force: true })
  }
  return readAccounts(folder) ?? fresh
}

export function saveAccounts(folder: Folder, accounts: Accounts): void {
  renameSync(write(folder, accounts), folder.accounts)
}

/** A durable draft beside the file, so that the file itself is always whole, also after a power cut. */
function write(folder: Folder, accounts: Accounts): string {
  const draft = `${folder.accounts}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  const handle = openSync(draft, 'r')
  fsyncSync(handle)
  closeSync(handle)
  return draft
}

/** Stands in the command line of every process of this cluster. A copied folder lies elsewhere and gets another mark. */
export function clusterMark(folder: Folder, accounts: Accounts): string {
  const own = createHash('sha256').update(`${accounts.mark} ${folder.pg}`).digest('hex')
  return `nahtstelle-${own.slice(0, 16)}`
}

export function loginsOf(accounts: Accounts, host: string): { logins: Logins; admin: Login } {
  const login = (user: string, key: RoleKey, database = databaseName): Login => {
    return { host, port: socketPort, user, password: accounts.passwords[key], database }
  }
  return {
    admin: login(adminName, 'admin', 'postgres'),
    logins: {
      owner: login(roleNames.owner, 'owner'),
      app: login(roleNames.app, 'app'),
      worker: login(roleNames.worker, 'worker'),
      backup: login(roleNames.backup, 'backup'),
    },
  }
}
