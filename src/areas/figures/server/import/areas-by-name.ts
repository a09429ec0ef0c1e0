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
  byName: number
  names: MappingStep['names']
  open: Open[]
}

export async function placesOf(db: Database, { areas, open }: Extract, mapping: Mapping): Promise<Places> {
  const found: Places = {
    keys: areas.map(({ key, kind }) => (official.has(kind) ? key : '')),
    byName: 0,
    names: [],
    open: [],
  }
  if (!areas.some(({ kind }) => byName.has(kind))) return found
  const candidatesOf = namesOf(await areaStore(db).current(), mappingTexts.areaWords)
  const said = new Map(mapping.areas.map(({ name, key }) => [name, key]))
  // Bergedorf is a district and a quarter: which of the two rows is which, only a person knows.
  const twice = new Set(open.filter(({ why }) => why === 'same-name').map(({ detail }) => detail.text ?? ''))
  for (const [n, { name, kind }] of areas.entries()) {
    if (!byName.has(kind) || name === '') continue
    const plain = name.replace(/ \(\d+\)$/, '')
    const doubled = twice.has(name) || (twice.has(plain) && plain !== name)
    const candidates = candidatesOf(doubled ? plain : name).filter(({ kind }) => atLevel(kind, mapping.level))
    const answer = said.get(name.slice(0, 220))
    if (answer !== undefined) found.keys[n] = answer
    else if (candidates.length === 1 && !doubled) {
      found.keys[n] = candidates[0]!.key
      found.byName += 1
    } else if (candidates.length > 0) found.open.push({ code: 'areaName', about: name })
    if (candidates.length > (doubled ? 0 : 1) && found.names.length < mostNames)
      found.names.push({ name, candidates: candidates.map((one) => ({ key: one.key, name: one.name })) })
  }
  return found
}
