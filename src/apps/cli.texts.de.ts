// What the command line says.

import type { Looked } from '#areas/figures/server/import/summary.ts'
import { projectionTexts } from './cli/project.texts.de.ts'
import { protectionTexts } from './cli/protection.texts.de.ts'

const number = (value: number) => value.toLocaleString('de-DE')
const layouts: Readonly<Record<string, string>> = {
  register: 'ein Gemeindeverzeichnis',
  'genesis-csv': 'eine Tabelle aus GENESIS (CSV)',
  'genesis-flat': 'eine Tabelle aus GENESIS (flache CSV)',
  genesis: 'eine Tabelle aus GENESIS',
  'genesis-cube': 'ein Datenquader aus GENESIS',
  areas: 'eine Liste von Gebieten',
  boundaries: 'eine Datei mit Grenzen',
  vg250: 'eine Datei mit Grenzen (VG250)',
  vg5000: 'eine Datei mit Grenzen (VG5000)',
  'vg250-ew': 'eine Tabelle zu Verwaltungsgebieten (VG250-EW)',
  inkar: 'eine Tabelle aus INKAR',
  'inkar-catalogue': 'ein Verzeichnis der Kennzahlen aus INKAR',
  'json-stat': 'eine Tabelle in JSON-stat',
  'sdmx-json': 'eine Tabelle in SDMX-JSON',
  'data-package': 'ein Data Package',
  spreadsheet: 'eine Tabelle in freier Form',
}
const states: Readonly<Record<string, string>> = {
  nil: '„–“ nichts vorhanden',
  unknown: '„.“ unbekannt oder geheim',
  unreliable: '„/“ nicht sicher genug',
  later: '„…“ kommt später',
  meaningless: '„x“ nicht sinnvoll',
}

const head = (entry: { number: number; chain: string } | null) =>
  entry
    ? `Das Änderungsprotokoll endet mit Nummer ${entry.number}, Kopf ${entry.chain}.`
    : 'Es ist noch nichts geschehen.'

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
  stopFirst: (data: string) =>
    `In ${data} läuft gerade Nahtstelle. Bitte beenden Sie sie zuerst; es wurde nichts geändert.`,
  needsBackupLogin:
    'Zum Sichern braucht es auch DATABASE_BACKUP_URL, die Anmeldung, die alles lesen und nichts schreiben darf. Es wurde nichts geschrieben.',
  fileThere: (file: string) =>
    `Die Datei „${file}“ gibt es schon. Bitte nennen Sie eine andere; es wurde nichts geschrieben.`,
  notWritable: (file: string) =>
    `Die Datei „${file}“ lässt sich nicht anlegen. Bitte prüfen Sie Ordner und Schreibrechte.`,
  backedUp: (file: string, entry: { number: number; chain: string } | null) =>
    `Die Sicherung „${file}“ ist geschrieben und geprüft. ${head(entry)}`,
  restored: (entry: { number: number; chain: string } | null) =>
    `Die Sicherung ist zurückgespielt. ${head(entry)} Wer angemeldet war, meldet sich neu an.`,
  moved: (entry: { number: number; chain: string } | null) =>
    `Alles ist auf dem Server. ${head(entry)} Starten Sie Nahtstelle künftig mit DATABASE_URL, DATABASE_OWNER_URL und DATABASE_WORKER_URL; der alte Ordner bleibt, wie er ist.`,
  unknownExport: (kind: string) => `„${kind}“ lässt sich nicht ausgeben. Möglich ist: all.`,
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
    'In dieser Datei steht nicht, von welchem Tag sie ist. Es wurde nichts gespeichert. Bitte nennen Sie den Gebietsstand, zum Beispiel mit --stand 2019-12-31.',
  shownOnly: (kind: string) =>
    `Das ist ${layouts[kind]}. Nahtstelle liest sie, kann sie aber nicht speichern; es wurde nichts gespeichert. Mit --dry-run sehen Sie, was darin steht. Gespeichert werden das Gemeindeverzeichnis, Grenzen von Kreisen und Gemeinden und Tabellen mit Zahlen für Gebiete.`,
  needsMapping: (kind: string) =>
    `Das ist ${layouts[kind]}. Was in ihren Spalten steht, weiß nur ein Mensch; es wurde nichts gespeichert. Bitte lassen Sie mit --write-mapping ZUORDNUNG.json einen Vorschlag schreiben, ergänzen Sie ihn und lesen Sie die Datei mit --mapping ZUORDNUNG.json ein. Im Browser führt „Amtliche Datei einlesen“ durch dieselben Schritte.`,
  noMappingNeeded:
    'Diese Datei sagt selbst, was in ihren Spalten steht. Eine Zuordnung braucht es nicht; es wurde keine geschrieben.',
  mappingWritten: (file: string, open: readonly string[]) =>
    [
      `Der Vorschlag steht in „${file}“; gespeichert wurde sonst nichts.`,
      ...(open.length > 0 ? ['Noch zu sagen:', ...open.map((one) => `  ${one}`)] : []),
    ].join('\n'),
  mappingBroken: (file: string, where: string) =>
    `„${file}“ ist keine Zuordnung${where ? ` (bei ${where})` : ''}. Es wurde nichts gespeichert. Mit --write-mapping schreibt Nahtstelle einen Vorschlag in der richtigen Form.`,
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
        : `Zeit: ${summary.periods.join(', ') || 'nicht genannt'}`,
      ...Object.entries(summary.states)
        .filter(([, count]) => count > 0)
        .map(([state, count]) => `${number(count)} Zeichen ${states[state]}`),
      ...(summary.open ?? []).slice(0, 20).map(({ line, what }) => `Offen (Zeile ${line}): ${what}`),
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
    written + revised + unchanged === 0
      ? `„${title}“ ist eingelesen.`
      : `„${title}“ ist eingelesen: ${number(written)} Werte neu, ${number(revised)} berichtigt, ${number(unchanged)} standen schon da.`,
  help: {
    help: `zeigt die Befehle oder erklärt einen

  bin/nahtstelle help [BEFEHL]`,
    import: `liest eine amtliche Datei ein

  bin/nahtstelle import ART DATEI [--dry-run] [--json] [--as ADRESSE] [--stand TAG] [--source TEXT]
                       [--mapping DATEI | --write-mapping DATEI]

ART ist „table“ (Nahtstelle erkennt das Format) oder sagt, was es sein muss:
  register       Gemeindeverzeichnis: XLSX, CSV, GV100AD, JSON
  genesis        GENESIS und Regionaldatenbank: CSV, flache CSV, Antwort der Schnittstelle (ZIP, JSON), Datenquader
  inkar          INKAR: CSV, XLS, XLSX, Parquet
  boundaries     Grenzen VG250 und VG5000: Shapefile (.shp mit .dbf und .prj), GeoJSON; Einwohner VG250-EW (.dbf)
  areas          Listen von Gebieten mit Zeitraum
  json-stat, sdmx-json, data-package
  spreadsheet    Tabellen in freier Form: CSV, XLSX, ODS, XLS, mit Beschreibung daneben (Table Schema, Markdown)
DATEI darf gepackt sein (.gz); „-“ liest von der Standardeingabe. Was zu einer Datei gehört und daneben liegt, wird mitgelesen.
Zuerst steht da, was gelesen und was ausgelassen wurde und warum, und was die Datei offen lässt; dann wird alles gespeichert
oder nichts. Listen von Gebieten und Datenquader zeigt nur --dry-run. Was in den Spalten anderer Tabellen steht (INKAR, JSON-stat,
SDMX-JSON, Data Package, freie Form), sagt eine Zuordnung: --write-mapping schreibt einen Vorschlag, den Sie ergänzen;
--mapping liest die Datei damit ein.

  --dry-run      nur zeigen, nichts speichern; dafür braucht es keine laufende Nahtstelle
  --json         das Ergebnis als ein JSON-Objekt; Meldungen stehen in der Fehlerausgabe
  --as ADRESSE   im Namen dieser Person, die für ihre Organisation plant; sonst der Person, die Nahtstelle eingerichtet hat
  --stand TAG    Gebietsstand (JJJJ-MM-TT) für ein Gemeindeverzeichnis oder Grenzen, in denen er nicht steht
  --source TEXT  Quellenvermerk, wo die Datei nicht sagt, von wem sie ist

Eingelesen wird in die Nahtstelle, die in DATA läuft (sonst in die, die dort liegt), oder in die Datenbank aus DATABASE_URL.`,
    backup: `sichert alles in eine Datei

  bin/nahtstelle backup DATEI

Nahtstelle darf dabei laufen. Die Datei wird danach noch einmal gelesen und geprüft. Sie enthält alles, auch Personen, und gehört
verwahrt wie die Datenbank selbst. Nicht darin: Anmeldungen, Einladungen und Links, laufende Arbeiten. „-“ schreibt in die Standardausgabe.
Bei einem eigenen PostgreSQL-Server braucht es zu DATABASE_URL und den anderen auch DATABASE_BACKUP_URL.`,
    restore: `spielt eine Sicherung in eine leere Nahtstelle zurück

  DATA=ORDNER bin/nahtstelle restore DATEI

Zuerst wird die ganze Datei geprüft; erst dann wird alles geschrieben oder nichts. In DATA (oder in der Datenbank aus DATABASE_URL) darf
noch nichts liegen, und Nahtstelle darf dort nicht laufen.`,
    export: `gibt alles als Text aus, gleicher Inhalt immer gleich

  bin/nahtstelle export all

Die Ausgabe ist dieselbe wie die entpackte Sicherung: jede Tabelle mit ihren Zeilen, nach Schlüssel geordnet.`,
    'move-to': `bringt die Nahtstelle in DATA auf einen PostgreSQL-Server

  DATABASE_OWNER_URL=… DATABASE_WORKER_URL=… bin/nahtstelle move-to DATABASE_URL

Nahtstelle darf dabei nicht laufen, und auf dem Server darf noch nichts liegen. DATA bleibt unverändert.`,
    project: projectionTexts.help,
    ...protectionTexts.help,
    'verify-journal': `prüft die Kette des Änderungsprotokolls und nennt den ersten veränderten Eintrag

  bin/nahtstelle verify-journal

Das Ende ist 0, wenn das Protokoll unversehrt ist, sonst 1. Nahtstelle muss dafür laufen (DATA oder DATABASE_OWNER_URL).`,
  } as Readonly<Record<string, string>>,
}
