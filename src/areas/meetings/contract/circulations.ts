// Deciding by circulation: words that both chairs have released go to the seats, each answers openly, and the rules of the body say what came of it.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'

export const CirculationAnswer = z.enum(['yes', 'no', 'abstain', 'meeting'])
export type CirculationAnswer = z.infer<typeof CirculationAnswer>
export const CirculationOutcome = z.enum(['carried', 'rejected', 'toMeeting', 'notQuorate'])
export type CirculationOutcome = z.infer<typeof CirculationOutcome>
/** over: the days are past, and it is about to be counted. */
export const CirculationState = z.enum(['proposed', 'returned', 'running', 'over', ...CirculationOutcome.options])
export type CirculationState = z.infer<typeof CirculationState>

export const CirculationContent = z.object({
  title: z.string().trim().min(3).max(200),
  /** The words that become the Beschluss. */
  proposal: z.string().trim().min(3).max(10_000),
  /** Why, and what belongs to it. */
  reasons: z.string().trim().max(10_000).default(''),
  days: z.int().min(1).max(90),
})
export type CirculationContent = z.infer<typeof CirculationContent>

export const CirculationSeat = z.object({
  organisation: Named,
  unit: Named.nullable(),
  answer: CirculationAnswer.nullable(),
})
export type CirculationSeat = z.infer<typeof CirculationSeat>
export const CirculationRules = z.object({
  quorum: z.enum(['none', 'half', 'twoThirds']),
  majority: z.enum(['simple', 'cast', 'entitled', 'twoThirds', 'consensus']),
  days: z.int(),
  toMeeting: z.boolean(),
})
export type CirculationRules = z.infer<typeof CirculationRules>

export const CirculationLine = z.object({ object: ObjectHead, state: CirculationState, until: Day.nullable() })
export const Circulation = CirculationContent.omit({ title: true }).extend({
  object: ObjectHead,
  state: CirculationState,
  sentOn: Day.nullable(),
  until: Day.nullable(),
  /** The rules by which it is counted: those of the day on which it went out. */
  rules: CirculationRules.nullable(),
  /** The seats with a vote, each with its answer: by organisation, never by person. */
  seats: z.array(CirculationSeat),
  mine: z.array(CirculationSeat),
  seen: z.int(),
  decision: Id.nullable(),
  mayLead: z.boolean(),
})
export type Circulation = z.infer<typeof Circulation>

export const LinkedCirculation = z.object({
  state: z.enum(['running', 'over', 'ended']),
  circulation: z
    .object({
      title: z.string(),
      body: z.string(),
      invented: z.boolean(),
      proposal: z.string(),
      reasons: z.string(),
      until: Day,
      name: z.string(),
      mine: z.array(CirculationSeat),
      seen: z.int(),
    })
    .nullable(),
})
export type LinkedCirculation = z.infer<typeof LinkedCirculation>

const answering = z.object({
  answer: CirculationAnswer,
  /** For these seats; null: for all of the own organisation. */
  places: z.array(Id).max(100).nullable().default(null),
  seen: z.int().min(0),
})
const noTrace = { none: 'when who answered would be the speed of a person; the answer stands by seat' } as const
const sameAgain = { none: 'the same answer again is the same, and another one is checked against `seen`' } as const
const one = { target: 'circulation', params: z.object({ id: Id }), reply: Circulation } as const
const token = z.object({ token: z.string().min(20).max(100) })
const noAnswer = ['circulationOver', 'noVoice', 'answeredSince'] as const
const leads = { as: ['chair', 'office'] } as const

export const circulations = contract({
  circulationRules: {
    method: 'GET',
    path: '/bodies/:id/circulation-rules',
    summary: 'Whether a body decides by circulation today, and by which rules; null: it does not',
    who: leads,
    target: 'body',
    params: z.object({ id: Id }),
    reply: z.object({ rules: CirculationRules.nullable() }),
  },
  listCirculations: {
    method: 'GET',
    path: '/circulations',
    summary: 'Decisions by circulation of my bodies or of one, the running ones first',
    who: 'signedIn',
    query: z.object({ body: Id.optional() }),
    reply: z.object({ circulations: z.array(CirculationLine) }),
  },
  getCirculation: {
    method: 'GET',
    path: '/circulations/:id',
    summary: 'A decision by circulation with the answers by seat',
    who: 'signedIn',
    ...one,
  },
  proposeCirculation: {
    method: 'POST',
    path: '/circulations',
    summary: 'Put the words of a decision by circulation before the chairs; it goes out when both have released it',
    who: leads,
    body: CirculationContent.extend({ body: Id }),
    reply: Circulation,
    refusals: ['noVotes', 'noCirculation', 'tooFewDays'],
    journal: 'circulation.proposed',
    guard: 'key',
  },
  answerCirculation: {
    method: 'PUT',
    path: '/circulations/:id/answer',
    summary: 'Answer for the own seat: yes, no, abstention, or discuss it in a meeting',
    who: 'signedIn',
    ...one,
    body: answering,
    refusals: noAnswer,
    journal: noTrace,
    guard: sameAgain,
  },
  recordCirculation: {
    method: 'POST',
    path: '/circulations/:id/result',
    summary:
      'Record the resolution that a circulation came to, in its words; it counts when both chairs have released it',
    who: leads,
    ...one,
    refusals: ['notCarried', 'circulationRecorded'],
    journal: 'circulation.recorded',
    guard: 'key',
  },
  endCirculationLinks: {
    method: 'POST',
    path: '/circulations/:id/links/end',
    summary: 'Take back the links of an organisation; signed in they can still answer',
    who: leads,
    target: 'circulation',
    params: z.object({ id: Id }),
    body: z.object({ organisation: Id }),
    reply: z.object({ ended: z.int() }),
    journal: 'circulation.linksEnded',
    guard: { none: 'what has ended ends no further' },
  },
  circulationByLink: {
    method: 'GET',
    path: '/circulation-links/:token',
    summary: 'What a mailed link asks about; opening it changes nothing',
    who: 'anyone',
    params: token,
    reply: LinkedCirculation,
  },
  answerCirculationByLink: {
    method: 'PUT',
    path: '/circulation-links/:token',
    summary: 'Answer by a mailed link, without signing in; again until the last day',
    who: 'anyone',
    params: token,
    body: answering,
    reply: LinkedCirculation,
    refusals: noAnswer,
    journal: noTrace,
    guard: sameAgain,
  },
})
