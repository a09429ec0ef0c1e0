// A series: values on one basis and on the boundaries of one day; what a reform carried over, and where the line is interrupted.
import { z } from 'zod'
import { Day, Id, Instant, Named } from '#kit/ref.ts'
import { Basis, Break, Mark, Source } from './shapes.ts'

/** Values on one basis; `change` from its first to its last number, never across a break. */
export const Segment = z.object({
  basis: Basis.nullable(),
  from: z.array(Day),
  until: z.array(Day),
  values: z.array(z.number().nullable()),
  marks: z.array(Mark.nullable()),
  sourceOf: z.array(z.int()),
  /** How each value came over a reform of areas; null: said of the area itself. */
  carried: z.array(z.enum(['exact', 'estimated']).nullable()),
  /** The day before which these were the areas; null: those of today. */
  boundariesUntil: Day.nullable(),
  change: z.object({ from: Day, to: Day, absolute: z.number(), percent: z.number().nullable() }).nullable(),
})
export type Segment = z.infer<typeof Segment>

/** What a reform does to the line of an area. `same`: a new name or key only; the last three: the line is interrupted there. */
export const Passed = z.object({
  id: Id,
  title: z.string(),
  day: Day,
  how: z.enum(['same', 'exact', 'estimated', 'share', 'notAdditive', 'asWas']),
})
export type Passed = z.infer<typeof Passed>
/** Of which areas an area of today consisted then; empty until: up to now. */
export const Composed = z.object({
  from: Day.nullable(),
  until: Day.nullable(),
  parts: z.array(
    z.object({
      id: Id,
      key: z.string(),
      name: z.string(),
      share: z.number(),
      bases: z.array(z.enum(['population', 'area'])),
    }),
  ),
})
export type Composed = z.infer<typeof Composed>
export const Series = z.object({
  indicator: Id,
  edition: z.int(),
  title: z.string(),
  unit: z.string(),
  decimals: z.int(),
  cut: z.string(),
  cutLabel: z.string(),
  asOf: Instant,
  areas: z.array(
    z.object({
      id: Id,
      key: z.string(),
      name: z.string(),
      segments: z.array(Segment),
      reforms: z.array(Passed),
      composed: z.array(Composed),
      /** It exists since then, and nothing is recorded of what it was before. */
      beginsWithout: Day.nullable(),
    }),
  ),
  /** A rate: per so many, and of what. */
  rate: z.object({ per: z.int(), denominator: Named }).nullable(),
  breaks: z.array(Break),
  sources: z.array(Source),
})
export type Series = z.infer<typeof Series>
