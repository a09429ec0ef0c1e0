// What the house itself answers when something cannot be done. Every sentence says what to do.
export const texts = {
  api: 'Kooperative Sozialplanung. Jede Ablehnung trägt einen Code und einen deutschen Satz (message), der sagt, was zu tun ist.',
  unnamedFile: 'Datei',
  invalidInput:
    'Einige Angaben fehlen oder passen nicht. Es wurde nichts gespeichert. Bitte prüfen Sie die genannten Felder.',
  notSignedIn:
    'Sie sind nicht angemeldet oder Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich an; Ihre Eingaben bleiben hier stehen.',
  mandateEnded:
    'Sie können für diese Organisation nicht mehr handeln, weil Ihre Entsendung beendet ist. Bitte wählen Sie, für wen Sie handeln.',
  forbidden:
    'Das können Sie in Ihrer Rolle nicht tun. Es wurde nichts verändert. Wer es darf, steht beim Gremium oder bei der Organisation.',
  notFound: 'Das gibt es hier nicht, oder es ist für Sie nicht freigegeben.',
  stale: (who: string | null) =>
    `Inzwischen hat ${who ?? 'jemand anderes'} diesen Stand geändert. Nichts ging verloren: Ihr Text und der neue Stand stehen nebeneinander. Bitte übernehmen Sie, was gelten soll.`,
  preconditionRequired:
    'Diese Änderung nennt nicht, auf welchem Stand sie beruht. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
  keyReused:
    'Dieselbe Anfrage wurde schon einmal mit anderem Inhalt geschickt. Es wurde nichts verändert. Bitte laden Sie die Seite neu.',
  foreignOrigin: 'Diese Anfrage kam von einer fremden Seite und wurde nicht ausgeführt.',
  tooLong:
    'Das ist zu viel auf einmal: Möglich ist höchstens 1 MB Text. Es wurde nichts gespeichert. Bitte kürzen Sie, oder laden Sie es als Datei hoch.',
  tooLarge: (limit: string) => `Die Datei ist zu groß. Möglich sind höchstens ${limit}. Es wurde nichts gespeichert.`,
  tooMany:
    'Das waren sehr viele Versuche in kurzer Zeit. Bitte warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.',
  fault: (id: string) =>
    `Da ist bei uns etwas schiefgegangen. Es wurde nichts gespeichert, Ihre Eingaben stehen noch da. Bitte versuchen Sie es noch einmal; bleibt es dabei, nennen Sie der Stelle, die Nahtstelle für Sie betreibt, die Nummer ${id}.`,
  /** What a field says when it cannot be used as it stands. */
  faults: {
    empty: 'Bitte füllen Sie dieses Feld aus.',
    none: 'Bitte wählen Sie mindestens einen Eintrag.',
    short: (n: number) => `Bitte geben Sie mindestens ${n} Zeichen ein.`,
    long: (n: number) => `Hier passen höchstens ${n} Zeichen. Bitte kürzen Sie den Text.`,
    email: 'Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@beispiel.de.',
    day: 'Bitte geben Sie einen Tag an, zum Beispiel 31.03.2027.',
    url: 'Bitte geben Sie die Adresse vollständig an, zum Beispiel https://www.beispiel.de.',
    choose: 'Bitte wählen Sie einen der angebotenen Einträge.',
    number: 'Bitte geben Sie eine Zahl an.',
    format: 'Diese Angabe hat nicht die erwartete Form. Bitte prüfen Sie sie.',
  },
  gone: 'Diese Adresse kennt Nahtstelle nicht.',
}
