// German wording of mails with links: polls about dates, and invitations.
import { longDay, type Slot, slotWords } from './days.de.ts'

export const mailTexts = {
  asked: (options: readonly Slot[], where: string) =>
    `Zur Wahl stehen (${where}): ${options.map(slotWords).join('; ')}.`,
  until: (day: string) =>
    `Bitte antworten Sie bis ${longDay(day)}. Sie müssen sich dazu nicht anmelden; der Link gilt nur für Sie, und Sie können Ihre Antwort bis dahin ändern.`,
  chosen: (one: Slot, where: string) => `Der Termin steht fest: ${slotWords(one)} (${where}).`,
  withdrawn: (because: string) => `Zurückgezogen, weil: ${because}`,
  answer: 'Termine ansehen und antworten',
  look: 'Terminfindung ansehen',
  when: (one: Slot, where: string) => `${slotWords(one)} (${where})`,
  please:
    'Bitte sagen Sie mit einem der Links, ob Ihr Sitz vertreten ist. Sie müssen sich dazu nicht anmelden; auf der Seite bestätigen Sie, und bis zur Sitzung können Sie die Antwort ändern.',
  pleaseDeputy: (organisation: string) =>
    `Sie sind als Stellvertretung entsandt. Springen Sie in Vertretung von ${organisation} ein, sagen Sie es bitte mit einem der Links; auf der Seite bestätigen Sie.`,
  comes: 'Zusage',
  declines: 'Absage',
  deputyComes: 'Vertretung kommt',
  standIn: (organisation: string) => `Ich komme in Vertretung von ${organisation}`,
  noStandIn: 'Ich kann nicht vertreten',
}
