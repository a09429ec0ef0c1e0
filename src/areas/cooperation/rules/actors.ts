// Who usually belongs to a body, and who is missing: data with reasons, and pure functions. The groups are those of the handbook on social space
// orientation ("Kommunen …, Institutionen wie Schule, Kirche, Polizei, Arbeits- und Sozialverwaltung, aber auch Bürger*innen …, Wirtschaft") and of
// the network meeting in the Harz ("Verwaltung, Wohlfahrt und Politik").
import type { Field } from '#areas/actors/contract.ts'

export const actorGroups = ['administration', 'institutions', 'civil', 'economy', 'politics'] as const
export type ActorGroup = (typeof actorGroups)[number]

export const actorCodes = [
  'localAuthority',
  'municipality',
  'socialOffice',
  'youthOffice',
  'healthOffice',
  'labour',
  'school',
  'church',
  'police',
  'healthCare',
  'welfare',
  'citizens',
  'selfHelp',
  'business',
  'freelance',
  'politics',
] as const
export type ActorCode = (typeof actorCodes)[number]

type Kind = {
  group: ActorGroup
  /** For which fields it usually belongs; null: always. */
  fields: readonly Field[] | null
  /** Kinds of organisations that are this by themselves. Others say so with their roles. */
  kinds: readonly string[]
}

export const actorKinds: Readonly<Record<ActorCode, Kind>> = {
  localAuthority: { group: 'administration', fields: null, kinds: ['county', 'city', 'district'] },
  municipality: {
    group: 'administration',
    fields: ['youth', 'family', 'education', 'age', 'care', 'housing', 'integration'],
    kinds: ['municipality', 'city'],
  },
  socialOffice: {
    group: 'administration',
    fields: ['planning', 'age', 'care', 'inclusion', 'poverty', 'housing', 'integration'],
    kinds: [],
  },
  youthOffice: { group: 'administration', fields: ['youth', 'family', 'education', 'counselling'], kinds: [] },
  healthOffice: { group: 'administration', fields: ['health', 'care', 'age', 'counselling'], kinds: [] },
  labour: {
    group: 'institutions',
    fields: ['work', 'poverty', 'youth', 'integration', 'inclusion'],
    kinds: ['jobcentreJoint', 'jobcentreMunicipal', 'employmentAgency'],
  },
  school: { group: 'institutions', fields: ['youth', 'education', 'integration', 'inclusion'], kinds: ['school'] },
  church: { group: 'institutions', fields: ['age', 'family', 'poverty', 'integration'], kinds: ['church'] },
  police: { group: 'institutions', fields: ['youth', 'integration', 'housing'], kinds: ['police'] },
  healthCare: {
    group: 'institutions',
    fields: ['health', 'care', 'age', 'inclusion'],
    kinds: ['health', 'insurer'],
  },
  welfare: { group: 'civil', fields: null, kinds: ['association', 'provider'] },
  citizens: {
    group: 'civil',
    fields: ['planning', 'age', 'family', 'housing', 'integration', 'youth'],
    kinds: ['initiative'],
  },
  selfHelp: {
    group: 'civil',
    fields: ['inclusion', 'health', 'care', 'age', 'counselling', 'poverty'],
    kinds: ['selfHelp'],
  },
  business: { group: 'economy', fields: ['work', 'housing', 'inclusion'], kinds: ['company'] },
  freelance: { group: 'economy', fields: ['health', 'care', 'counselling'], kinds: ['freelancer'] },
  politics: { group: 'politics', fields: ['planning'], kinds: [] },
}

export type Seated = {
  id: string
  /** The department where the seat is a department's, otherwise the house. */
  title: string
  house: string
  kind: string | null
  side: string | null
  roles: readonly string[]
  fields: readonly string[]
}

const isByKind = (kind: string | null, code: ActorCode) => kind !== null && actorKinds[code].kinds.includes(kind)

/** What an organisation is: by its kind, and by what it says of itself. */
export const actorsIn = ({ kind, roles }: Pick<Seated, 'kind' | 'roles'>): ActorCode[] =>
  actorCodes.filter((code) => isByKind(kind, code) || roles.includes(code))

/** Who usually belongs to a body that deals with these fields. */
export const usualActors = (topics: readonly Field[]): ActorCode[] =>
  actorCodes.filter((code) => {
    const { fields } = actorKinds[code]
    return fields === null || fields.some((field) => topics.includes(field))
  })

export type Presence = { actor: ActorCode; group: ActorGroup; usual: boolean; by: { id: string; title: string }[] }

/** Each kind of actor that usually belongs or is there anyway, with those who are it. */
export function presence(topics: readonly Field[], seated: readonly Seated[]): Presence[] {
  const usual = usualActors(topics)
  return actorCodes.flatMap((actor) => {
    const by = new Map(
      seated
        .filter((one) => actorsIn(one).includes(actor))
        .map(({ id, title, house, kind }) => {
          const who = isByKind(kind, actor) ? house : title
          return [`${id} ${who}`, { id, title: who }]
        }),
    )
    if (by.size === 0 && !usual.includes(actor)) return []
    return [{ actor, group: actorKinds[actor].group, usual: usual.includes(actor), by: [...by.values()] }]
  })
}

export type Covered = { field: Field; public: { id: string; title: string }[]; free: { id: string; title: string }[] }

/** For each field of the body, which seats of which side deal with it: what is empty is a department or a discipline that is missing. */
export const coverage = (topics: readonly Field[], seated: readonly Seated[]): Covered[] =>
  topics.map((field) => {
    const of = (side: string) => [
      ...new Map(
        seated
          .filter((one) => one.side === side && one.fields.includes(field))
          .map(({ id, title }) => [`${id} ${title}`, { id, title }]),
      ).values(),
    ]
    return { field, public: of('public'), free: of('free') }
  })
