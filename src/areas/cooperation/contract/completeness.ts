// Who is missing in a body, and who brings what.
import { z } from 'zod'
import { Field } from '#areas/actors/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { actorCodes, actorGroups } from '../rules/actors.ts'

const ActorCode = z.enum(actorCodes)
export const ContributionKind = z.enum(['knowledge', 'data', 'resources', 'decision'])
export type ContributionKind = z.infer<typeof ContributionKind>
/** open: nobody has been asked yet. */
export const SearchState = z.enum(['open', 'contacted', 'trial', 'notNeeded'])
export type SearchState = z.infer<typeof SearchState>

export const Cell = z.object({ text: z.string(), source: z.string().nullable(), on: Day })

export const Completeness = z.object({
  topics: z.array(Field),
  actors: z.array(
    z.object({
      actor: ActorCode,
      group: z.enum(actorGroups),
      usual: z.boolean(),
      by: z.array(Named),
      /** How the search for somebody stands, where nobody is there yet. */
      search: z.object({ state: SearchState, organisation: Named.nullable(), note: z.string(), on: Day }).nullable(),
    }),
  ),
  /** For each topic, who of either side deals with it. */
  coverage: z.array(z.object({ field: Field, public: z.array(Named), free: z.array(Named) })),
  /** Organisations and seats of either side. */
  parity: z.object({
    public: z.object({ organisations: z.int(), seats: z.int() }),
    free: z.object({ organisations: z.int(), seats: z.int() }),
    other: z.object({ organisations: z.int(), seats: z.int() }),
  }),
  contributions: z.array(
    z.object({
      organisation: Named,
      cells: z.partialRecord(ContributionKind, Cell),
      /** May the person who asks state it: as the organisation itself, or as the office with a source? */
      may: z.enum(['own', 'office']).nullable(),
    }),
  ),
  may: z.object({ search: z.boolean(), topics: z.boolean() }),
})
export type Completeness = z.infer<typeof Completeness>

const target = { target: 'body', params: z.object({ id: Id }) } as const
const text = (most: number) => z.string().trim().max(most)

export const completeness = contract({
  completeness: {
    method: 'GET',
    path: '/bodies/:id/completeness',
    summary: 'Which kinds of actors and which disciplines are missing in a body, and who brings what',
    who: 'signedIn',
    ...target,
    reply: Completeness,
  },
  contribute: {
    method: 'POST',
    path: '/bodies/:id/contributions',
    summary:
      'State what an organisation brings into the body: for itself, or as the office for another with its source; an empty text takes it back',
    who: 'signedIn',
    ...target,
    body: z.object({
      organisation: Id,
      kind: ContributionKind,
      text: text(1000),
      source: text(300).min(3).nullable().default(null),
    }),
    reply: z.object({}),
    refusals: ['ownWords'],
    journal: 'body.contributionStated',
    guard: 'key',
  },
  noteSearch: {
    method: 'POST',
    path: '/bodies/:id/missing-actors',
    summary: 'Note how the search for a missing kind of actor stands, or why it is not needed here',
    who: { as: ['chair', 'office'] },
    ...target,
    body: z.object({
      actor: ActorCode,
      state: SearchState,
      organisation: Id.nullable().default(null),
      note: text(1000).default(''),
    }),
    reply: z.object({}),
    refusals: ['whoMissing', 'whyMissing'],
    journal: 'body.searchNoted',
    guard: 'key',
  },
})
