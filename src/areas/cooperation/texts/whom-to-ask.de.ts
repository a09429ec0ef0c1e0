// Words of the living address that stands on papers and in files.
export const askTexts = {
  title: 'Wer antwortet heute?',
  lead: 'Diese Adresse steht auf Papieren und in Dateien. Sie nennt immer die Stelle, die heute zuständig ist.',
  organisation: 'Zuständig',
  body: 'Für',
  name: 'Ansprechperson heute',
  email: 'E-Mail',
  phone: 'Telefon',
  nobody: 'Zu dieser Adresse ist zurzeit niemand öffentlich benannt.',
  nobodyHint: 'Bitte wenden Sie sich an die Organisation, die das Papier oder die Datei herausgegeben hat.',
  paper: {
    title: 'Rückfragen',
    today: (whom: string, on: string) => `Bei Rückfragen wenden Sie sich bitte an ${whom} (Stand ${on}).`,
    always: 'Wer später antwortet, steht immer unter',
    office: 'die zuständige Stelle',
  },
} as const
