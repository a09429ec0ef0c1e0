// What the command line says.
import type { Looked } from '#areas/figures/server/import/look.ts'
import { protectionTexts } from './cli/protection.texts.de.ts'

const number = (value: number) => value.toLocaleString('de-DE')
const layouts: Readonly<Record<string, string>> = {
  register: 'ein Gemeindeverzeichnis',
  'genesis-csv': 'eine Tabelle aus GENESIS (CSV)',
  'genesis-flat': 'eine Tabelle aus GENESIS (flache CSV)',
  genesis: 'eine Tabelle aus GENESIS',
}
const states: Readonly<Record<string, string>> = {
  nil: '„–“ nichts vorhanden',
  unknown: '„.“ unbekannt oder geheim',
  unreliable: '„/“ nicht sicher genug',
  later: '„…“ kommt später',
  meaningless: '„x“ nicht sinnvoll',
}

export const texts = {
  usage: 'Aufruf: bin/nahtstelle BEFEHL …   („help BEFEHL“ erklärt einen)',
  callAs: (command: string) =>
    `So lässt sich „${command}“ nicht aufrufen. „bin/nahtstelle help ${command}“ zeigt, wie es geht.`,
  unknown: (name: string) => `Den Befehl „${name}“ gibt es nicht. „bin/nahtstelle help“ zeigt, welche es gibt.`,
  notRunning: (data: string) =>
    `In ${data} läuft gerade keine Nahtstelle. Bitte starten Sie sie („npm start“) oder nennen Sie den Ordner mit DATA=….`,
  noInstallation: (data: string) =>
    `In ${data} liegt keine Nahtstelle. Bitte starten Sie sie einmal („npm start“), oder nennen Sie den Ordner mit DATA=….`,
  nobodyYet:
    'In dieser Nahtstelle plant noch niemand. Bitte richten Sie sie zuerst im Browser ein; der Link dazu erscheint beim Start.',
  notAPlanner: (email: string) =>
    `Mit der Adresse ${email} darf hier niemand amtliche Zahlen einlesen. Bitte nennen Sie die Adresse einer Person, die für ihre Organisation plant.`,
  actsFor: (name: string, organisation: string) =>
    `Eingelesen wird im Namen von ${name}, ${organisation}; im Protokoll steht, dass es über die Kommandozeile geschah.`,
  because: 'Wartung über die Kommandozeile dieser Installation',
  journalWhole: (entries: number, head: string) =>
    `Das Änderungsprotokoll ist unversehrt: ${entries} Einträge, Kopf ${head}.`,
  journalBroken: (entry: number) =>
    `Das Änderungsprotokoll ist verändert worden; der erste betroffene Eintrag hat die Nummer ${entry}.`,
  standardInput: 'Standardeingabe.csv',
  noFile: (file: string) =>
    `Die Datei „${file}“ lässt sich nicht öffnen. Bitte prüfen Sie Namen, Ordner und Leserechte.`,
  unknownKind: (kind: string, known: readonly string[]) =>
    `Die Art „${kind}“ lässt sich nicht einlesen. Möglich sind: ${known.join(', ')}; „table“ erkennt das Format selbst.`,
  notADay: (text: string) => `„${text}“ ist kein Tag. Bitte schreiben Sie ihn als JJJJ-MM-TT, zum Beispiel 2019-12-31.`,
  needsStand:
    'In diesem Gemeindeverzeichnis steht nicht, von welchem Tag es ist. Es wurde nichts gespeichert. Bitte nennen Sie den Gebietsstand, zum Beispiel mit --stand 2019-12-31.',
  otherKind: (found: string, wanted: string) =>
    `Diese Datei ist ${layouts[found]}, nicht ${layouts[wanted]}. Es wurde nichts gespeichert. Mit „import table“ erkennt Nahtstelle das Format selbst.`,
  dryRun: 'Das war eine Probe; es wurde nichts gespeichert.',
  looked: ({ title, summary, leftOut }: Looked) =>
    [
      title,
      `Quelle: ${summary.source}`,
      `Format: ${layouts[summary.kind]?.replace(/^eine? /, '')}`,
      `${number(summary.values)} Werte für ${number(summary.areas)} Gebiete`,
      summary.periods.length > 3
        ? `${summary.periods.length} Zeiten von ${summary.periods[0]} bis ${summary.periods.at(-1)}`
        : `Zeit: ${summary.periods.join(', ')}`,
      ...Object.entries(summary.states)
        .filter(([, count]) => count > 0)
        .map(([state, count]) => `${number(count)} Zeichen ${states[state]}`),
      leftOut.length === 0 ? 'Nichts wurde ausgelassen.' : 'Ausgelassen:',
      ...leftOut.map(
        ({ sentence, count, examples }) =>
          `  ${number(count)}-mal, zum Beispiel in Zeile ${examples.slice(0, 3).join(', ')}: ${sentence}`,
      ),
    ].join('\n'),
  readIn: ({
    title,
    written,
    revised,
    unchanged,
  }: {
    title: string
    written: number
    revised: number
    unchanged: number
  }) =>
    `„${title}“ ist eingelesen: ${number(written)} Werte neu, ${number(revised)} berichtigt, ${number(unchanged)} standen schon da.`,
  help: {
    help: `zeigt die Befehle oder erklärt einen

  bin/nahtstelle help [BEFEHL]`,
    import: `liest eine amtliche Datei ein

  bin/nahtstelle import ART DATEI [--dry-run] [--json] [--as ADRESSE] [--stand TAG]

ART ist „table“ (Nahtstelle erkennt das Format), „register“ (Gemeindeverzeichnis als XLSX oder CSV), „genesis“,
„genesis-csv“ oder „genesis-flat“. DATEI darf gepackt sein (.gz); „-“ liest von der Standardeingabe.
Zuerst steht da, was gelesen und was ausgelassen wurde und warum; dann wird alles gespeichert oder nichts.

  --dry-run      nur zeigen, nichts speichern; dafür braucht es keine laufende Nahtstelle
  --json         das Ergebnis als ein JSON-Objekt; Meldungen stehen in der Fehlerausgabe
  --as ADRESSE   im Namen dieser Person, die für ihre Organisation plant; sonst der Person, die Nahtstelle eingerichtet hat
  --stand TAG    Gebietsstand (JJJJ-MM-TT) für ein Gemeindeverzeichnis, in dem er nicht steht

Eingelesen wird in die Nahtstelle, die in DATA läuft (sonst in die, die dort liegt), oder in die Datenbank aus DATABASE_URL.`,
    ...protectionTexts.help,
    'verify-journal': `prüft die Kette des Änderungsprotokolls und nennt den ersten veränderten Eintrag

  bin/nahtstelle verify-journal

Das Ende ist 0, wenn das Protokoll unversehrt ist, sonst 1. Nahtstelle muss dafür laufen (DATA oder DATABASE_OWNER_URL).`,
  } as Readonly<Record<string, string>>,
}
