// Comparison across borders: an area among others with intervals and limits, which areas are alike, and its own course. Who may: as for map and series.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named } from '#kit/ref.ts'
import { Basis, Break, Level, Mark, Period, Source } from './shapes.ts'

const AreaKey = z.string().regex(/^[0-9A-Z]{5}(\d{3})?$/)
/** `region`: of the same county or Regierungsbezirk and what borders across it; `around`: what borders; `alike`: the statistical neighbours. */
export const ComparedSet = z.enum(['region', 'around', 'alike', 'all'])
export type ComparedSet = z.infer<typeof ComparedSet>
/** "id:2,id:1": traits by indicator and weight. */
const Traits = z.string().regex(/^[0-9a-f-]{36}:\d(\.\d)?(,[0-9a-f-]{36}:\d(\.\d)?){0,11}$/)

const asked = {
  indicator: Id,
  area: AreaKey,
  level: Level.default('county'),
  cut: z.string().max(400).default(''),
  /** Per 1,000 inhabitants where that can be said, or the values themselves. */ as: z
    .enum(['rate', 'value'])
    .default('rate'),
  asOf: Instant.optional(),
}
const comparisonQuery = z.object({
  ...asked,
  from: Day.optional(),
  until: Day.optional(),
  set: ComparedSet.default('region'),
  /** Bordering areas of the next county or Regierungsbezirk are there unless they are left out. */
  across: z.enum(['with', 'without']).default('with'),
  against: z.enum(['parent', 'set']).default('parent'),
  traits: Traits.optional(),
})

export const Lies = z.enum(['below998', 'below95', 'within', 'above95', 'above998'])
export type Lies = z.infer<typeof Lies>
/** Why there is a value but no interval. */
export const NoInterval = z.enum(['asked', 'isPopulation', 'notAdditive', 'noPopulation', 'notWhole'])
export type NoInterval = z.infer<typeof NoInterval>
export const ComparedArea = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  own: z.boolean(),
  /** It shares a border with the own area; `across`: and lies in another county or Regierungsbezirk. */ borders:
    z.boolean(),
  across: z.boolean(),
  value: z.number().nullable(),
  mark: Mark.nullable(),
  count: z.number().nullable(),
  people: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Against chance alone, and against how areas differ in general. */ lies: Lies.nullable(),
  liesWide: Lies.nullable(),
  /** Held against the own area: their intervals meet, or which is higher. */
  toOwn: z.enum(['higher', 'lower', 'open']).nullable(),
  sourceOf: z.int().nullable(),
})
export type ComparedArea = z.infer<typeof ComparedArea>
const Curve = z.array(z.number())
export const Comparison = z.object({
  indicator: Id,
  edition: z.int(),
  title: z.string(),
  unit: z.string(),
  decimals: z.int(),
  direction: z.enum(['more', 'less', 'neutral']),
  period: Period,
  level: Level,
  cut: z.string(),
  cutLabel: z.string(),
  asOf: Instant,
  basis: Basis.nullable(),
  ended: z.boolean(),
  per: z.int().nullable(),
  denominator: z.object({ id: Id, title: z.string(), on: Day, basis: Basis.nullable() }).nullable(),
  noInterval: NoInterval.nullable(),
  set: ComparedSet,
  rows: z.array(ComparedArea),
  /** Of the own area: its place, only where its interval meets no other. */
  standing: z.object({ rank: z.int().nullable(), overlaps: z.int(), of: z.int() }).nullable(),
  benchmark: z
    .object({
      kind: z.enum(['official', 'summed', 'set']),
      name: z.string().nullable(),
      value: z.number(),
      areas: z.int(),
      missing: z.int(),
    })
    .nullable(),
  /** Limits for so many people; `phi`: how many times more than by chance areas vary, `factor` what the wide limits are widened by. */
  funnel: z
    .object({
      phi: z.number().nullable(),
      areas: z.int(),
      factor: z.number(),
      people: Curve,
      low998: Curve,
      low95: Curve,
      high95: Curve,
      high998: Curve,
      wideLow: Curve,
      wideHigh: Curve,
    })
    .nullable(),
  borders: z.object({
    /** `unknown`: no boundaries are set up; `undrawn`: the own area has none. */ state: z.enum([
      'known',
      'unknown',
      'undrawn',
    ]),
    across: z.int(),
    /** Bordering areas that no register here lists. */ unlisted: z.array(z.string()),
    /** Part of the border is the edge of what is drawn: neighbours behind it are not known here. */ edge: z.boolean(),
  }),
  breaks: z.array(Break),
  sources: z.array(Source),
})
export type Comparison = z.infer<typeof Comparison>

export const TraitUsed = z.object({
  id: Id,
  title: z.string(),
  unit: z.string(),
  decimals: z.int(),
  weight: z.number(),
  /** Per 1,000 inhabitants, as it is, or as decimal logarithm (for the number of inhabitants). */ how: z.enum([
    'rate',
    'value',
    'size',
  ]),
  period: Period.nullable(),
  /** Why it cannot be used; null: it is. */ unusable: z.enum(['noValues', 'gaps', 'allEqual']).nullable(),
  mean: z.number().nullable(),
  deviation: z.number().nullable(),
  areas: z.int(),
})
export type TraitUsed = z.infer<typeof TraitUsed>
export const AlikeAreas = z.object({
  area: z.object({ id: Id, key: z.string(), name: z.string() }),
  traits: z.array(TraitUsed),
  /** What was left out of the usual traits because it belongs to the compared statistic. */ leftOut: z.array(Named),
  nearest: z.array(
    z.object({
      id: Id,
      key: z.string(),
      name: z.string(),
      distance: z.number(),
      parts: z.array(z.object({ id: Id, own: z.number(), other: z.number(), share: z.number() })),
    }),
  ),
  without: z.array(z.object({ key: z.string(), name: z.string(), missing: z.array(z.string()) })),
  sources: z.array(Source),
})
export type AlikeAreas = z.infer<typeof AlikeAreas>

export const CourseRun = z.object({
  basis: Basis.nullable(),
  from: Day,
  last: Day,
  points: z.int(),
  /** Per inhabitants where they are known for every value, else of the counts. */ of: z.enum(['people', 'counts']),
  trend: z
    .object({ yearly: z.number(), low: z.number(), high: z.number(), direction: z.enum(['up', 'down', 'none']) })
    .nullable(),
  noTrend: z.enum(['few', 'notWhole', 'nothing']).nullable(),
  /** Values for which there were enough earlier ones to look. */ looked: z.int(),
  hints: z.array(
    z.object({
      period: Period,
      count: z.number(),
      expected: z.number(),
      low: z.number(),
      high: z.number(),
      side: z.enum(['above', 'below']),
    }),
  ),
})
export type CourseRun = z.infer<typeof CourseRun>
export const Course = z.object({
  indicator: Id,
  title: z.string(),
  unit: z.string(),
  area: z.object({ id: Id, key: z.string(), name: z.string() }),
  runs: z.array(CourseRun),
  /** Values without a number, which were left out. */ states: z.int(),
  breaks: z.array(Break),
  sources: z.array(Source),
})
export type Course = z.infer<typeof Course>

export const comparisonEndpoints = contract({
  comparison: {
    method: 'GET',
    path: '/figures/comparison',
    summary:
      'An area among others at one time: values with intervals, funnel limits, bordering areas across the border',
    who: 'anyone',
    query: comparisonQuery,
    reply: Comparison,
    refusals: ['noPeriod', 'noSuchArea', 'notPublicTrait'],
  },
  comparisonFile: {
    method: 'GET',
    path: '/figures/comparison.csv',
    summary: 'The same comparison as CSV with marks, intervals, basis and attribution',
    who: 'anyone',
    query: comparisonQuery,
    reply: z.unknown(),
    file: true,
    refusals: ['noPeriod', 'noSuchArea', 'notPublicTrait'],
  },
  alike: {
    method: 'GET',
    path: '/figures/comparison/alike',
    summary: 'Statistical neighbours of an area, by traits with weights; each distance with its parts',
    who: 'anyone',
    query: z.object({
      area: AreaKey,
      level: Level.default('county'),
      indicator: Id.optional(),
      traits: Traits.optional(),
      asOf: Instant.optional(),
    }),
    reply: AlikeAreas,
    refusals: ['noSuchArea', 'notPublicTrait'],
  },
  course: {
    method: 'GET',
    path: '/figures/comparison/course',
    summary:
      'The course of one area: trend with interval on each basis, never across a break, and hints at real shifts only',
    who: 'anyone',
    query: z.object({ indicator: Id, area: AreaKey, cut: z.string().max(400).default(''), asOf: Instant.optional() }),
    reply: Course,
    refusals: ['noSuchArea'],
  },
})
