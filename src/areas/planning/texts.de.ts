// German words for planning: needs, decisions, measures.
import { texts as documents } from '#kit/documents/texts.de.ts'
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { Result } from './contract/decisions.ts'
import type { MeasureState } from './contract/measures.ts'
import type { Grade, NeedState } from './contract/needs.ts'
import type { planning } from './contract/planning.ts'
import { recording } from './contract/texts.de.ts'
import type { Gap } from './rules.ts'

export const texts = {
  refusals: {
    notOfTheBody:
      'Ihre Organisation gehört diesem Gremium nicht an. Bitte wählen Sie ein Gremium, in dem Sie vertreten sind; Ihre Eingaben bleiben stehen.',
    noSource:
      'Eine der genannten Quellen gibt es nicht in dieser Fassung, oder sie ist für Sie nicht freigegeben. Es wurde nichts gespeichert. Bitte wählen Sie die Zahl noch einmal aus.',
    alreadyStated:
      'Dieser Bedarf ist schon angemeldet. Änderungen speichern Sie einfach; sie werden zu einer neuen Fassung.',
    notStated: 'Ein Entwurf ist noch nicht angemeldet. Sie können ihn einfach entfernen.',
    withdrawn:
      'Dieser Bedarf ist zurückgezogen und ändert sich nicht mehr. Besteht er wieder, melden Sie ihn bitte neu an.',
    dealtWith:
      'Über diesen Bedarf hat das Gremium schon beraten. Er lässt sich nicht mehr zurückziehen; Änderungen speichern Sie als neue Fassung.',
    ...recording.refusals,
    ...documents.refusals,
    circulated:
      'Über genau diesen Wortlaut haben die Sitze im Umlauf entschieden; er bleibt, wie er ist. Für einen anderen Beschluss braucht es ein neues Umlaufverfahren oder eine Sitzung.',
    alreadyReleased:
      'Beide Vorsitzenden haben dieses Ergebnis freigegeben. Es ändert sich nicht mehr. Ist es überholt, halten Sie in der nächsten Sitzung ein neues Ergebnis fest.',
    notReleased:
      'Dieses Ergebnis haben noch nicht beide Vorsitzenden freigegeben. Bis dahin folgt daraus nichts; die Aufgabe steht bei beiden auf der Liste.',
    onlyAddressee:
      'Das ist Sache der Organisation, an die sich das Ergebnis richtet. Sie steht auf der Seite des Ergebnisses.',
    alreadyAnswered: 'Zu dieser Empfehlung liegt schon eine Begründung vor. Es wurde nichts verändert.',
    measureThere:
      'Zu dieser Empfehlung gibt es schon eine Maßnahme. Eine Begründung, warum keine folgt, ist nicht nötig.',
    onlyNoted:
      'Eine Kenntnisnahme verpflichtet niemanden; eine Maßnahme folgt aus einer Verabredung, einer Empfehlung oder einem Beschluss.',
    oneSided:
      'Eine Maßnahme braucht auf jeder Seite eine verantwortliche Stelle: eine öffentliche und eine freie. Bitte nennen Sie beide.',
    alreadyAgreed:
      'Diese Maßnahme ist schon vereinbart. Änderungen speichern Sie einfach; sie werden zu einer neuen Fassung.',
  } satisfies RefusalTexts<typeof planning>,
  gaps: {
    targetGroup: 'Bitte sagen Sie, für wen: welche Menschen brauchen das?',
    area: 'Bitte sagen Sie, wo: ein Gebiet aus der Liste oder ein Ort in eigenen Worten.',
    benefit: 'Bitte sagen Sie, welchen Nutzen es hat: was wird besser, wenn der Bedarf gedeckt ist?',
    evidence:
      'Bitte belegen Sie den Bedarf mit mindestens einer Zahl und ihrer Fassung. Sie finden sie unter „Zahlen“; was Praxis sowie Bürgerinnen und Bürger berichten, kommt dazu.',
  } satisfies Record<Gap, string>,
  noArea: 'Dieses Gebiet kennt Nahtstelle nicht. Bitte wählen Sie eines aus der Liste.',
  noOrganisation: 'Diese Organisation kennt Nahtstelle nicht. Bitte wählen Sie eine aus der Liste.',
  leadMissing: 'Bitte sagen Sie, wer federführend handelt.',
  untilMissing: 'Bitte sagen Sie, bis wann.',
  untilPast: 'Dieser Tag liegt schon zurück. Bitte nennen Sie einen Tag, bis zu dem es noch gelingen kann.',
  grades: { figures: 'Zahlen', practice: 'Praxis', citizens: 'Bürgerinnen und Bürger' } satisfies Record<Grade, string>,
  needStates: {
    draft: 'Entwurf',
    stated: 'angemeldet',
    onAgenda: 'auf der Tagesordnung',
    decided: 'beraten',
    inMeasure: 'in Umsetzung',
    answered: 'mit Angebot beantwortet',
    withdrawn: 'zurückgezogen',
  } satisfies Record<NeedState, string>,
  results: recording.results,
  measureStates: {
    draft: 'in Vorbereitung',
    agreed: 'vereinbart',
    overdue: 'Termin überschritten',
    realised: 'umgesetzt',
  } satisfies Record<MeasureState, string>,
  serviceStatuses: { planned: 'geplant', open: 'geöffnet', closed: 'geschlossen' },
  duties: {
    treat: (need: string) => `Über den Bedarf „${need}“ beraten`,
    treatClause:
      'Ein angemeldeter Bedarf wird in der nächsten Sitzung beraten, die bei seiner Anmeldung schon geplant ist, sonst innerhalb von sechs Monaten.',
    release: (need: string | null) =>
      need ? `Ergebnis zum Bedarf „${need}“ gemeinsam freigeben` : 'Ergebnis einer Sitzung gemeinsam freigeben',
    releaseClause: 'Ergebnisse gelten, sobald beide Vorsitzenden sie freigegeben haben.',
    act: (decision: string) => `„${decision}“: Maßnahme vereinbaren oder begründen, warum keine folgt`,
    actClause: {
      agreed: 'Wer etwas verabredet, sagt, was daraus wird.',
      recommended: 'Auf eine Empfehlung folgt eine Maßnahme oder eine Begründung.',
      resolved: 'Ein Beschluss wird umgesetzt.',
      noted: '',
    } satisfies Record<Result, string>,
    realise: (measure: string) => `Maßnahme „${measure}“ umsetzen`,
    realiseClause: 'Die federführende Stelle setzt die Maßnahme bis zum vereinbarten Tag um.',
    openedBecause: 'Beide Vorsitzenden haben diese Fassung freigegeben; damit steht sie dem Gremium offen.',
    readersBecause: 'Wer den Vorsitz oder die Geschäftsstelle übernimmt, liest, was noch nicht freigegeben ist.',
  },
  /** Signs of the statistical offices: none of them is a zero, only "–" counts as one. */
  marks: {
    nil: '– (nichts vorhanden)',
    unknown: '. (unbekannt oder geheim zu halten)',
    unreliable: '/ (nicht sicher genug)',
    later: '… (noch nicht da)',
    meaningless: 'x (nicht sinnvoll)',
  } as Record<string, string>,
}

type Figure = {
  value: number | null
  mark: string | null
  unit: string
  decimals: number
  basis: string | null
  explanation: string | null
}

/** A number never stands alone: with its unit and, where there is one, its basis; a sign with its meaning. */
export function figureText({ value, mark, unit, decimals, basis, explanation }: Figure): string {
  const ground = `${basis ? ` (${basis})` : ''}${explanation ? ` (Erklärung: ${explanation})` : ''}`
  if (value === null) return `${texts.marks[mark ?? ''] ?? '•'}${ground}`
  const number = value.toLocaleString('de-DE', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  // The offices call the unit of a plain count "Anzahl"; nobody says it aloud.
  return `${number}${unit === 'Anzahl' ? '' : ` ${unit}`}${ground}`
}
