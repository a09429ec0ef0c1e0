// German words for answers to an invitation.
import type { AnsweringSeat, ResponseAnswer } from '../contract/shapes.ts'
import type { Forecast } from '../rules/forecast.ts'

const seats = (n: number) => (n === 1 ? '1 Sitz' : `${n} Sitze`)

export const responseTexts = {
  answers: { comes: 'kommt', deputy: 'Vertretung kommt', declines: 'sagt ab' } satisfies Record<ResponseAnswer, string>,
  open: 'noch offen',
  refusals: {
    notAsked:
      'Zu dieser Sitzung werden gerade keine Antworten angenommen: Die Einladung ist zurückgenommen, oder die Sitzung war schon oder ist abgesagt.',
    noDeputyNamed:
      'Für Ihren Sitz ist an diesem Tag keine Stellvertretung entsandt. Bitte sagen Sie zu oder ab, oder entsenden Sie zuerst eine Stellvertretung.',
  },
  title: 'Kommen Sie?',
  mineFor: (who: string) => `Ihre Antwort gilt für den Sitz: ${who}.`,
  deputyFor: (who: string) => `Sie sind als Stellvertretung entsandt und antworten in Vertretung von ${who}.`,
  choices: { comes: 'Zusage', deputy: 'Vertretung kommt', declines: 'Absage' } satisfies Record<ResponseAnswer, string>,
  deputyChoices: { deputy: 'Ich komme in Vertretung', declines: 'Ich kann nicht vertreten' },
  forWhom: 'Für welche Sitze gilt die Antwort?',
  save: 'Antwort speichern',
  saved: 'Ihre Antwort ist gespeichert. Sie können sie bis zur Sitzung ändern.',
  whichSeats: 'Bitte wählen Sie mindestens einen Sitz, für den Sie antworten.',
  missing: 'Bitte wählen Sie eine Antwort.',
  known: (seat: AnsweringSeat) =>
    seat.answer ? `Gespeichert ist: ${responseTexts.answers[seat.answer]}.` : 'Bisher ist nichts gespeichert.',
  expected: 'Wer kommt',
  expectedLead: 'Antworten auf die Einladung, je Sitz. Wer wirklich da war, vermerken Sie nach der Sitzung.',
  seat: 'Sitz',
  answer: 'Antwort',
  forecast: ({ comes, deputy, declines, open }: Forecast) =>
    `${seats(comes + deputy)} vertreten (davon ${deputy} durch Stellvertretung), ${declines} abgesagt, ${open} offen.`,
  quorum: {
    yes: (needed: number, of: number) =>
      `Voraussichtlich beschlussfähig: zugesagt haben mindestens ${needed} von ${of} stimmberechtigten Sitzen.`,
    open: (needed: number, of: number) =>
      `Ob die Sitzung beschlussfähig wird, ist noch offen: nötig sind ${needed} von ${of} stimmberechtigten Sitzen.`,
    no: (needed: number, of: number) =>
      `Voraussichtlich nicht beschlussfähig: nötig wären ${needed} von ${of} stimmberechtigten Sitzen.`,
  },
  prefilled: 'Vorausgefüllt nach den Antworten auf die Einladung. Bitte prüfen und speichern.',
  link: {
    lead: (name: string, body: string) => `Guten Tag ${name}. ${body} lädt ein.`,
    when: 'Wann',
    where: 'Wo',
    planned: 'Diese Einladung ist zurückgenommen',
    plannedText: 'Sie wird geändert und geht neu hinaus. Sie brauchen nichts zu tun.',
    held: 'Diese Sitzung hat schon stattgefunden',
    cancelled: 'Diese Sitzung ist abgesagt',
    confirm: 'Bitte bestätigen Sie',
  },
}
