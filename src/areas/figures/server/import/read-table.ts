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
import { findFrame } from '#pure/grid/frame.ts'
import { isInkarHeading } from '#pure/grid/inkar.ts'
import { lookAtGrid } from '#pure/grid/look.ts'
import type { Plan } from '#pure/grid/plan.ts'
import { readGrid } from '#pure/grid/read.ts'
import { noSchema, type TableSchema } from '#pure/grid/schema.ts'
import { separatorOf } from '#pure/grid/separator.ts'
import { joined } from '#pure/table-file/collect.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { readSeparated } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Extract } from './extract.ts'
import { joinLooks, planned } from './planned.ts'
import type { Companion, Hints } from './read-file.ts'

export function readTextTable(text: string, fileName: string, hints: Hints): Extract {
  const schema = schemaFor(fileName, hints.companions ?? [])
  const rows = rowsOfText(text)
  return planned(
    isInkarHeading(rows) ? 'inkar' : 'spreadsheet',
    hints,
    () => lookAtGrid(rows, schema),
    (plan) => readGrid(rows, { schema, plan }),
  )
}

export function rowsOfText(text: string, separator?: string): GridRow[] {
  return readSeparated(text, separator ?? separatorOf(text))
}

export type SheetRows = { name: string; rows: GridRow[] }

/** Every sheet that holds a table; sheets of words only give the source. */
export function readSheets(sheets: readonly SheetRows[], hints: Hints): Extract {
  const tables = tablesAmong(sheets)
  const words = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string')),
  )
  const lines = words.flatMap((cell) => cell.split(/\r?\n/))
  const sourceOf = (own: string | null) =>
    lines.find((line) => /^\s*©/.test(line)) ?? own ?? lines.find((line) => /^Quelle\b.{0,20}: *\S/.test(line)) ?? null
  const look = () => {
    const all = joinLooks(tables.map(({ rows }) => lookAtGrid(rows)))
    return { ...all, source: sourceOf(all.source) }
  }
  const read = (plan?: Plan) => {
    const table = joined(tables.map(({ name, rows }) => ({ where: name, table: readGrid(rows, { plan }) })))
    return { ...table, source: sourceOf(table.source) }
  }
  return planned(tables.some(({ rows }) => isInkarHeading(rows)) ? 'inkar' : 'spreadsheet', hints, look, read)
}

/** A sheet of words is no table. A table that can be read in two ways is refused with the whole workbook, unless it can be asked. */
function tablesAmong(sheets: readonly SheetRows[]): SheetRows[] {
  let first: unknown = null
  const tables = sheets.filter(({ rows }) => {
    try {
      findFrame(rows)
      return true
    } catch (error) {
      if (
        !(error instanceof UnreadableFile) ||
        !['unknown-format', 'empty', 'no-rows', 'broken-header'].includes(error.code)
      )
        throw error
      first ??= error
      return false
    }
  })
  if (tables.length === 0) throw first instanceof UnreadableFile ? first : new UnreadableFile('empty')
  return tables
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
export function readPackage(json: Record<string, unknown>, hints: Hints): Extract {
  const companions = hints.companions ?? []
  const parts: { where: string; rows: GridRow[]; schema: TableSchema }[] = []
  const missing: string[] = []
  for (const { path, delimiter, encoding, schema, rows } of resourcesOf(json)) {
    if (rows) {
      parts.push({ where: path, rows, schema })
      continue
    }
    if (!/\.(csv|tsv|txt)$/i.test(path)) continue
    const file = companions.find(({ name }) => name === path || name.endsWith(`/${path}`))
    if (!file || /^[a-z]+:|^\/|\.\./i.test(path)) {
      missing.push(path)
      continue
    }
    const text = encoding && !/^utf-?8$/i.test(encoding) ? decodeAs(file.bytes, encoding) : decodeText(file.bytes).text
    parts.push({ where: path, rows: rowsOfText(text, delimiter ?? undefined), schema })
  }
  if (parts.length === 0) throw new UnreadableFile('companion', null, { name: missing.slice(0, 3).join(', ') })
  const read = (plan?: Plan) => {
    const table = joined(parts.map(({ where, rows, schema }) => ({ where, table: readGrid(rows, { schema, plan }) })))
    table.leftOut.push(...missing.map((path) => ({ line: 1, code: 'missing-file', detail: { text: path } })))
    return table
  }
  return planned(
    'data-package',
    hints,
    () => joinLooks(parts.map(({ rows, schema }) => lookAtGrid(rows, schema))),
    read,
  )
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('undecodable', null, { encoding })
  }
}
