// One LISTEN connection per process. It tells only the number up to which the journal is sealed; what changed, each reader fetches with own rights.
import pg from 'pg'
import type { Logger } from 'pino'

export type Listening = {
  /** Calls back with every new sealed number, and once after a gap of the connection. */
  on(heard: (number: number) => void): () => void
  close(): Promise<void>
}

const firstWait = 250
const longestWait = 10_000

/** Connects when the first reader comes, reconnects by itself. */
export function listening(pool: pg.Pool, log: Logger): Listening {
  const readers = new Set<(number: number) => void>()
  let client: pg.Client | null = null
  let closed = false
  let wait = firstWait
  let timer: NodeJS.Timeout | undefined
  const tell = (number: number) => {
    for (const reader of readers) reader(number)
  }
  const again = () => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      void connect(true)
    }, wait)
    wait = Math.min(wait * 2, longestWait)
  }
  const connect = async (afterGap: boolean) => {
    const { host, port, user, password, database, connectionString, ssl } = pool.options
    const fresh = new pg.Client({
      host,
      port,
      user,
      password,
      database,
      connectionString,
      ssl,
      application_name: 'nahtstelle live',
      keepAlive: true,
    } as pg.ClientConfig)
    client = fresh
    fresh.on('error', (error) => log.warn({ message: error.message }, 'live'))
    fresh.on('end', () => {
      if (client === fresh) again()
    })
    fresh.on('notification', ({ payload }) => tell(Number(payload)))
    try {
      await fresh.connect()
      await fresh.query('listen journal')
      wait = firstWait
      if (!afterGap) return
      const { rows } = await fresh.query<{ head: number }>('select journal.head() as head')
      tell(rows[0]!.head)
    } catch (error) {
      log.warn({ message: (error as Error).message }, 'live')
      if (client === fresh) again()
    }
  }
  return {
    on(heard) {
      readers.add(heard)
      if (!client) void connect(false)
      return () => void readers.delete(heard)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      readers.clear()
      const last = client
      client = null
      await last?.end().catch(() => undefined)
    },
  }
}
