// A fresh database with every migration applied, for as long as something is read from it.
import pg from 'pg'
import { roleNames } from '#kit/db/managed/login.ts'
import { testCluster } from '#kit/db/managed/test-database.ts'
import { migrate } from '#kit/db/migrate.ts'
import type { RoleNames } from './schema.ts'

/** Printing asks the engine of the whole suite, so that a text does not depend on what the machine has. */
process.env.NAHTSTELLE_TEST_ENGINE ??= 'npm'

export async function onMigrated<T>(work: (client: pg.Client, roles: RoleNames) => Promise<T>): Promise<T> {
  const cluster = await testCluster()
  try {
    const database = await cluster.createDatabase()
    await migrate(database.logins.owner, roleNames)
    const client = new pg.Client(database.logins.owner)
    await client.connect()
    try {
      return await work(client, roleNames)
    } finally {
      await client.end()
      await database.drop()
    }
  } finally {
    await cluster.stop()
  }
}
