/**
 * Reads the cells of an OpenDocument spreadsheet (content.xml, ODF 1.2 part 1, §9). Only the few elements of a table matter; repeated cells and rows
 * are unfolded as far as they hold something. A sheet that calculates is refused.
 */
import type { GridCell, GridRow } from '#pure/grid/cell.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Sheet } from './xls.ts'

const mostCells = 1_500_000
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function readOds(xml: string): Sheet[] {
  // Entities of its own are how XML bombs are made; no office programme writes any.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new UnreadableFile('undecodable')
  const sheets: Sheet[] = []
  let rows: GridRow[] = []
  let line = 0
  let count = 0
  let cells: GridCell[] | null = null
  let repeatRow = 1
  let cell: { value: GridCell; text: string[]; repeat: number } | null = null
  let depth = 0
  for (const [, close, name, attributes = '', empty, text] of xml.matchAll(
    /<(\/?)([\w:.-]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      if (cell && depth > 0) cell.text[cell.text.length - 1] += plainText(text)
      continue
    }
    const of = (attribute: string) => {
      const found = new RegExp(`\\s${attribute}="([^"]*)"`).exec(attributes)
      return found ? plainText(found[1] ?? '') : null
    }
    if (name === 'table:table') {
      if (close) continue
      rows = []
      line = 0
      sheets.push({ name: of('table:name') ?? '', rows })
    } else if (name === 'table:table-row') {
      if (close || empty) {
        const filled = cells?.findLastIndex((one) => one !== null && one !== '') ?? -1
        if (cells && filled >= 0)
          for (let n = 0; n < repeatRow; n++) {
            rows.push({ line: line + n + 1, cells: cells.slice(0, filled + 1) })
            count += filled + 1
            if (count > mostCells) throw new UnreadableFile('too-large', null, { limit: '1,5 Mio. Zellen' })
          }
        line += empty ? repeats(of('table:number-rows-repeated')) : repeatRow
        cells = null
      } else {
        cells = []
        repeatRow = repeats(of('table:number-rows-repeated'))
      }
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      if (close && cell) {
        push(cells, cell.value ?? cell.text.join('\n'), cell.repeat)
        cell = null
      }
      if (close) continue
      if (of('table:formula') !== null) throw new UnreadableFile('formula')
      const value = cellValue(of)
      const repeat = repeats(of('table:number-columns-repeated'))
      if (empty) push(cells, value, repeat)
      else cell = { value, text: [], repeat }
    } else if (name === 'text:p' && cell) {
      if (!close) cell.text.push('')
      depth = close || empty ? 0 : 1
    } else if (name === 'text:s' && cell && depth > 0)
      cell.text[cell.text.length - 1] += ' '.repeat(repeats(of('text:c')))
    else if (name === 'office:annotation') depth = 0
  }
  if (sheets.length === 0) throw new UnreadableFile('undecodable')
  return sheets
}

const repeats = (text: string | null) => Math.max(1, Math.min(Number(text ?? 1) || 1, 1_048_576))

/** Empty cells are repeated to the end of the sheet: no more of them is kept than a table may be wide. */
function push(cells: GridCell[] | null, value: GridCell, repeat: number) {
  if (!cells) return
  const blank = value === null || value === ''
  for (let n = 0; n < Math.min(repeat, blank ? 500 : 16_384); n++) cells.push(blank ? null : value)
}

function cellValue(of: (name: string) => string | null): GridCell {
  const type = of('office:value-type')
  if (type === 'float' || type === 'percentage' || type === 'currency') {
    const value = Number(of('office:value'))
    return Number.isFinite(value) ? value : null
  }
  return type === 'date' ? (of('office:date-value')?.slice(0, 10) ?? null) : null
}

function plainText(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
