// German wording of elections: rules, refusals, reasons of chores.
import { addDays } from '#kit/clock/days.ts'
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { elections } from '../contract/elections.ts'

const german = (day: string) => day.split('-').reverse().join('.')
const lastDay = (until: string) => german(addDays(until, -1))

export const electionRules = {
  title: (role: 'chair' | 'deputy', group: string, day: string) =>
    `${role === 'chair' ? 'Wahl des Vorsitzes' : 'Wahl der Stellvertretung'}: ${group}, ${german(day)}`,
  basis: (day: string) => `Wahl vom ${german(day)}`,
  interimBasis: (until: string) =>
    `Führt den Vorsitz nach der Geschäftsordnung bis zur Wahl weiter (Amtszeit endete am ${lastDay(until)})`,
  reelect: (group: string, until: string) =>
    `Neuwahl auf die Tagesordnung setzen: Vorsitz für ${group} (Amtszeit endet am ${lastDay(until)})`,
  /** The party of the chair has left the agreement, and its seat ends with that. */
  fell: (group: { name: string; chair: 'appointed' | 'elected' | null }, until: string) => ({
    title:
      group.chair === 'elected'
        ? `Neuwahl auf die Tagesordnung setzen: Vorsitz für ${group.name} (endet mit dem Sitz am ${lastDay(until)})`
        : `Vorsitz neu berufen: ${group.name} (endet mit dem Sitz am ${lastDay(until)})`,
    because: 'Kündigung der Vereinbarung: Mit dem Sitz der Partei endet ihr Vorsitz',
  }),
  resend: (until: string) => `Person neu entsenden: die Entsendung endet am ${lastDay(until)}`,
  reappoint: (until: string) => `Vorsitz neu berufen: die Berufung endet am ${lastDay(until)}`,
  because: (edition: number | null, months: number, years: number | null) =>
    edition === null
      ? `Amtszeit${years ? ` von ${years} Jahren` : ''} aus der Gründung: Neuwahl ${months} Monate vor dem Ende ankündigen`
      : `Geschäftsordnung (${edition}. Fassung), Amtszeiten: Neuwahl ${months} Monate vor dem Ende ankündigen`,
  becauseSent: (basis: string, from: string) => `Entsendung „${basis}“ ab ${german(from)}, auf Zeit`,
  becauseAppointed: (basis: string, from: string) => `Berufung „${basis}“ ab ${german(from)}, auf Zeit`,
  settled: 'Die Amtszeit endet nicht mehr an diesem Tag, oder es ist schon für die Zeit danach gesorgt.',
  protocol: 'Die gewählte Person hat angenommen; die Niederschrift der Wahl wird festgehalten.',
  keyMade: 'Der Schlüssel für die Stimmzettel dieses Wahlgangs ist bereit.',
  agendaItem: (group: string) => `Neuwahl des Vorsitzes: ${group}`,
  invalid: {
    backwards: 'Die Amtszeit endet nicht nach ihrem Beginn. Bitte prüfen Sie die beiden Tage.',
    beforeElection: 'Die Amtszeit beginnt frühestens am Tag der Wahl.',
  },
  refusals: {
    chairAppointed: ({ group }) =>
      `Der Vorsitz für „${group}“ wird berufen, nicht gewählt. Die Organisation beruft ihn selbst; eine Wahl gibt es dafür nicht.`,
    noChairHere: ({ group }) => `„${group}“ stellt keinen Vorsitz. Bitte wählen Sie eine Gruppe, die einen wählt.`,
    electionRunning: 'Für diesen Vorsitz läuft schon eine Wahl. Bitte führen Sie diese zu Ende oder sagen Sie sie ab.',
    secretNotAllowed:
      'Die geheime Wahl am Gerät ist nur möglich, wenn die Geschäftsordnung dieses Gremiums sie zulässt. Bitte wählen Sie Handzeichen oder Stimmzettel.',
    tooFewForSecret:
      'Für eine geheime Wahl am Gerät braucht es mindestens fünf stimmberechtigte Sitze; sonst verriete das Ergebnis, wer wie gestimmt hat. Bitte wählen Sie Stimmzettel.',
    dayOver: 'Der Wahltag liegt in der Vergangenheit. Bitte geben Sie heute oder einen späteren Tag an.',
    termTooLong: ({ years }) =>
      `Diese Gruppe wählt für ${years} Jahre. Bitte geben Sie ein früheres Ende der Amtszeit an.`,
    dissolved: 'Dieses Gremium ist aufgelöst; es wird nicht mehr gewählt.',
    notNominating: 'Die Zeit der Vorschläge ist vorbei: Der Wahlgang hat begonnen, oder die Wahl ist abgeschlossen.',
    notYourElection:
      'Vorschlagen können nur Organisationen mit einem stimmberechtigten Sitz in dieser Gruppe. Die Geschäftsstelle trägt ein, was ihr mitgeteilt wurde.',
    notEligible: ({ name }) =>
      `${name} kann hier nicht gewählt werden: Wählbar sind Personen aus Organisationen mit einem Sitz in dieser Gruppe.`,
    otherChair: ({ name }) =>
      `${name} kann hier nicht gewählt werden: Der andere Vorsitz kommt aus derselben Organisation oder ist dieselbe Person. Die Vorsitzenden kommen aus verschiedenen Organisationen.`,
    nominatedAlready: ({ name }) => `${name} ist schon vorgeschlagen. Es wurde nichts verändert.`,
    notYourCandidacy:
      'Zustimmen oder zurückziehen kann nur die vorgeschlagene Person selbst. Die Geschäftsstelle trägt ein, was ihr mitgeteilt wurde, und sagt, woher sie es weiß.',
    answeredAlready: 'Diese Antwort steht schon da. Es wurde nichts verändert.',
    notOpen:
      'Dieser Schritt passt nicht zum Stand der Wahl. Bitte laden Sie die Seite neu; dort steht, was als Nächstes zu tun ist.',
    electronicOnly:
      'Bei dieser Wahl wird geheim am Gerät abgestimmt; ausgezählt wird von selbst. Es gibt hier nichts einzutragen.',
    beforeItsDay: ({ day }) => `Gewählt wird am ${german(day ?? '')}. Vorher kann kein Ergebnis eingetragen werden.`,
    noCandidate: 'Es gibt noch niemanden, der vorgeschlagen ist und zugestimmt hat.',
    otherCandidates:
      'Das Ergebnis nennt nicht genau die Personen, die in diesem Wahlgang stehen. Bitte laden Sie die Seite neu.',
    tooManyPresent: ({ seats }) =>
      `Stimmberechtigt sind ${seats} Sitze; mehr können nicht vertreten sein, und es muss mindestens einer sein. Gezählt werden Sitze, nicht Personen.`,
    tooManyVotes: ({ sum, present }) =>
      `Zusammen sind es ${sum} Stimmen, vertreten waren ${present} Sitze. Jeder Sitz hat eine Stimme; bitte zählen Sie nach.`,
    noQuorum: 'Es sind nicht genug Sitze vertreten: Nach der Geschäftsordnung ist diese Wahl so nicht beschlussfähig.',
    againstOnlyOne: 'Nein-Stimmen gibt es nur, wenn eine einzige Person zur Wahl steht.',
    handsAreValid: 'Bei Handzeichen gibt es keine ungültigen Stimmen. Bitte tragen Sie dort 0 ein.',
    notYourCount: 'Streichen kann eine Auszählung nur, wer sie eingetragen hat.',
    noTie: 'Es besteht kein Gleichstand, über den das Los entscheidet.',
    notInTheTie: 'Das Los entscheidet nur zwischen denen mit gleich vielen Stimmen.',
    nothingToWitness: 'Hier gibt es nichts zu bestätigen, oder es ist schon bestätigt.',
    ownCount: 'Bestätigen kann nur jemand aus einer anderen Organisation als der, die das Ergebnis eingetragen hat.',
    notWitnessed:
      'Das Ergebnis ist noch nicht bestätigt. Bevor die Geschäftsstelle die Annahme einträgt, bestätigt jemand aus einer anderen Organisation die Auszählung; nimmt die gewählte Person selbst an, ist das nicht nötig.',
    notDecided: 'Es ist niemand gewählt, der annehmen könnte, oder die Antwort steht schon da.',
    notElected:
      'Annehmen oder ablehnen kann nur die gewählte Person selbst. Die Geschäftsstelle trägt ein, was ihr mitgeteilt wurde, und sagt, woher sie es weiß.',
    dayAhead: 'Dieser Tag liegt in der Zukunft. Bitte geben Sie heute oder einen früheren Tag an.',
    chairsThere: 'Der Vorsitz ist für diese Zeit schon besetzt. Bitte klären Sie zuerst, wessen Amtszeit endet.',
    notElectronic: 'Diese Wahl findet nicht am Gerät statt.',
    tooFewDrawn: ({ drawn }) =>
      `Erst ${drawn} Sitze haben einen Stimmzettel gezogen. Ab fünf kann die Abgabe beginnen; sonst verriete das Ergebnis, wer wie gestimmt hat.`,
    notDrawing: 'Stimmzettel werden gerade nicht ausgegeben.',
    notYourSeat: 'Einen Stimmzettel zieht nur, wer für diesen stimmberechtigten Sitz handelt.',
    drawnAlready: 'Für diesen Sitz ist schon ein Stimmzettel gezogen. Jeder Sitz hat eine Stimme.',
    paperDoesNotCount:
      'Dieser Stimmzettel zählt nicht: Er gehört nicht zu dieser Wahl, wurde schon abgegeben, oder die Abgabe ist nicht geöffnet.',
    notAChair: 'Das ist kein laufender Vorsitz dieses Gremiums.',
    notYourChair:
      'Zurücktreten kann nur die vorsitzende Person selbst. Die Geschäftsstelle trägt ein, was ihr mitgeteilt wurde, und sagt, woher sie es weiß.',
    endsEarlier: 'Die Amtszeit endet schon an diesem Tag oder früher. Es wurde nichts verändert.',
    resignedTooSoon: 'Der letzte Tag liegt in der Vergangenheit. Bitte geben Sie heute oder einen späteren Tag an.',
    weekAhead:
      'Trägt die Geschäftsstelle einen Rücktritt ein, liegt der letzte Tag mindestens sieben Tage voraus: So kann die Person widersprechen, bevor ihr Recht endet.',
    ownHouse: ({ name }) =>
      `Für ${name} handelt hier jemand selbst. Den Rücktritt trägt die Person selbst oder ihre Organisation ein; die Geschäftsstelle kann keinen Vorsitz beenden.`,
    noInterim:
      'Die Geschäftsordnung sieht nicht vor, dass der Vorsitz weitergeführt wird, oder die Amtszeit endet nicht in den nächsten 30 Tagen, oder es ist schon jemand gewählt.',
  } satisfies RefusalTexts<typeof elections>,
}
