// JSON of many kinds: what it is says its own shape.
import { isRegionList, readRegionList } from '#pure/area-list/regions.ts'
import { type Cube, lookAtCube, readCube } from '#pure/cube/cube.ts'
import { cubeOfJsonStat, isJsonStat } from '#pure/cube/json-stat.ts'
import { cubeOfSdmxJson, isSdmxJson } from '#pure/cube/sdmx-json.ts'
import { isDataPackage } from '#pure/data-package/package.ts'
import { isRegisterJson, rowsOfRegisterJson } from '#pure/gemeindeverzeichnis/gv100.ts'
import { epsgOf, featuresOf, isGeoJson } from '#pure/geojson/boundaries.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Extract } from './extract.ts'
import { fromAreas } from './from-areas.ts'
import { planned } from './planned.ts'
import { boundariesOf } from './read-boundaries.ts'
import { type Hints, registerFrom } from './read-file.ts'
import { readPackage } from './read-table.ts'

type ReadText = (text: string, fileName: string, hints: Hints) => Extract

export function readJson(text: string, fileName: string, hints: Hints, readText: ReadText): Extract {
  const json = parse(text)
  if (isGeoJson(json)) return boundariesOf(featuresOf(json), epsgOf(json), hints)
  if (isDataPackage(json)) return readPackage(json, hints)
  if (isSdmxJson(json)) return fromCube('sdmx-json', cubeOfSdmxJson(json), hints)
  if (isJsonStat(json)) return fromCube('json-stat', cubeOfJsonStat(json), hints)
  if (isRegisterJson(json)) return registerFrom(rowsOfRegisterJson(json), hints, 1)
  if (isRegionList(json)) return fromAreas(readRegionList(json))
  const wrapped = contentOf(json)
  if (wrapped !== null) return readText(wrapped, fileName, hints)
  throw new UnreadableFile('unknown-format')
}

const fromCube = (format: 'sdmx-json' | 'json-stat', cube: Cube, hints: Hints): Extract =>
  planned(
    format,
    hints,
    () => lookAtCube(cube),
    (plan) => readCube(cube, plan),
  )

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Text that ends in the middle is a download that broke off.
    throw new UnreadableFile(/[}\]]\s*$/.test(text) ? 'undecodable' : 'cut-off')
  }
}

/** GENESIS' web service (data/table, data/tablefile) answers with the table as a text inside of JSON. */
function contentOf(json: unknown): string | null {
  const content = (json as { Object?: { Content?: unknown } } | null)?.Object?.Content
  return typeof content === 'string' && content.trim() !== '' ? content : null
}
