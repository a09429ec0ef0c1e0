/**
 * How a person says that a table is to be read: what each column is, which sign means what, how numbers are written. Where no plan is given,
 * a table is only looked at (read.ts); with one, nothing is decided that the plan does not say.
 */
import type { Mark, NumberStyle } from '#pure/table-file/cell.ts'
import type { Role } from './columns.ts'

export type Plan = {
  /** By the name of the column; what is not named is left aside. */
  roles: ReadonlyMap<string, Role>
  /** By the name of the column: the word that stands for all of them ("Insgesamt"). */
  totals: ReadonlyMap<string, string>
  style: NumberStyle | null
  /** A sign as it is printed, or the empty cell; null: it says nothing. */
  signs: ReadonlyMap<string, Mark | null>
}

/** More lines than any office's table has in one file. */
export const mostRows = 1_000_000

/** The one way in which a sign is written: a dash is a dash, three dots are three dots. */
export function signOf(text: string): string {
  const plain = text.trim()
  return plain === '–' || plain === '—' ? '-' : plain === '…' ? '...' : plain === 'X' ? 'x' : plain
}

const longestSign = 12
/** Longer words in a cell of figures are words: they are left out by line, not asked. */
export const isSign = (text: string) => text.length <= longestSign

export const isTotalWord = (text: string) =>
  /^(insgesamt|gesamt|zusammen|summe|gesamtsumme|total|alle|all|_t|tot|t)\.?:?$/i.test(text.trim())

/** Name of the column, what stands there, and what is said of it. */
export type CutPart = readonly [name: string, value: string, label: string]
/** Columns that subdivide, as one text in an order of their own, so that the order of the columns says nothing. */
export const cutText = (parts: readonly CutPart[]) =>
  parts.length === 0 ? '' : JSON.stringify([...parts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
