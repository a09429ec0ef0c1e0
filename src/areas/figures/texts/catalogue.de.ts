// Words of the catalogue: purpose, local words, use, and what is proposed to be let go.
import type { Cycles, LetGo } from '../contract/catalogue.ts'
import { count, day } from './deliveries.de.ts'

const state = ({ collected, unused, lastUsed }: Cycles): string => {
  if (collected === 0) return 'noch nicht erhoben'
  if (unused === 0) return 'die letzte Erhebung wurde verwendet'
  if (lastUsed === null)
    return collected === 1 ? 'einmal erhoben, noch nicht verwendet' : `${count(collected)}-mal erhoben, nie verwendet`
  return unused === 1
    ? 'die letzte Erhebung ist noch nicht verwendet'
    : `die letzten ${count(unused)} Erhebungen sind nicht verwendet`
}

export const catalogueTexts = {
  refusals: {
    termThere: (d: Record<string, string>) =>
      `„${d.words}“ steht für Ihre Organisation schon bei dieser Kennzahl. Es gibt nichts mehr zu tun.`,
  },
  title: 'Katalog der Kennzahlen',
  lead: 'Eine Sprache für alle: was gezählt wird, wofür, wie es bei anderen heißt und was daraus wurde.',
  toCatalogue: 'Katalog',
  search: 'Suchen',
  searchHint: 'Name, Kürzel, Bestimmung oder ein örtliches Wort',
  kind: 'Art',
  kinds: { all: 'alle', held: 'zu liefern', official: 'amtlich' },
  show: 'Zeigen',
  shows: { all: 'alle', letGo: 'nur Vorschläge zum Weglassen' },
  none: 'Nichts gefunden',
  noneHint: 'Bitte suchen Sie mit einem anderen Wort oder zeigen Sie alle Kennzahlen.',
  noneLetGo: 'Nichts wegzulassen',
  noneLetGoHint: 'Jede Kennzahl hat einen Zweck und wurde in letzter Zeit verwendet.',
  found: (n: number) => (n === 1 ? '1 Kennzahl' : `${count(n)} Kennzahlen`),
  columns: { figure: 'Kennzahl', what: 'Was gezählt wird', why: 'Wofür', who: 'Verantwortlich', use: 'Verwendung' },
  alsoCalled: (words: readonly string[]) => `auch: ${words.join(', ')}`,
  official: 'amtlich',
  nobodyDelivers: 'muss niemand liefern',
  notSaid: 'nicht angegeben',
  why: (by: string | null, until: string | null) =>
    [by ? `erbeten von ${by}` : null, until ? `bis ${day(until)}` : null].filter(Boolean).join(', '),
  burden: 'Aufwand',
  minutes: (n: number) => `etwa ${count(n)} Minuten je Lieferung`,
  neededFor: 'Wofür',
  neededBy: 'Erbeten von',
  neededUntil: 'Erbeten bis',
  example: 'Beispiel',
  manual: 'Ausfüllhilfe',
  use: {
    title: 'Nutzen oder lassen',
    state,
    so: (cycles: Cycles) => {
      const words = state(cycles)
      return `${words[0]!.toUpperCase()}${words.slice(1)}.`
    },
    letGo: {
      unused: 'Vorschlag: weglassen',
      over: 'Frist des Zwecks abgelaufen',
      noPurpose: 'ohne Zweck',
    } satisfies Record<LetGo, string>,
    because: {
      unused: (n: number) =>
        `Seit ${count(n)} Erhebungen wurde nichts davon verwendet. Vorschlag: nicht weiter erheben, oder in einem Bedarf verwenden.`,
      over: 'Der Zweck galt bis zu einem Tag, der vorbei ist. Vorschlag: nicht weiter erheben, oder sagen, wofür sie noch gebraucht wird.',
      noPurpose:
        'Niemand hat angegeben, wofür sie erhoben wird. Vorschlag: den Zweck nachtragen, oder nicht weiter erheben.',
    },
    rule: 'Gezählt wird, ob eine Lieferung einen Bedarf belegt oder mit „verwendet“ beantwortet ist; wer etwas getan hat, spielt keine Rolle.',
    asked: 'Erhoben wegen',
    notAsked: 'Keine Vereinbarung, die Sie sehen, verlangt diese Kennzahl.',
    uses: 'Worin sie verwendet wurde',
    notUsed: 'Noch nirgends, soweit Sie es sehen können.',
    viaTable: 'über eine amtliche Tabelle, in der sie steht',
    further: 'in der Folge',
  },
  terms: {
    title: 'Wie sie anderswo heißt',
    lead: 'Verschiedene Wörter, eine Kennzahl. Die Suche findet sie unter jedem davon.',
    none: 'Noch kein anderes Wort.',
    mine: 'So heißt das bei uns',
    add: 'Wort ergänzen',
    added: 'Das Wort ist ergänzt.',
    remove: (words: string) => `„${words}“ zurücknehmen`,
    take: 'Zurücknehmen',
  },
  define: {
    numerator: 'Zähler',
    denominator: 'Nenner',
    partsHint: 'Nur bei einem Anteil oder einer Rate.',
    example: 'Beispiel',
    exampleHint: 'Ein Fall, an dem klar wird, was mitzählt.',
    manual: 'Ausfüllhilfe',
    manualHint: 'Steht beim Liefern direkt am Feld: woher die Zahl kommt und worauf zu achten ist.',
    neededFor: 'Wofür wird sie gebraucht?',
    neededForHint:
      'Welcher Plan, Bericht oder welche Frage. Ohne Zweck wird sie im Katalog zum Weglassen vorgeschlagen.',
    neededBy: 'Wer hat darum gebeten?',
    nobody: 'nicht angegeben',
    neededUntil: 'Bis wann wird sie gebraucht?',
    burden: 'Aufwand je Lieferung',
    minutes: 'Minuten',
  },
} as const
