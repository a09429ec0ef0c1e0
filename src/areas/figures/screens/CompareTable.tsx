// The comparison as a table: by name at first, every state as its sign, and "not to be told apart" where intervals meet.
import { useState } from 'react'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { figureWords } from '#kit/ui/figure-state.ts'
import { formatNumber } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Pagination } from '#kit/ui/Pagination.tsx'
import type { ComparedArea, Comparison } from '../contract/comparison.ts'
import { comparisonTexts } from '../texts/comparison.de.ts'
import { periodWords, Value } from '../widgets/parts.tsx'
import { byName, unitOf } from './compared.ts'

const t = comparisonTexts.table
const perPage = 60
type Props = { comparison: Comparison; nameOf: (key: string) => string }

export function CompareTable({ comparison, nameOf }: Props) {
  const [page, setPage] = useState(1)
  const { rows, decimals } = comparison
  const own = rows.find((row) => row.own)
  const shown = byName(rows, nameOf)
  const pages = Math.max(1, Math.ceil(shown.length / perPage))
  const at = Math.min(page, pages)
  const intervals = rows.some((row) => row.low !== null)
  const number = (value: number | null) => (value === null ? '' : formatNumber(value))
  return (
    <Stack>
      <DataTable
        caption={`${comparison.title}${comparison.cutLabel ? `, ${comparison.cutLabel}` : ''}, ${periodWords(comparison.period)}, ${unitOf(comparison)}`}
        dense
        rows={shown.slice((at - 1) * perPage, at * perPage)}
        rowKey={(row) => row.key}
        selected={(row) => row.own}
        columns={[
          {
            id: 'area',
            header: t.area,
            main: true,
            sortBy: (row) => nameOf(row.key),
            cell: (row) => <Name row={row} name={nameOf(row.key)} />,
          },
          {
            id: 'value',
            header: t.value,
            align: 'end',
            cell: (row) => <Value value={row.value} mark={row.mark} decimals={decimals} />,
          },
          ...(intervals
            ? [
                {
                  id: 'range',
                  header: t.range,
                  align: 'end' as const,
                  cell: (row: ComparedArea) =>
                    row.low === null || row.high === null
                      ? figureWords({ value: null, state: row.mark ?? undefined })
                      : `${formatNumber(row.low, decimals)}–${formatNumber(row.high, decimals)}`,
                },
                {
                  id: 'own',
                  header: t.toOwn(own ? nameOf(own.key) : ''),
                  cell: (row: ComparedArea) => (row.toOwn ? t.toOwnWords[row.toOwn] : ''),
                },
                {
                  id: 'lies',
                  header: t.lies,
                  cell: (row: ComparedArea) => (row.lies ? comparisonTexts.lies[row.lies] : ''),
                },
                {
                  id: 'wide',
                  header: t.wide,
                  cell: (row: ComparedArea) => (row.liesWide ? comparisonTexts.lies[row.liesWide] : ''),
                },
                { id: 'count', header: t.count, align: 'end' as const, cell: (row: ComparedArea) => number(row.count) },
                {
                  id: 'people',
                  header: t.people,
                  align: 'end' as const,
                  cell: (row: ComparedArea) => number(row.people),
                },
              ]
            : [
                {
                  id: 'state',
                  header: t.state,
                  cell: (row: ComparedArea) =>
                    row.value === null ? figureWords({ value: null, state: row.mark ?? undefined }) : '',
                },
              ]),
        ]}
      />
      {pages > 1 ? <Pagination page={at} pages={pages} onPage={setPage} /> : null}
    </Stack>
  )
}

function Name({ row, name }: { row: ComparedArea; name: string }) {
  const how = row.own ? t.own : row.across ? t.across : row.borders ? t.borders : ''
  return (
    <>
      {name}
      {how ? (
        <>
          <br />
          <small>{how}</small>
        </>
      ) : null}
    </>
  )
}
