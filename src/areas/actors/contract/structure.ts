// How organisations hang together and change: memberships, departments, areas, mergers, ends; and what was true on a day.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { Competence, Description, optional, Signing, text } from './kinds.ts'

const target = { target: 'organisation', params: z.object({ id: Id }) } as const
const Kind = z.enum(['unit', 'member'])
const Span = { from: Day.nullable(), until: Day.nullable() }

/** Somebody who is represented: directly or through a member. */
export const Represented = z.object({
  organisation: Named,
  via: Named,
  kind: Kind,
  depth: z.int(),
  ...Span,
  nameThen: z.string(),
})
export type Represented = z.infer<typeof Represented>

export const OrganisationOn = z.object({
  day: Day,
  name: z.string(),
  exists: z.boolean(),
  belongsTo: z.array(z.object({ organisation: Named, kind: Kind, ...Span })),
  represents: z.array(Represented),
  areas: z.array(Competence),
  heads: z.array(z.object({ person: Named, from: Day, until: Day.nullable() })),
})
export type OrganisationOn = z.infer<typeof OrganisationOn>

/** What happened on a day; `other` is the organisation on the other side, `note` a name, an area or a reason. */
export const Event = z.object({
  day: Day,
  kind: z.enum([
    'named',
    'joined',
    'left',
    'becameUnit',
    'wasUnit',
    'memberCame',
    'memberWent',
    'unitCame',
    'unitWent',
    'area',
    'areaEnded',
    'wentInto',
    'cameFrom',
    'dissolved',
  ]),
  other: Named.nullable(),
  note: z.string().nullable(),
})
export type Event = z.infer<typeof Event>

export const structure = contract({
  organisationOn: {
    method: 'GET',
    path: '/organisations/:id/on',
    summary: 'An organisation on a day: name, whom it represents, where it belongs, areas, heads',
    who: 'signedIn',
    ...target,
    query: z.object({ day: Day.optional() }),
    reply: OrganisationOn,
  },
  organisationEvents: {
    method: 'GET',
    path: '/organisations/:id/events',
    summary: 'What became of an organisation: names, memberships, areas, mergers, newest first',
    who: 'signedIn',
    ...target,
    reply: z.object({ events: z.array(Event) }),
  },
  join: {
    method: 'POST',
    path: '/organisations/:id/memberships',
    summary: 'An organisation becomes a member or a department of another, from a day',
    who: 'signedIn',
    ...target,
    body: z.object({ parent: Id, kind: Kind, from: optional(Day), until: optional(Day) }),
    reply: z.object({}),
    refusals: ['alreadyMember', 'foreignParent', 'circle', 'backwards'],
    journal: 'organisation.joined',
    guard: 'key',
  },
  leave: {
    method: 'POST',
    path: '/organisations/:id/memberships/end',
    summary: 'A membership ends on a day; either side can say so',
    who: 'signedIn',
    ...target,
    body: z.object({ parent: Id, until: Day }),
    reply: z.object({}),
    refusals: ['notMember', 'endBeforeBeginning'],
    journal: 'organisation.left',
    guard: 'key',
  },
  addArea: {
    method: 'POST',
    path: '/organisations/:id/areas',
    summary: 'An organisation works in an area, from a day',
    who: 'signedIn',
    ...target,
    body: z.object({ key: text(12).min(2), name: optional(text(120)), from: optional(Day), until: optional(Day) }),
    reply: z.object({ key: z.string() }),
    refusals: ['areaThere', 'backwards'],
    journal: 'organisation.areaAdded',
    guard: 'key',
  },
  endArea: {
    method: 'POST',
    path: '/organisations/:id/areas/end',
    summary: 'An organisation works in an area no longer, from a day',
    who: 'signedIn',
    ...target,
    body: z.object({ key: text(12).min(2), until: Day }),
    reply: z.object({}),
    refusals: ['areaNotThere', 'endBeforeBeginning'],
    journal: 'organisation.areaEnded',
    guard: 'key',
  },
  succeed: {
    method: 'POST',
    path: '/organisations/:id/successors',
    summary:
      'An organisation goes into another (merger) or into several (split), on a day; it ends with it unless it continues',
    who: 'signedIn',
    ...target,
    body: z.object({
      successors: z.array(Id).min(1).max(20),
      day: Day,
      because: text(500).min(3),
      continues: z.boolean().default(false),
    }),
    reply: z.object({}),
    refusals: ['foreignSuccessor', 'alreadyOver', 'inFuture', 'alreadySuccessor', 'undescribed'],
    journal: 'organisation.merged',
    guard: 'key',
  },
  dissolve: {
    method: 'POST',
    path: '/organisations/:id/end',
    summary: 'An organisation is dissolved on a day, or is not after all (day null); its history stays',
    who: 'signedIn',
    ...target,
    body: z.object({ day: optional(Day), because: optional(text(500)) }),
    reply: z.object({}),
    refusals: ['hasSuccessor', 'undescribed'],
    journal: 'organisation.dissolved',
    guard: 'key',
  },
  signing: {
    method: 'POST',
    path: '/organisations/:id/signing',
    summary: 'Whether the heads of an organisation sign each alone or only together',
    who: 'signedIn',
    ...target,
    body: z.object({ signing: Signing }),
    reply: z.object({}),
    refusals: ['undescribed'],
    journal: 'organisation.signingSaid',
    guard: 'key',
  },
  correct: {
    method: 'POST',
    path: '/organisations/:id/correction',
    summary: 'Correct what one has entered, while nobody is at home there, or an own department',
    who: 'signedIn',
    ...target,
    body: Description.extend({ since: Day.optional() }),
    reply: z.object({ id: Id }),
    refusals: ['nameTaken', 'foreignParent', 'sinceInFuture'],
    journal: 'organisation.described',
    guard: 'key',
  },
})
