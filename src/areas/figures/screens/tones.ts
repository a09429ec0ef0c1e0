// One colour per state of a duty, the same on every page of the area.
export const stateTones = {
  notYet: 'neutral',
  open: 'info',
  overdue: 'danger',
  done: 'success',
  doneLate: 'warning',
  waived: 'neutral',
} as const
