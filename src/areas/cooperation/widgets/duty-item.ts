// A duty as a line of a worklist: what, by whom, because of which clause, until when.
import type { Duty } from '#kit/duties/contract.ts'
import { texts } from '#kit/duties/texts.de.ts'
import type { WorkItem } from '#kit/ui/Worklist.tsx'

const tones = {
  notYet: 'neutral',
  open: 'info',
  overdue: 'danger',
  done: 'success',
  doneLate: 'warning',
  waived: 'neutral',
} as const

export const dutyItem = (duty: Duty): WorkItem => ({
  id: duty.id,
  what: duty.title,
  to: `/aufgaben/${duty.id}`,
  toWhom: duty.debtor?.title,
  clause: {
    label: `${duty.because.clause} (${texts.strengths[duty.strength]})`,
    to: duty.because.object ? `/vereinbarungen/${duty.because.object}` : undefined,
  },
  due: duty.due,
  state: { label: texts.states[duty.state], tone: tones[duty.state] },
  invented: duty.invented,
})
