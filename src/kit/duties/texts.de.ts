// German words for duties.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { Duty, duties } from './contract.ts'

export const texts = {
  refusals: {
    alreadySettled: 'Diese Aufgabe ist schon erledigt oder erlassen. Es gibt hier nichts mehr zu tun.',
    onlyCreditor: 'Erlassen kann nur, wem etwas zugesagt wurde. Bitte wenden Sie sich an die genannte Stelle.',
  } satisfies RefusalTexts<typeof duties>,
  states: {
    notYet: 'noch nicht fällig',
    open: 'offen',
    overdue: 'überfällig',
    done: 'erledigt',
    doneLate: 'verspätet erledigt',
    waived: 'erlassen',
  } satisfies Record<Duty['state'], string>,
  /** The one act by which a duty of this kind is done. */
  acts: {
    meet: 'Sitzung planen',
    deliver: 'Zahl liefern',
    confirm: 'Wert prüfen',
    treat: 'Auf die Tagesordnung',
    release: 'Freigeben',
    act: 'Maßnahme vereinbaren',
    realise: 'Angebot eintragen',
    groupEnd: 'Verlängern oder enden lassen',
    groupReport: 'Bericht abgeben',
    groupHandover: 'Bericht abgeben',
    nameDelegate: 'Vertretung benennen',
  } as Readonly<Record<string, string>>,
  strengths: { must: 'muss', should: 'soll', usual: 'in der Regel' } satisfies Record<Duty['strength'], string>,
}
