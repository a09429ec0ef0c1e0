// German sentences about files.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { files } from './contract.ts'

export const allowed = 'PDF, Word (docx), Excel (xlsx), CSV, Text (txt), Bilder (png, jpg), Kalender (ics) und JSON'

export const texts = {
  refusals: {
    noFile: 'Es kam keine Datei an. Bitte wählen Sie eine Datei aus und laden Sie sie noch einmal hoch.',
    emptyFile: ({ name }) =>
      `Die Datei „${name}“ ist leer. Es wurde nichts gespeichert. Bitte prüfen Sie, ob es die richtige ist.`,
    unknownType: ({ name }) =>
      `„${name}“ ist von einer Art, die hier nicht angenommen wird. Möglich sind ${allowed}, höchstens 20 MB. Es wurde nichts gespeichert.`,
    notWhatItSays: ({ name }) =>
      `Der Inhalt von „${name}“ passt nicht zu seiner Endung, oder die Datei ist beschädigt. Es wurde nichts gespeichert. Bitte öffnen Sie die Datei und speichern Sie sie neu, zum Beispiel als PDF.`,
    harmful: ({ name }) =>
      `„${name}“ enthält Makros, ist verschlüsselt oder würde entpackt zu groß. Es wurde nichts gespeichert. Bitte speichern Sie die Datei ohne Makros und ohne Passwort, am besten als PDF.`,
    fixed:
      'Diese Datei gehört zu einer festgehaltenen Fassung und bleibt deshalb, wo sie ist. In einer neuen Fassung können Sie sie weglassen.',
    gone: 'Das, woran diese Datei hing, ist selbst entfernt. Bitte holen Sie zuerst das zurück.',
  } satisfies RefusalTexts<typeof files>,
}
