/**
 * Where the table lies in a sheet or text file: title lines above, one or more rows of headings, the rows of figures, notes below.
 * Nothing is known of it but that figures stand in columns under words.
 */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { type GridCell, type GridRow, isBlank, isValue, textOf } from './cell.ts'
import { readTime } from './periods.ts'

export type Frame = {
  titles: string[]
  headings: GridRow[]
  body: GridRow[]
  notes: string[]
  width: number
  /** Columns that hold figures (or times), by position. */
  figures: number[]
}

export function findFrame(given: readonly GridRow[]): Frame {
  const rows = given.filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
  if (rows.length === 0) throw new UnreadableFile('empty')
  const filled = rows.map(({ cells }) => cells.filter((cell) => textOf(cell) !== '').length)
  const most = Math.max(...filled)
  if (most < 2) throw new UnreadableFile('unknown-format')
  let start = filled.findIndex((count) => count >= Math.max(2, most / 2))
  // A stacked heading begins with fewer words than it has columns; a title line has one cell, its first.
  while (start > 0 && isUpperHeading(rows[start - 1]?.cells ?? [])) start--
  const figures = figureColumns(rows.slice(start + 1), most)
  const times = new Set(
    figures.filter((at) => share(rows.slice(start + 1), at, (cell) => readTime(cell) !== null) > 0.9),
  )
  let first = start
  while (first < rows.length && !isFigureRow(rows[first]!, figures, times, first === start)) first++
  let last = rows.length - 1
  while (last > first && !figures.some((at) => isValue(rows[last]?.cells[at]))) last--
  if (first >= rows.length || first === start)
    throw new UnreadableFile(first === start ? 'broken-header' : 'no-rows', rows[start]?.line ?? 1, {
      missing: 'heading',
    })
  return {
    titles: rows.slice(0, start).map(({ cells }) => cells.map(textOf).filter(Boolean).join(' ')),
    headings: rows.slice(start, first).filter((row) => !isNumbering(row)),
    body: rows.slice(first, last + 1),
    notes: rows.slice(last + 1).map(({ cells }) => cells.map(textOf).filter(Boolean).join(' ')),
    width: Math.max(...rows.slice(start, last + 1).map(({ cells }) => cells.length)),
    figures,
  }
}

const isUpperHeading = (cells: readonly GridCell[]) => {
  const words = cells.flatMap((cell, at) => (textOf(cell) === '' ? [] : [at]))
  return words.length >= 2 || (words.length === 1 && words[0] !== 0)
}

function figureColumns(rows: readonly GridRow[], most: number): number[] {
  const sample = rows.slice(Math.floor(rows.length / 4))
  const width = Math.max(most, ...rows.map(({ cells }) => cells.length))
  const found = Array.from({ length: width }, (_, at) => at).filter((at) => share(sample, at, isValue) >= 0.7)
  if (found.length === 0) throw new UnreadableFile('unknown-format')
  return found
}

/** How many of a column's filled cells pass (of four thousand, evenly taken, in a long table); none filled passes none. */
export function share(rows: readonly GridRow[], at: number, test: (cell: GridCell | undefined) => boolean): number {
  let [passed, filled] = [0, 0]
  const step = Math.ceil(rows.length / 4000)
  for (let n = 0; n < rows.length; n += step) {
    const { cells } = rows[n]!
    if (isBlank(cells[at])) continue
    filled++
    if (test(cells[at])) passed++
  }
  return filled === 0 ? 0 : passed / filled
}

function isFigureRow(row: GridRow, figures: readonly number[], times: ReadonlySet<number>, isFirst: boolean): boolean {
  const own = figures.filter((at) => !isBlank(row.cells[at]))
  if (own.length === 0 || isNumbering(row)) return false
  const values = own.filter((at) => isValue(row.cells[at]))
  if (values.length * 2 < own.length) return false
  // A heading of years: nothing but times where the column below holds other numbers, and no name beside them (or the very first row).
  const years = values.every((at) => !times.has(at) && readTime(row.cells[at]) !== null)
  // A word over a column of keys is a heading too.
  const over = figures.includes(0) && !isValue(row.cells[0])
  return !(years && (isFirst || over || textOf(row.cells[0]) === ''))
}

/** The row that numbers the columns of a printed table: 1 2 3 … */
function isNumbering({ cells }: GridRow): boolean {
  const numbers = cells.map(textOf).filter(Boolean).map(Number)
  return (
    numbers.length >= 3 && (numbers[0] === 1 || numbers[0] === 0) && numbers.every((n, at) => n === numbers[0]! + at)
  )
}
