// Terms that end: who chairs a group on a day, since when nobody does, and from when the rules ask for an election. Pure functions of days; half-open.
import { addDays, addMonths } from '#kit/clock/days.ts'

export type Term = {
  from: string
  until: string | null
  interim: boolean
  recorded_on: string
  shortened: boolean
  was_until: string | null
}
export type AlarmRules = { months: number; noticeDays: number }
export type Alarm = { opens: string; due: string }

const latest = (...days: string[]): string => days.toSorted().at(-1)!
const holdsOn = (term: Pick<Term, 'from' | 'until'>, day: string) =>
  term.from <= day && (term.until === null || day < term.until)

/**
 * "Für drei Jahre gewählt": announced so many months before the end, and so early that the invitation can still go out in time. What became known
 * later (a resignation) opens on the day it was recorded, and leaves four weeks.
 */
export function alarmOf(until: string, knownOn: string, rules: AlarmRules): Alarm {
  const opens = latest(addMonths(until, -rules.months), knownOn)
  return { opens, due: latest(addDays(until, -1 - rules.noticeDays), addDays(opens, 28)) }
}

export type Standing<T extends Term> = {
  current: T | null
  /** The last regular term; an interim is none. */
  last: T | null
  /** The first day without a chair, while nobody follows. */
  vacantSince: string | null
  /** null: the term has no end. */
  alarm: Alarm | null
  /** Until when the rest of a term lasts that somebody left early. */
  restUntil: string | null
}

/** How the chair of one group stands. */
export function chairStanding<T extends Term>(terms: readonly T[], today: string, rules: AlarmRules): Standing<T> {
  const current = terms.find((term) => holdsOn(term, today)) ?? null
  const regular = terms.filter((term) => !term.interim)
  const last = regular.toSorted((a, b) => (a.until ?? '9999').localeCompare(b.until ?? '9999')).at(-1) ?? null
  const until = last?.until ?? null
  return {
    current,
    last,
    vacantSince:
      !current && until !== null && until <= today
        ? (terms
            .map((term) => term.until ?? '')
            .filter((day) => day <= today)
            .toSorted()
            .at(-1) ?? until)
        : null,
    alarm: last && until !== null ? alarmOf(until, last.recorded_on, rules) : null,
    restUntil:
      last?.shortened && last.was_until !== null && until !== null && last.was_until > until ? last.was_until : null,
  }
}

/** Who is sent for a time: the alarm of the last of several who overlap or follow each other; null while one has no end. */
export function sendingAlarm(
  terms: readonly Pick<Term, 'until' | 'recorded_on'>[],
  rules: AlarmRules,
): (Alarm & { until: string }) | null {
  if (terms.length === 0 || terms.some((term) => term.until === null)) return null
  const last = terms.toSorted((a, b) => a.until!.localeCompare(b.until!)).at(-1)!
  return { ...alarmOf(last.until!, last.recorded_on, rules), until: last.until! }
}
