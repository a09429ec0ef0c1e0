// What an agreement in force asks for, as a pure function of its clauses, its parties and what is known about meetings: who owes what by when.
import type { ClauseDuty, From, To } from '../contract/duty.ts'
import { type DutyPeriod, figurePeriods, meetPeriods } from '../rules.ts'
import { texts } from '../texts/arising.de.ts'
import {
  afterMeetingPeriod,
  beforePeriod,
  everyMonths,
  type KnownMeeting,
  noticePeriod,
  reviewOnDay,
  reviewPeriods,
  yearlyReports,
} from './periods.ts'

type Strength = 'must' | 'should' | 'usual'
export type Clause = {
  number: string
  heading: string
  text: string
  strength: Strength
  duty: ClauseDuty
  indicator: string | null
}
/** Everything that has to be known about an agreement in force. */
export type Ground = {
  id: string
  title: string
  edition: number
  body: string
  /** The organisation that answers for the body. */
  owner: string
  /** The first day on which something can be owed: in force, and known here. */
  start: string
  reviewOn: string | null
  /** The day of the last review, where that has named the next; null: the agreement has. */
  reviewed: string | null
  /** From when the agreement holds no longer or the body is dissolved, and from when single parties are bound no longer. */
  endsOn: string | null
  leaves: ReadonlyMap<string, string>
  parties: readonly { id: string; side: string | null }[]
  members: readonly string[]
  counties: readonly string[]
  clauses: readonly Clause[]
  meetingsOf: (body: string) => readonly KnownMeeting[]
  committeeDays: (committee: string) => readonly string[]
  titleOf: (id: string) => string
}
/** event: it follows something that can move or be called off (its subject); otherwise its period names it. */
export type Wanted = {
  kind: string
  title: string
  debtor: string
  creditor: string
  subject: string | null
  becauseText: string
  number: string | null
  strength: Strength
  period: { from: string; until: string }
  opens: string
  due: string
  needed: number
  foresees: string | null
  event: boolean
}

type Part = { kind: string; title: string; debtor: string; creditor: string; period: DutyPeriod } & Partial<
  Pick<Wanted, 'subject' | 'foresees' | 'event'>
>

/** Who owes it today. A named organisation that no longer takes part owes nothing. */
export function debtorsOf(ground: Ground, from: From): string[] {
  const { parties, members, counties, body } = ground
  if (from === 'office') return [body]
  if (from === 'publicMembers') return [...counties]
  if (from === 'parties') return parties.map((party) => party.id)
  if (from === 'public' || from === 'free')
    return parties.filter((party) => party.side === from).map((party) => party.id)
  return from.filter((id) => members.includes(id) || parties.some((party) => party.id === id))
}
const creditorsOf = ({ body }: Ground, to: To | 'represented'): readonly string[] =>
  to === 'body' || to === 'represented' ? [body] : to

/** All that is owed until the end of next year. Running it on a later day adds to it and takes nothing away that has begun. */
export function wantedBy(ground: Ground, today: string): Wanted[] {
  const { body, start, reviewOn, title } = ground
  const wanted = ground.clauses.flatMap((clause) =>
    partsOf(clause, ground, today).map((part) =>
      finished(part, { text: texts.clauseName(clause), number: clause.number, strength: clause.strength }),
    ),
  )
  const day = reviewOn ? reviewOnDay(ground.reviewed ?? start, reviewOn) : null
  if (day)
    wanted.push(
      finished(
        { kind: 'review', title: texts.review(title), debtor: body, creditor: body, period: day },
        {
          text: ground.reviewed ? texts.reviewAgain(reviewOn!) : texts.reviewOn(reviewOn!),
          number: null,
          strength: 'must',
        },
      ),
    )
  return wanted.filter((one) => isOwed(one, ground))
}

/** What falls due once the agreement has ended, or once who owes it or to whom it is owed has left, is owed no longer. */
export const isOwed = ({ due, debtor, creditor }: Pick<Wanted, 'due' | 'debtor' | 'creditor'>, ground: Ground) =>
  [ground.endsOn, ground.leaves.get(debtor) ?? null, ground.leaves.get(creditor) ?? null].every(
    (end) => end === null || due < end,
  )

const finished = (
  { period, subject = null, foresees = null, event = false, ...part }: Part,
  because: { text: string; number: string | null; strength: Strength },
): Wanted => ({
  ...part,
  subject,
  foresees,
  event,
  becauseText: because.text,
  number: because.number,
  strength: because.strength,
  period: { from: period.from, until: period.until },
  opens: period.opens,
  due: period.due,
  needed: period.needed,
})

function partsOf({ duty, indicator }: Clause, ground: Ground, today: string): Part[] {
  const { body, start, title } = ground
  const own = { debtor: body, creditor: body }
  /** One for each who owes it, each to whom, and each period. Nobody owes something to itself but the body. */
  const each = (
    from: From,
    to: To | 'represented',
    periods: readonly DutyPeriod[],
    make: (p: DutyPeriod, to: string) => Omit<Part, 'debtor' | 'creditor' | 'period'>,
  ) =>
    debtorsOf(ground, from).flatMap((debtor) =>
      creditorsOf(ground, to)
        .filter((creditor) => creditor !== debtor || debtor === body)
        .flatMap((creditor) => periods.map((period) => ({ ...make(period, creditor), debtor, creditor, period }))),
    )
  switch (duty.kind) {
    case 'meet':
      return meetPeriods(start, today, duty.perYear).map((period) => ({
        ...own,
        kind: 'meet',
        title: texts.meet(period),
        foresees: 'meeting',
        period,
      }))
    case 'before':
      return sessionsOf(duty, ground).flatMap(({ day, subject, name }) => {
        const period = beforePeriod(start, day, duty.weeks, duty.span)
        if (!period) return []
        return [
          {
            ...own,
            kind: 'before',
            title: texts.before(name, day),
            subject,
            foresees: 'meeting',
            event: !!subject,
            period,
          },
        ]
      })
    case 'notice':
      return ground.meetingsOf(body).flatMap((meeting) => {
        const period = noticePeriod(start, meeting, duty.days)
        return period
          ? [{ ...own, kind: 'notice', title: texts.notice(meeting.day), subject: meeting.id, event: true, period }]
          : []
      })
    case 'deliver':
    case 'confirm':
      return each(duty.from, duty.to, figurePeriods(start, today, duty.time), (period) => ({
        kind: duty.kind,
        title: texts[duty.kind](indicator ?? '', period),
        subject: duty.indicator,
      }))
    case 'report': {
      const whom = (to: string) =>
        duty.to === 'represented' ? texts.represented : to === body ? null : ground.titleOf(to)
      if (duty.time.when === 'yearly')
        return each(duty.from, duty.to, yearlyReports(start, today, duty.time), (period, to) => ({
          kind: 'report',
          title: texts.reportYear(whom(to), period),
        }))
      const { days } = duty.time
      return ground.meetingsOf(body).flatMap((meeting) => {
        const period = afterMeetingPeriod(start, meeting, days)
        if (!period) return []
        return each(duty.from, duty.to, [period], (_, to) => ({
          kind: 'report',
          title: texts.reportMeeting(whom(to), meeting.day),
          subject: meeting.id,
          event: true,
        }))
      })
    }
    case 'contact':
      return each(duty.from, duty.to, everyMonths(start, today, duty.months), (period) => ({
        kind: 'contact',
        title: texts.contact(period.due),
      }))
    case 'review':
      return reviewPeriods(start, today, duty.years).map((period) => ({
        ...own,
        kind: 'review',
        title: texts.review(title),
        period,
      }))
    // These follow what happens to a service or a recommendation, and are owed at that moment.
    case 'inform':
    case 'answer':
      return []
  }
}

function sessionsOf(duty: Extract<ClauseDuty, { kind: 'before' }>, ground: Ground) {
  const { of } = duty
  if ('committee' in of)
    return ground.committeeDays(of.committee).map((day) => ({ day, subject: null, name: of.committee }))
  const name = ground.titleOf(of.body)
  return ground.meetingsOf(of.body).map((meeting) => ({ day: meeting.day, subject: meeting.id, name }))
}
