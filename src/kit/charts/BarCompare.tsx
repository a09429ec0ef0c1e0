// One's own county beside its neighbours: uncertainty is seen before rank, and a missing value is a sign, never a short bar.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { countedValue, type FigureState, figureWords } from '#kit/ui/figure-state.ts'
import { formatNumber } from '#kit/ui/format.ts'
import { A } from '#kit/ui/Link.tsx'
import { cls, type Loose, type Text } from '#kit/ui/props.ts'
import { texts } from '#kit/ui/texts.de.ts'
import { ValueText } from '#kit/ui/ValueText.tsx'
import { PictureFrame } from './PictureFrame.tsx'
import { linear, niceTicks, round } from './scale.ts'

export type BarRow = { id: string; label: string; value: number | null } & Loose<{
  state: FigureState
  low: number
  high: number
  own: boolean
  to: string
}>
type Props = { title: string; unit: string; rows: readonly BarRow[] } & Loose<{
  reference: { label: string; value: number }
  period: string
  source: Text
  decimals: number
  order: 'given' | 'value'
}>

export function BarCompare(props: Props) {
  const { title, unit, reference, period, source, decimals, order = 'value' } = props
  const rows = order === 'value' ? props.rows.toSorted(byValue) : props.rows
  const values = rows.flatMap((row) => [countedValue(row) ?? 0, row.high ?? 0])
  const { domain, ticks } = niceTicks(0, Math.max(reference?.value ?? 0, ...values), 4)
  const at = linear(domain, [0, 100])
  const picture = (
    <div className="ns-bars">
      <ul>
        {rows.map((row) => (
          <Bar key={row.id} row={row} at={at} unit={unit} decimals={decimals} reference={reference?.value} />
        ))}
      </ul>
      <div className="ns-bars__axis" aria-hidden="true">
        <span />
        <span className="ns-bars__ticks">
          {ticks.map((tick) => (
            <span key={tick} style={{ left: `${at(tick)}%` }}>
              {formatNumber(tick)}
            </span>
          ))}
        </span>
      </div>
      {reference ? (
        <p className="ns-bars__reference">
          <span className="ns-bars__reference-mark" aria-hidden="true" />
          {reference.label}: {figureWords({ value: reference.value }, unit, decimals)}
        </p>
      ) : null}
    </div>
  )
  return (
    <PictureFrame
      title={title}
      subtitle={[unit, period].filter(Boolean).join(', ')}
      source={source}
      picture={picture}
      table={<BarTable title={title} rows={rows} unit={unit} decimals={decimals} />}
    />
  )
}

const byValue = (a: BarRow, b: BarRow) =>
  (countedValue(b) ?? Number.NEGATIVE_INFINITY) - (countedValue(a) ?? Number.NEGATIVE_INFINITY) || 0

type BarProps = { row: BarRow; at: (value: number) => number; unit: string } & Loose<{
  decimals: number
  reference: number
}>

function Bar({ row, at, unit, decimals, reference }: BarProps) {
  const { low, high } = row
  const range =
    low !== undefined && high !== undefined
      ? texts.figure.rangeOf(formatNumber(low, decimals), formatNumber(high, decimals))
      : ''
  return (
    <li
      className={cls('ns-bar', row.own && 'ns-bar--own')}
      title={[figureWords(row, unit, decimals), range].filter(Boolean).join(', ')}
    >
      <span className="ns-bar__label">
        {row.to ? <A to={row.to}>{row.label}</A> : row.label}
        {row.own ? <span className="ns-bar__own">{texts.figure.own}</span> : null}
      </span>
      <span className="ns-bar__track" aria-hidden="true">
        {row.value === null ? null : <span className="ns-bar__fill" style={{ width: `${round(at(row.value))}%` }} />}
        {low !== undefined && high !== undefined ? (
          <span
            className="ns-bar__whisker"
            style={{ left: `${round(at(low))}%`, width: `${round(at(high) - at(low))}%` }}
          />
        ) : null}
        {reference === undefined ? null : (
          <span className="ns-bar__reference" style={{ left: `${round(at(reference))}%` }} />
        )}
      </span>
      <span className="ns-bar__value">
        <ValueText value={row.value} state={row.state} decimals={decimals} />
        {range ? <span className="ns-spoken">, {range}</span> : null}
      </span>
    </li>
  )
}

function BarTable({
  title,
  rows,
  unit,
  decimals,
}: { title: string; rows: readonly BarRow[]; unit: string } & Loose<{ decimals: number }>) {
  const ranges = rows.some((row) => row.low !== undefined)
  return (
    <DataTable
      caption={`${title} (${unit})`}
      dense
      rows={rows}
      rowKey={(row) => row.id}
      selected={(row) => Boolean(row.own)}
      columns={[
        { id: 'area', header: texts.figure.area, main: true, cell: (row) => row.label, sortBy: (row) => row.label },
        {
          id: 'value',
          header: texts.figure.value,
          align: 'end',
          cell: (row) => <ValueText value={row.value} state={row.state} decimals={decimals} />,
          sortBy: countedValue,
        },
        ...(ranges
          ? [
              {
                id: 'range',
                header: texts.figure.range,
                align: 'end' as const,
                cell: (row: BarRow) =>
                  row.low === undefined || row.high === undefined
                    ? ''
                    : `${formatNumber(row.low, decimals)}–${formatNumber(row.high, decimals)}`,
              },
            ]
          : []),
      ]}
    />
  )
}
