// A protected table as people read one: groups down, groups across, everything else chosen above. "•" is spoken as what it means.
import { useState } from 'react'
import { type Column, DataTable } from '#kit/ui/DataTable.tsx'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import type { OwnCell, ShownCell } from '../contract/gate.ts'
import { gateTexts } from '../texts/gate.de.ts'
import { texts } from '../texts.de.ts'

const t = gateTexts.table
const total = '*'
export const groupWords = (group: string) => (group === total ? gateTexts.all : group)
export const cellWords = (groups: readonly string[]) =>
  groups.every((group) => group === total) ? gateTexts.all : groups.filter((group) => group !== total).join(', ')

export const Kept = () => (
  <span title={gateTexts.kept.name}>
    <span aria-hidden="true">{gateTexts.kept.sign}</span>
    <span className="ns-spoken">{gateTexts.kept.name}</span>
  </span>
)
export const Counted = ({ value }: { value: number | null }) =>
  value === null ? <Kept /> : value === 0 ? texts.marks.nil.sign : value.toLocaleString('de-DE')

const Group = ({ name, depth, sum }: { name: string; depth: number; sum: boolean }) => (
  <span style={{ paddingInlineStart: `${depth}rem` }}>{sum ? <strong>{name}</strong> : name}</span>
)
type Trees = readonly (readonly (readonly [string, string])[])[]
type Props = {
  caption: string
  dimensions: readonly string[]
  trees: Trees
  cells: readonly (ShownCell | OwnCell)[]
}
/** How many coarser groups stand above each group. */
function depths(lines: Trees[number]): Map<string, number> {
  const parent = new Map(lines)
  const depth = (group: string): number => (parent.has(group) ? 1 + depth(parent.get(group)!) : 0)
  return new Map(lines.map(([group]) => [group, depth(group)]))
}
const across = 8

export function GateTable({ caption, dimensions, trees, cells }: Props) {
  const groups = dimensions.map((_, d) => {
    const all = [...new Set(cells.map((cell) => cell.groups[d]!))].filter((group) => group !== total)
    return [...all, total]
  })
  // Down what has most groups; across what fits beside it.
  const down = groups.reduce((best, one, d) => (one.length > groups[best]!.length ? d : best), 0)
  const side = groups.findIndex((one, d) => d !== down && one.length <= across)
  const others = dimensions.flatMap((_, d) => (d === down || d === side ? [] : [d]))
  const [chosen, choose] = useState<Readonly<Record<number, string>>>({})
  const at = (d: number) => chosen[d] ?? total
  const index = new Map(cells.map((cell) => [cell.groups.join('\u0000'), cell]))
  const cellAt = (row: string, column: string) =>
    index.get(dimensions.map((_, d) => (d === down ? row : d === side ? column : at(d))).join('\u0000'))
  const depth = depths(trees[down] ?? [])
  const isSum = new Set((trees[down] ?? []).map(([, above]) => above))
  const columns: Column<string>[] = [
    {
      id: 'row',
      header: dimensions[down]!,
      main: true,
      cell: (row) => <Group name={groupWords(row)} depth={depth.get(row) ?? 0} sum={row === total || isSum.has(row)} />,
    },
    ...(side === -1 ? [total] : groups[side]!).map(
      (column, n): Column<string> => ({
        id: `c${n}`,
        header: side === -1 ? t.noColumns : groupWords(column),
        align: 'end',
        cell: (row) => {
          const cell = cellAt(row, column)
          return cell ? <Counted value={cell.value} /> : null
        },
      }),
    ),
  ]
  return (
    <Stack>
      {others.length > 0 ? (
        <FilterBar>
          {others.map((d) => (
            <Select
              key={dimensions[d]}
              name={`m${d}`}
              label={dimensions[d]!}
              value={at(d)}
              options={groups[d]!.toReversed().map((group) => ({ value: group, label: groupWords(group) }))}
              onChange={(group) => choose((before) => ({ ...before, [d]: group }))}
            />
          ))}
        </FilterBar>
      ) : null}
      <DataTable
        dense
        caption={caption}
        hideCaption
        rows={groups[down]!}
        rowKey={(row) => row}
        columns={columns}
        footer={t.hint}
      />
    </Stack>
  )
}
