// Colours of states. They never stand without their word.
import type { AgreementLine, ElectionStatus, Standing } from '../contract.ts'

export const standingTone = {
  informal: 'neutral',
  agreed: 'info',
  constituted: 'success',
  dissolved: 'neutral',
} as const satisfies Record<Standing, string>
export const agreementTone = { draft: 'neutral', offered: 'info', inForce: 'success' } as const satisfies Record<
  AgreementLine['state'],
  string
>
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
