// Answers to an invitation: for the own seat, signed in or by a link from the mail, changeable until the meeting is held.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id } from '#kit/ref.ts'
import { AnsweringSeat, Meeting, MeetingStatus, ResponseAnswer } from './shapes.ts'

export const LinkedInvitation = z.object({
  /** ended: taken back, or nobody speaks through it any more; otherwise how the meeting stands. */
  state: z.enum([...MeetingStatus.options, 'ended']),
  invitation: z
    .object({
      title: z.string(),
      body: z.string(),
      invented: z.boolean(),
      day: Day,
      starts: z.string(),
      ends: z.string().nullable(),
      place: z.string(),
      online: z.string(),
      purpose: z.string(),
      cancelledBecause: z.string().nullable(),
      name: z.string(),
      mine: z.array(AnsweringSeat),
      seen: z.int(),
    })
    .nullable(),
})
export type LinkedInvitation = z.infer<typeof LinkedInvitation>

const answering = z.object({
  answer: ResponseAnswer,
  /** For these seats; null: for all of the own organisation. */
  places: z.array(Id).max(100).nullable().default(null),
  seen: z.int().min(0),
})
const token = z.object({ token: z.string().min(20).max(100) })
const noTrace = { none: 'when who answered would be the speed of a person; the answer stands by seat' } as const
const sameAgain = {
  none: 'the same answer again is the same answer, and another one is checked against `seen`',
} as const
const noAnswer = ['notAsked', 'noVoice', 'noDeputyNamed', 'answeredSince'] as const

export const responses = contract({
  respond: {
    method: 'PUT',
    path: '/meetings/:id/response',
    summary: 'Answer the invitation for the own seat: comes, its deputy comes, or declines',
    who: 'signedIn',
    target: 'meeting',
    params: z.object({ id: Id }),
    body: answering,
    reply: Meeting,
    refusals: noAnswer,
    journal: noTrace,
    guard: sameAgain,
  },
  invitationByLink: {
    method: 'GET',
    path: '/invitation-links/:token',
    summary: 'What a mailed invitation was about; opening it changes nothing',
    who: 'anyone',
    params: token,
    reply: LinkedInvitation,
  },
  respondByLink: {
    method: 'PUT',
    path: '/invitation-links/:token',
    summary: 'Answer an invitation by a mailed link, without signing in; again until the meeting is held',
    who: 'anyone',
    params: token,
    body: answering,
    reply: LinkedInvitation,
    refusals: noAnswer,
    journal: noTrace,
    guard: sameAgain,
  },
  endInvitationLinks: {
    method: 'POST',
    path: '/meetings/:id/links/end',
    summary: 'Take back the links of an organisation to this invitation; signed in they can still answer',
    who: { as: ['chair', 'office'] },
    target: 'meeting',
    params: z.object({ id: Id }),
    body: z.object({ organisation: Id }),
    reply: z.object({ ended: z.int() }),
    journal: 'meeting.linksEnded',
    guard: { none: 'what has ended ends no further' },
  },
})
