// Seams: where the tasks of two institutions meet, with two owners of equal rank, in editions that both release.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named, ObjectHead } from '#kit/ref.ts'

const text = (most: number) => z.string().trim().max(most)

/** What passes at the seam: from one owner to the other, when and how. */
export const Handover = z.object({
  what: text(300).min(2),
  from: z.enum(['a', 'b']),
  when: text(200).default(''),
  how: text(500).default(''),
})
export type Handover = z.infer<typeof Handover>
export const SeamText = z.object({
  subject: text(2000).min(3),
  basisA: text(500).default(''),
  basisB: text(500).default(''),
  handover: z.array(Handover).max(40).default([]),
  procedure: text(8000).default(''),
  /** The owners look again after so many months. */
  reviewMonths: z.int().min(3).max(60).default(12),
})
export type SeamText = z.infer<typeof SeamText>

export const SeamState = z.enum(['draft', 'offered', 'agreed'])
export type SeamState = z.infer<typeof SeamState>
export const Friction = z.object({
  id: Id,
  organisation: Named,
  text: z.string(),
  statedOn: Day,
  settledOn: Day.nullable(),
  settledHow: z.string().nullable(),
  /** Whoever stated it says when it is settled. */
  maySettle: z.boolean(),
})
export type Friction = z.infer<typeof Friction>

export const SeamLine = z.object({
  id: Id,
  title: z.string(),
  owners: z.array(Named),
  state: SeamState,
  since: Day.nullable(),
  nextReview: Day.nullable(),
  frictions: z.int(),
  mine: z.boolean(),
  invented: z.boolean(),
})
export type SeamLine = z.infer<typeof SeamLine>

export const Seam = z.object({
  head: ObjectHead,
  a: Named,
  b: Named,
  edition: z.int(),
  revision: z.int(),
  state: SeamState,
  text: SeamText,
  offeredOn: Day.nullable(),
  released: z.array(z.object({ organisation: Named, at: Instant })),
  /** What holds while a newer edition is being written or waits for a release. */
  inForce: z.object({ edition: z.int(), since: Day, text: SeamText }).nullable(),
  nextReview: Day.nullable(),
  reviews: z.array(z.object({ organisation: Named, onDay: Day, note: z.string() })),
  /** Which owners have looked in this round. */
  reviewed: z.array(Id),
  frictions: z.array(Friction),
  links: z.array(z.object({ id: Id, kind: z.string(), title: z.string() })),
  may: z.object({ write: z.boolean(), release: z.boolean(), review: z.boolean(), state: z.boolean() }),
})
export type Seam = z.infer<typeof Seam>

const target = { target: 'seam', params: z.object({ id: Id }) } as const
const nothing = z.object({})

export const seams = contract({
  seams: {
    method: 'GET',
    path: '/seams',
    summary: 'Seams, those of the own organisation first; of an organisation, a body, an agreement or a comparison',
    who: 'signedIn',
    query: z.object({ organisation: Id.optional(), object: Id.optional() }),
    reply: z.object({ seams: z.array(SeamLine) }),
  },
  seam: {
    method: 'GET',
    path: '/seams/:id',
    summary: 'A seam: owners, legal bases, handover, procedure, frictions, what holds and when it is looked at again',
    who: 'signedIn',
    ...target,
    reply: Seam,
  },
  enterSeam: {
    method: 'POST',
    path: '/seams',
    summary: 'Enter a seam between the own organisation and another; nothing holds before both have released it',
    who: { as: ['admin', 'head', 'planner'] },
    body: SeamText.extend({ name: text(200).min(3), other: Id, links: z.array(Id).max(20).default([]) }),
    reply: z.object({ id: Id }),
    refusals: ['seamWithOneself'],
    journal: 'seam.entered',
    guard: 'key',
  },
  writeSeam: {
    method: 'POST',
    path: '/seams/:id/text',
    summary: 'Write the draft, as either owner; after it was put forward, a change begins the next edition',
    who: 'signedIn',
    ...target,
    body: SeamText.extend({ edition: z.int().positive(), revision: z.int().positive() }),
    reply: z.object({ edition: z.int() }),
    refusals: ['seamChanged'],
    journal: 'seam.written',
    guard: 'key',
  },
  offerSeam: {
    method: 'POST',
    path: '/seams/:id/offer',
    summary: 'Fix the words and put them forward to both owners',
    who: 'signedIn',
    ...target,
    body: z.object({ edition: z.int().positive(), revision: z.int().positive() }),
    reply: nothing,
    refusals: ['seamChanged', 'seamOfferedAlready', 'noProcedure'],
    journal: 'seam.offered',
    guard: 'key',
  },
  releaseSeam: {
    method: 'POST',
    path: '/seams/:id/releases',
    summary: 'Release the edition for the own organisation; it holds when both owners have released the same one',
    who: 'signedIn',
    ...target,
    body: z.object({ edition: z.int().positive() }),
    reply: z.object({ agreed: z.boolean() }),
    refusals: ['seamNotOffered', 'seamReleasedAlready', 'releasedForOther', 'seamChanged'],
    journal: 'seam.released',
    guard: 'key',
  },
  reviewSeam: {
    method: 'POST',
    path: '/seams/:id/reviews',
    summary: 'Say for the own organisation that the agreed procedure was looked at and still holds',
    who: 'signedIn',
    ...target,
    body: z.object({ note: text(2000).default('') }),
    reply: nothing,
    refusals: ['nothingToReview', 'reviewedToday'],
    journal: 'seam.reviewed',
    guard: 'key',
  },
  stateFriction: {
    method: 'POST',
    path: '/seams/:id/frictions',
    summary: 'Say what does not work at this seam, for the own organisation',
    who: 'signedIn',
    ...target,
    body: z.object({ text: text(2000).min(5) }),
    reply: z.object({ friction: Id }),
    journal: 'seam.frictionStated',
    guard: 'key',
  },
  settleFriction: {
    method: 'POST',
    path: '/seams/:id/frictions/:friction/settlement',
    summary: 'What was stated is settled: said by the organisation that stated it',
    who: 'signedIn',
    target: 'seam',
    params: z.object({ id: Id, friction: Id }),
    body: z.object({ how: text(2000).min(3) }),
    reply: nothing,
    refusals: ['frictionSettled'],
    journal: 'seam.frictionSettled',
    guard: 'key',
  },
  linkSeam: {
    method: 'POST',
    path: '/seams/:id/links',
    summary: 'Say to which body, agreement or comparison the seam belongs, or that it does no longer',
    who: 'signedIn',
    ...target,
    body: z.object({ object: Id, linked: z.boolean() }),
    reply: nothing,
    refusals: ['notLinkable'],
    journal: 'seam.linked',
    guard: 'key',
  },
})
