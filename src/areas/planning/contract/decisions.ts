// What a body decided about a need: noted, agreed, recommended to somebody, or resolved where its rules give votes (OParl: AgendaItem.result).
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named, ObjectHead } from '#kit/ref.ts'

export const Result = z.enum(['noted', 'agreed', 'recommended', 'resolved'])
export type Result = z.infer<typeof Result>

export const DecisionContent = z.object({
  title: z.string().trim().min(3).max(200),
  result: Result,
  text: z.string().trim().min(3).max(10_000),
  /** Why: what the body weighed. */
  reasons: z.string().trim().max(10_000).default(''),
  /** To whom a recommendation is addressed. */
  addressee: Id.nullable().default(null),
  /** Who decides after the body, in words: the Kreistag, its committee. */
  path: z.string().trim().max(1000).default(''),
  costs: z.string().trim().max(4000).default(''),
  /** The need is put aside for this reason. */
  setAside: z.string().trim().min(5).max(2000).nullable().default(null),
  answerBy: Day.nullable().default(null),
  needs: z.array(Id).max(20).default([]),
})
export type DecisionContent = z.infer<typeof DecisionContent>

/** One of the chairs, and since when its key counts for the edition that is shown. */
export const Key = z.object({ organisation: Named, at: Instant.nullable(), mine: z.boolean() })

export const Decision = z.object({
  object: ObjectHead,
  result: Result,
  text: z.string(),
  reasons: z.string(),
  addressee: Named.nullable(),
  path: z.string(),
  costs: z.string(),
  setAside: z.string().nullable(),
  answerBy: Day.nullable(),
  /** Where it was reached: a meeting, or a circulation. */
  meeting: Named.extend({ kind: z.string() }).nullable(),
  edition: z.int(),
  recordedOn: Day,
  needs: z.array(z.object({ id: Id, title: z.string(), edition: z.int() })),
  released: z.boolean(),
  releasedOn: Day.nullable(),
  /** Who of the chairs has released this edition. */
  keys: z.array(Key),
  answer: z.object({ organisation: Named.nullable(), reason: z.string(), on: Day }).nullable(),
})
export type Decision = z.infer<typeof Decision>

const leads = { as: ['chair', 'office'] } as const
const named = { target: 'decision', params: z.object({ id: Id }) } as const

export const decisions = contract({
  listDecisions: {
    method: 'GET',
    path: '/decisions',
    summary: 'Results of a body, about a need, or of a meeting',
    who: 'signedIn',
    query: z.object({ body: Id.optional(), need: Id.optional(), meeting: Id.optional() }),
    reply: z.object({ decisions: z.array(Decision) }),
  },
  getDecision: {
    method: 'GET',
    path: '/decisions/:id',
    summary: 'A result with the needs it is about and its joint release',
    who: 'signedIn',
    ...named,
    reply: Decision,
  },
  recordDecision: {
    method: 'POST',
    path: '/decisions',
    summary: 'Record a result of a body outside a meeting',
    who: leads,
    body: DecisionContent.extend({ body: Id }),
    reply: Decision,
    refusals: ['noVotes', 'notVoted', 'addresseeMissing', 'needNotStated', 'setAsideOnlyNoted'],
    journal: 'decision.recorded',
    guard: 'key',
  },
  changeDecision: {
    method: 'PUT',
    path: '/decisions/:id',
    summary: 'Change a result that is not yet released by both; earlier releases no longer count',
    who: leads,
    ...named,
    body: DecisionContent,
    reply: Decision,
    refusals: [
      'alreadyReleased',
      'circulated',
      'noVotes',
      'notVoted',
      'addresseeMissing',
      'needNotStated',
      'setAsideOnlyNoted',
    ],
    journal: 'decision.changed',
    guard: 'ifMatch',
  },
  giveReason: {
    method: 'POST',
    path: '/decisions/:id/answer',
    summary: 'As the addressee: give the reason why no measure follows',
    who: 'signedIn',
    ...named,
    body: z.object({ reason: z.string().trim().min(10).max(4000) }),
    reply: Decision,
    refusals: ['notReleased', 'onlyAddressee', 'alreadyAnswered', 'measureThere'],
    journal: 'decision.answered',
    guard: 'key',
  },
  proposal: {
    method: 'GET',
    path: '/decisions/:id/vorlage.docx',
    summary: 'The Beschlussvorlage for council or committee, as Word',
    who: 'signedIn',
    ...named,
    reply: z.unknown(),
    file: true,
    refusals: ['notRendered'],
  },
  proposalPdf: {
    method: 'GET',
    path: '/decisions/:id/vorlage.pdf',
    summary: 'The Beschlussvorlage for council or committee, as PDF/UA',
    who: 'signedIn',
    ...named,
    reply: z.unknown(),
    file: true,
    refusals: ['notRendered'],
  },
})
