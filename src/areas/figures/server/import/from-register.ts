// The Gemeindeverzeichnis as columns: the areas themselves, and what it says of population and size.

import { addDays } from '#kit/clock/days.ts'
import type { Register, RegisterArea } from '#pure/gemeindeverzeichnis/register.ts'
import { columns, type Extract } from './extract.ts'
import { knownMeasure } from './official-measures.ts'

const cuts: Extract['cuts'] = [
  { key: '', dims: {}, label: '' },
  { key: 'GES=GESM', dims: { GES: 'GESM' }, label: knownMeasure.male },
  { key: 'GES=GESW', dims: { GES: 'GESW' }, label: knownMeasure.female },
]

export function fromRegister(read: Register, source: string | null): Extract {
  const settled = read.areas.filter((area) => area.kind === 'municipality' || area.kind === 'unincorporated')
  // Without a day there is no period, and nothing that could be written; the figures are counted all the same.
  const day = read.populationOn ?? read.validOn
  const period = day === null ? -1 : 0
  const statements = settled.flatMap((area, at) => [
    ...said(0, 0, at, period, area.population, area.line),
    ...said(0, 1, at, period, area.male, area.line),
    ...said(0, 2, at, period, area.female, area.line),
    ...said(1, 0, at, period, area.areaKm2, area.line),
  ])
  return {
    format: 'register',
    shownOnly: read.validOn === null ? 'day' : null,
    code: 'gemeindeverzeichnis',
    statistic: '11111',
    title: '',
    source,
    licence: 'source-named',
    printedOn: null,
    footnotes: [],
    dimensions: [],
    measures: [knownMeasure.population, knownMeasure.size],
    areas: settled.map((area) => ({ key: keyOf(area) ?? '', name: area.name })),
    cuts,
    periods: day === null ? [] : [{ from: day, until: addDays(day, 1), label: day }],
    of: columns(statements),
    leftOut: read.leftOut.map(({ line, why }) =>
      why.code === 'repeated'
        ? { line, why: 'repeated', detail: { firstLine: String(why.firstLine) } }
        : { line, why: why.code === 'number' ? 'value' : `register-${why.code}`, detail: { text: why.text } },
    ),
    open: read.validOn === null ? [{ line: 1, why: 'no-day', detail: {} }] : [],
    shapes: [],
    register:
      read.validOn === null ? null : { validOn: read.validOn, populationOn: read.populationOn, areas: read.areas },
  }
}

const said = (measure: number, cut: number, area: number, period: number, value: number | null, line: number) =>
  value === null ? [] : [{ measure, area, cut, period, value, mark: null, line, quality: null }]

/** The key by which this installation knows an area: a county-free city is county and municipality in one (09162000 is 09162). */
export function keyOf(area: Pick<RegisterArea, 'ags'>): string | null {
  if (area.ags === null) return null
  return area.ags.length === 8 && area.ags.endsWith('000') ? area.ags.slice(0, 5) : area.ags
}
