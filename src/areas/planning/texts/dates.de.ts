// Days and periods in German words, on the server and in the browser.
import { Temporal } from 'temporal-polyfill'

/** "2026-03-31" → "31.03.2026" */
export const dayText = (day: string): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`

/** A half-open period: one day, a calendar year, or from … to. */
export function periodText(from: string | null, until: string | null): string {
  if (!from || !until) return ''
  const last = Temporal.PlainDate.from(until).subtract({ days: 1 }).toString()
  if (last === from) return dayText(from)
  if (from.endsWith('-01-01') && last === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return `${dayText(from)} bis ${dayText(last)}`
}
