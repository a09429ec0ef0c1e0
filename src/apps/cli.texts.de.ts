// What the command line says.
export const texts = {
  usage: 'Aufruf: bin/nahtstelle BEFEHL …   („help BEFEHL“ erklärt einen)',
  unknown: (name: string) => `Den Befehl „${name}“ gibt es nicht. „bin/nahtstelle help“ zeigt, welche es gibt.`,
  notRunning: (data: string) =>
    `In ${data} läuft gerade keine Nahtstelle. Bitte starten Sie sie („npm start“) oder nennen Sie den Ordner mit DATA=….`,
  journalWhole: (entries: number, head: string) =>
    `Das Änderungsprotokoll ist unversehrt: ${entries} Einträge, Kopf ${head}.`,
  journalBroken: (entry: number) =>
    `Das Änderungsprotokoll ist verändert worden; der erste betroffene Eintrag hat die Nummer ${entry}.`,
  help: {
    help: 'zeigt die Befehle oder erklärt einen',
    'verify-journal': 'prüft die Kette des Änderungsprotokolls und nennt den ersten veränderten Eintrag',
  } as Readonly<Record<string, string>>,
}
