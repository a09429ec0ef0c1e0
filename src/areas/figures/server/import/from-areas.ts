// Lists of areas: what existed from when until when. They carry no figures.
import type { AreaList } from '#pure/area-list/regions.ts'
import type { Finding } from '#pure/table-file/collect.ts'
import { officialTexts } from '../../texts/official.de.ts'
import { columns, type Extract, type ExtractMeasure } from './extract.ts'

type Listed = { key: string; name: string }
type Figure = { measure: number; area: number; period: number; value: number; line: number }
type About = {
  format: Extract['format']
  title: string
  source: string | null
  areas: readonly Listed[]
  measures?: ExtractMeasure[]
  figures?: Figure[]
  periods?: Extract['periods']
  leftOut: readonly Finding[]
  open?: readonly Finding[]
}

export function shownAreas({
  format,
  title,
  source,
  areas,
  measures = [],
  figures = [],
  periods = [],
  leftOut,
  open = [],
}: About): Extract {
  const asCode = ({ line, code, detail }: Finding) => ({ line, why: code, detail })
  return {
    format,
    shownOnly: 'format',
    code: '',
    statistic: '',
    title,
    source,
    licence: null,
    printedOn: null,
    footnotes: [],
    dimensions: [],
    measures,
    areas: areas.map(({ key, name }) => ({ key, name })),
    cuts: [{ key: '', dims: {}, label: '' }],
    periods,
    of: columns(figures.map((one) => ({ ...one, cut: 0, mark: null, quality: null }))),
    leftOut: leftOut.map(asCode),
    open: open.map(asCode),
    register: null,
  }
}

export function fromAreas({ areas, leftOut }: AreaList): Extract {
  const days = areas.flatMap(({ from, until }) =>
    from === null || until === null ? [] : [{ from, until, label: `${from}/${until}` }],
  )
  const distinct = [...new Map(days.map((one) => [one.label, one])).values()]
  const undated = areas.findIndex(({ from }) => from === null)
  const open =
    undated < 0
      ? []
      : [
          {
            line: undated + 1,
            code: 'no-validity',
            detail: { count: String(areas.filter(({ from }) => from === null).length) },
          },
        ]
  return shownAreas({
    format: 'areas',
    title: officialTexts.areaList,
    source: null,
    areas,
    periods: distinct,
    leftOut,
    open,
  })
}
