// From the lines of a list of changes (CSV, XLSX) to reforms. What is not understood is named with its line; shares come from people or land, never guessed.
import { readAreaKey } from '#pure/keys/area-key.ts'
import { readNumber } from '#pure/table-file/cell.ts'
import type { TextRow } from '#pure/table-file/separated.ts'
import type { ReformInput, ReformKind } from '../contract/reforms.ts'

export type Column =
  | 'kind'
  | 'day'
  | 'before'
  | 'beforeName'
  | 'after'
  | 'afterName'
  | 'people'
  | 'peopleBefore'
  | 'land'
  | 'landBefore'
  | 'source'
export type Words = {
  headings: Readonly<Record<Column, readonly string[]>>
  kinds: Readonly<Record<string, ReformKind>>
  source: string
}
export type LeftOut = { line: number; why: 'kind' | 'day' | 'key' | 'number'; text: string }
export type ReadReform = { input: ReformInput; lines: number[] }
type Line = {
  line: number
  kind: ReformKind
  day: string
  before: { key: string; name: string | null }
  after: { key: string; name: string | null }
  amounts: Record<'people' | 'peopleBefore' | 'land' | 'landBefore', number | null>
  source: string
}

const needed = ['kind', 'day', 'before', 'after'] as const
const plain = (text: string) =>
  text
    .toLocaleLowerCase('de')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The heading, and which column means what; or which one is missing. */
export function columnsOf(
  rows: readonly TextRow[],
  { headings }: Words,
): { at: number; of: Map<Column, number> } | { missing: (typeof needed)[number] } {
  let best: { at: number; of: Map<Column, number> } = { at: 0, of: new Map() }
  for (const [at, row] of rows.slice(0, 30).entries()) {
    const of = new Map<Column, number>()
    for (const [place, cell] of row.cells.entries())
      for (const [column, words] of Object.entries(headings) as [Column, readonly string[]][])
        if (words.includes(plain(cell)) && !of.has(column)) of.set(column, place)
    if (of.size > best.of.size) best = { at, of }
  }
  const missing = needed.find((column) => !best.of.has(column))
  return missing ? { missing } : best
}

export function readReforms(
  rows: readonly TextRow[],
  words: Words,
): { reforms: ReadReform[]; leftOut: LeftOut[]; missing: (typeof needed)[number] | null } {
  const columns = columnsOf(rows, words)
  if ('missing' in columns) return { reforms: [], leftOut: [], missing: columns.missing }
  const leftOut: LeftOut[] = []
  const lines = rows.slice(columns.at + 1).flatMap((row) => {
    const read = lineOf(row, columns.of, words)
    if (read && 'why' in read) leftOut.push(read)
    return read && !('why' in read) ? [read] : []
  })
  return { reforms: grouped(lines).map(reformOf), leftOut, missing: null }
}

function lineOf(row: TextRow, of: ReadonlyMap<Column, number>, words: Words): Line | LeftOut | null {
  const cell = (column: Column) => (row.cells[of.get(column) ?? -1] ?? '').trim()
  if (row.cells.every((text) => text.trim() === '')) return null
  const left = (why: LeftOut['why'], text: string): LeftOut => ({ line: row.line, why, text })
  const kind = words.kinds[plain(cell('kind'))]
  if (!kind) return left('kind', cell('kind'))
  const day = dayOf(cell('day'))
  if (!day) return left('day', cell('day'))
  const keys = [cell('before'), cell('after') || (kind === 'renaming' ? cell('before') : '')].map(keyOf)
  const bad = keys.indexOf(null)
  if (bad >= 0) return left('key', cell(bad === 0 ? 'before' : 'after'))
  const amounts = { people: null, peopleBefore: null, land: null, landBefore: null } as Line['amounts']
  for (const name of ['people', 'peopleBefore', 'land', 'landBefore'] as const) {
    const text = cell(name)
    const number = text === '' ? null : numberOf(text)
    if (number === undefined) return left('number', text)
    amounts[name] = number
  }
  return {
    line: row.line,
    kind,
    day,
    before: { key: keys[0]!, name: cell('beforeName') || null },
    after: { key: keys[1]!, name: cell('afterName') || null },
    amounts,
    source: cell('source') || words.source,
  }
}

function dayOf(text: string): string | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const iso = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : ''
  const [, month = 0, date = 0] = iso.split('-').map(Number)
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 ? iso : null
}

function keyOf(text: string): string | null {
  const read = readAreaKey(text)
  return read.ok && read.level !== 'association' && read.key !== 'DG' ? read.key : null
}

/** "1.234,5" and "1234.5"; "1.234" could be either and is taken for a number of people or hectares only in the German way. */
function numberOf(text: string): number | null | undefined {
  const read = readNumber(text, /^\d+\.\d+$/.test(text) && !/^\d{1,3}(\.\d{3})+$/.test(text) ? 'point' : 'comma')
  return read !== null && read >= 0 ? read : undefined
}

/** Lines of one day and kind that share an area, or a county, belong to one reform. */
function grouped(lines: readonly Line[]): Line[][] {
  const groups: { names: Set<string>; lines: Line[] }[] = []
  for (const line of lines) {
    const own = namesOf(line)
    const met = groups.filter((group) => own.some((name) => group.names.has(name)))
    for (const one of met) groups.splice(groups.indexOf(one), 1)
    groups.push({
      names: new Set([...own, ...met.flatMap((one) => [...one.names])]),
      lines: [...met.flatMap((one) => one.lines), line],
    })
  }
  return groups.map((group) => group.lines.toSorted((a, b) => a.line - b.line))
}
function namesOf({ kind, day, before, after }: Line): string[] {
  const keys = kind === 'countyChange' ? [before.key.slice(0, 5), after.key.slice(0, 5)] : [before.key, after.key]
  return keys.map((key) => `${day} ${kind} ${key}`)
}

function reformOf(lines: readonly Line[]): ReadReform {
  const { kind, day, source } = lines[0]!
  const parts = lines.map((line) => ({
    before: line.before,
    after: line.after,
    whole: isWhole(line),
    population: shareOf(line, lines, 'people', 'peopleBefore'),
    land: shareOf(line, lines, 'land', 'landBefore'),
  }))
  return { input: { kind, day, source, note: null, parts }, lines: lines.map((line) => line.line) }
}

const isWhole = ({ kind, before, after }: Line) =>
  before.key !== after.key &&
  (kind === 'countyChange'
    ? before.key.length === 8 || after.key.length === 8
    : kind !== 'split' && kind !== 'transfer')

/** Of what the list says was there before; a territory that ends is the sum of its parts. */
function shareOf(
  line: Line,
  lines: readonly Line[],
  part: 'people' | 'land',
  whole: 'peopleBefore' | 'landBefore',
): number | null {
  if (isWhole(line) || line.before.key === line.after.key) return null
  const others = lines.filter((one) => one.before.key === line.before.key)
  const stays = others.some((one) => one.after.key === line.before.key)
  const sum = others.some((one) => one.amounts[part] === null)
    ? null
    : others.reduce((all, one) => all + one.amounts[part]!, 0)
  const total = line.amounts[whole] ?? (line.kind === 'split' && !stays ? sum : null)
  const share = total && line.amounts[part] !== null ? line.amounts[part] / total : null
  return share !== null && share > 0 && share < 1 ? share : null
}
