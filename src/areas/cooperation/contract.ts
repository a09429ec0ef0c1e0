// Cooperation as data: bodies, agreements, signatures, releases.
import { agreements } from './contract/agreements.ts'
import { bodies } from './contract/bodies.ts'
import { comparisons } from './contract/comparisons.ts'
import { completeness } from './contract/completeness.ts'
import { editions } from './contract/editions.ts'
import { elections } from './contract/elections.ts'
import { foundings } from './contract/foundings.ts'
import { groups } from './contract/groups.ts'
import { involvement } from './contract/involvement.ts'
import { network } from './contract/network.ts'
import { obligations } from './contract/obligations.ts'
import { offers } from './contract/offers.ts'
import { publicPages } from './contract/public.ts'
import { purposes } from './contract/purposes.ts'
import { releasing } from './contract/releases.ts'
import { reviews } from './contract/reviews.ts'
import { rulesOfProcedure } from './contract/rules.ts'
import { seams } from './contract/seams.ts'
import { seats } from './contract/seats.ts'
import { sessions } from './contract/sessions.ts'
import { standings } from './contract/standing.ts'
import { terminations } from './contract/terminations.ts'
import { told } from './contract/told.ts'
import { asking } from './contract/whom-to-ask.ts'

export type { Agreement, Annex, Clause, Draft, NoticeRule, Signature } from './contract/agreements.ts'
export type { AgreementLine, Body, BodyLine, BodyRole, Seat, Standing } from './contract/bodies.ts'
export { ClauseDuty, type DutyKind, type FigureTime, type From, type ReportTime, type To } from './contract/duty.ts'
export type { Edition } from './contract/editions.ts'
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
export type { Founding, FoundingOutcome } from './contract/foundings.ts'
export type { Comparison, Obligation } from './contract/obligations.ts'
export type { Releases } from './contract/releases.ts'
export type { Measured } from './contract/reviews.ts'
export type { RulesEdition, RulesPage, SelfCheck } from './contract/rules.ts'
export type { AgreementState, BodyState } from './contract/standing.ts'
export type { Termination } from './contract/terminations.ts'

export const cooperation = {
  ...bodies,
  ...foundings,
  ...agreements,
  ...editions,
  ...terminations,
  ...reviews,
  ...obligations,
  ...standings,
  ...told,
  ...asking,
  ...sessions,
  ...seams,
  ...comparisons,
  ...network,
  ...completeness,
  ...purposes,
  ...involvement,
  ...publicPages,
  ...groups,
  ...seats,
  ...offers,
  ...releasing,
  ...rulesOfProcedure,
  ...elections,
}
