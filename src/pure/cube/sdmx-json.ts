/** Reads SDMX-JSON data messages (versions 1 and 2, sdmx-twg/sdmx-json): flat observations or series, with the attribute OBS_STATUS. */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Cube, CubeCell, CubeDimension } from './cube.ts'

type Json = Record<string, unknown>
const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json)
const listOf = (json: unknown): Json[] => (Array.isArray(json) ? json.filter(isObject) : [])

export function isSdmxJson(json: unknown): json is Json {
  return isObject(json) && (partsOf(json).sets.length > 0 || (isObject(json.data) && Array.isArray(json.data.dataSets)))
}

function partsOf(json: Json): { sets: Json[]; structures: Json[] } {
  const data = isObject(json.data) ? json.data : json
  const structures = Array.isArray(data.structures)
    ? listOf(data.structures)
    : isObject(data.structure)
      ? [data.structure]
      : []
  return { sets: listOf(data.dataSets), structures }
}

export function cubeOfSdmxJson(json: Json): Cube {
  const { sets, structures } = partsOf(json)
  if (sets.length === 0) throw new UnreadableFile('no-rows', 1)
  if (sets.length > 1) throw new UnreadableFile('several-tables', null, { count: sets.length })
  const set = sets[0]!
  const structure = structures[typeof set.structure === 'number' ? set.structure : 0]
  if (!structure || !isObject(structure.dimensions))
    throw new UnreadableFile('broken-header', 1, { missing: 'structure' })
  const groups = structure.dimensions
  const [whole, series, each] = [
    dimensionsOf(groups.dataSet),
    dimensionsOf(groups.series),
    dimensionsOf(groups.observation),
  ]
  const attributes = isObject(structure.attributes) ? listOf(structure.attributes.observation) : []
  const dimensions = [...whole, ...series, ...each]
  const size = dimensions.reduce((product, one) => product * Math.max(1, one.categories.length), 1)
  return {
    title: nameOf(structure) || nameOf(set),
    source: isObject(json.meta) && isObject(json.meta.sender) ? nameOf(json.meta.sender) || null : null,
    dimensions,
    size: 0, // a message sends what there is; a gap says nothing
    cells:
      size === 0 ? [] : cellsOf(set, { whole: whole.length, series: series.length, each: each.length }, attributes),
  }
}

const nameOf = (one: Json) => {
  if (typeof one.name === 'string') return one.name
  const names = isObject(one.names) ? one.names : {}
  return String(names.de ?? names.en ?? Object.values(names)[0] ?? '')
}

function dimensionsOf(given: unknown): CubeDimension[] {
  return listOf(given)
    .map((one, at) => ({
      one,
      at: typeof one.keyPosition === 'number' && !Array.isArray(given) ? one.keyPosition : at,
    }))
    .map(({ one }) => {
      const id = String(one.id ?? '')
      const roles = JSON.stringify(one.roles ?? one.role ?? '')
      const role = /TIME/i.test(id) || /time/i.test(roles) ? 'time' : /GEO|geo/.test(roles) ? 'geo' : null
      const categories = listOf(one.values).map((value) => {
        const code = String(value.id ?? value.value ?? '')
        return { code, label: nameOf(value) || code }
      })
      return { id, label: nameOf(one) || id, role, categories }
    })
}

function* cellsOf(
  set: Json,
  count: { whole: number; series: number; each: number },
  attributes: readonly Json[],
): Generator<CubeCell> {
  const status = attributes.findIndex(({ id }) => id === 'OBS_STATUS')
  const statusOf = (observation: readonly unknown[]): string | null => {
    const at = status < 0 ? null : observation[1 + status]
    if (typeof at === 'string') return at
    const value = typeof at === 'number' ? listOf(attributes[status]?.values)[at] : undefined
    return value ? String(value.id ?? value.value ?? '') : null
  }
  const indexes = (key: string, wanted: number) => {
    const at = key === '' ? [] : key.split(':').map(Number)
    if (at.length !== wanted || at.some((n) => !Number.isInteger(n)))
      throw new UnreadableFile('broken-header', 1, { missing: key })
    return at
  }
  const above = Array.from({ length: count.whole }, () => 0)
  const groups: [number[], unknown][] = isObject(set.series)
    ? Object.entries(set.series).map(([key, one]) => [
        indexes(key, count.series),
        isObject(one) ? one.observations : null,
      ])
    : [[[], set.observations]]
  for (const [at, observations] of groups)
    for (const [key, given] of Object.entries(isObject(observations) ? observations : {})) {
      const observation = Array.isArray(given) ? given : [given]
      yield {
        at: [...above, ...at, ...indexes(key, count.each)],
        value: observation[0] ?? null,
        status: statusOf(observation),
      }
    }
}
