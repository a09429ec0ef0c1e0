// When committees outside meet, as the office keeps it: clauses go by it ("three weeks before each session of the youth welfare committee").
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id } from '#kit/ref.ts'

const target = { target: 'body', params: z.object({ id: Id }) } as const

export const sessions = contract({
  sessions: {
    method: 'GET',
    path: '/bodies/:id/sessions',
    summary: 'Session days of committees outside by which clauses of this body go',
    who: 'signedIn',
    ...target,
    reply: z.object({
      /** Also those that a clause in force names and whose days are still missing. */
      committees: z.array(z.object({ name: z.string(), days: z.array(Day), asked: z.boolean() })),
      mayKeep: z.boolean(),
    }),
  },
  keepSessions: {
    method: 'PUT',
    path: '/bodies/:id/sessions',
    summary: 'Keep the session days of a committee outside; the duties that go by them move with it',
    who: { as: ['chair', 'office'] },
    ...target,
    body: z.object({ committee: z.string().trim().min(2).max(120), days: z.array(Day).max(60) }),
    reply: z.object({}),
    journal: 'body.sessionsKept',
    guard: 'ifMatch',
  },
})
