// A clause while it is being written: its duty in fields, its wording proposed until somebody changes it.

import { isDay } from '#kit/clock/days.ts'
import type { Option } from '#kit/ui/Combobox.tsx'
import type { Agreement, Clause, ClauseDuty, DutyKind, From } from '../contract.ts'
import { clauseTexts, proposalOf } from '../texts/clauses.de.ts'

export type FromChoice = Exclude<From, string[]> | 'named'
export type ToChoice = 'body' | 'represented' | 'named'
export type Kind = DutyKind | 'free'

export type DraftClause = {
  key: string
  kind: Kind
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
  /** Before the sessions of others. */
  ahead: number
  span: number
  sessions: 'committee' | 'body'
  committee: string
  other: string
  days: number
  what: 'recommendation' | 'need'
  when: 'afterMeeting' | 'yearly'
  months: number
  years: number
  from: FromChoice
  named: string[]
  to: ToChoice
  toNamed: string[]
}
const t = clauseTexts
let made = 0
const base = {
  perYear: 2,
  indicator: null,
  period: 'year' as const,
  due: '03-31',
  weeks: 4,
  ahead: 3,
  span: 6,
  sessions: 'committee' as const,
  committee: '',
  other: '',
  days: 14,
  what: 'recommendation' as const,
  when: 'afterMeeting' as const,
  months: 6,
  years: 2,
  from: 'parties' as FromChoice,
  named: [] as string[],
  to: 'body' as ToChoice,
  toNamed: [] as string[],
  strength: 'must' as const,
  heading: '',
  text: '',
}
/** What fits a kind best until somebody chooses. */
const defaults: Partial<Record<Kind, Partial<DraftClause>>> = {
  deliver: { from: 'publicMembers' },
  confirm: { from: 'publicMembers' },
  notice: { days: 14 },
  report: { days: 21, to: 'represented' },
  inform: { days: 30 },
  answer: { days: 60 },
}

export type NameOf = (id: string) => string

export const emptyClause = (place: number, kind: Kind, nameOf: NameOf = () => ''): DraftClause =>
  propose(
    { ...base, ...defaults[kind], key: `clause-${++made}`, kind, number: `§ ${place}`, proposed: kind !== 'free' },
    nameOf,
  )

/** The same clauses, after they were kept: keys that were given elsewhere could meet those that are given here. */
export const withFreshKeys = (clauses: readonly DraftClause[]): DraftClause[] =>
  clauses.map((clause) => ({ ...clause, key: `clause-${++made}` }))

/** A clause to go on with: a wording that still is the proposed one goes on following the fields. */
export function draftClause(clause: Agreement['clauses'][number], nameOf: NameOf): DraftClause {
  const draft = fieldsOf(clause)
  const proposal = propose({ ...draft, proposed: draft.kind !== 'free' }, nameOf)
  return proposal.text === draft.text && proposal.heading === draft.heading ? proposal : draft
}

function fieldsOf(clause: Agreement['clauses'][number]): DraftClause {
  const { duty, number, heading, text, strength } = clause
  const own = { ...base, key: `clause-${++made}`, number, heading, text, strength, proposed: false }
  if (!duty) return { ...own, kind: 'free' }
  const of = { ...own, ...defaults[duty.kind], kind: duty.kind, ...whose(duty) }
  switch (duty.kind) {
    case 'meet':
      return { ...of, perYear: duty.perYear }
    case 'before':
      return {
        ...of,
        ahead: duty.weeks,
        span: duty.span,
        ...('committee' in duty.of
          ? { sessions: 'committee', committee: duty.of.committee }
          : { sessions: 'body', other: duty.of.body }),
      }
    case 'deliver':
    case 'confirm':
      return {
        ...of,
        indicator: { id: duty.indicator, label: clause.indicator?.title ?? '' },
        period: duty.time.period,
        ...(duty.time.period === 'year' ? { due: duty.time.due } : { weeks: duty.time.weeks }),
      }
    case 'report':
      return {
        ...of,
        when: duty.time.when,
        ...(duty.time.when === 'yearly' ? { due: duty.time.due } : { days: duty.time.days }),
      }
    case 'answer':
      return { ...of, what: duty.what, days: duty.days }
    case 'notice':
    case 'inform':
      return { ...of, days: duty.days }
    case 'contact':
      return { ...of, months: duty.months }
    case 'review':
      return { ...of, years: duty.years }
  }
}

/** Who owes it and to whom, as the fields hold it. */
function whose(duty: ClauseDuty): Partial<DraftClause> {
  const found: Partial<DraftClause> = {}
  if ('from' in duty)
    Object.assign(found, Array.isArray(duty.from) ? { from: 'named', named: duty.from } : { from: duty.from })
  if ('to' in duty) Object.assign(found, Array.isArray(duty.to) ? { to: 'named', toNamed: duty.to } : { to: duty.to })
  return found
}

const timeOf = (clause: DraftClause) =>
  clause.period === 'year'
    ? { period: 'year' as const, due: clause.due }
    : { period: 'quarter' as const, weeks: clause.weeks }
const isDayOfYear = (due: string) => isDay(`2027-${due}`)

/** What falls due, or null while something is missing (or nothing falls due). */
export function dutyOf(clause: DraftClause): ClauseDuty | null {
  const from = clause.from === 'named' ? clause.named : clause.from
  const to = clause.to === 'named' ? clause.toNamed : clause.to === 'represented' ? 'body' : clause.to
  if (Object.keys(missingIn(clause)).length > 0) return null
  const { kind, days } = clause
  switch (kind) {
    case 'free':
      return null
    case 'meet':
      return { kind, perYear: clause.perYear }
    case 'before':
      return {
        kind,
        weeks: clause.ahead,
        span: clause.span,
        of: clause.sessions === 'committee' ? { committee: clause.committee.trim() } : { body: clause.other },
      }
    case 'notice':
      return { kind, days }
    case 'deliver':
    case 'confirm':
      return { kind, indicator: clause.indicator!.id, from, to, time: timeOf(clause) }
    case 'report':
      return {
        kind,
        from,
        to: clause.to === 'represented' ? 'represented' : to,
        time: clause.when === 'yearly' ? { when: 'yearly', due: clause.due } : { when: 'afterMeeting', days },
      }
    case 'inform':
      return { kind, days, from, to }
    case 'answer':
      return { kind, what: clause.what, days, from }
    case 'contact':
      return { kind, months: clause.months, from, to }
    case 'review':
      return { kind, years: clause.years }
  }
}

/** Keeps the proposed wording in step with the fields. */
export function propose(clause: DraftClause, nameOf: NameOf): DraftClause {
  const duty = clause.proposed ? dutyOf(clause) : null
  if (!duty) return clause
  const name = (id: string) => (clause.indicator?.id === id ? clause.indicator.label : nameOf(id))
  return { ...clause, ...proposalOf(duty, name) }
}

export const clauseOf = (clause: DraftClause): Clause => ({
  number: clause.number,
  heading: clause.heading,
  text: clause.text,
  strength: clause.strength,
  duty: dutyOf(clause),
})

/** Which fields a kind has beside its wording. */
export const hasFrom = (kind: Kind): boolean =>
  ['deliver', 'confirm', 'report', 'inform', 'contact', 'answer'].includes(kind)
export const hasTo = (kind: Kind): boolean => ['deliver', 'confirm', 'report', 'inform', 'contact'].includes(kind)
export const isFigure = (kind: Kind): boolean => kind === 'deliver' || kind === 'confirm'
const hasDayOfYear = (clause: DraftClause) =>
  (isFigure(clause.kind) && clause.period === 'year') || (clause.kind === 'report' && clause.when === 'yearly')
const asksFrom = (clause: DraftClause) => hasFrom(clause.kind) && !(clause.kind === 'answer' && clause.what === 'need')

/** What its duty lacks, by field. */
function missingIn(clause: DraftClause): Record<string, string> {
  const found: Record<string, string> = {}
  const { kind } = clause
  if (isFigure(kind) && !clause.indicator) found.indicator = t.faults.indicator
  if (hasDayOfYear(clause) && !isDayOfYear(clause.due)) found.due = t.faults.day
  if (kind === 'before' && clause.sessions === 'committee' && clause.committee.trim().length < 2)
    found.committee = t.faults.committee
  if (kind === 'before' && clause.sessions === 'body' && clause.other === '') found.other = t.faults.body
  if (asksFrom(clause) && clause.from === 'named' && clause.named.length === 0) found.named = t.faults.named
  if (hasTo(kind) && clause.to === 'named' && clause.toNamed.length === 0) found.toNamed = t.faults.named
  return found
}

/** What keeps the draft from being saved, by field. */
export function clauseFaults(clauses: readonly DraftClause[]): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const clause of clauses) {
    const missing = Object.entries(missingIn(clause))
    for (const [field, fault] of missing) faults[`${clause.key}-${field}`] = fault
    if (clause.number.trim() === '') faults[`${clause.key}-number`] = t.faults.number
    // The wording is proposed as soon as nothing is missing.
    if (clause.text.trim().length < 3 && !(clause.proposed && missing.length > 0))
      faults[`${clause.key}-text`] = t.faults.text
  }
  return faults
}
