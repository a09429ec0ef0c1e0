/**
 * Reads the cells of an Excel 97–2003 workbook (BIFF8, [MS-XLS]): statistical offices and BBSR still publish some. Values only: a workbook that
 * calculates is refused like every other, protected ones cannot be read.
 */
import type { GridCell, GridRow } from '#pure/grid/cell.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { readStream } from './compound.ts'
import { readSharedStrings, readText } from './xls-strings.ts'

export type Sheet = { name: string; rows: GridRow[] }

type Record8 = { type: number; at: number; data: DataView }
const is = {
  bof: 0x809,
  eof: 0x0a,
  sheet: 0x85,
  sst: 0xfc,
  more: 0x3c,
  labelSst: 0xfd,
  label: 0x204,
  number: 0x203,
  rk: 0x27e,
}
const also = { mulRk: 0xbd, formula: 0x06, filePass: 0x2f, xf: 0xe0, dates1904: 0x22 }
const mostCells = 1_500_000

export function readXls(bytes: Uint8Array): Sheet[] {
  const stream = readStream(bytes, ['Workbook', 'Book'])
  if (stream === null) throw new UnreadableFile('undecodable')
  const records = [...recordsOf(stream)]
  if (records[0]?.type !== is.bof || records[0].data.getUint16(0, true) !== 0x0600)
    throw new UnreadableFile('unknown-format', null, { format: 'xls-old' })
  if (records.some(({ type }) => type === also.filePass)) throw new UnreadableFile('undecodable')
  const strings = readSharedStrings(
    records.map(({ type, data }) => ({ type, data })),
    is.sst,
    is.more,
  )
  const formats = records.filter(({ type }) => type === also.xf).map(({ data }) => data.getUint16(2, true))
  const base = records.some(({ type, data }) => type === also.dates1904 && data.getUint16(0, true) === 1) ? 1462 : 0
  const sheets: Sheet[] = []
  for (const { type, data } of records) {
    if (type !== is.sheet || data.getUint8(5) !== 0) continue
    const from = data.getUint32(0, true)
    const name = readText(data, 7, data.getUint8(6), (data.getUint8(7) & 1) === 1, 8)
    const start = records.findIndex(({ at }) => at === from)
    if (start < 0) throw new UnreadableFile('cut-off')
    sheets.push({ name, rows: readSheet(records, start + 1, strings, { formats, base }) })
  }
  return sheets
}

function* recordsOf(stream: Uint8Array): Generator<Record8> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (at + 4 + size > stream.length) throw new UnreadableFile('cut-off')
    if (type === 0 && size === 0) return
    yield { type, at, data: new DataView(stream.buffer, stream.byteOffset + at + 4, size) }
    at += 4 + size
  }
}

type Look = { formats: readonly number[]; base: number }

function readSheet(records: readonly Record8[], start: number, strings: readonly string[], look: Look): GridRow[] {
  const rows = new Map<number, GridCell[]>()
  let count = 0
  const put = (row: number, column: number, cell: GridCell) => {
    if (++count > mostCells) throw new UnreadableFile('too-large', null, { limit: '1,5 Mio. Zellen' })
    const cells = rows.get(row) ?? []
    while (cells.length < column) cells.push(null)
    cells[column] = cell
    rows.set(row, cells)
  }
  let depth = 0
  for (let n = start; n < records.length; n++) {
    const { type, data } = records[n]!
    if (type === is.bof) depth++
    else if (type === is.eof && depth-- === 0) break
    if (depth > 0) continue
    if (type === also.formula) throw new UnreadableFile('formula')
    const at = () => [data.getUint16(0, true), data.getUint16(2, true)] as const
    if (type === is.labelSst) put(...at(), strings[data.getUint32(6, true)] ?? null)
    else if (type === is.label)
      put(...at(), readText(data, 8, data.getUint16(6, true), (data.getUint8(8) & 1) === 1, 9))
    else if (type === is.number) put(...at(), asCell(data.getFloat64(6, true), data.getUint16(4, true), look))
    else if (type === is.rk) put(...at(), asCell(fromRk(data.getInt32(6, true)), data.getUint16(4, true), look))
    else if (type === also.mulRk) {
      const [row, first] = at()
      for (let k = 0; 4 + 6 * k + 6 <= data.byteLength - 2; k++)
        put(row, first + k, asCell(fromRk(data.getInt32(6 + 6 * k, true)), data.getUint16(4 + 6 * k, true), look))
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => ({ line: row + 1, cells }))
}

/** Thirty bits of a number, with two flags: a whole number, and divided by a hundred. */
function fromRk(rk: number): number {
  const buffer = new DataView(new ArrayBuffer(8))
  buffer.setInt32(0, rk & ~3, false)
  const value = rk & 2 ? rk >> 2 : buffer.getFloat64(0, false)
  return rk & 1 ? value / 100 : value
}

/** Numbers shown as dates (built-in formats 14 to 17 and 22) are days; all others stay numbers. */
function asCell(value: number, style: number, { formats, base }: Look): GridCell {
  const format = formats[style] ?? 0
  return (format >= 14 && format <= 17) || format === 22 ? dayOf(value + base) : value
}

/** Days since 1899-12-30, as spreadsheets count. */
export function dayOf(serial: number): string {
  // Civil calendar from a count of days (Hinnant's algorithm): no clock and no Date in pure code.
  const days = Math.floor(serial) - 25_569 + 719_468
  const era = Math.floor(days / 146_097)
  const doe = days - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(doy - Math.floor((153 * mp + 2) / 5) + 1)}`
}
