// What a filled-in Erhebungsbogen says, whatever was done to it: columns moved or renamed, rows sorted, added or taken out, sheets put together. Pure.
import { type Mark, numberStyle, readCell } from '#pure/table-file/cell.ts'

/** Forms of this layout and older ones are understood. */
export const layout = 1
/** A cell as it was read: a day is no number, although a spreadsheet may have made one of it. */
export type FormCell = string | number | boolean | { day: string } | null
export type FormSheet = {
  name: string
  rows: readonly (readonly FormCell[])[]
  /** Cells that calculate, as "row,column" from 0. */
  formulas: readonly string[]
}

export const columns = [
  'indicator',
  'definition',
  'period',
  'area',
  'unit',
  'last',
  'value',
  'mark',
  'comment',
  'check',
  'due',
  'id',
] as const
export type ColumnId = (typeof columns)[number]
/** Without these nobody can say which figure is whose. */
const needed = ['id', 'value'] as const

/** Each column carries its own name in a hidden row, so that it may be moved and called anything. */
export const markerOf = (column: ColumnId) => `ns:${column}`
export const identityOf = (duty: string, edition: number) => `${duty}/${edition}`
export const stampOf = (organisation: string, madeOn: string) =>
  `nahtstelle-erhebungsbogen/${layout}/${organisation}/${madeOn}`

export type FoundRow = {
  sheet: string
  line: number
  duty: string | null
  edition: number | null
  /** What stands beside the identity: if it is about something else, only a part of the row was moved. */
  indicator: string | null
  period: string | null
  value: FormCell
  mark: FormCell
  comment: string | null
  calculates: boolean
}
export type FoundForm = { organisation: string | null; madeOn: string | null; rows: FoundRow[] }
export type FormFault = { fault: 'notAForm' | 'newerForm' } | { fault: 'formColumn'; column: ColumnId }

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const stamp = new RegExp(`nahtstelle-erhebungsbogen/(\\d+)/(${uuid})/(\\d{4}-\\d{2}-\\d{2})`)
const identity = new RegExp(`^(${uuid})/(\\d{1,9})$`)
const textOf = (cell: FormCell | undefined): string => (typeof cell === 'string' ? cell.trim() : '')
const wordsOf = (cell: FormCell | undefined): string =>
  typeof cell === 'object' && cell ? cell.day : String(cell ?? '').trim()
const isEmpty = (cell: FormCell | undefined) => cell === null || cell === undefined || wordsOf(cell) === ''

type Place = { at: number; column: Map<ColumnId, number>; byName: boolean }

/** The row with the names of the columns; where somebody took it out, the row with their headings as they were printed. */
function headingOf(sheet: FormSheet, headings: Readonly<Record<ColumnId, string>>): Place | null {
  let best: Place | null = null
  for (const [at, cells] of sheet.rows.slice(0, 60).entries()) {
    const column = new Map<ColumnId, number>()
    const byName = cells.some((cell) => columns.some((one) => textOf(cell) === markerOf(one)))
    for (const [n, cell] of cells.entries()) {
      const text = textOf(cell)
      const found = columns.find((one) => text === markerOf(one) || text === headings[one])
      if (found && !column.has(found)) column.set(found, n)
    }
    if (column.size > (best?.column.size ?? 1)) best = { at, column, byName }
  }
  return best
}

export function understand(
  sheets: readonly FormSheet[],
  headings: Readonly<Record<ColumnId, string>>,
): FoundForm | FormFault {
  const stamps = sheets.flatMap(({ rows }) => rows.flatMap((cells) => cells.flatMap((cell) => stampIn(cell))))
  const newer = stamps.some((one) => one.layout > layout)
  const placed = sheets.flatMap((sheet) => {
    const place = headingOf(sheet, headings)
    return place ? [{ sheet, place }] : []
  })
  if (newer) return { fault: 'newerForm' }
  const whole = placed.filter(({ place }) => needed.every((one) => place.column.has(one)))
  if (whole.length === 0) {
    const lacking = needed.find((one) => placed.some(({ place }) => !place.column.has(one)))
    return stamps.length > 0 || placed.some(({ place }) => place.column.size >= 4)
      ? { fault: 'formColumn', column: lacking ?? 'id' }
      : { fault: 'notAForm' }
  }
  return {
    organisation: stamps[0]?.organisation ?? null,
    madeOn: stamps[0]?.madeOn ?? null,
    rows: whole.flatMap(({ sheet, place }) => rowsOf(sheet, place)),
  }
}

function stampIn(cell: FormCell): { layout: number; organisation: string; madeOn: string }[] {
  const found = typeof cell === 'string' ? stamp.exec(cell) : null
  return found ? [{ layout: Number(found[1]), organisation: found[2]!, madeOn: found[3]! }] : []
}

function rowsOf(sheet: FormSheet, { at, column, byName }: Place): FoundRow[] {
  const formulas = new Set(sheet.formulas)
  const found: FoundRow[] = []
  for (const [n, cells] of sheet.rows.entries()) {
    if (n <= at) continue
    const cell = (id: ColumnId): FormCell => cells[column.get(id) ?? -1] ?? null
    const value = cell('value')
    const said = identity.exec(textOf(cell('id')).toLowerCase())
    // The heading that people read, whatever it is called by now, stands below the names of the columns.
    if (!said && byName && n === at + 1) continue
    const filled = !isEmpty(value) || !isEmpty(cell('mark'))
    if (!said && !filled) continue
    found.push({
      sheet: sheet.name,
      line: n + 1,
      duty: said?.[1] ?? null,
      edition: said ? Number(said[2]) : null,
      indicator: wordsOf(cell('indicator')) || null,
      period: wordsOf(cell('period')) || null,
      value: isEmpty(value) ? null : value,
      mark: isEmpty(cell('mark')) ? null : cell('mark'),
      comment: wordsOf(cell('comment')) || null,
      calculates: (['id', 'value', 'mark', 'comment'] as const).some(
        (one) => column.has(one) && formulas.has(`${n},${column.get(one)}`),
      ),
    })
  }
  return found
}

/** Rows that carry the identity of another filled row: nobody can say which of them counts. */
export function doubled(rows: readonly FoundRow[]): ReadonlySet<FoundRow> {
  const filled = rows.filter((row) => row.duty && (row.value !== null || row.mark !== null))
  const times = Map.groupBy(filled, (row) => row.duty)
  return new Set(filled.filter((row) => (times.get(row.duty)?.length ?? 0) > 1))
}

export type Said =
  | { value: number; mark: null }
  | { value: null; mark: Mark }
  | { empty: true }
  | { fault: 'noNumber' | 'isDay' | 'doubtful' | 'both' | 'noMark' | 'decimals' }

/** A number, or the sign in its place; a sign is never a number, and what can be read in two ways is asked. */
export function saidIn(
  row: Pick<FoundRow, 'value' | 'mark'>,
  signs: Readonly<Record<Mark, string>>,
  decimals: number,
): Said {
  const mark = row.mark === null ? null : markIn(row.mark, signs)
  if (mark === undefined) return { fault: 'noMark' }
  const figure = row.value === null ? null : figureIn(row.value, signs)
  if (figure === null) return mark ? { value: null, mark } : { empty: true }
  if ('fault' in figure) return figure
  if (mark && figure.mark !== mark) return { fault: 'both' }
  if (figure.value === null) return figure
  const scaled = figure.value * 10 ** decimals
  const round = Math.round(scaled)
  // Decimal fractions carry dust in binary: 0.1 + 0.2 is 0.3.
  return Math.abs(scaled - round) > 1e-6 ? { fault: 'decimals' } : { value: round / 10 ** decimals, mark: null }
}

/** "– nichts vorhanden", or the sign alone, or its words alone. */
function markIn(cell: FormCell, signs: Readonly<Record<Mark, string>>): Mark | undefined {
  const text = wordsOf(cell)
  for (const [mark, label] of Object.entries(signs) as [Mark, string][]) {
    const [sign = '', ...words] = label.split(' ')
    if (text === label || text === sign || text.toLowerCase() === words.join(' ').toLowerCase()) return mark
  }
  return text === '-' ? 'nil' : text === '...' ? 'later' : text === 'X' ? 'meaningless' : undefined
}

function figureIn(cell: FormCell, signs: Readonly<Record<Mark, string>>): Exclude<Said, { empty: true }> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, mark: null } : { fault: 'noNumber' }
  if (typeof cell === 'object' && cell) return { fault: 'isDay' }
  const text = textOf(cell)
  const mark = markIn(text, signs)
  if (mark) return { value: null, mark }
  if (numberStyle([text]) === 'doubtful') return { fault: 'doubtful' }
  const read = readCell(text, 'comma')
  return read && read.quality === null && read.cell.value !== null
    ? { value: read.cell.value, mark: null }
    : { fault: 'noNumber' }
}
