// The persons of the example. All are invented; organisations, areas and official figures are real. Whoever is late or opposed belongs to a "(Beispiel)".
export type Cast = {
  name: string
  email: string
  organisation: string
  home: readonly ('admin' | 'head' | 'planner' | 'checker' | 'staff' | 'counsellor')[]
  doors?: readonly string[]
  shown?: boolean
}

const at = (name: string) =>
  `${name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/^dr\. /, '')
    .replaceAll(/[^a-z]+/g, '.')}@beispiel.example`
const person = (name: string, organisation: string, home: Cast['home'], more: Partial<Cast> = {}): Cast => ({
  name,
  email: at(name),
  organisation,
  home,
  ...more,
})

/** Those whom the sign-in page offers, in its order. */
export const district = person('Miriam Falk', 'Bezirk Oberbayern', ['admin', 'planner', 'checker'], { shown: true })
/** Accepts what Miriam Falk has checked: two persons look at every delivery. */
export const districtChecker = person('Ulrike Wimmer', 'Bezirk Oberbayern', ['checker'])
export const ebersberg = person('Theresa Lindner', 'Landkreis Ebersberg', ['admin', 'planner'], { shown: true })
export const ebersbergHead = person('Dr. Sabine Hollrieder', 'Landkreis Ebersberg', ['head'], {
  shown: true,
  doors: ['landrat'],
})
export const munichCounty = person('Andrea Vossbeck', 'Landkreis München', ['admin', 'planner'], { shown: true })
/** Stands in as the contact of the county's social planning. */
export const munichDeputy = person('Korbinian Reischl', 'Landkreis München', ['planner'])
export const caritas = person(
  'Georg Stadlmair',
  'Caritasverband der Erzdiözese München und Freising',
  ['admin', 'head'],
  { shown: true, doors: ['verband'] },
)
export const counsellor = person(
  'Lea Brunnhuber',
  'Caritasverband der Erzdiözese München und Freising',
  ['counsellor'],
  { shown: true },
)
export const exampleCounty = person('Florian Beispiel', 'Landkreis Musterland (Beispiel)', ['admin', 'planner'], {
  shown: true,
})
export const exampleProvider = person('Jana Muster', 'Sozialwerk Musterland (Beispiel)', ['admin', 'head'], {
  shown: true,
})

/** Signs for the other side of a seam; not among the first of the sign-in page. */
export const exampleJobcenter = person('Rita Übergang', 'Jobcenter Musterland (Beispiel)', ['admin', 'planner'])

/** One planner for each of the other counties and cities of Oberbayern, by their organisation's name. */
export const otherPlanners: readonly Cast[] = [
  ['Stadt Ingolstadt', 'Martin Kreitmayr'],
  ['Landeshauptstadt München', 'Verena Ostheim'],
  ['Stadt Rosenheim', 'Lukas Aicher'],
  ['Landkreis Altötting', 'Petra Sonnleitner'],
  ['Landkreis Berchtesgadener Land', 'Jonas Hinterseer'],
  ['Landkreis Bad Tölz-Wolfratshausen', 'Katharina Riedl'],
  ['Landkreis Dachau', 'Thomas Wenzlik'],
  ['Landkreis Eichstätt', 'Barbara Neumüller'],
  ['Landkreis Erding', 'Sebastian Greil'],
  ['Landkreis Freising', 'Monika Talhofer'],
  ['Landkreis Fürstenfeldbruck', 'Oliver Brandmeier'],
  ['Landkreis Garmisch-Partenkirchen', 'Julia Wackerle'],
  ['Landkreis Landsberg am Lech', 'Stefan Ruile'],
  ['Landkreis Miesbach', 'Eva Stadler-Huber'],
  ['Landkreis Mühldorf a.Inn', 'Robert Zieglgruber'],
  ['Landkreis Neuburg-Schrobenhausen', 'Anja Felbermair'],
  ['Landkreis Pfaffenhofen a.d.Ilm', 'Christian Haslbeck'],
  ['Landkreis Rosenheim', 'Sonja Kirchberger'],
  ['Landkreis Starnberg', 'Markus Endres'],
  ['Landkreis Traunstein', 'Ursula Lechenauer'],
  ['Landkreis Weilheim-Schongau', 'Daniel Ostermayr'],
].map(([organisation, name]) => person(name!, organisation!, ['admin', 'planner']))
