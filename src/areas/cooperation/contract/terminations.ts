// Leaving an agreement: who has given notice, from when it is bound no longer, and what is to be settled then.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { NoticeRule } from './agreements.ts'

const text = (most: number) => z.string().trim().max(most)

export const Termination = z.object({
  id: Id,
  edition: z.int(),
  party: Named,
  kind: z.enum(['ordinary', 'extraordinary']),
  declaredOn: Day,
  /** The first day on which the party is bound no longer. */
  effectiveOn: Day,
  reason: z.string(),
  capacity: z.string(),
  person: Named.nullable(),
  second: Named.nullable(),
  /** By name who signed on paper, and from where the office knows. */
  signatories: z.array(z.string()),
  source: z.string().nullable(),
  /** Signed as often as the party's own rule asks for. */
  complete: z.boolean(),
  takenBackOn: Day.nullable(),
  takenBackBecause: z.string().nullable(),
  /** Seats of the party in the body that still hold on the day it leaves, and what was decided about them. */
  seats: z.int(),
  seatAnswer: z.enum(['keep', 'end']).nullable(),
  may: z.object({ second: z.boolean(), takeBack: z.boolean(), answer: z.boolean() }),
})
export type Termination = z.infer<typeof Termination>

const target = { target: 'agreement', params: z.object({ id: Id }) } as const
const one = { target: 'agreement', params: z.object({ id: Id, termination: Id }) } as const

export const terminations = contract({
  terminations: {
    method: 'GET',
    path: '/agreements/:id/terminations',
    summary: 'Who has given notice of leaving an agreement, and from when one could',
    who: 'signedIn',
    ...target,
    reply: z.object({
      terminations: z.array(Termination),
      /** If notice were given today: the first day bound no longer. */
      earliest: Day.nullable(),
      /** What the edition in force says, whatever is being drafted. */
      rule: NoticeRule.nullable(),
      extraordinary: z.boolean(),
      may: z.object({ declare: z.boolean(), recordFor: z.array(Named) }),
    }),
  },
  terminate: {
    method: 'POST',
    path: '/agreements/:id/terminations',
    summary: 'Give notice for the own organisation, or record as the office what another party has sent in writing',
    who: 'signedIn',
    ...target,
    body: z.object({
      kind: z.enum(['ordinary', 'extraordinary']).default('ordinary'),
      /** The last day on which the party is bound; default: as early as the agreement allows. */
      lastDay: Day.nullable().default(null),
      reason: text(2000).default(''),
      capacity: text(120).min(2),
      organisation: Id.optional(),
      /** Only the office, for another party: when it was received, from where it knows, and who signed. */
      declaredOn: Day.optional(),
      source: text(300).min(3).nullable().default(null),
      signatory: text(200).min(2).nullable().default(null),
      secondSignatory: text(200).min(2).nullable().default(null),
    }),
    reply: z.object({ id: Id, effectiveOn: Day, complete: z.boolean() }),
    refusals: [
      'notBound',
      'alreadyLeaving',
      'noNoticeAgreed',
      'noticeShorter',
      'noticeOtherDay',
      'noExtraordinary',
      'reasonMissing',
      'leavesInPast',
      'notForOthers',
      'signatoryMissing',
      'onlyHeads',
      'dayInFuture',
    ],
    journal: 'agreement.terminated',
    guard: 'key',
  },
  secondTermination: {
    method: 'POST',
    path: '/agreements/:id/terminations/:termination/second',
    summary: 'Give notice as the second of two heads that sign jointly',
    who: 'signedIn',
    ...one,
    reply: z.object({ effectiveOn: Day }),
    refusals: ['noSecondNeeded', 'onlyHeads', 'noticeShorter'],
    journal: 'agreement.terminated',
    guard: 'key',
  },
  takeBackTermination: {
    method: 'POST',
    path: '/agreements/:id/terminations/:termination/retraction',
    summary: 'Take the notice back, as long as it has not taken effect',
    who: 'signedIn',
    ...one,
    body: z.object({
      /** The office says from where it knows. */
      because: text(500).min(3).nullable().default(null),
    }),
    reply: z.object({}),
    refusals: ['takenBackAlready', 'tookEffect', 'notForOthers'],
    journal: 'agreement.terminationTakenBack',
    guard: 'key',
  },
  settleSeats: {
    method: 'POST',
    path: '/agreements/:id/terminations/:termination/seats',
    summary: 'Decide what becomes of the seats of a party that leaves: they stay, or they end with the day',
    who: { as: ['chair', 'office'] },
    ...one,
    body: z.object({ answer: z.enum(['keep', 'end']) }),
    reply: z.object({ ended: z.int() }),
    refusals: ['nothingToSettle'],
    journal: 'agreement.seatsSettled',
    guard: 'key',
  },
})
