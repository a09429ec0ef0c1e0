/**
 * A cell of a table in whatever shape: text as printed, or the number that a workbook holds. Official tables and hand-made ones write the
 * same things differently ("-  23", " 1 675   "); what a mark is stays what table-file/cell says.
 */
import { type Cell, type NumberStyle, readCell } from '#pure/table-file/cell.ts'

export type GridCell = string | number | null
export type GridRow = { line: number; cells: GridCell[] }

export const textOf = (cell: GridCell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : typeof cell === 'number'
      ? String(cell)
      : cell.replace(/[\u00a0\u202f]/g, ' ').trim()

/** Number, mark, or null for text. A sign may stand apart from its digits; a dash alone is the mark. */
export function readGridCell(
  cell: GridCell | undefined,
  style: NumberStyle,
): { cell: Cell; quality: string | null } | null {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { cell: { value: cell, mark: null }, quality: null } : null
  const text = textOf(cell)
  if (text === '') return null
  // Programmes write very small numbers so; no office prints them.
  if (style === 'point' && /^[+-]?\d+(\.\d+)?[eE][+-]?\d{1,3}$/.test(text))
    return { cell: { value: Number(text), mark: null }, quality: null }
  return readCell(text.replace(/^([-−–+])\s+(?=\d)/, '$1').replace(/\s*(%|€)$/, ''), style)
}

/** Cells that say "nothing there" without being an office's mark. */
const blanks = /^(na|n\/a|n\.a\.|nan|null|none|k\.\s?a\.)$/i

export function isBlank(cell: GridCell | undefined): boolean {
  const text = textOf(cell)
  return text === '' || blanks.test(text)
}

/** Whether it may be a value at all, in either style. */
export function isValue(cell: GridCell | undefined): boolean {
  return readGridCell(cell, 'comma') !== null || readGridCell(cell, 'point') !== null
}
