// Bodies: founding, seats, chairs and office.
import { z } from 'zod'
import { HomeRole, Term } from '#areas/actors/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { Purpose } from './purposes.ts'

export const Form = z.enum(['forum', 'deciding'])
export const Standing = z.enum(['informal', 'agreed', 'constituted', 'dissolved'])
export type Standing = z.infer<typeof Standing>
export const BodyRole = z.enum(['chair', 'office', 'delegate', 'deputy', 'guest'])
export type BodyRole = z.infer<typeof BodyRole>

const text = (most: number) => z.string().trim().max(most)
const AreaKey = z
  .string()
  .trim()
  .regex(/^(0[1-9]|1[0-6])\d{0,6}$/)

export const ConstituencyIn = z.object({
  name: text(120).min(2),
  chair: z.enum(['appointed', 'elected']).nullable(),
  termYears: z.int().min(1).max(10).nullable().default(null),
})
export const SeatIn = z.object({
  organisation: Id,
  /** The department to which the seat belongs, where it does. */
  unit: Id.nullable().default(null),
  /** By name, as in `constituencies`. */
  constituency: z.string().nullable().default(null),
  voting: z.boolean().default(true),
  /** A place at the table without membership and vote. */
  guest: z.boolean().default(false),
})

/** Somebody who acts in the body, now or later. */
export const Member = z.object({
  mandate: Id,
  person: Named,
  organisation: Named,
  role: BodyRole,
  from: Day,
  until: Day.nullable(),
  basis: z.string(),
  current: z.boolean(),
})
export const Seat = z.object({
  id: Id,
  organisation: Named,
  side: z.enum(['public', 'free', 'other']).nullable(),
  unit: Named.nullable(),
  constituency: z.string().nullable(),
  voting: z.boolean(),
  guest: z.boolean(),
  from: Day,
  until: Day.nullable(),
  delegates: z.array(z.object({ person: Named, role: BodyRole })),
})
export type Seat = z.infer<typeof Seat>

export const BodyLine = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  form: Form,
  standing: Standing,
  members: z.int(),
  chairs: z.array(z.object({ person: Named, organisation: Named })),
  overdue: z.int(),
  next: z.object({ title: z.string(), due: Day }).nullable(),
  mine: z.array(BodyRole),
  invented: z.boolean(),
})
export type BodyLine = z.infer<typeof BodyLine>

export const AgreementLine = z.object({
  id: Id,
  title: z.string(),
  edition: z.int(),
  state: z.enum(['draft', 'offered', 'inForce', 'ended']),
  inForce: z.int().nullable(),
  since: Day.nullable(),
  signed: z.int(),
  parties: z.int(),
})
export type AgreementLine = z.infer<typeof AgreementLine>

export const Body = z.object({
  head: ObjectHead,
  shortName: z.string(),
  mission: z.string(),
  form: Form,
  votes: z.boolean(),
  keys: z.int(),
  foundedOn: Day,
  areaKey: z.string().nullable(),
  standing: Standing,
  constituencies: z.array(
    z.object({
      id: Id,
      name: z.string(),
      chair: z.enum(['appointed', 'elected']).nullable(),
      termYears: z.int().nullable(),
    }),
  ),
  seats: z.array(Seat),
  /** Who takes part only for some fields. */
  purposes: z.array(Purpose),
  people: z.array(Member),
  agreements: z.array(AgreementLine),
  duties: z.object({ open: z.int(), overdue: z.int(), done: z.int() }),
  lastMet: Day.nullable(),
  /** The next meeting that is planned and that the reader may see. */
  nextMeeting: z.object({ id: Id, day: Day }).nullable(),
  /** What is still missing for the next step in the life of a body. */
  missing: z.array(z.enum(['members', 'chair', 'agreement', 'signatures', 'document'])),
  may: z.object({ run: z.boolean(), appoint: z.boolean(), send: z.boolean() }),
})
export type Body = z.infer<typeof Body>

const target = { target: 'body', params: z.object({ id: Id }) } as const
const runners = { as: ['chair', 'office'] } as const

export const bodies = contract({
  bodies: {
    method: 'GET',
    path: '/bodies',
    summary: 'Bodies that I may see, mine first',
    who: 'signedIn',
    query: z.object({ organisation: Id.optional(), search: text(100).optional() }),
    reply: z.object({ bodies: z.array(BodyLine) }),
  },
  body: {
    method: 'GET',
    path: '/bodies/:id',
    summary: 'A body with members, chairs, agreements and what is still missing',
    who: 'signedIn',
    ...target,
    reply: Body,
  },
  found: {
    method: 'POST',
    path: '/bodies',
    summary: 'Found a body; the founder runs its office',
    who: { as: ['admin', 'head', 'planner'] },
    body: z.object({
      name: text(200).min(3),
      shortName: text(60).min(2),
      mission: text(4000).min(3),
      form: Form,
      keys: z.int().min(1).max(2).default(2),
      foundedOn: Day.optional(),
      areaKey: AreaKey.nullable().default(null),
      constituencies: z.array(ConstituencyIn).max(6).default([]),
      seats: z.array(SeatIn).max(300).default([]),
    }),
    reply: z.object({ id: Id }),
    refusals: ['bodyThere', 'seatTwice', 'foundedInFuture'],
    journal: 'body.founded',
    guard: 'key',
  },
  describeBody: {
    method: 'PUT',
    path: '/bodies/:id',
    summary: 'Change name, short name, mission or area',
    who: runners,
    ...target,
    body: z.object({
      name: text(200).min(3),
      shortName: text(60).min(2),
      mission: text(4000).min(3),
      areaKey: AreaKey.nullable().default(null),
    }),
    reply: z.object({}),
    refusals: ['bodyThere'],
    journal: 'body.described',
    guard: 'ifMatch',
  },
  addSeats: {
    method: 'POST',
    path: '/bodies/:id/seats',
    summary:
      'Offer organisations or departments a seat, from a day; whoever has signed the agreement has taken it, others are asked',
    who: runners,
    ...target,
    body: z.object({ seats: z.array(SeatIn).min(1).max(300), from: Day.optional() }),
    reply: z.object({ seats: z.array(Id), offers: z.array(Id) }),
    refusals: ['seatTwice', 'offerThere'],
    journal: 'body.seatsAdded',
    guard: 'key',
  },
  endSeat: {
    method: 'POST',
    path: '/bodies/:id/seats/:seat/end',
    summary: 'End a seat',
    who: runners,
    target: 'body',
    params: z.object({ id: Id, seat: Id }),
    body: z.object({ until: Day.optional(), because: text(500).min(3) }),
    reply: z.object({}),
    refusals: ['seatEnded', 'seatOfParty'],
    journal: 'body.seatEnded',
    guard: 'key',
  },
  send: {
    method: 'POST',
    path: '/bodies/:id/mandates',
    summary: 'Appoint a chair, open an office, or send somebody to a seat; a new person is invited by mail',
    who: 'signedIn',
    ...target,
    body: Term.extend({
      organisation: Id,
      role: BodyRole,
      person: Id.optional(),
      newPerson: z
        .object({
          name: text(200).min(2),
          email: z.email().max(200),
          /** Roles at home: the first person of an organisation that was just entered sets it up and signs for it. */
          home: z.array(HomeRole).max(6).default([]),
        })
        .optional(),
    }),
    reply: z.object({ mandate: Id, person: Id }),
    refusals: [
      'notMember',
      'chairsComplete',
      'chairOfOrganisation',
      'chairOfTwo',
      'chairOfConstituency',
      'holdsAlready',
      'deputyWithoutDelegation',
      'bodyOver',
      'over',
      'personKnown',
      'mailTaken',
    ],
    journal: 'mandate.granted',
    guard: 'key',
  },
})
