/** Lists of areas with the days on which they existed: Datenguide's regions (NUTS 1 to municipality, `{ id, name, type, level, duration }`). */
import { type AreaLevel, readAreaKey } from '#pure/keys/area-key.ts'
import type { Finding } from '#pure/table-file/collect.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

export type ListedArea = {
  key: string
  level: AreaLevel
  name: string
  type: string
  from: string | null
  until: string | null
}
export type AreaList = { areas: ListedArea[]; leftOut: Finding[] }

type Given = {
  id?: unknown
  name?: unknown
  type?: unknown
  level?: unknown
  duration?: { from?: unknown; until?: unknown }
}

export function isRegionList(json: unknown): json is Record<string, Given> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
  const some = Object.values(json).slice(0, 20)
  return (
    some.length > 0 &&
    some.every((one) => typeof one === 'object' && one !== null && 'id' in one && 'name' in one && 'level' in one)
  )
}

export function readRegionList(json: Record<string, Given>): AreaList {
  const areas: ListedArea[] = []
  const leftOut: Finding[] = []
  for (const [at, given] of Object.values(json).entries()) {
    const id = String(given.id ?? '')
    const read = readAreaKey(id)
    if (!read.ok) {
      leftOut.push({ line: at + 1, code: `area-key-${read.why.code}`, detail: { text: id } })
      continue
    }
    const duration = given.duration ?? {}
    areas.push({
      key: read.key,
      level: read.level,
      name: String(given.name ?? ''),
      type: String(given.type ?? ''),
      from: dayOf(duration.from),
      until: dayOf(duration.until),
    })
  }
  if (areas.length === 0) throw new UnreadableFile('no-rows', 1, { leftOut: leftOut.length })
  return { areas, leftOut }
}

const dayOf = (text: unknown) => (typeof text === 'string' ? (/^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null) : null)
