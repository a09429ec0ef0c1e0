// German sentences of the database that Nahtstelle manages itself: what the terminal shows and what the errors say.

const outside = 'Oder nutzen Sie einen eigenen PostgreSQL-Server: Setzen Sie dafür DATABASE_URL und DATABASE_OWNER_URL.'

const closed = 'hier darf dieser Benutzer nicht schreiben'
const folderReasons: Readonly<Record<string, string>> = {
  EACCES: closed,
  EPERM: closed,
  EROFS: 'der Datenträger lässt sich nur lesen',
  EEXIST: 'an dieser Stelle liegt schon eine Datei',
  ENOTDIR: 'auf dem Weg dorthin liegt eine Datei, kein Ordner',
  ENOENT: 'dort lässt sich kein Ordner anlegen',
  ENOSPC: 'der Datenträger ist voll',
}

export const managedTexts = {
  log: {
    creating: (major: number, folder: string) => `Die Datenbank wird angelegt (PostgreSQL ${major}, ${folder}).`,
    starting: (major: number) => `Die Datenbank startet (PostgreSQL ${major}).`,
    adopted: (pid: number) =>
      `Die Datenbank läuft noch von vorhin (Prozess ${pid}) und wird übernommen. Alle gespeicherten Eingaben sind da.`,
    recovering:
      'Die Datenbank wurde nicht sauber beendet und stellt sich wieder her. Gespeichertes geht dabei nicht verloren.',
    staleLock: (pid: number) =>
      `Die Sperrdatei der Datenbank nennt Prozess ${pid}, der nicht mehr zu ihr gehört. Die Sperre wird entfernt.`,
    orphans: (count: number) => `${count} übrig gebliebene Prozesse der alten Datenbank werden beendet.`,
    npmEngine:
      'Hinweis: PostgreSQL kommt aus dem npm-Paket und bringt ein altes OpenSSL mit. Das genügt zum Ausprobieren, für die Vorführung und für Tests. Für den Betrieb installieren Sie bitte PostgreSQL aus Ihrem Betriebssystem (Debian: apt install postgresql).',
    asUser: (user: string) => `Die Datenbank läuft als Benutzer „${user}“, weil PostgreSQL nicht als root läuft.`,
    asUserThroughClosedFolder: (user: string) =>
      `Die Datenbank läuft als Benutzer „${user}“ und darf zusätzlich durch verschlossene Ordner gehen, weil Daten oder Programme in einem solchen liegen.`,
    asNamespace: (user: string) =>
      `Die Datenbank läuft als Benutzer „${user}“ in einem eigenen Namensraum, weil Daten oder Programme in einem verschlossenen Ordner liegen.`,
    lost: 'Die Verbindung, die den Datenordner hält, ist abgerissen. Nahtstelle stellt sie wieder her.',
    revived: 'Die Datenbank ist wieder da, und der Datenordner gehört weiter dieser Nahtstelle.',
    givingUp: 'Nahtstelle beendet sich, damit nicht zwei Programme in denselben Datenordner schreiben.',
    slowStop:
      'Die Datenbank braucht zu lange zum Beenden und wird angehalten. Beim nächsten Start stellt sie sich wieder her.',
    stopped: 'Die Datenbank ist beendet.',
  },
  fault: {
    held: (holder: { pid?: number; host?: string; since?: string; address?: string }, folder: string) => {
      const where = holder.host === undefined ? '' : ` auf dem Rechner ${holder.host}`
      const who = holder.pid === undefined ? 'einer anderen Nahtstelle' : `von Prozess ${holder.pid}${where}`
      const since = holder.since === undefined ? '' : ` seit dem ${holder.since} Uhr`
      const address = holder.address === undefined ? '' : ` Sie erreichen sie unter ${holder.address}.`
      return `Der Datenordner ${folder} wird${since} schon ${who} genutzt.${address} Es wurde nichts verändert. Beenden Sie die andere Nahtstelle, oder wählen Sie einen anderen Datenordner.`
    },
    noPlatform: (platform: string) =>
      `Für ${platform} wurde kein PostgreSQL gefunden: Es ist keines ab Version 15 installiert, und das npm-Paket für diese Plattform fehlt oder passt nicht. Installieren Sie PostgreSQL (Debian: apt install postgresql). ${outside}`,
    noWindows: (platform: string) =>
      `Auf ${platform} kann Nahtstelle PostgreSQL nicht selbst betreiben. Setzen Sie DATABASE_URL und DATABASE_OWNER_URL auf einen PostgreSQL-Server.`,
    versionGone: (major: number, folder: string, found: string) =>
      `Die Daten in ${folder} gehören zu PostgreSQL ${major}, und diese Version ist nicht mehr installiert (gefunden: ${found}). Ihre Daten sind unverändert da. Installieren Sie PostgreSQL ${major} (Debian: apt install postgresql-${major}) und starten Sie noch einmal.`,
    none: 'keine',
    accountsGone: (file: string, folder: string) =>
      `Die Datei ${file} mit den Zugängen zur Datenbank fehlt, aber ${folder} enthält schon Daten. Die Daten sind unverändert da. Legen Sie die Datei aus Ihrer Sicherung zurück.`,
    accountsBroken: (file: string) =>
      `Die Datei ${file} mit den Zugängen zur Datenbank ist nicht lesbar oder beschädigt. Ihre Daten sind unverändert da. Prüfen Sie die Rechte an der Datei, oder legen Sie sie aus Ihrer Sicherung zurück.`,
    otherOwner: (folder: string, uid: number) =>
      `Der Ordner ${folder} gehört einem anderen Benutzer (Nummer ${uid}). Starten Sie Nahtstelle als dieser Benutzer. Es wurde nichts verändert.`,
    noFolder: (folder: string, code: string) =>
      `Der Datenordner ${folder} lässt sich nicht benutzen: ${folderReasons[code] ?? code}. Bitte prüfen Sie Pfad und Rechte, oder nennen Sie mit DATA=… einen anderen Ordner.`,
    noUnprivileged: (folder: string) =>
      `PostgreSQL läuft nicht als root, und auf diesem Rechner fand sich kein anderer Benutzer, der ${folder} und die Programme von PostgreSQL erreicht. Starten Sie Nahtstelle als gewöhnlicher Benutzer, oder legen Sie den Datenordner an einen offenen Ort. ${outside}`,
    creation: (reason: string) => `Die Datenbank ließ sich nicht anlegen. PostgreSQL meldet: „${reason}“.`,
    startFailed: (reason: string, log: string) =>
      `Die Datenbank ließ sich nicht starten. PostgreSQL meldet: „${reason}“. Ihre Daten sind unverändert da. Mehr steht in ${log}.`,
    notReady: (pid: number, log: string) =>
      `Die Datenbank (Prozess ${pid}) antwortet nicht. Ihre Daten sind unverändert da. Beenden Sie den Prozess, und starten Sie Nahtstelle noch einmal. Mehr steht in ${log}.`,
    stillHeld: (log: string) =>
      `Reste der alten Datenbank halten den Datenordner noch fest. Ihre Daten sind unverändert da. Starten Sie Nahtstelle in einer Minute noch einmal. Mehr steht in ${log}.`,
    notStopped: (pid: number) => `Die Datenbank (Prozess ${pid}) ließ sich nicht beenden.`,
    noSocketFolder:
      'Für die Verbindung zur Datenbank fand sich kein Ordner mit ausreichend kurzem Pfad. Setzen Sie TMPDIR auf einen kurzen Pfad, zum Beispiel /tmp.',
    links: (folder: string) =>
      `Im npm-Paket von PostgreSQL fehlen Verweise, und ${folder} ist nicht beschreibbar. Führen Sie „npm rebuild“ als Besitzer des Ordners aus.`,
  },
}
