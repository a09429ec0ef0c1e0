// Shapes of areas that were read in, and which of them know most of the areas that exist here.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import type { Level } from '../contract/shapes.ts'

/** The shapes of one level, as a file has them: TopoJSON, gzipped. */
export type Shapes = { level: Level; keys: readonly string[]; shapes: Uint8Array }
export type StoredShapes = { official: number; sha256: string; attribution: string; covers: number }

const kindsWithShape = {
  county: ['county', 'city'],
  municipality: ['municipality', 'city', 'unincorporated'],
} as const satisfies Record<Level, readonly string[]>

export const boundaryStore = (db: Database) => ({
  async keep(official: number, validOn: string, all: readonly Shapes[]): Promise<void> {
    for (const { level, keys, shapes } of all)
      await sql`insert into figures.boundary (official, level, valid_on, keys, shapes)
        values (${official}, ${level}, ${validOn}, ${[...keys]}::text[], ${Buffer.from(shapes)})`.execute(db)
  },
  /** Keys and names of the areas that a map of this level shows today; gemeindefreie Gebiete have a shape, too. */
  async known(level: Level, today: string): Promise<{ key: string; name: string }[]> {
    const { rows } = await sql<{ key: string; name: string }>`
      select case when s.kind = 'city' and ${level} = 'municipality' then s.key || '000' else s.key end as key, s.name from figures.area_state s
       where s.kind = any (${[...kindsWithShape[level]]}) and s.superseded_at is null
         and (s.valid_from is null or s.valid_from <= ${today}) and (s.valid_until is null or s.valid_until > ${today}) order by 1`.execute(
      db,
    )
    return rows
  },
  /** The file that knows most of these areas; of equals the newest, and of those the one read last. */
  async best(level: Level, keys: readonly string[]): Promise<StoredShapes | undefined> {
    const { rows } = await sql<StoredShapes>`
      select b.official, encode(t.sha256, 'hex') as sha256, t.attribution, cardinality(array(select unnest(b.keys) intersect select unnest(${[...keys]}::text[]))) as covers
        from figures.boundary b join figures.official_table t on t.number = b.official
       where b.level = ${level} order by covers desc, b.valid_on desc, b.official desc limit 1`.execute(db)
    return rows[0]?.covers ? rows[0] : undefined
  },
  async shapes(official: number, level: Level): Promise<Buffer> {
    const { rows } = await sql<{
      shapes: Buffer
    }>`select shapes from figures.boundary where official = ${official} and level = ${level}`.execute(db)
    return rows[0]!.shapes
  },
})
