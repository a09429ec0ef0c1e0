// German wording for bodies, agreements, duties and releases.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { BodyRole, cooperation, Standing } from './contract.ts'
import { agreementRefusals } from './texts/agreements.de.ts'
import { electionRules } from './texts/elections.de.ts'
import { foundingTexts } from './texts/founding.de.ts'
import { involvementTexts } from './texts/involvement.de.ts'
import { networkRefusals } from './texts/network.de.ts'
import { offerTexts } from './texts/offers.de.ts'
import { purposeTexts } from './texts/purposes.de.ts'
import { reviewTexts } from './texts/reviews.de.ts'
import { ruleTexts } from './texts/rules.de.ts'
import { seamRefusals } from './texts/seams.de.ts'
import { standingTexts } from './texts/standing.de.ts'
import { terminationTexts } from './texts/terminations.de.ts'
import { toldRefusals, toldTexts } from './texts/told.de.ts'

export const texts = {
  told: toldTexts,
  founderBasis: 'Gründung des Gremiums',
  publicPageOf: (body: string) => `Öffentliche Seite: ${body}`,
  because: {
    allSigned: 'Alle Parteien haben dieselbe Fassung unterschrieben.',
    seatEnded: 'Der Sitz ist beendet.',
    groupEnded: 'Die Arbeitsgruppe hat ihr Ende erreicht; sie wurde nicht verlängert.',
    groupRenewed: 'Die Vorsitzenden haben die Verlängerung freigegeben.',
    dissolved: 'Die Vorsitzenden haben die Auflösung freigegeben.',
    archived: 'Das Gremium ist beendet; seine Unterlagen bleiben lesbar.',
    merged: 'Die Einheit ist in einer anderen aufgegangen; der Sitz geht mit.',
  },
  refusals: {
    ...networkRefusals,
    ...offerTexts.refusals,
    ...foundingTexts.refusals,
    ...purposeTexts.refusals,
    ...involvementTexts.refusals,
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
    bodyOver: 'Dieses Gremium ist beendet. Seine Unterlagen bleiben lesbar; Neues beginnt hier nicht mehr.',
    deputyWithoutDelegation:
      'Diese Organisation hat hier noch niemanden entsandt, für den jemand einspringen könnte. Bitte entsenden Sie zuerst eine Person.',
    groupOver: 'Das Ende liegt nicht in der Zukunft. Bitte wählen Sie einen Tag nach heute.',
    groupClosed: 'Diese Arbeitsgruppe ist beendet. Bitte setzen Sie eine neue ein, wenn die Arbeit weitergehen soll.',
    leaderOfOther:
      'Diese Person gehört nicht zu der Organisation, die die Gruppe leiten soll. Bitte wählen Sie eine andere oder lassen Sie das Feld leer.',
    groupNotReleased:
      'Der Auftrag ist noch nicht von allen Vorsitzenden freigegeben. Sobald das geschehen ist, kann die Gruppe eröffnet werden.',
    groupOpen: 'Diese Arbeitsgruppe ist schon eröffnet. Es gibt hier nichts mehr zu tun.',
    openAtHome:
      'Eröffnen kann die Gruppe, wer in der eigenen Organisation leitet, plant oder sie einrichtet. Bitte wenden Sie sich an die Geschäftsstelle.',
    groupNotEnding:
      'Bis zum Ende dieser Arbeitsgruppe sind es noch mehr als vier Wochen. Die Frage stellt sich erst dann; es wurde nichts verändert.',
    groupNotOpen: 'Diese Arbeitsgruppe ist noch nicht eröffnet.',
    noGroup: 'Dieses Gremium ist keine Arbeitsgruppe auf Zeit.',
    nothingToProlong:
      'Hier ist nichts zu verlängern, oder es liegt bei der entsendenden Organisation. Es wurde nichts verändert.',
    nothingDouble: 'Diese Frage ist schon beantwortet. Es wurde nichts verändert.',
    sendsItself:
      'Für eine andere Organisation trägt nur die Geschäftsstelle ein Schreiben ein, und sie sagt, woher sie es kennt. Für die eigene tut es deren Leitung oder wer sie hier einrichtet.',
    deputyIsPerson: 'Niemand vertritt sich selbst. Bitte wählen Sie zwei verschiedene Personen.',
    dissolutionPast:
      'Der Tag der Auflösung liegt in der Vergangenheit. Bitte wählen Sie heute oder einen späteren Tag.',
    dissolutionDecided: 'Die Auflösung ist schon beschlossen. Es gibt hier nichts mehr zu tun.',
    holdsAlready: 'Diese Person hat diese Aufgabe in diesem Zeitraum schon. Es wurde nichts verändert.',
    over: 'Dieser Zeitraum ist schon vorbei; daraus entstünde kein Recht. Bitte prüfen Sie das Ende.',
    personKnown: ({ name }) =>
      `${name} ist in dieser Organisation schon eingetragen. Bitte wählen Sie die vorhandene Person aus.`,
    mailTaken:
      'Diese E-Mail-Adresse gehört schon zu einer anderen Person. Es wurde nichts eingetragen. Bitte geben Sie eine andere an.',
    numberTwice: ({ number }) => `Die Nummer ${number} kommt zweimal vor. Bitte geben Sie jeder Klausel eine eigene.`,
    unknownIndicator: 'Eine der Kennzahlen gibt es nicht oder Sie sehen sie nicht. Bitte wählen Sie sie neu aus.',
    unknownNamed:
      'Eine Klausel nennt eine Organisation oder ein Gremium, das es hier nicht gibt. Bitte wählen Sie neu aus, wer sie schuldet und wem.',
    sessionsUnseen:
      'Nach den Sitzungen dieses Gremiums kann sich eine Klausel nur richten, wenn Sie dort mitwirken. Bitte wählen Sie ein anderes, oder nennen Sie es als Ausschuss mit eigenen Terminen.',
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
    ...agreementRefusals,
    ...terminationTexts.refusals,
    ...reviewTexts.refusals,
    ...standingTexts.refusals,
    ...toldRefusals,
    nothingToRelease: 'Hier gibt es noch keine festgehaltene Fassung, die freigegeben werden könnte.',
    ...seamRefusals,
    ...ruleTexts.refusals,
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
}
