/**
 * Reads a table in whatever shape. Every figure keeps its area, time and heading as far as the table says them; what it does not say is
 * asked, what cannot be read is left out by line, and a table that can be read in two ways is refused.
 */
import { type AreaKeyAnswer, readAreaKey } from '#pure/keys/area-key.ts'
import { type NumberStyle, numberStyle, type ReadCell } from '#pure/table-file/cell.ts'
import { type Collected, type CollectedPeriod, type Collector, openCollector } from '#pure/table-file/collect.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { type GridCell, type GridRow, isBlank, isValue, readGridCell, textOf } from './cell.ts'
import { columnsAs, type GridColumn, readColumns } from './columns.ts'
import { findFrame, share } from './frame.ts'
import { readTime } from './periods.ts'
import { cutText, isSign, isTotalWord, mostRows, type Plan, signOf } from './plan.ts'
import { noSchema, type TableSchema } from './schema.ts'

export type GridOptions = {
  schema?: TableSchema
  numberStyle?: NumberStyle | undefined
  title?: string
  plan?: Plan | undefined
}

export function readGrid(
  rows: readonly GridRow[],
  { schema = noSchema, numberStyle: wanted, title, plan }: GridOptions = {},
): Collected {
  if (plan && rows.length > mostRows) throw new UnreadableFile('too-large', null, { limit: '1 Mio. Zeilen' })
  const frame = findFrame(rows)
  const columns = plan ? columnsAs(frame, plan.roles) : readColumns(frame)
  for (const column of columns) {
    const field = schema.fields.get(column.label)
    if (!plan && field?.isText && column.role === 'measure') column.role = 'dimension'
  }
  const measures = columns.filter(({ role }) => role === 'measure')
  const style = wanted ?? plan?.style ?? schema.style ?? styleOf(frame.body, measures)
  const book = openCollector()
  const table: Table = {
    columns,
    measures,
    style,
    plan,
    book,
    ids: measures.map((column) => book.measure(measureOf(column, schema, plan !== undefined))),
    time: plan ? null : readTime(dayOfTitle([schema.title ?? '', ...frame.titles]) ?? ''),
    schoolYears: columns.some(
      ({ role, label }) => role === 'time' && /schuljahr|kita-?jahr|kindergartenjahr/i.test(label),
    ),
    missing: new Set(schema.missing.map((one) => one.toLowerCase())),
    empty: new Map(),
    unsaid: new Map(),
    names: new Map(),
    seen: new Map(),
    readKey: once(readAreaKey),
    readTime: once(readTime),
  }
  for (const row of frame.body) readRow(row, table)
  const line = frame.headings.at(-1)?.line ?? 1
  for (const [at, { count, first }] of table.empty)
    book.leaveOut(first, 'empty-cells', { column: columns[at]?.label ?? String(at + 1), count })
  for (const [text, { count, first }] of table.unsaid) book.leaveOut(first, 'sign-unsaid', { text, count })
  for (const { role, label, at } of columns)
    if (role === 'empty' && label !== '')
      book.leaveOut(line, plan ? 'column-aside' : 'empty-column', { column: label || String(at + 1) })
  askWhatIsMissing(table, frame.body, line)
  return book.done({
    title: schema.title ?? frame.titles[0] ?? title ?? '',
    source: schema.source ?? sourceIn([...frame.titles, ...frame.notes]),
    licence: schema.licence,
  })
}

type Table = {
  columns: GridColumn[]
  measures: GridColumn[]
  ids: number[]
  style: NumberStyle
  plan: Plan | undefined
  book: Collector
  time: CollectedPeriod | null
  schoolYears: boolean
  missing: ReadonlySet<string>
  empty: Map<number, { count: number; first: number }>
  /** Signs of which nobody has said what they mean, or which say nothing. */
  unsaid: Map<string, { count: number; first: number }>
  /** Lines by area names, where a table has no keys. */
  names: Map<string, number>
  seen: Map<string, { line: number; text: string }>
  readKey: (text: string) => AreaKeyAnswer
  readTime: (text: string) => CollectedPeriod | null
}

/** Keys and times repeat a thousand times in a long table. */
function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const there = known.get(text)
    if (there !== undefined) return there
    const fresh = read(text)
    known.set(text, fresh)
    return fresh
  }
}

const measureOf = ({ name, label, unit, at }: GridColumn, schema: TableSchema, planned: boolean) => {
  const field = schema.fields.get(label)
  return { code: planned ? name : label || `column-${at + 1}`, label: field?.label ?? label, unit: field?.unit || unit }
}

function styleOf(body: readonly GridRow[], measures: readonly GridColumn[]): NumberStyle {
  const style = numberStyle(
    (function* () {
      for (const { cells } of body)
        for (const { at } of measures) if (typeof cells[at] === 'string') yield textOf(cells[at])
    })(),
  )
  if (style === 'mixed' || style === 'doubtful') throw new UnreadableFile('number-style', null, { style })
  return style
}

function readRow({ line, cells }: GridRow, table: Table): void {
  const { columns, book } = table
  const of = (role: GridColumn['role']) => columns.find((column) => column.role === role)
  const filled = cells.filter((cell) => textOf(cell) !== '')
  const time = of('time')
  if (filled.length === 1 && typeof filled[0] === 'string' && !(time && textOf(cells[time.at]) !== ''))
    return void book.leaveOut(line, 'section', { text: textOf(filled[0]) })
  if (columns.every(({ at, label }) => textOf(cells[at]) === label)) return void book.leaveOut(line, 'heading-again')
  const total = table.plan ? totalIn(cells, table) : null
  if (total !== null) return void book.leaveOut(line, 'total-row', { text: total })
  const area = areaOf(line, cells, table)
  if (area === null) return
  const written = time ? textOf(cells[time.at]) : ''
  const own = time ? periodOf(written, table) : table.time
  if (time && own === null) return void book.leaveOut(line, 'period', { text: written })
  const parts = columns
    .filter(({ role, at }) => role === 'dimension' && textOf(cells[at]) !== '')
    .map(({ name, label, at }) => [table.plan ? name : label, textOf(cells[at])] as const)
    .map(([column, value]) => [column, value.slice(0, 120), value.slice(0, 120)] as const)
  const name = of('measure-name')
  const cut = book.cut(
    table.plan
      ? cutText(parts.filter(([column, value]) => table.plan?.totals.get(column) !== value))
      : parts.map(([column, value]) => `${column}=${value}`).join('|'),
  )
  const about = [area, own?.from, own?.to, cut, name ? textOf(cells[name.at]) : ''].join('|')
  if (repeats(about, line, cells, table)) return
  for (const [n, column] of table.measures.entries()) {
    const got = valueIn(cells[column.at], line, column, table)
    if (got === null) continue
    const period = column.period ?? own
    book.say({
      measure: name
        ? book.measure({ code: textOf(cells[name.at]), label: textOf(cells[name.at]), unit: '' })
        : table.ids[n]!,
      area,
      period: period === null ? -1 : book.period(period),
      cut,
      line,
      cell: got.cell,
      quality: table.plan ? got.quality : null,
    })
  }
}

/** What a cell of figures says; null for one that says nothing, which is then counted or left out by line. */
function valueIn(cell: GridCell | undefined, line: number, column: GridColumn, table: Table): ReadCell | null {
  const { plan, book } = table
  const text = textOf(cell)
  const described = table.missing.has(text.toLowerCase())
  const got = described ? null : readGridCell(cell, table.style)
  if (got !== null && got.cell.mark === null) return got
  const said = described ? undefined : plan?.signs.get(signOf(text))
  if (said) return { cell: { value: null, mark: said }, quality: null }
  if (text === '' || described || (!plan && isBlank(text))) {
    count(table.empty, column.at, line)
    return null
  }
  if (plan && isSign(text)) {
    count(table.unsaid, signOf(text), line)
    return null
  }
  if (plan || got === null) {
    book.leaveOut(line, 'value', { text: text.slice(0, 60), column: column.label })
    return null
  }
  return got
}

function count<K>(of: Map<K, { count: number; first: number }>, key: K, line: number): void {
  const there = of.get(key)
  if (there) there.count++
  else of.set(key, { count: 1, first: line })
}

/** A printed sum is no area: it is left out, and said so. */
function totalIn(cells: readonly GridCell[], { columns }: Table): string | null {
  const textIn = (role: GridColumn['role']) => {
    const column = columns.find((one) => one.role === role)
    return column ? textOf(cells[column.at]) : ''
  }
  const [key, name] = [textIn('key'), textIn('name')]
  const word = name === '' && !readAreaKey(key).ok ? key : key === '' ? name : ''
  return isTotalWord(word) ? word : null
}

/** What official keys are for, as INKAR and others call it. */
const officialKinds =
  /^(bund|deutschland|staat|l(ä|a)nder|land|bundesl|regierungsbez|kreis|landkreis|stadtkreis|gemeinde|stadt|st(ä|a)dte)/i

/** Position of the area, -1 where the table has none, null where its key is none. */
function areaOf(line: number, cells: readonly GridCell[], table: Table): number | null {
  const { columns, book } = table
  const textIn = (role: GridColumn['role']) => {
    const column = columns.find((one) => one.role === role)
    return column ? textOf(cells[column.at]) : null
  }
  const [key, name, kind] = [textIn('key'), textIn('name'), textIn('area-kind')]
  if (key !== null) {
    const read = table.readKey(key)
    // Where a column says so, 901 may be the key of another list.
    const other = table.plan !== undefined && kind !== null && !officialKinds.test(kind)
    if (read.ok && !other) return book.area({ key: read.key, name: name ?? '', kind: read.level })
    if (read.ok) return book.area({ key, name: name ?? '', kind: kind ?? '' })
    if (kind !== null && key !== '') return book.area({ key, name: name ?? '', kind })
    if (key === '' && name) return book.area({ key: null, name, kind: 'unnamed' })
    book.leaveOut(line, `area-key-${read.why.code}`, 'text' in read.why ? { text: read.why.text } : {})
    return null
  }
  if (name === null) return -1
  if (name === '') {
    book.leaveOut(line, 'no-area')
    return null
  }
  const alone = columns.every(({ role }) => role !== 'time' && role !== 'dimension' && role !== 'measure-name')
  const before = table.names.get(name)
  // Without keys and times each row is an area of its own: Bergedorf is a district and a quarter.
  if (alone && before !== undefined) book.ask(line, 'same-name', { text: name, firstLine: before })
  else table.names.set(name, line)
  return book.area({ key: null, name: alone && before !== undefined ? `${name} (${line})` : name, kind: 'named' })
}

function periodOf(text: string, table: Table): CollectedPeriod | null {
  const year = table.schoolYears ? /^(\d{4})$/.exec(text)?.[1] : undefined
  return table.readTime(year === undefined ? text : `${year}/${Number(year) + 1}`)
}

function repeats(about: string, line: number, cells: readonly GridCell[], table: Table): boolean {
  const text = table.measures.map(({ at }) => textOf(cells[at])).join(';')
  const first = table.seen.get(about)
  if (first === undefined || about.startsWith('-1')) {
    table.seen.set(about, { line, text })
    return false
  }
  if (first.text !== text)
    throw new UnreadableFile('contradiction', line, { firstLine: first.line, area: about.split('|')[0] ?? '' })
  table.book.leaveOut(line, 'repeated', { firstLine: first.line })
  return true
}

function askWhatIsMissing({ columns, measures, time, book }: Table, body: readonly GridRow[], line: number): void {
  // Half figures, half words: nobody says which of them the column is for.
  for (const { at, role, label } of columns)
    if (role === 'dimension' && share(body, at, isValue) >= 0.3 && share(body, at, isValue) < 0.7)
      book.ask(line, 'mixed-column', { column: label })
  if (!columns.some(({ role }) => role === 'key' || role === 'name')) book.ask(line, 'no-area-column')
  const timeless = measures.filter(({ period }) => period === null)
  if (time === null && !columns.some(({ role }) => role === 'time') && timeless.length > 0)
    book.ask(line, 'no-time', { columns: timeless.length, first: timeless[0]?.label ?? '' })
}

/** The one day that the lines above a table name. */
export function dayOfTitle(titles: readonly string[]): string | null {
  const days = titles.flatMap((title) => [...title.matchAll(/\b\d{1,2}\.\d{1,2}\.\d{4}\b/g)].map(([day]) => day))
  return new Set(days).size === 1 ? days[0]! : null
}

const sourceIn = (lines: readonly string[]) =>
  lines.map((line) => /(?:Quelle:\s*|(?=©))(.+)/.exec(line)?.[1]).find(Boolean) ?? null
