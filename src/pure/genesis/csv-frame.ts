/**
 * The frame of the older GENESIS CSV layout: what stands above the figures (table code, title lines, stacked heading) and below
 * (a line of underscores, footnotes, copyright, "Stand: …").
 */
import type { TextRow } from '#pure/table-file/separated.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'

export type CsvFrame = {
  code: string
  titleLines: string[]
  /** Line of the first heading row. */
  headingLine: number
  headingRows: string[][]
  body: TextRow[]
  footnotes: string[]
  source: string | null
  licence: 'dl-de/by-2-0' | null
  printedAt: string | null
}

export function readFrame(records: TextRow[]): CsvFrame {
  const head = /^(?:GENESIS-)?Tabelle:\s*([0-9A-Z]+(?:-[0-9A-Z]+)*)/.exec(records[0]?.cells[0] ?? '')
  if (!head?.[1]) throw new UnreadableFile('unknown-format', 1)
  const end = records.findIndex(({ cells }) => /^_{5,}$/.test(cells[0] ?? ''))
  // The line of underscores is always printed: without it the download broke off, and half a table must not pass for a whole one.
  if (end < 0) throw new UnreadableFile('cut-off', records.at(-1)?.line ?? 1)
  const firstHeading = records.findIndex(
    ({ cells }, at) => at > 0 && (cells[0] ?? '').trim() === '' && cells.some((cell) => cell.trim() !== ''),
  )
  if (firstHeading < 0 || firstHeading > end) throw new UnreadableFile('broken-header', 2)
  let bodyStart = firstHeading
  while (bodyStart < end && (records[bodyStart]?.cells[0] ?? '').trim() === '') bodyStart++
  if (bodyStart === end) throw new UnreadableFile('no-rows', records[end]?.line ?? null)
  return {
    code: head[1],
    titleLines: records
      .slice(1, firstHeading)
      .map(({ cells }) => (cells[0] ?? '').trim())
      .filter((line) => line !== ''),
    headingLine: records[firstHeading]?.line ?? 1,
    headingRows: records.slice(firstHeading, bodyStart).map(({ cells }) => cells.map((cell) => cell.trim())),
    body: records.slice(bodyStart, end).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    ...readFooter(records.slice(end + 1).map(({ cells }) => cells.join(';').trim())),
  }
}

function readFooter(lines: string[]): Pick<CsvFrame, 'footnotes' | 'source' | 'licence' | 'printedAt'> {
  const text = lines.join('\n')
  const source = /©\s*([^\n.]*?\d{4})/.exec(text)?.[0] ?? null
  const licensed = /Datenlizenz Deutschland[\s-]*Namensnennung[\s-]*Version 2\.0/.test(text)
  const stamp = /Stand:\s*(\d{2})\.(\d{2})\.(\d{4})(?:\s*\/\s*(\d{2}:\d{2}:\d{2}))?/.exec(text)
  return {
    footnotes: footnotesOf(lines),
    source,
    licence: licensed ? 'dl-de/by-2-0' : null,
    printedAt: stamp ? `${stamp[3]}-${stamp[2]}-${stamp[1]}${stamp[4] ? `T${stamp[4]}` : ''}` : null,
  }
}

/** Up to the copyright; single words broken over two lines ("Ge-\nbietsstand") and paragraphs are left as printed. */
function footnotesOf(lines: string[]): string[] {
  const end = lines.findIndex((line) => line.startsWith('©'))
  return (end < 0 ? lines : lines.slice(0, end)).filter((line) => line !== '' && !line.startsWith('Stand:'))
}
