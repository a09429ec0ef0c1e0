/** Collects the rows of a table and notices when a file says the same thing twice, or two different things about one area. */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { LeftOut, TableRow } from './table.ts'

export type Ledger = {
  rows: TableRow[]
  leftOut: LeftOut[]
  /** The rows of one line, with what the line is about and its area key as printed. */
  addLine: (about: string, printedKey: string, rows: TableRow[]) => void
}

export function openLedger(): Ledger {
  const rows: TableRow[] = []
  const leftOut: LeftOut[] = []
  const seen = new Map<string, { start: number; count: number; printedKey: string }>()
  const addLine = (about: string, printedKey: string, fresh: TableRow[]) => {
    const first = seen.get(about)
    if (first === undefined) {
      seen.set(about, { start: rows.length, count: fresh.length, printedKey })
      for (const row of fresh) rows.push(row)
      return
    }
    const known = rows.slice(first.start, first.start + first.count)
    const [firstLine, line] = [known[0]?.line ?? 0, fresh[0]?.line ?? 0]
    let better = false
    for (const row of fresh) {
      const at = known.findIndex((one) => sameSubject(one, row))
      const earlier = known[at]
      if (earlier === undefined || sameCell(earlier, row)) continue
      // A municipality that changed its Samtgemeinde stands there twice; a mark says that it was not under that key.
      const moved = first.printedKey !== printedKey
      if (moved && row.cell.value === null) continue
      if (!moved || earlier.cell.value !== null) {
        throw new UnreadableFile('contradiction', row.line, { firstLine: earlier.line, area: row.area.key })
      }
      rows[first.start + at] = row
      better = true
    }
    if (better) leftOut.push({ line: firstLine, why: { code: 'repeated', firstLine: line } })
    else leftOut.push({ line, why: { code: 'repeated', firstLine } })
  }
  return { rows, leftOut, addLine }
}

function sameCell(a: TableRow, b: TableRow): boolean {
  return a.cell.value === b.cell.value && a.cell.mark === b.cell.mark
}

function sameSubject(a: TableRow, b: TableRow): boolean {
  if (a.measure.code !== b.measure.code || a.period.to !== b.period.to) return false
  return Object.entries(a.dimensions).every(([code, attribute]) => b.dimensions[code]?.label === attribute.label)
}
