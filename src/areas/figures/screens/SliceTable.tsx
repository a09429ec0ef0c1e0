// The slice as a table: the same areas, values and states as the map. Long ones are searched and turned over.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { figureWords } from '#kit/ui/figure-state.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Pagination } from '#kit/ui/Pagination.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import type { MapSlice, Mark } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords, Value } from '../widgets/parts.tsx'
import type { Selection } from './selection.ts'

const t = screens.explorer
const perPage = 50
type Row = { key: string; name: string; value: number | null; mark: Mark | null }
type Sort = { id: string; down?: boolean | undefined }
type Props = {
  slice: MapSlice
  unit: string
  nameOf: (key: string) => string
  selection: Selection
  onToggle: (key: string) => void
}

export function SliceTable({ slice, unit, nameOf, selection, onToggle }: Props) {
  const [sort, setSort] = useState<Sort>({ id: 'name' })
  const [page, setPage] = useState(1)
  const [words, setWords] = useState('')
  const all: Row[] = slice.keys.map((key, at) => ({
    key,
    name: nameOf(key),
    value: slice.values[at] ?? null,
    mark: slice.marks[at] ?? null,
  }))
  const found = all
    .filter((row) => `${row.name} ${row.key}`.toLocaleLowerCase('de').includes(words.trim().toLocaleLowerCase('de')))
    .sort(order(sort, slice.ended))
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const at = Math.min(page, pages)
  return (
    <Stack>
      {all.length > perPage ? (
        <TextField name="gebiet" type="search" label={t.areaSearch} value={words} onChange={setWords} width="m" />
      ) : null}
      <DataTable
        caption={`${slice.title}${slice.cutLabel ? `, ${slice.cutLabel}` : ''}, ${periodWords(slice.period)}, ${unit}`}
        rows={found.slice((at - 1) * perPage, at * perPage)}
        rowKey={(row) => row.key}
        selected={(row) => selection.areas.includes(row.key)}
        sort={sort}
        onSort={setSort}
        columns={[
          { id: 'name', header: t.area, main: true, sortBy: (row) => row.name, cell: (row) => row.name },
          { id: 'key', header: t.key, sortBy: (row) => row.key, cell: (row) => row.key, phone: 'hide' },
          {
            id: 'value',
            header: `${t.value} (${unit})`,
            align: 'end',
            sortBy: (row) => row.value,
            cell: (row) => <Value value={row.value} mark={row.mark} decimals={slice.decimals} />,
          },
          {
            id: 'state',
            header: t.state,
            cell: (row) => (row.value === null ? figureWords({ value: null, state: row.mark ?? undefined }) : ''),
            phone: 'hide',
          },
          {
            id: 'pick',
            header: t.pick,
            cell: (row) => (
              <Pick chosen={selection.areas.includes(row.key)} name={row.name} onToggle={() => onToggle(row.key)} />
            ),
          },
        ]}
      />
      {pages > 1 ? <Pagination page={at} pages={pages} onPage={setPage} /> : null}
    </Stack>
  )
}

/** Areas without a number stand at the end, whichever way it is sorted; only "–" counts as zero. */
const order = (sort: Sort, ended: boolean) => (a: Row, b: Row) => {
  const turn = sort.down ? -1 : 1
  if (sort.id !== 'value')
    return turn * (sort.id === 'key' ? a.key.localeCompare(b.key) : a.name.localeCompare(b.name, 'de'))
  const numberOf = (row: Row) => row.value ?? (row.mark === 'nil' && !ended ? 0 : null)
  const [left, right] = [numberOf(a), numberOf(b)]
  return left === null ? (right === null ? 0 : 1) : right === null ? -1 : turn * (left - right)
}

const Pick = ({ chosen, name, onToggle }: { chosen: boolean; name: string; onToggle: () => void }) => (
  <Button small variant="tertiary" iconOnly icon={chosen ? 'close' : 'add'} onClick={onToggle}>
    {chosen ? t.remove(name) : t.add(name)}
  </Button>
)
