/**
 * Reads `area,sex,age_from,age_to,year,population`. What is wrong is said with its line and a code; the sentence is the caller's.
 * Records are looked at one by one and not kept, so that a whole country by single years fits.
 */
import { detectSeparator, readSeparated } from '../table-file/separated.ts'

export type Fault =
  | 'empty'
  | 'column-missing'
  | 'column-twice'
  | 'cells'
  | 'area'
  | 'age-from'
  | 'age-to'
  | 'year'
  | 'population'
  | 'twice'
  | 'open-quote'
  | 'ages-overlap'
  | 'ages-gap'
  | 'nobody'

export class BadPopulation extends Error {
  readonly fault: Fault
  readonly line: number | null
  readonly detail: Readonly<Record<string, string | number>>

  constructor(fault: Fault, line: number | null, detail: Record<string, string | number> = {}) {
    super(`${fault}${line === null ? '' : ` (line ${line})`} ${JSON.stringify(detail)}`)
    this.name = 'BadPopulation'
    this.fault = fault
    this.line = line
    this.detail = detail
  }
}

/** One line of numbers, in columns; sex and area as numbers of their first appearance. `to` is −1 where the group is open. */
export type Rows = {
  areas: string[]
  sexes: string[]
  area: number[]
  sex: number[]
  from: number[]
  to: number[]
  year: number[]
  /** NaN where the office prints no number ("." unknown, "/" unreliable, "..." later, or nothing at all). */
  population: number[]
  line: number[]
  /** Digits after the point, the most there are. */
  decimals: number
  separator: string
}

export const columns = ['area', 'sex', 'age_from', 'age_to', 'year', 'population'] as const
const unknown = new Set(['', '.', '/', '...', '…', 'x', 'X', '·', '•'])
const oldest = 130

export function readPopulation(text: string): Rows {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  if (text.slice(start, start + 10_000).trim() === '') throw new BadPopulation('empty', null)
  const separator = detectSeparator(text.slice(start, start + 10_000))
  const rows: Rows = {
    areas: [],
    sexes: [],
    area: [],
    sex: [],
    from: [],
    to: [],
    year: [],
    population: [],
    line: [],
    decimals: 0,
    separator,
  }
  const areas = new Map<string, number>()
  const sexes = new Map<string, number>()
  let places: number[] | null = null
  let width = 0
  for (const { cells, line } of records(text, start, separator)) {
    if (cells.length === 1 && cells[0]!.trim() === '') continue
    if (!places) {
      places = headingOf(cells, line)
      width = cells.length
      continue
    }
    if (cells.length !== width) throw new BadPopulation('cells', line, { found: cells.length, wanted: width })
    const cell = (column: number) => cells[places![column]!]!.trim()
    if (cell(0) === '') throw new BadPopulation('area', line)
    rows.area.push(numberOf(areas, rows.areas, cell(0)))
    rows.sex.push(numberOf(sexes, rows.sexes, cell(1)))
    const from = whole(cell(2))
    if (from === null || from > oldest) throw new BadPopulation('age-from', line, { text: cell(2) })
    const to = cell(3) === '' ? -1 : whole(cell(3))
    if (to === null || (to !== -1 && to < from)) throw new BadPopulation('age-to', line, { text: cell(3), from })
    const year = whole(cell(4))
    if (year === null || year < 1000 || year > 9999) throw new BadPopulation('year', line, { text: cell(4) })
    rows.from.push(from)
    rows.to.push(to)
    rows.year.push(year)
    rows.population.push(peopleOf(rows, cell(5), line))
    rows.line.push(line)
  }
  if (!places) throw new BadPopulation('empty', null)
  if (rows.line.length === 0) throw new BadPopulation('nobody', null)
  return rows
}

/** Lines without a quotation mark are cut plainly; the others are read as they ought to be, over several lines if need be. */
function* records(text: string, start: number, separator: string): Generator<{ cells: string[]; line: number }> {
  let line = 1
  for (let at = start; at < text.length; ) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    let one = text.slice(at, end)
    const first = line
    while (quotes(one) % 2 === 1) {
      if (end >= text.length) throw new BadPopulation('open-quote', first)
      const next = text.indexOf('\n', end + 1)
      end = next < 0 ? text.length : next
      one = text.slice(at, end)
      line += 1
    }
    at = end + 1
    line += 1
    if (one.endsWith('\r')) one = one.slice(0, -1)
    yield { cells: one.includes('"') ? readSeparated(one, separator)[0]!.cells : one.split(separator), line: first }
  }
}

function quotes(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1
  return count
}

function headingOf(cells: string[], line: number): number[] {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  return columns.map((column) => {
    const place = names.indexOf(column)
    if (place < 0) throw new BadPopulation('column-missing', line, { column })
    if (names.indexOf(column, place + 1) >= 0) throw new BadPopulation('column-twice', line, { column })
    return place
  })
}

function numberOf(known: Map<string, number>, names: string[], name: string): number {
  const number = known.get(name)
  if (number !== undefined) return number
  known.set(name, names.length)
  names.push(name)
  return names.length - 1
}

const whole = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null)

function peopleOf(rows: Rows, text: string, line: number): number {
  if (unknown.has(text)) return Number.NaN
  // "-" and "–" are the offices' sign for nobody.
  if (text === '-' || text === '–') return 0
  const point = text.indexOf(rows.separator === ',' ? '.' : text.includes(',') ? ',' : '.')
  const plain = point < 0 ? text : `${text.slice(0, point)}.${text.slice(point + 1)}`
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(plain)) throw new BadPopulation('population', line, { text })
  const part = plain.indexOf('.')
  if (part >= 0) rows.decimals = Math.max(rows.decimals, plain.slice(part + 1).replace(/0+$/, '').length)
  return Number(plain)
}
