// German words of the figures: marks, refusals, why something was left out, and what to do about it.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { Mark } from './contract/shapes.ts'
import type { figures } from './contract.ts'
import { catalogueTexts } from './texts/catalogue.de.ts'
import { checkTexts } from './texts/checks.de.ts'
import { comparisonTexts } from './texts/comparison.de.ts'
import { formTexts } from './texts/forms.de.ts'
import { gateTexts } from './texts/gate.de.ts'
import { reformTexts } from './texts/reforms.de.ts'
import { reuseTexts } from './texts/reuse.de.ts'

const nothingWritten = 'Es wurde nichts gespeichert.'

/** What cannot be read at all, by the reader's code. */
const unreadable: Readonly<Record<string, (d: Record<string, string>) => string>> = {
  empty: () =>
    `Die Datei ist leer. ${nothingWritten} Bitte laden Sie sie bei der amtlichen Stelle noch einmal herunter.`,
  undecodable: () =>
    `Diese Datei ist keine lesbare Tabelle (kein Text und keine Excel-Mappe, oder ungewöhnlich groß). ${nothingWritten} Bitte wählen Sie die CSV- oder XLSX-Datei der amtlichen Stelle.`,
  'unknown-format': (d) =>
    d.format === 'xls-old'
      ? `Diese Mappe ist von vor 1997. ${nothingWritten} Bitte speichern Sie sie in Excel oder LibreOffice neu, als XLSX oder ODS.`
      : d.format === 'genesis-cube'
        ? `Das ist ein Datenquader aus GENESIS; er enthält nur Kürzel und lässt sich nicht speichern. ${nothingWritten} Bitte laden Sie dieselbe Tabelle dort als „CSV“ oder „flache CSV“ herunter.`
        : d.format
          ? `Diese Datei lässt sich lesen, aber nicht speichern. ${nothingWritten} Gespeichert werden das Gemeindeverzeichnis, Grenzen von Kreisen und Gemeinden (VG250, VG5000) und Tabellen mit Zahlen für Gebiete.`
          : `In dieser Datei ist keine Tabelle zu erkennen, oder Nahtstelle kennt das Format nicht. ${nothingWritten} Bitte nehmen Sie das Gemeindeverzeichnis (XLSX, CSV) oder eine Tabelle aus GENESIS oder der Regionaldatenbank als CSV oder flache CSV.`,
  'broken-header': (d) =>
    `Der Kopf der Tabelle ist nicht vollständig${d.missing ? ` (es fehlt: ${d.missing})` : ''}. ${nothingWritten} Bitte nehmen Sie die Datei unverändert, so wie die amtliche Stelle sie ausgibt.`,
  'open-quote': (d) =>
    `In Zeile ${d.line} beginnt ein Anführungszeichen, das nirgends endet. ${nothingWritten} Vermutlich ist die Datei abgeschnitten; bitte laden Sie sie noch einmal herunter.`,
  'cut-off': () =>
    `Die Datei ist abgeschnitten, das Ende fehlt. ${nothingWritten} Bitte laden Sie sie noch einmal herunter.`,
  formula: (d) =>
    `${d.line ? `In Zeile ${d.line}` : 'In dieser Mappe'} steht eine Formel. ${nothingWritten} Amtliche Dateien enthalten nur Zahlen und Zeichen; bitte laden Sie die Datei bei der amtlichen Stelle noch einmal herunter.`,
  'too-large': (d) =>
    `Die Datei ist größer als ${d.limit}, so groß ist keine amtliche Tabelle. ${nothingWritten} Bitte wählen Sie bei der amtlichen Stelle weniger Gebiete oder Jahre aus.`,
  'no-rows': () =>
    `Die Datei hat einen Kopf, aber keine einzige Zeile mit Zahlen. ${nothingWritten} Bitte prüfen Sie bei der amtlichen Stelle die Auswahl von Gebieten und Zeiten.`,
  'number-style': () =>
    `Ob „1.234“ tausend oder ein Komma meint, lässt sich in dieser Datei nicht sicher sagen. ${nothingWritten} Bitte laden Sie die Tabelle in deutscher Schreibweise herunter.`,
  'ambiguous-columns': (d) =>
    `Zwei Spalten sagen dasselbe aus${d.column ? ` („${d.column}“)` : ''}. ${nothingWritten} Bitte nehmen Sie die Datei unverändert, so wie die amtliche Stelle sie ausgibt.`,
  'several-tables': (d) =>
    `In dieser Datei stehen ${d.count} Tabellen${d.names ? ` (${d.names} …)` : ''}. ${nothingWritten} Bitte nehmen Sie die gewünschte einzeln heraus.`,
  companion: (d) =>
    `Hierzu gehört noch die Datei „${d.name}“. ${nothingWritten} Bitte legen Sie alle Teile in denselben Ordner (bei Grenzen: .shp, .dbf und .prj) und nennen Sie die Datei mit der Endung .shp, oder packen Sie alles in eine ZIP-Datei.`,
  projection: (d) =>
    `In welchem Koordinatensystem diese Grenzen stehen, lässt sich nicht sicher sagen${d.system ? ` („${d.system}“)` : ''}. ${nothingWritten} Bitte nehmen Sie die Ausgabe in UTM 32, Gauß-Krüger oder Grad (WGS 84).`,
  contradiction: (d) =>
    `Für das Gebiet ${d.area ?? ''} stehen in den Zeilen ${d.firstLine ?? '?'} und ${d.line} zwei verschiedene Werte zur selben Sache. ${nothingWritten} Bitte fragen Sie die Stelle, von der die Datei kommt.`,
}

const leftOut: Readonly<Record<string, (d: Record<string, string>) => string>> = {
  'column-count': (d) => `Zeile mit ${d.found} statt ${d.expected} Spalten`,
  'area-key-empty': () => 'Zeile ohne Gebietsschlüssel',
  'area-key-not-an-area-key': (d) => `„${d.text}“ ist kein Gebietsschlüssel`,
  'area-key-unknown-land': (d) => `Schlüssel „${d.text}“: Dieses Land gibt es nicht`,
  'no-area': () => 'Zeile ohne Gebiet',
  period: (d) => `„${d.text}“ ist kein Zeitraum`,
  value: (d) => `„${d.text}“ ist weder Zahl noch Zeichen`,
  repeated: (d) => `Steht mit demselben Wert schon in Zeile ${d.firstLine}`,
  'register-record-kind': (d) => `Satzart „${d.text}“ ist nicht bekannt`,
  'register-key': (d) => `„${d.text}“ ist kein Regionalschlüssel`,
  'empty-cells': (d) => `„${d.column}“: ${d.count} leere Zellen`,
  'empty-column': (d) => `„${d.column}“: leere Spalte`,
  section: (d) => `Zwischenzeile „${d.text}“`,
  'heading-again': () => 'Der Kopf der Tabelle noch einmal',
  water: (d) => `Wasserfläche zum Schlüssel ${d.text}`,
  'same-key': (d) => `Noch eine Fläche oder Zeile zum Schlüssel ${d.text}; sie zählt nicht doppelt`,
  'no-shape': (d) => `${d.text}: ohne Grenze`,
  'not-areas': () => 'Linien oder Punkte, keine Flächen',
  'sign-unsaid': (d) => `${d.count} Zellen mit „${d.text}“`,
  'column-aside': (d) => `Spalte „${d.column}“`,
  'total-row': (d) => `Summenzeile „${d.text}“`,
  'missing-file': (d) => `Die Datei „${d.text}“ fehlt`,
}

/** What a file leaves open: it is asked, not guessed. */
const open: Readonly<Record<string, (d: Record<string, string>) => string>> = {
  'no-area-column': () => 'Für welches Gebiet die Zahlen gelten, steht nicht in der Tabelle',
  'no-time': (d) => `Für ${d.columns} Spalten nennt die Datei keine Zeit, zum Beispiel für „${d.first}“`,
  'mixed-column': (d) => `„${d.column}“: teils Zahlen, teils Wörter; die Spalte gilt nicht als Kennzahl`,
  'no-day': () => 'Die Datei nennt keinen Stand',
  'no-validity': (d) => `${d.count} Gebiete ohne Angabe, von wann bis wann es sie gab`,
  'same-name': (d) =>
    `„${d.text}“ steht auch in Zeile ${d.firstLine}; ohne Schlüssel gelten beide als verschiedene Gebiete`,
}

const inPlace = (sentence: string, { where }: Record<string, string>) => (where ? `${where}: ${sentence}` : sentence)

export const texts = {
  marks: {
    nil: { sign: '–', name: 'nichts vorhanden' },
    unknown: { sign: '.', name: 'unbekannt oder geheim zu halten' },
    unreliable: { sign: '/', name: 'nicht sicher genug' },
    later: { sign: '…', name: 'noch nicht da' },
    meaningless: { sign: 'x', name: 'nicht sinnvoll' },
  } satisfies Record<Mark, { sign: string; name: string }>,
  refusals: {
    ...reformTexts.refusals,
    ...formTexts.refusals,
    ...catalogueTexts.refusals,
    ...checkTexts.refusals,
    ...reuseTexts.refusals,
    ...comparisonTexts.refusals,
    ...gateTexts.refusals,
    linkUsed: `Dieser Link hat schon einmal gewirkt, ist abgelaufen oder gehört zu einem beendeten Auftrag. ${nothingWritten} Bitte melden Sie sich an oder wenden Sie sich an die Geschäftsstelle.`,
    noOwnArea: `Für Ihre Organisation ist kein Gebiet eingetragen, deshalb lässt sich die Zahl keinem Gebiet zuordnen. ${nothingWritten} Bitte melden Sie sich an und ergänzen Sie das Gebiet, oder wenden Sie sich an die Geschäftsstelle.`,
    noFile: 'Es kam keine Datei an. Bitte wählen Sie eine Datei aus.',
    unreadable: (d: Record<string, string>) => (unreadable[d.code ?? ''] ?? unreadable['unknown-format']!)(d),
    noDay: `In dieser Datei steht nicht, von welchem Tag sie ist. ${nothingWritten} Bitte nennen Sie den Gebietsstand und lesen Sie sie noch einmal.`,
    unsafeFile: `Diese Datei zu lesen würde zu viel Speicher oder Zeit brauchen. ${nothingWritten} Bitte teilen Sie sie, oder fragen Sie die Stelle, von der sie kommt.`,
    alreadyRead: (d: Record<string, string>) =>
      `Diese Datei ist schon eingelesen („${d.title}“). Es gibt nichts mehr zu tun; die Zahlen stehen bereit.`,
    nothingNew: (d: Record<string, string>) =>
      `Alle Werte aus „${d.title}“ stehen schon da, mit denselben Zahlen. Es gibt nichts mehr zu tun.`,
    noKnownArea: (d: Record<string, string>) =>
      `Keines der ${d.count} Gebiete dieser Datei ist hier bekannt. ${nothingWritten} Bitte lesen Sie zuerst das Gemeindeverzeichnis für Ihre Gegend ein, oder wählen Sie eine Tabelle mit Ihren Kreisen oder Gemeinden.`,
    openQuestions: (d: Record<string, string>) =>
      `${d.count === '1' ? 'Eine Angabe fehlt' : `${d.count} Angaben fehlen`} noch: ${d.first} ${nothingWritten}`,
    needsNoMapping: 'Diese Datei sagt selbst, was in ihren Spalten steht. Es gibt nichts zuzuordnen.',
    noAttribution: `In dieser Datei steht nicht, von wem sie ist. ${nothingWritten} Bitte tragen Sie den Quellenvermerk ein (auf der Kommandozeile mit --source): Stelle und Jahr, wie sie unter der Karte stehen sollen.`,
    codeTaken: (d: Record<string, string>) =>
      `Das Kürzel „${d.code}“ hat schon eine andere Kennzahl. ${nothingWritten} Bitte wählen Sie ein anderes.`,
    noPeriod:
      'Für diese Kennzahl gibt es zu dieser Zeit noch keine Werte. Bitte wählen Sie eine der angebotenen Zeiten.',
    noPopulation:
      'Zu diesem Tag ist noch keine Einwohnerzahl eingelesen, auf die sich die Werte beziehen ließen. Bitte wählen Sie eine andere Zeit, oder zeigen Sie die Werte selbst.',
    notAdditive:
      'Diese Kennzahl ist schon ein Anteil oder ein Durchschnitt. Je Einwohnerin und Einwohner lässt sie sich nicht noch einmal rechnen.',
    noBoundaries: 'Die Grenzen für die Karte sind noch nicht eingerichtet. Die Tabelle zeigt dieselben Zahlen.',
    alreadyDelivered:
      'Ihre Organisation hat das für diesen Zeitraum schon abgegeben. Wenn sich etwas geändert hat, berichtigen Sie bitte die Lieferung; die frühere Fassung bleibt erhalten.',
    notHeld:
      'Diese Kennzahl kommt aus einer amtlichen Tabelle und wird nicht geliefert. Sie können den amtlichen Wert bestätigen oder kommentieren.',
    foreignArea: (d: Record<string, string>) =>
      `Das Gebiet ${d.area} gehört nicht zu Ihrer Organisation oder ist hier nicht bekannt. ${nothingWritten} Bitte wählen Sie Ihr eigenes Gebiet.`,
    noOfficialValue:
      'Für dieses Gebiet und diese Zeit gibt es noch keinen amtlichen Wert, den Sie bestätigen könnten. Sobald er eingelesen ist, steht er hier.',
    notYourDuty:
      'Diese Aufgabe richtet sich an eine andere Organisation oder meint eine andere Kennzahl. Bitte öffnen Sie Ihre Aufgabe noch einmal aus „Heute“.',
    wrongKind:
      'Aus einer Lieferung wird keine Bestätigung und umgekehrt. Bitte berichtigen Sie den Wert oder den Kommentar.',
    ownDelivery: 'Auf die eigene Lieferung antwortet, wer sie erbeten hat.',
  } satisfies RefusalTexts<typeof figures>,
  invalid: {
    valueOrMark: 'Bitte geben Sie entweder eine Zahl oder ein Zeichen an (zum Beispiel „–“ für nichts vorhanden).',
    commentNeeded: 'Bitte schreiben Sie, was zu diesem Wert zu sagen ist.',
    neededBy: 'Dieses Gremium oder diese Organisation gibt es hier nicht. Bitte wählen Sie aus der Liste.',
    columns: 'Zu jeder Spalte muss feststehen, was sie ist. Bitte wählen Sie es in der Liste.',
    period: 'Der Zeitraum endet vor seinem Anfang. Bitte prüfen Sie die beiden Tage.',
  },
  unreadable: (code: string, detail: Record<string, string>) =>
    (unreadable[code] ?? unreadable['unknown-format']!)(detail),
  leftOut: (why: string, detail: Record<string, string>) => inPlace((leftOut[why] ?? (() => why))(detail), detail),
  open: (what: string, detail: Record<string, string>) => inPlace((open[what] ?? (() => what))(detail), detail),
  day: (iso: string) => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1'),
  deliveryTitle: (kind: 'figure' | 'confirmation' | 'comment', indicator: string, area: string, lastDay: string) =>
    `${{ figure: 'Lieferung', confirmation: 'Bestätigung', comment: 'Kommentar' }[kind]}: ${indicator}, ${area}, ${texts.day(lastDay)}`,
  retention: 'Eine Vorschau, die niemand übernommen hat, wird nach einer Woche gelöscht',
  csv: {
    columns: [
      'Schlüssel',
      'Gebiet',
      'von',
      'bis',
      'Wert',
      'Zeichen',
      'Bedeutung',
      'Einheit',
      'Grundlage',
      'Quelle',
      'Lizenz',
      'Gebietsstand',
      'Umrechnung',
      'Rückfragen',
      'Erklärung',
    ],
    before: (iso: string) => `vor dem ${texts.day(iso)}`,
    carried: reformTexts.carried,
    nothing: 'keine Angabe',
    map: 'karte',
    series: 'reihe',
  },
} as const
