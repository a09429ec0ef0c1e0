/**
 * One table cell: a number, or a mark that is never a number. The marks are those printed in every official table of the
 * Statistische Ämter ("Zeichenerklärung"): "-" nothing present, "." unknown or secret, "/" not certain enough, "..." later,
 * "x" makes no sense.
 */

export type Mark = 'nil' | 'unknown' | 'unreliable' | 'later' | 'meaningless'
export type Cell = { value: number; mark: null } | { value: null; mark: Mark }

/** How the numbers of a file are written: "1.234,5" or "1,234.5". */
export type NumberStyle = 'comma' | 'point'

const marks: ReadonlyMap<string, Mark> = new Map([
  ['-', 'nil'],
  ['–', 'nil'],
  ['.', 'unknown'],
  ['·', 'unknown'],
  ['•', 'unknown'],
  ['/', 'unreliable'],
  ['...', 'later'],
  ['…', 'later'],
  ['x', 'meaningless'],
  ['X', 'meaningless'],
])

export const signOfMark: Readonly<Record<Mark, string>> = {
  nil: '-',
  unknown: '.',
  unreliable: '/',
  later: '...',
  meaningless: 'x',
}

export type ReadCell = { cell: Cell; quality: string | null }

/** Reads a cell, or gives null for text that is neither number nor mark: the caller leaves it out and says so. */
export function readCell(text: string, style: NumberStyle): ReadCell | null {
  const trimmed = text.trim()
  const mark = marks.get(trimmed)
  if (mark !== undefined) return { cell: { value: null, mark }, quality: null }
  // "(123)" is the offices' sign for a value of limited certainty; "123 p" carries a quality letter (p provisional, r revised …).
  const bracketed = /^\((.+)\)$/.exec(trimmed)
  const lettered = /^(.*\d)\s?([a-zA-Z])$/.exec(trimmed)
  const body = bracketed?.[1] ?? lettered?.[1] ?? trimmed
  const value = readNumber(body, style)
  if (value === null) return null
  return { cell: { value, mark: null }, quality: bracketed ? '()' : (lettered?.[2] ?? null) }
}

export function readNumber(text: string, style: NumberStyle): number | null {
  const [group, point] = style === 'comma' ? ['.', ','] : [',', '.']
  const plain = text.trim().replace(/^[−–]/, '-')
  const [whole = '', part, ...more] = plain.split(point)
  if (more.length > 0 || (part !== undefined && !/^\d+$/.test(part))) return null
  let digits = whole
  if (!/^[+-]?\d+$/.test(whole)) {
    // Thousands are only ever groups of three, one sign throughout.
    const grouped = whole.includes(group) ? whole.split(group) : whole.split(/[ \u00a0\u202f]/)
    if (!/^[+-]?\d{1,3}$/.test(grouped[0] ?? '') || !grouped.slice(1).every((g) => /^\d{3}$/.test(g))) return null
    digits = grouped.join('')
  }
  return Number(part === undefined ? digits : `${digits}.${part}`)
}

/**
 * The style of a whole file, from all of its cells: one "77,9" or "1.234.567" decides, "1.234" alone does not (grouped thousands or
 * three decimals?). Nobody guesses: `doubtful` and `mixed` are refused by the readers. Without any evidence it is the German style.
 */
export function numberStyle(cells: Iterable<string>): NumberStyle | 'mixed' | 'doubtful' {
  const seen = { comma: false, point: false, doubtful: false }
  for (const text of cells) {
    const verdict = styleOf(text)
    if (verdict !== null) seen[verdict] = true
  }
  if (seen.comma && seen.point) return 'mixed'
  if (seen.point) return 'point'
  return seen.doubtful && !seen.comma ? 'doubtful' : 'comma'
}

function styleOf(text: string): NumberStyle | 'doubtful' | null {
  if (!/\d/.test(text)) return null
  const bare = text.replace(/[^\d.,]/g, '')
  const dots = bare.split('.').length - 1
  const commas = bare.split(',').length - 1
  if (dots + commas === 0) return null
  if (dots > 0 && commas > 0) return bare.lastIndexOf(',') > bare.lastIndexOf('.') ? 'comma' : 'point'
  if (commas > 0) return commas > 1 ? 'point' : 'comma'
  if (dots > 1) return 'comma'
  return /^\d{1,3}\.\d{3}$/.test(bare) ? 'doubtful' : 'point'
}
