// What was collected from a table in whatever shape, as columns. Such files are shown: the store knows official tables by area and period only.
import { addDays } from '#kit/clock/days.ts'
import type { Collected } from '#pure/table-file/collect.ts'
import type { Extract, LeftOutCode } from './extract.ts'
import { labelOf } from './from-genesis.ts'

export function fromCollected(format: Extract['format'], table: Collected): Extract {
  const { statements: of } = table
  return {
    format,
    shownOnly: 'format',
    code: '',
    statistic: '',
    title: table.title,
    source: table.source,
    licence: table.licence,
    printedOn: null,
    footnotes: [],
    dimensions: [],
    measures: table.measures.map((measure) => ({ statistic: '', statisticLabel: '', ...measure })),
    areas: table.areas.map(({ key, name }) => ({ key: key ?? '', name })),
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
      quality: [],
    },
    leftOut: table.leftOut.map(asLeftOut),
    open: table.open.map(asLeftOut),
    shapes: [],
    register: null,
  }
}

const asLeftOut = ({ line, code, detail, where }: Collected['leftOut'][number]): LeftOutCode => ({
  line,
  why: code,
  detail: where === undefined ? detail : { ...detail, where },
})
