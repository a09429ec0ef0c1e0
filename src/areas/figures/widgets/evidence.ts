// A value of the explorer on its way into a need: the address carries it, and the need freezes what it says.
import type { MapSlice } from '../contract/shapes.ts'

/** What a need cites: an official table or a delivery in its edition, for one area and time. `asOf` gives the same numbers for ever. */
export type FigureEvidence = {
  source: string
  edition: number
  indicator: string
  area: string
  from: string
  until: string
  cut: string
  asOf: string
}

const names: Readonly<Record<keyof FigureEvidence, string>> = {
  source: 'quelle',
  edition: 'fassung',
  indicator: 'kennzahl',
  area: 'gebiet',
  from: 'von',
  until: 'bis',
  cut: 'gliederung',
  asOf: 'stand',
}

/** The evidence of one area of a slice; null where nothing is said of it. */
export function evidenceOf(slice: MapSlice, key: string, areaId: string): FigureEvidence | null {
  const at = slice.keys.indexOf(key)
  const source = slice.sources[slice.sourceOf[at] ?? -1]
  if (at < 0 || !source) return null
  return {
    source: source.id,
    edition: source.edition,
    indicator: slice.indicator,
    area: areaId,
    ...slice.period,
    cut: slice.cut,
    asOf: slice.asOf,
  }
}

/** The address of a new need that brings this evidence with it. */
export const needWith = (evidence: FigureEvidence): string =>
  `/bedarfe/neu?${new URLSearchParams(Object.entries(evidence).map(([part, value]) => [names[part as keyof FigureEvidence], String(value)] as [string, string]))}`

/** Reads the evidence out of the address of a new need; null where there is none. */
export function evidenceFrom(search: Readonly<Record<string, string>>): FigureEvidence | null {
  const part = (name: keyof FigureEvidence) => search[names[name]] ?? ''
  if (!part('source') || !part('indicator') || !part('area')) return null
  return {
    source: part('source'),
    edition: Number(part('edition')) || 1,
    indicator: part('indicator'),
    area: part('area'),
    from: part('from'),
    until: part('until'),
    cut: part('cut'),
    asOf: part('asOf'),
  }
}
