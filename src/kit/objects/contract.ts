// Undo for whatever is still a draft: taken away with one press, brought back with another, for thirty days.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, ObjectHead } from '#kit/ref.ts'

export const objects = contract({
  remove: {
    method: 'DELETE',
    path: '/objects/:id',
    summary: 'Take away something on which nothing rests yet; it can be restored for thirty days',
    who: 'signedIn',
    target: '*',
    params: z.object({ id: Id }),
    reply: z.object({ object: ObjectHead }),
    refusals: ['stays', 'somethingRestsOnIt'],
    journal: 'object.removed',
    guard: 'ifMatch',
  },
  purposeOf: {
    method: 'GET',
    path: '/objects/:id/purpose',
    summary: 'For which field alone something in a body is there, and whether I may say so',
    who: 'signedIn',
    target: '*',
    params: z.object({ id: Id }),
    reply: z.object({ purpose: z.string().nullable(), mayBind: z.boolean() }),
  },
  bind: {
    method: 'POST',
    path: '/objects/:id/purpose',
    summary: 'Say for which field alone something in a body is there, or for none in particular',
    who: 'signedIn',
    target: '*',
    params: z.object({ id: Id }),
    body: z.object({
      purpose: z
        .string()
        .regex(/^[a-z][A-Za-z]{0,40}$/)
        .nullable(),
    }),
    reply: z.object({}),
    refusals: ['notBindable'],
    journal: 'object.purposeSet',
    guard: 'ifMatch',
  },
  restore: {
    method: 'POST',
    path: '/objects/:id/restoration',
    summary: 'Bring back what was taken away',
    who: 'signedIn',
    target: '*',
    alsoDeleted: true,
    params: z.object({ id: Id }),
    reply: z.object({ object: ObjectHead }),
    refusals: ['notRemoved', 'erasedSoon'],
    journal: 'object.restored',
    guard: 'ifMatch',
  },
})
