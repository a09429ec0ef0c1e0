// Words of the checks: rules in words, what stood out, what is asked, and how a delivery is checked and accepted.
import type { ReviewState, ReviewStep, RuleInput, RuleKind } from '../contract/checks.ts'

const nothing = 'Es wurde nichts gespeichert.'
const number = (value: number) => value.toLocaleString('de-DE', { maximumFractionDigits: 6 })
const list = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`
const quoted = (title: string) => `„${title}“`
const between = (low: number | null, high: number | null) =>
  low !== null && high !== null
    ? `zwischen ${number(low)} und ${number(high)}`
    : low !== null
      ? `mindestens bei ${number(low)}`
      : `höchstens bei ${number(high ?? 0)}`
type Shown = Omit<RuleInput, 'others'> & { others: readonly string[] }

/** A rule as people say it. `title`: of the figure to which it belongs. */
const said = (rule: Shown, title: string): string => {
  switch (rule.kind) {
    case 'range':
      return `Die Zahl liegt ${between(rule.least, rule.most)}.`
    case 'whole':
      return 'Die Zahl ist eine ganze Zahl.'
    case 'partOf':
      return `${quoted(title)} ist ein Teil von ${list(rule.others.map(quoted))} und nicht größer.`
    case 'sumOf':
      return `${quoted(title)} ist die Summe aus ${list(rule.others.map(quoted))}.`
    case 'pair':
      return `Wo ${quoted(title)} größer als null ist, ist es auch ${list(rule.others.map(quoted))}, und umgekehrt.`
    case 'change':
      return `Gegenüber der letzten Angabe ändert sich die Zahl um höchstens ${number(rule.percent ?? 0)} Prozent.`
  }
}

export const checkTexts = {
  refusals: {
    implausible: (d: Record<string, string>) => `${d.findings} ${nothing} Bitte prüfen Sie Ihre Eingabe.`,
    explanationNeeded: (d: Record<string, string>) =>
      `${d.findings} ${nothing} Bitte prüfen Sie Ihre Eingabe. Stimmt sie, schreiben Sie dazu, wie es dazu kommt.`,
    ruleThere: `Eine solche Regel gibt es bei dieser Kennzahl schon. ${nothing} Bitte entfernen Sie zuerst die bisherige.`,
    correctedMeanwhile: `Diese Lieferung wurde inzwischen berichtigt. ${nothing} Bitte sehen Sie sich die neue Fassung an und entscheiden Sie dann.`,
    samePerson: `Prüfen und Annehmen übernehmen zwei verschiedene Personen, und niemand prüft, was sie oder er selbst geliefert hat. ${nothing} Bitte bitten Sie eine Kollegin oder einen Kollegen.`,
    notChecked: `Diese Fassung ist noch nicht geprüft, oder es gibt eine Rückfrage dazu. ${nothing} Angenommen wird sie nach der Prüfung, von einer zweiten Person.`,
    reviewedAlready: 'Das hat inzwischen schon jemand getan. Es gibt nichts mehr zu tun.',
  },
  invalid: {
    range: 'Bitte geben Sie an, wo die Zahl mindestens oder höchstens liegt; der kleinere Wert steht zuerst.',
    percent: 'Bitte geben Sie an, um wie viel Prozent sich die Zahl höchstens ändern darf.',
    others: 'Bitte wählen Sie die andere Kennzahl; für eine Summe mindestens zwei, jede nur einmal.',
    self: 'Eine Kennzahl lässt sich nicht mit sich selbst vergleichen. Bitte wählen Sie eine andere.',
    hard: 'Abgewiesen wird nur, was die Zahl selbst zeigt: ein Bereich oder ganze Zahlen. Alles andere wird erfragt.',
    unknown: 'Diese Kennzahl gibt es hier nicht. Bitte wählen Sie aus der Liste.',
    textNeeded: 'Bitte schreiben Sie, was zu klären ist.',
  },
  finding: {
    range: (value: number, low: number | null, high: number | null) =>
      `Die Zahl soll ${between(low, high)} liegen; angegeben ist ${number(value)}.`,
    whole: (value: number) => `Diese Kennzahl wird in ganzen Zahlen angegeben; angegeben ist ${number(value)}.`,
    partOf: (part: string, value: number, whole: string, most: number) =>
      `${quoted(part)} (${number(value)}) ist ein Teil von ${quoted(whole)} (${number(most)}) und soll nicht größer sein.`,
    sumOf: (title: string, value: number, parts: readonly string[], sum: number) =>
      `${quoted(title)} (${number(value)}) soll die Summe aus ${list(parts.map(quoted))} sein; das sind ${number(sum)}.`,
    pair: (some: string, none: string) =>
      `${quoted(some)} ist größer als null, ${quoted(none)} nicht. Wo das eine vorkommt, soll auch das andere vorkommen.`,
    change: (value: number, percent: number, low: number, high: number) =>
      `Gegenüber der letzten Angabe soll sich die Zahl um höchstens ${number(percent)} Prozent ändern, also ${between(low, high)} liegen; angegeben ist ${number(value)}.`,
    unusual: (value: number, low: number, high: number) =>
      `Nach den bisherigen Angaben wäre eine Zahl ${between(low, high)} zu erwarten; angegeben ist ${number(value)}.`,
    shift: (before: number, after: number) =>
      `Die Angaben liegen zum zweiten Mal deutlich ${after > before ? 'höher' : 'niedriger'} als zuvor (um ${number(after)} statt um ${number(before)}). Hat sich geändert, was es gibt oder wie gezählt wird?`,
    of: (title: string, text: string) => `${quoted(title)}: ${text}`,
    undecided: (rule: string, missing: readonly string[]) =>
      `Nicht zu prüfen, weil ${list(missing.map(quoted))} ${missing.length > 1 ? 'fehlen' : 'fehlt'}: ${rule}`,
    noLast: (rule: string) => `Nicht zu prüfen, weil eine frühere Angabe größer als null fehlt: ${rule}`,
  },
  said,
  rules: {
    title: 'Was geprüft wird',
    lead: 'Wer liefert, sieht vor dem Abgeben, was auffällt, und kann berichtigen oder erklären. Die Erklärung bleibt bei der Zahl.',
    always:
      'Immer geprüft: ob die Zahl zu den früheren Angaben derselben Organisation passt, sobald es welche gibt. Kleine Zahlen dürfen dabei schwanken.',
    wholeBuiltIn: 'Die Zahl ist eine ganze Zahl (aus der Bestimmung).',
    refuses: 'wird sonst nicht angenommen',
    asks: 'sonst wird nachgefragt',
    none: 'Noch keine eigene Regel.',
    missing:
      'Fehlt eine der anderen Zahlen, gilt sie nicht als null: Die Regel entscheidet dann nichts, und das steht bei der Lieferung.',
    add: 'Regel ergänzen',
    kind: 'Was soll gelten?',
    kinds: {
      range: 'Die Zahl liegt in einem Bereich',
      whole: 'Die Zahl ist eine ganze Zahl',
      partOf: 'Sie ist ein Teil einer anderen Kennzahl',
      sumOf: 'Sie ist die Summe anderer Kennzahlen',
      pair: 'Sie kommt nur zusammen mit einer anderen vor',
      change: 'Sie ändert sich nur begrenzt',
    } satisfies Record<RuleKind, string>,
    least: 'Mindestens',
    most: 'Höchstens',
    percent: 'Höchstens um',
    percentUnit: 'Prozent',
    whole: 'Teil von welcher Kennzahl?',
    other: 'Zusammen mit welcher Kennzahl?',
    parts: 'Summe aus welchen Kennzahlen?',
    choose: 'Name oder Kürzel',
    otherwise: 'Und wenn nicht?',
    otherwises: { asks: 'Nachfragen und erklären lassen', refuses: 'Nicht annehmen' },
    save: 'Regel festhalten',
    saved: 'Die Regel gilt ab der nächsten Lieferung.',
    remove: (rule: string) => `Regel entfernen: ${rule}`,
    take: 'Entfernen',
    cancel: 'Abbrechen',
    leaveOut: (title: string) => `${title} entfernen`,
  },
  deliver: {
    standsOut: 'Das fällt auf',
    cannotBe: 'So lässt sich die Zahl nicht annehmen',
    why: 'Wie kommt es dazu?',
    whyHint: 'Die Erklärung bleibt bei der Zahl. Es sieht sie, wer auch die Zahl sieht.',
    sendExplained: 'Zahl mit Erklärung liefern',
    explanation: 'Erklärung',
    findings: 'Aufgefallen bei der Abgabe',
    undecided: 'Nicht zu prüfen',
    toExplain: 'zu erklären',
    explanationOf: (title: string) => `Erklärung zu ${quoted(title)}`,
  },
  review: {
    title: 'Prüfen und annehmen',
    lead: 'Zwei verschiedene Personen der prüfenden Stelle sehen jede Lieferung an. Angenommen heißt nicht freigegeben: Die Zahl sehen weiterhin nur die Organisation, die sie geliefert hat, und die prüfende Stelle.',
    state: 'Stand der Prüfung',
    states: {
      delivered: 'geliefert',
      queried: 'Rückfrage',
      checked: 'geprüft',
      accepted: 'angenommen',
    } satisfies Record<ReviewState, string>,
    acts: {
      checked: 'Als geprüft festhalten',
      queried: 'Rückfrage stellen',
      accepted: 'Annehmen',
    } satisfies Record<ReviewStep, string>,
    done: {
      checked: 'Geprüft. Annehmen kann sie eine zweite Person.',
      queried: 'Die Rückfrage steht bei der Lieferung.',
      accepted: 'Angenommen.',
    } satisfies Record<ReviewStep, string>,
    none: 'Noch nicht geprüft.',
    needsOther: 'Sie haben diese Fassung geprüft. Annehmen kann sie eine andere Person Ihrer Stelle.',
    query: 'Was ist zu klären?',
    ask: 'Rückfrage stellen',
    ofEdition: (n: number) => `Fassung ${n}`,
    step: (step: ReviewStep, edition: number) => `${checkTexts.review.states[step]} (Fassung ${edition})`,
  },
} as const
