// What the answers to an invitation let one expect: by seat, and whether the body will be quorate.
import type { Meeting, Presence, ResponseAnswer } from '../contract/shapes.ts'
import { seatsNeeded } from '../rules.ts'

export type Forecast = {
  comes: number
  deputy: number
  declines: number
  open: number
  /** Of the seats with a vote. Null: nothing is voted on, or no rules. */
  quorum: { reached: 'yes' | 'open' | 'no'; needed: number; entitled: number } | null
}
type Seat = Meeting['attendance'][number]

export const answerOf = (meeting: Pick<Meeting, 'responses'>, { organisation, unit }: Seat): ResponseAnswer | null =>
  meeting.responses.seats.find((one) => one.organisation === organisation.id && one.unit === (unit?.id ?? null))
    ?.answer ?? null

/** What is to be noted if it turns out as it was said. */
export const presenceOf: Readonly<Record<ResponseAnswer, Presence>> = {
  comes: 'present',
  deputy: 'represented',
  declines: 'excused',
}

export function forecastOf(meeting: Pick<Meeting, 'responses' | 'attendance' | 'voting'>): Forecast {
  const count = { comes: 0, deputy: 0, declines: 0, open: 0 }
  const voting = { there: 0, open: 0, of: 0 }
  for (const seat of meeting.attendance) {
    const answer = answerOf(meeting, seat)
    count[answer ?? 'open'] += 1
    if (!seat.voting) continue
    voting.of += 1
    if (answer === 'comes' || answer === 'deputy') voting.there += 1
    if (answer === null) voting.open += 1
  }
  const rules = meeting.voting?.rules
  if (!rules) return { ...count, quorum: null }
  const needed = seatsNeeded(rules.quorum, voting.of)
  const reached = voting.there >= needed ? 'yes' : voting.there + voting.open >= needed ? 'open' : 'no'
  return { ...count, quorum: { reached, needed, entitled: voting.of } }
}
