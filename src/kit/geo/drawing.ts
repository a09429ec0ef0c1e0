/**
 * What a map draws: areas with the borders that they share kept once, so that a coarser border stays the same border on both sides. Pure but for the
 * time it takes: thousands of areas belong into a thread.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { bbox, mergeArcs, quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from 'topojson-simplify'
import type * as Topo from 'topojson-specification'

export type AreaProperties = { key: string; name: string }
export type AreaTopology = Topo.Topology<{ [layer: string]: Topo.GeometryCollection<AreaProperties> }>
export type DrawnArea = Feature<Polygon | MultiPolygon, AreaProperties>
export type Layer = 'kreise' | 'gemeinden'
type Shape = Topo.Polygon<AreaProperties> | Topo.MultiPolygon<AreaProperties>

const earthRadiusKm = 6371.0088
/** A corner goes if the triangle it makes with its neighbours is smaller (km²): what is below a pixel at 1,000 px across Oberbayern. */
const detail: Readonly<Record<Layer, number>> = { kreise: 0.2, gemeinden: 0.02 }
/** The box around Oberbayern in km². A larger part of the land is drawn smaller and needs less. */
const usualExtent = 44_000

/** Areas in degrees (WGS84) with shared borders; outer rings run with the clock. */
export function withSharedBorders(areas: DrawnArea[], layer: Layer): AreaTopology {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: areas }
  return topology({ [layer]: collection }, 1e6) as AreaTopology
}

/** Counties merged from their municipalities by key, where nobody has their own shapes. */
export function withCounties(from: AreaTopology, names: Readonly<Record<string, string>>): AreaTopology {
  const byCounty = new Map<string, Shape[]>()
  for (const shape of shapesOf(from, 'gemeinden')) {
    const county = (shape.properties?.key ?? '').slice(0, 5)
    byCounty.set(county, [...(byCounty.get(county) ?? []), shape])
  }
  const geometries = [...byCounty].map(([key, members]) => ({
    ...mergeArcs(from, members),
    properties: { key, name: names[key] ?? (members.length === 1 ? members[0]?.properties?.name : undefined) ?? key },
  }))
  return { ...from, objects: { kreise: { type: 'GeometryCollection', geometries } } }
}

/** Only these areas, as a topology of their own. */
export function onlyAreas(from: AreaTopology, layer: Layer, keys: ReadonlySet<string>): AreaTopology {
  const geometries = shapesOf(from, layer).filter((shape) => keys.has(shape.properties?.key ?? ''))
  const only: AreaTopology = { ...from, objects: { [layer]: { type: 'GeometryCollection', geometries } } }
  const { bbox: _, ...rest } = only
  // Without a condition it only drops the borders that nobody has any more.
  return filter(rest as AreaTopology, () => true) as AreaTopology
}

/** As fine as a map of this extent shows it; what is left of an exclave or island below that size is a sliver and goes. */
export function coarsen(exact: AreaTopology, layer: Layer): AreaTopology {
  const only: AreaTopology = {
    ...exact,
    objects: { [layer]: exact.objects[layer] ?? { type: 'GeometryCollection', geometries: [] } },
  }
  const weight = (detail[layer] * Math.max(1, extentOf(only) / usualExtent)) / earthRadiusKm ** 2
  const weighed = presimplify(only, sphericalTriangleArea)
  const simple = simplify(weighed, weight)
  return quantize(filter(simple, filterWeight(simple, weight, ringArea)), 1e4) as AreaTopology
}

/** Keys and names of the areas of a layer. */
export const areasIn = (from: AreaTopology, layer: Layer): AreaProperties[] =>
  shapesOf(from, layer).flatMap(({ properties }) => (properties ? [properties] : []))

const shapesOf = (from: AreaTopology, layer: Layer) => (from.objects[layer]?.geometries ?? []) as Shape[]

/** km² of the box around everything. */
function extentOf(of: AreaTopology): number {
  const [west, south, east, north] = bbox(of)
  const kmPerDegree = (Math.PI / 180) * earthRadiusKm
  const middle = ((south + north) / 2) * (Math.PI / 180)
  const box = (east - west) * Math.cos(middle) * (north - south) * kmPerDegree ** 2
  return Number.isFinite(box) ? box : 0
}

/** An outer ring's area; the typings know the library's callback by its first argument only. */
const ringArea = (ring: [number, number][], interior = false) => sphericalRingArea(ring, interior)
