// Working groups for a time: the mandate that a body gives, the group that rests on it, its reports, its renewal and its end.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'

const text = (most: number) => z.string().trim().max(most)

/** What the chairs release: the whole mandate of a group, word for word. */
export const GroupMandate = z.object({
  name: text(200).min(3),
  shortName: text(60).min(2),
  task: text(4000).min(3),
  result: text(2000).min(3),
  /** The organisation that leads, and the person who does, where already known. */
  lead: Id,
  leader: Id.nullable().default(null),
  members: z
    .array(z.object({ organisation: Id, guest: z.boolean().default(false) }))
    .max(100)
    .default([]),
  /** The first day on which the group is no more. */
  until: Day,
  /** Months between reports; a last one is always owed at the end. */
  reportEvery: z.int().min(1).max(24).nullable().default(null),
})
export type GroupMandate = z.infer<typeof GroupMandate>

export const GroupState = z.enum(['proposed', 'decided', 'running', 'ending', 'closed'])
export type GroupState = z.infer<typeof GroupState>

export const GroupLine = z.object({
  /** The body of the group; null: not opened yet. */
  body: Id.nullable(),
  mandate: Id,
  name: z.string(),
  task: z.string(),
  lead: Named,
  until: Day,
  state: GroupState,
  /** A new edition waits for the keys: a change before the opening, or a renewal. */
  waiting: z.boolean(),
  /** For a tree: how deep under the body that was asked for. */
  depth: z.int(),
})
export type GroupLine = z.infer<typeof GroupLine>

export const GroupPage = z.object({
  parent: Named.nullable(),
  mandate: Id.nullable(),
  task: z.string(),
  result: z.string(),
  lead: Named,
  until: Day,
  state: GroupState,
  reportEvery: z.int().nullable(),
  reports: z.array(z.object({ id: Id, day: Day, title: z.string(), text: z.string() })),
  /** People whose mandate ends before the group does, because it was renewed. */
  ending: z.array(z.object({ person: Named, organisation: Named, until: Day })),
  may: z.object({ report: z.boolean(), prolong: z.boolean() }),
})
export type GroupPage = z.infer<typeof GroupPage>

export const ShownMandate = z.object({
  head: ObjectHead,
  edition: z.int(),
  content: GroupMandate,
  lead: Named,
  leader: Named.nullable(),
  members: z.array(z.object({ organisation: Named, guest: z.boolean() })),
  group: Id.nullable(),
  /** The edition that the group rests on. */
  inForce: z.int().nullable(),
  state: GroupState,
  waiting: z.boolean(),
  editions: z.array(z.object({ number: z.int(), day: Day, until: Day, released: z.boolean() })),
  concluding: z.boolean(),
  may: z.object({ change: z.boolean(), open: z.boolean(), conclude: z.boolean() }),
})
export type ShownMandate = z.infer<typeof ShownMandate>

const runners = { as: ['chair', 'office'] } as const
const body = { target: 'body', params: z.object({ id: Id }) } as const
const mandate = { target: 'groupMandate', params: z.object({ id: Id }) } as const

export const groups = contract({
  groups: {
    method: 'GET',
    path: '/bodies/:id/groups',
    summary: 'The working groups of a body, as a tree; and, where the body is one itself, its own mandate',
    who: 'signedIn',
    ...body,
    reply: z.object({ own: GroupPage.nullable(), groups: z.array(GroupLine), may: z.object({ propose: z.boolean() }) }),
  },
  proposeGroup: {
    method: 'POST',
    path: '/bodies/:id/groups',
    summary: 'Write the mandate of a working group; it exists once the chairs have released it and somebody opens it',
    who: runners,
    ...body,
    body: GroupMandate,
    reply: z.object({ id: Id }),
    refusals: ['bodyThere', 'groupOver', 'bodyOver', 'leaderOfOther'],
    journal: 'groupMandate.proposed',
    guard: 'key',
  },
  groupMandate: {
    method: 'GET',
    path: '/group-mandates/:id',
    summary: 'The mandate of a working group with its editions',
    who: 'signedIn',
    ...mandate,
    reply: ShownMandate,
  },
  changeGroup: {
    method: 'PUT',
    path: '/group-mandates/:id',
    summary: 'Propose the next edition: a change before the group begins, a renewal afterwards',
    who: runners,
    ...mandate,
    body: GroupMandate,
    reply: z.object({ edition: z.int() }),
    refusals: ['bodyThere', 'groupOver', 'groupClosed', 'leaderOfOther'],
    journal: 'groupMandate.changed',
    guard: 'ifMatch',
  },
  openGroup: {
    method: 'POST',
    path: '/group-mandates/:id/opening',
    summary: 'Open the group that the chairs have released',
    who: runners,
    ...mandate,
    reply: z.object({ id: Id }),
    refusals: ['groupNotReleased', 'groupOpen', 'groupOver', 'bodyThere', 'openAtHome'],
    journal: 'group.opened',
    guard: 'key',
  },
  concludeGroup: {
    method: 'POST',
    path: '/group-mandates/:id/conclusion',
    summary: 'Say that the group ends as its mandate says and is not renewed',
    who: runners,
    ...mandate,
    reply: z.object({}),
    refusals: ['groupClosed', 'groupNotOpen', 'groupNotEnding'],
    journal: 'groupMandate.concluded',
    guard: 'key',
  },
  reportGroup: {
    method: 'POST',
    path: '/bodies/:id/reports',
    summary: 'Report to the body that set up the group',
    who: 'signedIn',
    ...body,
    body: z.object({ text: text(20_000).min(10) }),
    reply: z.object({ id: Id }),
    refusals: ['noGroup', 'groupClosed'],
    journal: 'group.reported',
    guard: 'key',
  },
  prolongGroup: {
    method: 'POST',
    path: '/bodies/:id/prolongation',
    summary: 'After a renewal: let those whom one may send act until the new end',
    who: 'signedIn',
    ...body,
    reply: z.object({ prolonged: z.int(), left: z.int() }),
    refusals: ['noGroup', 'groupClosed', 'nothingToProlong'],
    journal: 'group.prolonged',
    guard: 'key',
  },
})
