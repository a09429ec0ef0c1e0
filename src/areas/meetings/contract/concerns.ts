// Anliegen: brought by a member or through the box of a body without an account. How one stands is computed from what followed, never typed in.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { MeetingStatus } from './shapes.ts'

const words = (most: number) => z.string().trim().max(most).default('')

export const ConcernContent = z.object({
  title: z.string().trim().min(3).max(200),
  text: z.string().trim().min(3).max(5000),
  targetGroup: words(200),
  areaName: words(200),
})
export type ConcernContent = z.infer<typeof ConcernContent>

const Closed = z.object({ on: Day, because: z.string() })
/** One time on an agenda: of which meeting, and what came out of it as far as everybody concerned may know. */
export const Treated = z.object({
  meeting: Id,
  title: z.string(),
  day: Day,
  status: MeetingStatus,
  result: z
    .object({
      released: z.boolean(),
      kind: z.enum(['noted', 'agreed', 'recommended', 'resolved']).nullable(),
      title: z.string().nullable(),
      measures: z.array(z.object({ agreedOn: Day, until: Day.nullable(), realisedOn: Day.nullable() })),
    })
    .nullable(),
})
export type Treated = z.infer<typeof Treated>

/** What is known of a concern; steps and state follow from it (`rules/impulses.ts`). */
export const Way = z.object({
  receivedOn: Day,
  /** Still in the box: it comes before the body within the hour. */
  waiting: z.boolean(),
  bundledOn: Day.nullable(),
  closed: Closed.nullable(),
  topic: z
    .object({ title: z.string(), ripe: z.boolean(), group: z.string().nullable(), closed: Closed.nullable() })
    .nullable(),
  items: z.array(Treated),
})
export type Way = z.infer<typeof Way>

export const ConcernLine = z.object({
  object: ObjectHead,
  /** The organisation that brought it; null: without a name, through the box. */
  from: Named.nullable(),
  topic: Named.nullable(),
  way: Way,
})
export type ConcernLine = z.infer<typeof ConcernLine>
export const Concern = ConcernLine.extend({
  text: z.string(),
  targetGroup: z.string(),
  areaName: z.string(),
  mayLead: z.boolean(),
})
export type Concern = z.infer<typeof Concern>

/** What whoever holds the code is shown. */
export const SentConcern = Way.extend({
  title: z.string(),
  text: z.string(),
  body: z.string(),
  invented: z.boolean(),
})
export type SentConcern = z.infer<typeof SentConcern>

export const BoxState = z.enum(['off', 'link', 'public'])
export type BoxState = z.infer<typeof BoxState>

const leads = { as: ['chair', 'office'] } as const
const member = { as: ['admin', 'head', 'planner', 'staff', 'chair', 'office', 'delegate', 'deputy'] } as const
const concern = { target: 'concern', params: z.object({ id: Id }), reply: Concern } as const
const body = { target: 'body', params: z.object({ id: Id }) } as const
const key = z.object({ key: z.string().min(20).max(100) })
const reason = z.string().trim().min(3).max(2000)
export const Code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{20}$/)

export const concerns = contract({
  bringConcern: {
    method: 'POST',
    path: '/concerns',
    summary: 'Bring a concern before a body, in the name of the own organisation; perhaps out of a meeting',
    who: member,
    body: ConcernContent.extend({ body: Id, meeting: Id.nullable().default(null) }),
    reply: Concern,
    refusals: ['notOfThisBody', 'otherMeeting'],
    journal: 'concern.brought',
    guard: 'key',
  },
  getConcern: {
    method: 'GET',
    path: '/concerns/:id',
    summary: 'A concern word for word, and what became of it',
    who: 'signedIn',
    ...concern,
  },
  bundleConcern: {
    method: 'PUT',
    path: '/concerns/:id/topic',
    summary: 'Put a concern into a topic, or take it out again (null); its own words stay as they are',
    who: leads,
    ...concern,
    body: z.object({ topic: Id.nullable() }),
    refusals: ['concernClosed', 'notBundled', 'otherTopic'],
    journal: 'concern.bundled',
    guard: 'ifMatch',
  },
  closeConcern: {
    method: 'PUT',
    path: '/concerns/:id/closing',
    summary: 'Close a concern that becomes no topic, with the reason; null opens it again',
    who: leads,
    ...concern,
    body: z.object({ because: reason.nullable() }),
    refusals: ['bundled', 'notClosed'],
    journal: 'concern.closed',
    guard: 'ifMatch',
  },
  setBox: {
    method: 'PUT',
    path: '/bodies/:id/box',
    summary:
      'Open or close the way for concerns without an account: by a link, or for everybody; `renew` ends the old link',
    who: leads,
    ...body,
    body: z.object({ state: BoxState, renew: z.boolean().default(false) }),
    reply: z.object({ state: BoxState, key: z.string().nullable() }),
    journal: 'body.boxSet',
    guard: { none: 'the last setting counts, and the same again changes nothing' },
  },
  boxByKey: {
    method: 'GET',
    path: '/boxes/:key',
    summary: 'Whose box a link leads to; opening it changes nothing',
    who: 'anyone',
    params: key,
    reply: z.object({ body: z.string(), invented: z.boolean() }),
  },
  dropConcern: {
    method: 'POST',
    path: '/boxes/:key/concerns',
    summary: 'Send a concern without an account and without a name; the sender keeps the code made for it',
    who: 'anyone',
    params: key,
    body: ConcernContent.extend({ code: Code }),
    reply: z.object({ kept: z.literal(true) }),
    refusals: ['boxClosed', 'boxFull'],
    journal: { none: 'nobody, not even the journal, holds who sent it' },
    guard: { none: 'the same code again is the same concern' },
  },
  concernByCode: {
    method: 'GET',
    path: '/concern-codes/:code',
    summary: 'What became of a concern, for whoever holds its code',
    who: 'anyone',
    params: z.object({ code: Code }),
    reply: SentConcern,
  },
})
