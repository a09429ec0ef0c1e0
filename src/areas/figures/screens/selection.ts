// What is chosen in the explorer stands in the address, so that it survives, can be sent and cited.
import type { Level } from '../contract/shapes.ts'

export type Selection = {
  indicator?: string
  level: Level
  from?: string
  until?: string
  cut: string
  per?: number
  areas: string[]
}
export const mostAreas = 5
export const perInhabitants = 1000

export function selectionOf(search: Readonly<Record<string, string>>): Selection {
  const [from, until] = (search.zeit ?? '').split('_')
  return {
    level: search.ebene === 'gemeinden' ? 'municipality' : 'county',
    cut: search.gliederung ?? '',
    areas: (search.gebiete ?? '')
      .split('_')
      .filter((key) => /^\d{5}(\d{3})?$/.test(key))
      .slice(0, mostAreas),
    ...(search.kennzahl ? { indicator: search.kennzahl } : {}),
    ...(from && until ? { from, until } : {}),
    ...(search.je ? { per: perInhabitants } : {}),
  }
}

export function searchOf(selection: Selection): Record<string, string> {
  return {
    ...(selection.indicator ? { kennzahl: selection.indicator } : {}),
    ...(selection.level === 'municipality' ? { ebene: 'gemeinden' } : {}),
    ...(selection.from && selection.until ? { zeit: `${selection.from}_${selection.until}` } : {}),
    ...(selection.cut ? { gliederung: selection.cut } : {}),
    ...(selection.per ? { je: 'einwohner' } : {}),
    ...(selection.areas.length > 0 ? { gebiete: selection.areas.join('_') } : {}),
  }
}

/** Chooses an area, or lets it go; the oldest of too many goes by itself. */
export const toggled = (areas: readonly string[], key: string): string[] =>
  areas.includes(key) ? areas.filter((one) => one !== key) : [...areas, key].slice(-mostAreas)
