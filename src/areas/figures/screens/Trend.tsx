// The line of the chosen areas over time, interrupted where the basis breaks, and beside it the comparison at one time.
import { BarCompare } from '#kit/charts/BarCompare.tsx'
import { LineChart, type Series as Line } from '#kit/charts/LineChart.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { formatNumber } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Tabs } from '#kit/ui/Tabs.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { figures } from '../contract.ts'
import type { MapSlice, Segment, Series } from '../contract/shapes.ts'
import { yearsOf } from '../rules.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords } from '../widgets/parts.tsx'
import type { Selection } from './selection.ts'

const remote = client(figures)
const t = screens.explorer
type Props = { slice: MapSlice; unit: string; nameOf: (key: string) => string; selection: Selection }

export function Trend({ slice, unit, nameOf, selection }: Props) {
  const keys = selection.areas.length > 0 ? selection.areas : slice.keys.slice(0, 1)
  const rows = slice.keys.map((key, at) => {
    const mark = slice.marks[at] ?? undefined
    return { id: key, label: nameOf(key), value: slice.values[at] ?? null, own: selection.areas.includes(key), ...(mark ? { state: mark } : {}) }
  })
  const shown = slice.level === 'municipality' ? rows.filter((row) => row.own) : rows
  return (
    <Tabs
      label={t.trend}
      tabs={[
        { id: 'verlauf', label: t.trend, content: <Lines indicator={slice.indicator} cut={slice.cut} keys={keys} /> },
        {
          id: 'vergleich', label: t.compare,
          content: shown.length > 0 ? <BarCompare title={slice.title} unit={unit} rows={shown} period={periodWords(slice.period)} decimals={slice.decimals} source={slice.sources[0]?.attribution} /> : <p>{t.pickHint}</p>,
        },
      ]}
    />
  )
}

function Lines({ indicator, cut, keys }: { indicator: string; cut: string; keys: readonly string[] }) {
  const asked = { indicator, cut, areas: keys.join(',') }
  const load = useLoad(remote.series, asked, { keep: true })
  return (
    <Loading load={load} shape="cards">
      {(series) => (
        <Stack>
          <SeriesChart series={series} />
          {series.areas.flatMap((area) => area.segments.flatMap((segment) => (segment.change ? [<p key={`${area.key}${segment.from[0]}`}><small>{changeWords(area.name, segment, series)}</small></p>] : [])))}
          {series.breaks.length > 0 ? <p><small>{t.noAcross}</small></p> : null}
          <div><Button small icon="download" to={addressOf(figures.seriesFile, asked).url}>{t.csvSeries}</Button></div>
        </Stack>
      )}
    </Loading>
  )
}

/** A series as the explorer and the page of an indicator draw it. */
export function SeriesChart({ series }: { series: Series }) {
  const labels = new Map<number, string>()
  const lines: Line[] = series.areas.map((area) => ({
    id: area.key, label: area.name,
    points: area.segments.flatMap((segment) => segment.from.map((from, n) => {
      const x = yearsOf(from)
      labels.set(x, periodWords({ from, until: segment.until[n] ?? from }))
      return { x, value: segment.values[n] ?? null, state: segment.marks[n] ?? undefined, note: segment.basis?.label }
    })),
  }))
  const breaks = series.breaks.filter((one) => one.kind !== 'end').map((one) => ({ at: yearsOf(one.from), label: `${screens.day(one.from)}: ${t.breakNames[one.kind]}`, detail: one.what }))
  const source = [...new Set(series.sources.map((one) => one.attribution))].join('; ')
  return <LineChart title={series.title} unit={series.unit} series={lines} breaks={breaks} xLabel={(x) => labels.get(x) ?? String(Math.floor(x))} source={source} decimals={series.decimals} zero={false} />
}

function changeWords(name: string, segment: Segment, series: Series): string {
  const { from, to, absolute, percent } = segment.change!
  const sign = absolute > 0 ? '+' : ''
  const words = `${sign}${formatNumber(absolute, series.decimals)} ${series.unit}${percent === null ? '' : ` (${sign}${formatNumber(percent, 1)} %)`}`
  const basis = segment.basis ? `, ${segment.basis.label}` : ''
  return `${t.changeIn(name, screens.day(from), screens.day(to), words)}${basis}`
}
