// How far the minutes of a meeting have come, in one word; computed from what happened alone, and the same for everybody.
import type { Afterwards, Approval } from '../contract/minutes-shapes.ts'
import type { Paper } from '../contract/shapes.ts'

export type MinutesState =
  | { state: 'draft' | 'presented' | 'released' }
  | { state: 'objections'; until: string; open: number }
  /** Nothing is on an agenda yet; `again`: it came up and was not agreed to. */
  | { state: 'waiting'; open: number; again: boolean }
  | { state: 'onAgenda' | 'inMeeting' | 'decided'; meeting: Approval['meeting']; day: string; open: number }
  /** `corrected`: rectifications that counted by then; `later`: those that came after it. */
  | { state: 'approved'; meeting: Approval['meeting']; day: string; corrected: number; later: number }

/** Minutes go forward only: what was approved stays approved, whatever comes up later. */
export function minutesState(
  paper: Pick<Paper, 'object' | 'settled'>,
  after: Pick<Afterwards, 'sentOn' | 'objectionsUntil' | 'objections' | 'rectifications' | 'approvals'>,
  today: string,
): MinutesState {
  const { approvals, rectifications, objectionsUntil } = after
  if (!after.sentOn || !objectionsUntil)
    return { state: paper.settled ? 'released' : paper.object ? 'presented' : 'draft' }
  const approved = approvals.find(({ state }) => state === 'approved')
  if (approved) {
    const worded = rectifications.filter(({ wording, state }) => wording !== null && state === 'counts')
    const corrected = worded.filter(({ countsSince }) => countsSince !== null && countsSince <= approved.day).length
    return {
      state: 'approved',
      meeting: approved.meeting,
      day: approved.day,
      corrected,
      later: worded.length - corrected,
    }
  }
  const open = after.objections.filter(({ answered, withdrawnOn }) => !answered && withdrawnOn === null).length
  if (today <= objectionsUntil) return { state: 'objections', until: objectionsUntil, open }
  const last = approvals.findLast(({ state }) => state !== 'otherwise')
  if (last && last.state !== 'approved')
    return { state: last.state as 'onAgenda' | 'inMeeting' | 'decided', meeting: last.meeting, day: last.day, open }
  return { state: 'waiting', open, again: approvals.length > 0 }
}
