// How a term reads: kept half-open, said with its last day.
import { addDays } from '#kit/clock/days.ts'
import { formatDay } from '#kit/ui/format.ts'
import { screens } from '../texts/screens.de.ts'
import { structureTexts } from '../texts/structure.de.ts'

export const termWords = (from: string, until: string | null) =>
  until === null
    ? screens.page.from(formatDay(from))
    : screens.page.fromUntil(formatDay(from), formatDay(addDays(until, -1)))

/** A span whose beginning may be unknown. */
export const spanWords = (from: string | null, until: string | null) => {
  const t = structureTexts.about
  if (from !== null) return termWords(from, until)
  return until === null ? t.always : t.until(formatDay(addDays(until, -1)))
}
