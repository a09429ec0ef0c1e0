/**
 * The Gemeindeverzeichnis in its fixed columns (GV100AD, ASCII) and as the JSON that others made of it, brought to the rows of the printed
 * sheet: one reader decides what a municipality is. GV100AD gives areas in hectares and prints the day of the areas in each line.
 */
import type { RegisterCell } from './register.ts'

type Row = RegisterCell[]

const line100 = /^(10|20|30|40|50|60)(\d{8})(\d{2}[\d ]{6})/

export function isGv100(text: string): boolean {
  const lines = text.slice(0, 6000).split(/\r?\n/).slice(0, 20)
  return line100.test(lines[0] ?? '') && lines.filter((line) => line100.test(line)).length * 2 > lines.length
}

/** The rows of the sheet below a heading, so that the day of the areas stands where the printed one has it. */
export function rowsOfGv100(text: string): Row[] {
  const lines = text.split(/\r?\n/)
  const stamp = line100.exec(lines[0] ?? '')?.[2] ?? ''
  const day = `${stamp.slice(6, 8)}.${stamp.slice(4, 6)}.${stamp.slice(0, 4)}`
  const rows: Row[] = [['Satzart', 'Textkennzeichen', 'Regionalschlüssel', `Gebietsstand am ${day}`]]
  for (const line of lines)
    rows.push(line100.test(line) ? rowOf(line) : [line.trim() === '' ? null : (/^\d{2}/.exec(line)?.[0] ?? '00')])
  return rows
}

function rowOf(line: string): Row {
  const at = (from: number, to: number) => line.slice(from - 1, to).trim()
  const record = at(1, 2)
  const [land, region, county, municipality] = [at(11, 12), at(13, 13), at(14, 15), at(16, 18)]
  const association = record === '50' || record === '60' ? at(19, 22) : ''
  const code = at(123, 124)
  const name = at(23, 72)
  const hectares = numberIn(at(129, 139))
  const people = record === '60' ? numberIn(at(140, 150)) : null
  const male = record === '60' ? numberIn(at(151, 161)) : null
  const km2 = record === '60' && hectares !== null ? hectares / 100 : null
  const female = people !== null && male !== null ? people - male : null
  const own = record === '60' ? municipality : ''
  return [
    record,
    code,
    land,
    region,
    county,
    association,
    own,
    name,
    km2,
    people,
    male,
    female,
    null,
    record === '60' ? at(166, 170) : null,
  ]
}

const numberIn = (text: string) => (/^\d+$/.test(text) ? Number(text) : null)

type Entry = Record<string, unknown>

/** `{ "010010000000": { "RS", "area", "population", "population_m", "population_w", "zip", "center_lon", … } }`. */
export function isRegisterJson(json: unknown): json is Record<string, Entry> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
  const some = Object.values(json).slice(0, 20)
  return (
    some.length > 0 &&
    some.every((one) => typeof one === 'object' && one !== null && 'RS' in one && 'population' in one)
  )
}

export function rowsOfRegisterJson(json: Record<string, Entry>): Row[] {
  return [
    ['Satzart', 'Textkennzeichen', 'Regionalschlüssel'],
    ...Object.values(json).map((entry): Row => {
      const ars = String(entry.RS ?? '')
      const cell = (name: string): RegisterCell => {
        const value = entry[name]
        return typeof value === 'number' || typeof value === 'string' ? value : null
      }
      const parts = [ars.slice(0, 2), ars.slice(2, 3), ars.slice(3, 5), ars.slice(5, 9), ars.slice(9)]
      const figures = [
        cell('area'),
        cell('population'),
        cell('population_m'),
        cell('population_w'),
        cell('population_density'),
      ]
      return ['60', '', ...parts, cell('name') ?? '', ...figures, cell('zip'), cell('center_lon'), cell('center_lat')]
    }),
  ]
}
