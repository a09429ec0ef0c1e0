// What the lines of a list would do to the register: new, known, changed, unclear, or a fault, each with its sentences. Pure: the register is given.
import { coreOf, likeness } from '#pure/names/likeness.ts'
import type { Description, HomeRole, OrganisationKind, Side } from '../contract/kinds.ts'
import type { Field, Said } from './list-columns.ts'

export type Registered = Omit<Description, 'parent'> & {
  id: string
  parent: string | null
  formerNames: string[]
  /** What the reader of the list may do there. */
  may: { describe: boolean; introduce: boolean; grant: boolean; units: boolean }
  persons: string[]
}
export type Judged = {
  said: Said
  verdict: 'new' | 'known' | 'changed' | 'unclear' | 'fault'
  /** Whom it means, where that is certain. */
  is: string | null
  candidates: { id: string; title: string }[]
  changes: Partial<Description>
  personVerdict: 'new' | 'known' | null
  says: string[]
  /** Index of the line that first names the same organisation. */
  first: number
}
export type Sentences = {
  emailTwice: (address: string) => string
  kindGuessed: (kind: string) => string
  made: (kind: string, side: string) => string
  parentMissing: (name: string) => string
  parentUnclear: (name: string) => string
  unitAlone: string
  foreignUnit: (name: string) => string
  differs: (line: number) => string
  looksLike: (names: string) => string
  keyElsewhere: (name: string) => string
  formerly: (name: string) => string
  change: (field: string, before: string, after: string) => string
  notOurs: string
  personNotOurs: (name: string) => string
  personNew: (name: string, role: string | null) => string
  personKnown: (name: string) => string
  roleNotOurs: string
  region: string
}
export type Naming = {
  says: Sentences
  fields: Readonly<Record<Field, string>>
  /** How a value reads in a sentence. */
  shown: (field: Field, value: unknown) => string
  kindOf: (name: string) => OrganisationKind
  roleName: (role: HomeRole) => string
  kindName: (kind: OrganisationKind) => string
  sideName: (side: Side) => string
}

const described = [
  'shortName',
  'kind',
  'side',
  'level',
  'legalForm',
  'areaKey',
  'privacyLaw',
  'website',
  'disciplines',
] as const
const same = (a: unknown, b: unknown) =>
  Array.isArray(a) && Array.isArray(b) ? a.toSorted().join() === b.toSorted().join() : (a ?? null) === (b ?? null)
const hostOf = (address: string | null | undefined) =>
  address && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null

/** Likely the same from here on. */
const near = 0.75

export function judge(lines: readonly Said[], register: readonly Registered[], naming: Naming): Judged[] {
  const byCore = groupBy(register, (one) => coreOf(one.name))
  const firstOf = new Map<string, number>()
  const persons = new Map<string, string>()
  const judged: Judged[] = []
  for (const [at, said] of lines.entries()) {
    const core = coreOf(said.name)
    const first = firstOf.get(core) ?? at
    firstOf.set(core, first)
    const one: Judged = {
      said,
      verdict: 'new',
      is: null,
      candidates: [],
      changes: {},
      personVerdict: null,
      says: [...said.faults, ...said.notes],
      first,
    }
    judged.push(one)
    let faulty = said.faults.length > 0
    const fault = (sentence: string) => {
      one.says.push(sentence)
      faulty = true
    }
    if (/^regierungsbezirk\b/i.test(said.name)) fault(naming.says.region)
    if (first !== at) {
      const before = judged[first]!
      if (described.some((field) => said[field] !== undefined && !same(said[field], before.said[field])))
        fault(naming.says.differs(before.said.line))
      Object.assign(one, {
        verdict: before.verdict === 'changed' ? 'known' : before.verdict,
        is: before.is,
        candidates: before.candidates,
      })
      if (before.verdict === 'fault') one.verdict = 'new'
    } else recognise(one, register, byCore, naming)
    if (one.verdict === 'new' && first === at && !faulty) {
      guessKind(one, naming)
      one.says.push(naming.says.made(naming.kindName(said.kind!), naming.sideName(said.side ?? sideOf(said.kind!))))
    }
    judgeParent(one, lines, byCore, naming, fault)
    judgePerson(one, register, persons, naming, fault)
    if (faulty) one.verdict = 'fault'
  }
  return judged
}

function recognise(
  one: Judged,
  register: readonly Registered[],
  byCore: ReadonlyMap<string, Registered[]>,
  { says, fields, shown }: Naming,
): void {
  const { said } = one
  const exact = register.filter((each) => each.name.toLowerCase() === said.name.toLowerCase())
  const found = exact.length > 0 ? exact : (byCore.get(coreOf(said.name)) ?? [])
  if (found.length === 1) {
    const known = found[0]!
    one.is = known.id
    one.verdict = 'known'
    const changes = described.filter((field) => said[field] !== undefined && !same(said[field], known[field]))
    if (changes.length === 0) return
    if (!known.may.describe) {
      one.says.push(says.notOurs)
      return
    }
    one.verdict = 'changed'
    for (const field of changes) {
      Object.assign(one.changes, { [field]: said[field] })
      one.says.push(says.change(fields[field], shown(field, known[field]), shown(field, said[field])))
    }
    return
  }
  const reasons = new Map<Registered, string | null>(found.map((each) => [each, null]))
  if (said.name !== '') {
    const host = hostOf(said.website)
    for (const each of register) {
      if (reasons.has(each)) continue
      if (each.formerNames.some((name) => coreOf(name) === coreOf(said.name)))
        reasons.set(each, says.formerly(each.name))
      else if (said.areaKey && each.areaKey === said.areaKey && said.kind === each.kind)
        reasons.set(each, says.keyElsewhere(each.name))
      else if (likeness(each.name, said.name) >= near || (host !== null && host === hostOf(each.website)))
        reasons.set(each, null)
    }
  }
  if (reasons.size === 0) return
  one.verdict = 'unclear'
  one.candidates = [...reasons.keys()].slice(0, 8).map(({ id, name }) => ({ id, title: name }))
  const named = [...reasons.values()].filter((reason) => reason !== null)
  one.says.push(...(named.length > 0 ? named : [says.looksLike(one.candidates.map(({ title }) => title).join('; '))]))
}

function guessKind(one: Judged, { says, kindOf, kindName }: Naming): void {
  if (one.said.kind !== undefined) return
  one.said.kind = kindOf(one.said.name)
  one.says.push(says.kindGuessed(kindName(one.said.kind)))
}

function judgeParent(
  one: Judged,
  lines: readonly Said[],
  byCore: ReadonlyMap<string, Registered[]>,
  { says }: Naming,
  fault: (sentence: string) => void,
): void {
  const { said } = one
  if (one.is !== null || one.verdict === 'unclear') return
  if (said.parent === undefined) {
    if (said.kind === 'unit') fault(says.unitAlone)
    return
  }
  const core = coreOf(said.parent)
  const inList = lines.some(
    (each) => each !== said && coreOf(each.name) === core && coreOf(each.name) !== coreOf(said.name),
  )
  const known = byCore.get(core) ?? []
  if (known.length > 1) fault(says.parentUnclear(said.parent))
  else if (known.length === 0 && !inList) fault(says.parentMissing(said.parent))
  else if (known[0] && said.kind === 'unit' && !known[0].may.units) fault(says.foreignUnit(known[0].name))
}

function judgePerson(
  one: Judged,
  register: readonly Registered[],
  persons: Map<string, string>,
  { says, roleName }: Naming,
  fault: (sentence: string) => void,
): void {
  const { said } = one
  if (said.person === undefined) return
  const known = register.find((each) => each.id === one.is)
  if (said.email) {
    const owner = `${coreOf(said.name)} ${said.person.toLowerCase()}`
    if ((persons.get(said.email) ?? owner) !== owner) fault(says.emailTwice(said.email))
    persons.set(said.email, owner)
  }
  if (known?.persons.includes(said.person.toLowerCase())) {
    one.personVerdict = 'known'
    one.says.push(says.personKnown(said.person))
    return
  }
  if (known && !known.may.introduce) {
    fault(says.personNotOurs(known.name))
    return
  }
  if (known && said.role && !known.may.grant) {
    fault(says.roleNotOurs)
    return
  }
  one.personVerdict = 'new'
  one.says.push(says.personNew(said.person, said.role ? roleName(said.role) : null))
}

/** The side that goes without saying for a kind. */
export const sideOf = (kind: OrganisationKind): Side =>
  [
    'county',
    'city',
    'municipality',
    'district',
    'authority',
    'jobcentreJoint',
    'jobcentreMunicipal',
    'employmentAgency',
    'police',
    'justice',
    'school',
  ].includes(kind)
    ? 'public'
    : ['association', 'provider', 'church', 'selfHelp', 'initiative'].includes(kind)
      ? 'free'
      : 'other'

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
