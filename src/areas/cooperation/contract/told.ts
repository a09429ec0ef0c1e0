// What a member told the office, who never signs in: recorded with who said it and when, and the mail as a file.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'

export const Notification = z.object({
  id: Id,
  organisation: Named,
  teller: z.string(),
  toldOn: Day,
  effect: z.enum(['state', 'reason']),
  text: z.string(),
  recordedBy: Named.nullable(),
  files: z.array(z.object({ id: Id, name: z.string() })),
  mayAdd: z.boolean(),
})
export type Notification = z.infer<typeof Notification>

export const told = contract({
  tell: {
    method: 'POST',
    path: '/bodies/:id/notifications',
    summary: 'Record as the office what a member has told about a duty; never a key',
    who: { as: ['office'] },
    target: 'body',
    params: z.object({ id: Id }),
    body: z.object({
      duty: Id,
      teller: z.string().trim().min(2).max(200),
      toldOn: Day,
      effect: z.enum(['state', 'reason']),
      text: z.string().trim().min(3).max(4000),
    }),
    reply: z.object({ id: Id }),
    refusals: ['dutyOfOther', 'dutySettled', 'dutyElsewhere', 'reasonOfShould', 'toldInFuture'],
    journal: 'notification.recorded',
    guard: 'key',
  },
  toldOf: {
    method: 'GET',
    path: '/duties/:id/notifications',
    summary: 'What the office was told about a duty',
    who: 'signedIn',
    target: 'duty',
    params: z.object({ id: Id }),
    reply: z.object({ notifications: z.array(Notification), mayTell: z.enum(['no', 'state', 'reason', 'both']) }),
  },
})
