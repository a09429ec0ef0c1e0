// The rows of a table of own counts: CSV read here, workbooks in the reading thread. The fault names line and column.
import { Refusal } from '#kit/http/refusal.ts'
import type { Upload } from '#kit/http/scene.ts'
import { FaultyRows } from '#pure/suppression/tidy.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { detectSeparator, readSeparated } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { FormCell } from '../../rules/form.ts'
import { type Columns, type Content, contentOf, faultOfColumns } from '../../rules/gate.ts'
import { gateTexts } from '../../texts/gate.de.ts'
import { formInThread, UnsafeFile } from '../import/read-in-thread.ts'

const mostBytes = 8 * 1024 * 1024
const mostRows = 60_000
const mostColumns = 40
/** More would take the proof longer than it may. */
const mostCells = 40_000

const unreadable = (code: string, detail: Record<string, string> = {}) =>
  new Refusal('tableUnreadable', { code, ...detail })

/** Head first, every cell as text. @throws Refusal noFile or tableUnreadable */
export async function rowsOf(upload: Upload | null): Promise<string[][]> {
  if (!upload || upload.bytes.length === 0) throw new Refusal('noFile')
  if (upload.bytes.length > mostBytes) throw unreadable('too-large')
  const rows = isPacked(upload.bytes) ? await workbook(upload.bytes) : separated(upload.bytes)
  const filled = rows.filter((row) => row.some((text) => text.trim() !== ''))
  const [head] = filled
  if (!head || filled.length < 2) throw unreadable('empty')
  const width = head.findLastIndex((text) => text.trim() !== '') + 1
  if (width < 2) throw unreadable('one-column')
  if (width > mostColumns) throw unreadable('too-wide')
  if (filled.length > mostRows + 1) throw unreadable('too-long')
  return filled.map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? '').trim()))
}

/** XLSX and ODS are archives ("PK"). */
const isPacked = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

function separated(bytes: Uint8Array): string[][] {
  try {
    const { text } = decodeText(bytes)
    return readSeparated(text, detectSeparator(text)).map(({ cells }) => cells)
  } catch (error) {
    if (error instanceof UnreadableFile) throw unreadable(error.code, error.line ? { line: String(error.line) } : {})
    throw error
  }
}

async function workbook(bytes: Uint8Array): Promise<string[][]> {
  const sheets = await formInThread(bytes).catch((error) => {
    if (error instanceof UnreadableFile) throw unreadable(error.code)
    if (error instanceof UnsafeFile) throw unreadable('unsafe')
    throw error
  })
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  if (filled.length > 1) throw unreadable('several-sheets', { names: filled.map(({ name }) => name).join(', ') })
  return (filled[0]?.rows ?? []).map((row) => row.map(asText))
}

const asText = (cell: FormCell): string => (cell === null ? '' : typeof cell === 'object' ? cell.day : String(cell))

/** @throws Refusal tableFaulty, with the sentence. */
export function understood(rows: readonly (readonly string[])[], columns: Columns): Content {
  const [head = []] = rows
  const fault = columns.length === head.length ? faultOfColumns(head, columns) : ('otherColumns' as const)
  if (fault) throw faulty(gateTexts.columnFaults[fault])
  try {
    return contentOf(rows, columns, mostCells)
  } catch (error) {
    if (error instanceof FaultyRows) throw faulty(gateTexts.rowFaults[error.code](error.at))
    throw error
  }
}

const faulty = (sentence: string) => new Refusal('tableFaulty', { sentence })
