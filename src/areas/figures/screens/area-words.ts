// How long an area held, and how much of it went over, as people say it.
import type { ReformPart } from '../contract/reforms.ts'
import { calledPeriod } from '../rules.ts'
import { areaTexts } from '../texts/areas.de.ts'
import { reformTexts } from '../texts/reforms.de.ts'

const t = areaTexts.area

/** `short`: nothing where it has always been there. */
export function validWords(from: string | null, until: string | null, short = false): string {
  const last = until && calledPeriod(until, until).last
  if (from && last) return t.fromUntil(from, last)
  return last ? t.until(last) : from ? t.since(from) : short ? '' : t.always
}

export function shareWords(part: ReformPart): string {
  if (part.before.id === part.after.id) return t.goesOn
  if (part.whole) return t.whole
  const [people, land] = [part.population, part.land].map((share) =>
    share === null ? null : reformTexts.percent(share),
  )
  return people || land ? t.share(people ?? null, land ?? null) : t.unknownShare
}
