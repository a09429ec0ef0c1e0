// What held on a day, past or to come: of a body with the document of each step, and of an agreement.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { Clause } from './agreements.ts'
import { BodyRole, Standing } from './bodies.ts'

/** On what a step stands. A document that may not be read names itself and no more. */
export const Ground = z.object({
  kind: z.enum(['agreement', 'rules', 'mandate', 'file', 'edition', 'dissolution']),
  id: Id,
  title: z.string().nullable(),
  edition: z.int().nullable(),
  on: Day,
})
export type Ground = z.infer<typeof Ground>
const Acting = z.object({ person: Named, organisation: Named, role: BodyRole, from: Day, until: Day.nullable() })

export const BodyState = z.object({
  on: Day,
  name: z.string(),
  standing: Standing.nullable(),
  foundedOn: Day,
  /** Each step with its document; null: not reached on that day. */
  agreed: Ground.nullable(),
  constituted: Ground.nullable(),
  dissolved: Ground.nullable(),
  agreements: z.array(z.object({ id: Id, title: z.string(), edition: z.int(), since: Day, until: Day.nullable() })),
  /** The rules of procedure of that day, by number. */
  rules: z.int().nullable(),
  members: z.array(
    z.object({ organisation: Named, unit: Named.nullable(), constituency: z.string().nullable(), guest: z.boolean() }),
  ),
  acting: z.array(Acting),
  may: z.object({ constitute: z.boolean() }),
})
export type BodyState = z.infer<typeof BodyState>

export const AgreementState = z.object({
  on: Day,
  title: z.string(),
  body: Named.nullable(),
  /** notYet: nothing was signed by all. inForce. over: it has ended by then. */
  state: z.enum(['notYet', 'inForce', 'over']),
  edition: z.int().nullable(),
  since: Day.nullable(),
  /** The first day on which it holds no longer, as far as it is known. */
  until: Day.nullable(),
  parties: z.array(Named.extend({ leavesOn: Day.nullable() })),
  clauses: z.array(Clause),
})
export type AgreementState = z.infer<typeof AgreementState>

const on = { query: z.object({ on: Day.optional() }) } as const

export const standings = contract({
  bodyState: {
    method: 'GET',
    path: '/bodies/:id/state',
    summary: 'A body as it stood on a day: standing with documents, agreements, rules, members, who acted',
    who: 'signedIn',
    target: 'body',
    params: z.object({ id: Id }),
    ...on,
    reply: BodyState,
  },
  agreementState: {
    method: 'GET',
    path: '/agreements/:id/state',
    summary: 'An agreement as it stood on a day: edition in force, parties, clauses',
    who: 'signedIn',
    target: 'agreement',
    params: z.object({ id: Id }),
    ...on,
    reply: AgreementState,
  },
  constitute: {
    method: 'POST',
    path: '/bodies/:id/constitution',
    summary:
      'Record that the body was constituted, with its document: a file of the body, or an edition released by the chairs',
    who: { as: ['chair', 'office'] },
    target: 'body',
    params: z.object({ id: Id }),
    body: z.object({
      day: Day,
      file: Id.nullable().default(null),
      document: z.object({ object: Id, edition: z.int().positive() }).nullable().default(null),
    }),
    reply: z.object({}),
    refusals: [
      'constitutedAlready',
      'constitutionNeedsDocument',
      'constitutionNeedsAgreement',
      'constitutionNeedsChairs',
      'documentOfOther',
      'documentNotReleased',
      'constitutedInFuture',
    ],
    journal: 'body.constituted',
    guard: 'key',
  },
})
