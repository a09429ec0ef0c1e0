// What the programme says on the terminal.
export const texts = {
  badPort: (given: string) => `PORT=${given} ist keine Portnummer. Bitte geben Sie eine Zahl zwischen 0 und 65535 an.`,
  needsOwner:
    'Mit DATABASE_URL (Anmeldung der Anwendung) werden auch DATABASE_OWNER_URL (Eigentümerin, für den Umbau beim Start) und DATABASE_WORKER_URL (Anmeldung für Aufgaben im Hintergrund) gebraucht. Bitte setzen Sie alle drei.',
  starting: 'Nahtstelle startet …',
  migrated: (steps: number) => `Datenbank vorbereitet (${steps} ${steps === 1 ? 'Schritt' : 'Schritte'}).`,
  ready: (address: string) => `\nNahtstelle ist bereit: ${address}\n`,
  demoReady:
    'Das Beispiel „Oberbayern“: Personen und Abläufe sind erfunden, Organisationen, Gebiete und amtliche Zahlen sind echt (mit Quelle). Auf der Anmeldeseite suchen Sie sich eine Person aus.',
  firstRun: (link: string) =>
    `Diese Installation ist noch leer. Richten Sie sie mit diesem einmaligen Link ein:\n\n  ${link}\n`,
  noMail: 'Kein Mailversand eingerichtet (SMTP_URL): Mails bleiben im Ausgang stehen.',
  workerReady: 'Die Arbeiten im Hintergrund laufen.',
  stopping: 'Nahtstelle wird beendet …',
  unknownMode: (mode: string) => `„${mode}“ kenne ich nicht. Möglich sind demo, serve und worker.`,
  demoBuilding: (what: string) => `Beispiel „Oberbayern“ wird aufgebaut: ${what}`,
  noWeb: 'Die Weboberfläche ist noch nicht gebaut. Bitte starten Sie mit „npm start“ oder „npm run demo“.',
}
