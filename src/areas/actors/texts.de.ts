// German wording for organisations, people and who acts for whom.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { actors, Discipline, Level, OrganisationKind, Side } from './contract.ts'
import { list } from './texts/list.de.ts'
import { relationTexts } from './texts/relations.de.ts'
import { responsibilityRefusals } from './texts/responsibility.de.ts'

export const texts = {
  refusals: {
    ...relationTexts.refusals,
    nameTaken: ({ name }) =>
      `„${name}“ ist schon eingetragen. Bitte wählen Sie die vorhandene Organisation aus, damit alles an einer Stelle bleibt.`,
    foreignParent:
      'Eine Abteilung kann nur bei der eigenen Organisation eingetragen werden. Bitte wenden Sie sich an die Organisation selbst.',
    sinceInFuture:
      'Ein neuer Name kann ab heute oder rückwirkend gelten, nicht im Voraus. Bitte tragen Sie ihn ein, wenn es so weit ist.',
    contactNotActing:
      'Als Ansprechperson kann nur stehen, wer heute für diese Organisation handelt. Bitte wählen Sie eine andere Person oder entsenden Sie sie zuerst.',
    personThere: ({ name }) =>
      `${name} ist in dieser Organisation schon eingetragen. Bitte wählen Sie die vorhandene Person aus.`,
    emailTaken:
      'Diese E-Mail-Adresse gehört schon zu einer anderen Person. Es wurde nichts eingetragen. Bitte geben Sie eine andere an.',
    mandateOver: 'Dieser Zeitraum ist schon vorbei; daraus entstünde kein Recht. Bitte prüfen Sie das Ende.',
    invitationNeedsMandate:
      'Eingeladen werden kann nur, wer auch für die Organisation handeln soll. Bitte geben Sie mindestens eine Rolle an.',
    alreadyHolds: ({ until }) =>
      `Diese Person hat die Rolle in diesem Zeitraum schon${until ? ` (bis ${until})` : ''}. Es wurde nichts verändert.`,
    alreadyEnded: 'Diese Berechtigung ist schon beendet oder wurde ersetzt. Es gibt hier nichts mehr zu tun.',
    lastAdmin:
      'Das ist die letzte Person, die diese Organisation einrichten kann. Bitte geben Sie zuerst jemand anderem diese Aufgabe.',
    endBeforeToday:
      'Ein Recht kann heute oder später enden, aber nicht rückwirkend: Was bis heute getan wurde, bleibt gültig.',
    ...list.refusals,
    alreadyMember:
      'Diese Zugehörigkeit ist in diesem Zeitraum schon eingetragen. Es wurde nichts verändert. Bitte beenden Sie zuerst die bisherige.',
    notMember: 'Diese Zugehörigkeit ist nicht eingetragen oder schon beendet. Es gibt hier nichts mehr zu tun.',
    circle:
      'So gehörte die Organisation über Umwege sich selbst an. Bitte prüfen Sie, welche der beiden zur anderen gehört.',
    backwards: 'Das Ende liegt nicht nach dem Beginn. Bitte prüfen Sie die beiden Tage.',
    endBeforeBeginning: 'Das Ende läge vor dem Beginn. Bitte prüfen Sie den Tag.',
    areaThere: 'Dieses Gebiet ist in diesem Zeitraum schon eingetragen.',
    areaNotThere: 'Dieses Gebiet ist nicht eingetragen oder schon beendet.',
    foreignSuccessor:
      'Das kann nur eintragen, wer für beide Organisationen sprechen darf. Bitte wenden Sie sich an die andere Organisation.',
    alreadyOver: 'Diese Organisation ist an diesem Tag schon aufgelöst. Bitte prüfen Sie den Tag.',
    inFuture:
      'Eine Zusammenlegung oder Teilung wird eingetragen, wenn sie gilt: heute oder rückwirkend. Bitte tragen Sie sie an dem Tag ein.',
    alreadySuccessor: 'Diese Organisation ist schon als Nachfolgerin eingetragen, oder es ist dieselbe.',
    undescribed: 'Zu dieser Organisation ist noch nichts eingetragen. Bitte ergänzen Sie zuerst Art und Seite.',
    hasSuccessor:
      'Diese Organisation ist in einer anderen aufgegangen; das lässt sich nicht zurücknehmen, weil Sitze und Aufgaben schon übergegangen sein können.',
    deputyIsContact: 'Ansprechperson und Stellvertretung müssen zwei verschiedene Menschen sein.',
    publicNeedsDeputy:
      'Wer ohne Anmeldung zu sehen ist, braucht eine Vertretung, damit immer jemand antwortet. Bitte wählen Sie eine aus oder zeigen Sie die Person nur denen, die angemeldet sind.',
    noContact: 'Für diese Organisation ist niemand benannt. Bitte benennen Sie zuerst eine Ansprechperson.',
    noAddress:
      'Von dieser Person ist keine E-Mail-Adresse bekannt. Bitte tragen Sie eine ein, oder die Person meldet sich an und bestätigt hier selbst.',
    justAsked: 'Diese Person wurde gerade erst gefragt. Bitte warten Sie ihre Antwort ab.',
    linkUsed:
      'Dieser Link gilt nicht mehr: Er wurde schon benutzt, ist älter als 14 Tage, oder inzwischen hat sich etwas geändert. Es wurde nichts verändert.',
    notOfHere: 'Diese Person handelt nicht für Ihre Organisation. Bitte laden Sie sie zuerst ein.',
    foreignUnit: 'Diese Abteilung gehört nicht zu Ihrer Organisation. Bitte wählen Sie eine eigene.',
    positionGone: 'Diese Aufgabe ist schon beendet oder passt nicht zu dieser Angabe. Es wurde nichts verändert.',
    ...responsibilityRefusals,
  } satisfies RefusalTexts<typeof actors>,
  invalid: {
    example: 'Erfundene Organisationen heißen „… (Beispiel)“; bei echten steht das nicht im Namen.',
    areaKey:
      'Der Schlüssel eines Landkreises oder einer kreisfreien Stadt hat fünf Ziffern, zum Beispiel 09184; der einer Gemeinde acht. Bitte prüfen Sie die Eingabe.',
    competenceKey:
      'Das ist kein amtlicher Gebietsschlüssel. Ein Land hat zwei Ziffern, ein Regierungsbezirk drei, ein Landkreis oder eine kreisfreie Stadt fünf, eine Gemeinde acht; ganz Deutschland ist DG.',
    region:
      'Ein Regierungsbezirk ist ein Gebiet und handelt für niemanden. Bitte tragen Sie den Bezirk (Körperschaft) oder die Regierung (Behörde) ein.',
    becauseMissing: 'Bitte geben Sie an, worauf die Auflösung beruht, zum Beispiel einen Beschluss mit Datum.',
    parentMissing: 'Bitte geben Sie an, zu welcher Organisation diese Abteilung gehört.',
    backwards: 'Das Ende liegt nicht nach dem Beginn. Bitte prüfen Sie die beiden Tage.',
    personUnknown: 'Diese Person ist in Nahtstelle nicht eingetragen. Bitte wählen Sie jemanden aus der Liste.',
  },
  kinds: {
    county: 'Landkreis',
    city: 'Kreisfreie Stadt',
    municipality: 'Gemeinde',
    district: 'Bezirk',
    authority: 'Behörde',
    jobcentreJoint: 'Jobcenter (gemeinsame Einrichtung)',
    jobcentreMunicipal: 'Jobcenter (zugelassener kommunaler Träger)',
    employmentAgency: 'Agentur für Arbeit',
    school: 'Schule',
    police: 'Polizei',
    justice: 'Justiz',
    health: 'Gesundheitseinrichtung',
    insurer: 'Kranken- oder Pflegekasse',
    church: 'Kirche oder Religionsgemeinschaft',
    association: 'Verband',
    provider: 'Träger',
    selfHelp: 'Selbsthilfegruppe',
    initiative: 'Initiative',
    company: 'Unternehmen',
    freelancer: 'Freiberuflich tätige Person',
    unit: 'Abteilung',
    other: 'Sonstige',
  } satisfies Record<OrganisationKind, string>,
  levels: {
    federal: 'Bund',
    state: 'Land',
    supralocal: 'überörtlich',
    local: 'örtlich (Kreis, kreisfreie Stadt)',
    municipal: 'Gemeinde',
  } satisfies Record<Level, string>,
  disciplines: {
    youth: 'Jugend',
    family: 'Familie',
    age: 'Alter',
    care: 'Pflege',
    disability: 'Behinderung und Teilhabe',
    health: 'Gesundheit',
    addiction: 'Sucht',
    work: 'Arbeit',
    social: 'Existenzsicherung',
    housing: 'Wohnen',
    migration: 'Migration',
    education: 'Bildung',
    safety: 'Sicherheit und Justiz',
  } satisfies Record<Discipline, string>,
  contactDuty: {
    titles: {
      nameContact: 'Ansprechperson benennen',
      nameDeputy: 'Stellvertretung der Ansprechperson benennen',
      confirmContact: 'Ansprechperson bestätigen',
    },
    because: (months: number) =>
      months === 1
        ? 'Kontaktzusage der Organisation: Ansprechperson mit Stellvertretung, jeden Monat bestätigt'
        : `Kontaktzusage der Organisation: Ansprechperson mit Stellvertretung, alle ${months} Monate bestätigt`,
  },
  sides: { public: 'öffentliche Seite', free: 'freie Seite', other: 'weder noch' } satisfies Record<Side, string>,
  laws: { DSGVO: 'DSGVO', KDG: 'KDG (katholische Kirche)', 'DSG-EKD': 'DSG-EKD (evangelische Kirche)' },
}
