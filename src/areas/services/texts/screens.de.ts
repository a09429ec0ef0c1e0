// German wording of the pages about services.
export const screens = {
  areaKey: (key: string) => `Schlüssel ${key}`,
  kind: 'Angebot',
  list: {
    title: 'Angebote',
    lead: 'Was Menschen im Gebiet in Anspruch nehmen können, wer es anbietet und welche Maßnahme dahintersteht.',
    add: 'Angebot eintragen',
    caption: 'Angebote',
    category: 'Art', status: 'Stand', all: 'alle', name: 'Name', provider: 'Anbieter', where: 'Wo', capacity: 'Plätze', since: 'Seit',
    none: 'Hier ist noch kein Angebot eingetragen.',
    noneHint: 'Tragen Sie ein, was Ihre Organisation anbietet. Steht eine Maßnahme dahinter, verknüpfen Sie sie gleich.',
    noMatch: 'Kein Angebot passt zu dieser Auswahl. Ändern Sie die Auswahl oben.',
  },
  form: {
    addTitle: 'Angebot eintragen', changeTitle: 'Angebot ändern',
    title: 'Name des Angebots', category: 'Art', targetGroup: 'Für wen', targetGroupHint: 'Zum Beispiel: ältere Menschen mit Pflegegrad und ihre Angehörigen.',
    area: 'Gebiet', areaHint: 'Landkreis, Stadt oder Gemeinde.', areaName: 'Ort in eigenen Worten', areaNameHint: 'Wenn kein Gebiet passt, zum Beispiel ein Stadtteil oder ein Einzugsgebiet.',
    address: 'Adresse', capacity: 'Plätze', capacityUnit: 'Einheit', capacityUnitHint: 'Zum Beispiel: Plätze je Tag, Beratungsstunden je Woche.',
    opening: 'Öffnungszeiten', contact: 'Ansprechstelle', contactHint: 'Telefon oder E-Mail-Adresse der Stelle, nicht einer Person.', from: 'Geplant ab', description: 'Beschreibung',
    audience: 'Wer es sieht', audiences: { organisation: 'nur meine Organisation', members: 'alle, die hier zusammenarbeiten', public: 'alle, auch ohne Anmeldung' },
    measure: 'Setzt diese Maßnahme um', measureHint: 'Damit ist zu sehen, was aus dem Bedarf wurde.',
    save: 'Speichern', add: 'Angebot eintragen', saved: 'Angebot gespeichert.', added: 'Angebot eingetragen.', cancel: 'Abbrechen',
  },
  page: {
    open: 'Eröffnung eintragen', openTitle: 'Seit wann können Menschen kommen?', day: 'Tag der Eröffnung', opened: 'Eröffnung eingetragen.',
    close: 'Schließung eintragen', closeTitle: 'Wann und warum schließt das Angebot?', lastDay: 'Letzter Tag', reason: 'Grund', closed: 'Schließung eingetragen.',
    edit: 'Ändern', remove: 'Wegnehmen', removed: 'Angebot weggenommen.', undone: 'Angebot wiederhergestellt.',
    from: 'Offen seit', planned: 'Geplant ab', until: 'Offen bis', seenBy: 'Zu sehen für', measure: 'Setzt um', notGiven: 'nicht angegeben',
    whatNext: 'Noch geplant', whatNextText: 'Sobald die ersten Menschen kommen können, tragen Sie die Eröffnung ein. Damit ist auch die Maßnahme umgesetzt.',
  },
}
