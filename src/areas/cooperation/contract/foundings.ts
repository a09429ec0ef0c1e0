// The founding of a body while it is being prepared: kept for its founder, so that it can be taken up anywhere.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, ObjectHead } from '#kit/ref.ts'

const longest = 250_000
/** What the guided way keeps; only the way itself reads it. What counts is checked when the body is founded. */
const Content = z.record(z.string().max(60), z.json()).refine((content) => JSON.stringify(content).length <= longest)
/** What became of one step: sent and not yet answered, made, or refused with the sentence that says why. */
const Outcome = z.union([
  z.object({ sent: z.literal(true) }),
  z.object({ id: Id }),
  z.object({ refused: z.string().min(1).max(2000) }),
])
export type FoundingOutcome = z.infer<typeof Outcome>
const Step = z.string().regex(/^[a-z]{3,20}(-\d{1,3})?$/)

export const Founding = z.object({
  head: ObjectHead,
  content: z.record(z.string(), z.json()),
  made: z.record(z.string(), Outcome),
  finishedOn: Day.nullable(),
})
export type Founding = z.infer<typeof Founding>

const one = { target: 'founding', params: z.object({ id: Id }) } as const
const draft = z.object({ name: z.string().trim().max(200), content: Content })
const privately = {
  none: 'a draft that nobody but its founder sees; what is founded is journalled by the acts that found it',
} as const

export const foundings = contract({
  foundings: {
    method: 'GET',
    path: '/foundings',
    summary: 'Bodies that I have begun to found',
    who: 'signedIn',
    reply: z.object({
      foundings: z.array(
        z.object({
          id: Id,
          name: z.string(),
          changed: Instant,
          revision: z.int(),
          /** The body is there, but not all that belongs to it. */
          begun: z.boolean(),
        }),
      ),
    }),
  },
  founding: {
    method: 'GET',
    path: '/foundings/:id',
    summary: 'What I have said so far about a body that is to be founded, and what is already made of it',
    who: 'signedIn',
    ...one,
    reply: Founding,
  },
  beginFounding: {
    method: 'POST',
    path: '/foundings',
    summary: 'Begin to found a body; nobody else sees it',
    who: { as: ['admin', 'head', 'planner'] },
    body: draft,
    reply: z.object({ id: Id, revision: z.int() }),
    journal: privately,
    guard: 'key',
  },
  keepFounding: {
    method: 'PUT',
    path: '/foundings/:id',
    summary: 'Keep what was said so far',
    who: 'signedIn',
    ...one,
    body: draft,
    reply: z.object({}),
    refusals: ['foundedAlready'],
    journal: privately,
    guard: 'ifMatch',
  },
  noteFounding: {
    method: 'POST',
    path: '/foundings/:id/steps',
    summary: 'Note what a step of the founding has made, or why it was refused',
    who: 'signedIn',
    ...one,
    body: z.object({ step: Step, outcome: Outcome }),
    reply: z.object({}),
    refusals: ['foundedAlready'],
    journal: privately,
    guard: 'key',
  },
  finishFounding: {
    method: 'POST',
    path: '/foundings/:id/finish',
    summary: 'The body is founded: the draft forgets whom it named',
    who: 'signedIn',
    ...one,
    reply: z.object({}),
    refusals: ['foundedAlready', 'notFounded'],
    journal: privately,
    guard: 'key',
  },
})
