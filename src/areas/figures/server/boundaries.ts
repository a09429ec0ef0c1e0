// Boundaries for the maps: those that an operator has read in, or the ones that set-up made, whichever know more of the areas that exist here.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Database } from '#kit/db/database.ts'
import type { BoundaryFiles } from '#kit/geo/boundaries.ts'
import { type AreaTopology, areasIn, type Layer } from '#kit/geo/drawing.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { FileOut } from '#kit/http/scene.ts'
import type { BoundaryLevel, Level } from '../contract/shapes.ts'
import { boundaryStore, type StoredShapes } from '../store/boundaries.ts'
import { officialTexts } from '../texts/official.de.ts'
import { drawInThread } from './import/read-in-thread.ts'

const levels: Readonly<Record<BoundaryLevel, Level>> = { counties: 'county', municipalities: 'municipality' }
const layers: Readonly<Record<Level, Layer>> = { county: 'kreise', municipality: 'gemeinden' }

type MapFile = FileOut & { bytes: Uint8Array }
type Built = { map: MapFile; keys: ReadonlySet<string> }
const place: { files: BoundaryFiles | null; built: Map<Level, Built> } = { files: null, built: new Map() }
/** Maps that were drawn, by what they were drawn of. Every process may have its own; they are the same. */
const drawn = new Map<string, Promise<MapFile>>()
const mostDrawn = 6

/** Called once by the application that serves: where set-up has put the boundaries. */
export function provideBoundaries(files: BoundaryFiles): void {
  place.files = files
  place.built.clear()
}

/** @throws Refusal noBoundaries */
export async function boundaries(db: Database, today: string, wanted: BoundaryLevel): Promise<MapFile> {
  const level = levels[wanted]
  const known = await boundaryStore(db).known(level, today)
  const keys = known.map(({ key }) => key)
  const [own, built] = [await bestOf(db, level, keys, today), await builtAt(level)]
  if (own && own.covers >= (built ? keys.filter((key) => built.keys.has(key)).length : 0))
    return drawingOf(db, own, level, known)
  if (!built) throw new Refusal('noBoundaries')
  return built.map
}

type Own = StoredShapes & { from: Level }

/** Counties have shapes of their own, or are merged from those of their municipalities where these know more of them. */
async function bestOf(db: Database, level: Level, keys: readonly string[], today: string): Promise<Own | null> {
  const store = boundaryStore(db)
  const own = await store.best(level, keys)
  if (level === 'municipality' || own?.covers === keys.length) return own ? { ...own, from: level } : null
  const below = (await store.known('municipality', today)).map(({ key }) => key)
  const parts = await store.best('municipality', below)
  // A county of which one municipality is missing would have a hole: only whole ones count, and a file has all of its counties or is a part.
  const covers = parts && parts.covers === below.length ? keys.length : 0
  if (parts && covers > (own?.covers ?? 0)) return { ...parts, covers, from: 'municipality' }
  return own ? { ...own, from: level } : null
}

function drawingOf(
  db: Database,
  { official, sha256, attribution, from }: Own,
  level: Level,
  areas: readonly { key: string; name: string }[],
): Promise<MapFile> {
  const stamp = createHash('sha256').update(JSON.stringify(areas)).digest('base64url')
  const name = `${sha256}/${attribution}/${from}/${level}/${stamp}`
  const there = drawn.get(name)
  if (there) return there
  const drawing = boundaryStore(db)
    .shapes(official, from)
    .then((shapes) => drawInThread({ shapes, from, level, areas }))
    .then((topology) => mapOf(level, attribution, topology))
  if (drawn.size >= mostDrawn) drawn.delete(drawn.keys().next().value!)
  drawn.set(name, drawing)
  drawing.catch(() => drawn.delete(name))
  return drawing
}

async function builtAt(level: Level): Promise<Built | null> {
  if (!place.files) return null
  const there = place.built.get(level)
  if (there) return there
  const topology = await readFile(place.files[level === 'county' ? 'counties' : 'municipalities'], 'utf8')
  const areas = areasIn(JSON.parse(topology) as AreaTopology, layers[level])
  const built = { map: mapOf(level, place.files.attribution, topology), keys: new Set(areas.map(({ key }) => key)) }
  place.built.set(level, built)
  return built
}

function mapOf(level: Level, attribution: string, topology: string): MapFile {
  const text = `{"attribution":${JSON.stringify(officialTexts.changed(attribution))},"topology":${topology}}`
  return {
    name: `${level}.json`,
    type: 'application/json; charset=utf-8',
    bytes: gzipSync(text),
    gzipped: true,
    inline: true,
    tag: createHash('sha256').update(text).digest('base64url').slice(0, 22),
  }
}
