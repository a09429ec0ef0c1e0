// Writes JSON-stat 2.0 (json-stat.org/full): the size is the product of the dimensions, values stand in that order, marks in `status`.
import { signOfMark } from '#pure/table-file/cell.ts'
import { type OpenTable, sourceWords } from './open-table.ts'

export function jsonStatOf(table: OpenTable) {
  const { areas, cells, time, words } = table
  const dimension = (label: string, codes: readonly (readonly [string, string])[], more: object = {}) => ({
    label,
    category: { index: codes.map(([code]) => code), label: Object.fromEntries(codes), ...more },
  })
  return {
    version: '2.0',
    class: 'dataset',
    href: table.address,
    label: table.title,
    source: sourceWords(table),
    updated: table.at,
    id: ['measure', 'time', 'geo'],
    size: [1, 1, areas.length],
    role: { metric: ['measure'], time: ['time'], geo: ['geo'] },
    dimension: {
      measure: dimension(words.measure, [['value', table.title]], {
        unit: { value: { label: table.unit, decimals: table.decimals } },
      }),
      time: dimension(words.time, [[time.code, time.label]]),
      geo: dimension(
        words.areas,
        areas.map(({ key, name }) => [key, name]),
      ),
    },
    value: cells.map(({ value, mark }) => (mark ? null : value)),
    status: Object.fromEntries(cells.flatMap(({ mark }, n) => (mark ? [[String(n), signOfMark[mark]]] : []))),
    extension: {
      marks: Object.fromEntries(
        Object.entries(words.marks).map(([mark, word]) => [signOfMark[mark as keyof typeof signOfMark], word]),
      ),
    },
  }
}
