/** Reads JSON-stat (versions 1 and 2, json-stat.org/full): a dataset, or a bundle or collection that holds exactly one. */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Category, Cube, CubeCell, CubeDimension } from './cube.ts'

type Json = Record<string, unknown>
const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json)

export function isJsonStat(json: unknown): json is Json {
  return isObject(json) && (datasetsOf(json).length > 0 || (json.class === 'collection' && isObject(json.link)))
}

function datasetsOf(json: Json): Json[] {
  const isDataset = (one: unknown): boolean => isObject(one) && isObject(one.dimension) && 'value' in one
  if (isDataset(json)) return [json]
  const items = isObject(json.link) && Array.isArray(json.link.item) ? json.link.item : []
  return [...Object.values(json), ...items].filter(isObject).filter(isDataset)
}

export function cubeOfJsonStat(json: Json): Cube {
  const sets = datasetsOf(json)
  const [set] = sets
  if (!set || sets.length > 1)
    throw new UnreadableFile(set ? 'several-tables' : 'no-rows', null, { count: sets.length })
  const holder = set.dimension as Json
  const ids = (Array.isArray(set.id) ? set.id : holder.id) as unknown
  const sizes = (Array.isArray(set.size) ? set.size : holder.size) as unknown
  const role = (isObject(set.role) ? set.role : isObject(holder.role) ? holder.role : {}) as Json
  if (
    !Array.isArray(ids) ||
    !Array.isArray(sizes) ||
    ids.length !== sizes.length ||
    !sizes.every((n) => Number.isInteger(n) && n > 0)
  )
    throw new UnreadableFile('broken-header', 1, { missing: 'id, size' })
  const dimensions = ids.map((id, at) => dimensionOf(String(id), holder[String(id)], role, sizes[at] as number))
  const size = (sizes as number[]).reduce((product, n) => product * n, 1)
  return {
    title: typeof set.label === 'string' ? set.label : '',
    source: typeof set.source === 'string' ? set.source : null,
    dimensions,
    size,
    cells: cellsOf(set, sizes as number[], size),
  }
}

function dimensionOf(id: string, given: unknown, role: Json, size: number): CubeDimension {
  const one = isObject(given) ? given : {}
  const category = isObject(one.category) ? one.category : {}
  const labels = isObject(category.label) ? category.label : {}
  const units = isObject(category.unit) ? category.unit : {}
  const index = category.index
  const codes: string[] = Array.isArray(index)
    ? index.map(String)
    : isObject(index)
      ? Object.entries(index)
          .sort(([, a], [, b]) => Number(a) - Number(b))
          .map(([code]) => code)
      : Object.keys(labels)
  if (codes.length !== size) throw new UnreadableFile('broken-header', 1, { missing: id })
  const roleOf =
    (['time', 'geo', 'metric'] as const).find(
      (name) => Array.isArray(role[name]) && (role[name] as unknown[]).includes(id),
    ) ?? null
  const unitOf = (code: string) => {
    const unit = units[code]
    return isObject(unit) ? String(unit.label ?? unit.base ?? '') : ''
  }
  const categories = codes.map((code): Category => ({ code, label: String(labels[code] ?? code), unit: unitOf(code) }))
  return { id, label: typeof one.label === 'string' ? one.label : id, role: roleOf, categories }
}

function* cellsOf(set: Json, sizes: number[], size: number): Generator<CubeCell> {
  const value = set.value as unknown[] | Json
  const status = set.status as unknown
  const statusAt = (n: number): string | null => {
    const one =
      typeof status === 'string'
        ? status
        : Array.isArray(status)
          ? status[n]
          : isObject(status)
            ? status[String(n)]
            : null
    return one === null || one === undefined ? null : String(one)
  }
  const given = Array.isArray(value) ? value.length : size
  if (Array.isArray(value) && value.length !== size) throw new UnreadableFile('broken-header', 1, { missing: 'value' })
  for (let n = 0; n < given; n++) {
    const one = Array.isArray(value) ? value[n] : value[String(n)]
    const mark = statusAt(n)
    if ((one === null || one === undefined) && mark === null) continue
    let rest = n
    const at = sizes.map(() => 0)
    for (let d = sizes.length - 1; d >= 0; d--) {
      at[d] = rest % sizes[d]!
      rest = Math.floor(rest / sizes[d]!)
    }
    yield { at, value: one ?? null, status: mark }
  }
}
