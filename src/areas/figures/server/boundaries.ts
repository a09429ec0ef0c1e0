// Boundaries for the maps, from the cache that set-up builds. The application names the files at its start; they never change while it runs.
import { readFile } from 'node:fs/promises'
import type { BoundaryFiles } from '#kit/geo/boundaries.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { FileOut } from '#kit/http/scene.ts'
import type { BoundaryLevel } from '../contract/shapes.ts'

const place: { files: BoundaryFiles | null; read: Map<BoundaryLevel, Uint8Array> } = { files: null, read: new Map() }

/** Called once by the application that serves: where set-up has put the boundaries. */
export function provideBoundaries(files: BoundaryFiles): void {
  place.files = files
  place.read.clear()
}

/** @throws Refusal noBoundaries */
export async function boundaries(level: BoundaryLevel): Promise<FileOut> {
  if (!place.files) throw new Refusal('noBoundaries')
  const there = place.read.get(level)
  const bytes =
    there ??
    Buffer.from(
      `{"attribution":${JSON.stringify(place.files.attribution)},"topology":${await readFile(place.files[level], 'utf8')}}`,
    )
  if (!there) place.read.set(level, bytes)
  return { name: `${level}.json`, type: 'application/json; charset=utf-8', bytes, inline: true, maxAge: 86_400 }
}
