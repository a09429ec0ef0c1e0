// Who there is and who acts for whom: organisations, their people, contacts and mandates, as data.
import { z } from 'zod'
import { Mandate } from '#kit/access/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { relations } from './contract/relations.ts'

export { ActorRole, Field, RelationKind } from './contract/relations.ts'

export const OrganisationKind = z.enum([
  'county',
  'city',
  'municipality',
  'district',
  'authority',
  'association',
  'provider',
  'unit',
  'initiative',
  'other',
])
export type OrganisationKind = z.infer<typeof OrganisationKind>
export const Side = z.enum(['public', 'free', 'other'])
export type Side = z.infer<typeof Side>
export const PrivacyLaw = z.enum(['DSGVO', 'KDG', 'DSG-EKD'])
export const HomeRole = z.enum(['admin', 'head', 'planner', 'checker', 'staff', 'counsellor'])
export type HomeRole = z.infer<typeof HomeRole>

const text = (most: number) => z.string().trim().max(most)
/** An empty field means: nothing. */
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? null : value), shape.nullable().default(null))
const Name = text(200).min(2)

export const Description = z.object({
  name: Name,
  shortName: optional(text(60)),
  kind: OrganisationKind,
  side: Side,
  legalForm: optional(text(100)),
  /** County or city (five digits) for which it is competent. */
  areaKey: optional(text(5)),
  privacyLaw: PrivacyLaw.default('DSGVO'),
  website: optional(z.url({ protocol: /^https?$/ }).max(300)),
  example: z.boolean().default(false),
  /** The organisation of which this is a department (kind unit) or to which it belongs. */
  parent: optional(Id),
})
export type Description = z.infer<typeof Description>

/** From when and until when somebody acts, and on what ground. `until` is the first day on which it no longer holds. */
export const Term = z.object({ from: Day, until: optional(Day), basis: text(500).min(3) })
export type Term = z.infer<typeof Term>

export const OrganisationLine = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string().nullable(),
  kind: OrganisationKind.nullable(),
  side: Side.nullable(),
  areaKey: z.string().nullable(),
  parent: Named.nullable(),
  example: z.boolean(),
  people: z.int(),
  bodies: z.array(Named),
})
export type OrganisationLine = z.infer<typeof OrganisationLine>

export const Contact = z.object({
  person: Named,
  deputy: Named.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  audience: z.enum(['members', 'public']),
  confirmedOn: Day,
})

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
  parent: Named.nullable(),
  units: z.array(Named),
  members: z.array(Named),
  formerNames: z.array(z.object({ name: z.string(), until: Day })),
  bodies: z.array(Named),
  people: z.array(z.object({ person: Named, mandates: z.array(Mandate) })),
  contact: Contact.nullable(),
  /** What the person who asks may do here. */
  may: z.object({ describe: z.boolean(), introduce: z.boolean(), grant: z.boolean() }),
})
export type Organisation = z.infer<typeof Organisation>

const target = { target: 'organisation', params: z.object({ id: Id }) } as const

const organisations = contract({
  organisations: {
    method: 'GET',
    path: '/organisations',
    summary: 'Organisations, searched by name and filtered by kind, side or umbrella',
    who: 'signedIn',
    query: z.object({
      search: text(100).optional(),
      kind: OrganisationKind.optional(),
      side: Side.optional(),
      parent: Id.optional(),
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
  nameContact: {
    method: 'PUT',
    path: '/organisations/:id/contact',
    summary: 'Name who answers for the organisation, and the deputy',
    who: { as: ['admin', 'head', 'planner'] },
    ...target,
    body: z.object({
      person: Id,
      deputy: optional(Id),
      email: optional(z.email().max(200)),
      phone: optional(text(60)),
      audience: z.enum(['members', 'public']).default('members'),
    }),
    reply: z.object({}),
    refusals: ['contactNotActing'],
    journal: 'organisation.contactNamed',
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
  ...relations,
}
