// A server for tests: one per run, shared by all its test files, fast and without durability. It dies with the process that
// started it, however that process ends, and leaves nothing behind.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clusterMark, loginsOf } from './accounts.ts'
import { type Login, type Logins, withConnection } from './login.ts'
import { type Cluster, openCluster } from './open-cluster.ts'
import { stopPostmaster } from './postmaster.ts'
import { createDatabase, unguessableName } from './roles.ts'
import { removeSocketFolder } from './socket-folder.ts'

export type TestDatabase = { name: string; logins: Logins; drop(): Promise<void> }
export type TestCluster = {
  admin: Login
  /** Hand this to test processes that shall share the server. */
  env: { NAHTSTELLE_TEST_CLUSTER: string }
  createDatabase(template?: string): Promise<TestDatabase>
  /** Every caller stops; the server goes when the last one has, at the latest with its process. */
  stop(): Promise<void>
}
type Access = { admin: Login; logins: Logins }

type Own = Access & { stop(): Promise<void> }

const shareVariable = 'NAHTSTELLE_TEST_CLUSTER'
/** Tests follow each other closely: the server of a process waits for the next one before it goes. */
const lingering = 3_000
let own: Promise<Own> | null = null
let users = 0

/** The server of this run, or a new one. `NAHTSTELLE_TEST_ENGINE=system|npm` chooses the binaries. */
export async function testCluster(): Promise<TestCluster> {
  const shared = process.env[shareVariable]
  if (shared && !own) return clusterWith(JSON.parse(shared) as Access, async () => {})
  own ??= startOwn()
  users += 1
  const access = await own
  let left = false
  return clusterWith(access, async () => {
    if (left) return
    left = true
    users -= 1
    setTimeout(() => void stopUnused(), lingering).unref()
  })
}

async function stopUnused(): Promise<void> {
  if (users > 0 || !own) return
  const last = await own
  own = null
  delete process.env[shareVariable]
  await last.stop()
}

async function startOwn(): Promise<Own> {
  const data = mkdtempSync(join(tmpdir(), 'nst-'))
  const wish = process.env.NAHTSTELLE_TEST_ENGINE
  const prefer = wish === 'system' || wish === 'npm' ? ({ prefer: wish } as const) : {}
  const cluster = await openCluster({ data, log: () => {}, ...prefer }, 'disposable')
  const guard = guardAgainstLeftovers(cluster)
  const access = loginsOf(cluster.accounts, cluster.server.socketDir)
  // Test processes started from here share it.
  process.env[shareVariable] = JSON.stringify(access)
  return {
    ...access,
    async stop() {
      await stopPostmaster(cluster.folder, clusterMark(cluster.folder, cluster.accounts), () => {})
      guard()
      removeSocketFolder(cluster.server.socketDir)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function clusterWith({ admin, logins }: Access, stop: () => Promise<void>): TestCluster {
  return {
    admin,
    env: { [shareVariable]: JSON.stringify({ admin, logins }) },
    stop,
    async createDatabase(template) {
      const name = unguessableName()
      await withConnection(admin, (client) => createDatabase(client, name, template ?? null))
      const inside = (login: Login): Login => ({ ...login, database: name })
      return {
        name,
        logins: {
          owner: inside(logins.owner),
          app: inside(logins.app),
          worker: inside(logins.worker),
          backup: inside(logins.backup),
        },
        drop: () =>
          withConnection(admin, async (client) => {
            await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
          }),
      }
    },
  }
}

/** A shell that waits for our end of a pipe to close: by `stop`, or by the death of this process. */
function guardAgainstLeftovers({ folder, server }: Cluster): () => void {
  const script = 'cat >/dev/null; kill -QUIT "$1" 2>/dev/null && sleep 1; rm -rf "$2" "$3"'
  const words = ['-c', script, 'sh', String(server.pid), folder.data, server.socketDir]
  const shell = spawn('/bin/sh', words, { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] })
  shell.unref()
  // Without this the pipe would keep the tests from ending.
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref()
  return () => void shell.kill('SIGKILL')
}
