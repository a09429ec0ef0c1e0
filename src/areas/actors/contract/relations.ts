// How organisations say they are related, and what they are and deal with in common words.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'

export const RelationKind = z.enum([
  'cooperates',
  'refers',
  'funds',
  'commissions',
  'informs',
  'supervises',
  'influences',
])
export type RelationKind = z.infer<typeof RelationKind>

/** What kind of actor somebody is, beyond the legal kind: the groups that the handbook on social space orientation and the network meeting in the Harz name. */
export const ActorRole = z.enum([
  'socialOffice',
  'youthOffice',
  'healthOffice',
  'labour',
  'school',
  'church',
  'police',
  'healthCare',
  'politics',
  'welfare',
  'citizens',
  'selfHelp',
  'business',
  'freelance',
])
export type ActorRole = z.infer<typeof ActorRole>

/** What organisations and bodies deal with. */
export const Field = z.enum([
  'planning',
  'youth',
  'family',
  'education',
  'age',
  'care',
  'inclusion',
  'health',
  'poverty',
  'work',
  'housing',
  'integration',
  'counselling',
])
export type Field = z.infer<typeof Field>

const text = (most: number) => z.string().trim().max(most)

export const Relation = z.object({
  id: Id,
  organisation: Named,
  target: Named.nullable(),
  kind: RelationKind,
  about: z.string(),
  /** With an influence: the field to which the process belongs. */
  field: Field.nullable(),
  source: z.string(),
  statedBy: Named,
  statedOn: Day,
  from: Day,
  until: Day.nullable(),
  /** Either side may end it. */
  mayEnd: z.boolean(),
})
export type Relation = z.infer<typeof Relation>

const target = { target: 'organisation', params: z.object({ id: Id }) } as const

export const relations = contract({
  influences: {
    method: 'GET',
    path: '/influences',
    summary: 'Who influences what: stated influences that hold on a day, by words of the process and by field',
    who: 'signedIn',
    query: z.object({ search: text(100).optional(), field: Field.optional(), on: Day.optional() }),
    reply: z.object({ influences: z.array(Relation) }),
  },
  relations: {
    method: 'GET',
    path: '/organisations/:id/relations',
    summary: 'How this organisation is related as it or the other side states, and what it is and deals with',
    who: 'signedIn',
    ...target,
    reply: z.object({
      relations: z.array(Relation),
      roles: z.array(ActorRole),
      fields: z.array(Field),
      mayTag: z.boolean(),
      mayState: z.boolean(),
    }),
  },
  stateRelation: {
    method: 'POST',
    path: '/organisations/:id/relations',
    summary:
      'State how this organisation is related to another, or which process it influences; one of the two says so, with the source',
    who: 'signedIn',
    ...target,
    body: z.object({
      target: Id.nullable().default(null),
      kind: RelationKind,
      about: text(200).default(''),
      field: Field.nullable().default(null),
      source: text(500).min(3),
      from: Day.optional(),
    }),
    reply: z.object({ relation: Id }),
    refusals: ['relationThere', 'relationToItself', 'relationInFuture', 'fieldOfInfluence'],
    journal: 'organisation.relationStated',
    guard: 'key',
  },
  endRelation: {
    method: 'POST',
    path: '/organisations/:id/relations/:relation/end',
    summary: 'End a stated relation; it stays with its end',
    who: 'signedIn',
    target: 'organisation',
    params: z.object({ id: Id, relation: Id }),
    body: z.object({ until: Day.optional() }),
    reply: z.object({}),
    refusals: ['relationOver'],
    journal: 'organisation.relationEnded',
    guard: 'key',
  },
  tag: {
    method: 'POST',
    path: '/organisations/:id/tags',
    summary: 'Say what kind of actor the organisation is and what it deals with; replaces what was said before',
    who: 'signedIn',
    ...target,
    body: z.object({ roles: z.array(ActorRole).max(14), fields: z.array(Field).max(13) }),
    reply: z.object({}),
    journal: 'organisation.tagged',
    guard: 'key',
  },
})
