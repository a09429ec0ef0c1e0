// German wording of taking part for a purpose.
export const purposeTexts = {
  title: 'Zweck der Mitwirkung',
  lead: (name: string) =>
    `Wirkt ${name} nur für bestimmte Arbeitsfelder mit, sieht die Organisation von dem, was zweckgebunden erhoben oder beraten wird, allein diese Felder: in Listen, Zahlen, Suche, Datenspur und Dateien. Alles Übrige bleibt ihr zugänglich.`,
  fields: 'Wirkt mit für',
  fieldsHint: 'Ohne Auswahl wird die Bindung aufgehoben.',
  reason: 'Wofür genau, und auf welcher Grundlage',
  reasonHint: 'Zum Beispiel „Vorbeugung an Schulen, Kooperationsvereinbarung vom 3. Mai 2026, Nr. 4“.',
  save: 'Zweck festhalten',
  saved: 'Der Zweck ist festgehalten. Er gilt ab sofort.',
  lifted: 'Die Bindung ist aufgehoben.',
  act: 'Zweck der Mitwirkung festlegen',
  only: (fields: string) => `nur für: ${fields}`,
  refusals: {
    ownPurpose:
      'Über den Zweck der eigenen Mitwirkung entscheiden die anderen. Bitte wenden Sie sich an Vorsitz oder Geschäftsstelle einer anderen Organisation.',
    purposeWhy:
      'Bitte sagen Sie in einem Satz, wofür die Organisation mitwirkt und auf welcher Grundlage. Es wurde nichts verändert.',
    noPurpose: 'Für diese Organisation ist in diesem Gremium kein Zweck festgelegt. Es gibt nichts aufzuheben.',
  },
}
