// What the programme says on the terminal.
export const texts = {
  badPort: (given: string) => `PORT=${given} ist keine Portnummer. Bitte geben Sie eine Zahl zwischen 0 und 65535 an.`,
  noPort: (port: number, code: string) =>
    code === 'EADDRINUSE'
      ? `Der Anschluss ${port} ist schon belegt, vielleicht von einer anderen Nahtstelle. Es wurde nichts verändert. Beenden Sie das andere Programm, oder nennen Sie einen freien Anschluss, zum Beispiel PORT=${port < 65_435 ? port + 100 : 4500} vor dem Befehl.`
      : code === 'EACCES'
        ? `Den Anschluss ${port} darf dieser Benutzer nicht öffnen. Es wurde nichts verändert. Nennen Sie einen ab 1024, zum Beispiel PORT=4500 vor dem Befehl.`
        : `Der Anschluss ${port} lässt sich nicht öffnen (${code}). Es wurde nichts verändert. Nennen Sie einen anderen, zum Beispiel PORT=4500 vor dem Befehl.`,
  unknownWord: (word: string) =>
    `„${word}“ kenne ich nicht. Möglich ist nur --fresh: „npm run demo -- --fresh“ baut das Beispiel neu auf.`,
  freshIsForTheDemo:
    'Neu aufgebaut wird nur das Beispiel („npm run demo -- --fresh“). Eine Installation wird hier nie gelöscht; es wurde nichts verändert.',
  notAnExample: (folder: string) =>
    `In ${folder} liegt kein Beispiel, deshalb wird dort nichts gelöscht. Nennen Sie mit DATA=… einen anderen Ordner, oder leeren Sie diesen selbst.`,
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
  demoMail: 'Im Beispiel verlässt keine Mail das Haus. Was verschickt worden wäre, steht unter „Ausgang der Mails“.',
  workerReady: 'Die Arbeiten im Hintergrund laufen.',
  stopping: 'Nahtstelle wird beendet …',
  unknownMode: (mode: string) => `„${mode}“ kenne ich nicht. Möglich sind demo, serve und worker.`,
  demoBuilding: (what: string) => `Beispiel „Oberbayern“ wird aufgebaut: ${what}`,
  noWeb: 'Die Weboberfläche ist noch nicht gebaut. Bitte starten Sie mit „npm start“ oder „npm run demo“.',
}
