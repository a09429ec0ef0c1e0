// German wording for bodies, agreements, duties and releases.
import { addDays, yearOf } from '#kit/clock/days.ts'
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { BodyRole, ClauseDuty, cooperation, Standing } from './contract.ts'
import { electionRules } from './texts/elections.de.ts'

type Period = { from: string; until: string; needed: number }

export const germanDay = (day: string): string => day.split('-').reverse().join('.')
/** "im Jahr 2027", "im 3. Quartal 2027", or "vom … bis …" where a period is neither. */
function spanOf({ from, until }: Omit<Period, 'needed'>): string {
  const year = yearOf(from)
  if (from === `${year}-01-01` && until === `${year + 1}-01-01`) return `${year}`
  const month = Number(from.slice(5, 7))
  const quarterEnd = month === 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, '0')}-01`
  if (from.endsWith('-01') && month % 3 === 1 && until === quarterEnd) return `${(month + 2) / 3}. Quartal ${year}`
  return `${germanDay(from)} bis ${germanDay(addDays(until, -1))}`
}
const meetings = (n: number) =>
  n === 1 ? 'mindestens eine Sitzung' : n === 2 ? 'mindestens zwei Sitzungen' : `mindestens ${n} Sitzungen`

export const texts = {
  founderBasis: 'Gründung des Gremiums',
  because: {
    allSigned: 'Alle Parteien haben dieselbe Fassung unterschrieben.',
    seatEnded: 'Der Sitz ist beendet.',
  },
  clauseName: ({ number, heading, text }: { number: string; heading: string; text: string }) => {
    const short = heading || (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text)
    return `${number} ${short}`
  },
  duties: {
    meet: (period: Period) => `Treffen ${spanOf(period)}: ${meetings(period.needed)}`,
    deliver: (indicator: string, period: Period) => `Zahl liefern: ${indicator}, ${spanOf(period)}`,
    confirm: (indicator: string, period: Period) => `Amtlichen Wert bestätigen: ${indicator}, ${spanOf(period)}`,
  },
  refusals: {
    bodyThere: ({ name }) =>
      `Ein Gremium „${name}“ gibt es schon. Bitte wählen Sie einen anderen Namen oder öffnen Sie das vorhandene.`,
    seatTwice: ({ name }) => `${name} hat hier schon einen Sitz. Es wurde nichts verändert.`,
    foundedInFuture: 'Der Gründungstag liegt in der Zukunft. Bitte geben Sie heute oder einen früheren Tag an.',
    seatEnded:
      'Dieser Sitz ist schon beendet, oder das Ende liegt in der Vergangenheit. Ein Sitz kann heute oder später enden.',
    seatOfParty: ({ name }) =>
      `${name} hat die Vereinbarung dieses Gremiums unterschrieben und behält mindestens einen Sitz, solange sie gilt.`,
    notMember:
      'Diese Organisation hat in diesem Gremium keinen Sitz. Bitte geben Sie ihr zuerst einen Sitz; als Gast kann jede Organisation jemanden schicken.',
    chairsComplete: 'Der Vorsitz ist schon vollständig besetzt. Bitte beenden Sie zuerst eine der beiden Amtszeiten.',
    chairOfOrganisation:
      'Aus dieser Organisation kommt schon ein Vorsitz. Die Vorsitzenden kommen aus verschiedenen Organisationen.',
    chairOfTwo: 'Diese Person hat schon einen Vorsitz in diesem Gremium. Niemand hat beide.',
    chairOfConstituency: 'Diese Gruppe stellt schon einen Vorsitz. Jede Gruppe stellt genau einen.',
    holdsAlready: 'Diese Person hat diese Aufgabe in diesem Zeitraum schon. Es wurde nichts verändert.',
    over: 'Dieser Zeitraum ist schon vorbei; daraus entstünde kein Recht. Bitte prüfen Sie das Ende.',
    personKnown: ({ name }) =>
      `${name} ist in dieser Organisation schon eingetragen. Bitte wählen Sie die vorhandene Person aus.`,
    mailTaken:
      'Diese E-Mail-Adresse gehört schon zu einer anderen Person. Es wurde nichts eingetragen. Bitte geben Sie eine andere an.',
    numberTwice: ({ number }) => `Die Nummer ${number} kommt zweimal vor. Bitte geben Sie jeder Klausel eine eigene.`,
    unknownIndicator: 'Eine der Kennzahlen gibt es nicht oder Sie sehen sie nicht. Bitte wählen Sie sie neu aus.',
    tooFewParties: 'Eine Vereinbarung braucht mindestens zwei Parteien. Bitte ergänzen Sie, wer sie schließt.',
    noClauses:
      'Die Vereinbarung hat noch keine Klausel. Bitte schreiben Sie mindestens eine, bevor Sie sie zur Unterschrift geben.',
    alreadyOffered: 'Diese Fassung liegt schon zur Unterschrift vor. Wenn Sie etwas ändern, beginnt eine neue Fassung.',
    notOffered:
      'Diese Fassung ist noch ein Entwurf. Unterschrieben wird, sobald die Geschäftsstelle sie zur Unterschrift gibt.',
    notParty: 'Diese Organisation ist nicht Partei dieser Vereinbarung und kann sie nicht unterschreiben.',
    signedAlready: ({ name }) => `${name} hat diese Fassung schon unterschrieben. Es gibt hier nichts mehr zu tun.`,
    staleEdition:
      'Inzwischen gibt es eine neuere Fassung. Bitte laden Sie die Seite neu und prüfen Sie sie; auf der alten Fassung wird nichts mehr festgehalten.',
    dayInFuture: 'Der Tag der Unterschrift liegt in der Zukunft. Bitte geben Sie heute oder einen früheren Tag an.',
    notForOthers:
      'Für eine andere Partei kann nur die Geschäftsstelle eine Unterschrift festhalten, und sie sagt, woher sie es weiß. Bitte unterschreiben Sie für Ihre eigene Organisation.',
    notChair: 'Freigeben können nur die Vorsitzenden dieses Gremiums, jede und jeder für sich.',
    alreadyReleased: 'Sie haben diese Fassung schon freigegeben. Es fehlt noch die Freigabe des anderen Vorsitzes.',
    nothingToRelease: 'Hier gibt es noch keine festgehaltene Fassung, die freigegeben werden könnte.',
    ...electionRules.refusals,
  } satisfies RefusalTexts<typeof cooperation>,
  invalid: {
    organisationUnknown:
      'Diese Organisation ist nicht eingetragen. Bitte wählen Sie sie aus der Liste oder tragen Sie sie zuerst ein.',
    unitOfOther: 'Diese Abteilung gehört nicht zu der genannten Organisation. Bitte wählen Sie eine ihrer Abteilungen.',
    constituencyUnknown: 'Diese Gruppe gibt es in dem Gremium nicht. Bitte wählen Sie eine der genannten.',
    backwards: 'Das Ende liegt nicht nach dem Beginn. Bitte prüfen Sie die beiden Tage.',
    whom: 'Bitte wählen Sie entweder eine eingetragene Person aus oder tragen Sie eine neue ein.',
    personOfOther:
      'Diese Person gehört nicht zu der Organisation, für die sie handeln soll. Bitte wählen Sie eine andere.',
  },
  roles: {
    chair: 'Vorsitz',
    office: 'Geschäftsstelle',
    delegate: 'entsandt',
    deputy: 'Stellvertretung',
    guest: 'Gast',
  } satisfies Record<BodyRole, string>,
  standings: {
    informal: 'noch ohne Vereinbarung',
    agreed: 'vereinbart',
    constituted: 'konstituiert',
    dissolved: 'aufgelöst',
  } satisfies Record<Standing, string>,
  forms: { forum: 'Forum (tauscht sich aus und empfiehlt)', deciding: 'beschließendes Gremium' },
  kindsOfDuty: { meet: 'Treffen', deliver: 'Zahl liefern', confirm: 'Amtlichen Wert bestätigen' } satisfies Record<
    ClauseDuty['kind'],
    string
  >,
}
