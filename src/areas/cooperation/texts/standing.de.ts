// German wording of "Stand am …", of obligations, and of the document on which a step stands.
import { addDays } from '#kit/clock/days.ts'

const day = (iso: string) => iso.split('-').reverse().join('.')
const last = (iso: string) => day(addDays(iso, -1))

export const standingTexts = {
  on: {
    title: (on: string) => `Stand am ${day(on)}`,
    choose: 'Tag',
    link: 'Stand an einem Tag',
    back: { body: 'Zum Gremium', agreement: 'Zur Vereinbarung' },
    future: 'Was für diesen Tag schon feststeht.',
    notThere: 'An diesem Tag gab es das Gremium noch nicht.',
    over: 'An diesem Tag war das Gremium schon beendet.',
    standing: 'Stand',
    agreements: 'Vereinbarungen in Kraft',
    noAgreement: 'Keine Vereinbarung war in Kraft.',
    agreementLine: (title: string, edition: number, since: string, until: string | null) =>
      `${title}, Fassung ${edition}, in Kraft seit ${day(since)}${until ? `, bis einschließlich ${last(until)}` : ''}`,
    heldLine: (edition: number, since: string, until: string | null) =>
      `Fassung ${edition}, in Kraft seit ${day(since)}${until ? `, bis einschließlich ${last(until)}` : ''}.`,
    rules: 'Geschäftsordnung',
    rulesLine: (edition: number) => `${edition}. Fassung`,
    noRules: 'Keine angenommene Geschäftsordnung.',
    members: 'Mitglieder',
    member: 'Mitglied',
    group: 'Gruppe',
    guest: 'Gast',
    acting: 'Wer handelte',
    person: 'Person',
    organisation: 'Für',
    role: 'Aufgabe',
    term: 'Zeitraum',
    nobody: 'Niemand.',
    parties: 'Parteien',
    partyLeaves: (on: string) => `gebunden bis einschließlich ${last(on)}`,
    clauses: 'Klauseln in Kraft',
    state: { notYet: 'noch nicht in Kraft', inForce: 'in Kraft', over: 'beendet' },
    notYet: 'An diesem Tag hatten noch nicht alle Parteien dieselbe Fassung unterschrieben.',
    ended: 'An diesem Tag galt die Vereinbarung nicht mehr.',
    edition: (n: number) => `Fassung ${n}`,
  },
  owed: {
    title: 'Wer schuldet was',
    lead: 'Je Partei: was, bis wann und aus welcher Klausel. Gezählt nach denselben Regeln, aus denen die Aufgaben entstehen.',
    planned: 'Diese Fassung gilt noch nicht. Gezeigt ist, was fällig würde, wenn sie ab heute gälte.',
    over: 'Diese Fassung gilt nicht mehr. Daraus wird nichts mehr fällig.',
    edition: 'Fassung',
    editionLabel: (n: number) => `Fassung ${n}`,
    what: 'Was',
    clause: 'Klausel',
    strength: 'Verbindlichkeit',
    next: 'Nächste Frist',
    byEvent: 'sobald der Anlass da ist',
    nothing: 'Schuldet aus dieser Fassung nichts.',
    link: 'Wer schuldet was',
    back: 'Zur Vereinbarung',
    print: 'Drucken',
  },
  document: {
    kinds: {
      agreement: 'Vereinbarung',
      rules: 'Geschäftsordnung',
      mandate: 'Auftrag',
      file: 'Niederschrift der Konstituierung',
      edition: 'Freigegebene Fassung',
      dissolution: 'Auflösung',
    },
    line: (kind: string, title: string | null, edition: number | null, on: string) =>
      [title?.startsWith(kind) ? null : kind, title, edition === null ? null : `Fassung ${edition}`, day(on)]
        .filter(Boolean)
        .join(', '),
    missing: 'Es fehlt das Dokument: eine angenommene Geschäftsordnung oder die Niederschrift der Konstituierung.',
    record: 'Konstituierung festhalten',
    title: 'Konstituierung festhalten',
    lead: 'Laden Sie die Niederschrift der konstituierenden Sitzung hoch. Sie gehört danach fest zum Gremium.',
    day: 'Konstituiert am',
    file: 'Niederschrift',
    fileHint: 'PDF oder Bild.',
    fileMissing: 'Ohne Dokument kein Schritt: Bitte wählen Sie die Niederschrift der konstituierenden Sitzung.',
    submit: 'Festhalten',
    done: 'Die Konstituierung ist festgehalten.',
  },
  refusals: {
    constitutedAlready: 'Die Konstituierung dieses Gremiums ist schon festgehalten. Es wurde nichts verändert.',
    constitutionNeedsDocument:
      'Konstituiert ist ein Gremium nur mit einem Dokument. Bitte nennen Sie genau eines: die Niederschrift der konstituierenden Sitzung als Datei oder eine freigegebene Fassung.',
    constitutionNeedsAgreement:
      'Noch ist keine Vereinbarung in Kraft. Konstituieren kann sich das Gremium, sobald alle Parteien unterschrieben haben.',
    constitutionNeedsChairs:
      'Der Vorsitz ist noch nicht vollständig besetzt. Bitte besetzen Sie ihn zuerst; es wurde nichts festgehalten.',
    documentOfOther:
      'Dieses Dokument gehört nicht zu diesem Gremium. Bitte laden Sie es hier hoch oder wählen Sie eine Fassung des Gremiums.',
    documentNotReleased:
      'Diese Fassung haben noch nicht alle Vorsitzenden freigegeben. Bitte warten Sie die Freigabe ab oder laden Sie die Niederschrift hoch.',
    constitutedInFuture:
      'Der Tag der Konstituierung liegt in der Zukunft. Bitte geben Sie heute oder einen früheren an.',
  },
}
