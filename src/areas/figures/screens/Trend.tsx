// The line of the chosen areas over time, interrupted where the basis breaks, and beside it the comparison at one time.
import { useState } from 'react'
import { BarCompare } from '#kit/charts/BarCompare.tsx'
import { type Series as Line, LineChart } from '#kit/charts/LineChart.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { figureWords } from '#kit/ui/figure-state.ts'
import { formatNumber } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Tabs } from '#kit/ui/Tabs.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Segment, Series } from '../contract/series.ts'
import type { MapSlice } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { yearsOf } from '../rules.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords } from '../widgets/parts.tsx'
import { interruptionsOf, marksOf, OverReforms } from './OverReforms.tsx'
import type { Selection } from './selection.ts'

const remote = client(figures)
const t = screens.explorer
type Props = {
  slice: MapSlice
  unit: string
  nameOf: (key: string) => string
  selection: Selection
  own: string | null
}

export function Trend({ slice, unit, nameOf, selection, own }: Props) {
  const first = own && slice.keys.includes(own) ? own : slice.keys[0]
  const keys = selection.areas.length > 0 ? selection.areas : first ? [first] : []
  const rows = slice.keys.map((key, at) => {
    const mark = slice.marks[at] ?? undefined
    return {
      id: key,
      label: nameOf(key),
      value: slice.values[at] ?? null,
      own: keys.includes(key),
      ...(mark ? { state: mark } : {}),
    }
  })
  const shown = slice.level === 'municipality' ? rows.filter((row) => row.own) : rows
  return (
    <Tabs
      label={t.trend}
      tabs={[
        {
          id: 'verlauf',
          label: t.trend,
          content: (
            <Lines indicator={slice.indicator} cut={slice.cut} keys={keys} nameOf={nameOf} per={slice.rate?.per} />
          ),
        },
        {
          id: 'vergleich',
          label: t.compare,
          content:
            shown.length > 0 ? (
              <BarCompare
                title={slice.title}
                unit={unit}
                rows={shown}
                period={periodWords(slice.period)}
                decimals={slice.decimals}
                source={slice.sources[0]?.attribution}
              />
            ) : (
              <p>{t.pickHint}</p>
            ),
        },
      ]}
    />
  )
}

type LinesProps = {
  indicator: string
  cut: string
  keys: readonly string[]
  nameOf: (key: string) => string
  per: number | undefined
}

function Lines({ indicator, cut, keys, nameOf, per }: LinesProps) {
  const [boundaries, setBoundaries] = useState<'today' | 'then'>('today')
  const asked = { indicator, cut, areas: keys.join(','), boundaries, ...(per ? { per } : {}) }
  const load = useLoad(remote.series, asked, { keep: true, when: keys.length > 0 })
  return (
    <Loading load={load} shape="cards">
      {(series) => (
        <Stack>
          <SeriesChart series={series} nameOf={nameOf} />
          {series.areas.flatMap((area) =>
            area.segments.flatMap((segment) =>
              segment.change
                ? [
                    <p key={`${area.key}${segment.from[0]}${segment.basis?.code}`}>
                      <small>{changeWords(nameOf(area.key), segment, series)}</small>
                    </p>,
                  ]
                : [],
            ),
          )}
          {series.breaks.length > 0 ? (
            <p>
              <small>{t.noAcross}</small>
            </p>
          ) : null}
          <OverReforms series={series} nameOf={nameOf} boundaries={boundaries} onBoundaries={setBoundaries} />
          <div>
            <Button small icon="download" to={addressOf(figures.seriesFile, asked).url}>
              {t.csvSeries}
            </Button>
          </div>
        </Stack>
      )}
    </Loading>
  )
}

/** The line stops at each break; where all values belong to the same day of the year, the axis says the year and the unit says the day. */
function SeriesChart({ series, nameOf }: { series: Series; nameOf: (key: string) => string }) {
  const labels = new Map<number, string>()
  const days = new Set<string>()
  const lines: Line[] = series.areas.map((area) => ({
    id: area.key,
    label: nameOf(area.key),
    interruptions: interruptionsOf(area).map((one) => yearsOf(one.day)),
    points: area.segments.flatMap((segment) =>
      segment.from.map((from, n) => {
        const x = yearsOf(from)
        labels.set(x, periodWords({ from, until: segment.until[n] ?? from }))
        days.add(screens.day(from).slice(0, 6))
        return {
          x,
          value: segment.values[n] ?? null,
          state: segment.marks[n] ?? undefined,
          carried: segment.carried[n] ?? undefined,
          note: segment.basis?.label,
        }
      }),
    ),
  }))
  const [begin, end] = [Math.min(...labels.keys()), Math.max(...labels.keys())]
  const breaks = [
    ...series.breaks.map((one) => ({
      at: yearsOf(one.from),
      label: `${screens.day(one.from)}: ${t.breakNames[one.kind]}`,
      detail: one.what,
    })),
    ...marksOf(series),
  ]
    .filter((one) => one.at > begin && one.at <= end)
    .sort((a, b) => a.at - b.at)
  const source = [...new Set(series.sources.map((one) => one.attribution))].join('; ')
  const [day] = days
  const yearly = days.size === 1 && day !== undefined && day !== firstDay
  const unit = series.rate ? `${series.unit} ${screens.per(series.rate.per)}` : series.unit
  return (
    <LineChart
      title={series.title}
      unit={yearly ? t.each(unit, day) : unit}
      series={lines}
      breaks={breaks}
      source={source}
      decimals={series.decimals}
      zero={false}
      xLabel={(x) => (yearly ? String(Math.floor(x)) : (labels.get(x) ?? String(Math.floor(x))))}
    />
  )
}
const firstDay = '01.01.'

function changeWords(name: string, segment: Segment, series: Series): string {
  const { from, to, absolute, percent } = segment.change!
  const sign = absolute > 0 ? '+' : ''
  const words = `${sign}${figureWords({ value: absolute }, series.unit, series.decimals)}${percent === null ? '' : ` (${sign}${formatNumber(percent, 1)} %)`}`
  const basis = segment.basis ? `, ${segment.basis.label}` : ''
  return `${t.changeIn(name, screens.day(from), screens.day(to), words)}${basis}`
}
