// How a delivery is checked and accepted, as a pure decision; and rules of figures as the method of plausibility reads them.
import type { Rule } from '#pure/plausibility/rule.ts'
import type { ReviewState, ReviewStep, RuleInput } from '../contract/checks.ts'

type Step = { edition: number; step: ReviewStep; person: string }

/** "delivered → checked → accepted": a correction is delivered anew. */
export const stateOf = (edition: number, steps: readonly Pick<Step, 'edition' | 'step'>[]): ReviewState =>
  steps.findLast((one) => one.edition === edition)?.step ?? 'delivered'

export type Refused = 'correctedMeanwhile' | 'samePerson' | 'notChecked' | 'reviewedAlready'

/** "Check and accept by different people": the persons, not the organisations, must differ. Null: it may be done. */
export function refusedReview(
  wanted: { step: ReviewStep; edition: number; person: string },
  delivery: { edition: number; deliveredBy: string | null },
  steps: readonly Step[],
): Refused | null {
  if (wanted.edition !== delivery.edition) return 'correctedMeanwhile'
  const last = steps.findLast((one) => one.edition === delivery.edition)
  if (last?.step === 'accepted') return 'reviewedAlready'
  if (delivery.deliveredBy === wanted.person) return 'samePerson'
  if (wanted.step === 'checked') return last?.step === 'checked' ? 'reviewedAlready' : null
  if (wanted.step === 'queried') return null
  if (last?.step !== 'checked') return 'notChecked'
  return last.person === wanted.person ? 'samePerson' : null
}

/** Null for a rule that says nothing, as it cannot stand in the database. */
export function ruleOf(row: RuleInput): Rule | null {
  const [first] = row.others
  switch (row.kind) {
    case 'range':
      return { kind: 'range', least: row.least, most: row.most }
    case 'whole':
      return { kind: 'whole' }
    case 'partOf':
      return first ? { kind: 'partOf', whole: first } : null
    case 'pair':
      return first ? { kind: 'pair', other: first } : null
    case 'sumOf':
      return { kind: 'sumOf', parts: row.others }
    case 'change':
      return row.percent === null ? null : { kind: 'change', percent: row.percent }
  }
}

/** Which parts of a rule are wanting or too many; null when it can be kept. The database says the same. */
export function faultOfRule(
  indicator: string,
  rule: RuleInput,
): 'range' | 'percent' | 'others' | 'self' | 'hard' | null {
  const { kind, least, most, percent, others } = rule
  const bounded = least !== null || most !== null
  if (kind === 'range' ? !bounded || (least !== null && most !== null && least > most) : bounded) return 'range'
  if ((kind === 'change') !== (percent !== null)) return 'percent'
  const [fewest, atMost] = kind === 'sumOf' ? [2, 12] : kind === 'partOf' || kind === 'pair' ? [1, 1] : [0, 0]
  if (others.length < fewest || others.length > atMost || new Set(others).size < others.length) return 'others'
  if (others.includes(indicator)) return 'self'
  return rule.hard && kind !== 'range' && kind !== 'whole' ? 'hard' : null
}
