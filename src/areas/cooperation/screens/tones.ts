// Colours of states. They never stand without their word.
import { addDays } from '#kit/clock/days.ts'
import type { GroupState } from '../contract/groups.ts'
import type { AgreementLine, ElectionStatus, Standing } from '../contract.ts'

export const standingTone = {
  informal: 'neutral',
  agreed: 'info',
  constituted: 'success',
  dissolved: 'neutral',
} as const satisfies Record<Standing, string>
export const agreementTone = {
  draft: 'neutral',
  offered: 'info',
  inForce: 'success',
  ended: 'neutral',
} as const satisfies Record<AgreementLine['state'], string>
export const groupTone = {
  proposed: 'info',
  decided: 'info',
  running: 'success',
  ending: 'warning',
  closed: 'neutral',
} as const satisfies Record<GroupState, string>

/** "Bis einschließlich": the last day of a half-open interval. */
export const lastDay = (until: string): string => addDays(until, -1)
export const electionTone = {
  nominating: 'info',
  drawing: 'info',
  casting: 'info',
  runoff: 'warning',
  tie: 'warning',
  decided: 'warning',
  accepted: 'success',
  declined: 'neutral',
  cancelled: 'neutral',
} as const satisfies Record<ElectionStatus, string>
