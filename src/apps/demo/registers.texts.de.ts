// Wording of the registers' scene. The law is real; what "(Beispiel)" organisations agree and lack is invented.
export const registerTexts = {
  step: 'Zuständigkeiten, Nahtstellen, Vergleich zweier Aufträge',
  seam: {
    name: 'Übergang in Ausbildung und Arbeit: Jobcenter und Jugendamt Musterland (Beispiel)',
    subject:
      'Junge Menschen unter 25, die weder in Schule noch in Ausbildung oder Arbeit sind. Das Jobcenter fördert ihre Eingliederung, das Jugendamt ihre persönliche und soziale Entwicklung; viele brauchen beides zur gleichen Zeit.',
    basisA: '§§ 3, 16h und 18 SGB II',
    basisB: '§§ 13, 41 und 81 SGB VIII',
    handover: [
      {
        what: 'Hinweis, dass ein junger Mensch nicht mehr erreicht wird',
        from: 'a',
        when: 'nach dem zweiten versäumten Termin, binnen einer Woche',
        how: 'mit Einwilligung, über die gemeinsame Sprechstunde',
      },
      {
        what: 'Ergebnis des Hilfeplangesprächs, soweit es Ausbildung und Arbeit betrifft',
        from: 'b',
        when: 'binnen zwei Wochen nach dem Gespräch',
        how: 'mit Einwilligung, schriftlich',
      },
    ],
    procedure:
      'Jeden Mittwoch gibt es eine gemeinsame Sprechstunde an wechselnden Orten.\nWer den Erstkontakt hatte, lädt die andere Seite ein. Kooperationsplan und Hilfeplan werden im selben Gespräch abgestimmt.\nBleibt etwas strittig, sprechen die beiden Leitungen binnen zwei Wochen miteinander.',
    reviewMonths: 12,
  },
  friction:
    'Junge Menschen erzählen ihre Geschichte noch immer zweimal: Die gemeinsame Sprechstunde ist oft nur von einer Seite besetzt.',
  second: {
    name: 'Von der Beratung in die Hilfe zur Erziehung (Beispiel)',
    subject: 'Familien, die in der Beratungsstelle bekannt sind und für die eine Hilfe zur Erziehung in Frage kommt.',
    basisA: '§§ 27, 28 und 36 SGB VIII',
    basisB: '§ 4 Abs. 1 und § 36a Abs. 2 SGB VIII',
    handover: [
      {
        what: 'Empfehlung für ein Hilfeplangespräch',
        from: 'b',
        when: 'sobald die Familie einverstanden ist',
        how: 'gemeinsames Gespräch mit der Familie',
      },
    ],
    procedure: 'Die Beratungsstelle bleibt Ansprechpartner, bis das erste Hilfeplangespräch stattgefunden hat.',
    reviewMonths: 12,
  },
  correction:
    'Art. 69 AGSG nennt das seniorenpolitische Gesamtkonzept als Teil der Bedarfsermittlung. Bitte die Stelle genauer angeben und mit dem Wortlaut vergleichen.',
}
