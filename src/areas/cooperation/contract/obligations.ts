// Who owes what, until when, from which clause: of any edition, also one that is still a draft; and what has changed between two.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { Clause } from './agreements.ts'
import { ClauseDuty } from './duty.ts'
import { Edition } from './editions.ts'

export const Obligation = z.object({
  number: z.string(),
  heading: z.string(),
  strength: z.enum(['must', 'should', 'usual']),
  duty: ClauseDuty,
  indicator: Named.nullable(),
  /** Whom the clause names. */
  names: z.array(Named),
  /** When it falls due next, where days alone say so. */
  next: Day.nullable(),
})
export type Obligation = z.infer<typeof Obligation>

const listChange = z.enum(['same', 'added', 'removed'])
export const Comparison = z.object({
  clauses: z.array(
    z.object({
      before: Clause.nullable(),
      after: Clause.nullable(),
      change: z.enum(['same', 'changed', 'renumbered', 'added', 'removed']),
    }),
  ),
  parties: z.array(z.object({ id: Id, title: z.string(), change: listChange })),
  annexes: z.array(z.object({ title: z.string(), file: Id, change: listChange })),
  /** Fields of the agreement itself that differ. */
  fields: z.array(z.enum(['title', 'preamble', 'notice', 'noticeRule', 'extraordinary', 'reviewOn', 'endsOn'])),
  /** Nothing at all differs. */
  same: z.boolean(),
})
export type Comparison = z.infer<typeof Comparison>

const target = { target: 'agreement', params: z.object({ id: Id }) } as const
const EditionNumber = z.coerce.number().int().positive()

export const obligations = contract({
  obligations: {
    method: 'GET',
    path: '/agreements/:id/obligations',
    summary: 'Who owes what, until when, from which clause of an edition; a draft is counted as if it held from today',
    who: 'signedIn',
    ...target,
    query: z.object({ edition: EditionNumber.optional() }),
    reply: z.object({
      edition: z.int(),
      /** planned: not signed by all yet. over: it holds no longer. */
      state: z.enum(['planned', 'inForce', 'over']),
      /** Every party, and the body where it owes something; one without obligations says so. */
      sides: z.array(z.object({ side: Named, leavesOn: Day.nullable(), obligations: z.array(Obligation) })),
    }),
  },
  difference: {
    method: 'GET',
    path: '/agreements/:id/difference',
    summary: 'What has changed between two editions of an agreement, clause by clause',
    who: 'signedIn',
    ...target,
    query: z.object({ from: EditionNumber, to: EditionNumber }),
    reply: Comparison.extend({ before: Edition, after: Edition }),
  },
})
