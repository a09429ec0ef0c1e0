// What the browser says by itself.
export const texts = {
  offline:
    'Die Verbindung ist gerade unterbrochen. Nichts ging verloren: Ihre Eingaben stehen noch da. Bitte versuchen Sie es gleich noch einmal.',
  notHere: 'Hier ist nichts zu sehen',
  didNotWork: 'Das hat noch nicht geklappt',
  again: 'Noch einmal versuchen',
  around: {
    links: {
      derivedFrom: 'berechnet aus',
      evidenceFor: 'belegt',
      discussedIn: 'beraten in',
      decidedIn: 'entschieden in',
      ledTo: 'führte zu',
      answeredBy: 'beantwortet durch',
      setAside: 'zurückgestellt',
    } as Readonly<Record<string, string>>,
    nothingBefore: 'Noch nichts verknüpft.',
    nothingAfter: 'Noch nichts. Was folgt, erscheint hier von selbst.',
  },
  conflict: {
    title: 'Jemand war schneller',
    lead: 'Nichts ging verloren: Hier stehen beide Texte nebeneinander.',
    caption: 'Unterschiede',
    field: 'Angabe',
    theirs: 'So steht es jetzt',
    mine: 'Ihr Text',
    takeMine: 'Meinen Text speichern',
    takeTheirs: 'Den neuen Stand übernehmen',
    empty: '(leer)',
  },
}
