// Who is responsible where and when, as pure functions of entries, an area and a day.
import { addDays } from '#kit/clock/days.ts'
import type { Entry, RoleAnswer, TaskRole } from '../contract/responsibility.ts'

const roles: readonly TaskRole[] = ['plans', 'grants', 'pays', 'provides']

type Term = Pick<Entry, 'from' | 'until'>
export const holdsThen = ({ from, until }: Term, day: string): boolean =>
  (from === null || from <= day) && (until === null || day < until)

/** Does the entry say something about the whole of this area? Keys of areas begin with the key of the area around them; null: all of Germany. */
const covers = (entry: Pick<Entry, 'areaKey'>, area: string | null): boolean =>
  entry.areaKey === null || (area?.startsWith(entry.areaKey) ?? false)
const isWithin = (entry: Pick<Entry, 'areaKey'>, area: string | null): boolean =>
  entry.areaKey !== null && entry.areaKey !== area && (area === null || entry.areaKey.startsWith(area))
const width = (entry: Pick<Entry, 'areaKey'>): number => entry.areaKey?.length ?? 0
const bearerOf = (entry: Entry): string => entry.organisation?.id ?? entry.bearer.toLowerCase()

/**
 * The narrower area goes before the wider one: what was arranged for a county replaces what holds in the Land. Two bearers for the same area
 * contradict each other unless they bear it jointly; that several provide is no contradiction.
 */
export function answerFor(entries: readonly Entry[], area: string | null, day: string): RoleAnswer[] {
  const valid = entries.filter((entry) => holdsThen(entry, day))
  return roles.map((role) => {
    const ofRole = valid.filter((entry) => entry.role === role)
    const around = ofRole.filter((entry) => covers(entry, area))
    const narrowest = Math.max(0, ...around.map(width))
    const chosen = around.filter((entry) => width(entry) === narrowest)
    const bearers = new Set(chosen.map(bearerOf)).size
    const together = role === 'provides' || chosen.every((entry) => entry.jointly)
    return {
      role,
      state: bearers === 0 ? 'gap' : bearers === 1 ? 'clear' : together ? 'jointly' : 'contradiction',
      entries: chosen,
      exceptions: ofRole.filter((entry) => isWithin(entry, area)),
    }
  })
}

/** Two answers side by side: is somebody else responsible? */
export function differs(one: RoleAnswer, other: RoleAnswer | undefined): boolean {
  const names = (answer: RoleAnswer | undefined) =>
    [
      ...(answer?.entries ?? []).map(bearerOf),
      ...(answer?.exceptions ?? []).map((entry) => `${entry.areaKey} ${bearerOf(entry)}`),
    ]
      .toSorted()
      .join('\n')
  return names(one) !== names(other)
}

/** Days on which somebody else begins to be responsible in this area or in a part of it. */
export function turnsOf(entries: readonly Entry[], area: string | null): string[] {
  const days = entries
    .filter((entry) => covers(entry, area) || isWithin(entry, area))
    .flatMap(({ from, until }) => [from, until])
    .filter((day) => day !== null)
  return [...new Set(days)].toSorted().filter((day) => {
    const before = answerFor(entries, area, addDays(day, -1))
    return answerFor(entries, area, day).some((answer, n) => differs(answer, before[n]))
  })
}
