// A way into the managed database: who, with which password, through which socket folder. Everything here that speaks SQL
// opens its connection in this file.
import pg from 'pg'

export type Login = { host: string; port: number; user: string; password: string; database: string }

/** The names of the four roles and of the superuser, who exists only behind the socket. */
export const roleNames = {
  owner: 'nahtstelle_owner',
  app: 'nahtstelle_app',
  worker: 'nahtstelle_worker',
  backup: 'nahtstelle_backup',
} as const
export type RoleName = keyof typeof roleNames
export type Logins = Record<RoleName, Login>
export const adminName = 'nahtstelle_admin'
export const databaseName = 'nahtstelle'
/** Part of the socket's file name only: no TCP port is opened. */
export const socketPort = 5432

export async function connect(login: Login, purpose: string): Promise<pg.Client> {
  const client = new pg.Client({ ...login, application_name: purpose, connectionTimeoutMillis: 3000, ssl: false })
  // Without a listener a database that goes away would end the whole process.
  client.on('error', () => {})
  await client.connect()
  return client
}

export async function withConnection<T>(login: Login, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(login, 'nahtstelle managed')
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The SQLSTATE or the errno of whatever was thrown. */
export function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : ''
}
