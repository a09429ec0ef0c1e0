// A whole way as an example: four things done, one decided, the rest owed; one tributary, one step set aside, one masked.
import type { Station, TrailLink } from '../../trail/TrailPath.tsx'

export const stations: Station[] = [
  { id: 's1', stage: 'survey', title: 'Pflegestatistik 2021', what: 'Pflegebedürftige nach Kreisen, 22411-02-03-4', whoForWhom: 'Statistisches Landesamt, für alle', when: '15. Dezember 2022', version: '1', state: 'done', href: 'tabelle' },
  { id: 's2', stage: 'survey', title: 'Schritt', what: '', whoForWhom: 'Caritas Ebersberg (Beispiel)', when: '', state: 'masked' },
  { id: 'd1', stage: 'delivery', title: 'Plätze in der Tagespflege', what: '96 Plätze in 7 Häusern', whoForWhom: 'Landkreis Ebersberg an die Bezirksarbeitsgemeinschaft', when: '28. Februar 2026', version: '2', state: 'done', href: 'tabelle', invented: true },
  { id: 'r1', stage: 'release', title: 'Freigabe der Lieferung', what: 'Für alle Mitglieder des Gremiums', whoForWhom: 'Landkreis Ebersberg', when: '3. März 2026', state: 'done', href: 'tabelle', invented: true },
  { id: 'n1', stage: 'need', title: 'Tagespflege im Norden', what: '40 Plätze fehlen in Poing, Markt Schwaben und Anzing', whoForWhom: 'Sozialplanung für Ältere im Norden', when: '12. Mai 2026', version: '3', state: 'done', href: 'bedarf', current: true, invented: true },
  { id: 'n2', stage: 'need', title: 'Fahrdienst zur Tagespflege', what: 'Fahrten aus den Gemeinden ohne Haus', whoForWhom: 'Seniorenbeirat (Beispiel)', when: '12. Mai 2026', state: 'setAside', reason: 'Erst prüfen, ob das Rufbus-Angebot reicht.', invented: true },
  { id: 'b1', stage: 'decision', title: 'Empfehlung an den Kreistag', what: 'Zwei Standorte ausschreiben', whoForWhom: 'Bezirksarbeitsgemeinschaft an den Kreistag Ebersberg', when: '9. Juni 2026', state: 'done', href: 'tabelle', invented: true },
  { id: 'm1', stage: 'measure', title: 'Ausschreibung der Standorte', what: '', whoForWhom: '', when: '', state: 'open', duty: { text: 'Maßnahme mit Verantwortlichen auf beiden Seiten anlegen', owes: 'Landkreis Ebersberg', due: '2026-09-30' } },
  { id: 'a1', stage: 'service', title: 'Angebot', what: '', whoForWhom: '', when: '', state: 'open', duty: { text: 'Plätze melden, sobald sie belegt werden können', owes: 'der Träger' } },
  { id: 'w1', stage: 'effect', title: 'Wirkung', what: '', whoForWhom: '', when: '', state: 'open', duty: { text: 'Nach einem Jahr vergleichen', owes: 'Sozialplanung' } },
]
export const links: TrailLink[] = [
  { from: 's1', to: 'd1', label: 'ergänzt um' },
  { from: 's2', to: 'd1', label: 'ergänzt um' },
  { from: 'd1', to: 'r1', label: 'freigegeben als' },
  { from: 'r1', to: 'n1', label: 'Beleg für' },
  { from: 'r1', to: 'n2', label: 'Beleg für' },
  { from: 'n1', to: 'b1', label: 'beraten in' },
  { from: 'b1', to: 'm1', label: 'führt zu' },
  { from: 'm1', to: 'a1', label: 'führt zu' },
  { from: 'a1', to: 'w1', label: 'gemessen an' },
]
