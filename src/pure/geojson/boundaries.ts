/**
 * Boundaries of areas from VG250 and VG5000 (as shapefile or GeoJSON) in one form: one area for each key, however many features share it, with
 * polygons in WGS84. Water and sea (GF 1 to 3, 8) belongs to no area's land and is told apart; what has no key is left out and named.
 */
import { readAreaKey } from '#pure/keys/area-key.ts'
import { gather, type Polygon, type Position, type Ring, signedArea } from '#pure/shapefile/shapes.ts'
import type { Finding } from '#pure/table-file/collect.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

export type Feature = { line: number; properties: Readonly<Record<string, string>>; polygons: Polygon[] | null }
export type AreaShape = {
  key: string
  level: string
  name: string
  /** Gemeindefreies Gebiet: it has borders, and no council. */
  unincorporated: boolean
  features: number
  polygons: Polygon[]
}
export type Boundaries = { areas: AreaShape[]; leftOut: Finding[]; box: [number, number, number, number] | null }

export type Turn = (position: Position) => Position

/** `keep: false` looks at each shape and lets it go: for whoever only wants to know what is there. */
export function readBoundaries(
  features: Iterable<Feature>,
  toWgs84: Turn = (position) => position,
  { keep = true }: { keep?: boolean } = {},
): Boundaries {
  const areas = new Map<string, AreaShape>()
  const leftOut: Finding[] = []
  let box: Boundaries['box'] = null
  for (const { line, properties, polygons } of features) {
    const of = (name: string) => properties[name] ?? properties[name.toLowerCase()] ?? ''
    const key = keyOf(of)
    if (key === null) {
      leftOut.push({ line, code: 'no-area', detail: { text: of('GEN') || of('name') } })
      continue
    }
    if (polygons === null) {
      leftOut.push({ line, code: 'no-shape', detail: { text: `${key.key} ${of('GEN')}`.trim() } })
      continue
    }
    const turned = polygons.map((polygon) => polygon.map((ring) => ring.map(toWgs84)))
    for (const ring of turned.flat())
      for (const [lon, lat] of ring) {
        if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) throw new UnreadableFile('projection', line)
        box = box
          ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
          : [lon, lat, lon, lat]
      }
    if (isWater(of('GF'))) {
      leftOut.push({ line, code: 'water', detail: { text: key.key } })
      continue
    }
    const id = `${key.level}|${key.key}`
    const there = areas.get(id)
    if (there) {
      there.features++
      if (keep) there.polygons.push(...turned)
    } else
      areas.set(id, {
        ...key,
        name: of('GEN') || of('name') || of('NAME'),
        unincorporated: /gemeindefrei/i.test(of('BEZ')),
        features: 1,
        polygons: keep ? turned : [],
      })
  }
  if (areas.size === 0) throw new UnreadableFile('no-rows', 1, { leftOut: leftOut.length })
  return { areas: [...areas.values()], leftOut, box }
}

/** GF (Geofaktor): 1 sea, 2 inland water with its structure, 3 land of structure only, 4 land with structure; VG5000 has 8 (water) and 9 (land). */
const isWater = (factor: string) => ['1', '2', '8'].includes(factor)

/** ARS and AGS say the same; an association has an ARS only, and the country is twelve noughts. */
export function keyOf(of: (name: string) => string): { key: string; level: string } | null {
  const [ars, ags] = [of('ARS') || of('RS'), of('AGS')]
  for (const text of [ars, ags, of('key'), of('schluessel')]) {
    if (/^0+$/.test(text) || text === 'DE' || text === 'DG') return { key: 'DG', level: 'country' }
    const read = readAreaKey(text)
    if (!read.ok || read.repaired) continue
    // A municipality outside of counties has the last three digits 000 as well: its level is that of its layer (ADE, IBZ).
    return { key: read.key, level: of('ADE') === '6' && read.level === 'county' ? 'municipality' : read.level }
  }
  return null
}

type GeoJson = {
  type?: unknown
  crs?: { properties?: { name?: unknown } }
  features?: unknown
}
type Given = {
  type?: unknown
  properties?: Record<string, unknown> | null
  geometry?: { type?: unknown; coordinates?: unknown } | null
}

export const isGeoJson = (json: unknown): json is GeoJson =>
  typeof json === 'object' &&
  json !== null &&
  (json as GeoJson).type === 'FeatureCollection' &&
  Array.isArray((json as GeoJson).features)

/** The reference system that an older GeoJSON names (since 2016 it is always WGS84): "urn:ogc:def:crs:EPSG::25832" → 25832. */
export function epsgOf(json: GeoJson): string | null {
  const name = json.crs?.properties?.name
  if (typeof name !== 'string' || /CRS84|4326|4258/.test(name)) return null
  return /EPSG:+(\d+)$/.exec(name)?.[1] ?? name
}

export function featuresOf(json: GeoJson): Feature[] {
  return (json.features as Given[]).map((feature, at) => ({
    line: at + 1,
    properties: Object.fromEntries(
      Object.entries(feature?.properties ?? {}).map(([name, value]) => [
        name,
        value === null || value === undefined ? '' : String(value),
      ]),
    ),
    polygons: polygonsOf(feature?.geometry, at + 1),
  }))
}

function polygonsOf(geometry: Given['geometry'], line: number): Polygon[] | null {
  if (!geometry) return null
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : null
  if (polygons === null) return null
  if (!Array.isArray(polygons) || !polygons.every((one) => Array.isArray(one) && one.length > 0 && one.every(isRing)))
    throw new UnreadableFile('broken-header', line, { missing: 'coordinates' })
  // As in a shapefile: outer borders with the clock, holes against it.
  return (polygons as Ring[][]).flatMap((polygon) =>
    gather(polygon.map((ring, n) => (signedArea(ring) < 0 === (n === 0) ? ring : [...ring].reverse()))),
  )
}

const isRing = (ring: unknown): ring is Ring =>
  Array.isArray(ring) &&
  ring.length >= 4 &&
  ring.every((point) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]))
