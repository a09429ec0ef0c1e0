// A clause while it is being written: its duty in fields, its wording proposed until somebody changes it.

import { isDay } from '#kit/clock/days.ts'
import type { Option } from '#kit/ui/Combobox.tsx'
import type { Agreement, Clause, ClauseDuty } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'

export type DraftClause = {
  key: string
  kind: 'meet' | 'deliver' | 'confirm' | 'free'
  number: string
  heading: string
  text: string
  strength: Clause['strength']
  /** The wording follows the fields until somebody writes an own one. */
  proposed: boolean
  perYear: number
  indicator: Option | null
  period: 'year' | 'quarter'
  due: string
  weeks: number
}
const t = agreementTexts
let made = 0
const base = {
  perYear: 2,
  indicator: null,
  period: 'year' as const,
  due: '03-31',
  weeks: 4,
  strength: 'must' as const,
  heading: '',
  text: '',
}

export const emptyClause = (place: number, kind: DraftClause['kind']): DraftClause =>
  propose({ ...base, key: `clause-${++made}`, kind, number: `§ ${place}`, proposed: kind !== 'free' })

export function draftClause(clause: Agreement['clauses'][number]): DraftClause {
  const own = {
    ...base,
    key: `clause-${++made}`,
    number: clause.number,
    heading: clause.heading,
    text: clause.text,
    strength: clause.strength,
    proposed: false,
  }
  const { duty } = clause
  if (!duty) return { ...own, kind: 'free' }
  if (duty.kind === 'meet') return { ...own, kind: 'meet', perYear: duty.perYear }
  const { time } = duty
  const indicator = { id: duty.indicator, label: clause.indicator?.title ?? '' }
  return {
    ...own,
    kind: duty.kind,
    indicator,
    period: time.period,
    ...(time.period === 'year' ? { due: time.due } : { weeks: time.weeks }),
  }
}

const timeOf = (clause: DraftClause) =>
  clause.period === 'year'
    ? { period: 'year' as const, due: clause.due }
    : { period: 'quarter' as const, weeks: clause.weeks }

/** Keeps the proposed wording in step with the fields. */
export function propose(clause: DraftClause): DraftClause {
  if (!clause.proposed || clause.kind === 'free') return clause
  if (clause.kind === 'meet') return { ...clause, ...t.proposal.meet(clause.perYear) }
  if (!clause.indicator || (clause.period === 'year' && !isDay(`2027-${clause.due}`))) return clause
  return { ...clause, ...t.proposal[clause.kind](clause.indicator.label, timeOf(clause)) }
}

function dutyOf(clause: DraftClause): ClauseDuty | null {
  if (clause.kind === 'free') return null
  if (clause.kind === 'meet') return { kind: 'meet', perYear: clause.perYear }
  return { kind: clause.kind, indicator: clause.indicator!.id, from: 'publicMembers', time: timeOf(clause) }
}
export const clauseOf = (clause: DraftClause): Clause => ({
  number: clause.number,
  heading: clause.heading,
  text: clause.text,
  strength: clause.strength,
  duty: dutyOf(clause),
})

/** What keeps the draft from being saved, by field. */
export function clauseFaults(clauses: readonly DraftClause[]): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const clause of clauses) {
    const figure = clause.kind === 'deliver' || clause.kind === 'confirm'
    if (figure && !clause.indicator) faults[`${clause.key}-indicator`] = t.form.indicatorMissing
    if (figure && clause.period === 'year' && !isDay(`2027-${clause.due}`))
      faults[`${clause.key}-due`] = t.form.dueWrong
  }
  return faults
}
