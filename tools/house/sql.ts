// Who may touch whose tables: an area writes only its own schema and reads the kit and the areas below it; the kit knows no
// area. Holds for migrations and for SQL in the code, written as text or through Kysely.
import type { Fault, House, Place } from './places.ts'
import type { Source } from './source.ts'

const thing = '"?(\\w+)"?\\."?(\\w+)"?'
const writes = [
  `insert\\s+into\\s+${thing}`,
  `update\\s+(?:only\\s+)?${thing}`,
  `(?:delete\\s+from|merge\\s+into|truncate(?:\\s+table)?)\\s+(?:only\\s+)?${thing}`,
  `(?:alter|drop|lock)\\s+(?:table|view|function|sequence|type)\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?${thing}`,
  `create\\s+(?:unlogged\\s+)?(?:table|sequence)\\s+(?:if\\s+not\\s+exists\\s+)?${thing}`,
  `create\\s+(?:or\\s+replace\\s+)?(?:materialized\\s+)?(?:view|function|procedure|type|domain|aggregate)\\s+${thing}`,
  `create\\s+(?:or\\s+replace\\s+)?(?:unique\\s+|constraint\\s+)?(?:index|trigger|policy)\\b[^;]*?\\bon\\s+(?:only\\s+)?${thing}`,
].map((pattern) => new RegExp(`\\b${pattern}`, 'gi'))

const kyselyWrites = ['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']
const kyselyReads = ['selectFrom', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'from', 'using']

/** SQL without its comments, line for line; a `--` inside a string is no comment. */
export const withoutComments = (sql: string) =>
  sql.replace(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
    found.startsWith("'") ? found : found.replace(/[^\n]/g, ' '),
  )

const schemasOfKit = (map: House) => Object.values(map.kit).flatMap((room) => room.schemas ?? [])

export function* wrongSql(place: Place, sql: string, map: House): Generator<Fault> {
  yield* wrongWrites(place, sql, 1, map)
  const at = (index: number) => sql.slice(0, index).split('\n').length
  for (const match of sql.matchAll(new RegExp(`(?<![\\w.'])${thing}`, 'g'))) {
    const why = wrongRead(place, match[1]!, map)
    if (why) yield { file: place.file, line: at(match.index), why }
  }
  if (place.floor !== 'kit') return
  for (const { schema, table, line } of createdTables(sql)) {
    const own = map.kit[place.part]?.schemas ?? []
    if (!own.includes(schema))
      yield {
        file: place.file,
        line,
        why: `creates ${schema}.${table}; kit/${place.part} creates tables in ${own.join(', ') || 'no schema'} only`,
      }
  }
}

export function* wrongSqlInCode(place: Place, source: Source, map: House): Generator<Fault> {
  if (place.runs !== 'server' || (place.floor !== 'areas' && place.floor !== 'kit')) return
  const { file } = place
  for (const { text, line } of source.words) {
    yield* wrongWrites(place, text, line, map)
    for (const match of text.matchAll(new RegExp(`\\b(?:from|join|references|using|into)\\s+${thing}`, 'gi'))) {
      const why = wrongRead(place, match[1]!, map)
      if (why) yield { file, line, why }
    }
  }
  for (const { method, table, line } of source.tables) {
    const schema = table.match(/^(\w+)\.\w+/)?.[1]
    if (!schema) continue
    const why = kyselyWrites.includes(method)
      ? wrongWrite(place, schema, map)
      : kyselyReads.includes(method)
        ? wrongRead(place, schema, map)
        : undefined
    if (why) yield { file, line, why }
  }
}

function* wrongWrites(place: Place, sql: string, first: number, map: House): Generator<Fault> {
  for (const pattern of writes)
    for (const match of sql.matchAll(pattern)) {
      const why = wrongWrite(place, match[1]!.toLowerCase(), map)
      if (why) yield { file: place.file, line: first + sql.slice(0, match.index).split('\n').length - 1, why }
    }
}

function wrongWrite(place: Place, schema: string, map: House): string | undefined {
  if (place.floor === 'areas')
    return schema === place.part
      ? undefined
      : `writes to ${schema}; ${place.part} writes only its own schema and goes through the kit's functions`
  return schema in map.areas ? `writes to ${schema}; the kit knows no area` : undefined
}

function wrongRead(place: Place, schema: string, map: House): string | undefined {
  if (!(schema in map.areas) || schema === place.part) return undefined
  if (place.floor === 'kit') return `reads ${schema}; the kit knows no area`
  return map.areas[place.part]?.buildsOn.includes(schema)
    ? undefined
    : `reads ${schema}, on which ${place.part} does not build`
}

export function* createdTables(sql: string) {
  for (const match of sql.matchAll(
    new RegExp(`\\bcreate\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?${thing}`, 'gi'),
  ))
    yield { schema: match[1]!.toLowerCase(), table: match[2]!, line: sql.slice(0, match.index).split('\n').length }
}

export function* wrongSchemas(map: House): Generator<Fault> {
  for (const schema of schemasOfKit(map))
    if (schema in map.areas)
      yield { file: 'src/map.ts', line: 1, why: `gives the schema ${schema} to the kit and to an area` }
}
