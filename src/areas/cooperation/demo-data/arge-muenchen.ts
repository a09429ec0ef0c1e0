// ARGE öffentlich-frei Landkreis München. Organisations, purpose, rhythm and day as in the press release of the Landkreis München on the agreement of
// 15 May 2017; persons, chairs and the other clauses are invented.
import type { BodyFixture } from './fixture.ts'

const county = 'Landkreis München'
const free = 'Freie Wohlfahrtspflege'
const units = [
  'Geschäftsbereich 2 – Jugend, Arbeit und Soziales',
  'Geschäftsbereich 3 – Infrastruktur und Gesundheit',
  'Geschäftsbereich A – Unterbringung und Betreuung von Flüchtlingen',
  'Stabsstelle Sozialplanung',
]
const associations = [
  { name: 'Arbeiterwohlfahrt Kreisverband München-Land', shortName: 'AWO', legalForm: 'e. V.' },
  { name: 'Bayerisches Rotes Kreuz Kreisverband München', shortName: 'BRK', legalForm: 'Körperschaft des öffentlichen Rechts' },
  { name: 'Caritas im Landkreis München', shortName: 'Caritas', legalForm: 'e. V.', privacyLaw: 'KDG' as const },
  { name: 'Innere Mission München – Diakonie in München und Oberbayern', shortName: 'Diakonie', legalForm: 'e. V.', privacyLaw: 'DSG-EKD' as const },
  { name: 'Israelitische Kultusgemeinde München und Oberbayern', shortName: 'IKG', legalForm: 'Körperschaft des öffentlichen Rechts' },
  { name: 'Paritätischer Bezirksverband Oberbayern', shortName: 'Paritätischer' },
]

export const argeMuenchen: BodyFixture = {
  founder: { name: county, shortName: 'Lkr. München', kind: 'county', side: 'public', areaKey: '09184' },
  organisations: [
    ...units.map((name) => ({ name, kind: 'unit' as const, side: 'public' as const, parent: county })),
    ...associations.map((one) => ({ kind: 'association' as const, side: 'free' as const, ...one })),
  ],
  body: {
    name: 'Öffentlich-freie Arbeitsgemeinschaft Landkreis München', shortName: 'ARGE ö/f', form: 'forum', keys: 2, foundedOn: '2017-05-15', areaKey: '09184',
    mission: 'Die Partner bündeln ihre gemeinsamen Anliegen und straffen Arbeitsabläufe. Im Mittelpunkt stehen die verfügbaren Unterstützungsressourcen für die Bürgerinnen und Bürger des Landkreises: sie bestmöglich einsetzen und, wo nötig, neu schaffen.',
    constituencies: [
      { name: county, chair: 'appointed', termYears: null },
      { name: free, chair: 'elected', termYears: 3 },
    ],
    seats: [
      ...units.map((unit) => ({ organisation: county, unit, constituency: county })),
      ...associations.map(({ name }) => ({ organisation: name, constituency: free })),
    ],
  },
  agreement: {
    title: 'Vereinbarung zur gemeinsamen Zusammenarbeit', reviewOn: null, parties: [county, ...associations.map(({ name }) => name)], signedOn: '2017-05-15', place: 'München',
    preamble: 'Die Kreisverwaltung und die Verbände der freien Wohlfahrtspflege arbeiten seit geraumer Zeit zusammen. Mit dieser Vereinbarung geben sie der Zusammenarbeit eine verbindliche Form.',
    clauses: [
      { number: '§ 1', heading: 'Gemeinsame Anliegen', text: 'Die Partner befassen sich mit gemeinsamen strategischen Themen der Sozialen Arbeit im Landkreis.', strength: 'must', duty: null },
      { number: '§ 2 Abs. 1', heading: 'Treffen', text: 'Die Arbeitsgemeinschaft trifft sich mindestens zweimal jährlich.', strength: 'must', duty: { kind: 'meet', perYear: 2 } },
      { number: '§ 2 Abs. 2', heading: 'Arbeitskreise', text: 'Für operative Themen kann die Arbeitsgemeinschaft zeitlich begrenzte Arbeitskreise bilden.', strength: 'usual', duty: null },
      { number: '§ 3', heading: 'Zahlen des Landkreises', text: 'Der Landkreis berichtet bis 31. März über die Wartezeit in der Schuldnerberatung des Vorjahres.', strength: 'must', duty: { kind: 'deliver', indicator: 'debtCounsellingWait', time: { period: 'year', due: '03-31' } } },
      { number: '§ 4', heading: 'Vorsitz', text: 'Den Vorsitz führen gleichberechtigt eine Vertretung des Landkreises und eine der Verbände. Was die Arbeitsgemeinschaft veröffentlicht, geben beide gemeinsam frei.', strength: 'must', duty: null },
    ],
  },
  people: [
    { name: 'Ruth Obermaier', email: 'ruth.obermaier@landkreis-muenchen.example', organisation: county, home: ['admin', 'planner'], role: 'chair', from: '2017-05-15', basis: 'Berufung durch den Landkreis' },
    { name: 'Severin Haslinger', email: 'severin.haslinger@caritas.example', organisation: 'Caritas im Landkreis München', home: ['admin', 'head'], role: 'chair', from: '2026-01-01', until: '2029-01-01', basis: 'Wahl durch die Verbände' },
    { name: 'Gabriele Stadler', email: 'gabriele.stadler@awo.example', organisation: 'Arbeiterwohlfahrt Kreisverband München-Land', home: ['admin', 'head'], role: 'delegate', from: '2017-05-15', basis: 'Schreiben des Verbands' },
    { name: 'Korbinian Wimmer', email: 'korbinian.wimmer@brk.example', organisation: 'Bayerisches Rotes Kreuz Kreisverband München', home: ['admin', 'head'], role: 'delegate', from: '2017-05-15', basis: 'Schreiben des Verbands' },
    { name: 'Dorothea Engel', email: 'dorothea.engel@diakonie.example', organisation: 'Innere Mission München – Diakonie in München und Oberbayern', home: ['admin', 'head'], role: 'delegate', from: '2017-05-15', basis: 'Schreiben des Verbands' },
    { name: 'Miriam Rosenthal', email: 'miriam.rosenthal@ikg.example', organisation: 'Israelitische Kultusgemeinde München und Oberbayern', home: ['admin', 'head'], role: 'delegate', from: '2017-05-15', basis: 'Schreiben des Verbands' },
    { name: 'Paul Brandstetter', email: 'paul.brandstetter@paritaet.example', organisation: 'Paritätischer Bezirksverband Oberbayern', home: ['admin', 'head'], role: 'delegate', from: '2017-05-15', basis: 'Schreiben des Verbands' },
  ],
}
