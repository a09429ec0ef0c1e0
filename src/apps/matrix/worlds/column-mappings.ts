// What remembered mappings need in the world of the matrix: one that the county has said.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import type { Builder } from '../world.ts'

export const columnMappingsWorld: Builder = async ({ house, id, at }) => {
  const columnMapping = newId(at)
  await house.asOwner((db) =>
    sql`insert into figures.column_mapping (id, organisation, shape, title, mapping, recorded_at)
      values (${columnMapping}, ${id.county}, sha256('county'), 'Tabelle des Kreises', '{"columns":[],"measures":[]}', clock.now())`.execute(
      db,
    ),
  )
  return { columnMapping }
}
