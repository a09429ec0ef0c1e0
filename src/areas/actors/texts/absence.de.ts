// German wording of absences.
export const absenceTexts = {
  title: 'Abwesenheit',
  lead: 'Solange Sie abwesend sind, gehen Erinnerungen an Ihre Vertretung. Ein Grund wird nicht gespeichert; nach Ihrer Rückkehr ist der Eintrag gelöscht.',
  leadOthers: 'Wer gerade nicht da ist und wer vertritt. Gründe werden nicht gespeichert.',
  line: (name: string, from: string, until: string, deputy: string | null) =>
    `${name}: abwesend vom ${from} bis ${until}${deputy ? `, vertreten von ${deputy}` : ', ohne Vertretung'}`,
  iRepresent: (name: string, until: string) => `Sie vertreten ${name} bis ${until}.`,
  from: 'Erster Tag der Abwesenheit',
  until: 'Letzter Tag der Abwesenheit',
  person: 'Wer abwesend ist',
  representedBy: 'Vertretung',
  representedHint: 'Wer für dieselbe Organisation handelt.',
  nobody: 'niemand',
  enter: 'Abwesenheit eintragen',
  entered: 'Die Abwesenheit ist eingetragen.',
  end: 'Wieder da',
  ended: 'Die Abwesenheit ist beendet.',
  none: 'Es ist keine Abwesenheit eingetragen.',
  noOrganisation: 'Eine Abwesenheit tragen Sie ein, sobald Sie für eine Organisation handeln.',
}
