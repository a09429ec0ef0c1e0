// What is known of official statistics beyond their tables: on which basis their values rest, and since when they no longer compare.
// Collected with its sources by whoever keeps the official files (demo-data/breaks.json); written with the first table of a statistic.
import { readFileSync } from 'node:fs'

export type KnownBasis = { id: string; label: string; statistic: string; from: string; to: string | null }
export type KnownBreak = {
  statistic: string
  measures: string[]
  from: string
  kind: 'basis' | 'definition'
  before: string
  after: string
  what: string
  exception?: string
  source: string
}
type Ended = { statistic: string; measures: string[]; lastPeriod: string; what: string; source: string }
type Knowledge = { bases: KnownBasis[]; breaks: KnownBreak[]; ended: Ended[] }

export const knowledge: Knowledge = JSON.parse(
  readFileSync(new URL('../../demo-data/breaks.json', import.meta.url), 'utf8'),
)

const concerns = (measures: readonly string[], code: string) =>
  measures.includes('*') || measures.includes(code.split('/')[0] ?? code)

/**
 * On what a value rests: what the last break before it led to; before the first break, what that break ended; without breaks, the statistic's
 * one basis. A register that was printed before a census was counted still rests on the census before (breaks.json, "exception").
 */
export function basisOf(statistic: string, measure: string, lastDay: string, format: string): string | null {
  const breaks = knowledge.breaks
    .filter((one) => one.statistic === statistic && concerns(one.measures, measure))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  if (breaks.length === 0) {
    const only = knowledge.bases.filter(
      (one) => one.statistic === statistic && one.from <= lastDay && (one.to === null || lastDay <= one.to),
    )
    return only.length === 1 ? (only[0]?.id ?? null) : null
  }
  if (format === 'register' && statistic === '12411' && lastDay >= '2022-05-15' && lastDay <= '2022-12-31')
    return 'census-2011'
  return breaks.findLast((one) => one.from <= lastDay)?.after ?? breaks[0]?.before ?? null
}
