// Boundary files of the BKG: shapefiles with their parts, GeoJSON, and the table alone (VG250-EW: inhabitants and size).
import { addDays } from '#kit/clock/days.ts'
import { toWgs84 } from '#kit/geo/projection.ts'
import { type DbfRecord, readDbf } from '#pure/dbf/dbf.ts'
import { type Feature, keyOf, readBoundaries } from '#pure/geojson/boundaries.ts'
import { readTime } from '#pure/grid/periods.ts'
import { readGrid } from '#pure/grid/read.ts'
import { readShapes } from '#pure/shapefile/shapes.ts'
import type { Finding } from '#pure/table-file/collect.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { officialTexts } from '../../texts/official.de.ts'
import type { Extract } from './extract.ts'
import { shownAreas } from './from-areas.ts'
import { fromCollected } from './from-collected.ts'
import { knownMeasure } from './official-measures.ts'
import type { Hints } from './read-file.ts'
import { shapesOf } from './shapes.ts'

const companionOf = (hints: Hints, stem: string, ending: string) =>
  hints.companions?.find(({ name }) => name.toLowerCase() === `${stem}.${ending}`.toLowerCase())
const stemOf = (fileName: string) => fileName.replace(/\.\w+$/, '')

export function readShapefile(bytes: Uint8Array, fileName: string, hints: Hints): Extract {
  const stem = stemOf(fileName)
  const part = (ending: string) => {
    const found = companionOf(hints, stem, ending)
    if (!found) throw new UnreadableFile('companion', null, { name: `${stem}.${ending}` })
    return found.bytes
  }
  const { records } = readDbf(part('dbf'), codePage(hints, stem))
  const boundaries = boundariesOf(featuresFrom(bytes, records), decodeText(part('prj')).text, hints)
  // VG250-EW: the shapes are whole, and what counts are the inhabitants beside them.
  return records[0]?.EWZ === undefined ? boundaries : fromTable(records, true, hints)
}

function* featuresFrom(bytes: Uint8Array, records: readonly DbfRecord[]): Generator<Feature> {
  let line = 0
  for (const polygons of readShapes(bytes)) {
    const properties = records[line++]
    if (!properties) throw new UnreadableFile('cut-off', line)
    yield { line, properties, polygons }
  }
  if (line !== records.length) throw new UnreadableFile('cut-off', line)
}

const codePage = (hints: Hints, stem: string) => {
  const file = companionOf(hints, stem, 'cpg')
  return file ? decodeText(file.bytes).text.trim() : null
}

/** `system`: WKT or EPSG number; null where the file says WGS84. */
export function boundariesOf(features: Iterable<Feature>, system: string | null, hints: Hints): Extract {
  const turn = system === null ? undefined : toWgs84(system)
  if (turn === null) throw new UnreadableFile('projection', null, { system: (system ?? '').slice(0, 60) })
  const keep = hints.keep === true
  const columns = new Set<string>()
  const { areas, leftOut } = readBoundaries(columnsSeen(features, columns), turn, { keep })
  const { day, open } = dayOf(hints)
  const shapes = shapesOf(areas, keep)
  return shownAreas({
    format: 'boundaries',
    title: officialTexts.boundaries(
      shapes.map(({ level, keys }) => ({ level, areas: keys.length })),
      day,
      areas.filter(({ unincorporated }) => unincorporated).length,
    ),
    source: isOfBkg(columns) ? officialTexts.bkg(day?.slice(0, 4) ?? null) : null,
    areas,
    periods: day === null ? [] : [{ from: day, until: addDays(day, 1), label: day }],
    leftOut,
    open,
    shapes,
    shownOnly: shapes.length === 0 ? 'format' : day === null ? 'day' : null,
  })
}

function* columnsSeen(features: Iterable<Feature>, columns: Set<string>): Generator<Feature> {
  for (const feature of features) {
    if (columns.size === 0) for (const name of Object.keys(feature.properties)) columns.add(name.toUpperCase())
    yield feature
  }
}

/** The agency's own columns; whoever made other shapes has to be named by whoever reads them in. */
const isOfBkg = (columns: ReadonlySet<string>) =>
  columns.has('GEN') && columns.has('BEZ') && ['ARS', 'RS', 'AGS'].some((name) => columns.has(name))

/** BKG puts the day into a file of its own beside the shapes: "31.12.2022". */
function dayOf(hints: Hints): { day: string | null; open: Finding[] } {
  const file = hints.companions?.find(({ name }) => /^aktualitaet\.txt$/i.test(name))
  const day = (file ? readTime(decodeText(file.bytes).text.trim())?.from : null) ?? hints.validOn ?? null
  return { day, open: day === null ? [{ line: 1, code: 'no-day', detail: {} }] : [] }
}

/** The table of a shapefile: with its shapes beside it, boundaries; alone, what it says of each area. */
export function readTableOfShapes(bytes: Uint8Array, fileName: string, hints: Hints): Extract {
  const stem = stemOf(fileName)
  const { records, fields } = readDbf(bytes, codePage(hints, stem))
  const has = (name: string) => fields.some((field) => field.name === name)
  if (!has('ARS') && !has('AGS') && !has('RS')) {
    const cells = (record: DbfRecord) => fields.map(({ name }) => record[name] ?? '')
    const rows = [
      { line: 0, cells: fields.map(({ name }) => name) },
      ...records.map((record, at) => ({ line: at + 1, cells: cells(record) })),
    ]
    return fromCollected('spreadsheet', readGrid(rows, { numberStyle: 'point' }), 'format')
  }
  const shapes = companionOf(hints, stem, 'shp')
  if (shapes && !has('EWZ'))
    return readShapefile(shapes.bytes, fileName, {
      ...hints,
      companions: [...(hints.companions ?? []), { name: `${stem}.dbf`, bytes }],
    })
  return fromTable(records, has('EWZ'), hints)
}

function fromTable(records: readonly DbfRecord[], counts: boolean, hints: Hints): Extract {
  const leftOut: Finding[] = []
  const areas = new Map<string, { key: string; name: string }>()
  const figures: { measure: number; area: number; period: number; value: number; line: number }[] = []
  const { day, open } = dayOf(hints)
  for (const [at, record] of records.entries()) {
    const line = at + 1
    const key = keyOf((name) => record[name] ?? '')
    if (key === null) leftOut.push({ line, code: 'no-area', detail: { text: record.GEN ?? '' } })
    else if (['1', '2', '8'].includes(record.GF ?? '')) leftOut.push({ line, code: 'water', detail: { text: key.key } })
    else {
      const id = `${key.level}|${key.key}`
      if (areas.has(id)) {
        // A key with two pieces of land says its figures once; a second figure would count people twice.
        leftOut.push({ line, code: 'same-key', detail: { text: key.key } })
        continue
      }
      areas.set(id, { key: key.key, name: record.GEN ?? '' })
      for (const [measure, name] of counts ? (['EWZ', 'KFL'] as const).entries() : []) {
        const text = record[name] ?? ''
        const period = day === null ? -1 : 0
        if (/^-?\d+(\.\d+)?$/.test(text))
          figures.push({ measure, area: areas.size - 1, period, value: Number(text), line })
        else leftOut.push({ line, code: 'value', detail: { text, column: name } })
      }
    }
  }
  return shownAreas({
    format: counts ? 'vg250-ew' : 'areas',
    title: counts ? officialTexts.vg250ew : officialTexts.areaList,
    source: officialTexts.bkg(day?.slice(0, 4) ?? null),
    areas: [...areas.values()],
    measures: counts ? [knownMeasure.population, knownMeasure.size] : [],
    figures,
    periods: day === null ? [] : [{ from: day, until: addDays(day, 1), label: day }],
    leftOut,
    open,
  })
}
