// Seats over time: who sits where on a day, letters of delegation, two seats that coincide, and the end of a body.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { BodyRole } from './bodies.ts'

const text = (most: number) => z.string().trim().max(most)
const empty = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? null : value), shape.nullable().default(null))

export const Represented = z.object({
  person: Named,
  role: BodyRole,
  from: Day,
  until: Day.nullable(),
  basis: z.string(),
})
export const SeatOnDay = z.object({
  id: Id,
  organisation: Named,
  /** As it was called on that day. */
  unit: Named.nullable(),
  side: z.enum(['public', 'free', 'other']).nullable(),
  constituency: z.string().nullable(),
  voting: z.boolean(),
  guest: z.boolean(),
  people: z.array(Represented),
})
export type SeatOnDay = z.infer<typeof SeatOnDay>

export const SeatPast = z.object({
  id: Id,
  organisation: Named,
  unit: Named.nullable(),
  voting: z.boolean(),
  guest: z.boolean(),
  from: Day,
  until: Day.nullable(),
  because: z.string().nullable(),
  /** It goes on as this seat of the successor. */
  continuedBy: Named.nullable(),
})
export type SeatPast = z.infer<typeof SeatPast>

export const DelegationIn = z.object({
  organisation: Id,
  person: Id,
  deputy: empty(Id),
  from: Day,
  until: empty(Day),
  signedBy: text(200).min(2),
  signedOn: Day,
  /** Only the office, for another organisation: from where it knows of the letter. */
  source: empty(text(300).min(3)),
})
export const Delegation = z.object({
  head: ObjectHead,
  organisation: Named,
  person: Named,
  deputy: Named.nullable(),
  from: Day,
  until: Day.nullable(),
  signedBy: z.string(),
  signedOn: Day,
  source: z.string().nullable(),
  ended: z.boolean(),
})
export type Delegation = z.infer<typeof Delegation>

export const Dissolution = z.object({ id: Id, day: Day, because: z.string(), released: z.boolean() })

const body = { target: 'body', params: z.object({ id: Id }) } as const
const runners = { as: ['chair', 'office'] } as const

export const seats = contract({
  representation: {
    method: 'GET',
    path: '/bodies/:id/representation',
    summary: 'Who speaks for whom on a day: every seat of that day with the people sent to it',
    who: 'signedIn',
    ...body,
    query: z.object({ on: Day.optional() }),
    reply: z.object({
      on: Day,
      /** Whether the body was there on that day. */
      there: z.boolean(),
      seats: z.array(SeatOnDay),
      /** People without a seat: the office, and guests of organisations that have none. */
      others: z.array(Represented.extend({ organisation: Named })),
    }),
  },
  seatHistory: {
    method: 'GET',
    path: '/bodies/:id/seats',
    summary: 'All seats of a body, also those that have ended or moved to a successor; and what is to be settled',
    who: 'signedIn',
    ...body,
    reply: z.object({
      seats: z.array(SeatPast),
      /** Two seats that coincide since a merger: a question to the office. */
      doubles: z.array(z.object({ seat: Id, other: Id, name: z.string(), since: Day })),
      dissolution: Dissolution.nullable(),
      dissolvedOn: Day.nullable(),
      may: z.object({ run: z.boolean() }),
    }),
  },
  keepSeat: {
    method: 'POST',
    path: '/bodies/:id/seats/:seat/keep',
    summary: 'Say that both of two seats that coincide stay',
    who: runners,
    target: 'body',
    params: z.object({ id: Id, seat: Id }),
    reply: z.object({}),
    refusals: ['nothingDouble'],
    journal: 'body.seatKept',
    guard: 'key',
  },
  delegate: {
    method: 'POST',
    path: '/bodies/:id/delegations',
    summary: 'Enter a letter of delegation: it sends a person, and perhaps a deputy, to the seat of the sender',
    who: 'signedIn',
    ...body,
    body: DelegationIn,
    reply: z.object({ id: Id }),
    refusals: ['notMember', 'over', 'holdsAlready', 'dayInFuture', 'sendsItself', 'bodyOver', 'deputyIsPerson'],
    journal: 'delegation.entered',
    guard: 'key',
  },
  delegations: {
    method: 'GET',
    path: '/bodies/:id/delegations',
    summary: 'The letters of delegation of a body',
    who: 'signedIn',
    ...body,
    reply: z.object({ delegations: z.array(Delegation) }),
  },
  delegation: {
    method: 'GET',
    path: '/delegations/:id',
    summary: 'A letter of delegation, for reading and printing',
    who: 'signedIn',
    target: 'delegation',
    params: z.object({ id: Id }),
    reply: Delegation,
  },
  dissolve: {
    method: 'POST',
    path: '/bodies/:id/dissolution',
    summary: 'Propose to dissolve a body on a day; it ends when the chairs have released that',
    who: runners,
    ...body,
    body: z.object({ day: Day, because: text(2000).min(3) }),
    reply: z.object({ id: Id }),
    refusals: ['bodyOver', 'dissolutionPast', 'dissolutionDecided'],
    journal: 'dissolution.proposed',
    guard: 'key',
  },
})
