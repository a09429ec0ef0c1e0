/**
 * What a person must see of a table to say what its columns are: their headings, first cells, signs, words, and what they seem to be. Seems:
 * a role is only proposed where the column leaves no choice.
 */
import { numberStyle } from '#pure/table-file/cell.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { type GridRow, readGridCell, textOf } from './cell.ts'
import { type GridColumn, type Role, readColumns } from './columns.ts'
import { findFrame } from './frame.ts'
import { isSign, isTotalWord, mostRows, signOf } from './plan.ts'
import { dayOfTitle } from './read.ts'
import { noSchema, type TableSchema } from './schema.ts'

export type LookColumn = {
  name: string
  /** The times of its headings, in a wide table. */
  times: string[]
  unit: string
  samples: string[]
  /** null: it must be asked. */
  role: Role | null
  /** In a column of words: the first of the different ones, and how many there are. */
  words: string[]
  different: number
  /** What is no number in it, with how often and where first. */
  signs: { sign: string; count: number; line: number }[]
  style: 'comma' | 'point' | 'mixed' | 'doubtful' | null
}
export type TableLook = {
  columns: LookColumn[]
  title: string
  source: string | null
  licence: string | null
  /** As the lines above the table name it, unless they speak of the day of printing. */
  time: string | null
  /** The description beside the file says what is what. */
  described: boolean
}

const mostSamples = 6
const mostWords = 60
const longest = 80
const clip = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

export function lookAtGrid(rows: readonly GridRow[], schema: TableSchema = noSchema): TableLook {
  if (rows.length > mostRows) throw new UnreadableFile('too-large', null, { limit: '1 Mio. Zeilen' })
  const frame = findFrame(rows)
  const columns = readColumns(frame)
  const lines = [...frame.titles, ...frame.notes]
  const look: TableLook = {
    columns: [],
    title: schema.title ?? frame.titles[0] ?? '',
    source: schema.source ?? lines.map((line) => /(?:Quelle:\s*|(?=©))(.+)/.exec(line)?.[1]).find(Boolean) ?? null,
    licence: schema.licence,
    time: dayOfTitle([schema.title ?? '', ...frame.titles].filter((line) => !/stand|erstellt|druck|abruf/i.test(line))),
    described: schema.fields.size > 0,
  }
  const needed = neededParts(columns, frame.body)
  for (const column of columns) {
    const field = schema.fields.get(column.label)
    const found = lookAtColumn(column, frame.body, schema)
    const role = column.role === 'measure' && field?.isText ? 'dimension' : column.role
    found.role = role === 'dimension' && found.different > 0 && !needed.has(column.at) ? aside(found) : role
    if (column.role === 'empty') found.role = 'empty'
    if (column.role === 'name' && !namesKeys(columns, column.at, frame.body)) found.role = null
    const same = look.columns.find(({ name }) => name === found.name)
    if (same) join(same, found)
    else look.columns.push({ ...found, unit: field?.unit || column.unit })
  }
  return look
}

/** A word beside a key is a name only if each key has its own; "männlich" in every row is none. */
function namesKeys(columns: readonly GridColumn[], at: number, body: readonly GridRow[]): boolean {
  const key = columns.find(({ role }) => role === 'key')
  if (!key) return true
  const names = new Map<string, string>()
  for (const { cells } of body) {
    const [own, name] = [textOf(cells[key.at]), textOf(cells[at]).slice(0, longest)]
    if ((names.get(own) ?? name) !== name) return false
    names.set(own, name)
  }
  return names.size < 2 || new Set(names.values()).size > names.size / 2
}

/** One word all over may belong to the figure ("männlich") or say nothing ("Bayern"): a person knows. */
const aside = (column: LookColumn): Role | null =>
  column.different === 1 && !isTotalWord(column.words[0] ?? '') ? null : 'empty'

function join(column: LookColumn, other: LookColumn): void {
  column.times.push(...other.times)
  for (const sign of other.signs) {
    const there = column.signs.find((one) => one.sign === sign.sign)
    if (there) there.count += sign.count
    else column.signs.push(sign)
  }
  if (other.style !== null && other.style !== column.style)
    column.style = [column.style, other.style].includes('mixed')
      ? 'mixed'
      : column.style === null || column.style === 'doubtful'
        ? other.style
        : other.style === 'doubtful'
          ? column.style
          : 'mixed'
}

function lookAtColumn(
  { at, name, role, period }: GridColumn,
  body: readonly GridRow[],
  schema: TableSchema,
): LookColumn {
  const missing = new Set(schema.missing.map((one) => one.toLowerCase()))
  const words = new Set<string>()
  const signs = new Map<string, { sign: string; count: number; line: number }>()
  for (const { line, cells } of body) {
    const text = textOf(cells[at])
    if (text !== '' && words.size <= 5000) words.add(text.slice(0, longest))
    const got = readGridCell(cells[at], 'comma') ?? readGridCell(cells[at], 'point')
    if ((got !== null && got.cell.mark === null) || !isSign(text) || missing.has(text.toLowerCase())) continue
    const sign = signOf(text)
    const there = signs.get(sign)
    if (there) there.count++
    else if (signs.size < mostWords) signs.set(sign, { sign, count: 1, line })
  }
  const texts = () => body.values().flatMap(({ cells }) => (typeof cells[at] === 'string' ? [textOf(cells[at])] : []))
  const written = texts().some((text) => /\d[.,]\d/.test(text))
  return {
    name,
    times:
      role === 'measure' && period ? [period.from === period.to ? period.from : `${period.from}/${period.to}`] : [],
    unit: '',
    samples: body.slice(0, mostSamples).map(({ cells }) => clip(textOf(cells[at]))),
    role,
    words: [...words].slice(0, mostWords),
    different: words.size,
    signs: [...signs.values()],
    style: schema.style ?? (written ? numberStyle(texts()) : null),
  }
}

/** Of the columns that subdivide, those without which two rows would speak of the same: the others describe the area. */
function neededParts(columns: readonly GridColumn[], body: readonly GridRow[]): Set<number> {
  const about = columns.filter(({ role }) => ['key', 'name', 'time', 'measure-name'].includes(role)).map(({ at }) => at)
  const parts = columns.filter(({ role }) => role === 'dimension').map(({ at }) => at)
  const rowsOf = (ats: readonly number[]) =>
    new Set(body.map(({ cells }) => ats.map((at) => textOf(cells[at]).slice(0, longest)).join('\u0000'))).size
  const all = rowsOf([...about, ...parts])
  const needed = new Set(parts)
  for (const at of [...parts].sort((a, b) => a - b)) {
    const rest = [...needed].filter((one) => one !== at)
    if (rowsOf([...about, ...rest]) === all) needed.delete(at)
  }
  return needed
}
