// What a clause makes due, in a form that machines read. The German sentence stands beside it in the clause.
import { z } from 'zod'
import { isDay } from '#kit/clock/days.ts'
import { Id } from '#kit/ref.ts'

/** When a figure is due: for a year on a day of the following year, for a quarter some weeks after its end. */
export const FigureTime = z.discriminatedUnion('period', [
  z.object({
    period: z.literal('year'),
    due: z
      .string()
      .regex(/^\d\d-\d\d$/)
      .refine((due) => isDay(`2027-${due}`)),
  }),
  z.object({ period: z.literal('quarter'), weeks: z.int().min(1).max(26) }),
])
export type FigureTime = z.infer<typeof FigureTime>

/** Who owes it: every member of the public side that answers for a county or city, or the named ones. */
export const From = z.union([z.literal('publicMembers'), z.array(Id).min(1).max(200)])

export const ClauseDuty = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meet'), perYear: z.int().min(1).max(12) }),
  z.object({ kind: z.literal('deliver'), indicator: Id, from: From.default('publicMembers'), time: FigureTime }),
  z.object({ kind: z.literal('confirm'), indicator: Id, from: From.default('publicMembers'), time: FigureTime }),
])
export type ClauseDuty = z.infer<typeof ClauseDuty>
