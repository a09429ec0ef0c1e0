// Finding the date: days and times put to the seats of a body, answered signed in or by a link from a mail; the chosen one becomes a meeting.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named, ObjectHead } from '#kit/ref.ts'
import { MeetingContent, Time } from './shapes.ts'

export const PollAnswer = z.enum(['yes', 'ifNeeded', 'no'])
export type PollAnswer = z.infer<typeof PollAnswer>
export const PollStatus = z.enum(['open', 'closed', 'withdrawn'])
export type PollStatus = z.infer<typeof PollStatus>

const slot = { day: Day, starts: Time, ends: Time.nullable() }
export const PollOption = z.object({ id: Id, ...slot })
export type PollOption = z.infer<typeof PollOption>

/** By option; what is missing is still open. */
const Answers = z.record(Id, PollAnswer)
export const PollVoice = z.object({
  voice: z.enum(['seat', 'chair', 'office', 'guest']),
  organisation: Named.nullable(),
  unit: Named.nullable(),
  answers: Answers,
})
export type PollVoice = z.infer<typeof PollVoice>

/** What chairs and office may change while it runs; the days themselves stay as they were asked about. */
export const PollContent = MeetingContent.pick({ place: true, online: true, purpose: true }).extend({
  /** The last day for answering, and the day on which whoever has not answered is reminded. */
  until: Day,
  remindOn: Day.nullable().default(null),
})
export type PollContent = z.infer<typeof PollContent>

export const PollGuest = z.object({
  name: z.string().trim().min(2).max(200),
  address: z.email().max(200).toLowerCase(),
})

export const PollLine = z.object({ object: ObjectHead, until: Day, status: PollStatus, options: z.int() })
export type PollLine = z.infer<typeof PollLine>

const Seat = z.object({
  organisation: Named,
  unit: Named.nullable(),
  constituency: z.string().nullable(),
  voting: z.boolean(),
  from: Day,
  until: Day.nullable(),
})

export const Poll = PollContent.extend({
  object: ObjectHead,
  status: PollStatus,
  /** No answers are taken any more. */
  over: z.boolean(),
  withdrawnBecause: z.string().nullable(),
  options: z.array(PollOption),
  chosen: Id.nullable(),
  meeting: Id.nullable(),
  /** The seats of the days that are asked about. */
  seats: z.array(Seat),
  /** Who chairs and who runs the office today, by organisation. */
  leaders: z.array(z.object({ voice: z.enum(['chair', 'office']), organisation: Named })),
  answers: z.array(PollVoice.extend({ guest: Id.nullable() })),
  /** For chairs and office alone, and without their addresses. */
  guests: z.array(z.object({ id: Id, name: z.string() })),
  /** What the rules of procedure ask for; null: a forum, or no rules. */
  quorum: z.enum(['none', 'half', 'twoThirds']).nullable(),
  /** For what I answer. */
  mine: z.array(PollVoice),
  /** What the own answers were based on, to be sent along. */
  seen: z.int(),
  mayLead: z.boolean(),
})
export type Poll = z.infer<typeof Poll>

export const LinkedPoll = z.object({
  /** ended: taken back, or nobody speaks through it any more. over: the last day has passed. */
  state: z.enum(['open', 'over', 'closed', 'withdrawn', 'ended']),
  poll: z
    .object({
      title: z.string(),
      body: z.string(),
      invented: z.boolean(),
      place: z.string(),
      online: z.string(),
      purpose: z.string(),
      until: Day,
      withdrawnBecause: z.string().nullable(),
      chosen: Id.nullable(),
      name: z.string(),
      options: z.array(PollOption),
      voices: z.array(PollVoice),
      seen: z.int(),
    })
    .nullable(),
})
export type LinkedPoll = z.infer<typeof LinkedPoll>

/** Why a day is good or bad for a meeting. hard: better another one. bad: not at all. */
export const DayReason = z.object({
  kind: z.enum([
    'holiday',
    'partlyHoliday',
    'weekend',
    'betweenHolidays',
    'yearEnd',
    'sameBody',
    'samePeople',
    'notice',
    'fulfils',
    'tooLate',
    'free',
  ]),
  /** What stands behind it: the holiday, the other meeting, the clause. */
  what: z.string().nullable(),
  weight: z.enum(['good', 'hard', 'bad']),
})
export type DayReason = z.infer<typeof DayReason>
export const ProposedDay = z.object({ day: Day, reasons: z.array(DayReason), proposed: z.boolean() })
export type ProposedDay = z.infer<typeof ProposedDay>

/** Answered for these seats; null: for all of the own organisation. */
const places = z.array(Id).max(100).nullable().default(null)
const answering = z.object({ answers: Answers, places, seen: z.int().min(0) })

const noTrace = { none: 'when who answered would be the speed of a person; the answer stands by seat' } as const
const sameAgain = {
  none: 'the same answer again is the same answer, and another one is checked against `seen`',
} as const
const leads = { as: ['chair', 'office'] } as const
const poll = { target: 'poll', params: z.object({ id: Id }), reply: Poll } as const
const token = z.object({ token: z.string().min(20).max(100) })
const noAnswer = ['pollOver', 'noVoice', 'answeredSince'] as const

export const polls = contract({
  proposedDays: {
    method: 'GET',
    path: '/bodies/:id/meeting-days',
    summary: 'Days for the next meeting of a body, each with what speaks for and against it',
    who: leads,
    target: 'body',
    params: z.object({ id: Id }),
    reply: z.object({ days: z.array(ProposedDay) }),
  },
  listPolls: {
    method: 'GET',
    path: '/polls',
    summary: 'Polls about dates of my bodies or of one, the open ones first',
    who: 'signedIn',
    query: z.object({ body: Id.optional() }),
    reply: z.object({ polls: z.array(PollLine) }),
  },
  getPoll: {
    method: 'GET',
    path: '/polls/:id',
    summary: 'A poll about dates: who can come when, by seat and constituency',
    who: 'signedIn',
    ...poll,
  },
  openPoll: {
    method: 'POST',
    path: '/polls',
    summary: 'Put several days to the seats of a body, and to guests without an account',
    who: leads,
    body: PollContent.extend({
      body: Id,
      options: z
        .array(z.object({ ...slot, ends: Time.nullable().default(null) }))
        .min(2)
        .max(30),
      guests: z.array(PollGuest).max(30).default([]),
    }),
    reply: Poll,
    journal: 'poll.opened',
    guard: 'key',
  },
  changePoll: {
    method: 'PUT',
    path: '/polls/:id',
    summary: 'Change place, purpose, last day or reminder of a poll that runs',
    who: leads,
    ...poll,
    body: PollContent,
    refusals: ['pollSettled'],
    journal: 'poll.changed',
    guard: 'ifMatch',
  },
  answerPoll: {
    method: 'PUT',
    path: '/polls/:id/answers',
    summary: 'Say for the own seat, chair or office which days are possible',
    who: 'signedIn',
    ...poll,
    body: answering,
    refusals: noAnswer,
    journal: noTrace,
    guard: sameAgain,
  },
  closePoll: {
    method: 'POST',
    path: '/polls/:id/closing',
    summary: 'Choose one of the days: it becomes a planned meeting, and whoever answered is told',
    who: leads,
    ...poll,
    body: z.object({ option: Id }),
    refusals: ['pollSettled', 'otherOption'],
    journal: 'poll.closed',
    guard: 'ifMatch',
  },
  withdrawPoll: {
    method: 'POST',
    path: '/polls/:id/withdrawal',
    summary: 'Withdraw a poll, with the reason; whoever answered is told',
    who: leads,
    ...poll,
    body: z.object({ reason: z.string().trim().min(3).max(2000) }),
    refusals: ['pollSettled'],
    journal: 'poll.withdrawn',
    guard: 'ifMatch',
  },
  endPollLinks: {
    method: 'POST',
    path: '/polls/:id/links/end',
    summary: 'Take back the links of an organisation or a guest; signed in they can still answer',
    who: leads,
    target: 'poll',
    params: z.object({ id: Id }),
    body: z.object({ organisation: Id.nullable().default(null), guest: Id.nullable().default(null) }),
    reply: z.object({ ended: z.int() }),
    journal: 'poll.linksEnded',
    guard: { none: 'what has ended ends no further' },
  },
  pollByLink: {
    method: 'GET',
    path: '/poll-links/:token',
    summary: 'What a mailed link to a poll is about; opening it changes nothing',
    who: 'anyone',
    params: token,
    reply: LinkedPoll,
  },
  answerByLink: {
    method: 'PUT',
    path: '/poll-links/:token',
    summary: 'Answer a poll by a mailed link, without an account; again as often as needed while it runs',
    who: 'anyone',
    params: token,
    body: answering,
    reply: LinkedPoll,
    refusals: noAnswer,
    journal: noTrace,
    guard: sameAgain,
  },
})
