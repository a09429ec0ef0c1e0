// What was collected from a table in whatever shape, as columns. Written only once a person has said what its columns are (apply-mapping).
import { addDays } from '#kit/clock/days.ts'
import type { Collected } from '#pure/table-file/collect.ts'
import type { Extract, LeftOutCode } from './extract.ts'
import { labelOf } from './from-genesis.ts'

export function fromCollected(
  format: Extract['format'],
  table: Collected,
  shownOnly: Extract['shownOnly'] = 'mapping',
): Extract {
  const { statements: of } = table
  return {
    format,
    shownOnly,
    code: '',
    statistic: '',
    title: table.title,
    source: table.source,
    licence: table.licence,
    printedOn: null,
    footnotes: [],
    dimensions: [],
    measures: table.measures.map((measure) => ({ statistic: '', statisticLabel: '', ...measure })),
    areas: table.areas.map(({ key, name, kind }) => ({ key: key ?? '', name, kind })),
    cuts: table.cuts.map((key) => ({ key, dims: {}, label: key })),
    periods: table.periods.map((period) => ({
      from: period.from,
      until: addDays(period.to, 1),
      label: labelOf(period),
    })),
    of: {
      measure: of.measure.subarray(0, of.count),
      area: of.area.subarray(0, of.count),
      cut: of.cut.subarray(0, of.count),
      period: of.period.subarray(0, of.count),
      value: of.value.subarray(0, of.count),
      mark: of.mark.subarray(0, of.count),
      line: of.line.subarray(0, of.count),
      quality: qualityOf(of),
    },
    leftOut: table.leftOut.map(asLeftOut),
    open: table.open.map(asLeftOut),
    shapes: [],
    register: null,
  }
}

function qualityOf({ quality, count }: Collected['statements']): (string | null)[] {
  if (quality.size === 0) return []
  const all: (string | null)[] = Array.from({ length: count }, () => null)
  for (const [at, letter] of quality) all[at] = letter
  return all
}

const asLeftOut = ({ line, code, detail, where }: Collected['leftOut'][number]): LeftOutCode => ({
  line,
  why: code,
  detail: where === undefined ? detail : { ...detail, where },
})
