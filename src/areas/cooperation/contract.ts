// Cooperation as data: bodies, agreements, signatures, releases.
import { agreements } from './contract/agreements.ts'
import { bodies } from './contract/bodies.ts'
import { groups } from './contract/groups.ts'
import { seats } from './contract/seats.ts'

export type { Agreement, Clause, Draft, Releases } from './contract/agreements.ts'
export type { AgreementLine, Body, BodyLine, BodyRole, Seat, Standing } from './contract/bodies.ts'
export { ClauseDuty, type FigureTime } from './contract/duty.ts'

export const cooperation = {
  ...bodies,
  ...agreements,
  ...groups,
  ...seats,
}
