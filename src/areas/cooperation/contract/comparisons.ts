// Two mandates side by side: what each law asks of its institution, where they meet.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, ObjectHead } from '#kit/ref.ts'
import { SeamLine } from './seams.ts'

const text = (most: number) => z.string().trim().max(most)

export const ComparisonRow = z.object({
  aspect: text(120).min(2),
  left: text(3000).default(''),
  leftBasis: text(300).default(''),
  right: text(3000).default(''),
  rightBasis: text(300).default(''),
})
export type ComparisonRow = z.infer<typeof ComparisonRow>
export const ComparisonIn = z.object({
  title: text(200).min(3),
  leftName: text(120).min(2),
  leftLaw: text(60).min(2),
  rightName: text(120).min(2),
  rightLaw: text(60).min(2),
  note: text(2000).default(''),
  /** The day on which the rows were compared with the laws; null: not verified. */
  checkedOn: Day.nullable().default(null),
  rows: z.array(ComparisonRow).min(1).max(40),
})
export type ComparisonIn = z.infer<typeof ComparisonIn>

export const Comparison = ComparisonIn.omit({ title: true }).extend({
  head: ObjectHead,
  seams: z.array(SeamLine),
  may: z.object({ change: z.boolean() }),
})
export type Comparison = z.infer<typeof Comparison>

const target = { target: 'comparison', params: z.object({ id: Id }) } as const
const writers = { as: ['admin', 'head', 'planner'] } as const

export const comparisons = contract({
  comparisons: {
    method: 'GET',
    path: '/comparisons',
    summary: 'Comparisons of two mandates',
    who: 'signedIn',
    reply: z.object({
      comparisons: z.array(
        z.object({ id: Id, title: z.string(), leftLaw: z.string(), rightLaw: z.string(), rows: z.int() }),
      ),
      /** Is the supplied comparison (SGB II and SGB VIII) still missing? */
      supplied: z.boolean(),
    }),
  },
  comparison: {
    method: 'GET',
    path: '/comparisons/:id',
    summary: 'Two mandates side by side, aspect by aspect, with the seams at which they meet',
    who: 'signedIn',
    ...target,
    reply: Comparison,
  },
  makeComparison: {
    method: 'POST',
    path: '/comparisons',
    summary: 'Put two mandates side by side',
    who: writers,
    body: ComparisonIn,
    reply: z.object({ id: Id }),
    refusals: ['comparedInFuture'],
    journal: 'comparison.made',
    guard: 'key',
  },
  supplyComparison: {
    method: 'POST',
    path: '/comparisons/supply',
    summary: 'Take the supplied comparison of SGB II and SGB VIII',
    who: writers,
    body: z.object({}),
    reply: z.object({ id: Id }),
    refusals: ['comparisonThere'],
    journal: 'comparison.made',
    guard: 'key',
  },
  changeComparison: {
    method: 'PUT',
    path: '/comparisons/:id',
    summary: 'Change the comparison, as the organisation that made it',
    who: writers,
    ...target,
    body: ComparisonIn,
    reply: z.object({}),
    refusals: ['comparedInFuture'],
    journal: 'comparison.changed',
    guard: 'ifMatch',
  },
})
