// German wording of the pages about meetings.
export const screens = {
  kind: 'Sitzung',
  list: {
    title: 'Sitzungen', lead: 'Kommende und vergangene Sitzungen Ihrer Gremien mit Tagesordnung und Ergebnissen.', plan: 'Sitzung planen', body: 'Gremium', all: 'alle',
    coming: 'Kommende Sitzungen', past: 'Vergangene Sitzungen', caption: 'Sitzungen', name: 'Sitzung', day: 'Tag', place: 'Ort', status: 'Stand', items: 'Punkte', results: 'Ergebnisse',
    none: 'Noch keine Sitzung.', noneHint: 'Die Geschäftsstelle oder der Vorsitz plant die erste. Die Tagesordnung kann danach wachsen.', noneComing: 'Keine Sitzung geplant.',
    choose: (need: string) => `Wählen Sie die Sitzung, auf deren Tagesordnung „${need}“ kommt.`, put: 'Auf diese Tagesordnung', putDone: 'Der Bedarf steht auf der Tagesordnung.', handed: 'Bedarf auf eine Tagesordnung setzen',
    atTime: (day: string, starts: string) => `${day}, ${starts} Uhr`,
  },
  form: {
    newTitle: 'Sitzung planen', editTitle: 'Sitzung ändern', body: 'Gremium', day: 'Tag', starts: 'Beginn', ends: 'Ende', timeHint: 'Uhrzeit, zum Beispiel 14:00.', place: 'Raum oder Adresse', online: 'Adresse der Videokonferenz',
    placeHint: 'Ein Raum, eine Videokonferenz oder beides.', purpose: 'Worum es geht', save: 'Speichern', plan: 'Sitzung planen', saved: 'Sitzung gespeichert.', planned: 'Die Sitzung ist geplant. Jetzt fehlt die Tagesordnung.', cancel: 'Abbrechen',
    nobody: 'Sie führen in keinem Gremium den Vorsitz oder die Geschäftsstelle.', nobodyHint: 'Sitzungen planen der Vorsitz und die Geschäftsstelle. Wenden Sie sich an eine von beiden.',
  },
  page: {
    when: 'Wann', where: 'Wo', online: 'Videokonferenz', purpose: 'Worum es geht', cancelled: 'Abgesagt, weil', time: (day: string, starts: string, ends: string | null) => `${day}, ${starts}${ends ? ` bis ${ends}` : ''} Uhr`,
    agenda: 'Tagesordnung', noItems: 'Die Tagesordnung ist noch leer.', noItemsHint: 'Setzen Sie einen angemeldeten Bedarf oder ein Thema darauf.', addTopic: 'Thema hinzufügen', addNeed: 'Bedarf hinzufügen', noNeeds: 'In diesem Gremium ist gerade kein Bedarf angemeldet, der noch nicht auf der Tagesordnung steht.',
    up: 'Nach oben', down: 'Nach unten', edit: 'Ändern', remove: 'Von der Tagesordnung nehmen', removed: 'Punkt heruntergenommen.', restored: 'Punkt steht wieder auf der Tagesordnung.', back: 'Wieder aufnehmen', removedItems: 'Heruntergenommen',
    item: 'Titel', level: 'Ebene', levels: { strategic: 'strategisch', operative: 'operativ' }, public: 'öffentlich', notPublic: 'nicht öffentlich', publicLabel: 'Öffentlicher Punkt', paper: 'Unterlage', saveItem: 'Speichern', addItem: 'Hinzufügen', need: 'Bedarf',
    concerning: 'Betrifft', added: 'Punkt hinzugefügt.', itemSaved: 'Punkt gespeichert.',
    hold: 'Sitzung als gehalten festhalten', held: 'Die Sitzung ist als gehalten festgehalten. Jetzt lassen sich Ergebnisse eintragen.', holdHint: 'Danach bleibt die Tagesordnung, wie sie war; Ergebnisse, Teilnahme und Notizen kommen dazu.',
    cancel: 'Absagen', cancelTitle: 'Sitzung absagen', reason: 'Grund', cancelDone: 'Die Sitzung ist abgesagt.',
    notes: 'Notizen', notesHint: 'Was besprochen wurde. Speichert von selbst, sobald Sie das Feld verlassen.', saveNotes: 'Notizen speichern', notesSaved: 'Notizen gespeichert.', noNotes: 'Noch keine Notizen.',
    result: 'Ergebnis', record: 'Ergebnis festhalten', recorded: 'Ergebnis festgehalten. Jetzt geben beide Vorsitzenden es frei.', noResult: 'Noch kein Ergebnis.', hidden: 'Das Ergebnis ist noch nicht gemeinsam freigegeben.', released: 'gemeinsam freigegeben', waiting: 'wartet auf Freigabe',
    attendance: 'Vertreten waren', attendanceHint: 'Vermerkt wird die Organisation, nicht die Person.', noted: 'Teilnahme vermerkt.', saveAttendance: 'Teilnahme speichern', open: 'noch nicht vermerkt', organisation: 'Organisation', presence: 'Teilnahme', attendanceCaption: 'Organisationen mit Sitz und ihre Teilnahme',
    change: 'Tag oder Ort ändern', counts: (present: number, all: number) => `${present} von ${all} Organisationen waren vertreten.`, position: (n: number) => `TOP ${n}`, takeAway: 'Wegnehmen', takenAway: 'Sitzung weggenommen.', undone: 'Sitzung wiederhergestellt.', close: 'Schließen',
  },
}
