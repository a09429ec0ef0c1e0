// German words for duties.

import type { RefusalTexts } from '#kit/http/contract.ts'
import type { Duty, duties } from './contract.ts'
import { isQuestion } from './rules.ts'

const days = (day: string) => day.split('-').reverse().join('.')

export const texts = {
  refusals: {
    alreadySettled: 'Diese Aufgabe ist schon erledigt, begründet oder erlassen. Es gibt hier nichts mehr zu tun.',
    onlyCreditor: 'Erlassen kann nur, wem etwas zugesagt wurde. Bitte wenden Sie sich an die genannte Stelle.',
    ownDuty:
      'Was die eigene Seite zugesagt hat, kann sie sich nicht selbst erlassen. Das kann nur, wem es zugesagt wurde; sonst ändern Sie bitte die Vereinbarung.',
    onlyDebtor: 'Das kann nur, wer die Aufgabe zugesagt hat. Bitte wenden Sie sich an die zuständige Stelle.',
    onlyShould:
      'Eine Begründung gibt es nur bei einem „soll“. Ein „muss“ wird erfüllt oder von der anderen Seite erlassen.',
    doneElsewhere:
      'Diese Aufgabe erledigt sich von selbst, sobald das Vereinbarte in Nahtstelle geschehen ist. Bitte öffnen Sie die Seite, auf der das geschieht.',
    linkUsed:
      'Dieser Link hat schon einmal gewirkt, ist abgelaufen oder gehört zu einem beendeten Auftrag. Es wurde nichts verändert. Bitte melden Sie sich an oder wenden Sie sich an die Geschäftsstelle.',
    dayToCome: 'Der Tag liegt in der Zukunft. Bitte geben Sie heute oder einen früheren Tag an.',
  } satisfies RefusalTexts<typeof duties>,
  narrow:
    'Bitte nennen Sie ein Gremium, eine Organisation, einen Gegenstand oder eine Vereinbarung, deren Aufgaben Sie sehen möchten.',
  states: {
    notYet: 'noch nicht fällig',
    open: 'offen',
    overdue: 'überfällig',
    done: 'erledigt',
    doneLate: 'verspätet erledigt',
    waived: 'erlassen',
    reasoned: 'begründet',
    missed: 'nicht erfolgt',
    withdrawn: 'entfallen',
  } satisfies Record<Duty['state'], string>,
  /** Said beside the state while it can still be avoided. */
  foreseen: (missing: number, by: string) =>
    missing === 1
      ? `Es fehlt noch eine bis ${days(by)}, und keine weitere ist geplant.`
      : `Es fehlen noch ${missing} bis ${days(by)}, und keine weitere ist geplant.`,
  /** The one act by which a duty of this kind is done. */
  acts: {
    meet: 'Termin finden',
    before: 'Termin finden',
    notice: 'Einladen',
    minutes: 'Niederschrift vorlegen',
    answerObjection: 'Einwände beantworten',
    deliver: 'Zahl liefern',
    confirm: 'Wert prüfen',
    treat: 'Auf die Tagesordnung setzen',
    release: 'Freigeben',
    act: 'Maßnahme vereinbaren',
    realise: 'Angebot eintragen',
    report: 'Bericht festhalten',
    inform: 'Nachträglich informieren',
    contact: 'Ansprechperson bestätigen',
    review: 'Überprüfung festhalten',
    provide: 'Erbringer nennen',
    reviewSeam: 'Nahtstelle ansehen',
    checkArea: 'Gebiet prüfen',
    groupEnd: 'Verlängern oder enden lassen',
    groupReport: 'Bericht abgeben',
    groupHandover: 'Bericht abgeben',
    nameDelegate: 'Vertretung benennen',
    nameStandIn: 'Stellvertretung des Vorsitzes benennen',
    sign: 'Unterschreiben',
    settleSeats: 'Über den Sitz entscheiden',
    renew: 'Verlängern oder enden lassen',
    acceptSeat: 'Annehmen oder absagen',
  } as Readonly<Record<string, string>>,
  /** What kind of duty it is, for filters and tables. */
  kinds: {
    meet: 'Treffen',
    before: 'Treffen vor einer Sitzung',
    notice: 'Einladung',
    minutes: 'Niederschrift',
    answerObjection: 'Einwände gegen eine Niederschrift',
    deliver: 'Zahl liefern',
    confirm: 'Amtlichen Wert bestätigen',
    treat: 'Über einen Bedarf beraten',
    release: 'Gemeinsame Freigabe',
    act: 'Auf eine Empfehlung antworten',
    realise: 'Maßnahme umsetzen',
    report: 'Berichten',
    inform: 'Über eine Änderung informieren',
    contact: 'Ansprechperson bestätigen',
    review: 'Vereinbarung überprüfen',
    provide: 'Erbringer nennen',
    reviewSeam: 'Nahtstelle überprüfen',
    checkArea: 'Gebiet prüfen',
    groupEnd: 'Ende einer Arbeitsgruppe',
    groupReport: 'Bericht einer Arbeitsgruppe',
    groupHandover: 'Abschlussbericht einer Arbeitsgruppe',
    nameDelegate: 'Vertretung benennen',
    nameStandIn: 'Stellvertretung des Vorsitzes benennen',
    sign: 'Unterschrift',
    acceptSeat: 'Anfrage, Mitglied zu werden',
  } as Readonly<Record<string, string>>,
  /** Who owes it and to whom; who is only asked has promised nothing. */
  parties: (kind: string): { debtor: string; creditor: string } =>
    isQuestion(kind)
      ? { debtor: 'Angefragt', creditor: 'Angefragt von' }
      : { debtor: 'Zugesagt von', creditor: 'Zugesagt gegenüber' },
  onlyAsked: 'angefragt, noch nicht zugesagt',
  strengths: { must: 'muss', should: 'soll', usual: 'in der Regel' } satisfies Record<Duty['strength'], string>,
}
