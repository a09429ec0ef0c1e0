// The words of every mail: short, with one link. Opening a link changes nothing; the page behind it has a button.
// Reminders say the same to an authority and to an association, on the same days.
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { isQuestion } from '#kit/duties/rules.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'

const days = (text: string) => {
  const [year, month, day] = text.split('-')
  return `${Number(day)}.${Number(month)}.${year}`
}

export type Words = {
  subject: string
  lines: readonly string[]
  link: string /** A second way, for people who never sign in. */
  direct?: string
}
export type ReminderStage = 'foreseen' | 'soon' | 'due' | 'overdue' | 'asked' | 'escalated' | 'heads'
/** What somebody does for an organisation, in a body or in its own house. */
export type Task = { role: string; organisation: string; body: string | null }
const taskWords = ({ role, organisation, body }: Task) =>
  `${accessTexts.roles[role] ?? role}${body ? `, ${body}` : ''}, für ${organisation}`

export type DutyWords = {
  kind: string
  title: string
  debtor: string | null
  creditor: string | null
  clause: string
  due: string
}

const reminderSubjects: Readonly<Record<ReminderStage, (title: string) => string>> = {
  foreseen: (title) => `Noch abzuwenden: ${title}`,
  soon: (title) => `Bald fällig: ${title}`,
  due: (title) => `Heute fällig: ${title}`,
  overdue: (title) => `Überfällig: ${title}`,
  asked: (title) => `Bitte erledigen oder begründen: ${title}`,
  escalated: (title) => `Weiterhin offen: ${title}`,
  heads: (title) => `Seit vier Wochen offen: ${title}`,
}
const reminderFirst: Readonly<Record<ReminderStage, (due: string) => string>> = {
  foreseen: (due) =>
    `bis zum ${due} fehlt noch etwas, und es ist noch nichts dafür geplant. Noch lässt es sich einrichten:`,
  soon: (due) => `bis zum ${due} steht eine vereinbarte Aufgabe an:`,
  due: (due) => `heute, am ${due}, ist eine vereinbarte Aufgabe fällig:`,
  overdue: (due) => `eine vereinbarte Aufgabe war bis zum ${due} zugesagt und ist noch offen:`,
  asked: (due) =>
    `eine vereinbarte Aufgabe sollte bis zum ${due} erledigt sein. Bitte erledigen Sie sie oder halten Sie auf ihrer Seite fest, warum sie nicht erfolgt:`,
  escalated: (due) =>
    `eine vereinbarte Aufgabe war bis zum ${due} zugesagt und ist weiterhin offen. Diese Nachricht geht deshalb auch an den Vorsitz:`,
  heads: (due) =>
    `eine vereinbarte Aufgabe war bis zum ${due} zugesagt und ist seit vier Wochen offen. Diese Nachricht geht deshalb auch an die Leitung beider Seiten:`,
}

/** Nobody has promised to say yes: who is asked is reminded of the question. */
const questionFirst: Readonly<Record<ReminderStage, (due: string) => string>> = {
  ...reminderFirst,
  foreseen: (due) => `bis zum ${due} wartet eine Anfrage auf Ihre Antwort:`,
  soon: (due) => `bis zum ${due} wartet eine Anfrage auf Ihre Antwort:`,
  due: (due) => `heute, am ${due}, wird Ihre Antwort auf eine Anfrage erwartet:`,
  overdue: (due) => `auf eine Anfrage wurde bis zum ${due} um Antwort gebeten; sie steht noch aus:`,
  asked: (due) => `auf eine Anfrage wurde bis zum ${due} um Antwort gebeten; sie steht noch aus:`,
  escalated: (due) =>
    `auf eine Anfrage wurde bis zum ${due} um Antwort gebeten; sie steht weiterhin aus. Diese Nachricht geht deshalb auch an den Vorsitz:`,
  heads: (due) =>
    `auf eine Anfrage wurde bis zum ${due} um Antwort gebeten; sie steht seit vier Wochen aus. Diese Nachricht geht deshalb auch an die Leitung beider Seiten:`,
}

export const texts = {
  greeting: (name: string | null) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  closing: (installation: string) => `Diese Nachricht kommt von ${installation}. Bitte antworten Sie nicht darauf.`,
  invented: 'Dies ist ein Beispiel: Der Ablauf ist erfunden.',
  sender: 'Nahtstelle',
  calendarFile: 'termin.ics',
  hidden: 'ein Eintrag, den Sie zurzeit nicht sehen können',
  invite: (installation: string, tasks: readonly Task[]): Words => ({
    subject: `Ihr Zugang zu ${installation}`,
    lines: [
      `für Sie wurde ein Zugang zu ${installation} angelegt. Dort planen öffentliche und freie Träger gemeinsam.`,
      ...(tasks.length > 0 ? [`Eingetragen sind Sie als: ${tasks.map(taskWords).join('; ')}.`] : []),
      'Bitte öffnen Sie die Seite und legen Sie Ihr Passwort fest. Der Link gilt 14 Tage und nur für Sie. Solange Sie dort nichts bestätigen, geschieht nichts.',
    ],
    link: 'Zugang einrichten',
  }),
  reset: (installation: string): Words => ({
    subject: `Neues Passwort für ${installation}`,
    lines: [
      'jemand, vermutlich Sie, möchte das Passwort zu Ihrem Zugang neu setzen.',
      'Der Link gilt zwei Stunden. Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    ],
    link: 'Passwort neu setzen',
  }),
  contact: (installation: string): Words => ({
    subject: 'Sind Sie noch Ansprechperson?',
    lines: [
      `bei ${installation} sind Sie als Ansprechperson Ihrer Organisation benannt.`,
      'Bitte öffnen Sie die Seite und sagen Sie mit einem Knopfdruck, ob das noch stimmt. Sie müssen sich dazu nicht anmelden. Der Link gilt 14 Tage und einmal. Solange Sie dort nichts drücken, geschieht nichts.',
    ],
    link: 'Angaben ansehen und antworten',
  }),
  reminder: (stage: ReminderStage, duty: DutyWords): Words => ({
    subject: reminderSubjects[stage](duty.title),
    lines: [
      (isQuestion(duty.kind) ? questionFirst : reminderFirst)[stage](days(duty.due)),
      duty.title,
      ...(duty.debtor ? [`${dutyTexts.parties(duty.kind).debtor}: ${duty.debtor}`] : []),
      ...(duty.creditor ? [`${dutyTexts.parties(duty.kind).creditor}: ${duty.creditor}`] : []),
      `Grundlage: ${duty.clause}`,
      'Auf der Seite der Aufgabe können Sie sie erledigen oder sehen, woran sie hängt.',
    ],
    link: 'Aufgabe ansehen',
    direct: 'Ohne Anmeldung antworten (gilt einmal und nur für Sie)',
  }),
  notice: (what: string | null, title: string): Words => ({
    subject: what && notices[what] ? `${notices[what]}: ${title}` : title,
    lines: [
      what && notices[what] ? `${insideSentence(notices[what])}:` : 'es gibt etwas Neues:',
      title,
      'Alles Weitere steht auf der Seite.',
    ],
    link: 'Seite öffnen',
  }),
}

/** After "Guten Tag …," the sentence goes on: an article begins small, a noun does not. */
const insideSentence = (text: string) => text.replace(/^Ein(e?) /, 'ein$1 ')

/** What a notice is about, by the word that its sender gives in `data.what`. */
const notices: Readonly<Record<string, string>> = {
  'agreement.toSign': 'Eine Vereinbarung wartet auf Ihre Unterschrift',
  'agreement.stillToSign': 'Ihre Unterschrift unter eine Vereinbarung steht noch aus',
  'agreement.inForce': 'Eine Vereinbarung ist in Kraft',
  'agreement.terminated': 'Eine Partei hat eine Vereinbarung gekündigt',
  'agreement.terminationTakenBack': 'Eine Kündigung wurde zurückgenommen',
  'meeting.invited': 'Einladung zur Sitzung',
  'meeting.standIn': 'Bitte kommen Sie in Vertretung',
  'meeting.cancelled': 'Eine Sitzung ist abgesagt',
  'meeting.moved': 'Eine Sitzung wurde verlegt',
  'meeting.minutes': 'Eine Niederschrift liegt vor',
  'poll.opened': 'Bitte nennen Sie Ihre Zeiten',
  'poll.reminder': 'Eine Antwort fehlt noch',
  'poll.due': 'Die Frist ist um, bitte legen Sie einen Termin fest',
  'poll.closed': 'Der Termin steht fest',
  'poll.withdrawn': 'Eine Terminfindung wurde zurückgezogen',
  'circulation.opened': 'Bitte antworten Sie im Umlaufverfahren',
  'circulation.reminder': 'Eine Antwort im Umlaufverfahren fehlt noch',
  'release.deadlock': 'Eine gemeinsame Freigabe ist ausgeblieben',
  'decision.toRelease': 'Ein Ergebnis wartet auf Ihre Freigabe',
  'decision.released': 'Ein Ergebnis wurde freigegeben',
  'decision.addressed': 'Eine Empfehlung richtet sich an Sie',
  'measure.agreed': 'Eine Maßnahme wurde vereinbart',
  'duty.stated': 'Eine Zusage wurde erfüllt',
  'figure.due': 'Eine Zahl wird erwartet',
  'need.stated': 'Ein Bedarf wurde angemeldet',
  'election.announced': 'Eine Wahl ist angekündigt, Sie können vorschlagen',
  'chair.resigned': 'Ein Rücktritt vom Vorsitz wurde eingetragen',
  'chair.ended': 'Ein Vorsitz endet, weil seine Organisation die Vereinbarung verlässt',
}
