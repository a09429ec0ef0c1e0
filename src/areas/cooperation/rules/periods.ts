// When what a clause asks for falls due, beyond meetings and figures: sessions of others, notice, reports, contacts, reviews. Pure functions of days.
import { addDays, addMonths, addYears, yearOf } from '#kit/clock/days.ts'
import type { ReportTime } from '../contract/duty.ts'
import { type DutyPeriod, figurePeriods } from '../rules.ts'

/** A meeting that is known. announced: when its day was said last. recorded: when it was entered as held. */
export type KnownMeeting = { id: string; day: string; held: boolean; announced: string | null; recorded: string | null }

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)
/** One is asked for it eight weeks before, so that nobody is surprised; never before the agreement is in force. */
const opensBefore = (due: string, start: string, days = 56) => earlier(later(addDays(due, -days), start), due)

/**
 * "Etwa drei Wochen vor den Sitzungen des Jugendhilfeausschusses" (Haan, draft rules of a working group under § 78 SGB VIII): for each session
 * a meeting of one's own in the weeks before. Nothing is owed where the agreement left no two weeks for it.
 */
export function beforePeriod(start: string, session: string, weeks: number, span: number): DutyPeriod | null {
  const due = addDays(session, -7 * weeks)
  if (due < addDays(start, 14)) return null
  const from = later(addDays(due, -7 * span), start)
  return { from, until: addDays(due, 1), opens: from, due, needed: 1 }
}

/** How early an invitation is asked for before its last day. */
const inviteDays = 28

/**
 * The invitation with the agenda at least so many days before the meeting. Owed for every meeting that was announced on or before its day
 * (what is only entered afterwards was no secret), once its last day lies in the time of the agreement.
 */
export function noticePeriod(start: string, meeting: KnownMeeting, days: number): DutyPeriod | null {
  const due = addDays(meeting.day, -days)
  const { announced } = meeting
  if (due < start || announced === null || announced > meeting.day) return null
  return {
    from: meeting.day,
    until: addDays(meeting.day, 1),
    opens: earlier(later(addDays(due, -inviteDays), announced), due),
    due,
    needed: 1,
  }
}

/** A report on a meeting: so many days after it, or after the day on which it was recorded as held. */
export function afterMeetingPeriod(start: string, meeting: KnownMeeting, days: number): DutyPeriod | null {
  if (!meeting.held || meeting.day < start) return null
  const since = later(meeting.day, meeting.recorded ?? meeting.day)
  return {
    from: meeting.day,
    until: addDays(meeting.day, 1),
    opens: since,
    due: addDays(since, days),
    needed: 1,
  }
}

/**
 * The minutes: so many days after the meeting, however late somebody records that it was held; opened on that day. Of a meeting that was only
 * entered afterwards the days count from its entry.
 */
export function minutesPeriod(start: string, meeting: KnownMeeting, days: number): DutyPeriod | null {
  if (!meeting.held || meeting.day < start) return null
  const known = later(meeting.day, meeting.recorded ?? meeting.day)
  const since = meeting.announced !== null && meeting.announced <= meeting.day ? meeting.day : known
  return {
    from: meeting.day,
    until: addDays(meeting.day, 1),
    opens: known,
    due: later(addDays(since, days), known),
    needed: 1,
  }
}

/** A report on each year, on a day of the next: as a figure would be due. */
export const yearlyReports = (start: string, today: string, time: Extract<ReportTime, { when: 'yearly' }>) =>
  figurePeriods(start, today, { period: 'year', due: time.due })

/** Every so many months from the beginning: one half-open period after the other, as far as they begin before the end of next year. */
export const everyMonths = (start: string, today: string, months: number): DutyPeriod[] =>
  periodsOf(start, today, (n) => addMonths(start, n * months), 28)

/** The agreement itself, every so many years. */
export const reviewPeriods = (start: string, today: string, years: number): DutyPeriod[] =>
  periodsOf(start, today, (n) => addYears(start, n * years), 56)

/** Counted from the start each time, so that a 31st comes back after a short month. */
function periodsOf(start: string, today: string, border: (n: number) => string, askedBefore: number): DutyPeriod[] {
  const last = `${yearOf(today) + 2}-01-01`
  const found: DutyPeriod[] = []
  for (let n = 0; n === 0 || border(n) < last; n += 1) {
    const [from, until] = [border(n), border(n + 1)]
    const due = addDays(until, -1)
    found.push({ from, until, opens: later(from, opensBefore(due, start, askedBefore)), due, needed: 1 })
  }
  return found
}

/** The one review that the agreement names by its day. */
export function reviewOnDay(start: string, day: string): DutyPeriod | null {
  if (day < start) return null
  return { from: start, until: addDays(day, 1), opens: opensBefore(day, start), due: day, needed: 1 }
}

/** How far apart the day on which a change was to take effect and the day on which it is entered may lie. */
const changeTolerance = 60

/** "Wer sein Angebot ändert, sagt es n Tage vorher": counted back from the day on which the change takes effect. */
export function informPeriod(start: string, effect: string, known: string, days: number): DutyPeriod | null {
  const due = addDays(effect, -days)
  if (due < start) return null
  return {
    from: addDays(effect, -changeTolerance),
    until: addDays(effect, changeTolerance / 2),
    opens: earlier(known, due),
    due,
    needed: 1,
  }
}
