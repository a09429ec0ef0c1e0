// What „protect“ and „attack“ say.
import type { FaultCode } from '#pure/attack/table.ts'
import type { TidyFault } from '#pure/suppression/tidy.ts'

type At = Readonly<Record<string, string>>
const whole = 'Es wurde nichts ausgegeben.'

const faults: Readonly<Record<FaultCode, (at: At) => string>> = {
  'no-table': () => 'Das ist keine Tabelle: Erwartet wird ein JSON-Objekt mit „cells“ und „equations“.',
  'no-cells': ({ release }) =>
    `In der Veröffentlichung Nr. ${release} fehlen die Zellen. Bitte geben Sie sie als Liste „cells“ an.`,
  'bad-cell': ({ place }) => `Die Zelle Nr. ${place} hat keine Kennung. Jede Zelle braucht „id“ und „value“.`,
  twice: ({ id }) =>
    `Die Zelle „${id}“ steht zweimal in derselben Tabelle. Bitte geben Sie jeder Zelle eine eigene Kennung.`,
  'bad-number': ({ id, field }) => `Bei der Zelle „${id}“ ist „${field}“ keine endliche Zahl.`,
  'bad-cost': ({ id }) => `Bei der Zelle „${id}“ sind die Kosten negativ. Bitte geben Sie 0 oder mehr an.`,
  outside: ({ id }) =>
    `Der Wert der Zelle „${id}“ liegt außerhalb von „min“ und „max“. Bitte prüfen Sie die drei Angaben.`,
  'bad-sensitive': ({ id }) =>
    `Bei der Zelle „${id}“ ist „sensitive“ nicht lesbar: „below“, „above“ und „sliding“ sind Zahlen ab 0.`,
  'bad-equation': ({ place }) =>
    `Die Gleichung Nr. ${place} ist nicht lesbar: Sie braucht „terms“ (Kennung: Faktor) und „equals“.`,
  'unknown-id': ({ place, id }) =>
    `Die Gleichung Nr. ${place} nennt die Zelle „${id}“, die es in der Tabelle nicht gibt.`,
  unbalanced: ({ place, sum, equals }) =>
    `Die Gleichung Nr. ${place} geht nicht auf: Die Werte ergeben ${sum}, verlangt sind ${equals}. Bitte berichtigen Sie Werte oder Gleichung.`,
  'bad-contributor': ({ id }) =>
    `Bei der Zelle „${id}“ sind die Beiträge („contributors“) nicht lesbar: Name und Zahl.`,
  'unknown-suppressed': ({ id }) => `Als gesperrt ist die Zelle „${id}“ genannt, die es in dieser Tabelle nicht gibt.`,
  'bad-suppressed': () => 'Die gesperrten Zellen sind nicht lesbar. Erwartet wird eine JSON-Liste von Kennungen.',
  'too-large': ({ most }) => `Die Tabelle hat mehr als ${most} Zellen. Bitte teilen Sie sie auf.`,
}

const tidyFaults: Readonly<Record<TidyFault, (at: At) => string>> = {
  'no-rows': () => 'Die Datei hat keine Zeilen. Erwartet werden eine Kopfzeile und darunter die Zählungen.',
  'no-column': ({ column, known }) => `Die Spalte „${column}“ gibt es nicht. In der Datei stehen: ${known}.`,
  'bad-count': ({ line, text }) => `In Zeile ${line} ist „${text}“ keine Zählung. Erwartet wird eine ganze Zahl ab 0.`,
  'no-value': ({ line, column }) =>
    `In Zeile ${line} ist die Spalte „${column}“ leer. Bitte tragen Sie dort etwas ein.`,
  star: ({ line, column }) =>
    `In Zeile ${line} steht in „${column}“ ein „*“; das Zeichen ist für die Summen vorbehalten.`,
  'bad-tree': ({ line }) => `In der Hierarchie steht in Zeile ${line} nicht „Kind,Obergruppe“.`,
  'two-parents': ({ child }) =>
    `In der Hierarchie hat „${child}“ zwei Obergruppen. Jedes Merkmal gehört zu genau einer.`,
  circle: ({ child }) => `In der Hierarchie führt „${child}“ im Kreis zu sich selbst.`,
  'not-finest': ({ line, value }) =>
    `In Zeile ${line} steht „${value}“, das in der Hierarchie selbst Untergruppen hat. Bitte liefern Sie nur die feinsten Zählungen.`,
  'too-many': ({ count, most }) =>
    `Die Tabelle hätte ${count} Zellen, mehr als ${most}. Bitte nehmen Sie weniger Merkmale.`,
}

export const protectionTexts = {
  fault: (code: FaultCode, at: At) => `${faults[code](at)} ${whole}`,
  tidyFault: (code: TidyFault, at: At) => `${tidyFaults[code](at)} ${whole}`,
  notJson: (file: string) => `„${file}“ ist kein lesbares JSON. ${whole}`,
  notText: (file: string) => `„${file}“ ist keine lesbare Tabelle (CSV in UTF-8). ${whole}`,
  noFile: (file: string) =>
    `Die Datei „${file}“ lässt sich nicht öffnen. Bitte prüfen Sie Namen, Ordner und Leserechte.`,
  tooLarge: (limit: string) => `Die Datei ist größer als ${limit}. ${whole}`,
  unpublishable: (id: string) =>
    `Die Zelle „${id}“ lässt sich nicht schützen: Sie ist in einer früheren Veröffentlichung schon genannt worden. ${whole}`,
  unprotectable: (id: string, who: string | null) =>
    who === null
      ? `Die Zelle „${id}“ lässt sich nicht schützen: Auch wenn alles andere gesperrt wird, verraten Summen, Grenzen oder frühere Veröffentlichungen sie zu genau. ${whole}`
      : `Die Zelle „${id}“ lässt sich nicht vor „${who}“ schützen: Mit den eigenen Werten ist sie von dort aus immer zu genau zu berechnen. ${whole}`,
  unproven: `Die Zeit reichte nicht, um den Schutz nachzuweisen. ${whole} Bitte geben Sie mit --seconds mehr Zeit.`,
  uncertified: `Die Zeit reichte nicht für den Prüfnachweis. ${whole} Bitte geben Sie mit --seconds mehr Zeit.`,
  notWritten: (file: string) =>
    `In die Datei „${file}“ lässt sich nicht schreiben. Bitte prüfen Sie Ordner und Rechte. ${whole}`,
  noCertificate: (file: string) =>
    `„${file}“ ist kein Prüfnachweis von Nahtstelle. Er entsteht mit protect --certificate.`,
  noTable: (file: string) =>
    `„${file}“ ist keine veröffentlichte Tabelle: Erwartet wird ein JSON-Objekt mit „cells“ und „equations“, wie protect --released es schreibt.`,
  otherTable:
    'Der Prüfnachweis gehört nicht zu dieser Tabelle: Mindestens ein Wert, eine Sperrung, eine Grenze oder eine Summe ist anders.',
  otherKnown: (count: number) =>
    `Der Prüfnachweis stimmt nicht: Bei ${count === 1 ? 'einer Zelle lässt' : `${count} Zellen lassen`} sich andere Grenzen errechnen, als er nennt („faults“).`,
  open: 'Der Prüfnachweis gehört zu dieser Tabelle, aber mindestens eine Zelle ist nicht so geschützt, wie die Tabelle es verlangt.',
  holds:
    'Der Prüfnachweis stimmt: Aus dieser Tabelle lässt sich über keine gesperrte Zelle mehr errechnen, als er nennt.',
  holdsWhole:
    'Der Prüfnachweis stimmt, und jede geschützte Zelle liegt so weit im Ungewissen, wie die Tabelle es verlangt, auch für jede beitragende Einrichtung.',
  noContributor: (who: string) => `Von „${who}“ steht in der Tabelle kein Beitrag. ${whole}`,
  broken: `Die Berechnung ist abgebrochen. ${whole} Bitte versuchen Sie es noch einmal, notfalls mit weniger Zellen.`,
  help: {
    protect: `sperrt Zellen einer Tabelle so, dass sich keine geschützte berechnen lässt

  bin/nahtstelle protect TABELLE.json [--seconds 60] [--integer] [--seed 1] [--certificate NACHWEIS.json] [--released TABELLE.json]
  bin/nahtstelle protect --tidy ZEILEN.csv --dimensions a,b,c --count n [--hierarchy a=BAUM.csv …] [--threshold 3] [--contributor SPALTE]

TABELLE.json nennt Zellen („cells“: „id“, „value“, „cost“, „min“, „max“, „sensitive“ mit „below“, „above“, „sliding“, „contributors“),
Gleichungen („equations“: „terms“, „equals“) und frühere Veröffentlichungen („history“). Heraus kommt ein JSON-Objekt: welche Zellen gesperrt
werden („suppressed“), was es kostet („cost“), wie wenig es höchstens hätte kosten können („bound“) und was ein Angreifer über die geschützten
Zellen noch weiß („audit“). Das Ergebnis ist immer geschützt; ist die Zeit knapp, wird mehr gesperrt, nie weniger.
Mit --tidy entstehen aus den feinsten Zählungen alle Summen; heraus kommt eine CSV mit jeder Zelle: „*“ heißt alle, „state“ ist „value“, „nil“
(nichts vorhanden) oder „suppressed“ (geheim gehalten; ob eine Zelle selbst klein ist oder eine andere schützt, ist nicht zu erkennen).

  --seconds N        höchstens so lange (Vorgabe 60)
  --integer          ein Angreifer weiß, dass alle Werte ganze Zahlen sind (bei --tidy immer)
  --seed N           Anfang der Zufallsfolge; gleiche Zahl, gleicher Weg
  --certificate D    schreibt den Prüfnachweis in die Datei D; „verify“ prüft ihn
  --released D       schreibt die Tabelle ohne die gesperrten Werte in die Datei D, so wie sie veröffentlicht werden darf
  --hierarchy a=BAUM.csv   Zeilen „Kind,Obergruppe“ für das Merkmal a
  --threshold N      Zählungen von 1 bis N−1 werden gesperrt (Vorgabe 3)
  --contributor S    Spalte mit der Einrichtung, von der die Zählung stammt; sie kennt ihre eigenen Werte

Dateien dürfen gepackt sein (.gz); „-“ liest von der Standardeingabe.`,
    verify: `prüft einen Prüfnachweis an seiner Tabelle, ohne Nahtstelle und ohne Netz

  bin/nahtstelle verify NACHWEIS.json TABELLE.json [--seconds 600]

TABELLE.json ist die veröffentlichte Tabelle (protect --released); so kann jede und jeder prüfen. Nachgerechnet wird, ob der Nachweis zu genau
dieser Tabelle gehört („table“) und ob sich über die gesperrten Zellen nicht mehr errechnen lässt, als er nennt („known“). Wer die vollständige
Tabelle hat, gibt stattdessen sie an; dann wird auch geprüft, ob jede geschützte Zelle so weit im Ungewissen liegt wie verlangt („protected“).
Das Ende ist 0, wenn der Nachweis stimmt, sonst 1.`,
    attack: `rechnet aus, was Lesende über gesperrte Zellen wissen können

  bin/nahtstelle attack TABELLE.json --suppressed KENNUNGEN.json [--integer] [--contributor NAME | --contributors all] [--seconds 600]
  bin/nahtstelle attack VEROEFFENTLICHUNGEN.json

KENNUNGEN.json ist eine Liste von Kennungen oder das Ergebnis von „protect“. VEROEFFENTLICHUNGEN.json ist eine Liste solcher Tabellen, jede mit
„suppressed“; gleiche Kennungen sind dieselbe Zelle, und alle Veröffentlichungen werden zusammen angegriffen. Heraus kommt für jede gesperrte
Zelle, zwischen welchen Werten („low“, „high“; null heißt ohne Grenze) sie liegen muss und ob sie geschützt ist. Das Ende ist 0, wenn gerechnet
werden konnte, auch wenn Zellen offen liegen; das steht in „protected“.

  --integer            ganze Zahlen vorausgesetzt
  --contributor NAME   diese Einrichtung kennt ihre eigenen Beiträge („contributors“)
  --contributors all   versucht es mit jeder und meldet für jede Zelle das Schlimmste`,
  } as Readonly<Record<string, string>>,
}
