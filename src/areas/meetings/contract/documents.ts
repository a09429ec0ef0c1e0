// The papers of a meeting as documents to send, print and file: invitation, agenda, minutes, the list for signatures, and attendance for fees.
import { z } from 'zod'
import { As } from '#kit/documents/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Id } from '#kit/ref.ts'
import { PaperKind } from './shapes.ts'

const leads = { as: ['chair', 'office'] } as const
const file = { target: 'meeting', reply: z.unknown(), file: true } as const
/** `open`: without what is not public, for passing on. Who is no member of the body gets nothing else. */
export const Extent = z.enum(['whole', 'open'])
export type Extent = z.infer<typeof Extent>

export const documents = contract({
  meetingDocument: {
    method: 'GET',
    path: '/meetings/:id/documents/:paper',
    summary:
      'Invitation, agenda or minutes as PDF/UA or Word: what is released; as a marked draft for chairs and office',
    who: 'signedIn',
    ...file,
    params: z.object({ id: Id, paper: PaperKind }),
    query: z.object({ as: As.default('pdf'), extent: Extent.default('whole') }),
    refusals: ['notYetSettled', 'noMinutesYet', 'nothingOnAgenda', 'calledOff', 'notRendered'],
  },
  attendanceList: {
    method: 'GET',
    path: '/meetings/:id/attendance-list',
    summary: 'The list of seats to sign on the day of the meeting, as PDF/UA or Word',
    who: leads,
    ...file,
    params: z.object({ id: Id }),
    query: z.object({ as: As.default('pdf') }),
    refusals: ['calledOff', 'notRendered'],
  },
  attendanceFile: {
    method: 'GET',
    path: '/meetings/:id/attendance.csv',
    summary: 'Which seats were there, themselves or represented, for attendance fees; never who',
    who: leads,
    ...file,
    params: z.object({ id: Id }),
    refusals: ['notHeldYet'],
  },
})
