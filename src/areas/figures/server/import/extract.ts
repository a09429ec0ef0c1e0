// What a file says, in columns: small enough to cross from the reading thread, ready to be compared with the store in one query.
import type { RegisterArea } from '#pure/gemeindeverzeichnis/register.ts'
import type { TableLook } from '#pure/grid/look.ts'
import type { Mark } from '#pure/table-file/cell.ts'
import { markNames } from '#pure/table-file/collect.ts'
import type { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { ImportKind } from '../../contract/import.ts'
import type { Mapping } from '../../contract/mapping.ts'
import type { LevelShapes } from './shapes.ts'

export type ExtractMeasure = {
  statistic: string
  statisticLabel: string
  code: string
  label: string
  unit: string
  /** Which figure of the catalogue it is, and its words if it is new: said by a person, where no office's code says it. */
  said?: { indicator: string; additive: boolean; own: OwnIndicator | null }
}
export type OwnIndicator = { title: string; definition: string; unit: string; source: string; decimals: number }
export type ExtractCut = { key: string; dims: Record<string, string>; label: string }
export type LeftOutCode = { line: number; why: string; detail: Record<string, string> }

export type Extract = {
  format: ImportKind
  /** Why it can be looked at but not be written: the store has no room for its format, nobody said of which day it is, or what its columns are. */
  shownOnly: 'format' | 'day' | 'mapping' | null
  code: string
  statistic: string
  title: string
  source: string | null
  licence: string | null
  printedOn: string | null
  footnotes: string[]
  dimensions: { code: string; label: string }[]
  measures: ExtractMeasure[]
  /** `kind`: of which list its key is; absent: an official key. */
  areas: { key: string; name: string; kind?: string }[]
  cuts: ExtractCut[]
  /** Half-open. `label` is the period as the summary prints it. */
  periods: { from: string; until: string; label: string }[]
  /** One entry per statement: numbers index the lists above; mark is an index into `markNames`, 0 for a number. */
  of: {
    measure: Int32Array
    area: Int32Array
    cut: Int32Array
    period: Int32Array
    value: Float64Array
    mark: Uint8Array
    line: Int32Array
    quality: (string | null)[]
  }
  leftOut: LeftOutCode[]
  /** Read, but the file leaves something open that nobody guesses. */
  open: LeftOutCode[]
  /** What a map can draw of a boundary file. */
  shapes: LevelShapes[]
  register: { validOn: string; populationOn: string | null; areas: RegisterArea[] } | null
  /** A table in whatever shape, read as the mapping says; `fault`: why it could not be read so. */
  mapped?: {
    look: TableLook
    mapping: Mapping
    fault: Pick<UnreadableFile, 'code' | 'line' | 'detail'> | null
  }
}

export { markNames }

type Statement = {
  measure: number
  area: number
  cut: number
  period: number
  value: number | null
  mark: Mark | null
  line: number
  quality: string | null
}

export function columns(statements: readonly Statement[]): Extract['of'] {
  const of = {
    measure: new Int32Array(statements.length),
    area: new Int32Array(statements.length),
    cut: new Int32Array(statements.length),
    period: new Int32Array(statements.length),
    value: new Float64Array(statements.length),
    mark: new Uint8Array(statements.length),
    line: new Int32Array(statements.length),
    quality: statements.map((one) => one.quality),
  }
  for (const [at, one] of statements.entries()) {
    of.measure[at] = one.measure
    of.area[at] = one.area
    of.cut[at] = one.cut
    of.period[at] = one.period
    of.value[at] = one.value ?? Number.NaN
    of.mark[at] = Math.max(markNames.indexOf(one.mark), 0)
    of.line[at] = one.line
  }
  return of
}
