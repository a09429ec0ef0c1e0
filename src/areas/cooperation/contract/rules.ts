// Rules of procedure of a body: editions that the chairs adopt together, who stands in for a chair, and the yearly look back.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { keyPurposes, majorities } from '../rules/procedure.ts'

/** muss, soll, in der Regel: only a must can be breached. */
const Strength = z.enum(['must', 'should', 'usual'])

export const Procedure = z
  .object({
    meetsPerYear: z.int().min(1).max(52),
    noticeDays: z.int().min(0).max(120),
    noticeStrength: Strength.default('must'),
    /** So many days before a meeting items for its agenda are handed in; null: until the invitation. Never later than the invitation. */
    itemDays: z.int().min(1).max(365).nullable().default(null),
    /** The minutes reach everybody within so many days; null: the rules name none. */
    minutesDays: z.int().min(1).max(365).nullable().default(null),
    minutesStrength: Strength.default('must'),
    /** So many days after the minutes were sent an organisation with a seat may object to them. */
    objectionDays: z.int().min(1).max(180).default(14),
    quorum: z.enum(['none', 'half', 'twoThirds']),
    majority: z.enum(majorities),
    /** Where both chairs are asked. */
    keysFor: z.array(z.enum(keyPurposes)).max(4),
    standIn: z.enum(['none', 'deputy']),
    deadlockDays: z.int().min(1).max(365).nullable(),
    deadlock: z.enum(['carryOver', 'mediation']).nullable(),
    secretBallot: z.boolean(),
    termAlarmMonths: z.int().min(1).max(24),
    interim: z.enum(['office', 'continue', 'none']),
    groupMonths: z.int().min(1).max(60).nullable(),
    /** Deciding by circulation; null: the body does not. toMeeting: one seat that wants to discuss it is enough to bring it to a meeting. */
    circulation: z
      .object({ days: z.int().min(1).max(90), majority: z.enum(majorities), toMeeting: z.boolean() })
      .nullable()
      .default(null),
    text: z.string().trim().max(20_000),
  })
  .refine((one) => (one.deadlock === null) === (one.deadlockDays === null), { path: ['deadlockDays'] })

const Edition = z.object({
  edition: z.int(),
  validFrom: Day,
  procedure: Procedure,
  /** The day on which the chairs, or all parties of the agreement, had adopted it; null: proposed, or replaced before that. */
  adoptedOn: Day.nullable(),
  agreement: Named.nullable(),
  state: z.enum(['proposed', 'returned', 'coming', 'inForce', 'past']),
})
export const RulesPage = z.object({
  object: Id.nullable(),
  keys: z.int(),
  inForce: Edition.nullable(),
  /** The latest edition, where it is not adopted. */
  proposed: Edition.nullable(),
  editions: z.array(Edition),
  /** Agreements still being written, with which the first rules may come. */
  drafts: z.array(Named),
  standIns: z.array(
    z.object({ chair: Named, deputy: Named, organisation: Named, away: z.boolean(), mine: z.boolean() }),
  ),
  /** Deputies whom I, as a chair, may name. */
  candidates: z.array(z.object({ person: Named, organisation: Named })),
  may: z.object({ propose: z.boolean(), nameStandIn: z.boolean() }),
})
export type RulesPage = z.infer<typeof RulesPage>
export type RulesEdition = z.infer<typeof Edition>

export const SelfCheck = z.object({
  year: z.int(),
  from: Day,
  until: Day,
  edition: z.int().nullable(),
  lines: z.array(
    z.object({
      rule: z.enum(['meetings', 'notice', 'release', 'duties']),
      kept: z.int(),
      of: z.int(),
      /** What the rules ask for: meetings a year, days of notice. */
      asked: z.int().nullable(),
    }),
  ),
  returned: z.int(),
  deadlocks: z.int(),
})
export type SelfCheck = z.infer<typeof SelfCheck>

const target = { target: 'body', params: z.object({ id: Id }) } as const

export const rulesOfProcedure = contract({
  rules: {
    method: 'GET',
    path: '/bodies/:id/rules',
    summary: 'Rules of procedure of a body: in force, proposed, earlier',
    who: 'signedIn',
    ...target,
    query: z.object({ on: Day.optional() }),
    reply: RulesPage,
  },
  proposeRules: {
    method: 'POST',
    path: '/bodies/:id/rules',
    summary: 'Propose an edition of the rules; it holds once both chairs have released it',
    who: { as: ['chair', 'office'] },
    ...target,
    body: z.object({ procedure: Procedure, validFrom: Day, agreement: Id.nullable().default(null) }),
    reply: z.object({ object: Id, edition: z.int() }),
    refusals: ['rulesSame', 'rulesBackdated', 'notWithAgreement'],
    journal: 'rules.proposed',
    guard: 'key',
  },
  selfCheck: {
    method: 'GET',
    path: '/bodies/:id/self-check',
    summary: 'Which rules the body has kept in a year, counted from what happened',
    who: 'signedIn',
    ...target,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2200) }),
    reply: SelfCheck,
  },
  nameStandIn: {
    method: 'POST',
    path: '/bodies/:id/stand-in',
    summary: 'As a chair, name the deputy who gives the key while one is away',
    who: { as: ['chair'] },
    ...target,
    body: z.object({ person: Id, organisation: Id }),
    reply: z.object({}),
    refusals: ['notDeputy', 'standInTaken'],
    journal: 'body.standInNamed',
    guard: 'key',
  },
  endStandIn: {
    method: 'POST',
    path: '/bodies/:id/stand-in/end',
    summary: 'As a chair, have nobody stand in any more',
    who: { as: ['chair'] },
    ...target,
    reply: z.object({}),
    refusals: ['noStandIn'],
    journal: 'body.standInEnded',
    guard: 'key',
  },
})
