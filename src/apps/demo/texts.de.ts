// What the persons of the example write. Organisations, areas and official figures are real; every clause, delivery, statement and vote is invented.
export const texts = {
  steps: {
    founding: 'Organisationen und Personen',
    figures: 'amtliche Zahlen einlesen',
    bodies: 'Gremien gründen, Vereinbarungen unterschreiben',
    deliveries: 'Lieferungen der Landkreise',
    planning: 'Bedarf, Sitzung, Empfehlung, Maßnahme, Angebot',
    contacts: 'Ansprechpersonen, ein Umbau',
    groups: 'Arbeitsgruppe auf Zeit',
  },
  contacts: {
    hours: 'Montag bis Donnerstag, 9 bis 12 Uhr (erfunden)',
    wide: 'Israelitische Kultusgemeinde München und Oberbayern',
    region: 'Regierungsbezirk Oberbayern',
    city: 'Landeshauptstadt München',
    debt: 'Fachbereich Schulden (Beispiel)',
    housing: 'Fachbereich Wohnen (Beispiel)',
    both: 'Fachbereich Schulden und Wohnen (Beispiel)',
    because: 'Beschluss des Vorstands, erfunden für das Beispiel',
  },
  basis: 'Erfunden für das Beispiel',
  sent: 'Entsendungsschreiben (erfunden)',
  group: {
    name: 'Arbeitsgruppe Tagespflege im ländlichen Raum',
    short: 'AG Tagespflege',
    task: 'Klären, warum Plätze in der Tagespflege auf dem Land schwer zu finden sind, und Vorschläge für gemeinsame Schritte der Landkreise machen. Der Auftrag ist für das Beispiel erfunden.',
    result: 'Ein Bericht mit drei Vorschlägen für die Beratung in der Bezirksarbeitsgemeinschaft.',
    members: ['Landkreis Dachau', 'Landkreis Freising', 'Landkreis Miesbach'] as readonly string[],
    report:
      'Zwischenstand: Die Mitglieder haben ihre Fahrzeiten und Öffnungszeiten verglichen. Ein erster Vorschlag betrifft gemeinsame Fahrdienste über Kreisgrenzen hinweg. Dieser Bericht ist erfunden.',
  },
  bag: {
    name: 'Bezirksarbeitsgemeinschaft Sozialplanung Oberbayern',
    short: 'BAG Sozialplanung',
    mission:
      'Bedarfsgerechte Weiterentwicklung der sozialen Landschaft in Oberbayern: Zahlen austauschen, Bedarfe früh erkennen, Hilfen wie aus einer Hand.',
    local: 'Landkreise und kreisfreie Städte',
    district: 'Bezirk Oberbayern',
    free: 'Freie Wohlfahrtspflege',
    agreement: 'Vereinbarung der Bezirksarbeitsgemeinschaft Sozialplanung',
    preamble: 'Die Mitglieder arbeiten gleichberechtigt zusammen. Diese Fassung ist für das Beispiel erfunden.',
    meet: 'Die Bezirksarbeitsgemeinschaft trifft sich mindestens zweimal im Jahr.',
    places:
      'Die Landkreise und kreisfreien Städte liefern bis zum 31. März, wie viele Plätze in der Tagespflege es am Ende des Vorjahres bei ihnen gab.',
    waiting: 'Sie liefern ebenso die mittlere Wartezeit auf ein erstes Gespräch in der Schuldnerberatung.',
    confirm: 'Sie bestätigen oder kommentieren bis zum Jahresende die amtliche Bevölkerungszahl ihres Gebiets.',
    rules: 'Diese Geschäftsordnung ist für das Beispiel erfunden.',
    capacity: { district: 'Leiterin der Sozialplanung', local: 'Sozialplanung' },
  },
  arrangement: {
    title: 'Verabredung: Fahrzeiten gemeinsam erheben',
    text: 'Die Mitglieder verabreden, bis zur nächsten Sitzung die Fahrzeiten zu ihren Tagespflegen nach demselben Muster zu erheben. Diese Verabredung ist erfunden.',
  },
  arge: {
    name: 'Arbeitsgemeinschaft öffentlich-frei Landkreis München',
    short: 'ARGE ö/f',
    mission:
      'Gemeinsame Anliegen bündeln und die Unterstützungsangebote für die Menschen im Landkreis bestmöglich einsetzen, wo nötig neu schaffen.',
    public: 'Landkreis München',
    free: 'Freie Wohlfahrtspflege',
    agreement: 'Vereinbarung zur gemeinsamen Zusammenarbeit',
    preamble:
      'Landkreis und Verbände arbeiten als Gleiche zusammen. Der Wortlaut dieser Fassung ist für das Beispiel erfunden.',
    meet: 'Die Arbeitsgemeinschaft trifft sich mindestens zweimal jährlich.',
    waiting:
      'Die Träger der Schuldnerberatung teilen bis zum 31. März mit, wie lange Ratsuchende im Vorjahr auf ein erstes Gespräch gewartet haben.',
    capacity: 'Geschäftsführung',
  },
  indicators: {
    places: {
      code: 'NST-TP-1',
      title: 'Plätze in der Tagespflege',
      unit: 'Plätze',
      source: 'Erhebung der Landkreise (im Beispiel erfunden)',
      definition:
        'Zahl der Plätze in Einrichtungen der Tagespflege mit Versorgungsvertrag nach § 72 SGB XI, die am Stichtag zur Verfügung standen.',
      inclusion: 'Plätze mit Versorgungsvertrag, auch wenn sie am Stichtag frei waren.',
      exclusion: 'Betreuungsgruppen ohne Versorgungsvertrag; eingestreute Kurzzeitpflege.',
      legalBasis: '§ 41 SGB XI, § 72 SGB XI',
      example: 'Ein Haus mit 14 zugelassenen und 11 belegten Plätzen zählt mit 14.',
      manual: 'Die Zahl steht im Versorgungsvertrag; bitte nicht die Belegung nehmen.',
      neededFor: 'Pflegebedarfsplanung der Landkreise (im Beispiel erfunden)',
      burden: 20,
    },
    waiting: {
      code: 'NST-SB-1',
      title: 'Wartezeit auf ein Erstgespräch in der Schuldnerberatung',
      unit: 'Wochen',
      source: 'Erhebung der Landkreise (im Beispiel erfunden)',
      definition:
        'Mittlere Zahl der Wochen zwischen der Anmeldung und dem ersten ausführlichen Gespräch in der Schuldnerberatung, über alle Beratungsstellen des Gebiets.',
      inclusion: 'Anmeldungen zur Schuldner- und Insolvenzberatung.',
      exclusion: 'Kurzberatung am Telefon und Krisentermine.',
      legalBasis: '§ 16a SGB II, § 11 Abs. 5 SGB XII',
      example: 'Anmeldung am 1. Februar, Erstgespräch am 15. März: sechs Wochen.',
      manual: 'Bitte den Mittelwert aller Stellen nehmen, mit einer Stelle nach dem Komma.',
      burden: 45,
    },
  },
  waived:
    'Der Landkreis ist erst in diesem Jahr beigetreten; für das Vorjahr liegen dort keine vergleichbaren Zahlen vor.',
  noOfficial: 'Der amtliche Wert liegt noch nicht vor; wir melden uns, sobald er veröffentlicht ist.',
  explanation: 'Im Lauf des Jahres haben zwei Einrichtungen neu eröffnet, eine hat ihre Plätze erweitert.',
  comment: 'Im Abgleich mit unserem Melderegister plausibel.',
  need: {
    title: 'Tagespflege im Norden des Landkreises Ebersberg',
    targetGroup: 'Pflegebedürftige Menschen, die zu Hause leben, und ihre Angehörigen',
    area: 'Landkreis Ebersberg, nördliche Gemeinden',
    benefit:
      'Pflegende Angehörige werden an Werktagen entlastet; Menschen mit Pflegebedarf können länger zu Hause wohnen. Kein Weg dauert länger als 30 Minuten.',
    description:
      'Die Zahl der zu Hause Versorgten ist stark gestiegen, die Plätze in der Tagespflege liegen vor allem im Süden des Landkreises. Dass seit 2017 ein neuer Begriff der Pflegebedürftigkeit gilt, ist berücksichtigt: verglichen wird nur innerhalb derselben Fassung der Statistik.',
    care: 'Amtliche Zahl der Pflegebedürftigen im Landkreis.',
    places: 'Was der Landkreis selbst an Plätzen gezählt hat.',
    practice: 'Beratungsstellen berichten, dass Familien im Norden oft auf Plätze in Nachbarlandkreisen ausweichen.',
  },
  debt: {
    title: 'Kürzere Wege zur Schuldnerberatung',
    targetGroup: 'Überschuldete Menschen ohne Auto',
    area: 'Landkreis Musterland (Beispiel)',
    benefit: 'Wer Hilfe sucht, bekommt innerhalb von vier Wochen ein erstes Gespräch, erreichbar mit Bus oder Bahn.',
    description: 'Ein Bedarf, der noch nicht beraten ist: An ihm sieht man, was noch fehlt und wer es zugesagt hat.',
    practice: 'Hinweise aus der Beratung.',
    official: 'Arbeitslosigkeit als ein Anhaltspunkt; eine eigene Zahl steht noch aus.',
  },
  argeNeed: {
    title: 'Kürzere Wartezeit in der Schuldnerberatung',
    targetGroup: 'Überschuldete Menschen und ihre Familien',
    area: 'Landkreis München',
    benefit:
      'Wer sich meldet, hat nach spätestens vier Wochen ein erstes Gespräch; Schulden wachsen nicht weiter, während man wartet.',
    description:
      'Die Beratungsstellen berichten von steigender Nachfrage. Die Wartezeit ist nach gemeinsamer Definition erhoben.',
    waiting: 'Mittlere Wartezeit, geliefert nach der Vereinbarung.',
  },
  answerUsed:
    'Die Wartezeit belegt den Bedarf „Kürzere Wartezeit in der Schuldnerberatung“; er steht auf der nächsten Tagesordnung.',
  meetings: {
    first: 'Auftakt: Zahlen und Zusammenarbeit',
    second: 'Tagespflege und Austausch der Zahlen',
    next: 'Neue Zahlen und offene Bedarfe',
    place: 'Bezirk Oberbayern, München, und per Video',
    itemFigures: 'Stand der Lieferungen',
    itemNeed: 'Bedarf: Tagespflege im Norden',
    noted: 'Die Mitglieder nehmen den Stand der Lieferungen zur Kenntnis.',
    notes: 'Aussprache über die Entwicklung seit 2017; Brüche in der Statistik beachten.',
  },
  decision: {
    title: 'Empfehlung: Tagespflege im Norden des Landkreises Ebersberg ausbauen',
    text: 'Die Bezirksarbeitsgemeinschaft empfiehlt dem Landkreis Ebersberg, gemeinsam mit einem Träger der freien Wohlfahrtspflege bis Ende des kommenden Jahres mindestens 24 zusätzliche Plätze in der Tagespflege im Norden des Landkreises zu schaffen.',
    reasons:
      'Der Bedarf ist mit amtlichen Zahlen und mit Zahlen des Landkreises belegt; die Nachbarlandkreise haben ihre Sicht eingebracht.',
    path: 'Beratung im zuständigen Ausschuss, Entscheidung durch den Kreistag.',
    costs:
      'Investitionsförderung nach Landesrecht; laufende Kosten über die Pflegekassen. Für den Kreishaushalt ist der Zuschuss im Ausschuss zu beziffern.',
  },
  measure: {
    title: 'Tagespflege Nord: 24 neue Plätze',
    what: 'Der Landkreis stellt die Förderung bereit und sucht mit der Gemeinde einen Standort; der Verband richtet ein und betreibt.',
  },
  arrangedMeasure: {
    title: 'Fahrzeiten zu den Tagespflegen erheben (erfunden)',
    what: 'Der Landkreis Musterland (Beispiel) entwirft das Muster und wertet aus; das Sozialwerk Musterland (Beispiel) erprobt es.',
  },
  service: {
    title: 'Tagespflege Nord (erfunden)',
    description: 'Betreuung an Werktagen mit Fahrdienst; eine Gruppe für Menschen mit Demenz.',
    targetGroup: 'Pflegebedürftige Menschen, die zu Hause leben',
    address: 'Nördlicher Landkreis Ebersberg (erfundener Standort)',
    opening: 'Montag bis Freitag, 8 bis 16.30 Uhr',
    contact: 'Über den Verband (im Beispiel erfunden)',
    unit: 'Plätze',
  },
}
