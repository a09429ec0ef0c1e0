// German wording of the purpose that something in a body carries.
export const purposeTexts = {
  title: 'Zweckbindung',
  lead: 'Mitglieder, die nur für andere Arbeitsfelder mitwirken, sehen dann weder den Inhalt noch die Dateien daran; auch nicht in Listen, Suche und Datenspur.',
  only: (field: string) => `Nur für ${field}. Wer allein für andere Arbeitsfelder mitwirkt, sieht das hier nicht.`,
  none: 'Keine: Alle, die es nach dem Kreis der Lesenden sehen dürfen, sehen es.',
  change: 'Zweckbindung ändern',
  field: 'Arbeitsfeld',
  noField: 'Keine Zweckbindung',
  save: 'Festhalten',
  saved: 'Die Zweckbindung ist festgehalten.',
}
