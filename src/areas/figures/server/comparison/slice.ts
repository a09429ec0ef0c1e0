// The values to compare: counts with the people among whom they were counted, or the values themselves and the reason why there is no more.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { NoInterval } from '../../contract/comparison.ts'
import type { Basis, Level, MapSlice, Mark } from '../../contract/shapes.ts'
import { isCount, type Said } from '../../rules/comparison.ts'
import { numberOf } from '../../rules.ts'
import { areaStore } from '../../store/areas.ts'
import { indicatorOf } from '../finding.ts'
import { type MapInput, mapSlice, population } from '../reading.ts'

export const perPeople = 1000
export type Compared = {
  slice: MapSlice
  areas: Said[]
  per: number | null
  denominator: { id: string; title: string; on: string; basis: Basis | null } | null
  noInterval: NoInterval | null
  /** Of the areas above, by key, where both are known. */
  above: Map<string, { name: string; value: number }>
}

/** @throws Refusal noPeriod where nothing is held for that time. */
export async function compared(
  db: Database,
  at: string,
  input: MapInput & { as: 'rate' | 'value' },
): Promise<Compared> {
  const { as, ...asked } = input
  const rated = as === 'value' ? 'asked' : await ratedOf(db, at, asked)
  const why = typeof rated === 'string' ? rated : null
  const slice = await mapSlice(db, at, typeof rated === 'string' ? asked : { ...asked, ...rated.period })
  const lastDay = addDays(slice.period.until, -1)
  const list = await areaStore(db).list(asked.level, lastDay)
  const known = new Map(
    list.keys.map((key, n) => [key, { id: list.ids[n]!, name: list.names[n]!, parent: list.parents[n] ?? null }]),
  )
  const rates = typeof rated === 'string' ? slice : rated
  const under = typeof rated === 'string' ? null : await peopleOf(db, at, asked.level, lastDay, asked.asOf)
  const areas = slice.keys.flatMap((key, n): Said[] => {
    const area = known.get(key)
    if (!area) return []
    const [value, mark] = [rates.values[n] ?? null, rates.marks[n] ?? null]
    const count = numberOf({ value: slice.values[n] ?? null, mark: slice.marks[n] ?? null }, slice.ended)
    return [
      { ...area, key, value, mark, count, people: under?.of.get(key) ?? null, sourceOf: slice.sourceOf[n] ?? null },
    ]
  })
  const whole = areas.every((one) => one.count === null || isCount(one.count))
  return {
    slice,
    areas,
    per: under ? perPeople : null,
    denominator:
      typeof rated !== 'string' && rated.rate
        ? { ...rated.rate.denominator, on: rated.rate.on, basis: rated.rate.basis }
        : null,
    noInterval: why ?? (whole ? null : 'notWhole'),
    above: new Map(
      under
        ? slice.above.flatMap(({ key, name, value, mark }) => {
            const [count, people] = [numberOf({ value, mark }, slice.ended), under.above.get(key)]
            return count !== null && people ? [[key, { name, value: (count / people) * perPeople }] as const] : []
          })
        : [],
    ),
  }
}

/** The slice per inhabitants, or why there is none. */
async function ratedOf(db: Database, at: string, input: MapInput): Promise<MapSlice | NoInterval> {
  const indicator = await indicatorOf(db, input.indicator)
  if (!indicator.additive) return 'notAdditive'
  try {
    if ((await population(db)).number === indicator.number) return 'isPopulation'
    return await mapSlice(db, at, { ...input, per: perPeople })
  } catch (error) {
    if (error instanceof Refusal && ['noPopulation', 'noPeriod'].includes(error.code)) return 'noPopulation'
    throw error
  }
}

/** The inhabitants on a day, chosen on the same basis as the rate. */
async function peopleOf(db: Database, at: string, level: Level, on: string, asOf: string | undefined) {
  const { id } = await population(db)
  const slice = await mapSlice(db, at, { indicator: id, level, cut: '', from: on, until: addDays(on, 1), asOf })
  const some = (pairs: [string, { value: number | null; mark: Mark | null }][]) =>
    new Map(pairs.flatMap(([key, cell]) => (numberOf(cell) ? [[key, numberOf(cell)!] as const] : [])))
  return {
    of: some(slice.keys.map((key, n) => [key, { value: slice.values[n] ?? null, mark: slice.marks[n] ?? null }])),
    above: some(slice.above.map(({ key, value, mark }) => [key, { value, mark }])),
  }
}
