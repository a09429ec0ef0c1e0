// How an organisation reads files of one shape: kept when a file is written, proposed for the next one.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Mapping } from '../contract/mapping.ts'

export type MappingRow = { id: string; title: string; mapping: Mapping; at: string }
const columns = sql.raw('id, title, mapping, recorded_at as at')

export const mappingStore = (db: Database) => ({
  async list(organisation: string): Promise<MappingRow[]> {
    const { rows } = await sql<MappingRow>`
      select ${columns} from figures.column_mapping where organisation = ${organisation} order by recorded_at desc, id`.execute(
      db,
    )
    return rows
  },
  async ofShape(organisation: string, shape: string): Promise<MappingRow | undefined> {
    const { rows } = await sql<MappingRow>`
      select ${columns} from figures.column_mapping where organisation = ${organisation} and shape = decode(${shape}, 'hex')`.execute(
      db,
    )
    return rows[0]
  },
  /** What was kept of this shape before goes. */
  async keep(one: { id: string; organisation: string; shape: string; title: string; mapping: Mapping }): Promise<void> {
    await sql`delete from figures.column_mapping where organisation = ${one.organisation} and shape = decode(${one.shape}, 'hex')`.execute(
      db,
    )
    await sql`insert into figures.column_mapping (id, organisation, shape, title, mapping, recorded_at)
      values (${one.id}, ${one.organisation}, decode(${one.shape}, 'hex'), ${one.title}, ${JSON.stringify(one.mapping)}::jsonb, clock.now())`.execute(
      db,
    )
  },
  async forget(id: string, organisation: string): Promise<MappingRow | undefined> {
    const { rows } = await sql<MappingRow>`
      delete from figures.column_mapping where id = ${id} and organisation = ${organisation} returning ${columns}`.execute(
      db,
    )
    return rows[0]
  },
})
