/**
 * Descriptions that lie beside a table: a Data Package (datapackage.org: resources with schema, dialect, encoding), a single Table Schema, the front
 * matter of a Markdown file (`columns:` with name, type, description, unit), or the column table of a README.
 */
import type { GridRow } from '#pure/grid/cell.ts'
import { noSchema, type SchemaField, type TableSchema } from '#pure/grid/schema.ts'
import { inlineRows } from './inline.ts'

type Json = Record<string, unknown>
const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json)
const listOf = (json: unknown): Json[] => (Array.isArray(json) ? json.filter(isObject) : [])
const text = (value: unknown) => (typeof value === 'string' ? value : '')

export type Resource = {
  name: string
  path: string
  delimiter: string | null
  encoding: string | null
  schema: TableSchema
  /** Where its rows stand in the package itself. */
  rows: GridRow[] | null
}

export const isDataPackage = (json: unknown): json is Json =>
  isObject(json) && listOf(json.resources).some((one) => 'path' in one || 'data' in one)

export function resourcesOf(json: Json): Resource[] {
  return listOf(json.resources).flatMap((one) => {
    const paths = (Array.isArray(one.path) ? one.path : [one.path]).map(text).filter((path) => path !== '')
    const dialect = isObject(one.dialect) ? one.dialect : {}
    const licences = [...listOf(one.licenses), ...listOf(json.licenses)].map(
      (licence) => text(licence.name) || text(licence.title),
    )
    const sources = [...listOf(one.sources), ...listOf(json.sources)].map(
      (source) => text(source.title) || text(source.path),
    )
    const about = {
      title: text(one.title) || text(json.title) || null,
      source: sources[0] || null,
      licence: licences[0] || null,
    }
    const schema = { ...schemaOf(one.schema), ...about }
    const rows = inlineRows(one)
    return (rows ? [text(one.name)] : paths).map((path) => ({
      name: text(one.name) || path,
      path,
      delimiter: text(dialect.delimiter) || (isObject(dialect.csv) ? text(dialect.csv.delimiter) : '') || null,
      encoding: text(one.encoding) || null,
      schema: { ...schema, style: schema.style ?? styleOf(dialect) },
      rows,
    }))
  })
}

export const isTableSchema = (json: unknown): json is Json =>
  isObject(json) && listOf(json.fields).some((field) => text(field.name) !== '')

export function schemaOf(given: unknown): TableSchema {
  if (!isTableSchema(given)) return noSchema
  const fields = new Map<string, SchemaField>()
  let style: TableSchema['style'] = null
  for (const field of listOf(given.fields)) {
    const type = text(field.type)
    style = styleOf(field) ?? style
    fields.set(text(field.name), {
      label: text(field.title) || text(field.description) || text(field.name),
      unit: text(field.unit),
      isText: ['string', 'boolean', 'date', 'year', 'yearmonth'].includes(type),
    })
  }
  const missing = Array.isArray(given.missingValues)
    ? given.missingValues.map((one) => (isObject(one) ? text(one.value) : String(one)))
    : ['']
  return { ...noSchema, fields, style, missing: missing.filter((one) => one !== '' && !isMark(one)) }
}

/** An office's mark stays one, whatever a description calls it. */
const isMark = (value: string) => ['-', '–', '.', '/', '...', '…', 'x'].includes(value)

const styleOf = (given: Json): TableSchema['style'] =>
  given.decimalChar === ',' ? 'comma' : given.decimalChar === '.' ? 'point' : null

/** The few lines of YAML that open a Markdown file; `null` if there are none. */
export function schemaOfMarkdown(markdown: string): TableSchema | null {
  const front = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---/.exec(markdown)?.[1]
  if (front === undefined) return null
  const value = (line: string) =>
    line
      .slice(line.indexOf(':') + 1)
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2')
  const lines = front.split(/\r?\n/)
  const top = (name: string) => lines.filter((line) => line.startsWith(`${name}:`)).map(value)[0] || null
  const fields = new Map<string, SchemaField>()
  let current: { name: string; label: string; unit: string; type: string } | null = null
  const keep = () => {
    if (current)
      fields.set(current.name, {
        label: current.label || current.name,
        unit: current.unit,
        isText: /str|text|date/i.test(current.type),
      })
  }
  for (const line of lines) {
    const start = /^\s*-\s+name:/.test(line)
    if (start) {
      keep()
      current = { name: value(line), label: '', unit: '', type: '' }
    } else if (current && /^\s+(description|unit|type):/.test(line)) {
      const name = line.trim().split(':')[0]
      if (name === 'unit') current.unit = value(line)
      else if (name === 'type') current.type = value(line)
      else current.label = value(line)
    }
  }
  keep()
  return fields.size === 0
    ? null
    : { ...noSchema, title: top('title'), source: top('source'), licence: top('license') ?? top('licence'), fields }
}

/** In a README: the section that names the file, and in it the table of its columns (name, format, meaning). */
export function schemaOfReadme(readme: string, fileName: string): TableSchema | null {
  const sections = readme.split(/^(?=#{1,4} )/m)
  const own = sections.filter((section) => section.split('\n')[0]?.includes(fileName))
  const [section] = own
  if (section === undefined || own.length > 1) return null
  const fields = new Map<string, SchemaField>()
  for (const line of section.split('\n')) {
    const cells = line
      .replace(/^\|/, '')
      .split('|')
      .map((cell) => cell.trim())
    const name = /^`([^`]+)`$/.exec(cells[0] ?? '')?.[1]
    if (name === undefined || cells.length < 3) continue
    fields.set(name, {
      label: cells[2]!.replaceAll('&nbsp;', ' '),
      unit: '',
      isText: /^text|string|date/i.test(cells[1] ?? ''),
    })
  }
  if (fields.size === 0) return null
  const missing = /\(teilweise `([^`]+)`\)/.exec(section)?.[1]
  const after = sections
    .slice(sections.indexOf(section) + 1)
    .find((one) => /^#+ (Quelle|Source)/i.test(one) || one.startsWith('## '))
  const source = after?.startsWith('## ') ? null : after?.match(/^[*-] (?:\[([^\]]+)\]\([^)]*\))?(.*)$/m)
  return {
    ...noSchema,
    source: source ? `${source[1] ?? ''}${source[2] ?? ''}`.trim() || null : null,
    fields,
    missing: missing ? [missing] : [],
  }
}
