// The words of every mail: short, with one link. Opening a link changes nothing; the page behind it has a button.
// Reminders say the same to an authority and to an association, on the same days.
const days = (text: string) => {
  const [year, month, day] = text.split('-')
  return `${Number(day)}.${Number(month)}.${year}`
}

export type Words = { subject: string; lines: readonly string[]; link: string }
export type ReminderStage = 'soon' | 'due' | 'overdue' | 'escalated'
export type DutyWords = { title: string; debtor: string | null; creditor: string | null; clause: string; due: string }

const reminderSubjects: Readonly<Record<ReminderStage, (title: string) => string>> = {
  soon: (title) => `Bald fällig: ${title}`,
  due: (title) => `Heute fällig: ${title}`,
  overdue: (title) => `Überfällig: ${title}`,
  escalated: (title) => `Weiterhin offen: ${title}`,
}
const reminderFirst: Readonly<Record<ReminderStage, (due: string) => string>> = {
  soon: (due) => `bis zum ${due} steht eine vereinbarte Aufgabe an:`,
  due: (due) => `heute, am ${due}, ist eine vereinbarte Aufgabe fällig:`,
  overdue: (due) => `eine vereinbarte Aufgabe war bis zum ${due} zugesagt und ist noch offen:`,
  escalated: (due) =>
    `eine vereinbarte Aufgabe war bis zum ${due} zugesagt und ist weiterhin offen. Diese Nachricht geht deshalb auch an die Leitung:`,
}

export const texts = {
  greeting: (name: string | null) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  closing: (installation: string) => `Diese Nachricht kommt von ${installation}. Bitte antworten Sie nicht darauf.`,
  invented: 'Dies ist ein Beispiel: Der Ablauf ist erfunden.',
  sender: 'Nahtstelle',
  hidden: 'ein Eintrag, den Sie zurzeit nicht sehen können',
  invite: (installation: string): Words => ({
    subject: `Ihr Zugang zu ${installation}`,
    lines: [
      `für Sie wurde ein Zugang zu ${installation} angelegt. Dort planen öffentliche und freie Träger gemeinsam.`,
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
  reminder: (stage: ReminderStage, duty: DutyWords): Words => ({
    subject: reminderSubjects[stage](duty.title),
    lines: [
      reminderFirst[stage](days(duty.due)),
      duty.title,
      ...(duty.debtor ? [`Zugesagt von: ${duty.debtor}`] : []),
      ...(duty.creditor ? [`Zugesagt gegenüber: ${duty.creditor}`] : []),
      `Grundlage: ${duty.clause}`,
      'Auf der Seite der Aufgabe können Sie sie erledigen oder sehen, woran sie hängt.',
    ],
    link: 'Aufgabe ansehen',
  }),
  notice: (what: string | null, title: string): Words => ({
    subject: what && notices[what] ? `${notices[what]}: ${title}` : title,
    lines: [
      what && notices[what] ? `${notices[what]}:` : 'es gibt etwas Neues:',
      title,
      'Alles Weitere steht auf der Seite.',
    ],
    link: 'Seite öffnen',
  }),
}

/** What a notice is about, by the word that its sender gives in `data.what`. */
const notices: Readonly<Record<string, string>> = {
  'agreement.toSign': 'Eine Vereinbarung wartet auf Ihre Zustimmung',
  'agreement.inForce': 'Eine Vereinbarung ist in Kraft',
  'meeting.invited': 'Einladung zur Sitzung',
  'meeting.moved': 'Eine Sitzung wurde verlegt',
  'meeting.minutes': 'Eine Niederschrift liegt vor',
  'decision.toRelease': 'Ein Ergebnis wartet auf Ihre Freigabe',
  'decision.released': 'Ein Ergebnis wurde freigegeben',
  'decision.addressed': 'Eine Empfehlung richtet sich an Sie',
  'measure.agreed': 'Eine Maßnahme wurde verabredet',
  'figure.due': 'Eine Zahl wird erwartet',
  'need.stated': 'Ein Bedarf wurde gemeldet',
  'election.announced': 'Eine Wahl ist angekündigt, Sie können vorschlagen',
  'chair.resigned': 'Ein Rücktritt vom Vorsitz wurde eingetragen',
}
