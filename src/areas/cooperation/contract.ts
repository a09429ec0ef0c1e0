// Cooperation as data: bodies, agreements, signatures, releases.
import { agreements } from './contract/agreements.ts'
import { bodies } from './contract/bodies.ts'
import { elections } from './contract/elections.ts'

export type { Agreement, Clause, Draft, Releases } from './contract/agreements.ts'
export type { AgreementLine, Body, BodyLine, BodyRole, Seat, Standing } from './contract/bodies.ts'
export { ClauseDuty, type FigureTime } from './contract/duty.ts'

export type {
  Candidate,
  ChairTerm,
  Election,
  ElectionLine,
  ElectionMajority,
  ElectionMethod,
  ElectionRole,
  ElectionRound,
  ElectionStatus,
  ElectionsOfBody,
  RoundOutcome,
} from './contract/election-shapes.ts'

export const cooperation = {
  ...bodies,
  ...agreements,
  ...elections,
}
