// The days of the example, laid back from the day on which it is built, so that it is always alive: something done, something due, something late.
import { addDays, addMonths, instantAt, yearOf } from '#kit/clock/days.ts'

export type Calendar = ReturnType<typeof calendarOf>

/** `today`: the day on which the example is built. */
export function calendarOf(today: string) {
  const year = yearOf(today)
  const founded = addMonths(today, -16)
  return {
    today,
    /** The last full calendar year: figures are delivered for it. */
    figureYear: year - 1,
    founded,
    signed: addDays(founded, 21),
    delivered: addMonths(today, -9),
    confirmed: addMonths(today, -14),
    firstMeeting: addMonths(today, -13),
    needStated: addMonths(today, -7),
    secondMeeting: addMonths(today, -6),
    released: addDays(addMonths(today, -6), 9),
    measureAgreed: addMonths(today, -5),
    serviceOpened: addMonths(today, -1),
    lateNeed: addMonths(today, -2),
    nextMeeting: addDays(today, 24),
    /** The instant of a working hour on that day. */
    at: (day: string, time = '10:00') => instantAt(day, time),
  }
}
