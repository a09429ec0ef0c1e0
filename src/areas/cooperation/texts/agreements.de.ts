// German wording of agreements, signatures and releases, with the templates of clauses.
import type { ClauseDuty } from '../contract.ts'

const timesAYear = (n: number) => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : n === 3 ? 'dreimal' : `${n}-mal`)
const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]
const dayOfYear = (due: string) => `${Number(due.slice(3))}. ${months[Number(due.slice(0, 2)) - 1]}`
type Time = Extract<ClauseDuty, { kind: 'deliver' }>['time']
const timeWords = (time: Time) =>
  time.period === 'year'
    ? `bis ${dayOfYear(time.due)} für das Vorjahr`
    : `bis ${time.weeks} Wochen nach Ende des Quartals`

export const agreementTexts = {
  page: {
    kind: 'Vereinbarung',
    edition: (n: number) => `Fassung ${n}`,
    state: { draft: 'Entwurf', offered: 'liegt zur Unterschrift vor', inForce: 'in Kraft' },
    inForceSince: (day: string) => `in Kraft seit ${day}`,
    older: (n: number, day: string) =>
      `Bis die neue Fassung von allen unterschrieben ist, gilt Fassung ${n} (seit ${day}).`,
    edit: 'Entwurf ändern',
    change: 'Neue Fassung beginnen',
    offer: 'Zur Unterschrift geben',
    offerHint: 'Danach ist diese Fassung festgehalten. Änderungen ergeben eine neue Fassung.',
    offered: 'Die Fassung liegt zur Unterschrift vor.',
    sign: 'Unterschreiben',
    record: 'Unterschrift festhalten',
    clauses: 'Klauseln',
    noClauses: 'Noch keine Klausel.',
    preamble: 'Vorbemerkung',
    parties: 'Parteien und Unterschriften',
    progress: (signed: number, all: number) => `${signed} von ${all} Parteien haben unterschrieben`,
    party: 'Partei',
    signature: 'Unterschrift',
    open: 'steht noch aus',
    signed: (day: string, place: string, capacity: string) => `${day}, ${place}, ${capacity}`,
    source: (source: string) => `festgehalten nach: ${source}`,
    duties: 'Was daraus folgt',
    dutiesHint: 'Diese Aufgaben sind aus den Klauseln entstanden.',
    noDuties: 'Sobald die Vereinbarung in Kraft ist, entstehen hier die ersten Aufgaben.',
    review: 'Überprüfung am',
    editions: 'Fassungen',
  },
  strengths: { must: 'muss', should: 'soll', usual: 'in der Regel' },
  sign: {
    title: 'Unterschreiben',
    recordTitle: 'Unterschrift festhalten',
    lead: 'Nahtstelle hält fest, dass und wann Sie unterschrieben haben. Es ersetzt nicht die Unterschrift auf Papier.',
    recordLead: 'Halten Sie fest, was eine Partei auf Papier unterschrieben hat, und woher Sie es wissen.',
    organisation: 'Partei',
    organisationMissing: 'Bitte wählen Sie die Partei.',
    day: 'Tag',
    place: 'Ort',
    capacity: 'In welcher Eigenschaft',
    capacityHint: 'Zum Beispiel Landrätin, Vorstand, Geschäftsführung.',
    source: 'Woher Sie es wissen',
    sourceHint: 'Zum Beispiel „Urkunde vom 15. Mai im Ordner der Geschäftsstelle“.',
    submit: (name: string) => `Für ${name} unterschreiben`,
    recordSubmit: 'Festhalten',
    done: (missing: number) =>
      missing === 0
        ? 'Alle haben unterschrieben: Die Vereinbarung ist in Kraft.'
        : missing === 1
          ? 'Festgehalten. Es fehlt noch eine Unterschrift.'
          : `Festgehalten. Es fehlen noch ${missing} Unterschriften.`,
  },
  form: {
    newTitle: 'Vereinbarung entwerfen',
    whichBody: 'Eine Vereinbarung gehört zu einem Gremium. Öffnen Sie zuerst das Gremium.',
    toBodies: 'Zu den Gremien',
    editTitle: 'Vereinbarung ändern',
    title: 'Titel',
    defaultTitle: 'Vereinbarung über die Zusammenarbeit',
    preamble: 'Vorbemerkung',
    reviewOn: 'Überprüfen am',
    parties: 'Parteien',
    partiesHint: 'Wer die Vereinbarung schließt. Vorgeschlagen sind alle Mitglieder.',
    clauses: 'Klauseln',
    clausesHint:
      'Aus einer Klausel mit Aufgabe entstehen Fristen, sobald alle unterschrieben haben, für die Behörde wie für die Verbände.',
    addMeet: 'Klausel: Treffen',
    addDeliver: 'Klausel: Zahl liefern',
    addConfirm: 'Klausel: amtlichen Wert bestätigen',
    addFree: 'Klausel ohne Frist',
    number: 'Nummer',
    heading: 'Überschrift',
    text: 'Wortlaut',
    strength: 'Verbindlichkeit',
    perYear: 'Treffen im Jahr, mindestens',
    indicator: 'Kennzahl',
    indicatorHint:
      'Wer sie schuldet: alle Mitglieder der öffentlichen Seite, die für einen Landkreis oder eine kreisfreie Stadt stehen.',
    noIndicator: 'Die Kennzahl muss in Nahtstelle angelegt sein. Sie finden sie unter „Zahlen“.',
    period: 'Zeitraum',
    year: 'jährlich',
    quarter: 'vierteljährlich',
    due: 'Fällig am (jährlich, für das Vorjahr)',
    weeks: 'Fällig Wochen nach Quartalsende',
    remove: 'Klausel entfernen',
    clause: (number: string) => `Klausel ${number}`,
    save: 'Entwurf speichern',
    saved: 'Der Entwurf ist gespeichert.',
    indicatorMissing: 'Bitte wählen Sie die Kennzahl aus.',
    dueWrong: 'Bitte geben Sie einen Tag an, zum Beispiel 31.03.',
  },
  /** Wording of a clause as the template proposes it. */
  proposal: {
    meet: (perYear: number) => ({
      heading: 'Treffen',
      text: `Die Mitglieder treffen sich mindestens ${timesAYear(perYear)} im Jahr.`,
    }),
    deliver: (indicator: string, time: Time) => ({
      heading: indicator,
      text: `Die Landkreise und kreisfreien Städte unter den Mitgliedern liefern ${timeWords(time)}: ${indicator}.`,
    }),
    confirm: (indicator: string, time: Time) => ({
      heading: `${indicator}: Bestätigung`,
      text: `Die Landkreise und kreisfreien Städte unter den Mitgliedern bestätigen oder kommentieren ${timeWords(time)} ihren amtlichen Wert: ${indicator}.`,
    }),
  },
  /** What a clause makes due, in a few words. */
  duty: {
    meet: (perYear: number) => `Frist: mindestens ${timesAYear(perYear)} im Jahr`,
    deliver: (time: Time) => `Frist: liefern ${timeWords(time)}`,
    confirm: (time: Time) => `Frist: bestätigen ${timeWords(time)}`,
  },
  release: {
    title: 'Gemeinsame Freigabe',
    titleOne: 'Freigabe',
    released: 'Freigegeben',
    given: (name: string, organisation: string, at: string) => `${name} (${organisation}), ${at}`,
    open: (name: string, organisation: string) => `${name} (${organisation}): steht noch aus`,
    act: 'Diese Fassung freigeben',
    hint: 'Freigegeben ist sie, wenn alle Vorsitzenden dieselbe Fassung freigegeben haben.',
    nothing: 'Es gibt noch keine festgehaltene Fassung.',
    doneAll: 'Alle haben freigegeben.',
    doneOne: 'Ihre Freigabe ist festgehalten. Die andere steht noch aus.',
    edition: (n: number) => `Fassung ${n}`,
    noChair: 'Es fehlt noch ein Vorsitz; bis er besetzt ist, kann nichts freigegeben werden.',
  },
}
