// German sentences of signing in.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { access } from './contract.ts'

export const texts = {
  refusals: {
    wrongPassword:
      'E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beide oder lassen Sie sich über „Passwort vergessen“ einen Link schicken.',
    throttled:
      'Das waren zu viele Fehlversuche. Bitte warten Sie eine Viertelstunde. Ihre Kolleginnen und Kollegen können sich weiterhin anmelden.',
    wrongCode: 'Dieser Code stimmt nicht oder ist abgelaufen. Bitte geben Sie den aktuellen Code aus Ihrer App ein.',
    linkUsed:
      'Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte lassen Sie sich über „Passwort vergessen“ einen neuen schicken.',
    emailTaken: 'Diese E-Mail-Adresse gehört schon zu einer anderen Person. Bitte geben Sie eine andere an.',
    hasAccount: 'Diese Person hat schon einen Zugang. Sie kann sich anmelden oder ihr Passwort selbst neu setzen.',
    absenceOver:
      'Dieser Zeitraum ist schon vorbei, dauert länger als ein Jahr oder endet vor seinem Beginn. Bitte prüfen Sie die Tage.',
    absenceTwice: 'In diesem Zeitraum ist schon eine Abwesenheit eingetragen. Bitte beenden Sie zuerst diese.',
    notOfOrganisation:
      'Diese Person handelt in diesem Zeitraum nicht für Ihre Organisation. Vertreten kann, wer für dieselbe Organisation handelt.',
    onlyOwnAbsence: 'Eine Abwesenheit tragen die Person selbst oder die Einrichtung ihrer Organisation ein.',
    noAbsence: 'Diese Abwesenheit ist schon beendet oder gehört zu einer anderen Organisation.',
  } satisfies RefusalTexts<typeof access>,
  passwordTooShort:
    'Das Passwort braucht mindestens 10 Zeichen. Am leichtesten merkt man sich drei, vier Wörter hintereinander.',
  issuer: 'Nahtstelle',
  roles: {
    admin: 'Einrichtung der Organisation',
    head: 'Leitung',
    planner: 'Sozialplanung',
    checker: 'Prüfung',
    staff: 'Mitarbeit',
    counsellor: 'Beratung',
    chair: 'Vorsitz',
    office: 'Geschäftsstelle',
    delegate: 'entsandt',
    deputy: 'Stellvertretung',
    guest: 'Gast',
  } as Readonly<Record<string, string>>,
}
