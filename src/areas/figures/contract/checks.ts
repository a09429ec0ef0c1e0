// Checks: what is asked of each delivery, what stood out, and how it is checked and accepted by two persons.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Instant, Named } from '#kit/ref.ts'

export const RuleKind = z.enum(['range', 'whole', 'partOf', 'sumOf', 'pair', 'change'])
export type RuleKind = z.infer<typeof RuleKind>
const bound = z.number().finite().nullable()
export const RuleInput = z.object({
  kind: RuleKind,
  least: bound.default(null),
  most: bound.default(null),
  percent: z.number().positive().max(1000).nullable().default(null),
  others: z.array(Id).max(12).default([]),
  /** Refuses instead of asking; only a range or whole numbers can. */
  hard: z.boolean().default(false),
})
export type RuleInput = z.infer<typeof RuleInput>
export const Rule = RuleInput.omit({ others: true }).extend({ id: Id, others: z.array(Named) })
export type Rule = z.infer<typeof Rule>

/** What stood out, in a sentence: a rule by its kind, or the own history. */
export const Finding = z.object({ kind: z.enum([...RuleKind.options, 'unusual', 'shift']), text: z.string() })
export type Finding = z.infer<typeof Finding>
/** Why a figure that stands out is right after all. */
export const Explanation = z.string().trim().min(3).max(2000).nullish()

export const ReviewState = z.enum(['delivered', 'queried', 'checked', 'accepted'])
export type ReviewState = z.infer<typeof ReviewState>
export const ReviewStep = z.enum(['checked', 'queried', 'accepted'])
export type ReviewStep = z.infer<typeof ReviewStep>
/** What a delivery carries besides its figure. */
export const checked = {
  explanation: z.string().nullable(),
  findings: z.array(Finding),
  undecided: z.array(z.string()),
  /** Of its present edition. */
  review: ReviewState,
}
export const Reviews = z.object({
  /** By edition; organisations only, nobody's name. */
  steps: z.array(
    z.object({ edition: z.int(), step: ReviewStep, organisation: Named, text: z.string().nullable(), at: Instant }),
  ),
  /** What I could do now. */
  can: z.array(ReviewStep),
  /** I checked it, so that somebody else accepts it. */
  needsOther: z.boolean(),
})
export type Reviews = z.infer<typeof Reviews>

const definers = { as: ['planner', 'head', 'admin'] } as const

export const checkEndpoints = contract({
  rules: {
    method: 'GET',
    path: '/figures/indicators/:id/rules',
    summary: 'What is asked of each delivery of a figure',
    who: 'anyone',
    target: 'indicator',
    params: z.object({ id: Id }),
    /** whole: its definition asks for whole numbers already. */
    reply: z.object({ rules: z.array(Rule), whole: z.boolean() }),
  },
  addRule: {
    method: 'POST',
    path: '/figures/indicators/:id/rules',
    summary: 'Ask something of each delivery of a figure from now on',
    who: definers,
    target: 'indicator',
    params: z.object({ id: Id }),
    body: RuleInput,
    reply: z.object({ rule: Id }),
    refusals: ['ruleThere'],
    journal: 'indicator.ruleAdded',
    guard: 'key',
  },
  removeRule: {
    method: 'DELETE',
    path: '/figures/indicators/:id/rules/:rule',
    summary: 'Ask this no longer',
    who: definers,
    target: 'indicator',
    params: z.object({ id: Id, rule: Id }),
    reply: z.object({}),
    journal: 'indicator.ruleRemoved',
    guard: { none: 'the same rule is gone once, and again is not there' },
  },
  review: {
    method: 'POST',
    path: '/figures/deliveries/:id/review',
    summary: 'Check, query or accept a delivery; two persons of those who check',
    who: 'signedIn',
    target: 'delivery',
    params: z.object({ id: Id }),
    body: z.object({ step: ReviewStep, edition: z.int().positive(), text: z.string().trim().max(2000).nullish() }),
    reply: z.object({ review: ReviewState }),
    refusals: ['ownDelivery', 'correctedMeanwhile', 'samePerson', 'notChecked', 'reviewedAlready'],
    journal: 'delivery.reviewed',
    guard: 'key',
  },
})
