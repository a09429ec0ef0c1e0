// What a backup holds: every table of the house but the few named here, read from the catalogue, so that no new table can be forgotten.
import type pg from 'pg'

/** Tables that are no content of the house, each with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  'access.act_link': 'a link in a mail holds for a short time and only where it was sent from',
  'access.attempt': 'counts failed sign-ins of the last minutes',
  'access.first_link': 'opens an empty installation once',
  'access.invitation': 'a token; whoever was invited is invited again',
  'access.seal': 'the secret of one installation; another one has its own',
  'access.session': 'whoever is signed in signs in again',
  'clock.setting': 'the clock of a demonstration or a test',
  'jobs.run': 'which chores ran; they catch up',
  'kit.reply': 'answers to repeated requests of the last day',
  'meetings.answer_link': 'a link in a mail holds for a short time and only where it was sent from',
  'migration.step': 'stands in the heading of the backup',
}

/** Columns that mean something in one database server only; the restoring server fills them with this. */
export const ofOneServer: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'journal.entry': { xid: 'pg_current_xact_id()' },
}

export type Table = { schema: string; name: string; columns: string[]; key: string[] }
export const fullName = ({ schema, name }: Pick<Table, 'schema' | 'name'>) => `${schema}.${name}`

/** All tables with their written columns and their key, in the order of their names. The queues of the jobs (pgboss) belong to no area. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k (attnum, place) join pg_attribute a on a.attnum = k.attnum
             where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid order by k.place) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public') and n.nspname !~ '^pg_'
    order by n.nspname collate "C", c.relname collate "C"`)
  return rows
    .filter((table) => !Object.hasOwn(leftOut, fullName(table)))
    .map((table) => ({
      ...table,
      columns: table.columns.filter((column) => !ofOneServer[fullName(table)]?.[column]),
    }))
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
export const quotedTable = (table: Pick<Table, 'schema' | 'name'>) => `${quoted(table.schema)}.${quoted(table.name)}`
