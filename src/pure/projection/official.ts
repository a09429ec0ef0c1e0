/** Population by age as the offices print it (GENESIS 12411-…), as the rows that the projection reads. */
import type { OfficialTable } from '../genesis/table.ts'
import { columns } from './read.ts'

/** "ALT000B03" is under three, "ALT075UM" is 75 and over, "ALT018" is eighteen. */
const ageCode = /^ALT(\d{3})(?:B(\d{2,3})|(UM))?$/

export function populationCsv({ rows }: OfficialTable): string {
  const lines = rows.flatMap(({ area, period, dimensions, cell }) => {
    const age = ageCode.exec(dimensions.ALT?.code ?? '')
    if (!age || cell.value === null) return []
    const to = age[3] ? '' : Number(age[2] ?? Number(age[1]) + 1)
    return [
      `${area.key},${dimensions.GES?.code ?? 'total'},${Number(age[1])},${to},${period.to.slice(0, 4)},${cell.value}`,
    ]
  })
  return `${columns.join(',')}\n${lines.join('\n')}\n`
}
