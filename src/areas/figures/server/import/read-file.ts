// From bytes to columns: which layout is it, and who reads it. Runs in a thread of its own; throws UnreadableFile with a code.
import { isArchive } from '#kit/files/archive.ts'
import { isDbf } from '#pure/dbf/dbf.ts'
import { isGv100, rowsOfGv100 } from '#pure/gemeindeverzeichnis/gv100.ts'
import { isRegisterHeading, type RegisterCell, readGemeindeverzeichnis } from '#pure/gemeindeverzeichnis/register.ts'
import { readGenesisCsv } from '#pure/genesis/csv.ts'
import { readGenesisCube } from '#pure/genesis/cube.ts'
import { readFlatCsv } from '#pure/genesis/flat.ts'
import { recognise } from '#pure/genesis/recognise.ts'
import { isShapefile } from '#pure/shapefile/shapes.ts'
import { isCompound } from '#pure/spreadsheet/compound.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { detectSeparator, readSeparated } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Mapping } from '../../contract/mapping.ts'
import type { Extract } from './extract.ts'
import { fromGenesis } from './from-genesis.ts'
import { fromRegister } from './from-register.ts'
import { readArchive, readOldWorkbook } from './read-archive.ts'
import { readShapefile, readTableOfShapes } from './read-boundaries.ts'
import { readJson } from './read-json.ts'
import { readTextTable } from './read-table.ts'

/** A file with what lies beside it: the parts of a shapefile, the description of a table. */
export type Companion = { name: string; bytes: Uint8Array }
/** What only the person who reads it in may know of a file: the day of a file that does not print one. `keep`: shapes are wanted, not only their names. */
export type Hints = {
  validOn?: string | undefined
  companions?: readonly Companion[]
  keep?: boolean
  /** A table in whatever shape is wanted for the store: read as the mapping says, or as it leaves no choice about. */
  wish?: { mapping: Mapping | null } | undefined
}

/** @throws UnreadableFile */
export async function readOfficialFile(bytes: Uint8Array, fileName: string, hints: Hints = {}): Promise<Extract> {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  if (isArchive(bytes)) return readArchive(bytes, fileName, hints, readOfficialFile)
  if (isCompound(bytes)) return readOldWorkbook(bytes, hints)
  // Its reader is large, and few files need it.
  if (isParquet(bytes)) return (await import('./read-parquet.ts')).readParquet(bytes, fileName, hints)
  if (isShapefile(bytes)) return readShapefile(bytes, fileName, hints)
  if (isDbf(bytes)) return readTableOfShapes(bytes, fileName, hints)
  return readTextFile(bytes, fileName, hints)
}

const isParquet = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 4)) === 'PAR1'

/** What belongs to something else and says nothing alone. */
const parts = /\.(prj|cpg|shx|sbn|sbx|qix|qpj)$/i

function readTextFile(bytes: Uint8Array, fileName: string, hints: Hints): Extract {
  if (parts.test(fileName)) throw new UnreadableFile('companion', null, { name: fileName.replace(parts, '.shp') })
  const { text } = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableFile('empty')
  if (/^\ufeff?\s*[{[]/.test(text)) return readJson(text, fileName, hints, readOfficialText)
  return readOfficialText(text, fileName, hints)
}

function readOfficialText(text: string, fileName: string, hints: Hints): Extract {
  const formula = /(?:^|[;,\t])"?[=@](?![=\s])[^;,\t\n]/m.exec(text)
  if (formula) throw new UnreadableFile('formula', lineAt(text, formula.index))
  const format = recognise(text)
  if (format === 'genesis-csv') return fromGenesis(readGenesisCsv(text))
  if (format === 'genesis-flat') return fromGenesis(readFlatCsv(text, { fileName }))
  if (format === 'genesis-cube') return fromGenesis(readGenesisCube(text))
  if (isGv100(text)) return registerFrom(rowsOfGv100(text), hints, 1)
  if (isRegisterHeading(text.slice(0, 4000)))
    return registerFrom(
      readSeparated(text, detectSeparator(text.slice(text.search(/Satz-?\s*art/i)))).map((row) => row.cells),
      hints,
    )
  return readTextTable(text, fileName, hints)
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length

export function registerFrom(rows: readonly (readonly RegisterCell[])[], hints: Hints, linesAbove = 0): Extract {
  const lines = rows.map((row) => String(row[0] ?? '').trim())
  const at = lines.findIndex((line) => line.startsWith('©'))
  const owner = at < 0 ? null : [lines[at], lines[at + 1]].filter((line) => line && !/gestattet/.test(line)).join(' ')
  return fromRegister(readGemeindeverzeichnis(rows, { validOn: hints.validOn, linesAbove }), owner)
}
