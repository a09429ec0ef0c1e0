// What documents say by themselves, and what is said when one could not be made.
export const texts = {
  page: 'Seite ',
  of: ' von ',
  unknownSigns:
    'Zeichen, für die die Schrift dieses Dokuments keine Form hat, stehen mit ihrer Nummer im Unicode-Zeichensatz in eckigen Klammern.',
  asPdf: 'Als PDF',
  asWord: 'Als Word-Dokument',
  refusals: {
    notRendered:
      'Das Dokument ließ sich nicht erstellen. Es wurde nichts verändert, Ihre Angaben stehen weiter in Nahtstelle. Bitte versuchen Sie es in einer Minute noch einmal; bleibt es dabei, wenden Sie sich an die Stelle, die Nahtstelle für Sie betreibt.',
  },
}
