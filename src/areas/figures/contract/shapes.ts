// The shapes in which figures travel: columns instead of objects per value, and every number with its basis, source and state.
import { z } from 'zod'
import { Field } from '#areas/actors/contract.ts'
import { DutyState } from '#kit/duties/contract.ts'
import { Day, Id, Instant, Named, ObjectHead } from '#kit/ref.ts'
import { checked, Explanation, ReviewState } from './checks.ts'

export const Level = z.enum(['county', 'municipality'])
export type Level = z.infer<typeof Level>
export const BoundaryLevel = z.enum(['counties', 'municipalities'])
export type BoundaryLevel = z.infer<typeof BoundaryLevel>
export const Mark = z.enum(['nil', 'unknown', 'unreliable', 'later', 'meaningless'])
export type Mark = z.infer<typeof Mark>
export const AreaKind = z.enum(['country', 'state', 'district', 'county', 'city', 'municipality', 'unincorporated'])
export type AreaKind = z.infer<typeof AreaKind>
export const Period = z.object({ from: Day, until: Day })
export type Period = z.infer<typeof Period>
export const Basis = z.object({ code: z.string(), label: z.string() })
export type Basis = z.infer<typeof Basis>
export const AreaList = z.object({
  ids: z.array(Id),
  keys: z.array(z.string()),
  names: z.array(z.string()),
  kinds: z.array(AreaKind),
  parents: z.array(z.string().nullable()),
  lons: z.array(z.number().nullable()),
  lats: z.array(z.number().nullable()),
  /** The county or city for which the asking organisation is competent. */ own: z.string().nullable(),
})
export type AreaList = z.infer<typeof AreaList>

/** What a value rests on: an official table, or the delivery of an organisation. `edition` is what may be cited. */
export const Source = z.object({
  id: Id,
  kind: z.enum(['officialTable', 'delivery']),
  title: z.string(),
  attribution: z.string(),
  licence: z.string().nullable(),
  printedOn: Day.nullable(),
  edition: z.int(),
  invented: z.boolean(),
  /** Of a delivery that stood out: how it came to be so. */ explanation: z.string().nullable(),
})
export type Source = z.infer<typeof Source>
export const Break = z.object({
  from: Day,
  kind: z.enum(['basis', 'definition', 'end']),
  what: z.string(),
  exception: z.string().nullable(),
  source: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Break = z.infer<typeof Break>

const about = {
  code: z.string(),
  unit: z.string(),
  definition: z.string(),
  statistic: z.string().nullable(),
  direction: z.enum(['more', 'less', 'neutral']),
  additive: z.boolean(),
  timing: z.enum(['day', 'span']),
  decimals: z.int(),
  heldByCounties: z.boolean(),
  /** The field for which alone it is delivered; null: for no field in particular. */
  purpose: Field.nullable(),
  edition: z.int(),
}
/** What it is collected for: which plan or question, who asked, until when. */
const why = {
  neededFor: z.string().nullable(),
  neededBy: Named.nullable(),
  neededUntil: Day.nullable(),
}
export const IndicatorHead = z.object({
  id: Id,
  title: z.string(),
  ...about,
  latest: Period.nullable(),
  levels: z.array(z.string()),
})
export type IndicatorHead = z.infer<typeof IndicatorHead>

/** At which times there are values, at which level, on which basis. */
export const Held = z.object({
  from: Day,
  until: Day,
  cut: z.string(),
  level: z.enum(['above', 'county', 'municipality']),
  basis: Basis.nullable(),
  statements: z.int(),
})
export type Held = z.infer<typeof Held>
export const IndicatorPage = z.object({
  head: ObjectHead,
  ...about,
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  inclusion: z.string().nullable(),
  exclusion: z.string().nullable(),
  source: z.string(),
  legalBasis: z.string().nullable(),
  example: z.string().nullable(),
  /** How to fill it in. */ manual: z.string().nullable(),
  ...why,
  /** Minutes that one delivery costs. */ burden: z.int().nullable(),
  breaks: z.array(Break),
  held: z.array(Held),
  cuts: z.array(z.object({ key: z.string(), label: z.string() })),
  sources: z.array(Source),
  deliverers: z.array(
    z.object({
      organisation: Named,
      period: Period,
      kind: z.enum(['figure', 'confirmation', 'comment']),
      delivery: Id.nullable(),
    }),
  ),
  editions: z.array(z.object({ number: z.int(), at: Instant })),
})
export type IndicatorPage = z.infer<typeof IndicatorPage>
export const IndicatorInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{1,60}$/),
  title: z.string().trim().min(3).max(200),
  definition: z.string().trim().min(10).max(4000),
  unit: z.string().trim().min(1).max(40),
  numerator: z.string().trim().max(1000).nullish(),
  denominator: z.string().trim().max(1000).nullish(),
  inclusion: z.string().trim().max(2000).nullish(),
  exclusion: z.string().trim().max(2000).nullish(),
  source: z.string().trim().min(2).max(400),
  legalBasis: z.string().trim().max(400).nullish(),
  direction: z.enum(['more', 'less', 'neutral']).default('neutral'),
  additive: z.boolean().default(true),
  timing: z.enum(['day', 'span']).default('day'),
  decimals: z.int().min(0).max(6).default(0),
  heldByCounties: z.boolean().default(true),
  purpose: Field.nullable().default(null),
  example: z.string().trim().max(1000).nullish(),
  manual: z.string().trim().max(2000).nullish(),
  neededFor: z.string().trim().max(400).nullish(),
  neededBy: Id.nullish(),
  neededUntil: Day.nullish(),
  burden: z.int().min(0).max(100_000).nullish(),
})
export type IndicatorInput = z.infer<typeof IndicatorInput>

/** A sum that names what it rests on. Incomplete when a state other than nil, or a missing statement, is in it. */
export const Sum = z.object({
  value: z.number(),
  complete: z.boolean(),
  counted: z.int(),
  nil: z.int(),
  missing: z.int(),
  basis: Basis.nullable(),
})
export type Sum = z.infer<typeof Sum>
export const MapSlice = z.object({
  indicator: Id,
  edition: z.int(),
  title: z.string(),
  unit: z.string(),
  decimals: z.int(),
  period: Period,
  level: Level,
  cut: z.string(),
  cutLabel: z.string(),
  asOf: Instant,
  basis: Basis.nullable(),
  /** The other bases on which values exist for this time. */
  otherBases: z.array(Basis),
  /** One entry per area of the level that existed then; value and mark both null: nothing was said. source: index into sources. */
  keys: z.array(z.string()),
  values: z.array(z.number().nullable()),
  marks: z.array(Mark.nullable()),
  sourceOf: z.array(z.int().nullable()),
  sources: z.array(Source),
  sum: Sum.nullable(),
  above: z.array(z.object({ key: z.string(), name: z.string(), value: z.number().nullable(), mark: Mark.nullable() })),
  rate: z.object({ per: z.int(), denominator: Named, on: Day, basis: Basis.nullable() }).nullable(),
  breaks: z.array(Break),
  ended: z.boolean(),
})
export type MapSlice = z.infer<typeof MapSlice>

export const TableHead = z.object({
  id: Id,
  title: z.string(),
  code: z.string(),
  statistic: z.string(),
  source: z.string(),
  attribution: z.string(),
  licence: z.string().nullable(),
  printedOn: Day.nullable(),
  readOn: Day,
  values: z.int(),
  periods: z.array(z.string()),
})
export type TableHead = z.infer<typeof TableHead>
export const TablePage = TableHead.extend({
  head: ObjectHead,
  fileName: z.string(),
  sha256: z.string(),
  footnotes: z.array(z.string()),
  summary: z.record(z.string(), z.unknown()),
  indicators: z.array(z.object({ id: Id, title: z.string(), unit: z.string(), statements: z.int() })),
  usedIn: z.array(z.object({ id: Id, kind: z.string(), title: z.string() })),
})
export type TablePage = z.infer<typeof TablePage>

export const DeliveryKind = z.enum(['figure', 'confirmation', 'comment'])
export type DeliveryKind = z.infer<typeof DeliveryKind>
export const DeliveryInput = z.object({
  kind: DeliveryKind,
  indicator: Id,
  area: z.string().regex(/^[0-9]{2,12}$/),
  from: Day,
  until: Day,
  value: z.number().finite().nullish(),
  mark: Mark.nullish(),
  comment: z.string().trim().max(4000).nullish(),
  explanation: Explanation,
  duty: Id.nullish(),
})
export type DeliveryInput = z.infer<typeof DeliveryInput>
export const Delivery = z.object({
  head: ObjectHead,
  kind: DeliveryKind,
  organisation: Named,
  indicator: Named,
  unit: z.string(),
  area: z.object({ id: Id, key: z.string(), name: z.string() }),
  period: Period,
  value: z.number().nullable(),
  mark: Mark.nullable(),
  comment: z.string().nullable(),
  official: Named.nullable(),
  duty: Id.nullable(),
  edition: z.int(),
  answers: z.int(),
  ...checked,
})
export type Delivery = z.infer<typeof Delivery>

const dutyParts = {
  duty: Id,
  kind: z.enum(['deliver', 'confirm']),
  indicator: Named.nullable(),
  period: Period,
  due: Day,
  state: DutyState,
  clause: z.string(),
}
export const OwedRow = z.object({
  ...dutyParts,
  creditor: Named.nullable(),
  unit: z.string().nullable(),
  timing: z.enum(['day', 'span']).nullable(),
  inclusion: z.string().nullable(),
  exclusion: z.string().nullable(),
  definition: z.string().nullable(),
  example: z.string().nullable(),
  manual: z.string().nullable(),
  ...why,
  area: z.object({ key: z.string(), name: z.string() }).nullable(),
  official: z
    .object({ value: z.number().nullable(), mark: Mark.nullable(), from: Day, until: Day, table: Named })
    .nullable(),
  last: z
    .object({ value: z.number().nullable(), mark: Mark.nullable(), from: Day, explanation: z.string().nullable() })
    .nullable(),
})
export type OwedRow = z.infer<typeof OwedRow>
export const OverviewRow = z.object({
  ...dutyParts,
  debtor: Named,
  doneOn: Day.nullable(),
  invented: z.boolean(),
  delivery: z
    .object({
      id: Id,
      kind: DeliveryKind,
      value: z.number().nullable(),
      mark: Mark.nullable(),
      comment: z.string().nullable(),
      answered: z.boolean(),
      explanation: z.string().nullable(),
      review: ReviewState,
    })
    .nullable(),
})
export type OverviewRow = z.infer<typeof OverviewRow>
