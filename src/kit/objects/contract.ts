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
