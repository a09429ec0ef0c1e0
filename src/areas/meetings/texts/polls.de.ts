// German words for polls about dates.
import type { PollAnswer, PollStatus, PollVoice } from '../contract/polls.ts'
import type { Count, Reached, Tally } from '../rules/tally.ts'
import { longDay, slotWords } from './days.de.ts'

/** After "von". */
const ofSeats = (n: number) => (n === 1 ? '1 Sitz' : `${n} Sitzen`)

export const pollTexts = {
  kind: 'Terminfindung',
  titleOf: (body: string) => `Terminfindung ${body}`,
  statuses: { open: 'läuft', closed: 'Termin steht fest', withdrawn: 'zurückgezogen' } satisfies Record<
    PollStatus,
    string
  >,
  over: 'Frist abgelaufen',
  answers: { yes: 'ja', ifNeeded: 'wenn nötig', no: 'nein' } satisfies Record<PollAnswer, string>,
  open: 'noch offen',
  signIn: 'Zur Anmeldung',
  faults: {
    place: 'Bitte sagen Sie, wo: einen Raum, eine Adresse für die Videokonferenz oder beides.',
    untilPast: 'Dieser Tag ist schon vorbei. Bitte wählen Sie einen, bis zu dem noch jemand antworten kann.',
    untilLate: 'Die Antworten müssen vor dem ersten vorgeschlagenen Tag da sein. Bitte wählen Sie einen früheren Tag.',
    remindLate: 'Erinnert wird vor oder an dem Tag, bis zu dem geantwortet wird. Bitte prüfen Sie die Tage.',
    ends: 'Bei einem Vorschlag liegt das Ende vor dem Beginn. Bitte prüfen Sie die Uhrzeiten.',
    remindPast:
      'Erinnert werden kann frühestens morgen. Bitte wählen Sie einen späteren Tag oder lassen Sie das Feld leer.',
    twice: 'Ein Tag steht zweimal mit derselben Uhrzeit da. Bitte nehmen Sie einen davon weg.',
    guestTwice: 'Ein Gast steht zweimal mit derselben Adresse da. Bitte nehmen Sie einen davon weg.',
    whose: 'Bitte sagen Sie, wessen Links nicht mehr gelten sollen.',
  },
  refusals: {
    pollSettled: 'Diese Terminfindung ist schon abgeschlossen. Es wurde nichts verändert.',
    pollOver:
      'Antworten werden nicht mehr angenommen: Die Frist ist abgelaufen, oder der Termin steht schon fest. Bitte wenden Sie sich an die Geschäftsstelle.',
    noVoice:
      'Sie antworten hier für keinen Sitz: Der Link gilt nicht mehr, oder Sie sind heute für keinen Sitz im Gremium entsandt. Bitte wenden Sie sich an die Geschäftsstelle.',
    answeredSince:
      'Inzwischen hat schon jemand für denselben Sitz geantwortet. Es wurde nichts überschrieben. Bitte sehen Sie sich die Antwort an und ändern Sie sie, falls nötig.',
    otherOption:
      'Dieser Termin gehört nicht zu dieser Terminfindung oder liegt schon zurück. Bitte wählen Sie einen anderen.',
  },
  list: {
    title: 'Terminfindungen',
    start: 'Termin finden',
    lead: 'Hier wird gerade ein Termin gesucht.',
    until: (day: string) => `antworten bis ${longDay(day)}`,
  },
  form: {
    title: 'Termin finden',
    editTitle: 'Terminfindung ändern',
    lead: 'Schlagen Sie mehrere Termine vor. Alle Sitze werden gefragt, Delegierte und Stellvertretungen; antworten lässt sich auch ohne Anmeldung.',
    body: 'Gremium',
    days: 'Welche Tage kommen infrage?',
    daysHint: 'Angekreuzt sind Vorschläge. Bei jedem Tag steht, was dafür oder dagegen spricht.',
    more: 'Weitere Tage zeigen',
    otherDay: 'Anderer Tag',
    addDay: 'Tag hinzufügen',
    chosen: (n: number) => (n === 1 ? '1 Tag gewählt' : `${n} Tage gewählt`),
    tooFew: 'Bitte wählen Sie mindestens zwei Tage. Steht der Tag schon fest, planen Sie die Sitzung gleich.',
    times: 'Zu welcher Uhrzeit?',
    starts: 'Beginn',
    ends: 'Ende',
    timeHint: 'Uhrzeit, zum Beispiel 14:00. Sie gilt für alle gewählten Tage.',
    secondStarts: 'Zweite Uhrzeit zur Wahl',
    until: 'Antworten bis',
    untilHint: 'Letzter Tag, an dem geantwortet werden kann.',
    remindOn: 'Erinnern am',
    remindHint: 'Wer bis dahin nicht geantwortet hat, bekommt einmal eine Erinnerung.',
    place: 'Raum oder Adresse',
    online: 'Adresse der Videokonferenz',
    placeHint: 'Ein Raum, eine Videokonferenz oder beides.',
    purpose: 'Worum es geht',
    guests: 'Gäste ohne Zugang',
    guestsHint:
      'Je Zeile ein Gast: Name, E-Mail-Adresse. Adressen sieht niemand anderes; einen Monat danach werden sie gelöscht.',
    guestFault: (line: string) =>
      `„${line}“ ist kein Name mit E-Mail-Adresse. Bitte schreiben Sie zum Beispiel: Eva Muster, eva@example.org`,
    send: 'Umfrage verschicken',
    planNow: 'Tag steht schon fest',
    save: 'Speichern',
    cancel: 'Abbrechen',
    sent: 'Die Umfrage ist unterwegs.',
    saved: 'Gespeichert.',
    who: 'Gefragt werden alle, die im Gremium mitwirken, und die genannten Gäste. Jede Person bekommt eine E-Mail mit einem eigenen Link.',
  },
  page: {
    until: 'Antworten bis',
    remind: 'Erinnerung am',
    where: 'Wo',
    online: 'Videokonferenz',
    purpose: 'Worum es geht',
    because: 'Zurückgezogen, weil',
    mine: 'Ihre Antwort',
    mineFor: (who: string) => `Sie antworten für: ${who}.`,
    noVoice: 'Sie sind in diesem Gremium für keinen Sitz entsandt. Sie sehen, wie die Terminfindung steht.',
    forWhom: 'Für welche Sitze gilt die Antwort?',
    send: 'Antwort speichern',
    sent: 'Ihre Antwort ist gespeichert. Sie können sie bis zum Ende der Frist ändern.',
    whichSeats: 'Bitte wählen Sie mindestens einen Sitz, für den Sie antworten.',
    missing: 'Bitte antworten Sie zu mindestens einem Termin.',
    options: 'Wer wann kann',
    optionsLead: 'Gezählt werden Sitze, nicht Personen.',
    seats: (count: Count) =>
      `${count.yes} ja · ${count.ifNeeded} wenn nötig · ${count.no} nein · ${count.open} offen (von ${ofSeats(count.of)})`,
    count: (count: Count) => `${count.yes} ja, ${count.ifNeeded} wenn nötig, ${count.no} nein, ${count.open} offen`,
    noGroup: 'ohne Gruppe',
    guests: 'Gäste',
    quorum: ({ reached, needed, entitled }: NonNullable<Tally['quorum']>) =>
      ({
        yes: `Beschlussfähig: nötig sind ${needed} von ${ofSeats(entitled)} mit Stimme, und so viele haben zugesagt.`,
        ifNeeded: `Beschlussfähig, wenn auch kommt, wer „wenn nötig“ sagt (nötig sind ${needed} von ${entitled}).`,
        open: `Ob das Gremium beschlussfähig ist, hängt von offenen Antworten ab (nötig sind ${needed} von ${entitled}).`,
        no: `Nicht beschlussfähig: nötig wären ${needed} von ${ofSeats(entitled)} mit Stimme.`,
      })[reached satisfies Reached],
    leaders: { chair: 'Vorsitz', office: 'Geschäftsstelle' },
    allLead: 'Vorsitz und Geschäftsstelle können.',
    choose: 'Diesen Termin festlegen',
    chooseTitle: 'Termin festlegen?',
    chooseLead: (slot: Parameters<typeof slotWords>[0]) =>
      `${slotWords(slot)} wird zur geplanten Sitzung. Wer geantwortet hat, bekommt eine E-Mail mit dem Termin; die anderen Vorschläge fallen weg.`,
    chosen: 'Die Sitzung ist geplant. Wer geantwortet hat, bekommt den Termin.',
    chosenHere: 'festgelegt',
    toMeeting: 'Zur Sitzung',
    seatTable: 'Antworten je Sitz',
    seat: 'Sitz',
    group: 'Gruppe',
    change: 'Frist oder Ort ändern',
    withdraw: 'Zurückziehen',
    withdrawTitle: 'Terminfindung zurückziehen',
    reason: 'Grund',
    withdrawn: 'Die Terminfindung ist zurückgezogen.',
    links: 'Links widerrufen',
    linksLead:
      'Jede gefragte Person hat einen eigenen Link. Widerrufen Sie ihn, wenn eine E-Mail in falsche Hände geraten ist; angemeldet lässt sich weiter antworten.',
    linksOf: 'Wessen Links',
    endLinks: 'Links widerrufen',
    linksEnded: (n: number) =>
      n === 0
        ? 'Es gab keinen Link, der noch galt.'
        : n === 1
          ? 'Der Link gilt nicht mehr.'
          : `${n} Links gelten nicht mehr.`,
    waits: (until: string) => `Die Frist endet am ${longDay(until)}. Sie können auch vorher einen Termin festlegen.`,
    waitsOver: 'Die Frist ist abgelaufen. Bitte legen Sie einen Termin fest oder verlängern Sie die Frist.',
    slot: slotWords,
  },
  voices: {
    seat: (organisation: string, unit: string | null) => (unit ? `${organisation}, ${unit}` : organisation),
    chair: (organisation: string) => `Vorsitz (${organisation})`,
    office: (organisation: string) => `Geschäftsstelle (${organisation})`,
    guest: () => 'Sie selbst als Gast',
  } satisfies Record<PollVoice['voice'], (organisation: string, unit: string | null) => string>,
  link: {
    lead: (name: string, body: string) => `Guten Tag ${name}. ${body} sucht einen Termin. Wann können Sie?`,
    ended: 'Dieser Link gilt nicht mehr',
    endedText:
      'Er wurde widerrufen, oder Sie wirken in diesem Gremium nicht mehr mit. Bitte wenden Sie sich an die Geschäftsstelle.',
    unknown: 'Diesen Link kennen wir nicht',
    unknownText: 'Bitte öffnen Sie ihn noch einmal aus der E-Mail. Fehlt ein Stück am Ende, kopieren Sie ihn ganz.',
    over: 'Die Frist ist abgelaufen',
    overText: 'Antworten werden nicht mehr angenommen. Sie erfahren den Termin, sobald er feststeht.',
    closed: 'Der Termin steht fest',
    withdrawn: 'Diese Terminfindung wurde zurückgezogen',
    thanks: 'Danke, Ihre Antwort ist gespeichert.',
    thanksText: 'Sie können sie mit demselben Link bis zum Ende der Frist ändern.',
    where: 'Wo',
  },
}
