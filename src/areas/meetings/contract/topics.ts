// Themen: concerns bundled without loss, waiting in the backlog of a body or of one of its working groups until they come onto an agenda.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { BoxState, ConcernLine, Treated } from './concerns.ts'
import { Level } from './shapes.ts'

const words = (most: number) => z.string().trim().max(most).default('')

export const TopicContent = z.object({
  title: z.string().trim().min(3).max(200),
  description: words(5000),
  targetGroup: words(200),
  level: Level,
})
export type TopicContent = z.infer<typeof TopicContent>

/** Why a topic is proposed, in the order in which it counts. */
export const Ground = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('focus'), word: z.string() }),
  z.object({ kind: z.literal('ripe') }),
  z.object({ kind: z.literal('unfinished'), meeting: z.string() }),
  z.object({ kind: z.literal('waited'), meetings: z.int() }),
  z.object({ kind: z.literal('raised'), because: z.string() }),
])
export type Ground = z.infer<typeof Ground>

export const TopicLine = z.object({
  object: ObjectHead,
  level: Level,
  targetGroup: z.string(),
  /** Where it waits. */
  at: Named,
  ripe: z.boolean(),
  /** Raised to the body with this reason; an operative topic comes before the plenary by no other way. */
  raised: z.string().nullable(),
  closed: z.object({ on: Day, because: z.string() }).nullable(),
  concerns: z.int(),
  /** Meetings of the body where it waits that were held since it came there. */
  waited: z.int(),
  items: z.array(Treated),
  /** Organisations that brought one of its concerns, or said that they stand behind it. */
  sponsors: z.array(Named),
})
export type TopicLine = z.infer<typeof TopicLine>

export const TopicMove = z.object({ from: Named, to: Named, reason: z.string(), on: Day, by: Named })
export const Topic = TopicLine.extend({
  description: z.string(),
  bundled: z.array(ConcernLine.extend({ text: z.string() })),
  moves: z.array(TopicMove),
  /** Working groups to which it can be handed now. */
  groups: z.array(Named),
  may: z.object({
    change: z.boolean(),
    ripen: z.boolean(),
    move: z.boolean(),
    sponsor: z.boolean(),
    unsponsor: z.boolean(),
  }),
})
export type Topic = z.infer<typeof Topic>

export const Backlog = z.object({
  body: Named,
  /** How concerns come in without an account; the link where there is one. */
  box: z.object({ state: BoxState, key: z.string().nullable() }),
  focus: z.array(z.string()),
  concerns: z.array(ConcernLine),
  topics: z.array(TopicLine),
  mayLead: z.boolean(),
  mayBring: z.boolean(),
})
export type Backlog = z.infer<typeof Backlog>

const leads = { as: ['chair', 'office'] } as const
const body = { target: 'body', params: z.object({ id: Id }) } as const
const topic = { target: 'topic', params: z.object({ id: Id }), reply: Topic } as const
const reason = z.string().trim().min(3).max(2000)
const sameAgain = { none: 'the same again changes nothing' } as const

export const topics = contract({
  proposedItems: {
    method: 'GET',
    path: '/meetings/:id/proposals',
    summary:
      'What is due and stands on no agenda yet (elections), and which topics are proposed, in the order of the focus, each with why',
    who: 'signedIn',
    target: 'meeting',
    params: z.object({ id: Id }),
    reply: z.object({
      proposals: z.array(z.object({ title: z.string(), concerning: Id.nullable() })),
      topics: z.array(z.object({ topic: Named, level: Level, grounds: z.array(Ground) })),
    }),
  },
  getBacklog: {
    method: 'GET',
    path: '/bodies/:id/backlog',
    summary: 'Concerns and topics of a body, each with its state, also those of other bodies that wait here',
    who: 'signedIn',
    ...body,
    reply: Backlog,
  },
  setFocus: {
    method: 'PUT',
    path: '/bodies/:id/focus',
    summary: 'Say on what the body puts its weight: few words, the first counts most',
    who: leads,
    ...body,
    body: z.object({ words: z.array(z.string().trim().min(3).max(60)).max(7) }),
    reply: z.object({ focus: z.array(z.string()) }),
    journal: 'body.focusSet',
    guard: { none: 'the last list counts, and the same again changes nothing' },
  },
  makeTopic: {
    method: 'POST',
    path: '/topics',
    summary: 'Make a topic in the backlog of a body, perhaps out of concerns',
    who: leads,
    body: TopicContent.extend({ body: Id, concerns: z.array(Id).max(100).default([]) }),
    reply: Topic,
    refusals: ['concernClosed', 'otherConcern', 'alreadyBundled'],
    journal: 'topic.made',
    guard: 'key',
  },
  getTopic: {
    method: 'GET',
    path: '/topics/:id',
    summary: 'A topic with its concerns, who stands behind it, where it was and what became of it',
    who: 'signedIn',
    ...topic,
  },
  changeTopic: {
    method: 'PUT',
    path: '/topics/:id',
    summary: 'Change the words or the level of a topic',
    who: leads,
    ...topic,
    body: TopicContent,
    refusals: ['topicClosed'],
    journal: 'topic.changed',
    guard: 'ifMatch',
  },
  closeTopic: {
    method: 'PUT',
    path: '/topics/:id/closing',
    summary: 'Close a topic with the reason; null opens it again',
    who: leads,
    ...topic,
    body: z.object({ because: reason.nullable() }),
    refusals: ['onAgenda', 'notClosed', 'topicClosed'],
    journal: 'topic.closed',
    guard: 'ifMatch',
  },
  ripenTopic: {
    method: 'PUT',
    path: '/topics/:id/ripeness',
    summary: 'Say, where it waits, that a topic can come onto an agenda, or that it cannot yet',
    who: 'signedIn',
    ...topic,
    body: z.object({ ripe: z.boolean() }),
    refusals: ['topicClosed'],
    journal: 'topic.ripened',
    guard: sameAgain,
  },
  sponsorTopic: {
    method: 'PUT',
    path: '/topics/:id/sponsorship',
    summary: 'Say for the own organisation that it stands behind a topic, or no longer',
    who: 'signedIn',
    ...topic,
    body: z.object({ sponsoring: z.boolean() }),
    refusals: ['topicClosed'],
    journal: 'topic.sponsored',
    guard: sameAgain,
  },
  moveTopic: {
    method: 'POST',
    path: '/topics/:id/moves',
    summary: 'Hand a topic to a working group, or raise it to the body, each with the reason',
    who: 'signedIn',
    ...topic,
    body: z.object({ to: Id, reason }),
    refusals: ['topicClosed', 'noSuchGroup', 'onAgenda'],
    journal: 'topic.moved',
    guard: 'key',
  },
})
