/**
 * The stacked heading of the older GENESIS CSV layout. Each figure column gets its measure, its period (if the columns carry it)
 * and its dimensions out of up to five rows: names of characteristics, their attributes, measures, units.
 */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { attributeOf, isTotal, measureCode, plainAttribute, recogniseAttributes, slug } from './characteristics.ts'
import { readPeriod } from './period.ts'
import type { Attribute, Measure, Period } from './table.ts'

export type Column = { measure: Measure; period: Period | null; dimensions: Record<string, Attribute> }
export type CsvHeading = {
  stub: number
  columns: Column[]
  dimensions: { code: string; label: string }[]
  title: string
  statistic: string
  period: Period | null
}

const units =
  /^(Anzahl|Prozent|%|Promille|(Tsd\.|1000|Mill\.|Mrd\.)?\s?(EUR|qm|qkm|ha|t|cbm)|1000|Jahre|Monate|Tage|Stunden|km2|kg|.* je .*|\d{4}=100)$/

export function readCsvHeading(code: string, titleLines: string[], rows: string[][], line: number): CsvHeading {
  const stub = Math.min(...rows.map((row) => row.findIndex((cell) => cell !== '')).filter((at) => at >= 0))
  const width = Math.max(...rows.map((row) => row.length))
  const stack = rows.map((row) => Array.from({ length: width - stub }, (_, at) => row[stub + at] ?? ''))
  const last = stack.at(-1) ?? []
  const hasUnits = last.every((cell) => units.test(cell))
  const front = readTitle(titleLines, !hasUnits)
  if (!hasUnits && front.measure === null) throw new UnreadableFile('broken-header', line, { missing: 'unit' })
  const unitsOf = hasUnits ? last : last.map(() => front.measure?.unit ?? '')
  const sorted = sortRows(hasUnits ? stack.slice(0, -1) : stack, front.measure !== null)
  const columns = last.map((_, at): Column => {
    const labels = front.measure ? [front.measure.label] : sorted.labels.map((row) => row[at] ?? '')
    const dimensions: Record<string, Attribute> = {}
    for (const { code: key, attributes } of sorted.dimensions) dimensions[key] = attributes[at] ?? plainAttribute('')
    return {
      measure: asMeasure(code, labels, unitsOf[at] ?? ''),
      period: sorted.periods?.[at] ?? null,
      dimensions,
    }
  })
  refuseTwins(columns, line)
  return {
    stub,
    columns,
    dimensions: sorted.dimensions.map((one) => ({ code: one.code, label: one.label })),
    title: front.title,
    statistic: front.statistic,
    period: front.period,
  }
}

type Sorted = {
  labels: string[][]
  dimensions: { code: string; label: string; attributes: Attribute[] }[]
  periods: Period[] | null
}

/** Tells names, attributes, periods and measure labels apart, row by row. */
function sortRows(rows: string[][], measureInTitle: boolean): Sorted {
  const sorted: Sorted = { labels: [], dimensions: [], periods: null }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? []
    const next = rows[at + 1]
    // A row of one and the same word above a row that fills the same columns names the characteristic of that row.
    const name = next && namesRow(row, next) ? [...new Set(row)].find((cell) => cell !== '') : undefined
    const values = name !== undefined && next ? next : row
    const periods = values.map(readPeriod)
    const known = recogniseAttributes(values)
    if (periods.every((period) => period !== null)) {
      sorted.periods = periods
    } else if (known) {
      const attributes = values.map((cell) => attributeOf(known, cell))
      sorted.dimensions.push({ code: known.code, label: name ?? known.label, attributes })
    } else if (measureInTitle) {
      const label = name ?? ''
      const attributes = values.map((cell) => plainAttribute(cell))
      sorted.dimensions.push({ code: slug(label) || `column-${at + 1}`, label, attributes })
    } else {
      sorted.labels.push(row)
      continue
    }
    if (name !== undefined) at++
  }
  return sorted
}

function namesRow(row: string[], next: string[]): boolean {
  const words = new Set(row.filter((cell) => cell !== ''))
  if (words.size !== 1 || next.length !== row.length) return false
  const sameColumns = row.every((cell, at) => (cell === '') === ((next[at] ?? '') === ''))
  return sameColumns && new Set(next).size > 1
}

/** Words that only tie a heading together. */
const ties = /^(davon|darunter|und zwar|dar\.:|davon mit)$/i

function asMeasure(table: string, stacked: string[], unit: string): Measure {
  const labels = stacked.filter((label, at) => label !== '' && label !== stacked[at - 1] && !ties.test(label))
  const telling = labels.filter((label, at) => at === 0 || !isTotal(label) || /\(/.test(label))
  return { code: measureCode(table, telling), label: telling.join(' · '), unit }
}

function refuseTwins(columns: Column[], line: number): void {
  const seen = new Set<string>()
  for (const { measure, period, dimensions } of columns) {
    const key = JSON.stringify([
      measure.code,
      period,
      Object.values(dimensions).map(({ code, label }) => code || label),
    ])
    if (seen.has(key)) throw new UnreadableFile('ambiguous-columns', line, { column: measure.label })
    seen.add(key)
  }
}

type Title = {
  title: string
  statistic: string
  measure: { label: string; unit: string } | null
  period: Period | null
}

/** Title lines end with the statistic, then the measure if there is only one, then the period if there is only one. */
function readTitle(lines: string[], wantsMeasure: boolean): Title {
  const rest = [...lines]
  const period = readPeriod(rest.at(-1) ?? '')
  if (period) rest.pop()
  let measure: Title['measure'] = null
  const single = /^(.+) \(([^()]+)\)$/.exec(rest.at(-1) ?? '')
  if (wantsMeasure && single && units.test(single[2] ?? '')) {
    measure = { label: single[1] ?? '', unit: single[2] ?? '' }
    rest.pop()
  }
  const statistic = rest.length > 1 ? (rest.pop() ?? '') : (rest[0] ?? '')
  return { title: rest.join(' '), statistic, measure, period }
}
