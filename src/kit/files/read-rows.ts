// From bytes to rows of text: the first sheet of a workbook that has anything, or separated text. Runs in a thread of its own.
import readWorkbook from 'read-excel-file/node'
import { decodeText } from '#pure/table-file/decode.ts'
import { detectSeparator, readSeparated, type TextRow } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { checkArchive, isArchive } from './archive.ts'

export const mostRows = 5000
const mostCells = 60
const longestCell = 1000

/** @throws UnreadableFile */
export async function readRows(bytes: Uint8Array): Promise<TextRow[]> {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  const rows = isArchive(bytes) ? await fromWorkbook(bytes) : fromText(bytes)
  const filled = rows
    .map(({ line, cells }) => ({ line, cells: cells.slice(0, mostCells).map((cell) => cell.slice(0, longestCell)) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw new UnreadableFile('empty')
  return filled
}

function fromText(bytes: Uint8Array): TextRow[] {
  const { text } = decodeText(bytes)
  return readSeparated(text, detectSeparator(text.trimStart()))
}

async function fromWorkbook(bytes: Uint8Array): Promise<TextRow[]> {
  checkArchive(bytes, { formulas: 'asText' })
  const sheets = await readWorkbook(Buffer.from(bytes)).catch(() => {
    throw new UnreadableFile('undecodable')
  })
  const sheet = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null && cell !== '')))
  return (sheet?.data ?? []).map((row, at) => ({ line: at + 1, cells: row.map(textOf) }))
}

/** Formulas come as what they last showed; days as ISO text. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object' && 'toISOString' in cell)
    return (cell as { toISOString(): string }).toISOString().slice(0, 10)
  return String(cell)
}
