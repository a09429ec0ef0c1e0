// German words for attendance by seat, quorum and votes, on the page of a meeting and in its minutes.
import type { Vote, Voting } from '../contract.ts'
import { seatsNeeded } from '../rules.ts'

const seats = (n: number) => (n === 1 ? 'ein Sitz' : `${n} Sitze`)
const majorities: Record<Vote['majority'], string> = {
  simple: 'einfache Mehrheit (mehr dafür als dagegen)',
  cast: 'Mehrheit der abgegebenen Stimmen',
  entitled: 'Mehrheit aller Stimmberechtigten',
  twoThirds: 'zwei Drittel der abgegebenen Stimmen',
  consensus: 'Einvernehmen ohne Gegenstimme',
}

export const voteTexts = {
  majorities,
  quorate: ({ present, entitled }: Voting, needed: number) =>
    `Beschlussfähig: ${present} von ${entitled} stimmberechtigten Sitzen waren vertreten, nötig ${needed === 1 ? 'ist einer' : `sind ${needed}`}.`,
  notQuorate: ({ present, entitled }: Voting, needed: number) =>
    `Nicht beschlussfähig: ${present} von ${entitled} stimmberechtigten Sitzen waren vertreten, nötig ${needed === 1 ? 'ist einer' : `sind ${needed}`}. Ein Beschluss ist in dieser Sitzung nicht möglich.`,
  notNoted: ({ noted, entitled }: Voting) =>
    `Ob das Gremium beschlussfähig war, ergibt sich aus der Teilnahme. Vermerkt ${noted === 1 ? 'ist einer' : `sind ${noted}`} von ${entitled} stimmberechtigten Sitzen.`,
  noRules:
    'An diesem Tag galt keine Geschäftsordnung. Ohne sie gibt es keine Beschlussfähigkeit und keine Mehrheit, also auch keinen Beschluss.',
  bySeats: 'Gezählt werden Sitze, nicht Personen.',
  vote: 'Abstimmung',
  record: 'Abstimmung festhalten',
  correct: 'Abstimmung berichtigen',
  takeBack: 'Abstimmung zurücknehmen',
  recorded: 'Abstimmung festgehalten.',
  takenBack: 'Abstimmung zurückgenommen.',
  lead: ({ present, rules }: Voting) =>
    `Höchstens ${seats(present)} ${present === 1 ? 'stimmt' : 'stimmen'} ab. Nötig: ${rules ? majorities[rules.majority] : ''}.`,
  inFavour: 'Ja',
  against: 'Nein',
  abstained: 'Enthaltung',
  unit: 'Sitze',
  carried: 'angenommen',
  rejected: 'abgelehnt',
  counts: ({ inFavour, against, abstained }: Vote) => `Ja ${inFavour}, Nein ${against}, Enthaltung ${abstained}`,
  by: ({ present, entitled, majority }: Vote) =>
    `vertreten ${present} von ${entitled} stimmberechtigten Sitzen, nötig: ${majorities[majority]}`,
  resolveHint: 'Ein Beschluss lässt sich festhalten, sobald eine Abstimmung hier eine Mehrheit gefunden hat.',
  seat: (organisation: string, unit: string | null) => (unit ? `${organisation}, ${unit}` : organisation),
  voting: 'Stimme',
  hasVote: 'mit Stimme',
  noVote: 'ohne Stimme',
  minutes: {
    open: 'Niederschrift ansehen und drucken',
    title: (number: number) => `Niederschrift der ${number}. Sitzung`,
    print: 'Drucken',
    back: 'Zur Sitzung',
    draft: 'Entwurf: noch nicht gemeinsam freigegeben.',
    body: 'Gremium',
    quorum: 'Beschlussfähigkeit',
    noneNoted: 'Die Teilnahme ist noch nicht vermerkt.',
    stillOpen: 'noch nicht vermerkt',
    signatures: 'Unterschriften',
    signers: ['Vorsitz', 'Gleichberechtigter Vorsitz', 'Geschäftsstelle'],
    line: 'Ort, Datum, Unterschrift',
  },
}

/** Whether the body could decide on that day, in one sentence, as page and minutes say it. */
export function quorumSentence(voting: Voting): string {
  if (!voting.rules) return voteTexts.noRules
  if (voting.noted < voting.entitled) return voteTexts.notNoted(voting)
  const needed = seatsNeeded(voting.rules.quorum, voting.entitled)
  return voting.quorate ? voteTexts.quorate(voting, needed) : voteTexts.notQuorate(voting, needed)
}
