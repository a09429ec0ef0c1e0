// What the answers to a poll come to: by seat and by constituency, never by person, and without an order of who was first.
import type { Poll, PollAnswer, PollOption, PollVoice } from '../contract/polls.ts'
import { seatsNeeded } from '../rules.ts'

export type Count = { yes: number; ifNeeded: number; no: number; open: number; of: number }
export type Reached = 'yes' | 'ifNeeded' | 'open' | 'no'
export type Tally = {
  seats: Count
  /** In the order in which the body names them; seats without one come under null. */
  constituencies: { name: string | null; count: Count }[]
  guests: Count
  leaders: { voice: 'chair' | 'office'; organisation: string; title: string; answer: PollAnswer | null }[]
  /** Both chairs and the office can, those who said "if need be" included. */
  allLead: boolean
  /** yes: the seats that said yes suffice. ifNeeded: with those who come if need be. open: it depends on who has not answered. no: not any more. Null: no quorum. */
  quorum: { reached: Reached; needed: number; entitled: number } | null
}

const key = (voice: PollVoice['voice'], organisation: string | undefined, unit: string | undefined) =>
  `${voice} ${organisation ?? ''} ${unit ?? ''}`
const none = (): Count => ({ yes: 0, ifNeeded: 0, no: 0, open: 0, of: 0 })

function add(count: Count, answer: PollAnswer | null): void {
  count.of += 1
  count[answer ?? 'open'] += 1
}

type Asked = Pick<Poll, 'seats' | 'leaders' | 'answers' | 'guests' | 'quorum'>

export function tallyOf(option: PollOption, poll: Asked): Tally {
  const answers = new Map<string, PollAnswer>()
  const guests = none()
  for (const { voice, organisation, unit, answers: given } of poll.answers) {
    const answer = given[option.id]
    if (answer && voice !== 'guest') answers.set(key(voice, organisation?.id, unit?.id), answer)
  }
  for (const { id } of poll.guests)
    add(guests, poll.answers.find(({ guest }) => guest === id)?.answers[option.id] ?? null)
  const seats = none()
  const voting = none()
  const groups = new Map<string | null, Count>()
  for (const seat of poll.seats) {
    // Who has a seat on the day that is asked about counts, no one else.
    if (seat.from > option.day || (seat.until !== null && seat.until <= option.day)) continue
    const answer = answers.get(key('seat', seat.organisation.id, seat.unit?.id)) ?? null
    const group = groups.get(seat.constituency) ?? none()
    groups.set(seat.constituency, group)
    add(group, answer)
    add(seats, answer)
    if (seat.voting) add(voting, answer)
  }
  const leaders = poll.leaders.map(({ voice, organisation }) => ({
    voice,
    organisation: organisation.id,
    title: organisation.title,
    answer: answers.get(key(voice, organisation.id, undefined)) ?? null,
  }))
  return {
    seats,
    constituencies: [...groups].map(([name, count]) => ({ name, count })),
    guests,
    leaders,
    allLead: leaders.length > 0 && leaders.every(({ answer }) => answer === 'yes' || answer === 'ifNeeded'),
    quorum: poll.quorum === null || voting.of === 0 ? null : quorumOf(poll.quorum, voting),
  }
}

/** Of the seats with a vote: enough for the quorum of the rules? */
export function quorumOf(rule: NonNullable<Poll['quorum']>, count: Count): NonNullable<Tally['quorum']> {
  const needed = seatsNeeded(rule, count.of)
  const reached =
    count.yes >= needed
      ? 'yes'
      : count.yes + count.ifNeeded >= needed
        ? 'ifNeeded'
        : count.yes + count.ifNeeded + count.open >= needed
          ? 'open'
          : 'no'
  return { reached, needed, entitled: count.of }
}
