/** INKAR's own tables (BBSR): "Kennziffer; Raumeinheit; Aggregat; indicator …" as exported, or "… Raumbezug; Kennziffer; Name; Zeitbezug; Wert". */
import { type GridRow, textOf } from './cell.ts'

export function isInkarHeading(rows: readonly GridRow[]): boolean {
  return rows.slice(0, 6).some(({ cells }) => {
    const words = new Set(cells.map((cell) => textOf(cell).toLowerCase()))
    return words.has('kennziffer') && (words.has('raumeinheit') || words.has('raumbezug'))
  })
}
