// What the persons of the example write about their network. Invented; whoever is sought or related by a statement is a "(Beispiel)".
export const texts = {
  step: 'Beziehungen, Beiträge und die öffentliche Seite der ARGE',
  onlyAuthorities:
    'In der Bezirksarbeitsgemeinschaft arbeiten Bezirk, Landkreise und Städte zusammen; mit den Verbänden beraten sie vor Ort.',
  county: {
    data: 'Sozialberichterstattung und amtliche Statistik',
    resources: 'Geschäftsstelle, Räume, Zuschüsse im Rahmen des Haushalts',
    decision: 'Vorlagen für Ausschuss und Kreistag',
  },
  caritas: {
    knowledge: 'Erfahrung aus der Schuldner- und Sozialberatung',
    data: 'Wartezeiten auf ein erstes Gespräch, jährlich',
  },
  selfHelp: 'Gesprächskreis Schulden Musterland (Beispiel)',
  asked: 'Schreiben an die Geschäftsführung; Antwort angekündigt.',
  trial: 'Als Gast zur Herbstsitzung eingeladen.',
  refersAbout: 'Begleitung nach der Beratung',
  fundsAbout: 'Schuldnerberatung',
  influence: 'Übergang von der Schule in den Beruf',
  source: 'Für das Beispiel erfunden',
  countyMail: 'sozialplanung@landkreis.example',
  caritasMail: 'arge@verband.example',
  introduction:
    'In der ARGE ö/f planen der Landkreis München und sechs Wohlfahrtsverbände gemeinsam, wer im Landkreis welche Hilfe bekommt. Sie treffen sich mindestens zweimal im Jahr. (Wortlaut für das Beispiel erfunden.)',
  meetingNote:
    'Die Sitzungen beginnen um 10 Uhr. Gäste sind willkommen und melden sich bitte eine Woche vorher bei der Geschäftsstelle.',
}
