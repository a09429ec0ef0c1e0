// Which days suit the next meeting of a body, and why. Pure: everything that is known about the days comes in.
import { Temporal } from 'temporal-polyfill'
import { type Holiday, holidaysOf } from '#pure/holidays/holidays.ts'
import type { DayReason, ProposedDay } from '../contract/polls.ts'

export type Known = {
  /** The first and the last day that are looked at. */
  from: string
  until: string
  /** Of the area the body works for; null: only the holidays of the whole country. */
  areaKey: string | null
  /** Nobody can be invited in time before this day. */
  earliest: string
  /** Meetings that are to come. */
  taken: readonly { day: string; title: string; same: boolean }[]
  /** What the agreement asks for and no meeting fulfils yet: a meeting from `opens` to `due`, for a session on `session`. */
  owed: readonly { title: string; opens: string; due: string }[]
  nameOf: (holiday: Holiday) => string
}

const isFree = (day: Temporal.PlainDate, areaKey: string | null) => {
  const holiday = holidaysOf(day.year, areaKey).get(day.toString())
  return day.dayOfWeek > 5 || (holiday !== undefined && !holiday.part)
}

/** "Brückentag": a working day between two days on which nobody works. */
const isBetween = (day: Temporal.PlainDate, areaKey: string | null) =>
  isFree(day.subtract({ days: 1 }), areaKey) &&
  isFree(day.add({ days: 1 }), areaKey) &&
  [day.subtract({ days: 1 }), day.add({ days: 1 })].some((next) => next.dayOfWeek <= 5)

const isYearEnd = (day: Temporal.PlainDate) => (day.month === 12 && day.day >= 24) || (day.month === 1 && day.day <= 5)

export function reasonsFor(iso: string, known: Known): DayReason[] {
  const day = Temporal.PlainDate.from(iso)
  const holiday = holidaysOf(day.year, known.areaKey).get(iso)
  const reasons: DayReason[] = []
  const say = (weight: DayReason['weight'], kind: DayReason['kind'], what: string | null = null) =>
    reasons.push({ weight, kind, what })
  if (holiday && !holiday.part) say('bad', 'holiday', known.nameOf(holiday.holiday))
  if (day.dayOfWeek > 5) say('bad', 'weekend')
  if (holiday?.part) say('hard', 'partlyHoliday', known.nameOf(holiday.holiday))
  if (reasons.length === 0 && isBetween(day, known.areaKey)) say('hard', 'betweenHolidays')
  if (!holiday && day.dayOfWeek <= 5 && isYearEnd(day)) say('hard', 'yearEnd')
  if (iso < known.earliest) say('hard', 'notice', known.earliest)
  for (const { title, same } of known.taken.filter((one) => one.day === iso))
    say(same ? 'bad' : 'hard', same ? 'sameBody' : 'samePeople', title)
  for (const { title, opens, due } of known.owed) {
    if (opens <= iso && iso <= due) say('good', 'fulfils', title)
    // Where the last day lies before it, another day would still do.
    else if (iso > due && due >= known.earliest) say('hard', 'tooLate', title)
  }
  if (reasons.every(({ weight }) => weight === 'good')) say('good', 'free')
  return reasons
}

/** How many are ticked from the beginning. */
const ticked = 3

/**
 * The working days from the first to the last one, each with its reasons, and those that are worth asking about. Proposed are days without anything against
 * them: first those that keep what was agreed, in the middle of the week before Mondays and Fridays, a few days apart.
 */
export function proposeDays(known: Known): ProposedDay[] {
  const days: { day: string; reasons: DayReason[]; order: number }[] = []
  for (let day = Temporal.PlainDate.from(known.from); day.toString() <= known.until; day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue
    const reasons = reasonsFor(day.toString(), known)
    const keeps = reasons.some(({ kind }) => kind === 'fulfils')
    const middle = day.dayOfWeek >= 2 && day.dayOfWeek <= 4
    days.push({ day: day.toString(), reasons, order: (keeps ? 0 : 2) + (middle ? 0 : 1) })
  }
  const proposed: string[] = []
  for (const { day } of days
    .filter(({ reasons }) => reasons.every(({ weight }) => weight === 'good'))
    .toSorted((one, other) => one.order - other.order || (one.day < other.day ? -1 : 1))) {
    if (proposed.length === ticked) break
    if (proposed.every((other) => apart(day, other) >= 2)) proposed.push(day)
  }
  return days.map(({ day, reasons }) => ({ day, reasons, proposed: proposed.includes(day) }))
}

const apart = (one: string, other: string) =>
  Math.abs(Temporal.PlainDate.from(one).until(Temporal.PlainDate.from(other)).days)
