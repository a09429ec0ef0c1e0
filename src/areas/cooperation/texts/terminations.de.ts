// German wording of leaving an agreement, of its end and of going on with it.
import { addDays } from '#kit/clock/days.ts'
import type { NoticeRule } from '../contract.ts'

const day = (iso: string) => iso.split('-').reverse().join('.')
const last = (iso: string) => day(addDays(iso, -1))
const ends = {
  day: 'zu jedem Tag',
  month: 'zum Monatsende',
  quarter: 'zum Quartalsende',
  halfYear: 'zum 30. Juni oder 31. Dezember',
  year: 'zum Jahresende',
} as const
const span = (months: number) =>
  months === 0 ? 'ohne Frist' : months === 1 ? 'mit einem Monat Frist' : `mit ${months} Monaten Frist`

export const terminationTexts = {
  rule: ({ months, to }: NoticeRule) => `${span(months)} ${ends[to]}`,
  seatEnded: (agreement: string, on: string) =>
    `Kündigung der Vereinbarung „${agreement}“ mit Ablauf des ${last(on)}`.slice(0, 500),
  seatDuty: (name: string) => `Klären, ob der Sitz bleibt: ${name}`.slice(0, 300),
  seatClause: (name: string, on: string) => `Kündigung von ${name}, gebunden bis einschließlich ${last(on)}`,
  renewDuty: (title: string, on: string) =>
    `Entscheiden, ob die Vereinbarung nach dem ${last(on)} weiter gilt: ${title}`.slice(0, 300),
  renewClause: (on: string) => `Laufzeit bis einschließlich ${last(on)}`,
  because: {
    term: 'Die Laufzeit der Vereinbarung ist zu Ende.',
    parties: 'Es sind weniger als zwei Parteien geblieben.',
  },
  withdrawn: {
    left: (name: string, on: string) => `${name} hat gekündigt und ist nur bis einschließlich ${last(on)} gebunden.`,
    ended: (on: string) => `Die Vereinbarung gilt nur bis einschließlich ${last(on)}.`,
    takenBack: 'Die Kündigung wurde zurückgenommen.',
    seatGone: 'Gegenstandslos, weil der Sitz nicht mehr besteht.',
  },
  box: {
    title: 'Kündigungen',
    terminate: 'Kündigen',
    record: 'Kündigung festhalten',
    toAgreement: 'Zur Vereinbarung',
    rule: (rule: string) => `Kündigung ${rule}.`,
    noRule: 'Eine Kündigungsfrist ist nicht vereinbart.',
    extraordinary: 'Aus wichtigem Grund auch ohne Frist.',
    leaves: (name: string, on: string) => `${name} ist nur noch bis einschließlich ${last(on)} gebunden`,
    left: (name: string, on: string) => `${name} ist seit ${day(on)} nicht mehr gebunden`,
    leavesText: (on: string) =>
      `Was danach fällig wäre, entfällt für diese Partei und nur für sie. Bis zum ${last(on)} gilt alles unverändert.`,
    waits: (name: string) => `${name}: Die Kündigung wartet auf die zweite Unterschrift`,
    waitsText: 'Diese Partei hat zwei gleichrangige Leitungen. Solange die zweite fehlt, gilt die Kündigung nicht.',
    declared: (on: string, by: string) => `Erklärt am ${day(on)} von ${by}.`,
    source: (source: string) => `Festgehalten nach: ${source}.`,
    reason: (reason: string) => `Grund: ${reason}`,
    takenBack: (name: string, on: string) => `${name}: Kündigung am ${day(on)} zurückgenommen`,
    second: 'Kündigung mit unterschreiben',
    secondDone: (on: string) => `Die Kündigung gilt. Gebunden sind Sie bis einschließlich ${last(on)}.`,
    takeBack: 'Kündigung zurücknehmen',
    takenBackDone: 'Die Kündigung ist zurückgenommen. Alles gilt wie zuvor.',
    seats: (n: number) =>
      n === 1
        ? 'Ihr Sitz im Gremium beruht auf der Vereinbarung. Soll er bleiben? Führt sie einen Vorsitz, endet er mit dem Sitz.'
        : `Ihre ${n} Sitze im Gremium beruhen auf der Vereinbarung. Sollen sie bleiben? Führt sie einen Vorsitz, endet er mit den Sitzen.`,
    keepSeats: 'Sitz bleibt',
    endSeats: 'Sitz endet mit dem Tag',
    settled: 'Die Entscheidung ist festgehalten.',
    seatKept: 'Der Sitz im Gremium bleibt.',
    seatsEnd: 'Der Sitz im Gremium endet mit dem Tag.',
    endsParties: (on: string) => `Die Vereinbarung endet am ${last(on)}`,
    endsPartiesText: 'Danach sind weniger als zwei Parteien gebunden.',
    lapses: (on: string) => `Die Laufzeit endet am ${last(on)}`,
    lapsesText: 'Soll die Vereinbarung weiter gelten, unterschreiben alle vorher eine Fassung mit späterem Ende.',
    renew: 'Verlängerung entwerfen',
    boundUntil: (on: string) => `gebunden bis einschließlich ${last(on)}`,
  },
  form: {
    title: 'Vereinbarung kündigen',
    recordTitle: 'Kündigung festhalten',
    lead: 'Ihre Organisation verlässt die Vereinbarung. Die anderen erfahren es sofort. Bis zum letzten Tag können Sie es zurücknehmen.',
    recordLead: 'Halten Sie fest, was eine Partei schriftlich erklärt hat, und woher Sie es wissen.',
    organisation: 'Partei',
    organisationMissing: 'Bitte wählen Sie die Partei.',
    kind: 'Art der Kündigung',
    kinds: { ordinary: 'mit der vereinbarten Frist', extraordinary: 'aus wichtigem Grund, ohne Frist' },
    lastDay: 'Letzter Tag, an dem Sie gebunden sind',
    lastDayOf: 'Letzter Tag, an dem die Partei gebunden ist',
    lastDayHint: (on: string) => `Frühestens ${last(on)}. Leer: so früh wie vereinbart.`,
    lastDayPlain: 'Leer: so früh wie möglich.',
    reason: 'Grund',
    reasonHint: 'Bei einer Kündigung aus wichtigem Grund ist er nötig. Alle Parteien lesen ihn.',
    capacity: 'In welcher Eigenschaft',
    capacityHint: 'Zum Beispiel Landrätin, Vorstand, Geschäftsführung.',
    declaredOn: 'Zugegangen am',
    signatory: 'Wer unterschrieben hat',
    secondSignatory: 'Wer außerdem unterschrieben hat',
    secondSignatoryHint: 'Nur bei Parteien mit zwei gleichrangigen Leitungen.',
    source: 'Woher Sie es wissen',
    sourceHint: 'Zum Beispiel „Schreiben vom 3. Mai im Ordner der Geschäftsstelle“.',
    submit: (name: string) => `Für ${name} kündigen`,
    recordSubmit: 'Festhalten',
    done: (on: string, complete: boolean) =>
      complete
        ? `Festgehalten. Letzter Tag ist der ${last(on)}.`
        : 'Festgehalten. Die Kündigung gilt, sobald die zweite Leitung unterschrieben hat.',
    takeBackTitle: 'Kündigung zurücknehmen',
    takeBackLead: (name: string) => `${name} bleibt dann wie zuvor gebunden. Die anderen erfahren es sofort.`,
    takeBackSource: 'Woher Sie es wissen',
    takeBackSourceHint: 'Nötig, wenn die Geschäftsstelle es für eine andere Partei festhält.',
    takeBackSubmit: 'Zurücknehmen',
  },
  draft: {
    legend: 'Kündigungsfrist',
    months: 'Monate Frist',
    monthsHint: 'Leer: Eine Kündigung ist nicht vereinbart.',
    to: 'Zu welchem Ende',
    ends,
    extraordinary: 'Aus wichtigem Grund auch ohne Frist kündbar',
  },
  refusals: {
    notBound:
      'Diese Organisation ist aus dieser Vereinbarung nicht verpflichtet: Sie ist nicht Partei, oder die Vereinbarung ist nicht in Kraft. Es wurde nichts festgehalten.',
    alreadyLeaving: ({ name }: Record<string, string>) =>
      `${name} hat schon gekündigt. Nehmen Sie die Kündigung zurück, wenn sie anders lauten soll.`,
    noNoticeAgreed:
      'In dieser Vereinbarung ist keine Kündigungsfrist vereinbart, aus der sich ein Tag ergibt. Bitte ergänzen Sie sie in einer neuen Fassung, oder beenden Sie die Vereinbarung gemeinsam.',
    noticeShorter: ({ rule, day: on }: Record<string, string>) =>
      `Das ist kürzer als vereinbart. Gekündigt werden kann ${rule}; der früheste letzte Tag ist der ${on}. Es wurde nichts festgehalten.`,
    noticeOtherDay: ({ rule, day: on }: Record<string, string>) =>
      `An diesem Tag kann die Bindung nicht enden. Gekündigt werden kann ${rule}; der früheste letzte Tag ist der ${on}.`,
    noExtraordinary:
      'Diese Vereinbarung kennt keine Kündigung ohne Frist. Bitte kündigen Sie mit der vereinbarten Frist, oder ändern Sie die Vereinbarung gemeinsam.',
    reasonMissing:
      'Eine Kündigung ohne Frist braucht einen Grund, den alle lesen können. Bitte nennen Sie ihn in einem Satz.',
    leavesInPast: 'Der letzte Tag liegt vor der Kündigung. Bitte nennen Sie den Tag der Kündigung oder einen späteren.',
    noSecondNeeded:
      'Hier fehlt keine zweite Unterschrift, oder sie ist nicht Ihre. Bitte laden Sie die Seite neu; es wurde nichts verändert.',
    takenBackAlready: 'Diese Kündigung ist schon zurückgenommen. Es gibt hier nichts mehr zu tun.',
    tookEffect: ({ day: on }: Record<string, string>) =>
      `Diese Kündigung wirkt seit dem ${on} und lässt sich nicht mehr zurücknehmen. Eine neue Fassung kann die Organisation wieder aufnehmen.`,
    nothingToSettle: 'Hier ist nichts mehr zu entscheiden. Bitte laden Sie die Seite neu.',
  },
}
