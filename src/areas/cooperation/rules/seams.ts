// When the owners of a seam look at it again, as pure functions of days.
import { addMonths } from '#kit/clock/days.ts'

type Review = { side: Side; onDay: string }
export type Side = 'a' | 'b'
const sides: readonly Side[] = ['a', 'b']
export type Round = {
  /** The day from which the time runs: since the edition holds, or since both had looked last. */
  from: string
  due: string
  /** Which side has looked in this round; it ends when both have. */
  reviewed: Side[]
}

/** The round that is running: a single owner who has looked does not end it. */
export function reviewRound(since: string, months: number, reviews: readonly Review[]): Round {
  let from = since
  for (;;) {
    const firstOf = (side: Side) =>
      reviews
        .filter((one) => one.side === side && one.onDay > from)
        .map((one) => one.onDay)
        .toSorted()[0]
    const days = sides.map(firstOf)
    const [one, other] = days
    if (one === undefined || other === undefined)
      return { from, due: addMonths(from, months), reviewed: sides.filter((_, n) => days[n] !== undefined) }
    from = [one, other].toSorted()[1]!
  }
}
