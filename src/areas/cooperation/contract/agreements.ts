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
export const Draft = z.object({
  title: text(200).min(3),
  preamble: text(8000).default(''),
  reviewOn: Day.nullable().default(null),
  parties: z.array(Id).max(200).default([]),
  clauses: z.array(Clause).max(100).default([]),
})
export type Draft = z.infer<typeof Draft>

export const Agreement = z.object({
  head: ObjectHead,
  edition: z.int(),
  /** draft: still being written. offered: fixed, to be signed. inForce: every party has signed this edition. */
  state: z.enum(['draft', 'offered', 'inForce']),
  inForce: z.object({ edition: z.int(), since: Day }).nullable(),
  preamble: z.string(),
  reviewOn: Day.nullable(),
  parties: z.array(
    Named.extend({
      signature: z
        .object({
          day: Day,
          place: z.string(),
          capacity: z.string(),
          person: Named.nullable(),
          source: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  clauses: z.array(Clause.extend({ indicator: Named.nullable() })),
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
    refusals: ['numberTwice', 'unknownIndicator'],
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
    refusals: ['numberTwice', 'unknownIndicator'],
    journal: 'agreement.changed',
    guard: 'ifMatch',
  },
  offer: {
    method: 'POST',
    path: '/agreements/:id/offer',
    summary: 'Fix the edition and offer it to the parties for signature',
    who: runners,
    ...target,
    reply: z.object({ edition: z.int() }),
    refusals: ['tooFewParties', 'noClauses', 'alreadyOffered'],
    journal: 'agreement.offered',
    guard: 'ifMatch',
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
      /** Only the office, for another party: from where it knows of the signature. */
      source: text(300).min(3).nullable().default(null),
    }),
    reply: z.object({ inForce: z.boolean(), missing: z.int() }),
    refusals: ['notOffered', 'notParty', 'signedAlready', 'staleEdition', 'dayInFuture', 'notForOthers'],
    journal: 'agreement.signed',
    guard: 'key',
  },
})
