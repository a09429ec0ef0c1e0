/** What each column of a table is: key or name of an area, time, subdivision or figure. Told by what stands in it and over it. */
import { readAreaKey } from '#pure/keys/area-key.ts'
import type { CollectedPeriod } from '#pure/table-file/collect.ts'
import { type GridRow, isValue, textOf } from './cell.ts'
import { type Frame, share } from './frame.ts'
import { readTime, splitTime } from './periods.ts'

export type Role = 'key' | 'name' | 'area-kind' | 'time' | 'dimension' | 'measure-name' | 'measure' | 'empty'
export type GridColumn = {
  at: number
  /** By which a person speaks of it: its label, numbered where two columns of one time have the same. */
  name: string
  role: Role
  /** The stacked heading in one line, without its time and unit. */
  label: string
  unit: string
  period: CollectedPeriod | null
}

const keyWords =
  /kennziffer|schl(ü|ue)ssel|\b(ags|ars|rs|gkz|agz)\b|^(ags|ars|rs)_?\d*$|gemeinde[-_ ]?(nummer|nr|kennz)|kreis[-_ ]?(nummer|nr|kennz)|(kreis|gvb|gemeinde|gem|krs|land|region)_?(id|key|code|schl)|^regional/i
const timeWords = /jahr|year|zeit|time|stichtag|datum|date|monat|month|quartal|quarter|periode|period|stand/i
const areaWords =
  /name|gebiet|raumeinheit|region|gemeinde|kreis|bezirk|stadtteil|ortsteil|quartier|bundesland|^land$|wohnort|^ort$|kommune|stadt|gen$|area|geo/i
const kindWords = /^(raumbezug|aggregat|ebene|gebietstyp)$/i
const orderWords = /(^|[_\s])(id|nr|nummer|lfd|code|objid|index)\.?($|[_\s])|^(id|nr|lfd)/i
const units =
  /^(anzahl.*|personen|prozent|%|in %|promille|‰|(tsd\.?|1000|1\.000|mill?\.?|mio\.?|mrd\.?)?\s?(eur|euro|€|qm|m²|m2|qkm|km²|km2|ha|t|cbm|personen|einwohner)|jahre|monate|tage|stunden|kg|.* je .*|je .*)$/i

export function readColumns(frame: Frame): GridColumn[] {
  const { body, figures } = frame
  const stub = Math.min(...figures)
  const heads = stackHeadings(frame, stub)
  const names = namesOf(heads)
  const columns: GridColumn[] = []
  const has = (role: Role) => columns.some((column) => column.role === role)
  // Where a column says what kind of area each row is, keys may be those of another list.
  const otherKeys = heads.some(({ label }) => kindWords.test(label))
  for (let at = 0; at < frame.width; at++) {
    const head = heads[at]!
    const name = names[at]!
    columns.push({ at, name, ...head, role: 'empty' })
    const role = roleOf(body, at, head.label, head.raw, has, { isFigure: figures.includes(at), otherKeys })
    columns[at] = {
      at,
      name,
      role,
      label: head.label,
      unit: head.unit,
      period: role === 'measure' ? head.period : null,
    }
  }
  nameTheAreas(columns, body)
  const values = columns.filter(({ role }) => role === 'measure')
  for (const column of columns)
    if (
      column.role === 'dimension' &&
      values.length === 1 &&
      /^(indikator|kuerzel|kürzel|indicator|merkmal|variable|measure|kennzahl)$/i.test(column.label)
    ) {
      if (/^(wert|value|obs_value|anzahl)$/i.test(values[0]!.label) && !has('measure-name'))
        column.role = 'measure-name'
    }
  return columns
}

function roleOf(
  body: readonly GridRow[],
  at: number,
  label: string,
  raw: string,
  has: (role: Role) => boolean,
  { isFigure, otherKeys }: { isFigure: boolean; otherKeys: boolean },
): Role {
  if (!body.some(({ cells }) => textOf(cells[at]) !== '')) return 'empty'
  const keys = share(body, at, (cell) => readAreaKey(textOf(cell)).ok)
  const zeros = body.some(({ cells }) => /^0\d{4,}$/.test(textOf(cells[at])))
  if (!has('key') && ((keyWords.test(raw) && (keys > 0.5 || otherKeys)) || (zeros && keys > 0.95))) return 'key'
  // A second key (ARS beside AGS) says nothing new; a figure under such a word ("Regionaler Preisindex") stays one.
  if (has('key') && keyWords.test(raw) && (!isFigure || keys > 0.9)) return 'dimension'
  if (!has('time') && share(body, at, (cell) => readTime(cell) !== null) > 0.95) {
    const written = share(body, at, (cell) => !/^\d+(\.0+)?$/.test(textOf(cell))) > 0.9
    if (timeWords.test(raw) || written) return 'time'
  }
  if (isFigure && !(orderWords.test(raw) && !has('measure'))) return 'measure'
  return isFigure || share(body, at, isValue) < 0.7 ? (kindWords.test(label) ? 'area-kind' : 'dimension') : 'measure'
}

const longestName = 200

function namesOf(heads: readonly { label: string; period: CollectedPeriod | null }[]): string[] {
  const seen = new Map<string, number>()
  return heads.map(({ label, period }, at) => {
    const name = label.slice(0, longestName) || `#${at + 1}`
    const times = `${name}|${period?.from}|${period?.to}`
    const count = (seen.get(times) ?? 0) + 1
    seen.set(times, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** The columns as a person says that they are; what nobody named is left aside. */
export function columnsAs(frame: Frame, roles: ReadonlyMap<string, Role>): GridColumn[] {
  const heads = stackHeadings(frame, Math.min(...frame.figures))
  const names = namesOf(heads)
  return heads.map(({ label, unit, period }, at) => {
    const role = roles.get(names[at]!) ?? 'empty'
    return { at, name: names[at]!, role, label, unit, period: role === 'measure' ? period : null }
  })
}

/** The first column of words after the key (or with a word for areas over it) names the area. */
function nameTheAreas(columns: GridColumn[], body: readonly GridRow[]): void {
  const key = columns.find(({ role }) => role === 'key')
  const words = columns.filter(({ role, at }) => role === 'dimension' && share(body, at, isValue) < 0.3)
  const name =
    words.find(
      ({ label, at }) =>
        areaWords.test(label) &&
        (key === undefined || at === key.at + 1 || /name|raumeinheit|gebiet|gen$/i.test(label)),
    ) ?? (key === undefined ? undefined : words.find(({ at }) => at === key.at + 1))
  if (name) name.role = 'name'
}

/** Headings over several rows, merged cells filled to the right; the time in any of them belongs to the column. */
function stackHeadings(
  { headings, width }: Frame,
  stub: number,
): { label: string; raw: string; unit: string; period: CollectedPeriod | null }[] {
  const rows = headings.map(({ cells }) =>
    Array.from({ length: width }, (_, at) => textOf(cells[at]).replace(/[-\u00ad]?\s*\n\s*/g, ' ')),
  )
  const last = rows.at(-1) ?? []
  const below = last.slice(stub).filter((cell) => cell !== '')
  const hasUnits = rows.length > 1 && below.length > 0 && below.every((cell) => units.test(cell))
  for (const row of rows.slice(0, -1))
    for (let at = Math.max(stub, 1); at < width; at++) if (row[at] === '' && at > stub) row[at] = row[at - 1] ?? ''
  return Array.from({ length: width }, (_, at) => {
    let period: CollectedPeriod | null = null
    const words: string[] = []
    for (const row of hasUnits ? rows.slice(0, -1) : rows) {
      const cell = row[at] ?? ''
      const whole = at < stub ? null : readTime(cell)
      const split = whole ? { label: '', period: whole } : at < stub ? { label: cell, period: null } : splitTime(cell)
      period = split.period ?? period
      if (split.label !== '' && split.label !== words.at(-1)) words.push(split.label)
    }
    const label = words.join(' · ')
    const unit = hasUnits
      ? (last[at] ?? '')
      : (/(?:\bin|\[|\()\s*(%|Prozent|EUR(?:\/m²)?|Euro|km²|m²|ha|qkm|Tsd\.? Euro)\s*[\])]?\s*$/.exec(label)?.[1] ?? '')
    return { label, raw: words.join(' '), unit, period }
  })
}
