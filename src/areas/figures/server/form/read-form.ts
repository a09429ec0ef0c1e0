// From the bytes of a workbook to the cells of its sheets, and which of them calculate. Runs in a thread of its own.
import readWorkbook from 'read-excel-file/node'
import { checkArchive, isArchive, namesInArchive, unpackArchive } from '#kit/files/archive.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { FormCell, FormSheet } from '../../rules/form.ts'

const most = { rows: 3000, cells: 60, letters: 4000 }
const workbook = 'xl/workbook.xml'

/** @throws UnreadableFile */
export async function readFormSheets(bytes: Uint8Array): Promise<FormSheet[]> {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  if (!isArchive(bytes)) throw new UnreadableFile('unknown-format')
  checkArchive(bytes, { formulas: 'asText' })
  if (!namesInArchive(bytes).includes(workbook)) throw new UnreadableFile('unknown-format')
  const sheets = await readWorkbook(Buffer.from(bytes)).catch(() => {
    throw new UnreadableFile('undecodable')
  })
  // Nothing is read by half: what goes on beyond the longest form is none.
  if (sheets.some(({ data }) => data.slice(most.rows).some((row) => row.some((cell) => cell !== null && cell !== ''))))
    throw new UnreadableFile('too-large', null, { limit: most.rows })
  const formulas = calculating(bytes)
  // Where sheets and their files cannot be matched, a formula anywhere counts for all.
  const matched = formulas.length === sheets.length
  return sheets.map(({ sheet, data }, n) => ({
    name: sheet,
    rows: data.slice(0, most.rows).map((row) => row.slice(0, most.cells).map(cellOf)),
    formulas: matched ? (formulas[n] ?? []) : formulas.flat(),
  }))
}

function cellOf(cell: unknown): FormCell {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number' || typeof cell === 'boolean') return cell
  if (typeof cell === 'object' && 'toISOString' in cell)
    return { day: (cell as { toISOString(): string }).toISOString().slice(0, 10) }
  return String(cell).slice(0, most.letters)
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

/** Sheet by sheet in the order of the workbook: the cells with a formula (ECMA-376, 18.3.1.40). */
function calculating(bytes: Uint8Array): string[][] {
  const text = (name: string) => {
    const file = unpackArchive(bytes, new Set([name]))[0]
    return file ? Buffer.from(file.bytes).toString('utf8') : ''
  }
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  )
  return [...text(workbook).matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, '(?:\\w+:)?id')) ?? ''
    return formulasIn(text(target.startsWith('/') ? target.slice(1) : `xl/${target}`))
  })
}

function formulasIn(xml: string): string[] {
  return [...xml.matchAll(/<(?:\w+:)?c(\s[^>]*)?>\s*<(?:\w+:)?f[\s>/]/g)].map(([, attributes = '']) => {
    const at = /\sr="([A-Z]{1,3})(\d+)"/.exec(attributes)
    if (!at) throw new UnreadableFile('formula')
    const column = [...at[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    return `${Number(at[2]) - 1},${column - 1}`
  })
}
