// From bytes to columns: workbook or text, register or GENESIS. Runs in a thread of its own; throws UnreadableFile with a code.
import readWorkbook from 'read-excel-file/node'
import { checkArchive, isArchive } from '#kit/files/archive.ts'
import { isRegisterHeading, type RegisterCell, readGemeindeverzeichnis } from '#pure/gemeindeverzeichnis/register.ts'
import { readGenesisCsv } from '#pure/genesis/csv.ts'
import { readFlatCsv } from '#pure/genesis/flat.ts'
import { recognise } from '#pure/genesis/recognise.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { detectSeparator, readSeparated } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Extract } from './extract.ts'
import { fromGenesis } from './from-genesis.ts'
import { fromRegister } from './from-register.ts'

/** What only the person who reads it in may know of a file: the day of a register that does not print one. */
export type Hints = { validOn?: string | undefined }

/** @throws UnreadableFile */
export async function readOfficialFile(bytes: Uint8Array, fileName: string, hints: Hints = {}): Promise<Extract> {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  if (isArchive(bytes)) return fromWorkbook(bytes, hints)
  const { text } = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableFile('empty')
  const formula = /(?:^|[;,\t])"?[=@][^;,\t\n]/m.exec(text)
  if (formula) throw new UnreadableFile('formula', lineAt(text, formula.index))
  const format = recognise(text)
  if (format === 'genesis-csv') return fromGenesis(readGenesisCsv(text))
  if (format === 'genesis-flat') return fromGenesis(readFlatCsv(text, { fileName }))
  if (format === 'genesis-cube') throw new UnreadableFile('unknown-format', 1, { format: 'genesis-cube' })
  if (isRegisterHeading(text.slice(0, 4000)))
    return registerFrom(
      readSeparated(text, detectSeparator(text.slice(text.search(/Satz-?\s*art/i)))).map((row) => row.cells),
      hints,
    )
  throw new UnreadableFile('unknown-format')
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length

async function fromWorkbook(bytes: Uint8Array, hints: Hints): Promise<Extract> {
  checkArchive(bytes, { formulas: 'refused' })
  const sheets = await readWorkbook(Buffer.from(bytes)).catch(() => {
    throw new UnreadableFile('undecodable')
  })
  const rowsOf = (data: readonly (readonly unknown[])[]) => data.map((row) => row.map(asCell))
  const found = sheets.find(({ data }) =>
    isRegisterHeading(
      data
        .slice(0, 8)
        .flat()
        .filter((cell) => typeof cell === 'string')
        .join(' '),
    ),
  )
  if (!found) throw new UnreadableFile('unknown-format')
  return registerFrom(rowsOf(found.data), hints)
}

const asCell = (cell: unknown): RegisterCell =>
  typeof cell === 'string' || typeof cell === 'number'
    ? cell
    : cell === null || cell === undefined
      ? null
      : String(cell)

function registerFrom(rows: readonly (readonly RegisterCell[])[], hints: Hints): Extract {
  const lines = rows.map((row) => String(row[0] ?? '').trim())
  const at = lines.findIndex((line) => line.startsWith('©'))
  const owner = at < 0 ? null : [lines[at], lines[at + 1]].filter((line) => line && !/gestattet/.test(line)).join(' ')
  return fromRegister(readGemeindeverzeichnis(rows, hints), owner)
}
