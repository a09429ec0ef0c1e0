/** The heading of a flat CSV: where each part of a statement stands, in either of its two dialects. */
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { Measure } from './table.ts'

export type FlatHeading = {
  width: number
  statisticCode: number
  statisticLabel: number
  time: number
  variables: { code: number; label: number; attributeCode: number; attributeLabel: number }[]
  values: { at: number; measure: (cells: readonly string[]) => Measure }[]
  quality: number | null
}

export function readFlatHeading(cells: readonly string[]): FlatHeading {
  const names = cells.map((cell) => cell.trim().toLowerCase().replace('ä', 'ae'))
  const missing: string[] = []
  const find = (...either: string[]) => {
    const at = names.findIndex((name) => either.includes(name))
    if (at < 0) missing.push(either[0] ?? '')
    return at
  }
  const statisticCode = find('statistics_code', 'statistik_code')
  const statisticLabel = find('statistics_label', 'statistik_label')
  const time = find('time', 'zeit')
  const variables: FlatHeading['variables'] = []
  for (let n = 1; names.some((name) => name.startsWith(`${n}_`)); n++) {
    variables.push({
      code: find(`${n}_variable_code`, `${n}_merkmal_code`),
      label: find(`${n}_variable_label`, `${n}_merkmal_label`),
      attributeCode: find(`${n}_variable_attribute_code`, `${n}_auspraegung_code`),
      attributeLabel: find(`${n}_variable_attribute_label`, `${n}_auspraegung_label`),
    })
  }
  if (variables.length === 0) missing.push('1_variable_code')
  const values = measureColumns(cells)
  if (values.length === 0) values.push(valueColumn(find))
  if (missing.length > 0) throw new UnreadableFile('broken-header', 1, { missing: missing.join(', ') })
  const quality = names.indexOf('value_q')
  return {
    width: cells.length,
    statisticCode,
    statisticLabel,
    time,
    variables,
    values,
    quality: quality < 0 ? null : quality,
  }
}

function valueColumn(find: (name: string) => number): FlatHeading['values'][number] {
  const at = find('value')
  const unit = find('value_unit')
  const code = find('value_variable_code')
  const label = find('value_variable_label')
  const known = new Map<string, Measure>()
  return {
    at,
    measure: (cells) => {
      const key = `${cells[code]}|${cells[unit]}`
      const measure = known.get(key) ?? {
        code: (cells[code] ?? '').trim(),
        label: (cells[label] ?? '').trim(),
        unit: (cells[unit] ?? '').trim(),
      }
      known.set(key, measure)
      return measure
    },
  }
}

/** Before 2025: "BEVSTD__Bevölkerungsstand__Anzahl", one column per measure. */
function measureColumns(cells: readonly string[]): FlatHeading['values'] {
  return cells.flatMap((cell, at) => {
    const parts = /^([A-Z0-9-]+)__(.+)__(.+)$/.exec(cell.trim())
    if (!parts) return []
    const measure: Measure = {
      code: parts[1] ?? '',
      label: (parts[2] ?? '').replaceAll('_', ' '),
      unit: (parts[3] ?? '').replaceAll('_', ' '),
    }
    return [{ at, measure: () => measure }]
  })
}
