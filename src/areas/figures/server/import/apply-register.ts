// Brings the areas of the land to what a register says: new ones get an id, changed ones a new state, ceased ones an end.

import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { plainName } from '#pure/gemeindeverzeichnis/names.ts'
import type { RegisterArea } from '#pure/gemeindeverzeichnis/register.ts'
import { parentKey } from '#pure/keys/area-key.ts'
import type { AreaKind } from '../../contract/shapes.ts'
import { type AreaState, areaStore, type NewAreaState } from '../../store/areas.ts'
import { officialTexts } from '../../texts/official.de.ts'
import type { Extract } from './extract.ts'
import { keyOf } from './from-register.ts'

export type Wanted = Omit<NewAreaState, 'area' | 'parent'> & { parentKey: string | null }
type By = { at: string; person: string; organisation: string }

const kinds: Partial<Record<RegisterArea['kind'], AreaKind>> = {
  state: 'state',
  region: 'district',
  county: 'county',
  municipality: 'municipality',
  unincorporated: 'unincorporated',
}

/** The areas of a register as this installation keeps them: Deutschland above all, cities once, population of counties added up from their municipalities. */
export function wantedAreas(read: NonNullable<Extract['register']>): Wanted[] {
  const blank = {
    ars: null,
    population: null,
    population_on: null,
    area_km2: null,
    lon: null,
    lat: null,
    known_on: read.validOn,
  }
  const wanted = new Map<string, Wanted>([
    ['DG', { ...blank, key: 'DG', name: officialTexts.country, kind: 'country', parentKey: null }],
  ])
  for (const area of read.areas) {
    const kind = kinds[area.kind]
    const key = keyOf(area)
    if (!kind || key === null) continue
    const facts = {
      ars: area.ars,
      population: area.population,
      population_on: area.population === null ? null : read.populationOn,
      area_km2: area.areaKm2,
      lon: area.lon,
      lat: area.lat,
    }
    const county = wanted.get(key)
    if (county && area.kind === 'municipality') wanted.set(key, { ...county, ...facts, ars: county.ars, kind: 'city' })
    else wanted.set(key, { ...blank, ...facts, key, name: plainName(area.name), kind, parentKey: parentKey(key) })
  }
  for (const area of wanted.values())
    if (area.kind === 'municipality' || area.kind === 'city' || area.kind === 'unincorporated')
      addUp(wanted, area, read.populationOn)
  return [...wanted.values()]
}

function addUp(wanted: Map<string, Wanted>, part: Wanted, populationOn: string | null) {
  for (let key = part.parentKey; key !== null; key = wanted.get(key)?.parentKey ?? null) {
    const whole = wanted.get(key)
    // A register may hold a part of a Land only; what lies above a Regierungsbezirk is not added up.
    if (!whole || whole.key.length < 3) return
    whole.population = (whole.population ?? 0) + (part.population ?? 0)
    whole.population_on = populationOn
    whole.area_km2 = Math.round(((whole.area_km2 ?? 0) + (part.area_km2 ?? 0)) * 100) / 100
  }
}

const changed = (a: AreaState, b: Wanted, parent: number | null) =>
  a.name !== b.name ||
  a.kind !== b.kind ||
  a.ars !== b.ars ||
  a.population !== b.population ||
  a.population_on !== b.population_on ||
  a.area_km2 !== b.area_km2 ||
  a.parent !== parent ||
  a.lon !== b.lon ||
  a.lat !== b.lat

/** Writes the areas; returns how many states were written. */
export async function applyRegister(db: Database, extract: Extract, source: number, by: By): Promise<number> {
  const read = extract.register!
  const wanted = wantedAreas(read)
  const current = new Map((await areaStore(db).current()).map((state) => [state.key, state]))
  const newest = [...current.values()]
    .map((state) => state.known_on)
    .sort()
    .at(-1)
  const old = newest !== undefined && read.validOn < newest
  const ended = new Map(
    (await areaStore(db).byKeys(wanted.map((area) => area.key))).flatMap((state) =>
      state.valid_until === null ? [] : [[state.key, state] as const],
    ),
  )
  /** It has ceased, or will: an older register says nothing new of it, and the day of its end stands. */
  const known = (key: string) => old || (ended.get(key)?.valid_until ?? '') > read.validOn
  const fresh = wanted.filter((area) => !current.has(area.key) && !(ended.has(area.key) && known(area.key)))
  const numbers = await makeAreas(db, fresh, by)
  const numberOf = (key: string | null) =>
    key === null ? null : (current.get(key)?.area ?? numbers.get(key) ?? ended.get(key)?.area ?? null)
  const states: NewAreaState[] = []
  const closed: number[] = []
  for (const { parentKey: above, ...area } of wanted) {
    const there = current.get(area.key)
    if (!there && !numbers.has(area.key)) continue
    const parent = numberOf(above)
    if (there && (old || !changed(there, { ...area, parentKey: above }, parent))) continue
    if (there) closed.push(there.area)
    // Only an older register knows it: it had ceased by the time of the newer one.
    states.push({
      ...area,
      area: numberOf(area.key)!,
      parent,
      valid_from: there?.valid_from ?? null,
      ...(old ? { valid_until: newest } : {}),
    })
  }
  const { gone, ceasing } = old ? { gone: [], ceasing: [] } : ceased(current, wanted, read.validOn)
  await areaStore(db).close([...closed, ...gone])
  await areaStore(db).state([...states, ...ceasing], source)
  return states.length + ceasing.length
}

/** Municipalities of the covered counties that the register no longer lists ended by its day. */
function ceased(current: ReadonlyMap<string, AreaState>, wanted: readonly Wanted[], validOn: string) {
  const listed = new Set(wanted.map((area) => area.key))
  const covered = new Set(wanted.filter((area) => area.key.length === 8).map((area) => area.key.slice(0, 5)))
  const missing = [...current.values()].filter(
    (state) => state.key.length === 8 && covered.has(state.key.slice(0, 5)) && !listed.has(state.key),
  )
  return {
    gone: missing.map((state) => state.area),
    ceasing: missing.map((state) => ({ ...state, valid_until: validOn })),
  }
}

async function makeAreas(
  db: Database,
  areas: readonly Wanted[],
  { at, person, organisation }: By,
): Promise<Map<string, number>> {
  const ids = areas.map(() => newId(at))
  // Sent in one go: the connection pipelines, and five hundred round trips become a few.
  await Promise.all(
    areas.map((area, n) =>
      objects(db).make({
        id: ids[n]!,
        kind: 'area',
        title: officialTexts.areaTitle(area.kind, area.name),
        owner: organisation,
        author: person,
        audience: 'public',
      }),
    ),
  )
  const numbers = ids.length > 0 ? await areaStore(db).makeAll(ids) : []
  return new Map(areas.map((area, n) => [area.key, numbers[n]!]))
}
