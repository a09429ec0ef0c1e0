// German wording of the pages about results and measures.
export const results = {
  decision: {
    kind: 'Ergebnis', waiting: 'wartet auf die gemeinsame Freigabe', released: 'gemeinsam freigegeben', edit: 'Ändern', proposal: 'Beschlussvorlage (Word)',
    text: 'Wortlaut', reasons: 'Begründung', addressee: 'Richtet sich an', path: 'Weiterer Weg', costs: 'Finanzielle Auswirkungen', meeting: 'Sitzung', recordedOn: 'Festgehalten am', releasedOn: 'Freigegeben am', edition: 'Fassung',
    answerBy: 'Antwort bis', needs: 'Betrifft', needEdition: (number: number) => `Fassung ${number}`, setAside: 'Zurückgestellt, weil',
    waitingTitle: 'Noch nicht freigegeben', waitingText: 'Bis beide Vorsitzenden diese Fassung freigegeben haben, lesen sie nur der Vorsitz und die Geschäftsstelle. Ändern Sie den Wortlaut, entsteht eine neue Fassung, die beide neu freigeben.',
    next: 'Was daraus wird', nextText: 'Aus diesem Ergebnis folgt eine Maßnahme oder eine Begründung, warum keine folgt.', nextOther: (who: string) => `${who} ist am Zug: Es folgt eine Maßnahme oder eine Begründung.`,
    makeMeasure: 'Maßnahme vorbereiten', giveReason: 'Begründen, warum keine folgt', reason: 'Begründung', reasonHint: 'Das Gremium liest sie. Damit ist die Aufgabe erledigt.', reasonGiven: 'Begründung gespeichert.',
    answer: (who: string, day: string) => `${who} hat am ${day} begründet, warum keine Maßnahme folgt:`, measures: 'Maßnahmen', invisible: 'nicht angegeben', cancel: 'Abbrechen', none: 'keine',
  },
  form: {
    title: 'Ergebnis', name: 'Kurzer Titel', result: 'Art des Ergebnisses',
    hints: {
      noted: 'Das Gremium nimmt zur Kenntnis. Es folgt keine Aufgabe.', agreed: 'Es bindet, wer mitverabredet.', recommended: 'Es richtet sich an jemanden, der handelt oder begründet.', resolved: 'Nur, wenn das Gremium abstimmt.',
    },
    text: 'Wortlaut', reasons: 'Begründung', addressee: 'An wen?', addresseeHint: 'Nur bei einer Empfehlung nötig.', path: 'Weiterer Weg', pathHint: 'Zum Beispiel: Der Sozialausschuss berät vor. Der Kreistag entscheidet. Je Schritt eine Zeile.',
    costs: 'Finanzielle Auswirkungen', answerBy: 'Antwort bis', answerByHint: 'Ohne Angabe: sechs Monate nach der Freigabe.', setAside: 'Zurückgestellt, weil', setAsideHint: 'Nur bei einer Kenntnisnahme.',
    save: 'Ergebnis festhalten', change: 'Als neue Fassung speichern', saved: 'Ergebnis festgehalten. Jetzt geben beide Vorsitzenden es frei.', changed: 'Neue Fassung gespeichert. Beide Vorsitzenden geben sie neu frei.', cancel: 'Abbrechen',
    noVotes: 'Dieses Gremium stimmt nicht ab; deshalb steht „Beschluss“ nicht zur Wahl.',
  },
  measure: {
    kind: 'Maßnahme', what: 'Was getan wird', lead: 'Federführend', leadHint: 'Wer sorgt dafür, dass es bis dahin geschieht?', public: 'Verantwortlich auf der öffentlichen Seite', free: 'Verantwortlich auf der freien Seite', until: 'Bis',
    forWhom: 'Für wen', where: 'Wo', benefit: 'Nutzen', decision: 'Beruht auf', needs: 'Bedarf', agreedOn: 'Vereinbart am', edition: 'Fassung', services: 'Angebote', noServices: 'Noch kein Angebot.',
    newTitle: 'Maßnahme vorbereiten', editTitle: 'Maßnahme ändern', name: 'Name der Maßnahme', save: 'Als Entwurf speichern', saveEdition: 'Als neue Fassung speichern', saved: 'Gespeichert.', agree: 'Maßnahme vereinbaren', agreed: 'Die Maßnahme ist vereinbart.',
    agreeText: 'Mit dem Vereinbaren sieht sie das Gremium, und die federführende Stelle hat bis zum genannten Tag Zeit.', draftTitle: 'Noch ein Entwurf', edit: 'Ändern', remove: 'Wegnehmen', removed: 'Entwurf weggenommen.', undone: 'Entwurf wiederhergestellt.',
    addService: 'Angebot eintragen', nextTitle: 'Der nächste Schritt', nextText: 'Sobald ein Angebot eröffnet ist, das diese Maßnahme umsetzt, ist sie erledigt.', notYet: 'noch nicht angegeben', cancel: 'Abbrechen',
    carried: 'Aus dem Bedarf übernommen; Sie können es ändern.', noDecision: 'Eine Maßnahme beginnt auf der Seite eines freigegebenen Ergebnisses.', toNeeds: 'Zu Bedarfen und Maßnahmen',
    areaName: 'Ort in eigenen Worten',
  },
}
