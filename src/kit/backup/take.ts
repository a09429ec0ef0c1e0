// Writes the whole content of an installation as lines of text, always the same for the same content: a heading, then every table in the form
// of PostgreSQL's own COPY, then where the counters stand, then the sum over all of it.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { fullName, quoted, quotedTable, type Table, tablesOf } from './tables.ts'

export type Heading = {
  nahtstelle: 'backup'
  version: 1
  /** The migrations of the database it comes from, by name and checksum. */
  steps: [string, string][]
  /** The sealed number and the head of the chain of the journal, or null where nothing is sealed yet. */
  journal: { number: number; chain: string } | null
}
export type Counters = Record<string, [last: string, called: boolean]>
export type Closing = { rows: number; sha256: string }

const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`)
const newlines = /\n/g

/** Reads in one snapshot, beside whatever else happens. The client reads everything: it is the login for backups. */
export async function* backupOf(client: pg.Client): AsyncGenerator<Buffer> {
  const sum = createHash('sha256')
  const say = (bytes: Buffer) => {
    sum.update(bytes)
    return bytes
  }
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    yield say(line(await headingOf(client)))
    let rows = 0
    for (const table of await tablesOf(client)) {
      yield say(line({ table: fullName(table), columns: table.columns }))
      for await (const chunk of client.query(to(copyOut(table)))) {
        rows += (chunk as Buffer).toString('latin1').match(newlines)?.length ?? 0
        yield say(chunk as Buffer)
      }
      yield say(Buffer.from('\\.\n'))
    }
    yield say(line({ counters: await countersOf(client) }))
    yield line({ rows, sha256: sum.digest('hex') } satisfies Closing)
  } finally {
    await client.query('rollback').catch(() => undefined)
  }
}

/** Ordered by the key, or where a table has none by everything, so that equal content gives equal bytes. */
function copyOut(table: Table): string {
  const by = (table.key.length > 0 ? table.key : table.columns).map((column) =>
    table.key.length > 0 ? quoted(column) : `${quoted(column)}::text`,
  )
  return `copy (select ${table.columns.map(quoted).join(', ')} from ${quotedTable(table)} order by ${by.join(', ')}) to stdout`
}

async function headingOf(client: pg.Client): Promise<Heading> {
  const { rows: steps } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration.step order by number',
  )
  const { rows: sealed } = await client.query<{ number: string; chain: string }>(
    "select number, encode(chain, 'hex') as chain from journal.entry where number is not null order by number desc limit 1",
  )
  return {
    nahtstelle: 'backup',
    version: 1,
    steps: steps.map(({ name, checksum }) => [name, checksum]),
    journal: sealed[0] ? { number: Number(sealed[0].number), chain: sealed[0].chain } : null,
  }
}

async function countersOf(client: pg.Client): Promise<Counters> {
  const found: Counters = {}
  const { rows } = await client.query<{ schema: string; name: string }>(
    `
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_depend d on d.objid = c.oid and d.deptype in ('i', 'a') and d.refclassid = 'pg_class'::regclass
      join pg_class t on t.oid = d.refobjid
    where c.relkind = 'S' and n.nspname in (select split_part(x, '.', 1) from unnest($1::text[]) x) and n.nspname || '.' || t.relname = any ($1::text[])
    order by n.nspname collate "C", c.relname collate "C"`,
    [(await tablesOf(client)).map(fullName)],
  )
  for (const { schema, name } of rows) {
    const { rows: states } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quotedTable({ schema, name })}`,
    )
    found[`${schema}.${name}`] = [states[0]!.last, states[0]!.called]
  }
  return found
}
