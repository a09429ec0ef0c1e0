// The days of the example, laid around the day on which it is built: what both bodies agreed last year has been kept, something is due, and only an
// organisation named "(Beispiel)" is late. No real organisation may be shown as late, whatever day it is.
import { addDays, daysBetween, instantAt, yearOf } from '#kit/clock/days.ts'

export type Calendar = ReturnType<typeof calendarOf>

/** Nobody meets on a weekend, between Christmas and Epiphany, or on the first of January. */
function workingDay(day: string): string {
  // The first of January 2024 was a Monday.
  const weekend = daysBetween('2024-01-01', day) % 7 >= 5
  const free = weekend || day.slice(5) >= '12-22' || day.slice(5) <= '01-06'
  return free ? workingDay(addDays(day, 1)) : day
}

/** `today`: the day on which the example is built. */
export function calendarOf(today: string) {
  const year = yearOf(today)
  const last = (day: string) => `${year - 1}-${day}`
  const now = (day: string) => `${year}-${day}`
  return {
    today,
    founded: last('01-15'),
    signed: last('02-05'),
    waived: last('02-26'),
    /** Days on which everything that is owed and possible is delivered; only those that have passed. */
    deliveries: [last('03-10'), last('11-20'), now('02-20')].filter((day) => day < today),
    firstMeeting: last('04-22'),
    needStated: last('06-02'),
    secondMeeting: last('10-14'),
    released: last('10-23'),
    measureAgreed: last('11-25'),
    serviceOpened: last('12-15'),
    /** Meetings of this year: those that have passed were held. */
    meetingsOfThisYear: [now('03-18'), now('09-24')].filter((day) => day < today),
    openNeed: addDays(today, -30),
    nextMeeting: workingDay(addDays(today, 24)),
    untilNextYear: `${year + 1}-12-31`,
    /** The instant of a working hour on that day. */
    at: (day: string, time = '10:00') => instantAt(day, time),
  }
}
