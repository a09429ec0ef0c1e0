// The slice as a table: the same areas, values and states as the map.
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { figureWords } from '#kit/ui/figure-state.ts'
import type { MapSlice, Mark } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords, Value } from '../widgets/parts.tsx'
import type { Selection } from './selection.ts'

const t = screens.explorer
type Row = { key: string; name: string; value: number | null; mark: Mark | null }
type Props = { slice: MapSlice; unit: string; nameOf: (key: string) => string; selection: Selection; onToggle: (key: string) => void }

export function SliceTable({ slice, unit, nameOf, selection, onToggle }: Props) {
  const rows: Row[] = slice.keys.map((key, at) => ({ key, name: nameOf(key), value: slice.values[at] ?? null, mark: slice.marks[at] ?? null }))
  return (
    <DataTable
      caption={`${slice.title}${slice.cutLabel ? `, ${slice.cutLabel}` : ''}, ${periodWords(slice.period)}, ${unit}`}
      rows={rows}
      rowKey={(row) => row.key}
      selected={(row) => selection.areas.includes(row.key)}
      dense
      columns={[
        { id: 'name', header: t.area, main: true, sortBy: (row) => row.name, cell: (row) => row.name },
        { id: 'key', header: t.key, sortBy: (row) => row.key, cell: (row) => row.key, phone: 'hide' },
        { id: 'value', header: `${t.value} (${unit})`, align: 'end', sortBy: (row) => (row.mark === 'nil' && !slice.ended ? 0 : row.value), cell: (row) => <Value value={row.value} mark={row.mark} decimals={slice.decimals} period={slice.period} /> },
        { id: 'state', header: t.state, cell: (row) => (row.value === null ? figureWords({ value: null, state: row.mark ?? undefined }) : ''), phone: 'hide' },
        {
          id: 'pick', header: t.pick,
          cell: (row) => {
            const chosen = selection.areas.includes(row.key)
            return <Button small variant="tertiary" iconOnly icon={chosen ? 'close' : 'add'} onClick={() => onToggle(row.key)}>{chosen ? t.remove(row.name) : t.add(row.name)}</Button>
          },
        },
      ]}
    />
  )
}
