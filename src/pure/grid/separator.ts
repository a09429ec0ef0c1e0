/** The separator of a text table: the one that cuts most of its lines into the same number of cells, more than one. */
import { readSeparated } from '#pure/table-file/separated.ts'

const candidates = [';', '\t', ',', '|'] as const

export function separatorOf(text: string): string {
  let best = { separator: ';', score: 0 }
  const head = headOf(text)
  for (const separator of candidates) {
    const counts = new Map<number, number>()
    for (const { cells } of rowsOf(head, separator))
      if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    // Decimal commas cut lines too, but seldom all of them alike.
    const score = Math.max(0, ...[...counts].map(([width, lines]) => lines * Math.min(width, 4)))
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** Some hundred lines, and none that ends in the middle. */
function headOf(text: string): string {
  if (text.length < 200_000) return text
  const end = text.indexOf('\n', 200_000)
  return end < 0 ? text.slice(0, 200_000) : text.slice(0, end + 1)
}

function rowsOf(text: string, separator: string) {
  try {
    return readSeparated(text, separator).slice(0, 300)
  } catch {
    return []
  }
}
