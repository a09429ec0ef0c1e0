// Figures as CSV: numbers the German way, marks as signs with their meaning, and on each line what it rests on and whose it is.
import { addDays } from '#kit/clock/days.ts'
import { cell } from '#kit/documents/separated.ts'
import type { FileOut } from '#kit/http/scene.ts'
import type { Series } from '../contract/series.ts'
import type { MapSlice, Mark, Source } from '../contract/shapes.ts'
import { texts } from '../texts.de.ts'

type Line = {
  key: string
  name: string
  from: string
  until: string
  value: number | null
  mark: Mark | null
  basis: string
  source: Source | undefined
  /** The boundaries on which a value stands, and how it came to them. */ boundaries?: string
  carried?: string
}

export const number = (value: number | null, decimals: number) =>
  value === null
    ? ''
    : String(Number.isInteger(value) ? value : Number(value.toFixed(Math.max(decimals, 6)))).replace('.', ',')

function file(name: string, unit: string, decimals: number, ask: string, lines: readonly Line[]): FileOut {
  const rows = lines.map((line) => [
    cell(line.key),
    cell(line.name),
    line.from,
    addDays(line.until, -1),
    number(line.value, decimals),
    line.mark ? texts.marks[line.mark].sign : '',
    line.mark ? texts.marks[line.mark].name : line.value === null ? texts.csv.nothing : '',
    cell(unit),
    cell(line.basis),
    cell(line.source?.attribution ?? ''),
    cell(line.source?.licence ?? ''),
    cell(line.boundaries ?? ''),
    cell(line.carried ?? ''),
    cell(ask),
    cell(line.source?.explanation ?? ''),
  ])
  const text = [texts.csv.columns, ...rows].map((row) => row.join(';')).join('\r\n')
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(`\ufeff${text}\r\n`) }
}

/** "geschätzt (nach Einwohnern): Glonn + 10,0 % Bruck" */
function carriedWords(area: Series['areas'][number], how: 'exact' | 'estimated' | null, day: string): string {
  const then = area.composed.find(
    ({ from, until }) => (from === null || day >= from) && (until === null || day < until),
  )
  return how === null ? '' : texts.csv.carried(how, then?.parts ?? [])
}

/** `ask`: the address that says who answers, on the day somebody looks; a file outlives every name. */
export const mapFile = (slice: MapSlice, names: ReadonlyMap<string, string>, ask: string): FileOut =>
  file(
    `${slice.title} ${texts.csv.map} ${slice.period.from}`,
    slice.rate ? `${slice.unit} / ${slice.rate.per}` : slice.unit,
    slice.decimals,
    ask,
    slice.keys.map((key, n) => ({
      key,
      name: names.get(key) ?? '',
      ...slice.period,
      value: slice.values[n] ?? null,
      mark: slice.marks[n] ?? null,
      basis: slice.basis?.label ?? '',
      source: slice.sources[slice.sourceOf[n] ?? -1],
    })),
  )

export const seriesFile = (series: Series, ask: string): FileOut =>
  file(
    `${series.title} ${texts.csv.series}`,
    series.rate ? `${series.unit} / ${series.rate.per}` : series.unit,
    series.decimals,
    ask,
    series.areas.flatMap((area) =>
      area.segments.flatMap((segment) =>
        segment.from.map((from, n) => ({
          key: area.key,
          name: area.name,
          from,
          until: segment.until[n]!,
          value: segment.values[n] ?? null,
          mark: segment.marks[n] ?? null,
          basis: segment.basis?.label ?? '',
          source: series.sources[segment.sourceOf[n] ?? -1],
          boundaries: segment.boundariesUntil ? texts.csv.before(segment.boundariesUntil) : '',
          carried: carriedWords(area, segment.carried[n] ?? null, addDays(segment.until[n]!, -1)),
        })),
      ),
    ),
  )
