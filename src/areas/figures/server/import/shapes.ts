// From the areas of a boundary file to what a map can draw: counties and municipalities, each level as one topology with shared borders.
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  type AreaTopology,
  areasIn,
  coarsen,
  type DrawnArea,
  type Layer,
  onlyAreas,
  withCounties,
  withSharedBorders,
} from '#kit/geo/drawing.ts'
import type { AreaShape } from '#pure/geojson/boundaries.ts'
import type { Level } from '../../contract/shapes.ts'

/** `shapes`: TopoJSON, gzipped; null where the file was only looked at. */
export type LevelShapes = { level: Level; keys: string[]; shapes: Uint8Array | null }

const layers: Readonly<Record<Level, Layer>> = { county: 'kreise', municipality: 'gemeinden' }

/** What of these areas a map can draw. Länder, Regierungsbezirke and associations of municipalities are no level of a map. */
export function shapesOf(areas: readonly AreaShape[], keep: boolean): LevelShapes[] {
  const counties = new Set(areas.filter(({ key }) => key.length === 8).map(({ key }) => key.slice(0, 5)))
  const byLevel: Record<Level, DrawnArea[]> = { county: [], municipality: [] }
  for (const area of areas) {
    const at = placeOf(area, counties)
    if (at)
      byLevel[at.level].push({
        type: 'Feature',
        properties: { key: at.key, name: area.name },
        geometry: { type: 'MultiPolygon', coordinates: area.polygons },
      })
  }
  return (['county', 'municipality'] as const).flatMap((level) => {
    const drawn = byLevel[level].sort((a, b) => (a.properties.key < b.properties.key ? -1 : 1))
    if (drawn.length === 0) return []
    const keys = drawn.map(({ properties }) => properties.key)
    return [{ level, keys, shapes: keep ? packed(withSharedBorders(drawn, layers[level])) : null }]
  })
}

/** A county-free city has five digits in both layers; among municipalities it is the one under which no municipality lies. */
function placeOf({ key, level }: AreaShape, counties: ReadonlySet<string>): { key: string; level: Level } | null {
  if (key.length === 8) return { key, level: 'municipality' }
  if (key.length !== 5) return null
  const city = level === 'municipality' || (counties.size > 0 && !counties.has(key))
  return city ? { key: `${key}000`, level: 'municipality' } : { key, level: 'county' }
}

const packed = (of: AreaTopology) => gzipSync(JSON.stringify(of))

export type Drawing = {
  /** TopoJSON, gzipped, as it was kept. */
  shapes: Uint8Array
  /** Of which level the shapes are, and of which the map is: counties can be merged from municipalities. */
  from: Level
  level: Level
  /** The areas of the map, with their names. */
  areas: readonly { key: string; name: string }[]
}

/** The map's TopoJSON, as fine as its extent needs. */
export function draw({ shapes, from, level, areas }: Drawing): string {
  const whole = JSON.parse(gunzipSync(shapes).toString('utf8')) as AreaTopology
  const names = Object.fromEntries(areas.map(({ key, name }) => [key, name]))
  const wanted = new Set(Object.keys(names))
  if (from === level) return said(coarsen(onlyAreas(whole, layers[level], wanted), layers[level]))
  const below = areasIn(whole, 'gemeinden').flatMap(({ key }) => (wanted.has(key.slice(0, 5)) ? [key] : []))
  return said(coarsen(withCounties(onlyAreas(whole, 'gemeinden', new Set(below)), names), 'kreise'))
}

/** By their keys alone: what they are called says the register. */
const said = (topology: AreaTopology) =>
  JSON.stringify(topology, (name, value) => (name === 'properties' && value ? { key: value.key } : value))
