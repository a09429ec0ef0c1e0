// German sentences of the migrations.
export const texts = {
  newer: (name: string) =>
    `Diese Datenbank ist neuer als dieses Programm (sie kennt schon „${name}“). Es wurde nichts verändert. Bitte starten Sie die neuere Fassung von Nahtstelle.`,
  changed: (name: string) =>
    `Der Umbau „${name}“ wurde nach seiner Ausführung verändert. Es wurde nichts verändert. Bitte stellen Sie die ursprüngliche Datei wieder her.`,
  failed: (name: string, why: string) => `Der Umbau „${name}“ ist gescheitert und wurde zurückgenommen: ${why}`,
}
