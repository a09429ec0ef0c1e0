// The course of one area: per basis a trend with its interval and hints at real shifts; nothing is computed across a break.
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import { fewestBefore, shiftsOf } from '#pure/comparison/shift.ts'
import { fewestForTrend, trendOf } from '#pure/comparison/trend.ts'
import type { Course, CourseRun } from '../../contract/comparison.ts'
import type { Segment } from '../../contract/series.ts'
import { isCount } from '../../rules/comparison.ts'
import { numberOf, yearsOf } from '../../rules.ts'
import { indicatorOf } from '../finding.ts'
import { population } from '../reading.ts'
import { series } from '../series.ts'

type Input = { indicator: string; area: string; cut: string; asOf?: string | undefined }
type Value = { from: string; until: string; count: number }

/** @throws Refusal noSuchArea */
export async function course(db: Database, at: string, input: Input): Promise<Course> {
  const { additive, id } = await indicatorOf(db, input.indicator)
  const asked = { areas: input.area, boundaries: 'today' as const, asOf: input.asOf }
  const said = await series(db, at, { ...asked, indicator: id, cut: input.cut })
  const [line] = said.areas
  if (!line) throw new Refusal('noSuchArea', { area: input.area })
  const endedFrom = said.breaks.find((one) => one.kind === 'end')?.from ?? null
  const people = additive ? await peopleOf(db, at, id, asked) : []
  const segments = line.segments.map((segment) => ({ segment, values: valuesOf(segment, endedFrom) }))
  return {
    indicator: said.indicator,
    title: said.title,
    unit: said.unit,
    area: { id: line.id, key: line.key, name: line.name },
    runs: segments.flatMap(({ segment, values }) =>
      values.length === 0 ? [] : additive ? counts(segment, values, people) : [bare(segment, values)],
    ),
    states: segments.reduce((sum, { segment, values }) => sum + segment.values.length - values.length, 0),
    breaks: said.breaks,
    sources: said.sources,
  }
}

/** Numbers only: a state is no value, and what was estimated over a reform is no count. */
const valuesOf = (segment: Segment, endedFrom: string | null): Value[] =>
  segment.from.flatMap((from, n) => {
    const cell = { value: segment.values[n] ?? null, mark: segment.marks[n] ?? null }
    const count = segment.carried[n] === 'estimated' ? null : numberOf(cell, endedFrom !== null && from > endedFrom)
    return count === null ? [] : [{ from, until: segment.until[n]!, count }]
  })

type People = { day: string; basis: string | null; count: number }
/** The inhabitants on the last day of each time; none for the population itself. */
async function peopleOf(
  db: Database,
  at: string,
  indicator: string,
  asked: { areas: string; boundaries: 'today'; asOf: string | undefined },
): Promise<People[]> {
  try {
    const { id } = await population(db)
    if (id === indicator) return []
    const [line] = (await series(db, at, { ...asked, indicator: id, cut: '' })).areas
    return (line?.segments ?? []).flatMap((segment) =>
      valuesOf(segment, null).map((one) => ({ day: one.until, basis: segment.basis?.code ?? null, count: one.count })),
    )
  } catch (error) {
    if (error instanceof Refusal && error.code === 'noPopulation') return []
    throw error
  }
}

/** A quota has no counts: its course is told without interval or hint. */
const bare = (segment: Segment, values: readonly Value[]): CourseRun => ({
  ...frame(segment, values),
  of: 'counts',
  trend: null,
  noTrend: 'notWhole',
  looked: 0,
  hints: [],
})

const frame = (segment: Segment, values: readonly Value[]) => ({
  basis: segment.basis,
  from: values[0]!.from,
  last: values.at(-1)!.from,
  points: values.length,
})

/** Where every value has its people the rate is followed, anew wherever the population has another basis; else the counts. */
function counts(segment: Segment, values: readonly Value[], people: readonly People[]): CourseRun[] {
  const under = values.map((value) => people.filter((one) => one.day === value.until).at(-1))
  const rated = under.every((one) => one !== undefined && one.count > 0)
  const groups = rated ? [...Map.groupBy(values, (_, n) => under[n]!.basis).values()] : [values]
  return groups.map((some) => {
    const of = rated ? ('people' as const) : ('counts' as const)
    const own = frame(segment, some)
    if (!some.every((one) => isCount(one.count)))
      return { ...own, of, trend: null, noTrend: 'notWhole', looked: 0, hints: [] }
    const points = some.map((one) => ({
      time: yearsOf(one.from),
      count: one.count,
      people: rated ? under[values.indexOf(one)]!.count : 1,
    }))
    const trend = trendOf(points)
    return {
      ...own,
      of,
      trend: trend && { yearly: trend.yearly, low: trend.low, high: trend.high, direction: trend.direction },
      noTrend: trend ? null : points.length < fewestForTrend ? 'few' : 'nothing',
      looked: Math.max(0, points.length - fewestBefore),
      hints: shiftsOf(points).map(({ at, count, expected, low, high, side }) => ({
        period: { from: some[at]!.from, until: some[at]!.until },
        ...{ count, expected, low, high, side },
      })),
    }
  })
}
