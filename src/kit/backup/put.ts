// Puts a backup back: first read to its end and checked, then everything in one transaction into an installation that holds nothing.
import { once } from 'node:events'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Login } from '#kit/db/database.ts'
import { type Migration, migrate, migrations, type RoleNames } from '#kit/db/migrate.ts'
import { Damaged, type Part, partsOf, type ReadHeading } from './read.ts'
import { fullName, leftOut, ofOneServer, quoted, quotedTable, type Table, tablesOf } from './tables.ts'
import { texts } from './texts.de.ts'

/** Opens the same backup again from its beginning. */
export type Source = () => AsyncIterable<Buffer>

/** @throws Damaged with a German sentence when the file is not whole or comes from another programme. Touches no database. */
export async function checkBackup(source: Source): Promise<{ heading: ReadHeading; steps: Migration[] }> {
  let heading: ReadHeading | null = null
  for await (const part of partsOf(source())) if (part.kind === 'heading') heading = part.heading
  if (!heading) throw new Damaged(texts.noBackup)
  const known = migrations()
  const steps = heading.steps.map(([name, checksum], place) => {
    const step = known[place]
    if (!step) throw new Damaged(texts.newer(name))
    if (step.name !== name || step.checksum !== checksum) throw new Damaged(texts.other(name))
    return step
  })
  return { heading, steps }
}

/**
 * Restores into an installation without objects. The schema is first brought to the level of the backup; what came later runs at the next start.
 * @throws an Error with a German sentence; the installation is then as empty as before.
 */
export async function restore(source: Source, owner: Login | string, roles: RoleNames): Promise<ReadHeading> {
  const { heading, steps } = await checkBackup(source)
  const client = new pg.Client(typeof owner === 'string' ? { connectionString: owner } : owner)
  await client.connect()
  try {
    await requireEmpty(client)
    await levelWith(client, owner, roles, steps)
    await client.query('begin')
    try {
      await fill(client, source)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
    await client.query('analyze')
    return heading
  } finally {
    await client.end()
  }
}

async function requireEmpty(client: pg.Client) {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('kit.object') is not null as there")
  if (!rows[0]?.there) return
  const { rows: objects } = await client.query('select from kit.object limit 1')
  if (objects.length > 0) throw new Error(texts.notEmpty)
}

/** Schemas of another level are made anew: nothing is in them. */
async function levelWith(client: pg.Client, owner: Login | string, roles: RoleNames, steps: Migration[]) {
  const { rows: there } = await client.query<{ there: boolean }>(
    "select to_regclass('migration.step') is not null as there",
  )
  const ran = there[0]?.there
    ? (await client.query<{ name: string }>('select name from migration.step order by number')).rows
    : []
  if (ran.some((step, place) => step.name !== steps[place]?.name)) {
    const { rows } = await client.query<{ name: string }>(
      "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and pg_has_role(nspowner, 'member')",
    )
    await client.query(`drop schema ${rows.map(({ name }) => quoted(name)).join(', ')} cascade`)
  }
  await migrate(owner, roles, steps)
}

type Constraint = { table: string; name: string; definition: string }

/** While it is filled, no trigger acts and no reference is looked at; at the end every reference is checked anew. */
async function fill(client: pg.Client, source: Source) {
  const tables = new Map((await tablesOf(client)).map((table) => [fullName(table), table]))
  // A table that stays out may refer to one that is filled; in an empty installation it holds nothing that could lose its hold.
  const references = await referencesOf(client, [...tables.keys(), ...Object.keys(leftOut)])
  const { rows: guarded } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relforcerowsecurity`)
  const forced = new Set(guarded.map(({ name }) => name))
  for (const one of references) await client.query(`alter table ${one.table} drop constraint ${one.name}`)
  for (const [name, table] of tables) {
    await client.query(`alter table ${quotedTable(table)} disable trigger user`)
    if (forced.has(name)) await client.query(`alter table ${quotedTable(table)} no force row level security`)
    for (const [column, value] of Object.entries(ofOneServer[name] ?? {}))
      await client.query(`alter table ${quotedTable(table)} alter ${quoted(column)} set default ${value}`)
  }
  await client.query(`truncate ${[...tables.values()].map(quotedTable).join(', ')}`)
  await copyIn(client, source, tables)
  for (const [name, table] of tables) {
    for (const column of Object.keys(ofOneServer[name] ?? {}))
      await client.query(`alter table ${quotedTable(table)} alter ${quoted(column)} drop default`)
    if (forced.has(name)) await client.query(`alter table ${quotedTable(table)} force row level security`)
    await client.query(`alter table ${quotedTable(table)} enable trigger user`)
  }
  for (const one of references)
    await client.query(`alter table ${one.table} add constraint ${one.name} ${one.definition}`)
}

async function referencesOf(client: pg.Client, tables: readonly string[]): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname || '.' || c.relname = any ($1)`,
    [tables],
  )
  return rows
}

async function copyIn(client: pg.Client, source: Source, tables: ReadonlyMap<string, Table>) {
  let copy: ReturnType<typeof from> | null = null
  const fault: { error: Error | null } = { error: null }
  for await (const part of partsOf(source())) {
    if (part.kind === 'table') {
      copy = client.query(from(copyInto(part, tables)))
      copy.on('error', (error) => {
        fault.error ??= error
      })
    } else if (part.kind === 'rows' && copy) {
      if (!copy.write(part.bytes) && !fault.error) await once(copy, 'drain')
      if (fault.error) throw fault.error
    } else if (part.kind === 'end' && copy) {
      copy.end()
      if (!fault.error) await once(copy, 'finish')
      if (fault.error) throw fault.error
      copy = null
    } else if (part.kind === 'counters')
      for (const [name, [last, called]] of Object.entries(part.counters))
        await client.query('select setval($1::regclass, $2::bigint, $3::boolean)', [name, last, called])
  }
}

function copyInto(part: Extract<Part, { kind: 'table' }>, tables: ReadonlyMap<string, Table>): string {
  const table = tables.get(part.table)
  if (!table || part.columns.some((column) => !table.columns.includes(column)))
    throw new Damaged(texts.unknownTable(part.table))
  return `copy ${quotedTable(table)} (${part.columns.map(quoted).join(', ')}) from stdin`
}
