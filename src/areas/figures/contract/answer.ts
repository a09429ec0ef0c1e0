// What became of a delivery, as those say who asked for it.
import { z } from 'zod'
import { Instant, Named } from '#kit/ref.ts'

export const Answer = z.object({
  verdict: z.enum(['used', 'notYet', 'notUsed']),
  text: z.string().trim().min(3).max(4000),
  at: Instant,
  organisation: Named,
})
export type Answer = z.infer<typeof Answer>
