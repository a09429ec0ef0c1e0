// Which areas share a border: from the same boundaries that the maps draw, where a common border is one common line.
import { gunzipSync } from 'node:zlib'
import { neighbors } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Level } from '../../contract/shapes.ts'
import { boundaries } from '../boundaries.ts'

export type Borders = {
  of: ReadonlyMap<string, ReadonlySet<string>>
  names: ReadonlyMap<string, string>
  /** Areas of whose border a part is the edge of what is drawn. */
  edge: ReadonlySet<string>
}
type Shape = (Polygon | MultiPolygon) & { properties?: { key?: string; name?: string } }

/** Boundaries are parsed once as long as they are the same. */
const known = new WeakMap<object, Borders>()

/** Null where no boundaries are set up. */
export async function bordersOf(db: Database, today: string, level: Level): Promise<Borders | null> {
  try {
    const { bytes, gzipped } = await boundaries(db, today, level === 'county' ? 'counties' : 'municipalities')
    const there = known.get(bytes)
    if (there) return there
    const { topology } = JSON.parse((gzipped ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8')) as {
      topology: Topology
    }
    const found = sharedBorders(topology)
    known.set(bytes, found)
    return found
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

export function sharedBorders(topology: Topology): Borders {
  const shapes = Object.values(topology.objects).flatMap((layer) => (layer as GeometryCollection).geometries as Shape[])
  const keys = shapes.map((shape) => String(shape.properties?.key ?? shape.id))
  const of = new Map(keys.map((key) => [key, new Set<string>()]))
  for (const [n, others] of neighbors(shapes).entries())
    for (const other of others) if (keys[other] !== keys[n]) of.get(keys[n]!)!.add(keys[other]!)
  const lines = shapes.map((shape) => shape.arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc)))
  const used = new Map<number, number>()
  for (const arc of lines.flat()) used.set(arc, (used.get(arc) ?? 0) + 1)
  const edge = new Set(keys.filter((_, n) => lines[n]!.some((arc) => used.get(arc) === 1)))
  return { of, names: new Map(shapes.map((shape, n) => [keys[n]!, shape.properties?.name ?? keys[n]!])), edge }
}
