// A duty as a line of a worklist: what, to whom, because of which clause, until when, one action.
import { clausePlace, rulesPlace } from '#areas/cooperation/widgets/clause-mark.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { isQuestion, isUnsettled } from '#kit/duties/rules.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import { Button } from '#kit/ui/Button.tsx'
import type { WorkItem } from '#kit/ui/Worklist.tsx'
import { dutyTones } from '#kit/web/duty-tones.ts'
import { pageOf } from '../places.ts'
import { texts } from './texts.de.ts'

/** Days that keep what was agreed are proposed there; where the day stands already, a meeting is planned from there. */
const findDate = ({ debtor }: Duty) => (debtor ? `/terminfindungen/neu?gremium=${debtor.id}` : '/sitzungen')

/** Where the duty is done: the page on which its one act stands. */
const places: Readonly<Record<string, (duty: Duty) => string>> = {
  meet: findDate,
  before: findDate,
  notice: (duty) => (duty.subject ? `/sitzungen/${duty.subject.id}` : '/sitzungen'),
  minutes: (duty) => (duty.subject ? `/sitzungen/${duty.subject.id}` : '/sitzungen'),
  deliver: () => '/zahlen/lieferungen',
  confirm: () => '/zahlen/lieferungen',
  treat: () => '/sitzungen',
  release: ({ subject }) => (subject ? pageOf(subject.kind, subject.id) : '/sitzungen'),
  answerObjection: (duty) => (duty.subject ? `/sitzungen/${duty.subject.id}` : '/sitzungen'),
  review: (duty) => (duty.because.object ? `/vereinbarungen/${duty.because.object}` : `/aufgaben/${duty.id}`),
  act: (duty) => (duty.subject ? `/beschluesse/${duty.subject.id}` : '/bedarfe'),
  provide: (duty) => (duty.subject ? `/zustaendigkeiten/${duty.subject.id}` : '/zustaendigkeiten'),
  checkArea: (duty) => (duty.debtor ? `/organisationen/${duty.debtor.id}` : '/netzwerk'),
  reviewSeam: (duty) => (duty.subject ? `/nahtstellen/${duty.subject.id}` : '/nahtstellen'),
  groupEnd: (duty) => (duty.subject ? `/arbeitsgruppen/${duty.subject.id}` : '/gremien'),
  groupReport: (duty) => (duty.debtor ? `/gremien/${duty.debtor.id}` : '/gremien'),
  groupHandover: (duty) => (duty.subject ? `/gremien/${duty.subject.id}` : '/gremien'),
  nameStandIn: (duty) => (duty.creditor ? `/gremien/${duty.creditor.id}?ansicht=regeln` : '/gremien'),
  nameDelegate: (duty) => (duty.creditor ? `/gremien/${duty.creditor.id}?ansicht=mitglieder` : '/gremien'),
  acceptSeat: (duty) => (duty.creditor ? `/gremien/${duty.creditor.id}?ansicht=mitglieder` : '/gremien'),
  sign: (duty) => (duty.subject ? `/vereinbarungen/${duty.subject.id}` : '/gremien'),
  settleSeats: (duty) => (duty.because.object ? `/vereinbarungen/${duty.because.object}` : '/gremien'),
  renew: (duty) => (duty.subject ? `/vereinbarungen/${duty.subject.id}` : '/gremien'),
  realise: (duty) => (duty.subject ? `/massnahmen/${duty.subject.id}` : '/bedarfe'),
}
export const placeOf = (duty: Duty) => places[duty.kind]?.(duty) ?? `/aufgaben/${duty.id}`

/** Where the ground of a duty stands: the clause of an agreement; other grounds have their own page. */
export const groundOf = (duty: Duty): string | undefined => {
  if (duty.because.number || agreementKinds.has(duty.kind)) return clausePlace(duty.because)
  return rulesPlace(duty) ?? (duty.subject ? `/aufgaben/${duty.id}` : undefined)
}
/** Kinds that only an agreement knows. */
const agreementKinds: ReadonlySet<string> = new Set([
  'meet',
  'deliver',
  'confirm',
  'review',
  'sign',
  'settleSeats',
  'renew',
])

/** How far it is, and what will be missing if nothing is planned. */
const noteOf = (duty: Duty, whose: 'mine' | 'theirs') =>
  [
    ...(duty.needed > 1 ? [texts.duty.needed(duty.have, duty.needed)] : []),
    ...(duty.foreseen ? [dutyTexts.foreseen(duty.foreseen.missing, duty.foreseen.by)] : []),
    ...(whose === 'theirs' && isQuestion(duty.kind) && isUnsettled(duty.state) ? [dutyTexts.onlyAsked] : []),
    ...(whose === 'mine' && duty.state === 'overdue' && duty.strength === 'should' ? [texts.duty.reasonAsked] : []),
  ].join(' · ') || undefined

/** A clause that says itself of what it is one ("§ 2 der Geschäftsordnung") is not introduced by that again. */
function clauseOf({ because: { title, clause } }: Duty): string {
  const kind = title?.split(':')[0]
  return !title || (kind && clause.includes(kind)) ? clause : `${title}: ${clause}`
}

export const asWorkItem = (duty: Duty, whose: 'mine' | 'theirs'): WorkItem => ({
  id: duty.id,
  what: duty.title,
  to: `/aufgaben/${duty.id}`,
  ...(whose === 'mine'
    ? { toWhom: duty.creditor?.id === duty.subject?.id ? undefined : duty.creditor?.title }
    : { fromWhom: duty.debtor?.title }),
  clause: {
    label: `${clauseOf(duty)} (${dutyTexts.strengths[duty.strength]})`,
    to: groundOf(duty),
  },
  due: duty.due,
  state: duty.foreseen
    ? { label: texts.duty.foreseen, tone: 'warning' }
    : { label: dutyTexts.states[duty.state], tone: dutyTones[duty.state] },
  note: noteOf(duty, whose),
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
