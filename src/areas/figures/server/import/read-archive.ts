// Archives: workbooks (XLSX, ODS, XLS), and ZIP files in which an office packs its tables or shapefiles.
import readWorkbook from 'read-excel-file/node'
import { checkArchive, unpackArchive } from '#kit/files/archive.ts'
import { isRegisterHeading, type RegisterCell } from '#pure/gemeindeverzeichnis/register.ts'
import { type GridCell, type GridRow, textOf } from '#pure/grid/cell.ts'
import { readOds } from '#pure/spreadsheet/ods.ts'
import { readXls } from '#pure/spreadsheet/xls.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Extract } from './extract.ts'
import { type Hints, type readOfficialFile, registerFrom } from './read-file.ts'
import { readSheets, type SheetRows } from './read-table.ts'

type Read = typeof readOfficialFile

export async function readArchive(bytes: Uint8Array, fileName: string, hints: Hints, read: Read): Promise<Extract> {
  checkArchive(bytes, { formulas: 'refused' })
  const entries = unpackArchive(bytes)
  if (entries.some(({ name }) => name === 'xl/workbook.xml')) return readNewWorkbook(bytes, hints)
  const content = entries.find(({ name }) => name === 'content.xml')
  if (content && entries.some(({ name }) => name === 'mimetype')) {
    const { text } = { text: new TextDecoder().decode(content.bytes) }
    return readTableSheets(readOds(text), hints)
  }
  // An archive in an archive is how a bomb hides its size.
  const files = entries.filter(({ name }) => !/\.zip$/i.test(name))
  const named = (ending: RegExp) => files.filter(({ name }) => ending.test(name))
  const main = [
    named(/datapackage\.json$/i),
    named(/\.shp$/i),
    named(/\.(csv|xlsx|ods|xls|json|geojson|parquet)$/i),
    named(/\.(txt|asc|dbf)$/i),
  ].find((list) => list.length > 0)
  if (!main) throw new UnreadableFile('unknown-format')
  if (main.length > 1)
    throw new UnreadableFile('several-tables', null, {
      count: main.length,
      names: main
        .slice(0, 3)
        .map(({ name }) => baseOf(name))
        .join(', '),
    })
  const [one] = main
  const folder = one!.name.slice(0, one!.name.length - baseOf(one!.name).length)
  const companions = files
    .filter((file) => file !== one)
    .map((file) => ({ ...file, name: file.name.startsWith(folder) ? file.name.slice(folder.length) : file.name }))
  return read(one!.bytes, baseOf(one!.name) || fileName, { ...hints, companions })
}

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
  return register ? registerFrom(whole(register.rows), hints) : readSheets(sheets)
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
