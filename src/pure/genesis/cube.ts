/**
 * Reads the exchange layout of GENESIS databases ("cubefile", K;DQ;… heading blocks and D;… data): what a table is made of, by codes alone. Values
 * use the point, have a letter of quality and a column that says whether a value is closed to the public.
 */
import { readAreaKey } from '#pure/keys/area-key.ts'
import { readCell } from '#pure/table-file/cell.ts'
import { readSeparated } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { openLedger } from './ledger.ts'
import { readPeriod } from './period.ts'
import type { Attribute, LeftOutWhy, Measure, OfficialTable, TableRow } from './table.ts'

type Block = { name: string; columns: string[]; rows: { line: number; cells: string[] }[] }

export function readGenesisCube(text: string): OfficialTable {
  const blocks = readBlocks(text)
  const block = (name: string) => blocks.find((one) => one.name === name)
  const [head, axes, times, measures, data] = [block('DQ'), block('DQA'), block('DQZ'), block('DQI'), block('QEI')]
  if (!head || !axes || !measures || !data)
    throw new UnreadableFile('broken-header', 1, { missing: 'DQ, DQA, DQI, QEI' })
  const code = head.rows[0]?.cells[1] ?? ''
  const statistic = block('DQ-ERH')?.rows[0]?.cells[1] ?? code.slice(0, 5)
  const characteristics = axes.rows.map(({ cells }) => cells[1] ?? '')
  const times0 = times?.rows.map(({ cells }) => cells[1] ?? '') ?? []
  const kinds = measures.rows.map(
    ({ cells }): Measure => ({ code: cells[1] ?? '', label: cells[1] ?? '', unit: unitOf(cells[2] ?? '') }),
  )
  const [stub, each] = [1 + characteristics.length + times0.length, 4]
  const ledger = openLedger()
  for (const { line, cells } of data.rows) {
    const leaveOut = (why: LeftOutWhy) => ledger.leftOut.push({ line, why })
    const expected = stub + each * kinds.length
    if (cells.length !== expected) {
      leaveOut({ code: 'column-count', expected, found: cells.length })
      continue
    }
    const at = characteristics.findIndex((name) => regional.test(name))
    const key = readAreaKey(at < 0 ? 'DG' : (cells[1 + at] ?? ''))
    if (!key.ok) {
      leaveOut({ code: 'area-key', fault: key.why })
      continue
    }
    const time = cells[1 + characteristics.length] ?? ''
    const period = readPeriod(time)
    if (period === null) {
      leaveOut({ code: 'period', text: time })
      continue
    }
    const dimensions: Record<string, Attribute> = {}
    for (const [n, name] of characteristics.entries()) {
      const value = cells[1 + n] ?? ''
      if (n !== at)
        dimensions[name] = { code: value, label: value, total: value === '' || /^(INSGESAMT|GESAMT)$/i.test(value) }
    }
    const rows: TableRow[] = []
    for (const [n, measure] of kinds.entries()) {
      const [value = '', quality = '', closed = ''] = cells.slice(stub + n * each)
      // Closed to the public: whatever stands there is not ours to read.
      const got = /^[gG1jJ]$/.test(closed.trim()) ? readCell('.', 'point') : readCell(value, 'point')
      if (got === null) {
        leaveOut({ code: 'value', text: value, column: stub + n * each + 1 })
        continue
      }
      const area = { key: key.key, level: key.level, name: '' }
      rows.push({ line, area, period, dimensions, measure, cell: got.cell, quality: quality.trim() || null })
    }
    ledger.addLine([key.key, period.to, ...Object.values(dimensions).map((one) => one.code)].join('|'), key.key, rows)
  }
  if (ledger.rows.length === 0)
    throw new UnreadableFile('no-rows', data.rows[0]?.line ?? 1, { leftOut: ledger.leftOut.length })
  return {
    format: 'genesis-cube',
    code,
    statistic: { code: statistic, label: '' },
    title: code,
    source: null,
    licence: null,
    printedAt: printedAt(text),
    footnotes: [],
    dimensions: characteristics.filter((name) => !regional.test(name)).map((name) => ({ code: name, label: name })),
    measures: kinds,
    rows: ledger.rows,
    leftOut: ledger.leftOut,
  }
}

const regional = /^(DINSG|DLAND|REGBEZ|KREISE|GEMEIN|SAMTGE|DG|GEO[A-Z]{2}\d)$/
const unitOf = (name: string) => ({ ANZAHL: 'Anzahl', PROZENT: '%' })[name] ?? name

function readBlocks(text: string): Block[] {
  const blocks: Block[] = []
  for (const { line, cells } of readSeparated(text)) {
    if (cells[0] === 'K') blocks.push({ name: cells[1] ?? '', columns: cells.slice(2), rows: [] })
    else if (cells[0] === 'D') blocks.at(-1)?.rows.push({ line, cells })
  }
  return blocks
}

function printedAt(text: string): string | null {
  const stamp = /am (\d{2})\.(\d{2})\.(\d{4}) um (\d{2}:\d{2}:\d{2})/.exec(text.slice(0, 400))
  return stamp ? `${stamp[3]}-${stamp[2]}-${stamp[1]}T${stamp[4]}` : null
}
