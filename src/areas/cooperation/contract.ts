// Cooperation as data: bodies, agreements, signatures, releases.
import { agreements } from './contract/agreements.ts'
import { bodies } from './contract/bodies.ts'
import { releasing } from './contract/releases.ts'
import { rulesOfProcedure } from './contract/rules.ts'

export type { Agreement, Clause, Draft } from './contract/agreements.ts'
export type { AgreementLine, Body, BodyLine, BodyRole, Seat, Standing } from './contract/bodies.ts'
export { ClauseDuty, type FigureTime } from './contract/duty.ts'
export type { Releases } from './contract/releases.ts'
export type { RulesEdition, RulesPage, SelfCheck } from './contract/rules.ts'

export const cooperation = {
  ...bodies,
  ...agreements,
  ...releasing,
  ...rulesOfProcedure,
}
