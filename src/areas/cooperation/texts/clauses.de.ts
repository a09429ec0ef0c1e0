// German wording of clauses that make something due: what one chooses, the proposed wording, and the sentence that says what follows.

import { addDays } from '#kit/clock/days.ts'
import { months } from '#kit/clock/months.texts.de.ts'
import type { ClauseDuty, DutyKind, From, ReportTime, To } from '../contract/duty.ts'
import { everyMonths, reviewPeriods, yearlyReports } from '../rules/periods.ts'
import { figurePeriods, meetPeriods } from '../rules.ts'
import { germanDay } from './arising.de.ts'

type Of<K extends DutyKind> = Extract<ClauseDuty, { kind: K }>
type Time = Of<'deliver'>['time']

const timesAYear = (n: number) => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : n === 3 ? 'dreimal' : `${n}-mal`)
const counted = (n: number, one: string, many: string) => (n === 1 ? one : `${n} ${many}`)
const days = (n: number) => counted(n, 'einem Tag', 'Tagen')
const weeks = (n: number) => counted(n, 'eine Woche', 'Wochen')
const every = (n: number, one: string, many: string) => (n === 1 ? `jeden ${one}` : `alle ${n} ${many}`)
const dayOfYear = (due: string) => `${Number(due.slice(3))}. ${months[Number(due.slice(0, 2)) - 1]}`
const timeWords = (time: Time) =>
  time.period === 'year'
    ? `bis ${dayOfYear(time.due)} für das Vorjahr`
    : `bis ${counted(time.weeks, 'eine Woche', 'Wochen')} nach Ende des Quartals`
const reportWords = (time: ReportTime) =>
  time.when === 'yearly'
    ? `jedes Jahr bis ${dayOfYear(time.due)} über das Vorjahr`
    : `nach jeder Sitzung innerhalb von ${days(time.days)}`

const whoOwes = {
  parties: 'alle Parteien',
  public: 'die Parteien der öffentlichen Seite',
  free: 'die Parteien der freien Seite',
  publicMembers: 'die Landkreise und kreisfreien Städte unter den Mitgliedern',
  office: 'die Geschäftsstelle',
} as const
const named = 'die genannten Organisationen'
/** "alle Parteien", or the names where they are known. */
export const fromWords = (from: From, names: readonly string[] = []): string =>
  Array.isArray(from) ? names.join(', ') || named : whoOwes[from]
const toWords = (to: To | 'represented', names: readonly string[] = []): string =>
  to === 'represented'
    ? 'den eigenen Mitgliedern'
    : to === 'body'
      ? 'dem Gremium'
      : names.join(', ') || 'den genannten Stellen'
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const verb = (from: From, singular: string, plural: string) => (from === 'office' ? singular : plural)

/** What a clause makes due, in a few words. */
export function dutyWords(duty: ClauseDuty, nameOf: (id: string) => string): string {
  switch (duty.kind) {
    case 'meet':
      return `Frist: mindestens ${timesAYear(duty.perYear)} im Jahr`
    case 'before':
      return `Frist: ${weeks(duty.weeks)} vor jeder Sitzung: ${sessionName(duty, nameOf)}`
    case 'notice':
      return `Frist: Einladung mindestens ${counted(duty.days, 'einen Tag', 'Tage')} vorher`
    case 'deliver':
      return `Frist: liefern ${timeWords(duty.time)}`
    case 'confirm':
      return `Frist: bestätigen ${timeWords(duty.time)}`
    case 'report':
      return `Frist: berichten ${reportWords(duty.time)}`
    case 'inform':
      return `Frist: ${counted(duty.days, 'einen Tag', 'Tage')} vor einer Änderung`
    case 'answer':
      return `Frist: Antwort innerhalb von ${days(duty.days)}`
    case 'contact':
      return `Frist: ${every(duty.months, 'Monat', 'Monate')} bestätigen`
    case 'review':
      return `Frist: ${duty.years === 1 ? 'jedes Jahr' : `alle ${duty.years} Jahre`} überprüfen`
  }
}
const sessionName = ({ of }: Of<'before'>, nameOf: (id: string) => string) =>
  'committee' in of ? of.committee : nameOf(of.body)

/** Heading and wording as the template proposes them. */
export function proposalOf(duty: ClauseDuty, nameOf: (id: string) => string): { heading: string; text: string } {
  const names = (ids: From | To | 'represented') => (Array.isArray(ids) ? ids.map(nameOf) : [])
  switch (duty.kind) {
    case 'meet':
      return { heading: 'Treffen', text: `Die Mitglieder treffen sich mindestens ${timesAYear(duty.perYear)} im Jahr.` }
    case 'before':
      return {
        heading: `Treffen vor den Sitzungen: ${sessionName(duty, nameOf)}`,
        text: `Die Mitglieder treffen sich mindestens ${weeks(duty.weeks)} vor jeder Sitzung (${sessionName(duty, nameOf)}).`,
      }
    case 'notice':
      return {
        heading: 'Einladung',
        text: `Die Einladung geht mit der Tagesordnung mindestens ${counted(duty.days, 'einen Tag', 'Tage')} vor der Sitzung an alle Mitglieder.`,
      }
    case 'deliver':
    case 'confirm': {
      const name = nameOf(duty.indicator)
      const who = upper(fromWords(duty.from, names(duty.from)))
      return duty.kind === 'deliver'
        ? {
            heading: name,
            text: `${who} ${verb(duty.from, 'liefert', 'liefern')} ${timeWords(duty.time)}: ${name}.`,
          }
        : {
            heading: `${name}: Bestätigung`,
            text: `${who} ${verb(duty.from, 'bestätigt oder kommentiert', 'bestätigen oder kommentieren')} ${timeWords(duty.time)} ihren amtlichen Wert: ${name}.`,
          }
    }
    case 'report':
      return {
        heading: 'Bericht',
        text: `${upper(fromWords(duty.from, names(duty.from)))} ${verb(duty.from, 'berichtet', 'berichten')} ${reportWords(duty.time)} ${toWords(duty.to, names(duty.to))}.`,
      }
    case 'inform':
      return {
        heading: 'Änderungen von Angeboten',
        text: `Bevor ${fromWords(duty.from, names(duty.from))} ein Angebot ändern oder schließen, sagen sie es mindestens ${counted(duty.days, 'einen Tag', 'Tage')} vorher.`,
      }
    case 'answer':
      return duty.what === 'need'
        ? {
            heading: 'Angemeldete Bedarfe',
            text: `Über einen angemeldeten Bedarf wird innerhalb von ${days(duty.days)} beraten.`,
          }
        : {
            heading: 'Antwort auf Empfehlungen',
            text: `Wer eine Empfehlung erhält, antwortet innerhalb von ${days(duty.days)} mit einer Maßnahme oder einer Begründung.`,
          }
    case 'contact':
      return {
        heading: 'Ansprechpersonen',
        text: `${upper(fromWords(duty.from, names(duty.from)))} ${verb(duty.from, 'bestätigt', 'bestätigen')} ${every(duty.months, 'Monat', 'Monate')}, wer ansprechbar ist.`,
      }
    case 'review':
      return {
        heading: 'Überprüfung',
        text: `Die Mitglieder prüfen ${duty.years === 1 ? 'jedes Jahr' : `alle ${duty.years} Jahre`} gemeinsam, was diese Vereinbarung bewirkt.`,
      }
  }
}

/** "Daraus folgt: …", counted from today as if everybody signed today. */
export function previewOf(duty: ClauseDuty, today: string, nameOf: (id: string) => string): string {
  const names = (ids: From | To | 'represented') => (Array.isArray(ids) ? ids.map(nameOf) : [])
  const who = 'from' in duty ? upper(fromWords(duty.from, names(duty.from))) : ''
  switch (duty.kind) {
    case 'meet': {
      const first = meetPeriods(today, today, duty.perYear)[0]!
      return `${timesAYear(duty.perYear)} im Jahr eine Sitzung; erstmals ${counted(first.needed, 'eine', 'Sitzungen')} bis ${germanDay(first.due)}.`
    }
    case 'before':
      return `Zu jeder Sitzung (${sessionName(duty, nameOf)}) eine eigene, spätestens ${weeks(duty.weeks)} vorher und nicht früher als ${weeks(duty.weeks + duty.span)} vorher.${'committee' in duty.of ? ' Die Termine trägt die Geschäftsstelle beim Gremium unter „Aufgaben“ ein.' : ''}`
    case 'notice':
      return `Zu jeder geplanten Sitzung eine Einladung mit Tagesordnung, spätestens ${counted(duty.days, 'einen Tag', 'Tage')} vorher. Wird die Sitzung verlegt, wandert die Frist mit.`
    case 'deliver':
    case 'confirm': {
      const first = figurePeriods(today, today, duty.time)[0]
      return `${who} ${duty.kind === 'deliver' ? verb(duty.from, 'liefert', 'liefern') : verb(duty.from, 'bestätigt', 'bestätigen')} ${timeWords(duty.time)}${first ? `, erstmals bis ${germanDay(first.due)}` : ''}.`
    }
    case 'report': {
      const to = toWords(duty.to, names(duty.to))
      const first = duty.time.when === 'yearly' ? yearlyReports(today, today, duty.time)[0] : undefined
      return `${who} ${verb(duty.from, 'berichtet', 'berichten')} ${to} ${reportWords(duty.time)}${first ? `, erstmals bis ${germanDay(first.due)}` : ''}.`
    }
    case 'inform':
      return `Ändert oder schließt eine Organisation ihr Angebot, kündigt sie es mindestens ${counted(duty.days, 'einen Tag', 'Tage')} vorher an. Es gilt für: ${fromWords(duty.from, names(duty.from))}.`
    case 'answer':
      return duty.what === 'need'
        ? `Jeder angemeldete Bedarf wird innerhalb von ${days(duty.days)} beraten; Fristbeginn ist der Tag der Anmeldung.`
        : `Auf jede freigegebene Empfehlung folgt innerhalb von ${days(duty.days)} eine Maßnahme oder eine Begründung. Es gilt für: ${fromWords(duty.from, names(duty.from))}.`
    case 'contact':
      return `${who} ${verb(duty.from, 'bestätigt', 'bestätigen')} die Ansprechperson ${every(duty.months, 'Monat', 'Monate')}, erstmals bis ${germanDay(everyMonths(today, today, duty.months)[0]!.due)}.`
    case 'review':
      return `Eine gemeinsame Überprüfung ${duty.years === 1 ? 'jedes Jahr' : `alle ${duty.years} Jahre`}, erstmals bis ${germanDay(addDays(reviewPeriods(today, today, duty.years)[0]!.until, -1))}.`
  }
}

export const clauseTexts = {
  follows: 'Daraus folgt',
  /** What happens when it is not kept. */
  otherwise: {
    must: 'Bleibt es aus, erfahren es nach zwei Wochen beide Vorsitzenden, nach vier Wochen die Leitungen beider Seiten.',
    should: 'Bleibt es aus, hält die zuständige Stelle fest, warum.',
    usual: 'Daran wird erinnert. Bleibt es aus, steht dort „nicht erfolgt“.',
  },
  preview: 'Gerechnet ab heute, als hätten alle heute unterschrieben.',
  kind: 'Was fällig wird',
  add: 'Klausel hinzufügen',
  addFirst: 'Fügen Sie die erste Klausel hinzu.',
  kinds: {
    meet: 'Sich treffen',
    before: 'Sich vor den Sitzungen eines anderen Gremiums treffen',
    notice: 'Rechtzeitig einladen',
    deliver: 'Eine Zahl liefern',
    confirm: 'Einen amtlichen Wert bestätigen',
    report: 'Berichten',
    inform: 'Vor einer Änderung informieren',
    answer: 'Antworten',
    contact: 'Ansprechperson bestätigen',
    review: 'Die Vereinbarung überprüfen',
    free: 'Klausel ohne Frist',
  } satisfies Record<DutyKind | 'free', string>,
  fields: {
    weeks: 'Mindestens so viele Wochen vorher',
    span: 'Im Zeitraum von so vielen Wochen davor',
    spanHint: 'Damit eine Sitzung nicht schon Monate vorher zählt.',
    sessions: 'Vor den Sitzungen von',
    committee: 'einem Ausschuss, dessen Termine wir selbst eintragen',
    committeeName: 'Name des Ausschusses',
    committeeHint: 'Zum Beispiel „Jugendhilfeausschuss“.',
    body: 'einem Gremium in Nahtstelle',
    bodyName: 'Gremium',
    noBodies: 'Sie wirken in keinem anderen Gremium mit.',
    noticeDays: 'Tage vor der Sitzung, mindestens',
    informDays: 'Tage vor der Änderung, mindestens',
    answerDays: 'Antwort innerhalb von so vielen Tagen',
    what: 'Worauf',
    recommendation: 'auf freigegebene Empfehlungen an eine Partei',
    need: 'auf Bedarfe, die im Gremium angemeldet werden',
    when: 'Wann',
    afterMeeting: 'nach jeder Sitzung',
    yearly: 'einmal im Jahr',
    reportDays: 'Tage nach der Sitzung, höchstens',
    reportDue: 'Jedes Jahr bis (Tag und Monat)',
    months: 'Alle so viele Monate',
    years: 'Alle so viele Jahre',
    from: 'Wer es zusagt',
    fromNamed: 'bestimmte Organisationen',
    named: 'Welche Organisationen',
    to: 'Wem es zugesagt wird',
    toBody: 'dem Gremium, also allen Mitgliedern',
    toRepresented: 'den eigenen Mitgliedern, für die jemand hier spricht',
    toNamed: 'bestimmten Organisationen',
    toWhom: 'Welchen Organisationen',
  },
  from: whoOwes,
  faults: {
    committee: 'Bitte nennen Sie den Ausschuss.',
    body: 'Bitte wählen Sie das Gremium.',
    named: 'Bitte wählen Sie mindestens eine Organisation.',
    day: 'Bitte geben Sie einen Tag an, zum Beispiel 31.03.',
    indicator: 'Bitte wählen Sie die Kennzahl aus.',
    text: 'Bitte schreiben Sie den Wortlaut der Klausel.',
    number: 'Bitte geben Sie der Klausel eine Nummer, zum Beispiel § 1.',
  },
}
