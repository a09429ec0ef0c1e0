/**
 * Reads the Gemeindeverzeichnis (quarterly and yearly "AuszugGV…" of the Statistische Ämter) from the rows of its table sheet: Länder,
 * Regierungsbezirke, counties, associations and municipalities with area, population and position.
 */
import { readNumber } from '#pure/table-file/cell.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { kindOf, type RegisterKind } from './record-kinds.ts'

export type RegisterCell = string | number | null

export type RegisterArea = {
  line: number
  kind: RegisterKind
  /** Regional key: 2, 3, 5, 9 or 12 digits. */
  ars: string
  /** Official key: 2, 3, 5 digits, 8 for municipalities; associations have none. */
  ags: string | null
  name: string
  /** The official class: Markt, Stadt, kreisfreie Stadt, gemeindefreies Gebiet …, as its two digits (Textkennzeichen). */
  textCode: string | null
  areaKm2: number | null
  population: number | null
  male: number | null
  female: number | null
  postcode: string | null
  lon: number | null
  lat: number | null
}

export type Register = {
  /** The day on which these areas existed (Gebietsstand); null where neither the file nor the caller says it. */
  validOn: string | null
  /** The day of the population figures, which are older than the areas. */
  populationOn: string | null
  areas: RegisterArea[]
  leftOut: { line: number; why: RegisterFault }[]
}

export type RegisterFault =
  | { code: 'record-kind' | 'key' | 'number'; text: string }
  | { code: 'repeated'; firstLine: number }

/**
 * `validOn`: the day of the areas (and of the population) for a file that does not print one; what a file says itself goes before it.
 * `linesAbove`: how many rows stand above that the file does not have.
 */
export function readGemeindeverzeichnis(
  rows: readonly (readonly RegisterCell[])[],
  options: { validOn?: string | undefined; linesAbove?: number } = {},
): Register {
  if (!isGemeindeverzeichnis(rows)) {
    throw new UnreadableFile('broken-header', 3, { missing: 'Satzart, Amtlicher Regionalschlüssel' })
  }
  const top = topLines(rows)
  const printed = firstDate(top.filter((line) => /Gebietsstand am|Postleitzahl am|am \d\d\.\d\d\.\d{4}/.test(line)))
  const validOn = printed ?? options.validOn ?? null
  const populationOn = populationDay(rows.slice(0, 8)) ?? (printed === null ? validOn : null)
  const register: Register = { validOn, populationOn, areas: [], leftOut: [] }
  const seen = new Map<string, { line: number; text: string }>()
  for (const [at, row] of rows.entries()) {
    const record = asText(row[0])
    if (!/^\d{2}$/.test(record)) continue // headings, blank rows and footnotes
    const line = at + 1 - (options.linesAbove ?? 0)
    const kind = kindOf(record, asText(row[1]))
    if (kind === null) {
      register.leftOut.push({ line, why: { code: 'record-kind', text: record } })
      continue
    }
    const ars = [row[2], row[3], row[4], row[5], row[6]].map(asText).join('')
    if (!keyFits(kind, ars)) {
      register.leftOut.push({ line, why: { code: 'key', text: ars } })
      continue
    }
    const text = row.slice(0, 16).map(asText).join(';')
    const first = seen.get(`${record}/${ars}`)
    if (first) {
      if (first.text !== text) throw new UnreadableFile('contradiction', line, { firstLine: first.line, area: ars })
      register.leftOut.push({ line, why: { code: 'repeated', firstLine: first.line } })
      continue
    }
    seen.set(`${record}/${ars}`, { line, text })
    // A cell that is neither empty nor a number is named, never silently nothing.
    for (const at of [8, 9, 10, 11])
      if (asText(row[at]) !== '' && asNumber(row[at]) === null)
        register.leftOut.push({ line, why: { code: 'number', text: asText(row[at]) } })
    register.areas.push(readArea(line, kind, ars, row))
  }
  if (register.areas.length === 0) throw new UnreadableFile('no-rows', 7)
  return register
}

/** Whether a sheet (or a text file's rows) is the table sheet of the register, by its heading. */
export function isGemeindeverzeichnis(rows: readonly (readonly RegisterCell[])[]): boolean {
  return isRegisterHeading(topLines(rows).join(' '))
}

/** The heading as printed, or one word for each column as in the edition for programmes. */
export function isRegisterHeading(text: string): boolean {
  return (
    /Satz-?\s*art/i.test(text) &&
    (/Regionalschlüssel/i.test(text) || /textkennzeichen\W+land\W+rb\W+kreis\W+vb\W+gem/i.test(text))
  )
}

function topLines(rows: readonly (readonly RegisterCell[])[]): string[] {
  return rows.slice(0, 8).map((row) => row.map(asText).join(' '))
}

function readArea(line: number, kind: RegisterKind, ars: string, row: readonly RegisterCell[]): RegisterArea {
  return {
    line,
    kind,
    ars,
    ags: ars.length === 12 ? ars.slice(0, 5) + ars.slice(9) : ars.length === 9 ? null : ars,
    name: asText(row[7]),
    textCode: asText(row[1]) || null,
    areaKm2: asNumber(row[8]),
    population: asNumber(row[9]),
    male: asNumber(row[10]),
    female: asNumber(row[11]),
    postcode: asText(row[13]) === '' ? null : asText(row[13]).padStart(5, '0'),
    lon: asNumber(row[14]),
    lat: asNumber(row[15]),
  }
}

function keyFits(kind: RegisterKind, ars: string): boolean {
  const digits = { state: 2, region: 3, 'statistical-region': 4, county: 5, association: 9 }[kind as string] ?? 12
  return new RegExp(`^(0[1-9]|1[0-6])\\d{${digits - 2}}$`).test(ars)
}

function asText(cell: RegisterCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim()
}

/** Numbers come as numbers, coordinates as text with a comma ("9,43751"), in older editions as " 90 164" or " 53.02". */
function asNumber(cell: RegisterCell | undefined): number | null {
  if (typeof cell === 'number') return cell
  const text = asText(cell)
  if (text === '') return null
  return readNumber(text, text.includes('.') ? 'point' : 'comma')
}

function firstDate(lines: string[]): string | null {
  for (const line of lines) {
    const date = /(\d{2})\.(\d{2})\.(\d{4})/.exec(line)
    if (date) return `${date[3]}-${date[2]}-${date[1]}`
  }
  return null
}

/** The cell of the population column that says "am 31.12.2022". */
function populationDay(top: readonly (readonly RegisterCell[])[]): string | null {
  return firstDate(top.map((row) => asText(row[9])))
}
