/** What a description beside a table says of it: labels, units, times, what stands for "missing", how numbers are written. */
import type { NumberStyle } from '#pure/table-file/cell.ts'

export type TableSchema = {
  title: string | null
  source: string | null
  licence: string | null
  fields: ReadonlyMap<string, SchemaField>
  /** Written for "no value"; they are no marks of an office. */
  missing: readonly string[]
  style: NumberStyle | null
}
export type SchemaField = { label: string; unit: string; isText: boolean }

export const noSchema: TableSchema = {
  title: null,
  source: null,
  licence: null,
  fields: new Map(),
  missing: [],
  style: null,
}
