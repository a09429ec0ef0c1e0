// Cooperation as data: bodies, agreements, signatures, releases.
import { agreements } from './contract/agreements.ts'
import { bodies } from './contract/bodies.ts'
import { editions } from './contract/editions.ts'
import { sessions } from './contract/sessions.ts'

export type { Agreement, Annex, Clause, Draft, Releases, Signature } from './contract/agreements.ts'
export type { AgreementLine, Body, BodyLine, BodyRole, Seat, Standing } from './contract/bodies.ts'
export { ClauseDuty, type FigureTime } from './contract/duty.ts'
export type { Edition } from './contract/editions.ts'
export { ClauseDuty, type DutyKind, type FigureTime, type From, type ReportTime, type To } from './contract/duty.ts'

export const cooperation = {
  ...bodies,
  ...agreements,
  ...editions,
  ...sessions,
}
