// Supplied comparison: what SGB II asks of the Jobcenter and SGB VIII of the Jugendamt. In own words after the wording of August 2026 (gesetze-im-internet.de).
import type { ComparisonIn } from '../contract/comparisons.ts'

export const suppliedComparison: ComparisonIn = {
  title: 'Jobcenter und Jugendamt: Auftrag nach SGB II und SGB VIII',
  leftName: 'Jobcenter',
  leftLaw: 'SGB II',
  rightName: 'Jugendamt',
  rightLaw: 'SGB VIII',
  note: 'In eigenen Worten nach dem Gesetzestext, Stand August 2026 (gesetze-im-internet.de/sgb_2 und /sgb_8). Es gilt der Wortlaut der Gesetze.',
  checkedOn: '2026-11-22',
  rows: [
    {
      aspect: 'Ziel',
      left: 'Ein Leben führen können, das der Würde des Menschen entspricht; den Lebensunterhalt unabhängig von der Grundsicherung bestreiten; Arbeit aufnehmen oder behalten.',
      leftBasis: '§ 1 Abs. 1 und 2 SGB II',
      right:
        'Junge Menschen in ihrer Entwicklung fördern, zu einer selbstbestimmten, eigenverantwortlichen und gemeinschaftsfähigen Persönlichkeit; Benachteiligungen abbauen; Eltern unterstützen; vor Gefahren schützen.',
      rightBasis: '§ 1 Abs. 1 und 3 SGB VIII',
    },
    {
      aspect: 'Für wen',
      left: 'Erwerbsfähige, hilfebedürftige Menschen ab 15 Jahren bis zur Altersgrenze und ihre Bedarfsgemeinschaft; besondere Förderung für schwer erreichbare junge Menschen unter 25.',
      leftBasis: '§ 7 Abs. 1 und § 16h Abs. 1 SGB II',
      right:
        'Kinder, Jugendliche, junge Volljährige (in der Regel bis 21) und ihre Familien; Jugendsozialarbeit für junge Menschen, die in erhöhtem Maß Unterstützung brauchen.',
      rightBasis: '§§ 13, 27 und 41 SGB VIII',
    },
    {
      aspect: 'Mittel',
      left: 'Beratung, Eingliederung in Ausbildung oder Arbeit, Sicherung des Lebensunterhalts; dazu kommunale Leistungen wie Schuldner- und Suchtberatung und Kinderbetreuung.',
      leftBasis: '§ 1 Abs. 3 und § 16a SGB II',
      right:
        'Angebote und Hilfen: Jugendsozialarbeit, Beratung, Kindertagesbetreuung, Hilfe zur Erziehung, Hilfe für junge Volljährige; Schutz bei Gefährdung.',
      rightBasis: '§ 2 Abs. 2 und § 8a SGB VIII',
    },
    {
      aspect: 'Plan mit der Person',
      left: 'Potenzialanalyse, danach gemeinsam ein Kooperationsplan in Textform; er hält auch fest, ob und wie andere Leistungsträger einbezogen werden.',
      leftBasis: '§ 15 Abs. 1 bis 3 SGB II',
      right:
        'Hilfeplan mit den Sorgeberechtigten und dem jungen Menschen, im Zusammenwirken mehrerer Fachkräfte; andere Sozialleistungsträger sollen beteiligt werden, soweit es nötig ist.',
      rightBasis: '§ 36 Abs. 2 und 3 SGB VIII',
    },
    {
      aspect: 'Fristen',
      left: 'Unverzüglich nach dem Antrag; der Kooperationsplan soll spätestens alle sechs Monate fortgeschrieben werden; Bewilligung in der Regel für ein Jahr.',
      leftBasis: '§ 3 Abs. 2, § 15 Abs. 3 und § 41 Abs. 3 SGB II',
      right: 'Hilfeplan regelmäßig prüfen; beim Übergang zu einem anderen Träger rechtzeitig Vereinbarungen treffen.',
      rightBasis: '§ 36 Abs. 2 und § 36b Abs. 1 SGB VIII',
    },
    {
      aspect: 'Wie man hineinkommt',
      left: 'Auf Antrag. Schwer erreichbare junge Menschen können auch ohne Antrag gefördert werden.',
      leftBasis: '§ 37 Abs. 1 und § 16h Abs. 2 SGB II',
      right:
        'Über Beratung und die Entscheidung des Jugendamts auf Grundlage des Hilfeplans; Erziehungsberatung soll unmittelbar offenstehen.',
      rightBasis: '§ 36 und § 36a Abs. 1 und 2 SGB VIII',
    },
    {
      aspect: 'Wer trägt es',
      left: 'Bundesagentur für Arbeit sowie Landkreise und kreisfreie Städte; gemeinsam im Jobcenter oder als zugelassener kommunaler Träger.',
      leftBasis: '§§ 6, 6a und 44b SGB II',
      right:
        'Örtliche Träger der öffentlichen Jugendhilfe, bestimmt durch Landesrecht, mit einem Jugendamt; erbracht von freien und öffentlichen Trägern.',
      rightBasis: '§ 69 Abs. 1 und 3 und § 3 Abs. 2 SGB VIII',
    },
    {
      aspect: 'Wer zahlt',
      left: 'Der Bund, soweit die Bundesagentur leistet; die Kommunen Unterkunft und Heizung (mit Beteiligung des Bundes) und kommunale Eingliederungsleistungen.',
      leftBasis: '§ 6 Abs. 1 und § 46 Abs. 1 und 5 SGB II',
      right: 'Der Träger der öffentlichen Jugendhilfe, wenn er die Hilfe selbst beschlossen hat.',
      rightBasis: '§ 36a Abs. 1 SGB VIII',
    },
    {
      aspect: 'Daten',
      left: 'Laufende Erhebung für Durchführung und Statistik; Übermittlung unter den Trägern, soweit für die Aufgaben erforderlich.',
      leftBasis: '§§ 50 und 51b SGB II',
      right:
        'Erheben nur, was für die jeweilige Aufgabe erforderlich ist, und bei der betroffenen Person; Übermitteln nur zu dem Zweck, zu dem erhoben wurde.',
      rightBasis: '§ 62 Abs. 1 und 2 und § 64 Abs. 1 SGB VIII',
    },
    {
      aspect: 'Planung',
      left: 'Örtliche Zusammenarbeit mit Gemeinden, Kreisen, Bezirken und den Beteiligten des Ausbildungs- und Arbeitsmarkts, auf Gegenseitigkeit.',
      leftBasis: '§ 18 Abs. 1 und 2 SGB II',
      right:
        'Jugendhilfeplanung: Bestand feststellen, Bedarf mit den Betroffenen ermitteln, Vorhaben rechtzeitig planen.',
      rightBasis: '§§ 79 und 80 SGB VIII',
    },
    {
      aspect: 'Was vorgeht',
      left: 'Eingliederung in Arbeit (§ 3 Abs. 2, §§ 14 bis 16g und 16k) geht der Jugendhilfe vor.',
      leftBasis: '§ 10 Abs. 3 Satz 2 SGB VIII',
      right: 'Sonst gehen die Leistungen der Jugendhilfe denen nach SGB II vor.',
      rightBasis: '§ 10 Abs. 3 Satz 1 SGB VIII',
    },
    {
      aspect: 'Wo sie sich begegnen',
      left: 'Förderung schwer erreichbarer junger Menschen: Jobcenter und örtlicher Träger der Jugendhilfe stimmen sich ab; abgestimmte Leistungen für benachteiligte junge Menschen.',
      leftBasis: '§ 16h Abs. 3 und § 18 Abs. 2 SGB II',
      right:
        'Jugendsozialarbeit soll mit Jobcenter, Bundesagentur und Schule abgestimmt werden; strukturelle Zusammenarbeit mit den Trägern nach SGB II.',
      rightBasis: '§ 13 Abs. 4 und § 81 Nr. 1 SGB VIII',
    },
  ],
}
