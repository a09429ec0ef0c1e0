// Migrations: plain SQL, forward only, one ascending number over the whole house, each with its checksum. Only the owner runs them.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import type { Login } from './database.ts'
import { texts } from './migrate.texts.de.ts'

export type RoleNames = { owner: string; app: string; worker: string; backup: string }
export type Migration = { number: string; name: string; sql: string; checksum: string }

const source = new URL('../../', import.meta.url).pathname

/** All migrations of the house in their order. */
export function migrations(): Migration[] {
  return globSync('**/sql/*.sql', { cwd: source })
    .map((file) => {
      const sql = readFileSync(join(source, file), 'utf8')
      const name = basename(file, '.sql')
      return { number: name.slice(0, 4), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => a.number.localeCompare(b.number))
}

const filled = (sql: string, roles: RoleNames) =>
  sql.replaceAll(/\{\{(owner|app|worker|backup)\}\}/g, (_, role: keyof RoleNames) => roles[role])

/**
 * Brings the database to the level of this programme.
 * @throws an Error with a German sentence when the database is newer than the programme or a migration was changed afterwards.
 */
export async function migrate(
  owner: Login | string,
  roles: RoleNames,
  all: Migration[] = migrations(),
): Promise<string[]> {
  const client = new pg.Client(typeof owner === 'string' ? { connectionString: owner } : owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(20170515)')
    await client.query(`create schema if not exists migration;
      create table if not exists migration.step (number text primary key, name text not null, checksum text not null, ran_at timestamptz not null)`)
    const { rows } = await client.query<{ number: string; name: string; checksum: string }>(
      'select number, name, checksum from migration.step order by number',
    )
    const newest = all.at(-1)?.number ?? '0000'
    const ahead = rows.find((row) => row.number > newest)
    if (ahead) throw new Error(texts.newer(ahead.name))
    const ran: string[] = []
    for (const step of all) {
      const done = rows.find((row) => row.number === step.number)
      if (done && done.checksum !== step.checksum) throw new Error(texts.changed(step.name))
      if (done) continue
      await client.query('begin')
      try {
        await client.query(filled(step.sql, roles))
        await client.query(
          'insert into migration.step (number, name, checksum, ran_at) values ($1, $2, $3, transaction_timestamp())',
          [step.number, step.name, step.checksum],
        )
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => undefined)
        throw new Error(texts.failed(step.name, error instanceof Error ? error.message : String(error)), {
          cause: error,
        })
      }
      ran.push(step.name)
    }
    await client.query(
      `grant usage on schema migration to ${roles.app}, ${roles.backup}; grant select on migration.step to ${roles.app}, ${roles.backup}`,
    )
    return ran
  } finally {
    await client.end()
  }
}
