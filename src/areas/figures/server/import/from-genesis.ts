// An official table of GENESIS as columns. Totals of a dimension and a missing dimension are the same cut.

import { addDays } from '#kit/clock/days.ts'
import type { OfficialTable, Period, TableRow } from '#pure/genesis/table.ts'
import { distinct } from '#pure/table-file/collect.ts'
import { columns, type Extract, type ExtractCut } from './extract.ts'

/** The longest table that is read: 1.5 million statements stop here, not in the memory of the server. */
export const mostStatements = 1_000_000

export function fromGenesis(table: OfficialTable): Extract {
  if (table.rows.length > mostStatements) throw new RangeError('too many statements')
  const measures = distinct<Extract['measures'][number]>((one) => one.code)
  const areas = distinct<{ key: string; name: string }>((one) => one.key)
  const cuts = distinct<ExtractCut>((one) => one.key)
  const periods = distinct<Extract['periods'][number]>((one) => `${one.from}/${one.until}`)
  const cutOf = remember<TableRow['dimensions'], number>((dimensions) => cuts.at(cutOfDimensions(dimensions)))
  const periodOf = remember<Period, number>((period) =>
    periods.at({ from: period.from, until: addDays(period.to, 1), label: labelOf(period) }),
  )
  const statements = table.rows.map((row) => ({
    measure: measures.at({ statistic: table.statistic.code, statisticLabel: table.statistic.label, ...row.measure }),
    area: areas.at(row.area),
    cut: cutOf(row.dimensions),
    period: periodOf(row.period),
    value: row.cell.value,
    mark: row.cell.mark,
    line: row.line,
    quality: row.quality,
  }))
  return {
    format: table.format,
    // A cube speaks in codes alone: its figures would stand there without a name.
    shownOnly: table.format === 'genesis-cube' ? 'format' : null,
    code: table.code,
    statistic: table.statistic.code,
    title: table.title,
    source: table.source,
    licence: table.licence,
    printedOn: table.printedAt?.slice(0, 10) ?? null,
    footnotes: table.footnotes,
    dimensions: table.dimensions,
    measures: measures.list,
    areas: areas.list.map(({ key, name }) => ({ key, name })),
    cuts: cuts.list,
    periods: periods.list,
    of: columns(statements),
    leftOut: table.leftOut.map(({ line, why }) => ({ line, ...flat(why) })),
    open: [],
    shapes: [],
    register: null,
  }
}

/** Days and years as the offices print them: a day as a date, a year as four digits, else both ends. */
export const labelOf = (period: { kind: string; from: string; to: string }) =>
  period.kind === 'day' ? period.from : period.kind === 'year' ? period.from.slice(0, 4) : `${period.from}/${period.to}`

export function cutOfDimensions(dimensions: TableRow['dimensions']): ExtractCut {
  const own = Object.entries(dimensions)
    .filter(([, attribute]) => !attribute.total)
    .map(([code, attribute]) => [code, attribute.code || attribute.label, attribute.label] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    key: own.map(([code, value]) => `${code}=${value}`).join('|'),
    dims: Object.fromEntries(own.map(([code, value]) => [code, value])),
    label: own.map(([, , label]) => label).join(', '),
  }
}

function flat(why: OfficialTable['leftOut'][number]['why']): { why: string; detail: Record<string, string> } {
  if (why.code === 'area-key')
    return { why: `area-key-${why.fault.code}`, detail: 'text' in why.fault ? { text: why.fault.text } : {} }
  const { code, ...rest } = why
  return { why: code, detail: Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)])) }
}

/** Rows share their objects, so each is looked at once. */
function remember<K extends object, V>(read: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const there = known.get(key)
    if (there !== undefined) return there
    const fresh = read(key)
    known.set(key, fresh)
    return fresh
  }
}
