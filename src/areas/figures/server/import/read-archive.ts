// Archives: workbooks (XLSX, ODS, XLS), and ZIP files in which an office packs its tables or shapefiles.
import readWorkbook from 'read-excel-file/node'
import { checkArchive, namesInArchive, unpackArchive } from '#kit/files/archive.ts'
import { isRegisterHeading, type RegisterCell } from '#pure/gemeindeverzeichnis/register.ts'
import { type GridCell, type GridRow, textOf } from '#pure/grid/cell.ts'
import { readOds } from '#pure/spreadsheet/ods.ts'
import { readXls } from '#pure/spreadsheet/xls.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Extract } from './extract.ts'
import { joinLayers } from './from-areas.ts'
import { type Hints, type readOfficialFile, registerFrom } from './read-file.ts'
import { readSheets, type SheetRows } from './read-table.ts'

type Read = typeof readOfficialFile

export async function readArchive(bytes: Uint8Array, fileName: string, hints: Hints, read: Read): Promise<Extract> {
  checkArchive(bytes, { formulas: 'refused' })
  const names = namesInArchive(bytes)
  if (names.includes('xl/workbook.xml')) return readNewWorkbook(bytes, hints)
  const contentOf = (name: string) => unpackArchive(bytes, new Set([name]))[0]!.bytes
  if (names.includes('content.xml') && names.includes('mimetype'))
    return readTableSheets(readOds(new TextDecoder().decode(contentOf('content.xml'))), hints)
  // An archive in an archive is how a bomb hides its size.
  const files = names.filter((name) => !/\.zip$/i.test(name))
  const ending = (one: RegExp) => files.filter((name) => one.test(name))
  const main = [
    ending(/datapackage\.json$/i),
    ending(/\.shp$/i),
    ending(/\.(csv|xlsx|ods|xls|json|geojson|parquet)$/i),
    ending(/\.(txt|asc|dbf)$/i),
  ].find((list) => list.length > 0)
  if (!main) throw new UnreadableFile('unknown-format')
  const shapes = main.every((name) => /\.shp$/i.test(name))
  if (main.length > 1 && !shapes) {
    const some = main.slice(0, 3).map(baseOf).join(', ')
    throw new UnreadableFile('several-tables', null, { count: main.length, names: some })
  }
  // What may belong to the main file: everything beside a package, the parts of the same name beside shapes.
  const readOne = (name: string) => {
    const folder = name.slice(0, name.length - baseOf(name).length)
    const stem = name.replace(/\.\w+$/, '.')
    const own = shapes ? files.filter((one) => one.startsWith(stem) || isDayFile(one)) : files
    const companions = unpackArchive(bytes, new Set(own.filter((one) => one !== name))).map((file) => ({
      ...file,
      name: isDayFile(file.name)
        ? baseOf(file.name)
        : file.name.startsWith(folder)
          ? file.name.slice(folder.length)
          : file.name,
    }))
    return read(contentOf(name), baseOf(name) || fileName, { ...hints, companions })
  }
  if (main.length === 1) return readOne(main[0]!)
  const layers: { where: string; extract: Extract }[] = []
  const others: string[] = []
  for (const name of main) {
    try {
      layers.push({ where: baseOf(name), extract: await readOne(name) })
    } catch (error) {
      // Lines and points lie beside the areas in the agency's own archives.
      if (!(error instanceof UnreadableFile) || error.detail.format !== 'shapes-without-area') throw error
      others.push(baseOf(name))
    }
  }
  return joinLayers(layers, others)
}

const isDayFile = (name: string) => /(^|\/)aktualitaet\.txt$/i.test(name)
const baseOf = (path: string) => path.split('/').at(-1) ?? path

async function readNewWorkbook(bytes: Uint8Array, hints: Hints): Promise<Extract> {
  const sheets = await readWorkbook(Buffer.from(bytes)).catch(() => {
    throw new UnreadableFile('undecodable')
  })
  return readTableSheets(
    sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row, at): GridRow => ({ line: at + 1, cells: row.map(asCell) })),
    })),
    hints,
  )
}

export function readOldWorkbook(bytes: Uint8Array, hints: Hints): Extract {
  return readTableSheets(readXls(bytes), hints)
}

function readTableSheets(sheets: readonly SheetRows[], hints: Hints): Extract {
  const register = sheets.find(({ rows }) =>
    isRegisterHeading(
      rows
        .slice(0, 8)
        .flatMap(({ cells }) => cells)
        .map(textOf)
        .join(' '),
    ),
  )
  return register ? registerFrom(whole(register.rows), hints) : readSheets(sheets, hints)
}

/** Rows by their own numbers: a sheet may leave some out. */
function whole(rows: readonly GridRow[]): RegisterCell[][] {
  const all: RegisterCell[][] = []
  for (const { line, cells } of rows) {
    while (all.length < line - 1) all.push([])
    all.push(cells)
  }
  return all
}

const asCell = (cell: unknown): GridCell =>
  typeof cell === 'string' || typeof cell === 'number'
    ? cell
    : cell === null || cell === undefined
      ? null
      : cell instanceof Object && 'toISOString' in cell
        ? (cell as { toISOString(): string }).toISOString().slice(0, 10)
        : String(cell)
