// Days and periods in German words, on the server and in the browser.
import { Temporal } from 'temporal-polyfill'
import { dayText } from '#kit/clock/months.texts.de.ts'

/** A half-open period: one day, a calendar year, or from … to. */
export function periodText(from: string | null, until: string | null): string {
  if (!from || !until) return ''
  const last = Temporal.PlainDate.from(until).subtract({ days: 1 }).toString()
  if (last === from) return dayText(from)
  if (from.endsWith('-01-01') && last === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return `${dayText(from)} bis ${dayText(last)}`
}
