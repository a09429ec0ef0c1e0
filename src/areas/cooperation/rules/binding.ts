// What rules of procedure in force ask for around each meeting, and which ground wins where an agreement asks for the same. Pure functions of days.
import { addDays, daysBetween } from '#kit/clock/days.ts'
import { texts } from '../texts/arising.de.ts'
import type { Existing } from './keeping.ts'
import { type KnownMeeting, minutesPeriod, noticePeriod } from './periods.ts'
import type { Procedure } from './procedure.ts'
import type { Wanted } from './wanted.ts'

export type Rules = Pick<
  Procedure,
  'noticeDays' | 'noticeStrength' | 'itemDays' | 'minutesDays' | 'minutesStrength'
> & {
  /** The object of the rules and the edition in force. */
  id: string
  edition: number
  body: string
  owner: string
  /** The first day on which something can be owed. */
  start: string
  /** From when the body is dissolved. */
  endsOn: string | null
  meetings: readonly KnownMeeting[]
}

/** Owed by the body to itself: by the chairs and the office on both sides, in the same words. */
export function wantedByRules(rules: Rules): Wanted[] {
  const { body, start, endsOn, meetings } = rules
  const own = { debtor: body, creditor: body, number: null, needed: 1, foresees: null, event: true }
  const wanted = meetings.flatMap((meeting): Wanted[] => {
    const invite = rules.noticeDays === 0 ? null : noticePeriod(start, meeting, rules.noticeDays)
    const minutes = rules.minutesDays === null ? null : minutesPeriod(start, meeting, rules.minutesDays)
    return [
      ...(invite
        ? [
            {
              ...own,
              kind: 'notice',
              title: texts.notice(meeting.day),
              subject: meeting.id,
              becauseText: texts.rules.notice,
              strength: rules.noticeStrength,
              period: { from: invite.from, until: invite.until },
              // The agenda that goes out with it is complete when no more items are handed in.
              opens: opensAfterItems(invite, meeting, rules.itemDays),
              due: invite.due,
            },
          ]
        : []),
      ...(minutes
        ? [
            {
              ...own,
              kind: 'minutes',
              title: texts.minutes(meeting.day),
              subject: meeting.id,
              becauseText: texts.rules.minutes,
              strength: rules.minutesStrength,
              period: { from: minutes.from, until: minutes.until },
              opens: minutes.opens,
              due: minutes.due,
            },
          ]
        : []),
    ]
  })
  return wanted.filter(({ due }) => endsOn === null || due < endsOn)
}

function opensAfterItems(invite: { opens: string; due: string }, meeting: KnownMeeting, itemDays: number | null) {
  if (itemDays === null) return invite.opens
  const closed = [addDays(meeting.day, -itemDays), meeting.announced ?? invite.opens].toSorted().at(-1)!
  return [closed, invite.due].toSorted()[0]!
}

/** What one ground asks for; `ground`: its object. */
export type Claim = { ground: string; want: Wanted }

const ranks = { must: 0, should: 1, usual: 2 } as const
/** Only a must can be breached, so it is stricter than any "soll"; of two that bind alike, the one that falls due earlier. */
export const isStricter = (one: Pick<Wanted, 'strength' | 'due'>, other: Pick<Wanted, 'strength' | 'due'>): boolean =>
  one.strength === other.strength ? one.due < other.due : ranks[one.strength] < ranks[other.strength]

/**
 * One meeting is invited to once: where agreement and rules of procedure (or two agreements) ask for it, the stricter ground is owed and names the
 * other. What has begun to be asked for by one ground stays with it; of equal ones the ground that is there already, then the one named first.
 * `there`: invitations that are owed already, on whatever ground.
 */
export function strictest(
  claims: readonly Claim[],
  there: readonly (Pick<Existing, 'subject' | 'opens' | 'touched'> & { because: string })[],
  today: string,
): Claim[] {
  const byMeeting = Map.groupBy(
    claims.filter(({ want }) => want.kind === 'notice'),
    ({ want }) => want.subject,
  )
  const winners = [...byMeeting].flatMap(([meeting, rivals]) => {
    const own = there.filter((one) => one.subject === meeting)
    const begun = own.find((one) => one.touched || one.opens <= today)
    const best = rivals.filter((one) => !rivals.some((other) => isStricter(other.want, one.want)))
    const winner = begun
      ? rivals.find((one) => one.ground === begun.because)
      : (best.find((one) => own.some(({ because }) => because === one.ground)) ?? best[0])
    return winner ? [withOthers(winner, rivals)] : []
  })
  return [...claims.filter(({ want }) => want.kind !== 'notice'), ...winners]
}

const days = ({ due, period }: Wanted) => daysBetween(due, period.from)

function withOthers(winner: Claim, rivals: readonly Claim[]): Claim {
  const others = rivals.filter((one) => one !== winner)
  if (others.length === 0) return winner
  const { want } = winner
  const named = others.map((one) =>
    one.want.strength === want.strength && days(one.want) === days(want)
      ? one.want.becauseText
      : texts.asks(one.want.becauseText, one.want.strength, days(one.want)),
  )
  return { ...winner, want: { ...want, becauseText: texts.also(want.becauseText, named) } }
}
