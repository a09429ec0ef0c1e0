// German words for meetings.
import { recording } from '#areas/planning/contract/texts.de.ts'
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { MeetingStatus, meetings, PaperKind, Presence } from './contract.ts'
import { circulationTexts } from './texts/circulations.de.ts'
import { concernTexts } from './texts/concerns.de.ts'
import { dayWords } from './texts/days.de.ts'
import { documentTexts } from './texts/documents.de.ts'
import { minutesTexts } from './texts/minutes.de.ts'
import { pollTexts } from './texts/polls.de.ts'
import { responseTexts } from './texts/responses.de.ts'
import { topicTexts } from './texts/topics.de.ts'

export const texts = {
  refusals: {
    over: 'Diese Sitzung ist vorbei oder abgesagt. Ihre Tagesordnung bleibt, wie sie war; Ergebnisse und Notizen können Sie noch eintragen.',
    alreadyInvited: 'Zu dieser Sitzung ist schon eingeladen. Es wurde nichts verändert.',
    noAgenda:
      'Eingeladen wird mit Tagesordnung, und sie ist noch leer. Bitte setzen Sie mindestens einen Punkt darauf.',
    alreadyOnAgenda: 'Das steht schon auf der Tagesordnung dieser Sitzung.',
    otherBody:
      'Das gehört zu einem anderen Gremium oder ist dort noch ein Entwurf. Auf diese Tagesordnung kommt, was in diesem Gremium angemeldet ist.',
    needWithdrawn:
      'Dieser Bedarf ist zurückgezogen. Warum, steht auf seiner Seite; auf die Tagesordnung kommt er nicht mehr.',
    otherItems:
      'Inzwischen stehen andere Punkte auf der Tagesordnung. Es wurde nichts verändert. Bitte ordnen Sie noch einmal.',
    hasResult:
      'Zu diesem Punkt ist schon ein Ergebnis festgehalten. Sie können es auf seiner Seite ändern, solange es nicht freigegeben ist.',
    cancelled: 'Diese Sitzung ist abgesagt. Notizen gibt es nur zu Sitzungen, die stattfinden.',
    notYet:
      'Diese Sitzung liegt noch vor Ihnen. Dass sie stattgefunden hat, lässt sich an ihrem Tag oder danach festhalten.',
    noSeat: 'Eine der genannten Organisationen hat an diesem Tag keinen Sitz im Gremium. Es wurde nichts gespeichert.',
    noDeputy: (detail) =>
      `Für ${detail.name} war an diesem Tag keine Stellvertretung entsandt. Bitte wählen Sie „vertreten“, wenn die entsandte Person da war, oder halten Sie zuerst die Entsendung fest.`,
    votesCounted:
      'Auf dieser Teilnahme beruhen schon Abstimmungen. Bitte nehmen Sie diese zuerst zurück; danach lässt sich die Teilnahme berichtigen.',
    noRules:
      'An diesem Tag galt keine Geschäftsordnung, die sagt, wann das Gremium beschlussfähig ist und mit welcher Mehrheit es entscheidet. Bitte halten Sie das Ergebnis als Verabredung oder Empfehlung fest.',
    attendanceMissing: (detail) =>
      `Die Teilnahme ist für ${detail.noted} von ${detail.entitled} stimmberechtigten Sitzen vermerkt. Bitte vermerken Sie zuerst alle; daraus folgt, ob das Gremium beschlussfähig war.`,
    notQuorate: (detail) =>
      `Das Gremium war nicht beschlussfähig: ${detail.present} von ${detail.entitled} stimmberechtigten Sitzen waren vertreten, nötig sind ${detail.needed}. Eine Abstimmung lässt sich nicht festhalten; die nächste Sitzung kann entscheiden.`,
    tooManyVotes: (detail) =>
      `Zusammen sind das ${detail.votes} Stimmen; vertreten waren ${detail.present} stimmberechtigte Sitze. Jeder Sitz hat höchstens eine Stimme, und eine Abstimmung braucht mindestens eine. Bitte prüfen Sie die Zahlen.`,
    voteStays: 'Auf dieser Abstimmung beruht ein Beschluss. Sie bleibt, wie sie ist.',
    noVote: 'Zu diesem Punkt ist keine Abstimmung festgehalten; es gibt nichts zurückzunehmen.',
    notHeld:
      'Das geht erst, wenn festgehalten ist, dass die Sitzung stattgefunden hat. Bitte drücken Sie zuerst „Sitzung hat stattgefunden“.',
    invited:
      'Die Einladung ist schon verschickt. Bitte nehmen Sie sie zuerst zurück; danach können Sie ändern und neu einladen.',
    minutesSettled:
      'Die Niederschrift ist festgestellt und bleibt, wie sie ist. Was anders zu lesen ist, schlagen Sie bitte als Berichtigung vor.',
    agendaFirst: 'Zur Einladung gehört die Tagesordnung. Bitte legen Sie diese zuerst vor, so wie sie jetzt ist.',
    samePaper: 'Das liegt schon genau so vor. Es wurde nichts verändert.',
    notReleased:
      'Eingeladen wird, sobald Tagesordnung und Einladung vorliegen, so wie sie jetzt sind, und die Vorsitzenden sie freigegeben haben, wo die Geschäftsordnung es verlangt.',
    notInvited: 'Zu dieser Sitzung ist noch nicht eingeladen; es gibt nichts zurückzunehmen.',
    objectionsRun: (detail) =>
      `An diesem Tag lief die Einwendungsfrist noch (bis ${dayWords(detail.until ?? '')}). Genehmigen kann die Niederschrift die nächste Sitzung danach.`,
    ...circulationTexts.refusals,
    ...minutesTexts.refusals,
    ...pollTexts.refusals,
    ...responseTexts.refusals,
    ...concernTexts.refusals,
    ...topicTexts.refusals,
    ...documentTexts.refusals,
    ...recording.refusals,
  } satisfies RefusalTexts<typeof meetings>,
  titleOf: (number: number, body: string) => `${number}. Sitzung ${body}`,
  paperTitle: {
    agenda: (meeting: string) => `Tagesordnung: ${meeting}`,
    invitation: (meeting: string) => `Einladung: ${meeting}`,
    minutes: (meeting: string) => `Niederschrift: ${meeting}`,
  } satisfies Record<PaperKind, (meeting: string) => string>,
  carriedOver: (title: string) => `Noch nicht gemeinsam freigegeben: ${title}`,
  carriedOverUnnamed: 'Ein Ergebnis, das noch nicht gemeinsam freigegeben ist',
  carriedOverBecause:
    'Nach der Geschäftsordnung kommt auf die nächste Sitzung, was nur einer der beiden Vorsitzenden freigegeben hat.',
  minutesSent: 'Die Niederschrift ist festgestellt; sie geht an alle, die im Gremium mitwirken.',
  placeMissing: 'Bitte sagen Sie, wo: einen Raum, eine Adresse für die Videokonferenz oder beides.',
  endsBeforeStart: 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie die Uhrzeiten.',
  itemTitleMissing: 'Bitte geben Sie dem Punkt einen Titel.',
  statuses: {
    planned: 'geplant',
    invited: 'eingeladen',
    held: 'hat stattgefunden',
    cancelled: 'abgesagt',
  } satisfies Record<MeetingStatus, string>,
  presences: {
    present: 'vertreten',
    represented: 'durch Stellvertretung vertreten',
    excused: 'entschuldigt',
    absent: 'nicht vertreten',
  } satisfies Record<Presence, string>,
}

export const resultWords = recording.results
