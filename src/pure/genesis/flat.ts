/**
 * Reads the flat CSV (ffcsv) of GENESIS databases: one statement per line. Two headings are in use: since 2025 the English one with
 * `value` columns (and `value_q` for the quality), before that the German one with a column per measure ("BEVSTD__Bevölkerungsstand__Anzahl").
 */

import { readAreaKey } from '#pure/keys/area-key.ts'
import { type NumberStyle, numberStyle, readCell } from '#pure/table-file/cell.ts'
import { detectSeparator, readSeparated, type TextRow } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { plainAttribute } from './characteristics.ts'
import { type FlatHeading, readFlatHeading } from './flat-heading.ts'
import { openLedger } from './ledger.ts'
import { readPeriod } from './period.ts'
import type { Area, Attribute, LeftOutWhy, Measure, OfficialTable, Period, TableRow } from './table.ts'

export type ReadOptions = {
  /** Flat files do not name their table; the offices put its code into the file name (12411-01-01-4_flat.csv). */
  fileName?: string
  /** What a person has decided where the file leaves it open. */
  numberStyle?: NumberStyle
}

export function readFlatCsv(text: string, options: ReadOptions = {}): OfficialTable {
  if (text.trim() === '') throw new UnreadableFile('empty')
  const [first, ...records] = readSeparated(text, detectSeparator(text))
  const heading = readFlatHeading(first?.cells ?? [])
  const statements = records.filter((record) => record.cells.some((cell) => cell.trim() !== ''))
  if (statements.length === 0) throw new UnreadableFile('no-rows', 1)
  const style = options.numberStyle ?? styleOfValues(heading, statements)
  const ledger = openLedger()
  const read = rowReader(heading)
  for (const record of statements) {
    const { line, cells } = record
    const leaveOut = (why: LeftOutWhy) => ledger.leftOut.push({ line, why })
    if (cells.length !== heading.width) {
      leaveOut({ code: 'column-count', expected: heading.width, found: cells.length })
      continue
    }
    const frame = read(cells)
    if ('code' in frame) {
      leaveOut(frame)
      continue
    }
    const rows: TableRow[] = []
    for (const column of heading.values) {
      const value = cells[column.at] ?? ''
      const got = readCell(value, style)
      if (got === null) {
        leaveOut({ code: 'value', text: value, column: column.at + 1 })
        continue
      }
      const quality = (heading.quality === null ? '' : (cells[heading.quality] ?? '').trim()) || got.quality
      rows.push({ line, ...frame, measure: column.measure(cells), cell: got.cell, quality })
    }
    // A line in the old dialect has a column per measure, a line in the new one has one measure: its code belongs to what it is about.
    const about = heading.values.length > 1 ? '' : (rows[0]?.measure.code ?? '')
    const attributes = Object.entries(frame.dimensions).map(([code, one]) => `${code}=${one.code || one.label}`)
    ledger.addLine(
      [frame.area.key, frame.period.to, frame.period.from, about, ...attributes].join('|'),
      frame.area.key,
      rows,
    )
  }
  if (ledger.rows.length === 0) throw new UnreadableFile('no-rows', 2, { leftOut: ledger.leftOut.length })
  return asTable(heading, statements, ledger, options)
}

function styleOfValues(heading: FlatHeading, records: TextRow[]): NumberStyle {
  const style = numberStyle(records.flatMap(({ cells }) => heading.values.map(({ at }) => cells[at] ?? '')))
  if (style === 'mixed' || style === 'doubtful') throw new UnreadableFile('number-style', null, { style })
  return style
}

type Frame = { area: Area; period: Period; dimensions: Record<string, Attribute> }

/** Reads area, period and dimensions of a line; equal lines share their objects, since a table repeats them thousands of times. */
function rowReader(heading: FlatHeading): (cells: string[]) => Frame | LeftOutWhy {
  const periods = new Map<string, Period | null>()
  const areas = new Map<string, Area | LeftOutWhy>()
  return (cells) => {
    const time = cells[heading.time] ?? ''
    if (!periods.has(time)) periods.set(time, readPeriod(time))
    const period = periods.get(time)
    if (!period) return { code: 'period', text: time }
    let area: Area | LeftOutWhy | null = null
    const dimensions: Record<string, Attribute> = {}
    for (const at of heading.variables) {
      const variable = (cells[at.code] ?? '').trim()
      const key = (cells[at.attributeCode] ?? '').trim()
      const label = (cells[at.attributeLabel] ?? '').trim()
      if (variable === '') continue
      if (area === null && isAreaVariable(variable)) {
        const cached = areas.get(`${key}|${label}`) ?? readArea(key, label)
        areas.set(`${key}|${label}`, cached)
        area = cached
      } else {
        const plain = plainAttribute(label)
        dimensions[variable] = { code: key, label, total: key === '' || plain.total }
      }
    }
    if (area === null) return { code: 'no-area' }
    return 'code' in area ? area : { area, period, dimensions }
  }
}

function readArea(key: string, name: string): Area | LeftOutWhy {
  const read = readAreaKey(key)
  return read.ok ? { key: read.key, level: read.level, name } : { code: 'area-key', fault: read.why }
}

/** The regional characteristics of GENESIS-Online, Regionaldatenbank and Zensusdatenbank. */
function isAreaVariable(code: string): boolean {
  return /^(DINSG|DLAND|REGBEZ|KREISE|GEMEIN|SAMTGE|DG|GEO[A-Z]{2}\d|[A-Z]{2}-(KRE|GEM|RBZ))$/.test(code)
}

function asTable(
  heading: FlatHeading,
  statements: TextRow[],
  ledger: { rows: TableRow[]; leftOut: OfficialTable['leftOut'] },
  options: ReadOptions,
): OfficialTable {
  const cell = (at: number) => (statements[0]?.cells[at] ?? '').trim()
  const statistic = { code: cell(heading.statisticCode), label: cell(heading.statisticLabel) }
  const named = /(?:^|[/\\])(\d{4}[0-9A-Z](?:-[0-9A-Z]+)+)/.exec(options.fileName ?? '')?.[1]
  const measures = new Map<string, Measure>()
  for (const row of ledger.rows) if (!measures.has(row.measure.code)) measures.set(row.measure.code, row.measure)
  const dimensions = new Map<string, string>()
  for (const { cells } of statements) {
    for (const at of heading.variables) {
      const code = (cells[at.code] ?? '').trim()
      if (code && !isAreaVariable(code) && !dimensions.has(code)) dimensions.set(code, (cells[at.label] ?? '').trim())
    }
  }
  return {
    format: 'genesis-flat',
    code: named?.startsWith(statistic.code) ? named : statistic.code,
    statistic,
    title: statistic.label,
    source: null,
    licence: null,
    printedAt: null,
    footnotes: [],
    dimensions: [...dimensions].map(([code, label]) => ({ code, label })),
    measures: [...measures.values()],
    rows: ledger.rows,
    leftOut: ledger.leftOut,
  }
}
