// Words about recording a result, for planning and for the meetings from which results come.
import type { Result } from './decisions.ts'

export const recording = {
  refusals: {
    noVotes:
      'Dieses Gremium ist ein Forum: Es stimmt nicht ab und fasst keine Beschlüsse. Bitte halten Sie das Ergebnis als Kenntnisnahme, Verabredung oder Empfehlung fest.',
    notVoted:
      'Ein Beschluss beruht auf einer Abstimmung in einer Sitzung, die eine Mehrheit gefunden hat. Bitte halten Sie die Stimmen zuerst beim Tagesordnungspunkt fest; ohne Mehrheit bleibt es bei Kenntnisnahme, Verabredung oder Empfehlung.',
    addresseeMissing:
      'Eine Empfehlung richtet sich an jemanden. Bitte nennen Sie die Organisation, die entscheiden oder handeln soll.',
    needNotStated:
      'Einer der genannten Bedarfe ist in diesem Gremium noch nicht angemeldet. Bitte melden Sie ihn erst an, dann lässt sich darüber entscheiden.',
    setAsideOnlyNoted:
      'Zurückgestellt wird ein Bedarf mit einer Kenntnisnahme und einer Begründung. Bitte wählen Sie die Art „Kenntnisnahme“ oder lassen Sie die Begründung der Zurückstellung weg.',
  },
  results: {
    noted: 'Kenntnisnahme',
    agreed: 'Verabredung',
    recommended: 'Empfehlung',
    resolved: 'Beschluss',
  } satisfies Record<Result, string>,
}
