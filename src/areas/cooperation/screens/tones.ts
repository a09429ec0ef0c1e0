// Colours of states. They never stand without their word.
import type { AgreementLine, Standing } from '../contract.ts'

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
