// German wording of meetings in calendars.
export const calendarTexts = {
  feedName: 'Sitzungen (Nahtstelle)',
  feedFile: 'sitzungen.ics',
  fileName: (title: string) => `${title.replaceAll(/[^\p{L}\p{N} .-]/gu, '')}.ics`,
  notInvited: 'Vorgemerkt: Die Einladung ist noch nicht verschickt.',
  cancelled: (because: string) => `Abgesagt: ${because}`,
  online: (address: string) => `Videokonferenz: ${address}`,
  openEnd: 'Das Ende steht noch nicht fest; vorgemerkt sind zwei Stunden.',
  invented: 'Dies ist ein Beispiel: Der Ablauf ist erfunden.',
  hold: (poll: string) => `Vorgemerkt: ${poll}`,
  notFixed: 'Dieser Termin wird gerade abgefragt und steht noch nicht fest. Wird ein anderer gewählt, verschwindet er.',
  answer: (page: string) => `Zur Terminfindung: ${page}`,
  more: (page: string) => `Tagesordnung und Unterlagen: ${page}`,
  takeAlong: 'In den Kalender',
  subscribe: 'Kalender abonnieren',
  dialog: {
    title: 'Sitzungen im eigenen Kalender',
    lead: (organisation: string) =>
      `Mit einer Adresse, die nur Sie kennen, zeigt Ihr Kalender alle Sitzungen, die Sie für ${organisation} sehen: auch verlegte und abgesagte, ohne dass Sie etwas tun.`,
    how: 'So geht es: Adresse kopieren, dann im Kalender „Kalender aus dem Internet abonnieren“ wählen (in Outlook „Aus dem Internet abonnieren“, auf dem iPhone „Kalenderabo hinzufügen“) und dort einfügen.',
    secretTitle: 'Nur für Sie',
    secret:
      'Wer diese Adresse kennt, kann diese Termine lesen. Geben Sie sie nicht weiter. Sie wird nur jetzt angezeigt; eine neue macht die alte ungültig. Endet Ihre Entsendung, zeigt sie nichts mehr.',
    make: 'Adresse erzeugen',
    again: 'Neue Adresse erzeugen',
    label: 'Adresse Ihres Kalenders',
    copy: 'Kopieren',
    copied: 'Die Adresse ist kopiert.',
    open: 'Im Kalender öffnen',
    since: (day: string) =>
      `Seit ${day} gibt es eine Adresse. Sie gilt, bis Sie sie widerrufen oder eine neue erzeugen.`,
    end: 'Adresse widerrufen',
    ended: 'Die Adresse ist widerrufen. Kalender, die sie kennen, bekommen nichts mehr.',
  },
}
