// The joint release: each chair gives its own key, hands back with a reason, and both together publish.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant, Named } from '#kit/ref.ts'

const Chair = z.object({ person: Named, organisation: Named })
export const Releases = z.object({
  edition: z.int().nullable(),
  needed: z.int(),
  released: z.boolean(),
  /** `onBehalf`: the absent chair for whom a deputy gave the key. */
  given: z.array(Chair.extend({ at: Instant, onBehalf: Named.nullable() })),
  /** Chairs whose key is still missing; `standIn`: who may give it today because the chair is away. */
  open: z.array(Chair.extend({ standIn: Named.nullable() })),
  /** "So nicht": who handed this edition back, and why. */
  returned: Chair.extend({ reason: z.string(), at: Instant }).nullable(),
  /** One key was given, the other stayed out longer than the rules allow. */
  deadlock: z.object({ effect: z.enum(['carryOver', 'mediation']), on: Day }).nullable(),
  mayRelease: z.boolean(),
  /** The absent chair for whom I would release. */
  onBehalf: Named.nullable(),
  mayReturn: z.boolean(),
})
export type Releases = z.infer<typeof Releases>

const given = { object: Id, edition: z.int().positive() } as const

export const releasing = contract({
  releases: {
    method: 'GET',
    path: '/releases',
    summary: 'Which chairs have released the current edition of something, and whose key is missing',
    who: 'signedIn',
    query: z.object({ object: Id }),
    reply: Releases,
  },
  release: {
    method: 'POST',
    path: '/releases',
    summary: 'Release an edition as a chair; it counts when all required chairs have released the same one',
    who: 'signedIn',
    body: z.object(given),
    reply: Releases,
    refusals: ['notChair', 'alreadyReleased', 'staleEdition', 'nothingToRelease', 'handedBack'],
    journal: 'released',
    guard: 'key',
  },
  handBack: {
    method: 'POST',
    path: '/releases/objection',
    summary: 'As a chair, hand an edition back with a reason; it is not released any more',
    who: 'signedIn',
    body: z.object({ ...given, reason: z.string().trim().min(3).max(2000) }),
    reply: Releases,
    refusals: ['notChair', 'alreadyReleased', 'staleEdition', 'nothingToRelease', 'handedBack'],
    journal: 'returned',
    guard: 'key',
  },
  publications: {
    method: 'GET',
    path: '/publications',
    summary: 'Whether something of a body is public, or is to become so',
    who: 'signedIn',
    query: z.object({ object: Id }),
    reply: z.object({
      public: z.boolean(),
      publication: Id.nullable(),
      mayAsk: z.boolean(),
      /** Whether the rules ask for both keys. */
      needsKeys: z.boolean(),
    }),
  },
  publish: {
    method: 'POST',
    path: '/publications',
    summary: 'Ask for making public what a body has released; the chairs release the publication',
    who: { as: ['chair', 'office'] },
    body: z.object({ object: Id }),
    reply: z.object({ publication: Id, public: z.boolean() }),
    refusals: ['notReleasedYet', 'publishedAlready', 'notOfBody'],
    journal: 'publication.asked',
    guard: 'key',
  },
})
