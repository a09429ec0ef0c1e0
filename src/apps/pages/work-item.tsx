// A duty as a line of a worklist: what, to whom, because of which clause, until when, one action.
import type { Duty } from '#kit/duties/contract.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import { Button } from '#kit/ui/Button.tsx'
import type { WorkItem } from '#kit/ui/Worklist.tsx'
import { dutyTones } from '#kit/web/duty-tones.ts'
import { texts } from './texts.de.ts'

/** Where the duty is done: the page on which its one act stands. */
const places: Readonly<Record<string, (duty: Duty) => string>> = {
  meet: () => '/sitzungen',
  deliver: () => '/zahlen/lieferungen',
  confirm: () => '/zahlen/lieferungen',
  treat: () => '/sitzungen',
  release: (duty) => (duty.subject ? `/beschluesse/${duty.subject.id}` : '/sitzungen'),
  act: (duty) => (duty.subject ? `/beschluesse/${duty.subject.id}` : '/bedarfe'),
  provide: (duty) => (duty.subject ? `/zustaendigkeiten/${duty.subject.id}` : '/zustaendigkeiten'),
  reviewSeam: (duty) => (duty.subject ? `/nahtstellen/${duty.subject.id}` : '/nahtstellen'),
  realise: (duty) => (duty.subject ? `/massnahmen/${duty.subject.id}` : '/bedarfe'),
}
export const placeOf = (duty: Duty) => places[duty.kind]?.(duty) ?? `/aufgaben/${duty.id}`

export const asWorkItem = (duty: Duty, whose: 'mine' | 'theirs'): WorkItem => ({
  id: duty.id,
  what: duty.title,
  to: `/aufgaben/${duty.id}`,
  ...(whose === 'mine'
    ? { toWhom: duty.creditor?.id === duty.subject?.id ? undefined : duty.creditor?.title }
    : { fromWhom: duty.debtor?.title }),
  clause: {
    label: `${duty.because.title ?? ''} ${duty.because.clause} (${dutyTexts.strengths[duty.strength]})`.trim(),
    to: duty.because.object ? `/vereinbarungen/${duty.because.object}` : undefined,
  },
  due: duty.due,
  state: { label: dutyTexts.states[duty.state], tone: dutyTones[duty.state] },
  ...(duty.needed > 1 ? { note: texts.duty.needed(duty.have, duty.needed) } : {}),
  ...(whose === 'mine'
    ? {
        action: (
          <Button small to={placeOf(duty)}>
            {dutyTexts.acts[duty.kind] ?? texts.today.open}
          </Button>
        ),
      }
    : {}),
  invented: duty.invented,
})
export const toneOf = (duty: Duty) => dutyTones[duty.state]
