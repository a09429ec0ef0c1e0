// German words for seats that are offered and not yet taken.
const day = (iso: string) => iso.split('-').reverse().join('.')
const sitting = (guest: boolean) => (guest ? 'Gast' : 'Mitglied')

type Asked = {
  body_title: string
  asked_on: string
  unit_title: string | null
  guest: boolean
  earlier: number
  about: string | null
  message: string
}

export const offerTexts = {
  duty: (body: string, unit: string | null, guest: boolean, about: string | null) =>
    `${sitting(guest)} werden${unit ? ` mit ${unit}` : ''}${about ? ` zu „${about}“` : ''}: ${body}`.slice(0, 300),
  because: (offer: Asked) =>
    `${offer.earlier > 0 ? `${offer.earlier + 1}. ` : ''}Anfrage von ${offer.body_title} vom ${day(offer.asked_on)}, ${offer.about ? `zu „${offer.about}“ ` : ''}als ${sitting(offer.guest)} mitzuwirken${offer.unit_title ? ` (${offer.unit_title})` : ''}. Bis zur Zusage entstehen daraus keine Rechte.${offer.message ? ` Nachricht: „${offer.message}“` : ''}`,
  accepted: 'Die Organisation hat den angebotenen Sitz angenommen.',
  declined: 'Die Organisation hat den angebotenen Sitz nicht angenommen.',
  withdrawn: 'Die Anfrage wurde zurückgenommen.',
  refusals: {
    offerSettled: 'Diese Anfrage ist schon beantwortet oder zurückgenommen. Es wurde nichts verändert.',
    offerThere: (detail: Record<string, string>) =>
      `${detail.name} ist schon angefragt und hat noch nicht geantwortet. Es wurde nichts verändert; die Anfrage wird von selbst in Erinnerung gerufen.`,
  },
  list: {
    title: 'Angefragt',
    lead: 'Ein Sitz entsteht, wenn die Organisation zusagt: angemeldet, mit dem Knopf in der E-Mail oder durch Mitteilung an die Geschäftsstelle. Vorher hat sie hier keine Rechte.',
    organisation: 'Organisation',
    state: 'Stand',
    asked: (on: string) => `angefragt am ${day(on)}`,
    declined: (because: string | null) => (because ? `abgesagt: ${because}` : 'abgesagt'),
    guest: 'als Gast',
    accept: 'Annehmen',
    acceptWords: 'Wir nehmen den Sitz an.',
    accepted: 'Zugesagt. Der Sitz steht gleich da.',
    decline: 'Absagen',
    about: 'zu',
    message: (words: string) => `„${words}“`,
    told: 'Antwort festhalten',
    withdraw: 'Anfrage zurücknehmen',
    withdrawn: 'Die Anfrage ist zurückgenommen.',
    acts: 'Nächster Schritt',
  },
}
