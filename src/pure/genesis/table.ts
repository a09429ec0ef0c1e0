/**
 * What a GENESIS table says, in one form for all of its file layouts: one row per area, period, combination of dimensions and
 * measure. A mark stays a mark; a number is never made of one.
 */

import type { AreaKeyFault, AreaLevel } from '#pure/keys/area-key.ts'
import type { Cell } from '#pure/table-file/cell.ts'

export type GenesisFormat = 'genesis-flat' | 'genesis-csv' | 'genesis-cube'

export type Area = { key: string; level: AreaLevel; name: string }

/** Both ends as ISO dates, inclusive; a day has the same twice. */
export type Period = { kind: 'day' | 'month' | 'quarter' | 'year' | 'school-year'; from: string; to: string }

export type Attribute = { code: string; label: string; total: boolean }
export type Measure = { code: string; label: string; unit: string }

export type TableRow = {
  line: number
  area: Area
  period: Period
  /** By the code of the characteristic: GES, NAT, … */
  dimensions: Readonly<Record<string, Attribute>>
  measure: Measure
  cell: Cell
  /** The quality letter of the office, if the file carries one: e (limited certainty), p (provisional), r (revised), "()" … */
  quality: string | null
}

export type LeftOutWhy =
  | { code: 'column-count'; expected: number; found: number }
  | { code: 'area-key'; fault: AreaKeyFault }
  | { code: 'no-area' } // a flat row whose characteristics name no area
  | { code: 'period'; text: string }
  | { code: 'value'; text: string; column: number }
  | { code: 'repeated'; firstLine: number } // the same statement a second time, with the same value

export type LeftOut = { line: number; why: LeftOutWhy }

export type OfficialTable = {
  format: GenesisFormat
  /** The table (12411-01-01-4), or the statistic (12411) where the file does not name its table. */
  code: string
  statistic: { code: string; label: string }
  title: string
  /** As the file prints it ("© …"); null where the layout carries none (flat CSV). */
  source: string | null
  licence: 'dl-de/by-2-0' | null
  /** When the office printed the file, local time without zone. */
  printedAt: string | null
  footnotes: string[]
  /** Characteristics that subdivide the rows, by code. */
  dimensions: { code: string; label: string }[]
  measures: Measure[]
  rows: TableRow[]
  leftOut: LeftOut[]
}
