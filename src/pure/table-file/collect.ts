/**
 * Collects what a file says, statement by statement, in columns: an INKAR file holds two million, and one object each would not fit
 * into the reading thread. A number and a mark are never mixed: `mark` is an index into `markNames`, 0 for a number.
 */
import type { Cell, Mark } from './cell.ts'

export const markNames: readonly (Mark | null)[] = [null, 'nil', 'unknown', 'unreliable', 'later', 'meaningless']

export type CollectedMeasure = { code: string; label: string; unit: string }
/** `key` is null where a file only has a name; `kind` tells lists apart that use the same keys (001 of a travel area, 001 of a Land). */
export type CollectedArea = { key: string | null; name: string; kind: string }
export type CollectedPeriod = { kind: string; from: string; to: string }
/** What stays out, or what a person must decide: a code, its line, and the details for the sentence. */
export type Finding = {
  line: number
  code: string
  detail: Record<string, string>
  /** The sheet or the file of a package, where there are several. */
  where?: string
}

export type Collected = {
  title: string
  source: string | null
  licence: string | null
  measures: CollectedMeasure[]
  areas: CollectedArea[]
  periods: CollectedPeriod[]
  cuts: string[]
  values: number
  statements: Statements
  leftOut: Finding[]
  /** Read, but open: the file does not say it, and nobody guesses. */
  open: Finding[]
}

export type Statements = {
  count: number
  measure: Int32Array
  area: Int32Array
  period: Int32Array
  cut: Int32Array
  line: Int32Array
  value: Float64Array
  mark: Uint8Array
  /** By position; most have none. */
  quality: Map<number, string>
}

export type Said = {
  measure: number
  /** -1: the file names no area, or no time. */
  area: number
  period: number
  cut?: number
  line: number
  cell: Cell
  /** The office's letter: p provisional, r revised, "()" of limited certainty. */
  quality?: string | null
}

export type Collector = {
  measure(one: CollectedMeasure): number
  area(one: CollectedArea): number
  period(one: CollectedPeriod): number
  cut(key: string): number
  say(said: Said): void
  leaveOut(line: number, code: string, detail?: Record<string, string | number>): void
  leftOutCount(): number
  ask(line: number, code: string, detail?: Record<string, string | number>): void
  done(about: { title: string; source: string | null; licence?: string | null }): Collected
}

export function openCollector(): Collector {
  const measures = distinct<CollectedMeasure>((one) => `${one.code}|${one.label}|${one.unit}`)
  const areas = distinct<CollectedArea>((one) => `${one.kind}|${one.key ?? `name:${one.name}`}`)
  const periods = distinct<CollectedPeriod>((one) => `${one.from}/${one.to}`)
  const cuts = distinct<string>((key) => key)
  const leftOut: Finding[] = []
  const open: Finding[] = []
  let of = room(1024)
  let values = 0
  const note =
    (list: Finding[]) =>
    (line: number, code: string, detail: Record<string, string | number> = {}) => {
      list.push({ line, code, detail: asTexts(detail) })
    }
  return {
    measure: measures.at,
    area: areas.at,
    period: periods.at,
    cut: cuts.at,
    say({ measure, area, period, cut = 0, line, cell, quality }) {
      if (of.count === of.measure.length) of = grown(of)
      const at = of.count++
      of.measure[at] = measure
      of.area[at] = area
      of.period[at] = period
      of.cut[at] = cut
      of.line[at] = line
      of.value[at] = cell.value ?? Number.NaN
      of.mark[at] = cell.mark === null ? 0 : markNames.indexOf(cell.mark)
      if (quality) of.quality.set(at, quality)
      if (cell.mark === null) values++
    },
    leaveOut: note(leftOut),
    leftOutCount: () => leftOut.length,
    ask: note(open),
    done: ({ title, source, licence = null }) => ({
      title,
      source,
      licence,
      measures: measures.list,
      areas: areas.list,
      periods: periods.list,
      cuts: cuts.list,
      values,
      statements: of,
      leftOut,
      open,
    }),
  }
}

/** Several tables of one workbook or package as one; findings keep the name of theirs. */
export function joined(parts: readonly { where: string; table: Collected }[]): Collected {
  const [first] = parts
  if (first && parts.length === 1) return first.table
  const book = openCollector()
  const findings = (of: (table: Collected) => Finding[]) =>
    parts.flatMap(({ where, table }) => of(table).map((one) => ({ ...one, where })))
  for (const { table } of parts) {
    const measures = table.measures.map(book.measure)
    const areas = table.areas.map(book.area)
    const periods = table.periods.map(book.period)
    const cuts = table.cuts.map(book.cut)
    const { statements: of } = table
    for (let at = 0; at < of.count; at++)
      book.say({
        measure: measures[of.measure[at]!]!,
        area: areas[of.area[at]!] ?? -1,
        period: periods[of.period[at]!] ?? -1,
        cut: cuts[of.cut[at]!] ?? 0,
        line: of.line[at]!,
        cell: cellAt(of, at),
        quality: of.quality.get(at) ?? null,
      })
  }
  const titles = new Set(parts.map(({ table }) => table.title).filter(Boolean))
  const whole = book.done({
    title: [...titles].slice(0, 3).join('; '),
    source: first?.table.source ?? null,
    licence: first?.table.licence ?? null,
  })
  return { ...whole, leftOut: findings((table) => table.leftOut), open: findings((table) => table.open) }
}

export function cellAt(of: Statements, at: number): Cell {
  const mark = markNames[of.mark[at]!] ?? null
  return mark === null ? { value: of.value[at]!, mark: null } : { value: null, mark }
}

const asTexts = (detail: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, String(value)]))

/** Collects distinct things and their positions. */
export function distinct<T>(keyOf: (thing: T) => string): { list: T[]; at: (thing: T) => number } {
  const list: T[] = []
  const known = new Map<string, number>()
  return {
    list,
    at(thing) {
      const key = keyOf(thing)
      const there = known.get(key)
      if (there !== undefined) return there
      known.set(key, list.length)
      return list.push(thing) - 1
    },
  }
}

function room(size: number): Statements {
  const whole = () => new Int32Array(size)
  return {
    count: 0,
    measure: whole(),
    area: whole(),
    period: whole(),
    cut: whole(),
    line: whole(),
    value: new Float64Array(size),
    mark: new Uint8Array(size),
    quality: new Map(),
  }
}

function grown(of: Statements): Statements {
  const larger = room(of.measure.length * 2)
  for (const name of ['measure', 'area', 'period', 'cut', 'line', 'value', 'mark'] as const) larger[name].set(of[name])
  larger.count = of.count
  larger.quality = of.quality
  return larger
}
