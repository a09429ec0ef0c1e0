// Statistical neighbours: traits from public figures alone, the same for everybody who asks, and every distance with its parts.
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import { alikeTo } from '#pure/comparison/alike.ts'
import type { AlikeAreas, TraitUsed } from '../../contract/comparison.ts'
import type { Level } from '../../contract/shapes.ts'
import { numberOf } from '../../rules.ts'
import { areaStore } from '../../store/areas.ts'
import { type IndicatorRow, indicatorStore } from '../../store/indicators.ts'
import { officialTexts } from '../../texts/official.de.ts'
import { indicatorOf } from '../finding.ts'
import { codeOf } from '../import/official-measures.ts'
import { type Compared, compared } from './slice.ts'

type Input = {
  area: string
  level: Level
  indicator?: string | undefined
  traits?: string | undefined
  asOf?: string | undefined
}
/** What usually tells areas apart, as far as it was read in: size, work, care, land per head. */
const usual = [
  codeOf(officialTexts.measures.population),
  '13211-ERWP06',
  '13211-ERWP06/langzeitarbeitslos',
  '22411-PFL016',
  codeOf(officialTexts.measures.size),
]
/** So many are told; the nearest five make up a set. */
const told = 8
/** A usual trait that fewer have would leave the others out of the comparison. */
const enoughAreas = 0.8

/** @throws Refusal noSuchArea, notPublicTrait */
export async function alike(db: Database, at: string, input: Input): Promise<AlikeAreas> {
  const [state] = await areaStore(db).byKeys([
    input.area.length === 8 && input.area.endsWith('000') ? input.area.slice(0, 5) : input.area,
  ])
  if (!state) throw new Refusal('noSuchArea', { area: input.area })
  const { traits: wanted, leftOut } = await traitsOf(db, input)
  const slices = await Promise.all(
    wanted.map(async ({ row, weight }) => {
      const found = await valuesOf(db, at, row.id, input)
      const gaps = found !== null && weight === null && !covers(found, input.area)
      return { row, weight: gaps ? 0 : (weight ?? 1), found, gaps }
    }),
  )
  const names = new Map<string, { id: string; key: string; name: string }>()
  const values = new Map<string, (number | null)[]>()
  for (const [n, { found }] of slices.entries())
    for (const area of found?.areas ?? []) {
      names.set(area.key, { id: area.id, key: area.key, name: area.name })
      const row = values.get(area.key) ?? slices.map(() => null)
      row[n] = found!.of(area)
      values.set(area.key, row)
    }
  const described = [...values].map(([key, row]) => ({ key, values: row }))
  const likeness = alikeTo(
    input.area,
    described,
    slices.map(({ row, weight, found }) => ({ id: row.id, weight: found ? weight : 0 })),
  )
  const titles = new Map(slices.map(({ row }) => [row.id, row.title]))
  const sources = new Map(
    slices.flatMap(({ found }) => (found?.slice.sources ?? []).map((one) => [one.id, one] as const)),
  )
  return {
    area: { id: state.id, key: input.area, name: state.name },
    traits: slices.map(({ row, weight, found, gaps }, n): TraitUsed => {
      const scale = likeness.scales[n]
      return {
        id: row.id,
        title: row.title,
        unit: row.unit,
        decimals: found?.how === 'rate' ? 1 : row.decimals,
        weight,
        how: found?.how ?? 'value',
        period: found?.slice.period ?? null,
        unusable: found ? (gaps ? 'gaps' : scale ? null : 'allEqual') : 'noValues',
        mean: scale?.mean ?? null,
        deviation: scale?.deviation ?? null,
        areas: scale?.areas ?? 0,
      }
    }),
    leftOut,
    nearest: likeness.nearest.slice(0, told).map((one) => ({ ...names.get(one.key)!, ...one })),
    without: likeness.without.map(({ key, missing }) => ({
      key,
      name: names.get(key)?.name ?? key,
      missing: missing.map((id) => titles.get(id) ?? id),
    })),
    sources: [...sources.values()],
  }
}

/** The wanted traits; else the usual ones without those of the compared statistic: whoever picks peers by the outcome finds no difference. */
async function traitsOf(db: Database, input: Input) {
  const store = indicatorStore(db)
  if (input.traits) {
    const parts = input.traits.split(',').map((part) => part.split(':'))
    const traits = await Promise.all(
      parts.map(async ([id, weight]) => ({ row: await indicatorOf(db, id!), weight: Number(weight) })),
    )
    const held = traits.find(({ row }) => row.held_by_counties)
    if (held) throw new Refusal('notPublicTrait', { title: held.row.title })
    return { traits, leftOut: [] }
  }
  const statistic = input.indicator ? (await indicatorOf(db, input.indicator)).statistic : null
  const rows = await store.byCodes(usual)
  const ordered = usual.flatMap((code) => rows.find((row) => row.code === code) ?? [])
  const circular = (row: IndicatorRow) => statistic !== null && row.statistic === statistic
  return {
    traits: ordered.filter((row) => !circular(row)).map((row) => ({ row, weight: null })),
    leftOut: ordered.filter(circular).map(({ id, title }) => ({ id, title })),
  }
}

const covers = ({ areas, of }: Values, own: string) => {
  const some = areas.filter((area) => of(area) !== null)
  return some.length >= enoughAreas * areas.length && some.some((area) => area.key === own)
}

type Values = Pick<Compared, 'slice' | 'areas'> & {
  how: TraitUsed['how']
  of: (area: Compared['areas'][number]) => number | null
}

/** Newest values: per inhabitants, as they are where that cannot be said twice, and the population by its size. Null: there are none to use. */
async function valuesOf(db: Database, at: string, indicator: string, { level, asOf }: Input): Promise<Values | null> {
  try {
    const { slice, areas, noInterval } = await compared(db, at, { indicator, level, cut: '', as: 'rate', asOf })
    if (noInterval === 'noPopulation') return null
    const how = noInterval === 'isPopulation' ? 'size' : noInterval === 'notAdditive' ? 'value' : 'rate'
    const of = (area: Compared['areas'][number]) => {
      const value = numberOf(area, slice.ended)
      return how === 'size' ? (value ? Math.log10(value) : null) : value
    }
    return areas.some((area) => of(area) !== null) ? { slice, areas, how, of } : null
  } catch (error) {
    if (error instanceof Refusal && error.code === 'noPeriod') return null
    throw error
  }
}
