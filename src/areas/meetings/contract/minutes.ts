// After the minutes were sent: an organisation objects, the chairs answer together, the next meeting approves; later rectifications are entries of their own.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Named } from '#kit/ref.ts'
import { Meeting } from './shapes.ts'

const target = { target: 'meeting', params: z.object({ id: Id }), reply: Meeting } as const
const text = z.string().trim().min(3).max(10_000)

export const minutes = contract({
  raiseObjection: {
    method: 'POST',
    path: '/meetings/:id/objections',
    summary: 'As an organisation with a seat: object to the minutes within the days of the rules',
    who: 'signedIn',
    ...target,
    body: z.object({ item: Id.nullable().default(null), text }),
    refusals: ['minutesNotSent', 'objectionsOver', 'minutesApproved', 'otherItem'],
    journal: 'meeting.objectionRaised',
    guard: 'key',
  },
  withdrawObjection: {
    method: 'POST',
    path: '/meetings/:id/objections/:objection/withdrawal',
    summary: 'Withdraw the own objection, as long as it is not answered',
    who: 'signedIn',
    ...target,
    params: z.object({ id: Id, objection: Id }),
    refusals: ['objectionAnswered'],
    journal: 'meeting.objectionWithdrawn',
    guard: { none: 'what is withdrawn is not withdrawn once more' },
  },
  proposeRectification: {
    method: 'POST',
    path: '/meetings/:id/rectifications',
    summary: 'Answer an objection, or say how the minutes are to be read; it counts when both chairs have released it',
    who: { as: ['chair', 'office'] },
    ...target,
    body: z.object({
      objection: Id.nullable().default(null),
      item: Id.nullable().default(null),
      wording: text.nullable().default(null),
      reason: text,
    }),
    refusals: ['minutesNotSent', 'otherItem', 'objectionAnswered', 'rectificationEmpty'],
    journal: 'meeting.rectificationProposed',
    guard: 'key',
  },
  meetingOfPaper: {
    method: 'GET',
    path: '/meeting-papers/:id',
    summary: 'To which meeting an agenda, an invitation, minutes or a rectification belong',
    who: 'signedIn',
    params: z.object({ id: Id }),
    reply: z.object({ meeting: Named }),
  },
})
