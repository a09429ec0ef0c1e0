/** Rows that stand inside of a Data Package (`data`: lists, or objects by field), and the form in which this house writes its own. */
import type { GridCell, GridRow } from '#pure/grid/cell.ts'

type Json = Record<string, unknown>
const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json)

const asCell = (value: unknown): GridCell =>
  typeof value === 'string' || typeof value === 'number'
    ? value
    : value === null || value === undefined
      ? null
      : String(value)

/** With their heading; null where there are none. */
export function inlineRows(resource: Json): GridRow[] | null {
  const { data } = resource
  if (!Array.isArray(data) || data.length === 0) return null
  if (data.every(Array.isArray))
    return (data as unknown[][]).map((row, at) => ({ line: at + 1, cells: row.map(asCell) }))
  if (!data.every(isObject)) return null
  const names = [...new Set((data as Json[]).flatMap(Object.keys))]
  const rows = own(names, data as Json[]) ?? [names, ...(data as Json[]).map((row) => names.map((name) => row[name]))]
  return rows.map((row, at) => ({ line: at + 1, cells: row.map(asCell) }))
}

/** As write.ts has them: the time as its two ends, the mark beside the figure. */
function own(names: readonly string[], data: readonly Json[]): unknown[][] | null {
  if (!['area', 'name', 'from', 'last', 'value', 'mark'].every((name) => names.includes(name))) return null
  const year = ({ from, last }: Json) => {
    const [a, b] = [String(from), String(last)]
    return a === b ? a : a.endsWith('-01-01') && b === `${a.slice(0, 4)}-12-31` ? a.slice(0, 4) : `${a}/${b}`
  }
  return [
    ['area', 'name', 'time', 'value'],
    ...data.map((row) => [row.area, row.name, year(row), row.value ?? row.mark]),
  ]
}
