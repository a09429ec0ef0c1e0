// Series: load, carry over reforms of areas where that is exact or shares are known, divide where a rate is asked, interrupt where it must be.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import { type Carried, carry, type Statement } from '#pure/crosswalk/carry.ts'
import { type Course, erasOf } from '#pure/crosswalk/eras.ts'
import { stepsOf } from '#pure/crosswalk/reform.ts'
import type { AreaName } from '../contract/reforms.ts'
import type { Passed, Series } from '../contract/series.ts'
import type { Mark } from '../contract/shapes.ts'
import { type Point, rateOf, runsOf } from '../rules.ts'
import { areaStore } from '../store/areas.ts'
import { type BasisRow, type IndicatorRow, indicatorStore } from '../store/indicators.ts'
import { observationStore } from '../store/observations.ts'
import { reformStore } from '../store/reforms.ts'
import { basisAt, cutOf, indicatorOf, sourcesOf } from './finding.ts'
import { population } from './reading.ts'

type Input = {
  indicator: string
  areas: string
  cut: string
  per?: number | undefined
  boundaries: 'today' | 'then'
  asOf?: string | undefined
}
type Said = Statement & { official: number | null; delivery: string | null }
type Reforms = Awaited<ReturnType<ReturnType<typeof reformStore>['behind']>>
/** A point of a line; `also`: more that it rests on. */
type Value = { point: Point; how: 'exact' | 'estimated' | null; boundary: number }

/** @throws Refusal notAdditive for a rate of a rate, noPopulation */
export async function series(db: Database, at: string, input: Input): Promise<Series> {
  const indicator = await indicatorOf(db, input.indicator)
  if (input.per && !indicator.additive) throw new Refusal('notAdditive')
  const cut = await cutOf(db, input.cut)
  const asOf = input.asOf ?? null
  const asked = input.areas.split(',').map((key) => (key.length === 8 && key.endsWith('000') ? key.slice(0, 5) : key))
  const states = await areaStore(db).byKeys(asked)
  const reforms = await reformStore(db).behind(
    states.map((state) => state.area),
    asOf,
  )
  const concerned = [
    ...new Set([...states.map((one) => one.area), ...reforms.flatMap((one) => one.parts.map((part) => part.before))]),
  ]
  const names = await reformStore(db).namesOf(reforms.length > 0 ? concerned : [])
  const breaks = await indicatorStore(db).breaksOf(indicator.number)
  const endedFrom = breaks.find((one) => one.kind === 'end')?.from ?? null
  const statements = async (number: number, cutNumber: number, ended: string | null) =>
    (await observationStore(db).series({ indicator: number, cut: cutNumber, areas: concerned, asOf })).map(
      (row): Said => ({
        area: row.area,
        from: row.from_day,
        until: row.until_day,
        last: addDays(row.until_day, -1),
        basis: row.basis,
        value: row.value,
        mark: row.mark,
        ended: ended !== null && row.from_day > ended,
        official: row.official,
        delivery: row.delivery,
      }),
    )
  const rows = await statements(indicator.number, cut.number, endedFrom)
  const people = input.per ? await population(db) : null
  const below = people ? await statements(people.number, (await cutOf(db, '')).number, null) : []
  const bases = await indicatorStore(db).bases()
  const { sources, at: sourceAt } = await sourcesOf(
    db,
    rows.map((row) => row.official),
    rows.map((row) => row.delivery),
  )
  const steps = stepsOf(reforms)
  const areas = asked.flatMap((key) => {
    const state = states.find((one) => one.key === key)
    if (!state) return []
    const course = erasOf(state.area, steps, { additive: indicator.additive, carried: input.boundaries === 'today' })
    const living = (said: readonly Said[]) =>
      carry(
        state.area,
        course.eras,
        said.filter((one) => one.area !== state.area || lives(one, state.valid_until)),
      )
    const values = living(rows).map((one) => drawn(one, bases, sourceAt))
    const shown = input.per ? rated(values, living(below), input.per, endedFrom) : values
    return [
      {
        id: state.id,
        key,
        name: state.name,
        segments: segmentsOf(shown, course, endedFrom, bases),
        reforms: passedOf(course, reforms),
        composed: composedOf(course, names),
        beginsWithout:
          state.valid_from !== null && !course.passed.some((one) => one.day === state.valid_from)
            ? state.valid_from
            : null,
      },
    ]
  })
  const rate = input.per && people ? { per: input.per, denominator: { id: people.id, title: people.title } } : null
  return {
    ...head(indicator, cut),
    decimals: rate ? 1 : indicator.decimals,
    asOf: input.asOf ?? at,
    areas,
    rate,
    breaks,
    sources,
  }
}

/** After its end "–" only says that the area is no longer there. */
const lives = (said: Said, until: string | null) => until === null || said.mark !== 'nil' || said.last < until

function drawn(
  one: Carried<Said>,
  bases: readonly BasisRow[],
  sourceAt: (official: number | null, delivery: string | null) => number | null,
): Value {
  const first = one.of[0]
  const basis = basisAt(bases, one.basis)?.code ?? null
  const source = first ? (sourceAt(first.official, first.delivery) ?? -1) : -1
  return {
    point: { from: one.from, until: one.until, value: one.value, mark: one.mark, basis, source },
    how: one.how,
    boundary: one.boundary,
  }
}

/** "Rates are recomputed from numerator and denominator": both carried to the same boundaries, on the day on which the period ends. */
function rated(
  values: readonly Value[],
  people: readonly Carried<Said>[],
  per: number,
  endedFrom: string | null,
): Value[] {
  return values.map((value) => {
    const { point } = value
    const last = addDays(point.until, -1)
    const there = people.filter((one) => one.from === last && one.boundary === value.boundary)
    const under = there.toSorted((a, b) => (b.basis ?? 0) - (a.basis ?? 0))[0]
    const cell = under
      ? rateOf(point, under, per, endedFrom !== null && point.from > endedFrom)
      : { value: null, mark: 'unknown' as Mark }
    const how =
      value.how === 'estimated' || under?.how === 'estimated' ? 'estimated' : (value.how ?? under?.how ?? null)
    return { ...value, how, point: { ...point, ...cell } }
  })
}

function segmentsOf(
  values: readonly Value[],
  course: Course,
  endedFrom: string | null,
  bases: readonly BasisRow[],
): Series['areas'][number]['segments'] {
  const hows = new Map(values.map((value) => [value.point, value.how]))
  const until = new Map(
    course.eras.map((era) => [era.boundary, era.boundary === 0 ? null : boundaryEnd(course, era.boundary)]),
  )
  return [...Map.groupBy(values, (value) => value.boundary)]
    .sort(([a], [b]) => b - a)
    .flatMap(([boundary, some]) =>
      runsOf(
        some.map((value) => value.point),
        endedFrom,
      ).map(({ basis, points, change }) => ({
        basis: basis === null ? null : basisAt(bases, bases.find((one) => one.code === basis)?.number ?? null),
        from: points.map((point) => point.from),
        until: points.map((point) => point.until),
        values: points.map((point) => point.value),
        marks: points.map((point) => point.mark),
        sourceOf: points.map((point) => point.source),
        carried: points.map((point) => hows.get(point) ?? null),
        boundariesUntil: until.get(boundary) ?? null,
        change,
      })),
    )
}
const boundaryEnd = (course: Course, boundary: number) =>
  course.eras
    .filter((era) => era.boundary === boundary)
    .map((era) => era.until ?? '')
    .sort()
    .at(-1) ?? null

const passedOf = ({ passed }: Course, reforms: Reforms): Passed[] =>
  passed.flatMap(({ day, how, reforms: ids }) =>
    ids.map((id) => ({ id, day, how, title: reforms.find((one) => one.id === id)?.title ?? '' })),
  )

const composedOf = (
  { eras, passed }: Course,
  names: ReadonlyMap<number, AreaName>,
): Series['areas'][number]['composed'] =>
  passed.length === 0
    ? []
    : eras.map(({ from, until, parts }) => ({
        from,
        until,
        parts: parts.flatMap(({ area, weight, bases }) => {
          const name = names.get(area)
          return name ? [{ id: name.id, key: name.key, name: name.name, share: weight, bases: [...bases] }] : []
        }),
      }))

const head = (indicator: IndicatorRow, cut: { key: string; label: string }) => ({
  indicator: indicator.id,
  edition: indicator.edition,
  title: indicator.title,
  unit: indicator.unit,
  cut: cut.key,
  cutLabel: cut.label,
})
