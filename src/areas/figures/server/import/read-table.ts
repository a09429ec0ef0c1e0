// Tables in whatever shape: separated text, sheets of workbooks, with the description that lies beside them.

import {
  isDataPackage,
  isTableSchema,
  resourcesOf,
  schemaOf,
  schemaOfMarkdown,
  schemaOfReadme,
} from '#pure/data-package/package.ts'
import type { GridRow } from '#pure/grid/cell.ts'
import { isInkarHeading } from '#pure/grid/inkar.ts'
import { readGrid } from '#pure/grid/read.ts'
import { noSchema, type TableSchema } from '#pure/grid/schema.ts'
import { separatorOf } from '#pure/grid/separator.ts'
import { type Collected, joined } from '#pure/table-file/collect.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { readSeparated } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Extract } from './extract.ts'
import { fromCollected } from './from-collected.ts'
import type { Companion, Hints } from './read-file.ts'

export function readTextTable(text: string, fileName: string, hints: Hints): Extract {
  const schema = schemaFor(fileName, hints.companions ?? [])
  const rows = rowsOfText(text)
  return fromCollected(isInkarHeading(rows) ? 'inkar' : 'spreadsheet', readGrid(rows, { schema }))
}

export function rowsOfText(text: string, separator?: string): GridRow[] {
  return readSeparated(text, separator ?? separatorOf(text))
}

export type SheetRows = { name: string; rows: GridRow[] }

/** Every sheet that holds a table; sheets of words only give the source. */
export function readSheets(sheets: readonly SheetRows[]): Extract {
  const parts: { where: string; table: Collected; inkar: boolean }[] = []
  let first: unknown = null
  for (const { name, rows } of sheets) {
    try {
      parts.push({ where: name, table: readGrid(rows), inkar: isInkarHeading(rows) })
    } catch (error) {
      // A sheet of words is no table. A table that can be read in two ways is refused with the whole workbook.
      if (
        !(error instanceof UnreadableFile) ||
        !['unknown-format', 'empty', 'no-rows', 'broken-header'].includes(error.code)
      )
        throw error
      first ??= error
    }
  }
  if (parts.length === 0) throw first instanceof UnreadableFile ? first : new UnreadableFile('empty')
  const table = joined(parts)
  const words = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string')),
  )
  const lines = words.flatMap((cell) => cell.split(/\r?\n/))
  const source =
    lines.find((line) => /^\s*©/.test(line)) ??
    table.source ??
    lines.find((line) => /^Quelle\b.{0,20}: *\S/.test(line)) ??
    null
  return fromCollected(parts.some(({ inkar }) => inkar) ? 'inkar' : 'spreadsheet', { ...table, source })
}

/** The description that names this file: a Data Package, `NAME.schema.json`, `NAME.md`, or the README of its folder. */
function schemaFor(fileName: string, companions: readonly Companion[]): TableSchema {
  const stem = fileName.replace(/\.\w+$/, '')
  for (const { name, bytes } of companions.filter(({ name }) => /\.(json|md)$/i.test(name))) {
    const { text } = decodeText(bytes)
    if (/\.json$/i.test(name)) {
      const json = jsonOf(text)
      const own = isDataPackage(json)
        ? resourcesOf(json).find(({ path }) => path.split('/').at(-1) === fileName)
        : undefined
      if (own) return own.schema
      if (isTableSchema(json) && name.startsWith(`${stem}.`)) return schemaOf(json)
    }
    const found = /\.md$/i.test(name)
      ? name === `${stem}.md`
        ? schemaOfMarkdown(text)
        : schemaOfReadme(text, fileName)
      : null
    if (found) return found
  }
  return noSchema
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A Data Package with the files it names; none is fetched from anywhere. */
export function readPackage(json: Record<string, unknown>, companions: readonly Companion[]): Extract {
  const parts: { where: string; table: Collected }[] = []
  const missing: string[] = []
  for (const { path, delimiter, encoding, schema } of resourcesOf(json)) {
    if (!/\.(csv|tsv|txt)$/i.test(path)) continue
    const file = companions.find(({ name }) => name === path || name.endsWith(`/${path}`))
    if (!file || /^[a-z]+:|^\/|\.\./i.test(path)) {
      missing.push(path)
      continue
    }
    const text = encoding && !/^utf-?8$/i.test(encoding) ? decodeAs(file.bytes, encoding) : decodeText(file.bytes).text
    parts.push({ where: path, table: readGrid(rowsOfText(text, delimiter ?? undefined), { schema }) })
  }
  if (parts.length === 0) throw new UnreadableFile('companion', null, { name: missing.slice(0, 3).join(', ') })
  const table = joined(parts)
  table.leftOut.push(...missing.map((path) => ({ line: 1, code: 'missing-file', detail: { text: path } })))
  return fromCollected('data-package', table)
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('undecodable', null, { encoding })
  }
}
