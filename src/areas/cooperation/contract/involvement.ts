// Who is to be involved in a body, a need, a measure or a plan: what organisations bring, what was promised, what really is, and who is still asked.
import { z } from 'zod'
import { Field } from '#areas/actors/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { actorCodes, actorGroups } from '../rules/actors.ts'

const ActorCode = z.enum(actorCodes)
export const Degree = z.enum(['high', 'medium', 'low'])
export type Degree = z.infer<typeof Degree>
export const InvolvementState = z.enum(['asked', 'promised', 'involved', 'left'])
export type InvolvementState = z.infer<typeof InvolvementState>
/** What is there without anybody having said so: a seat in the body, or a joint measure. */
export const Really = z.enum(['member', 'guest', 'measure'])

export const Voice = z.object({
  influence: Degree.nullable(),
  interest: Degree.nullable(),
  contribution: z.string(),
  state: InvolvementState.nullable(),
  /** Null: the organisation itself. */
  source: z.string().nullable(),
  on: Day,
})
export type Voice = z.infer<typeof Voice>

export const Involved = z.object({
  organisation: Named,
  own: Voice.nullable(),
  others: Voice.nullable(),
  influence: Degree.nullable(),
  interest: Degree.nullable(),
  contribution: z.string(),
  state: InvolvementState.nullable(),
  really: z.array(Really),
  /** Promised, and nothing of it is there yet. */
  gap: z.boolean(),
  /** As whom the reader may say something. */
  may: z.enum(['own', 'others']).nullable(),
})
export type Involved = z.infer<typeof Involved>

export const Involvement = z.object({
  about: Named,
  body: Named,
  topics: z.array(Field),
  /** The topics are those of the body, because nothing narrower was said. */
  topicsOfBody: z.boolean(),
  actors: z.array(
    z.object({
      actor: ActorCode,
      group: z.enum(actorGroups),
      usual: z.boolean(),
      by: z.array(Named),
      /** Who was asked and has not answered yet. */
      asked: z.array(z.object({ organisation: Named, on: Day })),
      declined: z.array(Named),
    }),
  ),
  organisations: z.array(Involved),
  may: z.object({ state: z.boolean(), offer: z.boolean() }),
})
export type Involvement = z.infer<typeof Involvement>

const text = (most: number) => z.string().trim().max(most)
const about = { target: '*', params: z.object({ id: Id }) } as const

export const involvement = contract({
  involvement: {
    method: 'GET',
    path: '/involvement/:id',
    summary:
      'Who belongs to what is dealt with in a body, who is missing and what each would bring, what was promised and what really is',
    who: 'signedIn',
    ...about,
    reply: Involvement,
  },
  stateInvolvement: {
    method: 'POST',
    path: '/involvement/:id/statements',
    summary:
      'Say how an organisation is involved: about the own without a source, about others with one. An empty statement takes it back',
    who: 'signedIn',
    ...about,
    body: z.object({
      organisation: Id,
      influence: Degree.nullable().default(null),
      interest: Degree.nullable().default(null),
      contribution: text(1000).default(''),
      state: InvolvementState.nullable().default(null),
      source: text(300).min(3).nullable().default(null),
    }),
    reply: z.object({}),
    refusals: ['notAnalysed', 'sourceMissing', 'onlyOutside'],
    journal: 'involvement.stated',
    guard: 'key',
  },
  setSubject: {
    method: 'POST',
    path: '/involvement/:id/topics',
    summary: 'Say what a need or a measure deals with, where that is narrower than its body; none: as its body',
    who: 'signedIn',
    ...about,
    body: z.object({ topics: z.array(Field).max(13) }),
    reply: z.object({}),
    refusals: ['notAnalysed'],
    journal: 'involvement.topicsSet',
    guard: 'key',
  },
  offerSeat: {
    method: 'POST',
    path: '/involvement/:id/offers',
    summary: 'As chair or office, ask an organisation to take part: as a member or as a guest',
    who: 'signedIn',
    ...about,
    body: z.object({ organisation: Id, actor: ActorCode, guest: z.boolean(), text: text(1000).min(10) }),
    reply: z.object({ id: Id }),
    refusals: ['notAnalysed', 'seatTwice', 'offerThere', 'bodyOver'],
    journal: 'body.seatOffered',
    guard: 'key',
  },
})
