// Numbers and days the German way. No part of the furniture asks the clock: what "today" is comes from outside.
import { texts } from './texts.de.ts'

const numbers = new Map<number, Intl.NumberFormat>()

/** 1234.5 → "1.234,5"; with `decimals` exactly that many, without at most two. */
export function formatNumber(value: number, decimals?: number): string {
  const key = decimals ?? -1
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat('de-DE', {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 2,
    })
    numbers.set(key, format)
  }
  return format.format(value)
}

const long = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const short = new Intl.DateTimeFormat('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
const berlin = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
})

/** The day as a number of milliseconds; the time of an instant is cut off. */
export const dayNumber = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)

const isDay = (iso: string) => !Number.isNaN(dayNumber(iso))

/** "2026-03-31" → "31. März 2026" */
export const formatDay = (iso: string) => (isDay(iso) ? long.format(dayNumber(iso)) : iso)

/** "2026-03-31" → "31.03.2026" */
export const formatDayShort = (iso: string) => (isDay(iso) ? short.format(dayNumber(iso)) : iso)

/** "2026-03-31T12:05:00Z" → "31. März 2026 um 14:05 Uhr"; a plain day stays a day. */
export function formatInstant(iso: string): string {
  if (iso.length <= 10) return formatDay(iso)
  const at = Date.parse(iso)
  return Number.isNaN(at) ? iso : texts.clock(berlin.format(at).replace(/^(.*\d{4}),? (?:um )?(\d)/, '$1, $2'))
}

const units = ['Bytes', 'kB', 'MB', 'GB']
export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${formatNumber(bytes / 1000 ** step, step === 0 || bytes / 1000 ** step >= 100 ? 0 : 1)} ${units[step]}`
}

export const daysUntil = (due: string, today: string) => Math.round((dayNumber(due) - dayNumber(today)) / 86_400_000)

/** "seit 3 Tagen überfällig", "heute fällig", "in 12 Tagen" */
export function dueWords(due: string, today: string): string {
  const days = daysUntil(due, today)
  if (days < 0) return texts.worklist.overdueFor(-days)
  if (days === 0) return texts.worklist.dueToday
  return days === 1 ? texts.worklist.dueTomorrow : texts.worklist.dueIn(days)
}
