// Scene 1: the first organisation sets up the installation and enters the others; each gets its first person, who then invites the rest.

import type { Cast } from './cast.ts'
import * as cast from './cast.ts'
import type { Player } from './player.ts'
import { signIn } from './player.ts'
import { firstContact } from './scene-contacts.ts'
import { demoPassword, type Stage } from './stage.ts'
import { texts } from './texts.de.ts'

type Entry = {
  name: string
  shortName?: string
  kind: string
  side: 'public' | 'free'
  areaKey?: string
  legalForm?: string
  privacyLaw?: string
  example?: boolean
  parent?: string
}

const counties: readonly [string, string][] = [
  ['09161', 'Stadt Ingolstadt'],
  ['09162', 'Landeshauptstadt München'],
  ['09163', 'Stadt Rosenheim'],
  ['09171', 'Landkreis Altötting'],
  ['09172', 'Landkreis Berchtesgadener Land'],
  ['09173', 'Landkreis Bad Tölz-Wolfratshausen'],
  ['09174', 'Landkreis Dachau'],
  ['09175', 'Landkreis Ebersberg'],
  ['09176', 'Landkreis Eichstätt'],
  ['09177', 'Landkreis Erding'],
  ['09178', 'Landkreis Freising'],
  ['09179', 'Landkreis Fürstenfeldbruck'],
  ['09180', 'Landkreis Garmisch-Partenkirchen'],
  ['09181', 'Landkreis Landsberg am Lech'],
  ['09182', 'Landkreis Miesbach'],
  ['09183', 'Landkreis Mühldorf a.Inn'],
  ['09184', 'Landkreis München'],
  ['09185', 'Landkreis Neuburg-Schrobenhausen'],
  ['09186', 'Landkreis Pfaffenhofen a.d.Ilm'],
  ['09187', 'Landkreis Rosenheim'],
  ['09188', 'Landkreis Starnberg'],
  ['09189', 'Landkreis Traunstein'],
  ['09190', 'Landkreis Weilheim-Schongau'],
]
/** The six associations of the ARGE as its press release names them. */
const associations: readonly Entry[] = [
  {
    name: 'Arbeiterwohlfahrt Kreisverband München-Land',
    shortName: 'AWO',
    kind: 'association',
    side: 'free',
    legalForm: 'e. V.',
  },
  {
    name: 'Bayerisches Rotes Kreuz Kreisverband München',
    shortName: 'BRK',
    kind: 'association',
    side: 'free',
    legalForm: 'Körperschaft des öffentlichen Rechts',
  },
  {
    name: 'Caritasverband der Erzdiözese München und Freising',
    shortName: 'Caritas',
    kind: 'association',
    side: 'free',
    legalForm: 'e. V.',
    privacyLaw: 'KDG',
  },
  {
    name: 'Innere Mission München – Diakonie in München und Oberbayern',
    shortName: 'Diakonie',
    kind: 'association',
    side: 'free',
    legalForm: 'e. V.',
    privacyLaw: 'DSG-EKD',
  },
  {
    name: 'Israelitische Kultusgemeinde München und Oberbayern',
    shortName: 'IKG',
    kind: 'association',
    side: 'free',
    legalForm: 'Körperschaft des öffentlichen Rechts',
  },
  {
    name: 'Paritätischer Wohlfahrtsverband, Bezirksverband Oberbayern',
    shortName: 'Paritätischer',
    kind: 'association',
    side: 'free',
    legalForm: 'e. V.',
  },
]
const examples: readonly Entry[] = [
  { name: 'Landkreis Musterland (Beispiel)', kind: 'county', side: 'public', areaKey: '09199', example: true },
  { name: 'Sozialwerk Musterland (Beispiel)', kind: 'association', side: 'free', legalForm: 'e. V.', example: true },
]
export const departments = [
  'Geschäftsbereich 2 – Jugend, Arbeit und Soziales',
  'Geschäftsbereich 3 – Infrastruktur und Gesundheit',
  'Geschäftsbereich A – Unterbringung und Betreuung von Flüchtlingen',
  'Stabsstelle Sozialplanung',
] as const
export const countyNames = counties.map(([, name]) => name)
export const associationNames = associations.map((one) => one.name)

export async function peopleScene(stage: Stage, firstLink: string): Promise<void> {
  const { made, visitor, app, calendar } = stage
  await stage.goTo(calendar.founded, '08:00')
  const first = cast.district
  const set = await visitor.post<{ organisation: string }>('/first-run', {
    token: firstLink,
    organisation: first.organisation,
    person: first.name,
    email: first.email,
    password: demoPassword,
  })
  made[`organisation:${first.organisation}`] = set.organisation
  const miriam = await signIn(app, first.email, demoPassword, set.organisation)
  await miriam.put(`/organisations/${set.organisation}`, {
    name: first.organisation,
    shortName: 'Bezirk',
    kind: 'district',
    side: 'public',
    legalForm: 'Körperschaft des öffentlichen Rechts',
  })
  const enter = async (by: Player, entry: Entry) => {
    const { id } = await by.post<{ id: string }>('/organisations', entry)
    made[`organisation:${entry.name}`] = id
  }
  for (const [areaKey, name] of counties)
    await enter(miriam, { name, kind: name.startsWith('Landkreis') ? 'county' : 'city', side: 'public', areaKey })
  for (const entry of [...associations, ...examples]) await enter(miriam, entry)

  const everybody = [
    cast.ebersberg,
    cast.munichCounty,
    cast.caritas,
    cast.exampleCounty,
    cast.exampleProvider,
    ...cast.otherPlanners,
  ]
  for (const person of everybody) await introduce(stage, miriam, person)
  // The checker's role of the district, and whoever the organisations enter themselves.
  await miriam.post(`/organisations/${set.organisation}/mandates`, {
    person: (await miriam.get<{ person: { id: string } }>('/session')).person.id,
    role: 'checker',
    from: calendar.founded,
    basis: texts.basis,
  })
  await introduce(stage, miriam, cast.districtChecker)
  await introduce(stage, await stage.as(cast.ebersberg), cast.ebersbergHead)
  await introduce(stage, await stage.as(cast.caritas), cast.counsellor)
  await introduce(stage, await stage.as(cast.munichCounty), cast.munichDeputy)
  const andrea = await stage.as(cast.munichCounty)
  for (const name of departments)
    await enter(andrea, { name, kind: 'unit', side: 'public', parent: stage.organisationOf(cast.munichCounty) })
  await firstContact(stage)
}

async function introduce(stage: Stage, by: Player, person: Cast): Promise<void> {
  const reply = await by.post<{ person: string }>(`/organisations/${stage.organisationOf(person)}/persons`, {
    name: person.name,
    email: person.email,
    mandates: person.home.map((role) => ({ role, from: stage.calendar.founded, until: null, basis: texts.basis })),
  })
  stage.made[`person:${person.email}`] = reply.person
  await stage.accept(person.email)
}
