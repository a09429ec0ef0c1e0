// Prints the row types of the kit and of each area from the migrated schema, so that they cannot drift (src/**/rows.ts).
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import * as house from '../../src/map.ts'
import { type Column, columns, ownSchemas } from './catalogue.ts'

/** As kit/db sets pg's parsers: days and instants are ISO text, counts and decimals are numbers. */
const typesOfSql: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  numeric: 'number',
  oid: 'number',
}
const asText = [
  'date',
  'timestamptz',
  'timestamp',
  'time',
  'uuid',
  'text',
  'varchar',
  'bpchar',
  'name',
  'citext',
  'inet',
  'xid8',
  'tsvector',
  'daterange',
  'tstzrange',
  'int4range',
]

function typeOf({ type, element, labels }: Column): string {
  const base = element ?? type
  const one = labels
    ? labels.map((label) => `'${label}'`).join(' | ')
    : (typesOfSql[base] ?? (asText.includes(base) ? 'string' : 'unknown'))
  if (element === null) return one
  return one.includes('|') ? `(${one})[]` : `${one}[]`
}

function memberOf(column: Column): string {
  const one = typeOf(column)
  const type = column.nullable && one !== 'unknown' ? `${one} | null` : one
  if (column.view) return `    ${column.name}: ColumnType<${type}, never, never>`
  if (column.generated) return `    ${column.name}: GeneratedAlways<${type}>`
  return `    ${column.name}: ${column.defaults ? `Generated<${type}>` : type}`
}

function fileOf(name: string, found: readonly Column[]): string {
  const tables = Map.groupBy(found, ({ schema, table }) => `${schema}.${table}`)
  const bodies = [...tables].map(([table, members]) => `  '${table}': {\n${members.map(memberOf).join('\n')}\n  }\n`)
  const text = `export type ${name} = {\n${bodies.join('')}}\n`
  const wanted = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((word) => text.includes(`${word}<`))
  const imports = wanted.length > 0 ? `import type { ${wanted.join(', ')} } from 'kysely'\n\n` : ''
  return `// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.\n${imports}${text}`
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Every rows.ts and what it must say. An area without a folder has no rows. */
export async function printedRows(client: pg.Client, root = process.cwd()): Promise<Map<string, string>> {
  const all = await columns(client, await ownSchemas(client))
  const files = new Map([
    [
      'src/kit/rows.ts',
      fileOf(
        'KitRows',
        all.filter(({ schema }) => !(schema in house.areas)),
      ),
    ],
  ])
  for (const area of Object.keys(house.areas)) {
    const own = all.filter(({ schema }) => schema === area)
    if (own.length > 0 && existsSync(join(root, 'src/areas', area)))
      files.set(`src/areas/${area}/rows.ts`, fileOf(`${capital(area)}Rows`, own))
  }
  return files
}
