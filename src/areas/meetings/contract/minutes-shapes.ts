// What becomes of minutes after they were sent: objections, answers and rectifications, and the approval by the next meeting.
import { z } from 'zod'
import { Day, Id, Named } from '#kit/ref.ts'

/** waiting: put before the chairs. returned: one of them has handed it back; another can be made. counts: released by the chairs. */
export const RectificationState = z.enum(['waiting', 'returned', 'counts'])
export type RectificationState = z.infer<typeof RectificationState>
export const Rectification = z.object({
  /** The object whose edition 1 the chairs release. */
  id: Id,
  objection: Id.nullable(),
  item: Id.nullable(),
  /** How the minutes are to be read; null: they stay as they are. */
  wording: z.string().nullable(),
  reason: z.string(),
  madeOn: Day,
  state: RectificationState,
  countsSince: Day.nullable(),
})
export type Rectification = z.infer<typeof Rectification>

export const MinutesObjection = z.object({
  id: Id,
  organisation: Named,
  item: Id.nullable(),
  text: z.string(),
  raisedOn: Day,
  withdrawnOn: Day.nullable(),
  /** The answer that counts is there. */
  answered: z.boolean(),
  mine: z.boolean(),
})
export type MinutesObjection = z.infer<typeof MinutesObjection>

/** Where the minutes came up. decided: the body agreed, the chairs have yet to release it. */
export const Approval = z.object({
  meeting: Named,
  day: Day,
  state: z.enum(['onAgenda', 'inMeeting', 'otherwise', 'decided', 'approved']),
})
export type Approval = z.infer<typeof Approval>

export const Afterwards = z.object({
  sentOn: Day.nullable(),
  /** The last day for objections; null: the minutes have not been sent. */
  objectionsUntil: Day.nullable(),
  objections: z.array(MinutesObjection),
  rectifications: z.array(Rectification),
  approvals: z.array(Approval),
  mayObject: z.boolean(),
})
export type Afterwards = z.infer<typeof Afterwards>
