/**
 * Reads the older "csv" exports of GENESIS databases (GENESIS-Online and Regionaldatenbank, 2017 to 2024): a table as printed, with
 * title lines, a stacked heading, a stub of period, key, name and further characteristics, and a footer.
 */

import { separatorOf } from '#pure/grid/separator.ts'
import { readAreaKey } from '#pure/keys/area-key.ts'
import { type NumberStyle, numberStyle, readCell } from '#pure/table-file/cell.ts'
import { readSeparated, type TextRow } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { attributeOf, plainAttribute, recogniseAttributes } from './characteristics.ts'
import { type CsvFrame, readFrame } from './csv-frame.ts'
import { type CsvHeading, readCsvHeading } from './csv-heading.ts'
import type { ReadOptions } from './flat.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { readPeriod } from './period.ts'
import type { Area, Attribute, LeftOutWhy, Measure, OfficialTable, Period, TableRow } from './table.ts'

export function readGenesisCsv(text: string, options: ReadOptions = {}): OfficialTable {
  if (text.trim() === '') throw new UnreadableFile('empty')
  // Semicolons, unless a spreadsheet has saved the file anew.
  const frame = readFrame(readSeparated(text, text.includes(';') ? ';' : separatorOf(text)))
  const heading = readCsvHeading(frame.code, frame.titleLines, frame.headingRows, frame.headingLine)
  const stub = readStub(frame, heading)
  const style = options.numberStyle ?? styleOfBody(frame.body, heading.stub)
  const ledger = openLedger()
  for (const record of frame.body) readRow(record, heading, stub, style, ledger)
  if (ledger.rows.length === 0) {
    throw new UnreadableFile('no-rows', frame.headingLine, { leftOut: ledger.leftOut.length })
  }
  const measures = new Map<string, Measure>()
  for (const { measure } of heading.columns) if (!measures.has(measure.code)) measures.set(measure.code, measure)
  return {
    format: 'genesis-csv',
    code: frame.code,
    statistic: { code: frame.code.slice(0, 5), label: heading.statistic },
    title: heading.title,
    source: frame.source,
    licence: frame.licence,
    printedAt: frame.printedAt,
    footnotes: frame.footnotes,
    dimensions: [...stub.dimensions.map(({ code, label }) => ({ code, label })), ...heading.dimensions],
    measures: [...measures.values()],
    rows: ledger.rows,
    leftOut: ledger.leftOut,
  }
}

type Stub = {
  period: number | null
  key: number
  dimensions: { at: number; code: string; label: string; read: (label: string) => Attribute }[]
}

/** What the columns left of the figures hold: [period] key name [characteristics …]; the layout does not name them. */
function readStub({ body, headingLine }: CsvFrame, heading: CsvHeading): Stub {
  const sample = body.slice(0, 200)
  const all = (at: number, test: (cell: string) => boolean) =>
    sample.every(({ cells }) => test((cells[at] ?? '').trim()))
  const isKey = (cell: string) => readAreaKey(cell).ok
  // A year is no key: "2015" has four digits, and no Land has the number 20.
  const period = all(0, (cell) => readPeriod(cell) !== null) ? 0 : null
  const key = period === null ? 0 : 1
  if (heading.stub < key + 2) throw new UnreadableFile('broken-header', headingLine, { missing: 'area' })
  const known = sample.filter(({ cells }) => isKey(cells[key] ?? '')).length
  if (known * 2 < sample.length)
    throw new UnreadableFile('broken-header', body[0]?.line ?? headingLine, { missing: 'area' })
  const inColumns = heading.columns.every((column) => column.period !== null)
  if (period === null && !inColumns && heading.period === null) {
    throw new UnreadableFile('broken-header', headingLine, { missing: 'period' })
  }
  const dimensions: Stub['dimensions'] = []
  for (let at = key + 2; at < heading.stub; at++) {
    const labels = new Set(body.map(({ cells }) => (cells[at] ?? '').trim()))
    const characteristic = recogniseAttributes(labels)
    dimensions.push({
      at,
      code: characteristic?.code ?? `stub-${at - key - 1}`,
      label: characteristic?.label ?? '',
      read: once((label) => (characteristic ? attributeOf(characteristic, label) : plainAttribute(label))),
    })
  }
  return { period, key, dimensions }
}

function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const have = known.get(text)
    if (have !== undefined) return have
    const fresh = read(text)
    known.set(text, fresh)
    return fresh
  }
}

function styleOfBody(body: TextRow[], stub: number): NumberStyle {
  const style = numberStyle(body.flatMap(({ cells }) => cells.slice(stub)))
  if (style === 'mixed' || style === 'doubtful') throw new UnreadableFile('number-style', null, { style })
  return style
}

function readRow(record: TextRow, heading: CsvHeading, stub: Stub, style: NumberStyle, ledger: Ledger): void {
  const { line, cells } = record
  const leaveOut = (why: LeftOutWhy) => ledger.leftOut.push({ line, why })
  const expected = heading.stub + heading.columns.length
  if (cells.length !== expected) return void leaveOut({ code: 'column-count', expected, found: cells.length })
  const period = stub.period === null ? heading.period : readPeriod(cells[stub.period] ?? '')
  if (stub.period !== null && period === null) return void leaveOut({ code: 'period', text: cells[stub.period] ?? '' })
  const key = readAreaKey(cells[stub.key] ?? '')
  if (!key.ok) return void leaveOut({ code: 'area-key', fault: key.why })
  const area: Area = { key: key.key, level: key.level, name: (cells[stub.key + 1] ?? '').trim() }
  const own: Record<string, Attribute> = {}
  for (const dimension of stub.dimensions) own[dimension.code] = dimension.read((cells[dimension.at] ?? '').trim())
  const rows: TableRow[] = []
  for (const [at, column] of heading.columns.entries()) {
    const text = cells[heading.stub + at] ?? ''
    const got = readCell(text, style)
    if (got === null) {
      leaveOut({ code: 'value', text, column: heading.stub + at + 1 })
      continue
    }
    const when: Period | null = column.period ?? period
    if (when === null) continue
    const dimensions = stub.dimensions.length === 0 ? column.dimensions : { ...own, ...column.dimensions }
    rows.push({ line, area, period: when, dimensions, measure: column.measure, cell: got.cell, quality: got.quality })
  }
  const about = [area.key, period?.to, ...stub.dimensions.map(({ at }) => cells[at])].join('|')
  ledger.addLine(about, cells[stub.key] ?? '', rows)
}
