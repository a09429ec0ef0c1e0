// What the backup says.
export const texts = {
  noBackup: 'Diese Datei ist keine Sicherung von Nahtstelle. Es wurde nichts geändert.',
  damaged:
    'Diese Sicherung ist beschädigt oder unvollständig. Es wurde nichts geändert. Bitte nehmen Sie eine andere Sicherung.',
  newer: (step: string) =>
    `Diese Sicherung stammt aus einer neueren Nahtstelle (Schritt ${step}). Es wurde nichts geändert. Bitte spielen Sie sie mit jener oder einer neueren Ausgabe zurück.`,
  other: (step: string) =>
    `Diese Sicherung stammt aus einer anders gebauten Nahtstelle (Schritt ${step}). Es wurde nichts geändert.`,
  notEmpty:
    'Diese Installation enthält bereits Daten. Es wurde nichts geändert. Bitte spielen Sie die Sicherung in eine leere zurück, zum Beispiel mit DATA=… in einem neuen Ordner.',
  unknownTable: (table: string) =>
    `Die Sicherung enthält „${table}“, das diese Nahtstelle nicht kennt. Es wurde nichts geändert.`,
}
