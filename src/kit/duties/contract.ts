// The worklist: what I owe, what was promised to us, and the state of each duty with the clause it comes from.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'

export const Duty = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  debtor: Named.nullable(),
  creditor: Named.nullable(),
  subject: z.object({ id: Id, kind: z.string(), title: z.string() }).nullable(),
  body: Id.nullable(),
  because: z.object({
    object: Id.nullable(),
    edition: z.int().nullable(),
    title: z.string().nullable(),
    clause: z.string(),
  }),
  strength: z.enum(['must', 'should', 'usual']),
  period: z.object({ from: Day, until: Day }),
  opens: Day,
  due: Day,
  needed: z.int(),
  have: z.int(),
  doneOn: Day.nullable(),
  waivedBecause: z.string().nullable(),
  state: z.enum(['notYet', 'open', 'overdue', 'done', 'doneLate', 'waived']),
  invented: z.boolean(),
})
export type Duty = z.infer<typeof Duty>

export const duties = contract({
  worklist: {
    method: 'GET',
    path: '/worklist',
    summary: 'What I owe and what was promised to us',
    who: 'signedIn',
    reply: z.object({ mine: z.array(Duty), promised: z.array(Duty), next: Duty.nullable() }),
  },
  list: {
    method: 'GET',
    path: '/duties',
    summary: 'Duties of a body, of an organisation, about a subject or from an agreement',
    who: 'signedIn',
    query: z.object({
      body: Id.optional(),
      debtor: Id.optional(),
      creditor: Id.optional(),
      subject: Id.optional(),
      because: Id.optional(),
    }),
    reply: z.object({ duties: z.array(Duty) }),
  },
  get: {
    method: 'GET',
    path: '/duties/:id',
    summary: 'A duty with its evidence',
    who: 'signedIn',
    target: 'duty',
    params: z.object({ id: Id }),
    reply: z.object({
      duty: Duty,
      evidence: z.array(z.object({ object: Id, kind: z.string(), title: z.string().nullable(), day: Day })),
    }),
  },
  waive: {
    method: 'POST',
    path: '/duties/:id/waiver',
    summary: 'Waive a duty, with a reason: only the creditor can',
    who: 'signedIn',
    target: 'duty',
    params: z.object({ id: Id }),
    body: z.object({ because: z.string().trim().min(5).max(2000) }),
    reply: z.object({}),
    refusals: ['alreadySettled', 'onlyCreditor'],
    journal: 'duty.waived',
    guard: 'key',
  },
})
