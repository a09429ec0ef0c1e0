// Agreements in editions and their signatures.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named, ObjectHead } from '#kit/ref.ts'
import { ClauseDuty } from './duty.ts'

const text = (most: number) => z.string().trim().max(most)

export const Clause = z.object({
  number: text(30).min(1),
  heading: text(200).default(''),
  text: text(8000).min(3),
  strength: z.enum(['must', 'should', 'usual']),
  duty: ClauseDuty.nullable().default(null),
})
export type Clause = z.infer<typeof Clause>
/** With so many months' notice, to the end of a day, month, quarter, half year or year. */
export const NoticeRule = z.object({
  months: z.int().min(0).max(60),
  to: z.enum(['day', 'month', 'quarter', 'halfYear', 'year']),
})
export type NoticeRule = z.infer<typeof NoticeRule>

export const Draft = z.object({
  title: text(200).min(3),
  preamble: text(8000).default(''),
  reviewOn: Day.nullable().default(null),
  /** The first day on which it no longer holds; null: until somebody ends it. */
  endsOn: Day.nullable().default(null),
  /** How it may be terminated, in words. */
  notice: text(500).default(''),
  /** The same as data; null: no notice was agreed. */
  noticeRule: NoticeRule.nullable().default(null),
  /** Whether it may also be terminated without that period, for a reason that is named. */
  extraordinary: z.boolean().default(false),
  parties: z.array(Id).max(200).default([]),
  clauses: z.array(Clause).max(100).default([]),
})
export type Draft = z.infer<typeof Draft>

export const Signature = z.object({
  day: Day,
  place: z.string(),
  capacity: z.string(),
  person: Named.nullable(),
  /** By name who signed on paper, and from where the office knows. */
  signatory: z.string().nullable(),
  source: z.string().nullable(),
  scan: Id.nullable(),
})
export type Signature = z.infer<typeof Signature>
export const Annex = z.object({
  place: z.int(),
  title: z.string(),
  file: Id,
  name: z.string(),
  size: z.int(),
  sha256: z.string(),
})
export type Annex = z.infer<typeof Annex>

export const Agreement = z.object({
  head: ObjectHead,
  edition: z.int(),
  /** draft: still being written. offered: fixed, to be signed. inForce: every party has signed this edition. ended: it was, and holds no longer. */
  state: z.enum(['draft', 'offered', 'inForce', 'ended']),
  inForce: z.object({ edition: z.int(), since: Day }).nullable(),
  preamble: z.string(),
  reviewOn: Day.nullable(),
  endsOn: Day.nullable(),
  notice: z.string(),
  noticeRule: NoticeRule.nullable(),
  extraordinary: z.boolean(),
  /** The first day on which the edition shown, signed by all, holds no longer, and why. */
  ends: z.object({ on: Day, because: z.enum(['term', 'parties']) }).nullable(),
  signBy: Day.nullable(),
  annexes: z.array(Annex),
  parties: z.array(
    Named.extend({
      /** single: one head binds the party. joint: two heads of equal rank sign. */
      signing: z.enum(['single', 'joint']),
      signatures: z.array(Signature),
      signed: z.boolean(),
      /** It has given notice: the first day on which it is bound no longer. */
      leavesOn: Day.nullable(),
    }),
  ),
  /** names: whom a clause names (who owes it, to whom, before whose sessions). */
  clauses: z.array(Clause.extend({ indicator: Named.nullable(), names: z.array(Named) })),
  editions: z.array(z.object({ number: z.int(), at: Instant, inForce: z.boolean() })),
  may: z.object({ write: z.boolean(), sign: z.boolean(), recordFor: z.boolean() }),
})
export type Agreement = z.infer<typeof Agreement>

const target = { target: 'agreement', params: z.object({ id: Id }) } as const
const runners = { as: ['chair', 'office'] } as const

export const agreements = contract({
  agreement: {
    method: 'GET',
    path: '/agreements/:id',
    summary: 'An agreement: clauses, parties, who has signed',
    who: 'signedIn',
    ...target,
    reply: Agreement,
  },
  draft: {
    method: 'POST',
    path: '/bodies/:id/agreements',
    summary: 'Begin an agreement',
    who: runners,
    target: 'body',
    params: z.object({ id: Id }),
    body: Draft,
    reply: z.object({ id: Id }),
    refusals: ['numberTwice', 'unknownIndicator', 'unknownNamed', 'sessionsUnseen'],
    journal: 'agreement.drafted',
    guard: 'key',
  },
  redraft: {
    method: 'PUT',
    path: '/agreements/:id',
    summary: 'Change the draft; after it was offered, a change begins the next edition',
    who: runners,
    ...target,
    body: Draft,
    reply: z.object({ edition: z.int() }),
    refusals: ['numberTwice', 'unknownIndicator', 'unknownNamed', 'sessionsUnseen'],
    journal: 'agreement.changed',
    guard: 'ifMatch',
  },
  offer: {
    method: 'POST',
    path: '/agreements/:id/offer',
    summary: 'Fix the edition and offer it to the parties for signature',
    who: runners,
    ...target,
    body: z.object({
      /** By when the parties are asked to sign; default: in six weeks. */
      signBy: Day.optional(),
    }),
    reply: z.object({ edition: z.int() }),
    refusals: ['tooFewParties', 'noClauses', 'alreadyOffered', 'signByPast', 'endsBeforeToday', 'reviewMissing'],
    journal: 'agreement.offered',
    guard: 'ifMatch',
  },
  remindToSign: {
    method: 'POST',
    path: '/agreements/:id/reminders',
    summary: 'Ask all parties that have not signed yet once more, at most once a day; everybody gets one mail',
    who: runners,
    ...target,
    reply: z.object({
      /** How many parties are asked. */
      parties: z.int(),
    }),
    refusals: ['notOffered', 'nobodyMissing', 'remindedToday'],
    journal: 'agreement.reminded',
    guard: 'key',
  },
  sign: {
    method: 'POST',
    path: '/agreements/:id/signatures',
    summary: 'Sign for a party, or record as the office what was signed on paper',
    who: 'signedIn',
    ...target,
    body: z.object({
      edition: z.int().positive(),
      organisation: Id.optional(),
      day: Day,
      place: text(100).min(2),
      capacity: text(120).min(2),
      /** Only the office, for another party: from where it knows of the signature, who signed, and the scanned page. */
      source: text(300).min(3).nullable().default(null),
      signatory: text(200).min(2).nullable().default(null),
      scan: Id.nullable().default(null),
    }),
    reply: z.object({ inForce: z.boolean(), missing: z.int() }),
    refusals: [
      'notOffered',
      'notParty',
      'signedAlready',
      'staleEdition',
      'dayInFuture',
      'notForOthers',
      'onlyHeads',
      'signatoryMissing',
      'scanOfOther',
    ],
    journal: 'agreement.signed',
    guard: 'key',
  },
})
