// The network of organisations as it follows from what they do together, and all bodies of an area side by side.
import { z } from 'zod'
import { Field, RelationKind } from '#areas/actors/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { actorCodes } from '../rules/actors.ts'

export const ActorCode = z.enum(actorCodes)

/** Why two organisations are tied directly. */
export const Tie = z.object({
  a: Id,
  b: Id,
  kind: z.enum(['measure', 'member', ...RelationKind.options]),
  /** The measure, where there is one. */
  object: Named.nullable(),
  about: z.string(),
  source: z.string().nullable(),
  since: Day.nullable(),
})
export type Tie = z.infer<typeof Tie>

export const NetworkNode = z.object({
  id: Id,
  title: z.string(),
  shortName: z.string().nullable(),
  kind: z.string().nullable(),
  side: z.enum(['public', 'free', 'other']).nullable(),
  areaKey: z.string().nullable(),
  fields: z.array(Field),
  /** With how many others it is tied. */
  degree: z.int(),
  /** On which share of the shortest ways between two others it lies: by steps, and by the strength of the ties. */
  between: z.number(),
  betweenByStrength: z.number(),
  /** Number of the part of the network to which it belongs. */
  part: z.int(),
})
export type NetworkNode = z.infer<typeof NetworkNode>

/** What all that meets in a body has in common: who sits, who has signed, who delivers figures to it. */
export const Hub = z.object({
  id: Id,
  title: z.string(),
  shortName: z.string(),
  areaKey: z.string().nullable(),
  topics: z.array(Field),
  members: z.array(Id),
  parties: z.array(Id),
  deliver: z.array(Id),
})
export type Hub = z.infer<typeof Hub>

/** Organisations named as an example, and how many there are. */
const Some = z.object({ names: z.array(Named), count: z.int() })

export const Network = z.object({
  nodes: z.array(NetworkNode),
  hubs: z.array(Hub),
  ties: z.array(Tie),
  /** Without this organisation, these parts would have no connection. */
  holds: z.array(z.object({ organisation: Named, between: z.array(Some) })),
  /** The only direct connection between two parts. */
  bridges: z.array(z.object({ a: Named, b: Named })),
  parts: z.array(Some),
  /** Kinds of actors that are nowhere in this network. */
  missing: z.array(ActorCode),
})
export type Network = z.infer<typeof Network>

export const DirectoryLine = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  areaKey: z.string().nullable(),
  mission: z.string(),
  topics: z.array(Field),
  members: z.array(Named),
  /** Meetings held in the last twelve months. */
  held: z.int(),
  nextMeeting: Day.nullable(),
  shownPublicly: z.boolean(),
})
export type DirectoryLine = z.infer<typeof DirectoryLine>

export const Load = z.object({
  organisation: Named,
  bodies: z.array(Named),
  /** Meetings of its bodies in the last twelve months. */
  meetings: z.int(),
  /** What it owes in its bodies within a year, before and after today. */
  duties: z.int(),
})
export type Load = z.infer<typeof Load>

export const OverlapLine = z.object({
  a: Named,
  b: Named,
  shared: z.array(Named),
  of: z.int(),
  topics: z.array(Field),
})

export const network = contract({
  network: {
    method: 'GET',
    path: '/network',
    summary:
      'How organisations are tied by what they do together and by what they state, always computed on the whole network',
    who: 'signedIn',
    reply: Network,
  },
  directory: {
    method: 'GET',
    path: '/directory',
    summary: 'All bodies of an area: topics, members, load of each organisation, overlaps that are worth a talk',
    who: 'signedIn',
    query: z.object({ area: z.string().max(8).optional(), topic: Field.optional() }),
    reply: z.object({ bodies: z.array(DirectoryLine), load: z.array(Load), overlaps: z.array(OverlapLine) }),
  },
  setTopics: {
    method: 'PUT',
    path: '/bodies/:id/topics',
    summary: 'Say what the body deals with, in the common words',
    who: { as: ['chair', 'office'] },
    target: 'body',
    params: z.object({ id: Id }),
    body: z.object({ topics: z.array(Field).max(13) }),
    reply: z.object({}),
    journal: 'body.topicsSet',
    guard: 'ifMatch',
  },
})
