// Turns the boundaries into drawn areas. Mercator by hand on the plane: whichever way round a ring runs, it stays an area.
import { geoPath, geoTransform } from 'd3-geo'
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

export type AreaFeature = Feature<Geometry, GeoJsonProperties>
export type Outline = {
  key: string
  path: string
  middle: { x: number; y: number }
  width: number
  height: number
}

const pad = 6

export function outlinesOf(
  topology: Topology,
  object: string | undefined,
  keyOf: (area: AreaFeature) => string,
  width: number,
): { outlines: Outline[]; height: number } {
  const chosen = topology.objects[object ?? Object.keys(topology.objects)[0] ?? '']
  if (!chosen) return { outlines: [], height: 0 }
  const found = feature(topology, chosen as GeometryCollection<GeoJsonProperties>)
  const all: FeatureCollection = 'features' in found ? found : { type: 'FeatureCollection', features: [found] }
  const [[left, top], [right, bottom]] = geoPath(plane(1, 0, 0)).bounds(all)
  const scale = (width - 2 * pad) / Math.max(1e-9, right - left)
  const height = Math.ceil((bottom - top) * scale + 2 * pad)
  const path = geoPath(plane(scale, pad - left * scale, pad - top * scale)).digits(1)
  const outlines = all.features.flatMap((area): Outline[] => {
    const drawn = path(area)
    if (!drawn) return []
    const [[x0, y0], [x1, y1]] = path.bounds(area)
    const [x, y] = path.centroid(area)
    return [{ key: keyOf(area), path: drawn, middle: { x, y }, width: x1 - x0, height: y1 - y0 }]
  })
  return { outlines, height }
}

/** Degrees become Mercator; coordinates beyond degrees are metres already (UTM of the BKG) and only turned upside down. */
function plane(scale: number, dx: number, dy: number) {
  return geoTransform({
    point(lon, lat) {
      const metres = Math.abs(lon) > 360 || Math.abs(lat) > 90
      const y = metres ? -lat : -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
      this.stream.point((metres ? lon : (lon * Math.PI) / 180) * scale + dx, y * scale + dy)
    },
  })
}

/** The next area in the direction of an arrow key: near, and more ahead than aside. */
export function nextArea(from: Outline, all: readonly Outline[], key: string): Outline | undefined {
  const direction: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  }
  const way = direction[key]
  if (!way) return undefined
  return all
    .flatMap((area) => {
      const dx = area.middle.x - from.middle.x
      const dy = area.middle.y - from.middle.y
      const ahead = dx * way[0] + dy * way[1]
      const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0])
      return ahead > 1 ? [{ area, far: ahead + 2 * aside }] : []
    })
    .sort((a, b) => a.far - b.far)[0]?.area
}
