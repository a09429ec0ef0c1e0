// One figure at one time for many areas, as others take it over. A state is a mark beside an empty value: never 0, and never lost.
import type { Mark } from '#pure/table-file/cell.ts'

export type OpenTable = {
  id: string
  title: string
  unit: string
  decimals: number
  /** "2023" or "2023-12-31", as the formats read times. */
  time: { code: string; label: string; from: string; last: string }
  areas: readonly { key: string; name: string }[]
  cells: readonly { value: number | null; mark: Mark | null }[]
  sources: readonly { attribution: string; licence: { title: string; address: string | null } | null }[]
  address: string
  at: string
  words: {
    areas: string
    time: string
    measure: string
    name: string
    mark: string
    marks: Readonly<Record<Mark, string>>
  }
}

export const sourceWords = (table: OpenTable) => table.sources.map(({ attribution }) => attribution).join('; ')
