// German wording of the page on which a list is read in.
import type { Verdict } from '../contract/lists.ts'

export const listPage = {
  title: 'Organisationen aus einer Liste eintragen',
  steps: ['Datei wählen', 'Prüfen', 'Eingetragen'],
  lead: 'Lesen Sie eine Liste aus Excel (XLSX) oder als CSV ein. Sie sehen zuerst, was geschehen würde. Eingetragen wird alles oder nichts.',
  template: 'Vorlage herunterladen',
  file: 'Liste',
  hint: 'XLSX oder CSV, höchstens 5.000 Zeilen. Die Überschriften stehen in der ersten Zeile; nötig ist nur „Name“.',
  look: 'Liste ansehen',
  looking: 'Die Liste wird gelesen.',
  notAllowed: 'Listen einlesen können Personen mit der Aufgabe Sozialplanung oder Einrichtung der Organisation.',
  columns: 'Erkannte Spalten',
  notUsed: 'nicht verwendet',
  means: (heading: string, field: string) => (heading === field ? heading : `${heading} = ${field}`),
  lines: 'Zeilen der Liste',
  line: 'Zeile',
  name: 'Organisation',
  verdict: 'Ergebnis',
  says: 'Was geschieht',
  verdicts: {
    new: 'neu',
    known: 'schon da',
    changed: 'geändert',
    unclear: 'unklar',
    fault: 'Fehler',
  } satisfies Record<Verdict, string>,
  counted: (count: number, verdict: string) => `${count} ${verdict}`,
  show: 'Zeigen',
  all: 'alle Zeilen',
  decide: (line: number) => `Zeile ${line}: Wer ist gemeint?`,
  open: 'bitte entscheiden',
  isNew: 'eine neue Organisation',
  is: (name: string) => `dieselbe wie „${name}“`,
  skip: 'diese Zeile weglassen',
  faultsTitle: (count: number) => (count === 1 ? 'Eine Zeile hat einen Fehler' : `${count} Zeilen haben Fehler`),
  faults: 'Bitte berichtigen Sie die Datei und lesen Sie sie neu ein, oder lassen Sie diese Zeilen weg.',
  skipFaults: 'Fehlerhafte Zeilen weglassen',
  undecided: (count: number) =>
    count === 1
      ? 'Bei einer Zeile ist noch zu entscheiden, wer gemeint ist.'
      : `Bei ${count} Zeilen ist noch zu entscheiden, wer gemeint ist.`,
  invite: (count: number) =>
    count === 1
      ? 'Einladung an eine Person mit E-Mail-Adresse verschicken'
      : `Einladungen an ${count} Personen mit E-Mail-Adresse verschicken`,
  enter: 'Alles eintragen',
  discard: 'Verwerfen',
  done: 'Die Liste ist eingetragen.',
  result: (made: number, changed: number, persons: number, invited: number) =>
    `Neu: ${made} · geändert: ${changed} · Personen: ${persons} · Einladungen: ${invited}`,
  toNetwork: 'Zum Netzwerk',
  next: 'Noch eine Liste',
}
