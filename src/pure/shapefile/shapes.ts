/**
 * Reads the polygons of a shapefile (ESRI Shapefile Technical Description, 1998: .shp, types 5, 15 and 25). Rings that run clockwise are outer
 * borders, the others are holes of the one that holds them. Coordinates are given back as they are; whoever knows the projection turns them.
 */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

export type Position = [x: number, y: number]
export type Ring = Position[]
/** Outer border first, then its holes. */
export type Polygon = Ring[]

const polygonTypes = [5, 15, 25]

export const isShapefile = (bytes: Uint8Array) =>
  bytes.length >= 100 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a

/** One entry for each record, one at a time (a country's municipalities are millions of corners); null for a record without a shape. */
export function* readShapes(bytes: Uint8Array): Generator<Polygon[] | null> {
  if (!isShapefile(bytes)) throw new UnreadableFile('undecodable')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getInt32(24, false) * 2 > bytes.length) throw new UnreadableFile('cut-off')
  if (!polygonTypes.includes(view.getInt32(32, true)))
    throw new UnreadableFile('unknown-format', null, { format: 'shapes-without-area' })
  for (let at = 100, record = 1; at + 12 <= bytes.length; record++) {
    const size = view.getInt32(at + 4, false) * 2
    const from = at + 8
    if (size < 4 || from + size > bytes.length) throw new UnreadableFile('cut-off', record)
    yield view.getInt32(from, true) === 0 ? null : readPolygons(view, from, size, record)
    at = from + size
  }
}

function readPolygons(view: DataView, from: number, size: number, record: number): Polygon[] {
  const parts = view.getInt32(from + 36, true)
  const points = view.getInt32(from + 40, true)
  const start = from + 44 + 4 * parts
  if (parts < 1 || points < parts || start + 16 * points > from + size) throw new UnreadableFile('cut-off', record)
  const rings: Ring[] = []
  for (let part = 0; part < parts; part++) {
    const first = view.getInt32(from + 44 + 4 * part, true)
    const last = part + 1 < parts ? view.getInt32(from + 48 + 4 * part, true) : points
    if (first < 0 || last > points || first >= last) throw new UnreadableFile('cut-off', record)
    const ring: Ring = []
    for (let n = first; n < last; n++) {
      const [x, y] = [view.getFloat64(start + 16 * n, true), view.getFloat64(start + 16 * n + 8, true)]
      if (!Number.isFinite(x) || !Number.isFinite(y)) throw new UnreadableFile('cut-off', record)
      ring.push([x, y])
    }
    rings.push(ring)
  }
  return gather(rings)
}

/** Twice the signed area; positive runs against the clock. */
export function signedArea(ring: Ring): number {
  let sum = 0
  for (let n = 0; n < ring.length; n++) {
    const [[ax, ay], [bx, by]] = [ring[n]!, ring[(n + 1) % ring.length]!]
    sum += ax * by - bx * ay
  }
  return sum
}

export function gather(rings: readonly Ring[]): Polygon[] {
  const outer = rings.filter((ring) => signedArea(ring) < 0)
  // A file that turns its rings the other way round has no outer one: then each is.
  if (outer.length === 0) return rings.map((ring) => [ring])
  const polygons: Polygon[] = outer.map((ring) => [ring])
  for (const hole of rings) {
    if (signedArea(hole) < 0) continue
    const around = polygons
      .filter((polygon) => holds(polygon[0]!, hole[0]!))
      .sort((a, b) => Math.abs(signedArea(a[0]!)) - Math.abs(signedArea(b[0]!)))
    const home = around[0] ?? polygons[0]
    home?.push(hole)
  }
  return polygons
}

function holds(ring: Ring, [x, y]: Position): boolean {
  let inside = false
  for (let n = 0, before = ring.length - 1; n < ring.length; before = n++) {
    const [[ax, ay], [bx, by]] = [ring[n]!, ring[before]!]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
