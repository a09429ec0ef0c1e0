// Reviewing an agreement: what it has brought about in numbers, what follows from that, and when one looks again; released by the chairs.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'

export const Conclusion = z.enum(['continue', 'change', 'end'])

/** How one side has kept what it promised: organisations and the body, never persons. */
export const Kept = z.object({
  debtor: Named,
  owed: z.int(),
  done: z.int(),
  late: z.int(),
  /** Waived, or a reason was given. */
  excused: z.int(),
  /** Not done. */
  missing: z.int(),
})
/** What became of a figure that the agreement asks for, as far as it can be seen from the body. */
export const FigureUse = z.object({
  indicator: Named,
  delivered: z.int(),
  needs: z.int(),
  decisions: z.int(),
  measures: z.int(),
})
export const Measured = z.object({ from: Day, until: Day, kept: z.array(Kept), figures: z.array(FigureUse) })
export type Measured = z.infer<typeof Measured>

const Concluded = z.object({ conclusion: Conclusion, words: z.string(), nextOn: Day.nullable() })
export const AgreementReview = Measured.extend(Concluded.shape).extend({
  head: ObjectHead,
  agreement: Named,
  agreementEdition: z.int(),
  edition: z.int(),
  released: z.boolean(),
})
export type AgreementReview = z.infer<typeof AgreementReview>

const target = { target: 'agreement', params: z.object({ id: Id }) } as const

export const reviews = contract({
  agreementReviews: {
    method: 'GET',
    path: '/agreements/:id/reviews',
    summary: 'The reviews of an agreement, and what would be measured today',
    who: 'signedIn',
    ...target,
    reply: z.object({
      reviews: z.array(Concluded.extend({ id: Id, edition: z.int(), until: Day, released: z.boolean() })),
      measured: Measured.nullable(),
      /** When it is to be reviewed next. */
      nextOn: Day.nullable(),
      may: z.object({ review: z.boolean() }),
    }),
  },
  reviewAgreement: {
    method: 'POST',
    path: '/agreements/:id/reviews',
    summary: 'Record what the agreement has brought about and what follows; it holds once the chairs have released it',
    who: { as: ['chair', 'office'] },
    ...target,
    body: z.object({
      conclusion: Conclusion,
      words: z.string().trim().min(10).max(8000),
      /** When one looks again; only where the agreement is to end there is no such day. */
      nextOn: Day.nullable().default(null),
    }),
    reply: z.object({ id: Id, edition: z.int() }),
    refusals: ['nothingToReview', 'nextReviewMissing', 'nextReviewPast'],
    journal: 'agreement.reviewed',
    guard: 'key',
  },
  agreementReview: {
    method: 'GET',
    path: '/agreement-reviews/:id',
    summary: 'The record of a review, for reading, releasing and printing',
    who: 'signedIn',
    target: 'agreementReview',
    params: z.object({ id: Id }),
    reply: AgreementReview,
  },
})
