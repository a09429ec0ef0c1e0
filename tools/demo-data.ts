/**
 * Makes the demo's data: the official files of NAHTSTELLE_DATA_SOURCES, shortened to Oberbayern and otherwise as the offices print
 * them, so that the demo imports them like any other file. Run by hand (`node tools/demo-data.ts`); the results are committed.
 */
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import readWorkbook from 'read-excel-file/node'
import { readGenesisCsv } from '#pure/genesis/csv.ts'
import { readFlatCsv } from '#pure/genesis/flat.ts'
import { recognise } from '#pure/genesis/recognise.ts'
import { decodeText } from '#pure/table-file/decode.ts'
import { type DemoSource, sources } from './demo-data/sources.ts'

const from = process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data'
const home = path.join(import.meta.dirname, '..')

const entries = []
for (const source of sources) {
  const text = source.kind === 'register' ? await shortenRegister(source) : await shortenTable(source)
  const file = path.join(home, source.folder, source.file)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
  entries.push({ ...describe(source), ...(source.kind === 'register' ? {} : count(text, source.file)) })
  console.log(`${source.folder}/${source.file} ${Buffer.byteLength(text)} bytes`)
}
const notes: string[] = []
for (const folder of new Set(sources.map((source) => source.folder))) {
  const own = entries.filter((entry) => entry.folder === folder).map(({ folder: _, ...entry }) => entry)
  notes.push(path.join(home, folder, 'files.json'))
  await writeFile(notes.at(-1) ?? '', JSON.stringify(own))
}
execFileSync('biome', ['format', '--write', ...notes], { stdio: 'inherit' })

function describe({ kind, origin, keep: _, ...told }: DemoSource) {
  return { ...told, layout: kind, origin: path.basename(origin) }
}

/** What an import of the file must find: the demo's own control numbers. */
function count(text: string, file: string) {
  const table = recognise(text) === 'genesis-flat' ? readFlatCsv(text, { fileName: file }) : readGenesisCsv(text)
  const states = { nil: 0, unknown: 0, unreliable: 0, later: 0, meaningless: 0 }
  let values = 0
  for (const { cell } of table.rows) cell.mark === null ? values++ : states[cell.mark]++
  return {
    table: table.code,
    values,
    states,
    areas: new Set(table.rows.map(({ area }) => area.key)).size,
    periods: [...new Set(table.rows.map(({ period }) => period.to))].sort(),
  }
}

async function shortenTable({ origin, keep }: DemoSource): Promise<string> {
  const bytes = await readFile(path.join(from, origin))
  const { text } = decodeText(origin.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  if (recognise(text) === 'genesis-flat') {
    const [heading = '', ...statements] = lines
    const kept = statements.filter((line) => line.split(';').some((cell) => wanted(cell, '')))
    return `\ufeff${[heading, ...kept.sort()].join('\n')}\n`
  }
  const foot = lines.findIndex((line) => /^_{5,}$/.test(line))
  const kept = lines.filter((line, at) => {
    if (at >= foot || line === '') return true
    const cells = line.split(';').map((cell) => cell.trim())
    const dated = /^(\d{2}\.\d{2}\.)?\d{4}$/.test(cells[0] ?? '') && cells.length > 1
    const key = cells[dated ? 1 : 0] ?? ''
    if (key === '' || !/^(DG|\d+)$/.test(key)) return true
    return wanted(key, dated ? (cells[0] ?? '') : '')
  })
  return `${kept.join('\n').trimEnd()}\n`

  function wanted(key: string, period: string): boolean {
    const inArea = /^091\d\d$/.test(key) || (keep.totals && ['DG', '09', '091'].includes(key))
    return inArea && (period === '' || keep.periods === undefined || keep.periods.some((end) => period.endsWith(end)))
  }
}

/** The rows of the register's sheet as separated text: heading, Bayern, Oberbayern with all that belongs to it, footnotes. */
async function shortenRegister({ origin }: DemoSource): Promise<string> {
  const sheets = await readWorkbook(path.join(from, origin))
  const rows = sheets.at(-1)?.data ?? []
  const kept = rows.filter((row) => {
    const [record, , land, region] = row
    if (!/^\d\d$/.test(String(record ?? ''))) return true
    return land === '09' && (record === '10' || region === '1') && record !== '50'
  })
  const lines = kept.map((row) => row.map(quote).join(';').replace(/;+$/, ''))
  return `${lines.join('\n').trimEnd()}\n`
}

function quote(cell: unknown): string {
  const text = cell === null || cell === undefined ? '' : String(cell).replace(/\s+/g, ' ')
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
