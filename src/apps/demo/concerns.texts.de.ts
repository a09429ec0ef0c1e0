// German words of the invented concerns of the example.
export const concernsTexts = {
  focus: ['Pflege', 'Fachkräfte', 'Alleinerziehende'],
  holidays: {
    title: 'In den Sommerferien gab es keinen Platz in der Kurzzeitpflege',
    text: 'Mehrere Familien haben im August vergeblich gesucht. Alle Häuser, die wir gefragt haben, waren belegt.',
    targetGroup: 'pflegende Angehörige',
    areaName: 'Landkreis Ebersberg',
  },
  relatives: {
    title: 'Pflegende Angehörige sagen eigene Arzttermine ab',
    text: 'In der Beratung hören wir oft, dass niemand für ein paar Stunden einspringt.',
    targetGroup: 'pflegende Angehörige',
    areaName: '',
  },
  forms: {
    title: 'Anträge auf Wohngeld liegen nur auf Deutsch aus',
    text: 'Wer wenig Deutsch kann, bricht ab oder kommt mit halb ausgefüllten Bögen.',
    targetGroup: 'Menschen, die wenig Deutsch sprechen',
    areaName: '',
    code: 'BE1SP1E1C0DE00000001',
  },
  topic: {
    title: 'Kurzzeitpflege in den Ferien',
    description: 'Wie lassen sich Plätze in den Ferien über Kreisgrenzen hinweg vermitteln?',
    targetGroup: 'pflegende Angehörige',
  },
  operative: {
    title: 'Gemeinsame Praktikumstage für Pflegeschulen',
    description: 'Termine und Einsatzorte abstimmen.',
    targetGroup: 'Auszubildende',
    reason: 'Das lässt sich im Arbeitskreis unmittelbar verabreden.',
  },
}
