// When the owners of a seam look at it again, as pure functions of days.
import { addMonths } from '#kit/clock/days.ts'

type Review = { organisation: string; onDay: string }
export type Round = {
  /** The day from which the time runs: since the edition holds, or since both had looked last. */
  from: string
  due: string
  /** Who has looked in this round; it ends when both have. */
  reviewed: string[]
}

/** The round that is running: a single owner who has looked does not end it. */
export function reviewRound(
  since: string,
  months: number,
  owners: readonly [string, string],
  reviews: readonly Review[],
): Round {
  let from = since
  for (;;) {
    const firstOf = (owner: string) =>
      reviews
        .filter((one) => one.organisation === owner && one.onDay > from)
        .map((one) => one.onDay)
        .toSorted()[0]
    const days = owners.map(firstOf)
    const [one, other] = days
    if (one === undefined || other === undefined)
      return { from, due: addMonths(from, months), reviewed: owners.filter((_, n) => days[n] !== undefined) }
    from = [one, other].toSorted()[1]!
  }
}
