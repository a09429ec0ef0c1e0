// German wording of reviewing an agreement.
const day = (iso: string) => iso.split('-').reverse().join('.')

export const reviewTexts = {
  titleOf: (agreement: string) => `Überprüfung: ${agreement}`.slice(0, 300),
  said: (conclusion: 'continue' | 'change' | 'end') =>
    `Gemeinsam überprüft und freigegeben: ${reviewTexts.conclusions[conclusion]}.`,
  because: 'Die Vorsitzenden haben die Überprüfung freigegeben.',
  conclusions: { continue: 'weiter wie bisher', change: 'ändern', end: 'beenden' },
  box: {
    title: 'Überprüfung',
    next: (on: string) => `Nächste Überprüfung am ${day(on)}.`,
    none: 'Noch nicht überprüft.',
    start: 'Überprüfung festhalten',
    line: (on: string, conclusion: string) => `${day(on)}: ${conclusion}`,
    waits: 'liegt zur Freigabe vor',
    released: 'freigegeben',
    follow: {
      change: 'Nächster Schritt: eine neue Fassung beginnen.',
      end: 'Nächster Schritt: Die Parteien kündigen, oder alle unterschreiben eine Fassung mit einem letzten Tag.',
    },
  },
  form: {
    title: 'Überprüfung festhalten',
    lead: (from: string, until: string) =>
      `Gezählt ist, was vom ${day(from)} bis ${day(until)} fällig war. Die Zahlen werden mit Ihrem Ergebnis festgehalten.`,
    conclusion: 'Ergebnis',
    words: 'Begründung',
    wordsHint: 'Was hat die Vereinbarung bewirkt, was soll sich ändern?',
    nextOn: 'Nächste Überprüfung am',
    nextHint: 'Nur wenn die Vereinbarung enden soll, entfällt dieser Tag.',
    submit: 'Zur Freigabe geben',
    done: 'Die Überprüfung liegt den Vorsitzenden zur Freigabe vor.',
  },
  page: {
    kind: 'Überprüfung',
    of: (edition: number) => `Fassung ${edition}`,
    span: (from: string, until: string) => `${day(from)} bis ${day(until)}`,
    kept: 'Was zugesagt war und was daraus wurde',
    keptHint: 'Gezählt je Organisation, für alle Seiten nach derselben Regel.',
    nothingDue: 'In dieser Zeit war nichts fällig.',
    debtor: 'Zugesagt von',
    counts: {
      owed: 'Fällig',
      done: 'Erledigt',
      late: 'Verspätet erledigt',
      excused: 'Erlassen oder begründet',
      missing: 'Nicht erledigt',
    },
    figures: 'Was aus den Zahlen wurde',
    figuresHint: 'Gezählt ist, was im Gremium sichtbar ist.',
    noFigures: 'Die Vereinbarung fragt nach keiner Zahl.',
    indicator: 'Kennzahl',
    uses: { delivered: 'Geliefert oder bestätigt', needs: 'Bedarfe', decisions: 'Ergebnisse', measures: 'Maßnahmen' },
    conclusion: 'Ergebnis',
    print: 'Drucken',
    back: 'Zur Vereinbarung',
  },
  refusals: {
    reviewMissing:
      'Eine Vereinbarung braucht einen Tag, an dem sie überprüft wird. Bitte nennen Sie ihn im Entwurf unter „Überprüfen am“; es ist noch nichts festgehalten.',
    nothingToReview: 'Diese Vereinbarung ist nicht in Kraft. Überprüft wird, was gilt.',
    nextReviewMissing:
      'Bitte nennen Sie den Tag der nächsten Überprüfung. Er entfällt nur, wenn die Vereinbarung enden soll.',
    nextReviewPast: 'Der Tag der nächsten Überprüfung liegt nicht in der Zukunft. Bitte nennen Sie einen späteren.',
  },
}
