// Keeps what has arisen in step with what is wanted: what is new is owed, what has moved moves, what has lost its ground is withdrawn.
import { daysBetween } from '#kit/clock/days.ts'
import type { Wanted } from './wanted.ts'

export type Existing = {
  id: string
  kind: string
  debtor: string
  creditor: string
  subject: string | null
  because_edition: number
  number: string | null
  because_text: string
  period_from: string
  period_until: string
  opens: string
  due: string
  needed: number
  touched: boolean
}
export type Keeping = {
  owe: Wanted[]
  move: { id: string; to: Wanted }[]
  withdraw: { id: string; because: 'newEdition' | 'gone' | 'cancelled' }[]
}
type Frame = {
  edition: number
  /** Since when this edition is in force and known. */
  start: string
  today: string
  /** The day of a meeting that is planned or held; null: called off. */
  dayOf: (id: string) => string | null
}

const followers = ['notice', 'before', 'report', 'minutes']
const followsMeeting = (one: Existing) => one.subject !== null && followers.includes(one.kind)
const who = (one: { kind: string; debtor: string; creditor: string; subject: string | null }) =>
  `${one.kind} ${one.debtor} ${one.creditor} ${one.subject ?? ''}`
const length = (from: string, until: string) => daysBetween(from, until)

/**
 * A period that has begun under an earlier edition keeps it. `beyond`: what will be wanted on later days, and is there already (the clock of an
 * example may run backwards): it is not owed anew, and not withdrawn either.
 */
export function keep(
  wanted: readonly Wanted[],
  existing: readonly Existing[],
  frame: Frame,
  beyond: readonly Wanted[] = [],
): Keeping {
  const found: Keeping = { owe: [], move: [], withdraw: [] }
  const byWho = Map.groupBy(existing, who)
  const matched = new Set<string>()
  for (const want of wanted) {
    const near = byWho.get(who(want)) ?? []
    const same = near.find(
      (one) => one.because_edition === frame.edition && one.number === want.number && isSame(one, want),
    )
    const older = same ? [] : near.filter((one) => one.because_edition < frame.edition && touches(one, want))
    const kept = same ?? older.find((one) => hasBegun(one, frame) || isAlike(one, want))
    if (!kept) {
      found.owe.push(want)
      continue
    }
    matched.add(kept.id)
    if (want.event && (kept.period_from !== want.period.from || kept.due !== want.due))
      found.move.push({ id: kept.id, to: want })
  }
  for (const want of beyond)
    for (const one of byWho.get(who(want)) ?? [])
      if (one.because_edition === frame.edition && one.number === want.number && isSame(one, want)) matched.add(one.id)
  for (const one of existing) {
    if (matched.has(one.id) || one.touched) continue
    const because = lostGround(one, frame)
    if (because) found.withdraw.push({ id: one.id, because })
  }
  return found
}

const isSame = (one: Existing, want: Wanted) => want.event || one.period_from === want.period.from
/** The day that an agreement itself names for its review: a date, not a time that runs. Another edition that names the same day asks for the same. */
const isNamedDay = (one: Existing) => one.kind === 'review' && one.number === null
const isAlike = (one: Existing, want: Wanted) =>
  (one.period_from === want.period.from || isNamedDay(one)) &&
  one.due === want.due &&
  one.needed === want.needed &&
  one.because_text === want.becauseText
/** Asks for the same under an earlier edition: meetings once at a time, everything else once for each kind of period. */
const touches = (one: Existing, want: Wanted) =>
  want.event ||
  (one.period_from < want.period.until &&
    one.period_until > want.period.from &&
    (one.kind === 'meet' ||
      isNamedDay(one) ||
      length(one.period_from, one.period_until) === length(want.period.from, want.period.until)))
const hasBegun = (one: Existing, { start }: Frame) =>
  (followsMeeting(one) || isNamedDay(one) ? one.opens : one.period_from) <= start

function lostGround(one: Existing, frame: Frame): Keeping['withdraw'][number]['because'] | null {
  const { edition, today, dayOf } = frame
  if (followsMeeting(one)) {
    const day = dayOf(one.subject!)
    if (day === null) return 'cancelled'
    // Moved to a day for which this is not asked (the last day to invite had passed before anybody was bound): it asks for nothing any more.
    if (one.kind !== 'before' && day !== one.period_from) return 'gone'
  }
  if (one.because_edition < edition) return hasBegun(one, frame) ? null : 'newEdition'
  return one.opens > today || (one.kind === 'before' && one.due >= today) ? 'gone' : null
}
