// Words of the data protection page.
export const texts = {
  title: 'Datenschutz', lead: 'Aus dem Datenkatalog gedruckt: welche personenbezogenen Daten wozu gehalten werden, wie lange, und wer sie sieht.',
  record: 'Verzeichnis von Verarbeitungstätigkeiten', assessment: 'Folgenabschätzung (Entwurf)', word: 'Als Word herunterladen',
  basis: 'Rechtsgrundlage', persons: 'Betroffene', recipients: 'Empfänger', data: 'Daten', kept: 'Aufbewahrung', safeguards: 'Technische und organisatorische Maßnahmen', toAdd: 'Das ergänzen Sie selbst',
  description: 'Beschreibung', necessity: 'Notwendigkeit und Verhältnismäßigkeit', risks: 'Risiken', risk: 'Risiko', likelihood: 'Eintritt / Schwere', measures: 'Maßnahmen', rest: 'Verbleibend', toDecide: 'Das entscheiden Sie',
}
