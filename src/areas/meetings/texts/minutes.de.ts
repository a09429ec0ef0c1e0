// German words for what becomes of minutes after they were sent: Einwände, Berichtigungen, Genehmigung.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { minutes } from '../contract/minutes.ts'
import type { RectificationState } from '../contract/minutes-shapes.ts'
import type { MinutesState } from '../rules/minutes.ts'
import { dayWords, longDay } from './days.de.ts'

const objections = (n: number) => (n === 1 ? 'Ein Einwand ist' : `${n} Einwände sind`)
const stillOpen = (n: number) => (n === 0 ? '' : ` ${objections(n)} noch zu beantworten.`)
const rectifications = (n: number) => (n === 1 ? 'einer Berichtigung' : `${n} Berichtigungen`)

function sentence(life: MinutesState): string {
  switch (life.state) {
    case 'draft':
      return 'Niederschrift im Entwurf: noch nicht vorgelegt.'
    case 'presented':
      return 'Niederschrift vorgelegt: Sie wartet auf die Freigabe.'
    case 'released':
      return 'Niederschrift freigegeben: Sie geht gleich an alle, die im Gremium mitwirken.'
    case 'objections':
      return `Niederschrift verschickt: Einwände sind bis ${longDay(life.until)} möglich.${stillOpen(life.open)}`
    case 'waiting':
      return `${life.again ? 'Niederschrift noch nicht genehmigt' : 'Einwendungsfrist abgelaufen'}: Die Genehmigung kommt von selbst auf die Tagesordnung der nächsten geplanten Sitzung.${stillOpen(life.open)}`
    case 'onAgenda':
      return `Die Genehmigung der Niederschrift steht auf der Tagesordnung der Sitzung am ${longDay(life.day)}.${stillOpen(life.open)}`
    case 'inMeeting':
      return `Die Niederschrift stand in der Sitzung am ${longDay(life.day)} zur Genehmigung; das Ergebnis ist noch nicht festgehalten.${stillOpen(life.open)}`
    case 'decided':
      return `In der Sitzung am ${longDay(life.day)} genehmigt; das Ergebnis wartet auf die gemeinsame Freigabe.${stillOpen(life.open)}`
    case 'approved':
      return `Genehmigt in der Sitzung am ${longDay(life.day)}${life.corrected > 0 ? `, mit ${rectifications(life.corrected)}` : ''}.${life.later > 0 ? ` Später kam es zu ${rectifications(life.later)}.` : ''}`
  }
}

export const minutesTexts = {
  refusals: {
    minutesNotSent:
      'Die Niederschrift ist noch nicht verschickt. Einwände und Berichtigungen gibt es danach; vorher lässt sie sich noch ändern.',
    objectionsOver: (detail) =>
      `Einwände waren bis ${dayWords(detail.until ?? '')} möglich. Bitte sagen Sie es in der nächsten Sitzung, wenn die Niederschrift zur Genehmigung steht.`,
    minutesApproved:
      'Die Niederschrift ist genehmigt. Eine Berichtigung schlagen jetzt Vorsitz oder Geschäftsstelle vor; bitte wenden Sie sich dorthin.',
    otherItem: 'Dieser Punkt steht nicht in der Niederschrift dieser Sitzung. Bitte wählen Sie einen anderen.',
    objectionAnswered:
      'Dieser Einwand ist schon beantwortet oder zurückgenommen, oder eine Antwort liegt den Vorsitzenden vor. Es wurde nichts verändert.',
    rectificationEmpty: 'Bitte schreiben Sie, wie die Niederschrift richtig lautet.',
  } satisfies RefusalTexts<typeof minutes>,
  answerTitle: (meeting: string) => `Antwort auf einen Einwand: ${meeting}`,
  rectificationTitle: (meeting: string) => `Berichtigung der Niederschrift: ${meeting}`,
  approvalItem: (number: number, day: string) =>
    `Genehmigung der Niederschrift der ${number}. Sitzung vom ${dayWords(day)}`,
  approvalBecause: 'Die Einwendungsfrist endet vor dieser Sitzung; die nächste Sitzung genehmigt die Niederschrift.',
  approvedBecause: 'Die Vorsitzenden haben das Ergebnis gemeinsam freigegeben. Die Niederschrift bleibt, wie sie ist.',
  duty: (number: number, day: string) =>
    `Einwände gegen die Niederschrift der ${number}. Sitzung vom ${dayWords(day)} beantworten`,
  dutyClause: 'Einwände gegen die Niederschrift beantworten die Vorsitzenden gemeinsam',
  sentence,
  title: 'Einwände und Berichtigungen',
  object: 'Einwand erheben',
  objectTitle: 'Einwand gegen die Niederschrift',
  objectLead: (organisation: string) =>
    `Sie erheben ihn für ${organisation}. Alle, die im Gremium mitwirken, können ihn lesen; die Vorsitzenden beantworten ihn gemeinsam.`,
  item: 'Worum es geht',
  whole: 'die Niederschrift im Ganzen',
  text: 'Was stimmt nicht, und wie ist es richtig?',
  raised: 'Ihr Einwand ist festgehalten.',
  withdraw: 'Einwand zurücknehmen',
  withdrawnDone: 'Der Einwand ist zurückgenommen.',
  withdrawn: (day: string) => `zurückgenommen am ${dayWords(day)}`,
  by: (organisation: string, day: string) => `${organisation}, ${dayWords(day)}`,
  answer: 'Beantworten',
  answerDialog: 'Einwand beantworten',
  answerLead: 'Die Antwort zählt, sobald beide Vorsitzenden sie freigegeben haben.',
  follow: 'Was gilt?',
  follows: { keep: 'Die Niederschrift bleibt, wie sie ist', correct: 'Die Niederschrift wird berichtigt' },
  wording: 'Richtig lautet die Stelle',
  wordingMissing: 'Bitte schreiben Sie, wie die Stelle richtig lautet.',
  reason: 'Begründung',
  correct: 'Berichtigung vorschlagen',
  correctDialog: 'Niederschrift berichtigen',
  correctLead:
    'Überschrieben wird nichts: Die Berichtigung steht als eigener Eintrag bei der Niederschrift und zählt, sobald beide Vorsitzenden sie freigegeben haben.',
  proposed: 'Vorgelegt. Jetzt geben die Vorsitzenden frei.',
  save: 'Vorlegen',
  states: {
    waiting: 'wartet auf die Freigabe',
    returned: 'zurückgegeben',
    counts: 'gemeinsam freigegeben',
  } satisfies Record<RectificationState, string>,
  open: 'noch nicht beantwortet',
  answered: 'Antwort der Vorsitzenden',
  rectification: 'Berichtigung',
  corrected: (wording: string) => `Richtig lautet es: ${wording}`,
  stays: 'Die Niederschrift bleibt, wie sie ist.',
  because: (reason: string) => `Begründung: ${reason}`,
  about: (place: string) => `Betrifft: ${place}`,
  result: {
    title: (item: string) => item.replace(/^Genehmigung der /, '').concat(' genehmigt'),
    text: (item: string) => `${item.replace(/^Genehmigung der/, 'Die')} wird genehmigt.`,
    hint: 'Genehmigt ist die Niederschrift, wenn Sie eine Verabredung oder einen Beschluss festhalten und beide Vorsitzenden ihn freigeben. Berichtigungen schlagen Sie auf der Seite jener Sitzung vor.',
    toMinutes: 'Zur Niederschrift',
  },
}
