// Map slices and series: load, decide what may be said, answer in columns. The CSV files say the same.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Basis, Held, Level, MapSlice, Period } from '../contract/shapes.ts'
import { chooseBasis, rateOf, sumOf } from '../rules.ts'
import { type BasisRow, indicatorStore } from '../store/indicators.ts'
import { observationStore, type SliceRow } from '../store/observations.ts'
import { officialTexts } from '../texts/official.de.ts'
import { basisAt, cutOf, indicatorOf, sourcesOf } from './finding.ts'
import { codeOf } from './import/official-measures.ts'

export type MapInput = {
  indicator: string
  from?: string | undefined
  until?: string | undefined
  level: Level
  cut: string
  per?: number | undefined
  asOf?: string | undefined
}

/** @throws Refusal noPeriod where nothing is held for that time, notAdditive for a rate of a rate. */
export async function mapSlice(db: Database, at: string, input: MapInput): Promise<MapSlice> {
  const indicator = await indicatorOf(db, input.indicator)
  if (input.per && !indicator.additive) throw new Refusal('notAdditive')
  const cut = await cutOf(db, input.cut)
  const held = (await indicatorStore(db).held(indicator.number)).filter((one) => one.cut === cut.key)
  const people = input.per ? await population(db) : null
  const period = periodFor(
    people && !input.from ? held.filter((one) => people.days.has(addDays(one.until, -1))) : held,
    input,
  )
  const bases = await indicatorStore(db).bases()
  const there = held.filter((one) => one.from === period.from && one.until === period.until)
  const code = chooseBasis(
    there.map((one) => ({ basis: one.basis?.code ?? null, statements: one.statements })),
    bases,
  )
  const asOf = input.asOf ?? null
  const q = {
    indicator: indicator.number,
    cut: cut.number,
    ...period,
    basis: numberOf(bases, code),
    level: input.level,
    asOf,
  }
  const slice = await observationStore(db).map(q)
  const breaks = await indicatorStore(db).breaksOf(indicator.number)
  const ended = breaks.some((one) => one.kind === 'end' && one.from <= period.from)
  const rate =
    input.per && people
      ? await rateFor(db, people, slice, period, { level: input.level, per: input.per, asOf, ended }, bases)
      : null
  const { sources, at: sourceAt } = await sourcesOf(db, slice.officials, slice.deliveries)
  const cells = slice.values.map((value, n) => ({ value, mark: slice.marks[n] ?? null }))
  const basis = basisAt(bases, q.basis)
  return {
    indicator: indicator.id,
    edition: indicator.edition,
    title: indicator.title,
    unit: indicator.unit,
    decimals: rate ? 1 : indicator.decimals,
    period,
    level: input.level,
    cut: cut.key,
    cutLabel: cut.label,
    asOf: asOf ?? at,
    basis,
    otherBases: others(there, code),
    keys: slice.keys,
    values: rate?.values ?? slice.values,
    marks: rate?.marks ?? slice.marks,
    sourceOf: slice.officials.map((official, n) => sourceAt(official, slice.deliveries[n] ?? null)),
    sources,
    sum: indicator.additive && !rate ? { ...sumOf(cells, ended), basis } : null,
    above: rate ? [] : await observationStore(db).above(q),
    rate: rate?.about ?? null,
    breaks,
    ended,
  }
}

const numberOf = (bases: readonly BasisRow[], code: string | null) =>
  bases.find((basis) => basis.code === code)?.number ?? null

function others(there: readonly Held[], code: string | null): Basis[] {
  const found = new Map(
    there.flatMap((one) => (one.basis && one.basis.code !== code ? [[one.basis.code, one.basis] as const] : [])),
  )
  return [...found.values()]
}

/** The asked time, or the latest for which the level has values. */
function periodFor(held: readonly Held[], input: MapInput): Period {
  const fitting = held.filter(
    (one) => one.level === input.level || (input.level === 'county' && one.level !== 'municipality'),
  )
  const asked = input.from
    ? held.find((one) => one.from === input.from && (!input.until || one.until === input.until))
    : (fitting.at(-1) ?? held.at(-1))
  if (!asked) throw new Refusal('noPeriod')
  return { from: asked.from, until: asked.until }
}

export type People = { number: number; id: string; title: string; days: Set<string>; held: Held[] }

/** The population, and the days for which it is known. */
export async function population(db: Database): Promise<People> {
  const [row] = await indicatorStore(db).byCodes([codeOf(officialTexts.measures.population)])
  if (!row) throw new Refusal('noPopulation')
  const held = (await indicatorStore(db).held(row.number)).filter((one) => one.cut === '')
  return { number: row.number, id: row.id, title: row.title, held, days: new Set(held.map((one) => one.from)) }
}

/** "Rate = indicator per population of the same basis day." */
async function rateFor(
  db: Database,
  people: People,
  slice: SliceRow,
  period: Period,
  { level, per, asOf, ended }: { level: Level; per: number; asOf: string | null; ended: boolean },
  bases: readonly BasisRow[],
) {
  const on = addDays(period.until, -1)
  if (!people.days.has(on)) throw new Refusal('noPopulation')
  const total = await cutOf(db, '')
  const code = chooseBasis(
    people.held
      .filter((one) => one.from === on)
      .map((one) => ({ basis: one.basis?.code ?? null, statements: one.statements })),
    bases,
  )
  const basis = numberOf(bases, code)
  const below = await observationStore(db).map({
    indicator: people.number,
    cut: total.number,
    from: on,
    until: addDays(on, 1),
    basis,
    level,
    asOf,
  })
  const at = new Map(
    below.keys.map((key, n) => [key, { value: below.values[n] ?? null, mark: below.marks[n] ?? null }]),
  )
  const cells = slice.keys.map((key, n) =>
    rateOf(
      { value: slice.values[n] ?? null, mark: slice.marks[n] ?? null },
      at.get(key) ?? { value: null, mark: null },
      per,
      ended,
    ),
  )
  return {
    values: cells.map((cell) => cell.value),
    marks: cells.map((cell) => cell.mark),
    about: { per, denominator: { id: people.id, title: people.title }, on, basis: basisAt(bases, basis) },
  }
}
