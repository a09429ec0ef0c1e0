// Which areas of the register a table means: by their official key, or by a name that only one of them has.
import type { Database } from '#kit/db/database.ts'
import type { Mapping, MappingStep } from '../../contract/mapping.ts'
import type { AreaKind, Level } from '../../contract/shapes.ts'
import { namesOf } from '../../rules/area-names.ts'
import type { Open } from '../../rules/mapping.ts'
import { areaStore, kindsOf } from '../../store/areas.ts'
import { mappingTexts } from '../../texts/mapping.de.ts'
import type { Extract } from './extract.ts'

const official: ReadonlySet<string | undefined> = new Set([
  undefined,
  'country',
  'state',
  'region',
  'county',
  'association',
  'municipality',
])
/** Keys of other lists (NUTS) may still have a name that says who is meant; labour markets and the like are no areas of the register. */
const byName: ReadonlySet<string | undefined> = new Set(['named', 'unnamed', 'other'])
const mostNames = 300

/** Länder and the like stand above both. */
const atLevel = (kind: AreaKind, level: Level | null) =>
  level === null || ['country', 'state', 'district'].includes(kind) || kindsOf[level].includes(kind)

export type Places = {
  /** By the table's own position; empty: not known, or not said. */
  keys: string[]
  matched: MappingStep['matched']
  names: MappingStep['names']
  open: Open[]
}

export async function placesOf(db: Database, { areas, open }: Extract, mapping: Mapping): Promise<Places> {
  const found: Places = {
    keys: areas.map(({ key, kind }) => (official.has(kind) ? key : '')),
    matched: [],
    names: [],
    open: [],
  }
  if (!areas.some(({ kind }) => byName.has(kind))) return found
  const candidatesOf = namesOf(await areaStore(db).current(), mappingTexts.areaWords)
  const said = new Map(mapping.areas.map(({ name, key }) => [name, key]))
  // Bergedorf is a district and a quarter: which of the two rows is which, only a person knows.
  const twice = new Set(open.filter(({ why }) => why === 'same-name').map(({ detail }) => detail.text ?? ''))
  const named = areas.flatMap(({ name, kind }, n) => {
    if (!byName.has(kind) || name === '') return []
    const plain = name.replace(/ \(\d+\)$/, '')
    const doubled = twice.has(name) || (twice.has(plain) && plain !== name)
    const candidates = candidatesOf(doubled ? plain : name).filter((one) => atLevel(one.kind, mapping.level))
    return [{ n, name, doubled, candidates }]
  })
  // Hamm is a town in Westphalia and a quarter of Hamburg: a list of which the register knows less than half is a list of something else.
  const foreign = named.filter(({ candidates }) => candidates.length > 0).length * 2 < named.length
  for (const { n, name, doubled, candidates } of named) {
    const [first] = candidates
    if (!first) continue
    const answer = said.get(name.slice(0, 220))
    const sure = candidates.length === 1 && !doubled && !foreign
    if (answer !== undefined) found.keys[n] = answer
    else if (sure) found.keys[n] = first.key
    else found.open.push({ code: 'areaName', about: name })
    if (sure && found.matched.length < mostNames) found.matched.push({ name, key: first.key, area: first.name })
    else if (!sure && found.names.length < mostNames)
      found.names.push({ name, candidates: candidates.map((one) => ({ key: one.key, name: one.name })) })
  }
  return found
}
