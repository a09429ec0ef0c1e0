// How a term reads: kept half-open, said with its last day.
import { addDays } from '#kit/clock/days.ts'
import { formatDay } from '#kit/ui/format.ts'
import { screens } from '../texts/screens.de.ts'

export const termWords = (from: string, until: string | null) =>
  until === null
    ? screens.page.from(formatDay(from))
    : screens.page.fromUntil(formatDay(from), formatDay(addDays(until, -1)))
