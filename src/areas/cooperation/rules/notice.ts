// When a party may leave an agreement: what the notice clause says, counted in days as the Civil Code counts them.
import { addDays, addMonths, yearOf } from '#kit/clock/days.ts'
import type { NoticeRule } from '../contract/agreements.ts'

const firstOf = (year: number, month: number) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
const monthsIn = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const

/**
 * The first day bound no longer, when notice is given on this day. "Der Tag, in welchen das Ereignis fällt, wird nicht mitgerechnet" (§ 187 Abs. 1
 * BGB); a period of months ends with the day of the same number, or with the last of the month (§ 188 Abs. 2, 3 BGB). Then the agreed end is waited for.
 */
export function noticeDay(declaredOn: string, { months, to }: NoticeRule): string {
  const last = addMonths(declaredOn, months)
  if (to === 'day') return addDays(last, 1)
  const length = monthsIn[to]
  const month = Number(last.slice(5, 7))
  const next = Math.floor((month - 1) / length) * length + length + 1
  return next > 12 ? firstOf(yearOf(last) + 1, next - 12) : firstOf(yearOf(last), next)
}

/** Whether an agreement can end before this day at all: "zum Jahresende" means no other day. */
export const isNoticeEnd = (effectiveOn: string, { to }: NoticeRule): boolean =>
  noticeDay(addDays(effectiveOn, -1), { months: 0, to }) === effectiveOn
