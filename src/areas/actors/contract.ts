// Who there is and who acts for whom: organisations, their people, contacts and mandates, as data.
import { z } from 'zod'
import { Mandate } from '#kit/access/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { contacts } from './contract/contacts.ts'
import {
  Competence,
  Description,
  Discipline,
  HomeRole,
  Level,
  Name,
  OrganisationKind,
  optional,
  PrivacyLaw,
  Side,
  Signing,
  Term,
  text,
} from './contract/kinds.ts'
import { lists } from './contract/lists.ts'
import { positions } from './contract/positions.ts'
import { relations } from './contract/relations.ts'
import { structure } from './contract/structure.ts'
import { responsibility } from './contract/tasks.ts'

export { fieldOf } from './contract/fields.ts'
export * from './contract/kinds.ts'
export { ActorRole, Field, RelationKind } from './contract/relations.ts'

export const OrganisationLine = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string().nullable(),
  kind: OrganisationKind.nullable(),
  side: Side.nullable(),
  level: Level.nullable(),
  disciplines: z.array(Discipline),
  areaKey: z.string().nullable(),
  parent: Named.nullable(),
  example: z.boolean(),
  dissolvedOn: Day.nullable(),
  people: z.int(),
  bodies: z.array(Named),
})
export type OrganisationLine = z.infer<typeof OrganisationLine>

export const Contact = z.object({
  person: Named,
  deputy: Named.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  deputyEmail: z.string().nullable(),
  deputyPhone: z.string().nullable(),
  hours: z.string().nullable(),
  /** Within how many working days the organisation promises to answer. */
  replyDays: z.int().nullable(),
  confirmMonths: z.int(),
  audience: z.enum(['members', 'public']),
  /** Null: named, but not confirmed by the person yet. */
  confirmedOn: Day.nullable(),
  namedOn: Day,
  /** The named person has left; the deputy answers. */
  handedOver: z.boolean(),
  /** Not there today, as those who work with the person know; and who answers instead. */
  away: z.boolean(),
  standIn: Named.nullable(),
  /** The last day until which the confirmation is fresh. */
  freshUntil: Day,
  fresh: z.boolean(),
})
export type Contact = z.infer<typeof Contact>

export const Organisation = z.object({
  head: ObjectHead,
  kind: OrganisationKind.nullable(),
  side: Side.nullable(),
  shortName: z.string().nullable(),
  legalForm: z.string().nullable(),
  areaKey: z.string().nullable(),
  privacyLaw: PrivacyLaw.nullable(),
  website: z.string().nullable(),
  example: z.boolean(),
  level: Level.nullable(),
  disciplines: z.array(Discipline),
  signing: Signing,
  heads: z.array(Named),
  areas: z.array(Competence),
  dissolvedOn: Day.nullable(),
  dissolvedBecause: z.string().nullable(),
  parent: Named.nullable(),
  units: z.array(Named),
  members: z.array(Named),
  successors: z.array(z.object({ organisation: Named, day: Day })),
  predecessors: z.array(z.object({ organisation: Named, day: Day })),
  formerNames: z.array(z.object({ name: z.string(), until: Day })),
  bodies: z.array(Named),
  people: z.array(z.object({ person: Named, mandates: z.array(Mandate) })),
  contact: Contact.nullable(),
  /** What the person who asks may do here. */
  may: z.object({
    describe: z.boolean(),
    /** Describes it from outside: its maker while nobody is at home there, or the organisation of which it is a department. */
    correct: z.boolean(),
    introduce: z.boolean(),
    grant: z.boolean(),
    sign: z.boolean(),
    confirmContact: z.boolean(),
  }),
})
export type Organisation = z.infer<typeof Organisation>

const target = { target: 'organisation', params: z.object({ id: Id }) } as const

const organisations = contract({
  organisations: {
    method: 'GET',
    path: '/organisations',
    summary: 'Organisations, searched by name and filtered by kind, side, level, discipline, area or umbrella',
    who: 'signedIn',
    query: z.object({
      search: text(100).optional(),
      kind: OrganisationKind.optional(),
      side: Side.optional(),
      parent: Id.optional(),
      level: Level.optional(),
      discipline: Discipline.optional(),
      /** The beginning of an official key: what works there, in a part of it or in more than it. */
      area: text(8).optional(),
      /** Also those that are no more. */
      former: z.stringbool().optional(),
    }),
    reply: z.object({ organisations: z.array(OrganisationLine) }),
  },
  organisation: {
    method: 'GET',
    path: '/organisations/:id',
    summary: 'An organisation with its departments, people, bodies and contact',
    who: 'signedIn',
    ...target,
    reply: Organisation,
  },
  makeOrganisation: {
    method: 'POST',
    path: '/organisations',
    summary: 'Enter an organisation that is not there yet',
    who: { as: ['admin', 'planner'] },
    body: Description,
    reply: z.object({ id: Id }),
    refusals: ['nameTaken', 'foreignParent'],
    journal: 'organisation.made',
    guard: 'key',
  },
  describe: {
    method: 'PUT',
    path: '/organisations/:id',
    summary: 'Say what an organisation is; a new name holds from a day and keeps the old one',
    who: { as: ['admin', 'head', 'planner'] },
    ...target,
    body: Description.extend({ since: Day.optional() }),
    reply: z.object({ id: Id }),
    refusals: ['nameTaken', 'foreignParent', 'sinceInFuture'],
    journal: 'organisation.described',
    guard: 'ifMatch',
  },
  introduce: {
    method: 'POST',
    path: '/organisations/:id/persons',
    summary: 'Enter a person of an organisation, with mandates at home and an invitation by mail',
    who: 'signedIn',
    ...target,
    body: z.object({
      name: Name,
      email: optional(z.email().max(200)),
      mandates: z
        .array(Term.extend({ role: HomeRole }))
        .max(6)
        .default([]),
    }),
    reply: z.object({ person: Id, mandates: z.array(Id) }),
    refusals: ['personThere', 'emailTaken', 'mandateOver', 'invitationNeedsMandate'],
    journal: 'person.introduced',
    guard: 'key',
  },
  grant: {
    method: 'POST',
    path: '/organisations/:id/mandates',
    summary: 'Let a person act for the organisation in a role, from a day until a day',
    who: 'signedIn',
    ...target,
    body: Term.extend({ person: Id, role: HomeRole }),
    reply: z.object({ mandate: Id }),
    refusals: ['mandateOver', 'alreadyHolds'],
    journal: 'mandate.granted',
    guard: 'key',
  },
  endMandate: {
    method: 'POST',
    path: '/mandates/:id/end',
    summary: 'End a mandate: the right ends with it',
    who: 'signedIn',
    params: z.object({ id: Id }),
    body: z.object({ until: Day.optional(), because: text(500).min(3) }),
    reply: z.object({ mandate: Id.nullable() }),
    refusals: ['alreadyEnded', 'lastAdmin', 'endBeforeToday'],
    journal: 'mandate.ended',
    guard: 'key',
  },
})

export const actors = {
  ...organisations,
  ...structure,
  ...contacts,
  ...lists,
  ...positions,
  ...responsibility,
  ...relations,
}
