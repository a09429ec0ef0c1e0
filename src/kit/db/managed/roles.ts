// The four roles of an installation and its database. No role may pass row-level security, with one exception: the backup
// must read everything although the tables force it even on their owner, so it may pass it, and read, but write nothing.
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Accounts } from './accounts.ts'
import { databaseName, type Login, type RoleName, roleNames, withConnection } from './login.ts'

/** Two starts at once prepare one after the other. */
const prepareLock = 1314990197

/** May be repeated: a start that was killed half-way is finished by the next one. */
export function prepareRolesAndDatabase(admin: Login, accounts: Accounts): Promise<void> {
  return withConnection(admin, async (client) => {
    await client.query('select pg_advisory_lock($1)', [prepareLock])
    for (const role of Object.keys(roleNames) as RoleName[]) await ensureRole(client, role, accounts.passwords[role])
    await client.query(`grant pg_read_all_data to ${roleNames.backup}`)
    await client.query('revoke all on database postgres from public')
    await client.query('revoke all on database template1 from public')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await createDatabase(client, databaseName, null)
    else await closeDatabase(client, databaseName)
  })
}

async function ensureRole(client: pg.Client, role: RoleName, password: string): Promise<void> {
  const name = roleNames[role]
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  const rights = `login nosuperuser nocreatedb nocreaterole noreplication ${role === 'backup' ? '' : 'no'}bypassrls`
  const verb = rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role ${name} ${rights} password ${client.escapeLiteral(password)}`)
}

export async function createDatabase(client: pg.Client, name: string, template: string | null): Promise<void> {
  // The files of a template are copied as they are: by way of the log, block by block, it takes twice as long.
  const source = template === null ? '' : ` template ${client.escapeIdentifier(template)} strategy file_copy`
  await client.query(`create database ${client.escapeIdentifier(name)} owner ${roleNames.owner}${source}`)
  await closeDatabase(client, name)
}

/** By default PostgreSQL lets everybody connect to every database. */
async function closeDatabase(client: pg.Client, name: string): Promise<void> {
  const quoted = client.escapeIdentifier(name)
  await client.query(`revoke all on database ${quoted} from public`)
  await client.query(`grant connect on database ${quoted} to ${Object.values(roleNames).join(', ')}`)
}

/** A name that no other test run on this server can meet. */
export function unguessableName(): string {
  return `test_${randomBytes(9).toString('hex')}`
}
