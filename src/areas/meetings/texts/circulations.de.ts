// German words for decisions by circulation (Umlaufverfahren).
import type { RefusalTexts } from '#kit/http/contract.ts'
import type {
  CirculationAnswer,
  CirculationOutcome,
  CirculationRules,
  CirculationSeat,
  CirculationState,
  circulations,
} from '../contract/circulations.ts'
import { dayWords, longDay } from './days.de.ts'
import { voteTexts } from './votes.de.ts'

const quorums: Record<CirculationRules['quorum'], string> = {
  none: 'ohne Mindestzahl von Antworten',
  half: 'wenn mindestens die Hälfte der Sitze antwortet',
  twoThirds: 'wenn mindestens zwei Drittel der Sitze antworten',
}

export const circulationTexts = {
  kind: 'Umlaufverfahren',
  refusals: {
    noCirculation:
      'Die geltende Geschäftsordnung dieses Gremiums sieht Beschlüsse im Umlauf nicht vor. Bitte nehmen Sie den Punkt auf eine Tagesordnung, oder schlagen Sie eine neue Fassung der Geschäftsordnung vor.',
    tooFewDays: (detail) =>
      `Nach der Geschäftsordnung hat jeder Sitz mindestens ${detail.days} Tage zum Antworten. Bitte geben Sie mehr Tage an.`,
    circulationOver:
      'Antworten werden nicht angenommen: Das Umlaufverfahren läuft noch nicht oder nicht mehr. Bitte wenden Sie sich an die Geschäftsstelle.',
    notCarried:
      'Ein Beschluss lässt sich erst festhalten, wenn die Frist um ist und der Vorschlag die Mehrheit gefunden hat, die die Geschäftsordnung verlangt.',
    circulationRecorded: 'Dieser Beschluss ist schon festgehalten. Es wurde nichts verändert.',
  } satisfies Omit<RefusalTexts<typeof circulations>, 'noVotes' | 'noVoice' | 'answeredSince'>,
  states: {
    proposed: 'wartet auf die Freigabe',
    returned: 'zurückgegeben',
    running: 'läuft',
    over: 'wird ausgezählt',
    carried: 'angenommen',
    rejected: 'abgelehnt',
    toMeeting: 'kommt in eine Sitzung',
    notQuorate: 'nicht beschlussfähig',
  } satisfies Record<CirculationState, string>,
  answers: {
    yes: 'Ja',
    no: 'Nein',
    abstain: 'Enthaltung',
    meeting: 'In einer Sitzung beraten',
  } satisfies Record<CirculationAnswer, string>,
  open: 'noch offen',
  item: (title: string, outcome: CirculationOutcome) =>
    ({
      carried: `Bekanntgabe: Beschluss im Umlauf „${title}“`,
      rejected: `Bekanntgabe: im Umlauf abgelehnt „${title}“`,
      toMeeting: `Beratung aus dem Umlaufverfahren: ${title}`,
      notQuorate: `Beratung aus dem Umlaufverfahren: ${title}`,
    })[outcome],
  sentBecause: 'Beide Vorsitzenden haben den Vorschlag freigegeben; jetzt antworten die Sitze.',
  countedBecause: 'Die Frist ist um. Gezählt wurde nach der Geschäftsordnung, die beim Versand galt.',
  announcedBecause: 'Was im Umlauf entschieden wurde oder offen blieb, steht auf der nächsten Tagesordnung.',
  list: {
    title: 'Beschlüsse im Umlauf',
    start: 'Im Umlauf beschließen',
    until: (day: string) => `antworten bis ${longDay(day)}`,
  },
  form: {
    title: 'Im Umlauf beschließen',
    lead: 'Beide Vorsitzenden geben den Vorschlag frei, dann antwortet jeder stimmberechtigte Sitz. Der Wortlaut ändert sich danach nicht mehr.',
    body: 'Gremium',
    name: 'Worum es geht',
    proposal: 'Beschlussvorschlag',
    proposalHint: 'Genau dieser Wortlaut wird zum Beschluss.',
    reasons: 'Begründung und Unterlagen',
    days: 'Tage zum Antworten',
    daysHint: (least: number) => `Mindestens ${least}, sagt die Geschäftsordnung. Gezählt wird ab dem Versand.`,
    rules: ({ majority, quorum, toMeeting }: CirculationRules) =>
      `Entschieden wird so: ${voteTexts.majorities[majority]}, ${quorums[quorum]}.${toMeeting ? ' Möchte auch nur ein Sitz in einer Sitzung beraten, kommt der Vorschlag dorthin.' : ''}`,
    notAllowed: 'In diesem Gremium wird nicht im Umlauf beschlossen.',
    notAllowedHint:
      'Das geht nur, wo das Gremium abstimmt und die geltende Geschäftsordnung Beschlüsse im Umlauf vorsieht. Eine neue Fassung schlagen Sie auf der Seite des Gremiums unter „Regeln“ vor.',
    save: 'Den Vorsitzenden vorlegen',
    cancel: 'Abbrechen',
    saved: 'Vorgelegt. Jetzt geben beide Vorsitzenden frei; danach geht der Vorschlag an alle Sitze.',
  },
  page: {
    proposal: 'Beschlussvorschlag',
    reasons: 'Begründung und Unterlagen',
    until: 'Antworten bis',
    sent: 'Verschickt am',
    days: 'Tage zum Antworten',
    rules: 'So wird entschieden',
    release: 'Freigabe vor dem Versand',
    mine: 'Ihre Antwort',
    mineFor: (who: string) => `Sie antworten für: ${who}.`,
    forWhom: 'Für welche Sitze gilt die Antwort?',
    whichSeats: 'Bitte wählen Sie mindestens einen Sitz, für den Sie antworten.',
    answer: 'Stimmen Sie zu?',
    missing: 'Bitte wählen Sie eine Antwort.',
    send: 'Antwort speichern',
    sentDone: 'Ihre Antwort ist gespeichert. Sie können sie bis zum letzten Tag ändern.',
    seats: 'Antworten der Sitze',
    seatsLead: 'Gezählt werden Sitze, nicht Personen. Alle im Gremium sehen, wie die Sitze geantwortet haben.',
    seat: 'Sitz',
    said: 'Antwort',
    counts: (seats: readonly CirculationSeat[]) => {
      const n = (answer: CirculationAnswer | null) => seats.filter((seat) => seat.answer === answer).length
      return `Ja ${n('yes')}, Nein ${n('no')}, Enthaltung ${n('abstain')}, in einer Sitzung beraten ${n('meeting')}, noch offen ${n(null)} (von ${seats.length} stimmberechtigten Sitzen).`
    },
    record: 'Beschluss festhalten',
    recorded: 'Festgehalten. Der Beschluss gilt, sobald beide Vorsitzenden ihn freigegeben haben.',
    recordHint: 'Der Vorschlag hat die nötige Mehrheit gefunden. Bitte halten Sie den Beschluss fest.',
    toDecision: 'Zum Beschluss',
    links: 'Links widerrufen',
    linksOf: 'Wessen Links',
    returned: 'Ein Vorsitz hat den Vorschlag zurückgegeben. Bitte legen Sie ihn geändert neu vor.',
    anew: 'Neu vorlegen',
  },
  seat: (organisation: string, unit: string | null) => (unit ? `${organisation}, ${unit}` : organisation),
  link: {
    lead: (name: string, body: string) => `Guten Tag ${name}. ${body} beschließt im Umlauf.`,
    over: 'Die Frist ist abgelaufen',
    overText: 'Antworten werden nicht mehr angenommen. Das Ergebnis steht auf der Seite des Umlaufverfahrens.',
    thanks: 'Danke, Ihre Antwort ist gespeichert.',
    thanksText: 'Sie können sie mit demselben Link bis zum letzten Tag ändern.',
  },
  mail: {
    asked: (proposal: string) => `Beschlussvorschlag: ${proposal}`,
    until: (day: string) =>
      `Bitte antworten Sie bis ${dayWords(day)} für Ihren Sitz: Ja, Nein, Enthaltung oder „In einer Sitzung beraten“. Sie müssen sich dazu nicht anmelden; der Link gilt nur für Sie.`,
    answer: 'Vorschlag lesen und antworten',
  },
}
