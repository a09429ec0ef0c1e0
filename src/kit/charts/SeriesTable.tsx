// The table twin of a time series; a break is a row of its own, so that nobody reads across it.
import { DataTable } from '#kit/ui/DataTable.tsx'
import type { Loose } from '#kit/ui/props.ts'
import { texts } from '#kit/ui/texts.de.ts'
import { ValueText } from '#kit/ui/ValueText.tsx'
import { letterOf, type Series, type SeriesBreak } from './series.ts'

type Props = {
  title: string
  series: readonly Series[]
  times: readonly number[]
  unit: string
  xLabel: (x: number) => string
  breaks: readonly SeriesBreak[]
} & Loose<{ decimals: number }>

export function SeriesTable({ title, series, times, unit, xLabel, breaks, decimals }: Props) {
  const marks = (time: number) =>
    breaks
      .map((one, index) => ({ letter: letterOf(index), first: times.find((each) => each >= one.at) }))
      .filter((one) => one.first === time)
      .map((one) => one.letter)
      .join(' ')
  return (
    <DataTable
      caption={`${title} (${unit})`}
      dense
      rows={times}
      rowKey={String}
      columns={[
        {
          id: 'time',
          header: texts.figure.period,
          main: true,
          cell: (time) => (
            <>
              {xLabel(time)} {marks(time) ? <span className="ns-break-letter">{marks(time)}</span> : null}
            </>
          ),
        },
        ...series.map((one) => ({
          id: one.id,
          header: one.label,
          align: 'end' as const,
          cell: (time: number) => {
            const point = one.points.find((each) => each.x === time)
            return (
              <>
                {point?.carried ? (
                  <abbr title={texts.figure.carried[point.carried]}>{texts.figure.carriedSigns[point.carried]}</abbr>
                ) : null}{' '}
                <ValueText value={point?.value ?? null} state={point?.state} decimals={decimals} />
              </>
            )
          },
        })),
      ]}
    />
  )
}
