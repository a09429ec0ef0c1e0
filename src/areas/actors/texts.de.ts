// German wording for organisations, people and who acts for whom.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { actors, OrganisationKind, Side } from './contract.ts'
import { relationTexts } from './texts/relations.de.ts'

export const texts = {
  refusals: {
    ...relationTexts.refusals,
    nameTaken: ({ name }) =>
      `„${name}“ ist schon eingetragen. Bitte wählen Sie die vorhandene Organisation aus, damit alles an einer Stelle bleibt.`,
    foreignParent:
      'Eine Abteilung kann nur bei der eigenen Organisation eingetragen werden. Bitte bitten Sie die Organisation selbst darum.',
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
  } satisfies RefusalTexts<typeof actors>,
  invalid: {
    example: 'Erfundene Organisationen heißen „… (Beispiel)“; bei echten steht das nicht im Namen.',
    areaKey:
      'Der Schlüssel eines Landkreises oder einer kreisfreien Stadt hat fünf Ziffern, zum Beispiel 09184. Bitte prüfen Sie die Eingabe.',
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
    association: 'Verband',
    provider: 'Träger',
    unit: 'Abteilung',
    initiative: 'Initiative',
    other: 'Sonstige',
  } satisfies Record<OrganisationKind, string>,
  sides: { public: 'öffentliche Seite', free: 'freie Seite', other: 'weder noch' } satisfies Record<Side, string>,
  laws: { DSGVO: 'DSGVO', KDG: 'KDG (katholische Kirche)', 'DSG-EKD': 'DSG-EKD (evangelische Kirche)' },
}
