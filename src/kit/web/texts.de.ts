// What the browser says by itself.
export const texts = {
  offline: 'Die Verbindung ist gerade unterbrochen. Nichts ging verloren: Ihre Eingaben stehen noch da. Bitte versuchen Sie es gleich noch einmal.',
  notHere: 'Hier ist nichts zu sehen',
  didNotWork: 'Das hat noch nicht geklappt',
  again: 'Noch einmal versuchen',
}
