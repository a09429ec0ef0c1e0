// Lists of areas: what existed from when until when. They carry no figures.
import type { AreaList } from '#pure/area-list/regions.ts'
import type { Finding } from '#pure/table-file/collect.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
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
  shapes?: Extract['shapes']
  shownOnly?: Extract['shownOnly']
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
  shapes = [],
  shownOnly = 'format',
}: About): Extract {
  const asCode = ({ line, code, detail }: Finding) => ({ line, why: code, detail })
  return {
    format,
    shownOnly,
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
    shapes,
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

/** The layers of one archive (municipalities, counties …) as one list; figures of layers would count people several times and are not joined. */
export function joinLayers(layers: readonly { where: string; extract: Extract }[], others: readonly string[]): Extract {
  const [first] = layers
  if (!first) throw new UnreadableFile('unknown-format')
  const areas = layers.flatMap(({ extract }) => extract.areas)
  // Of each level the first layer: the agency's archives also hold the same areas with their waters.
  const shapes = [
    ...Map.groupBy(
      layers.flatMap(({ extract }) => extract.shapes),
      ({ level }) => level,
    ).values(),
  ].map(([one]) => one!)
  const findings = (of: (extract: Extract) => Extract['leftOut']) =>
    layers.flatMap(({ where, extract }) => of(extract).map((one) => ({ ...one, detail: { ...one.detail, where } })))
  return {
    ...first.extract,
    format: 'boundaries',
    title: officialTexts.boundaries(
      shapes.map(({ level, keys }) => ({ level, areas: keys.length })),
      first.extract.periods[0]?.label ?? null,
      0,
    ),
    shownOnly: shapes.length === 0 ? 'format' : first.extract.open.length > 0 ? 'day' : null,
    shapes,
    measures: [],
    of: columns([]),
    areas,
    leftOut: [
      ...findings((extract) => extract.leftOut),
      ...others.map((where) => ({ line: 1, why: 'not-areas', detail: { where } })),
    ],
    open: first.extract.open,
  }
}
