// What a document says, before it is typeset as PDF or Word. Text of people is text: nothing in it is ever read as markup.
export type Part =
  | { kind: 'heading'; text: string; level: 1 | 2 }
  | { kind: 'text'; text: string; quiet?: boolean }
  /** A term and what it says; an empty value is a line to be filled in. */
  | { kind: 'pairs'; pairs: readonly (readonly [term: string, value: string])[] }
  | { kind: 'list'; items: readonly string[]; numbered?: boolean }
  /** `share`: how wide a column is beside the others. `roomy`: to be written into by hand. */
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; roomy?: boolean }
  /** What is not known: a labelled field that stays empty until somebody fills it in. */
  | { kind: 'blank'; label: string; lines: number }
  | { kind: 'signatures'; who: readonly string[]; line: string }
export type Column = { title: string; share: number }

export type Manuscript = {
  title: string
  /** Whose document it is, for the properties of the file. */
  author: string
  about: string
  /** The first line is the largest. */
  letterhead: readonly string[]
  /** Stands on every page of what does not count yet; null: it counts. */
  draft: string | null
  parts: readonly Part[]
  footer: string
  /** Sideways, for wide tables. */
  wide?: boolean
}

/** Controls, unpaired surrogates, noncharacters: no form on paper, and forbidden in XML 1.0 (§2.2) or PDF/UA-1 (7.21.7). */
const formless = /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]/gu
/** Embeddings, overrides, isolates and marks of direction (UAX 9): with them a text reads otherwise than it was written. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The text as it can stand on paper: the same letters in the same order, one kind of line end, no sign that has no form. */
export const written = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(formless, '')
    .replace(turning, '')

/** Paragraphs, each with its lines: an empty line parts paragraphs. */
export const paragraphsOf = (text: string): string[][] =>
  text
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)

/** Every text in it, changed by `change`. */
export function everyText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one) => everyText(one, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'kind' ? one : everyText(one, change)]),
  ) as T
}
