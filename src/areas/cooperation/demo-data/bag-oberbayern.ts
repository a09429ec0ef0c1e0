// Bezirksarbeitsgemeinschaft Sozialplanung Oberbayern. Members, two equal chairs, term and rhythm as in the press release of the Bezirk Oberbayern on its
// founding; persons, the day and the clauses on figures are invented. Keys and names of counties: Gemeindeverzeichnis.
import type { BodyFixture } from './fixture.ts'

const district = 'Bezirk Oberbayern'
const local = 'Landkreise und kreisfreie Städte'
const cities = { '09161': 'Ingolstadt', '09162': 'München', '09163': 'Rosenheim' }
const counties = {
  '09171': 'Altötting', '09172': 'Berchtesgadener Land', '09173': 'Bad Tölz-Wolfratshausen', '09174': 'Dachau', '09175': 'Ebersberg', '09176': 'Eichstätt', '09177': 'Erding',
  '09178': 'Freising', '09179': 'Fürstenfeldbruck', '09180': 'Garmisch-Partenkirchen', '09181': 'Landsberg am Lech', '09182': 'Miesbach', '09183': 'Mühldorf a.Inn', '09184': 'München',
  '09185': 'Neuburg-Schrobenhausen', '09186': 'Pfaffenhofen a.d.Ilm', '09187': 'Rosenheim', '09188': 'Starnberg', '09189': 'Traunstein', '09190': 'Weilheim-Schongau',
}
const localAuthorities = [
  ...Object.entries(cities).map(([areaKey, name]) => ({ name: areaKey === '09162' ? 'Landeshauptstadt München' : `Stadt ${name}`, shortName: name, kind: 'city' as const, side: 'public' as const, areaKey })),
  ...Object.entries(counties).map(([areaKey, name]) => ({ name: `Landkreis ${name}`, shortName: `Lkr. ${name}`, kind: 'county' as const, side: 'public' as const, areaKey })),
]

export const bagOberbayern: BodyFixture = {
  founder: { name: district, shortName: 'Bezirk', kind: 'district', side: 'public' },
  organisations: localAuthorities,
  body: {
    name: 'Bezirksarbeitsgemeinschaft Sozialplanung Oberbayern', shortName: 'BAG Sozialplanung', form: 'forum', keys: 2, foundedOn: '2025-01-30', areaKey: '091',
    mission: 'Bedarfsgerechte Weiterentwicklung der sozialen Landschaft in Oberbayern: Forum für den gegenseitigen Austausch zu Hilfen für Menschen mit Behinderung, wohnungslose Menschen und Personen mit Pflegebedarf, mit dem Grundsatz „Hilfen wie aus einer Hand“.',
    constituencies: [
      { name: district, chair: 'appointed', termYears: null },
      { name: local, chair: 'elected', termYears: 3 },
    ],
    seats: [{ organisation: district, constituency: district }, ...localAuthorities.map(({ name }) => ({ organisation: name, constituency: local }))],
  },
  agreement: {
    title: 'Vereinbarung über die Bezirksarbeitsgemeinschaft Sozialplanung', reviewOn: '2028-01-31', parties: [district, ...localAuthorities.map(({ name }) => name)], signedOn: '2025-01-30', place: 'München',
    preamble: 'Der Bezirk Oberbayern, die 20 Landkreise und die drei kreisfreien Städte wollen enger zusammenarbeiten und ihre Planungen perspektivisch zusammenführen.',
    clauses: [
      { number: '§ 1', heading: 'Aufgabe', text: 'Die Bezirksarbeitsgemeinschaft ist ein Forum für den gegenseitigen Austausch; sie spricht Empfehlungen aus.', strength: 'must', duty: null },
      { number: '§ 2 Abs. 1', heading: 'Vorsitz', text: 'Den Vorsitz führen gleichberechtigt eine Vertretung des Bezirks und eine der Landkreise und kreisfreien Städte; diese wird für drei Jahre gewählt.', strength: 'must', duty: null },
      { number: '§ 3 Abs. 1', heading: 'Treffen', text: 'Die Mitglieder treffen sich mindestens zweimal pro Jahr.', strength: 'must', duty: { kind: 'meet', perYear: 2 } },
      { number: '§ 3 Abs. 2', heading: 'Arbeitsgruppen', text: 'Zu spezifischen Themen sollen Arbeitsgruppen gebildet werden.', strength: 'should', duty: null },
      { number: '§ 4 Abs. 1', heading: 'Plätze in der Tagespflege', text: 'Die Landkreise und kreisfreien Städte liefern bis 31. März die Plätze in der Tagespflege am Ende des Vorjahres.', strength: 'must', duty: { kind: 'deliver', indicator: 'dayCarePlaces', time: { period: 'year', due: '03-31' } } },
      { number: '§ 4 Abs. 2', heading: 'Amtliche Werte bestätigen', text: 'Sie bestätigen oder kommentieren bis 30. Juni ihren amtlichen Wert der Pflegebedürftigen.', strength: 'should', duty: { kind: 'confirm', indicator: 'careRecipients', time: { period: 'year', due: '06-30' } } },
    ],
  },
  people: [
    { name: 'Jonas Feichtner', email: 'jonas.feichtner@bezirk-oberbayern.example', organisation: district, home: ['admin', 'planner'], role: 'chair', from: '2025-01-30', basis: 'Berufung durch den Bezirk' },
    { name: 'Miriam Lechner', email: 'miriam.lechner@landkreis-ebersberg.example', organisation: 'Landkreis Ebersberg', home: ['admin', 'planner'], role: 'chair', from: '2025-01-30', until: '2028-01-30', basis: 'Wahl in der konstituierenden Sitzung' },
    { name: 'Ruth Obermaier', email: 'ruth.obermaier@landkreis-muenchen.example', organisation: 'Landkreis München', home: ['admin', 'planner'], role: 'delegate', from: '2025-01-30', basis: 'Schreiben des Landkreises' },
    { name: 'Theresa Winkler', email: 'theresa.winkler@landkreis-dachau.example', organisation: 'Landkreis Dachau', home: ['admin', 'planner'], role: 'delegate', from: '2025-01-30', basis: 'Schreiben des Landkreises' },
    { name: 'Ali Demir', email: 'ali.demir@ingolstadt.example', organisation: 'Stadt Ingolstadt', home: ['admin', 'planner'], role: 'delegate', from: '2025-01-30', basis: 'Schreiben der Stadt' },
  ],
}
