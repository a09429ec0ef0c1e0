// Calendar arithmetic on ISO days, in the calendar of Europe/Berlin. Intervals are half-open.
import { Temporal } from 'temporal-polyfill'

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString()
export const addYears = (day: string, years: number): string => Temporal.PlainDate.from(day).add({ years }).toString()
export const yearOf = (day: string): number => Temporal.PlainDate.from(day).year
/** Days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** The day in Berlin on which an instant falls. */
export const dayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()

/** The instant at which a clock in Berlin shows this day and time (HH:MM). */
export const instantAt = (day: string, time: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Berlin').toInstant().toString()

export const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Whole seconds since 1970 (UTC). */
export const secondsOf = (instant: string): number =>
  Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000)
