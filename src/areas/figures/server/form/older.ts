// A form that was printed for an earlier edition of a definition still counts, unless what is counted has changed since.
import type { Database } from '#kit/db/database.ts'
import { objects } from '#kit/objects/objects.ts'
import type { IndicatorRow } from '../../store/indicators.ts'

/** What a number means; purpose, help and source may change without it becoming another. */
const meaning = ['definition', 'unit', 'inclusion', 'exclusion', 'numerator', 'denominator'] as const

/** What the figure was called on the form; null when that edition is unknown or counted something else. */
export async function calledThen(db: Database, indicator: IndicatorRow, edition: number): Promise<string | null> {
  if (edition === indicator.edition) return indicator.title
  const frozen = (await objects(db).editions(indicator.id)).find(({ number }) => number === edition)
  const content = frozen?.content as Record<string, unknown> | undefined
  if (!content || meaning.some((one) => (content[one] ?? null) !== indicator[one])) return null
  return typeof content.title === 'string' ? content.title : indicator.title
}
