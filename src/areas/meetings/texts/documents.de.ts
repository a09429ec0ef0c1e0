// What stands on the papers of a meeting.
import { texts as kit } from '#kit/documents/texts.de.ts'
import type { PaperKind } from '../contract.ts'

export const documentTexts = {
  refusals: {
    notYetSettled:
      'Das ist noch nicht freigegeben. Sie bekommen es hier, sobald die Vorsitzenden es freigegeben haben; bis dahin sehen den Entwurf nur Vorsitz und Geschäftsstelle.',
    noMinutesYet:
      'Eine Niederschrift gibt es erst, wenn festgehalten ist, dass die Sitzung stattgefunden hat. Bis dahin gibt es Einladung und Tagesordnung.',
    nothingOnAgenda:
      'Die Tagesordnung ist noch leer. Sobald mindestens ein Punkt darauf steht, lässt sie sich als Dokument ausgeben.',
    calledOff: 'Diese Sitzung ist abgesagt. Einladung, Tagesordnung und Unterschriftenliste gibt es dafür nicht.',
    notHeldYet:
      'Die Teilnahme lässt sich ausgeben, sobald festgehalten ist, dass die Sitzung stattgefunden hat. Für den Tag selbst gibt es die Liste zum Unterschreiben.',
    ...kit.refusals,
  },
  titles: {
    agenda: 'Tagesordnung',
    invitation: 'Einladung',
    minutes: 'Niederschrift',
  } satisfies Record<PaperKind, string>,
  title: (paper: string, number: number) => `${paper} zur ${number}. Sitzung`,
  minutesTitle: (number: number) => `Niederschrift der ${number}. Sitzung`,
  listTitle: (number: number) => `Anwesenheitsliste zur ${number}. Sitzung`,
  fileName: (title: string, body: string, day: string, marks: readonly string[]) =>
    [day, title, body, ...marks].join(' '),
  openFile: 'öffentliche Fassung',
  draft: 'Entwurf',
  draftHint:
    'Entwurf: Diese Fassung ist noch nicht festgestellt. Sie ist für Vorsitz und Geschäftsstelle bestimmt und gilt noch nicht.',
  openHint: 'Öffentliche Fassung: Nicht öffentliche Punkte stehen ohne Titel und Inhalt.',
  invented: 'Erfundener Ablauf: Personen, Sitzungen und Ergebnisse sind erfunden.',
  chairs: (sides: readonly string[]) =>
    sides.length > 1 ? `Gleichberechtigter Vorsitz: ${sides.join(' und ')}` : `Vorsitz: ${sides[0] ?? ''}`,
  invite: (number: number, body: string) => `Zur ${number}. Sitzung wird eingeladen, wer in „${body}“ mitwirkt.`,
  deputies: 'Wer verhindert ist, gibt der Stellvertretung und der Geschäftsstelle Bescheid.',
  when: 'Wann',
  where: 'Wo',
  online: 'Videokonferenz',
  purpose: 'Worum es geht',
  body: 'Gremium',
  agenda: 'Tagesordnung',
  notPublic: 'nicht öffentlich',
  hiddenItem: 'Nicht öffentlicher Punkt',
  position: (n: number, title: string) => `TOP ${n}: ${title}`,
  marked: (title: string, mark: string) => `${title} (${mark})`,
  paperOf: (item: string) => `Unterlage zu ${item}`,
  noNotes: 'Noch keine Notizen.',
  attendance: 'Teilnahme',
  noneNoted: 'Die Teilnahme ist nicht vermerkt.',
  organisation: 'Organisation',
  seat: 'Sitz',
  ownSeat: 'Sitz der Organisation',
  vote: 'Stimme',
  inPlaceOf: (state: string, seat: string) => `${state}, in Vertretung von ${seat}`,
  voteOn: 'Abstimmung',
  voteText: (counts: string, carried: string, by: string) => `${counts}: ${carried}; ${by}`,
  results: { title: 'Ergebnis', text: 'Wortlaut', addressee: 'Richtet sich an', answerBy: 'Antwort bis' },
  resultText: (kind: string, title: string) => `${kind}: ${title}`,
  resultOpen: 'noch nicht gemeinsam freigegeben',
  resultHidden:
    'Zu diesem Punkt ist ein Ergebnis festgehalten; die Vorsitzenden haben es noch nicht gemeinsam freigegeben.',
  releases: 'Freigabe',
  released: (organisation: string, day: string, standIn: boolean) =>
    `Freigegeben von ${organisation} am ${day}${standIn ? ' (durch die benannte Stellvertretung)' : ''}`,
  fixed: (day: string) =>
    `Festgestellt am ${day}. Eine gemeinsame Freigabe verlangt die Geschäftsordnung hierfür nicht.`,
  notReleased: 'Noch nicht gemeinsam freigegeben.',
  signers: (organisation: string) => `Für ${organisation}`,
  office: 'Geschäftsstelle',
  line: 'Ort, Datum, Unterschrift',
  list: {
    lead: 'Bitte tragen Sie sich auf dem Sitz Ihrer Organisation ein. Wer als Stellvertretung da ist, nennt, wen sie oder er vertritt.',
    seats: 'Sitze',
    name: 'Name (in Druckschrift)',
    standsInFor: 'In Vertretung von',
    signature: 'Unterschrift',
    guests: 'Weitere Anwesende und Gäste',
  },
  csv: {
    fileName: (title: string, day: string) => `Teilnahme ${day} ${title}.csv`,
    columns: ['Gremium', 'Sitzung', 'Tag', 'Organisation', 'Sitz', 'Stimme', 'Teilnahme'],
  },
  questions: 'Rückfragen',
  alwaysAt: (address: string) => `Wer für Rückfragen da ist, steht immer unter ${address}`,
  made: (day: string) => `Erstellt mit Nahtstelle am ${day}`,
  screens: {
    title: 'Als Dokument',
    asPdf: kit.asPdf,
    asWord: kit.asWord,
    draftHint: 'Noch nicht festgestellt: Das Dokument ist als Entwurf gekennzeichnet.',
    open: 'Öffentliche Fassung',
    openHint: 'Ohne die nicht öffentlichen Punkte, zum Weitergeben.',
    list: 'Anwesenheitsliste zum Unterschreiben',
    listHint: 'Eine Zeile je Sitz, mit Platz für Name, Vertretung und Unterschrift.',
    attendanceFile: 'Teilnahme als CSV',
    attendanceHint: 'Je Sitz, ob er da war: für Sitzungsgelder. Ohne Namen von Personen.',
  },
}
