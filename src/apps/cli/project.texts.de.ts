// What the command `project` says.
import type { BackTest } from '#pure/projection/project.ts'
import type { BadPopulation } from '#pure/projection/read.ts'
import type { Structure } from '#pure/projection/structure.ts'
import type { UnreadableFile } from '#pure/table-file/unreadable.ts'

const percent = (share: number) =>
  Number.isNaN(share)
    ? 'nicht messbar'
    : `${(100 * share).toLocaleString('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`
const number = (value: number) => value.toLocaleString('de-DE')
const nothing = 'Es wurde nichts vorausberechnet.'
const years = (from: number | string, to: number | string) => `${from} bis unter ${to} Jahre`

export const projectionTexts = {
  notAYear: (text: string) =>
    `„${text}“ ist kein Jahr. Bitte schreiben Sie es mit vier Ziffern, zum Beispiel --to 2045.`,
  already: (last: number, to: number) =>
    `Die Zahlen reichen schon bis ${last}; bis ${to} ist nichts vorauszuberechnen. Bitte nennen Sie mit --to ein späteres Jahr.`,
  tooFar: (last: number, most: number) =>
    `Mehr als ${most} Jahre nach ${last} rechnet Nahtstelle nicht voraus. Bitte nennen Sie mit --to ein früheres Jahr.`,
  unreadable: ({ code, detail, line }: UnreadableFile) =>
    code === 'too-large'
      ? `Die Datei ist größer als ${detail.limit}. ${nothing} Bitte teilen Sie sie, zum Beispiel nach Ländern.`
      : code === 'cut-off'
        ? `Das Ende der Datei fehlt. ${nothing} Bitte laden Sie sie noch einmal.`
        : `Die Datei ist kein Text${line === null ? '' : ` (Zeile ${line})`}. ${nothing} Bitte speichern Sie die Tabelle als CSV.`,
  bad: ({ fault, line, detail }: BadPopulation): string => {
    const { text, column, from, to, other, found, wanted } = detail
    const sentence = {
      empty: 'Die Datei ist leer.',
      nobody: 'In der Datei steht für das letzte Jahr kein Gebiet mit Zahlen.',
      'column-missing': `In der Kopfzeile fehlt die Spalte „${column}“; nötig sind area, sex, age_from, age_to, year und population.`,
      'column-twice': `In der Kopfzeile steht die Spalte „${column}“ zweimal.`,
      cells: `Hier stehen ${found} Zellen, in der Kopfzeile ${wanted}.`,
      area: 'Hier fehlt das Gebiet (area).',
      'age-from': `„${text}“ ist kein Alter (age_from); gemeint ist eine ganze Zahl von 0 bis 130.`,
      'age-to': `„${text}“ ist kein Ende einer Altersgruppe, die mit ${from} beginnt (age_to); für „und älter“ bleibt die Zelle leer.`,
      year: `„${text}“ ist kein Jahr (year); gemeint sind vier Ziffern.`,
      population: `„${text}“ ist keine Bevölkerungszahl (population); gemeint ist eine Zahl ab 0 ohne Tausenderzeichen.`,
      twice: 'Für dieses Gebiet, Geschlecht, Alter und Jahr steht schon weiter oben eine Zahl.',
      'open-quote': 'Hier beginnt ein Anführungszeichen, das nicht geschlossen wird.',
      'ages-overlap': `Die Altersgruppe ab ${from} Jahren überschneidet sich mit der ab ${other} Jahren.`,
      'ages-gap': `Vor dieser Altersgruppe fehlt eine: ${years(from ?? '', to ?? '')}.`,
    }[fault]
    return `${line === null ? '' : `Zeile ${line}: `}${sentence} ${nothing}`
  },
  told: ({ gone, filled, population }: Structure, tested: BackTest | null): string[] => [
    ...(gone.length > 0
      ? [
          `Ohne Zahlen für ${population.years.at(-1)} und deshalb nicht vorausberechnet: ${gone.slice(0, 5).join(', ')}${gone.length > 5 ? ` und ${number(gone.length - 5)} weitere Gebiete` : ''}.`,
        ]
      : []),
    ...(filled > 0
      ? [
          `${number(filled)} Zahlen fehlen für ${population.years.at(-1)}; dort steht die letzte bekannte Zahl, sonst 0.`,
        ]
      : []),
    tested === null
      ? 'Eine Probe am eigenen letzten Jahr ist nicht möglich: Die Datei enthält nur ein Jahr.'
      : `Probe am eigenen letzten Jahr: ${tested.year}, vorausberechnet aus den Zahlen bis ${tested.known}, weicht im Mittel je Zahl um ${percent(tested.cells)} ab (je Gebiet insgesamt um ${percent(tested.areas)}); bei gleichbleibenden Zahlen wären es je Zahl ${percent(tested.constant)}, bei geradem Trend ${percent(tested.linear)}; im 80-%-Bereich lagen ${percent(tested.inside)} der Zahlen.`,
  ],
  help: `rechnet eine Bevölkerung voraus, nach Gebiet, Geschlecht und Alter

  bin/nahtstelle project DATEI --to JAHR

DATEI ist eine CSV-Datei mit den Spalten area, sex, age_from, age_to, year und population; sie darf gepackt sein (.gz), „-“ liest von
der Standardeingabe. Altersgruppen dürfen verschieden breit sein; age_to ist das erste Alter, das nicht mehr dazugehört („0,5“, „5,10“),
oder das letzte, das dazugehört („0,4“, „5,9“); bei „und älter“ bleibt es leer. Bei einem amtlichen Schlüssel als Gebiet lernen Gemeinden
von ihrem Kreis und Kreise von ihrem Land. Summen (Geschlecht „insgesamt“, zusammengefasste Alter, übergeordnete Gebiete) gehen auf.

Heraus kommen dieselben Spalten für jedes Jahr bis JAHR, dazu low und high: Mit 80 % Wahrscheinlichkeit liegt die Zahl dazwischen, wenn
sich die Bevölkerung so verändert wie in den Jahren der Datei. Brüche (eine Zählung, ein Krieg, ein neues Baugebiet) deckt der Bereich nicht ab.
In der Fehlerausgabe steht, wie weit die Vorausberechnung am eigenen letzten Jahr der Datei danebengelegen hätte.`,
}
