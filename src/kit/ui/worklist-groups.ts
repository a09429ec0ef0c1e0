// When something is due, seen from a given day: overdue, today, until Sunday, later, without a date.
import { dayNumber } from './format.ts'

export type When = 'overdue' | 'today' | 'week' | 'later' | 'open'
export const whens: readonly When[] = ['overdue', 'today', 'week', 'later', 'open']

const day = 86_400_000

export function whenOf(due: string | undefined, today: string): When {
  if (!due) return 'open'
  const now = dayNumber(today)
  const at = dayNumber(due)
  if (at < now) return 'overdue'
  if (at === now) return 'today'
  // 1970-01-01 was a Thursday; weeks begin on Monday.
  const weekday = (Math.floor(now / day) + 3) % 7
  return at <= now + (6 - weekday) * day ? 'week' : 'later'
}
