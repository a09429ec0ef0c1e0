// What can be said about a duty from its numbers and the day alone.
import { daysBetween } from '#kit/clock/days.ts'

/** Something can still be planned: from so many days before its day a duty says that it will be missed. */
export const foresightDays = 56

type Standing = {
  state: string
  due: string
  needed: number
  have: number
  planned: number
  foresees: string | null
}

/**
 * "Eine von zwei Sitzungen gehalten, acht Wochen übrig, keine geplant": foreseen as long as it can be avoided. The more are missing, the
 * earlier it is said, so that each can have its own eight weeks.
 */
export function foreseenOf(duty: Standing, today: string): { missing: number; by: string } | null {
  if (duty.foresees === null || duty.state !== 'open') return null
  const missing = duty.needed - duty.have - duty.planned
  if (missing <= 0 || daysBetween(today, duty.due) > foresightDays * missing) return null
  return { missing, by: duty.due }
}

/** A question is no promise: a seat that is offered, an agreement that waits for a signature. Whoever is asked has not agreed to anything yet. */
export const isQuestion = (kind: string): boolean => kind === 'acceptSeat' || kind === 'sign'

/** Still to be done, also late. */
export const isUnsettled = (state: string): boolean => state === 'notYet' || state === 'open' || state === 'overdue'

/** Whether the debtor may say itself that it has done it: only where the deed leaves no other trace. */
export const isStated = (evidence: Readonly<Record<string, readonly string[]>>, kind: string): boolean =>
  (evidence['duty.stated'] ?? []).includes(kind)
