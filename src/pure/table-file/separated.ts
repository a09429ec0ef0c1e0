/**
 * Separated text (RFC 4180 with any separator) that remembers on which line each record began: the importer names lines to people.
 * Own code because `pure` stands on nothing, and because GENESIS exports change their column count within one file.
 */
import { UnreadableFile } from './unreadable.ts'

export type TextRow = { line: number; cells: string[] }

export function readSeparated(text: string, separator = ';'): TextRow[] {
  const records: TextRow[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  while (at < text.length) {
    const record: TextRow = { line, cells: [] }
    for (let open = true; open; ) {
      let cell: string
      if (text[at] === '"') {
        const quoted = readQuoted(text, at, line)
        cell = quoted.cell
        for (let nl = text.indexOf('\n', at); nl >= 0 && nl < quoted.end; nl = text.indexOf('\n', nl + 1)) line++
        at = quoted.end
        // What follows the closing mark up to the separator is kept, so that a stray mark loses nothing.
        const end = endOfCell(text, at, separator)
        cell += stripReturn(text.slice(at, end))
        at = end
      } else {
        const end = endOfCell(text, at, separator)
        cell = stripReturn(text.slice(at, end))
        at = end
      }
      record.cells.push(cell)
      open = text[at] === separator
      at++
    }
    line++
    records.push(record)
  }
  return records
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++
  return end
}

function stripReturn(cell: string): string {
  return cell.endsWith('\r') ? cell.slice(0, -1) : cell
}

function readQuoted(text: string, from: number, line: number): { cell: string; end: number } {
  let cell = ''
  let start = from + 1
  for (;;) {
    const mark = text.indexOf('"', start)
    if (mark < 0) throw new UnreadableFile('open-quote', line)
    cell += text.slice(start, mark)
    if (text[mark + 1] !== '"') return { cell, end: mark + 1 }
    cell += '"'
    start = mark + 2
  }
}

/** The separator that the first line uses most, outside quotation marks. */
export function detectSeparator(text: string): ';' | '\t' | ',' {
  const first = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n')).replace(/"[^"]*"/g, '')
  const count = (mark: string) => first.split(mark).length - 1
  if (count(';') > 0) return ';'
  return count('\t') >= count(',') && count('\t') > 0 ? '\t' : count(',') > 0 ? ',' : ';'
}
