// One colour per state of a duty, the same on every page of the house.
import type { Duty } from '#kit/duties/contract.ts'

export const dutyTones = {
  notYet: 'neutral',
  open: 'info',
  overdue: 'danger',
  done: 'success',
  doneLate: 'warning',
  waived: 'neutral',
  reasoned: 'neutral',
  missed: 'warning',
  withdrawn: 'neutral',
} as const satisfies Record<Duty['state'], string>
