// A time series that does not lie: it stops where its basis breaks, shows gaps by their sign, and says every value aloud.
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { figureWords } from '#kit/ui/figure-state.ts'
import { formatNumber } from '#kit/ui/format.ts'
import type { Loose, Text } from '#kit/ui/props.ts'
import { texts } from '#kit/ui/texts.de.ts'
import { LinePicture, type Plot } from './LinePicture.tsx'
import { PictureFrame, useWidth } from './PictureFrame.tsx'
import { SeriesTable } from './SeriesTable.tsx'
import { linear, niceTicks } from './scale.ts'
import { breaksWithin, letterOf, rangeOf, type Series, type SeriesBreak, timesOf } from './series.ts'

export type { Series, SeriesBreak, SeriesPoint } from './series.ts'

type Props = { title: string; unit: string; series: readonly Series[] } & Loose<{
  breaks: readonly SeriesBreak[]
  xLabel: (x: number) => string
  source: Text
  decimals: number
  zero: boolean
  height: number
}>

const margin = { top: 30, bottom: 46, left: 8 }

export function LineChart(props: Props) {
  const { title, unit, series, xLabel = String, source, decimals, zero = true, height = 300 } = props
  const [box, width] = useWidth()
  const [at, setAt] = useState<number>()
  const times = timesOf(series)
  const breaks = breaksWithin(props.breaks ?? [], times)
  const { domain, ticks } = niceTicks(...rangeOf(series, zero))
  const left = margin.left + 8 * Math.max(...ticks.map((tick) => formatNumber(tick).length)) + 8
  const right = width < 520 ? 12 : 12 + Math.min(190, 7.6 * Math.max(...series.map((one) => one.label.length)))
  const first = times[0] ?? 0
  const x = linear([first, times.at(-1) ?? 1], [left + 14, width - right - 8])
  const y = linear(domain, [height - margin.bottom, margin.top])
  const plot: Plot = {
    width,
    height,
    left,
    right: width - right,
    bottom: height - margin.bottom,
    top: margin.top,
    x,
    y,
  }
  const sayAt = (index: number | undefined) => {
    const time = index === undefined ? undefined : times[index]
    if (time === undefined) return ''
    const words = series.map((one) => {
      const point = one.points.find((candidate) => candidate.x === time)
      const carried = point?.carried ? ` (${texts.figure.carried[point.carried]})` : ''
      return `${one.label}: ${figureWords(point ?? { value: null }, unit, decimals)}${carried}`
    })
    return `${xLabel(time)} – ${words.join('; ')}`
  }
  const key = (event: KeyboardEvent) => {
    const now = at ?? times.length - 1
    const steps: Record<string, number> = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: times.length - 1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(times.length - 1, step)))
  }
  const point = (event: PointerEvent) => {
    const px = event.clientX - event.currentTarget.getBoundingClientRect().left
    const near = times.map((time, index) => ({ index, far: Math.abs(x(time) - px) })).sort((a, b) => a.far - b.far)
    setAt(near[0]?.index)
  }
  const picture = (
    <div ref={box} className="ns-chart">
      <div
        className="ns-chart__board"
        role="slider"
        tabIndex={0}
        aria-label={`${title}. ${texts.figure.chartKeys}`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, times.length - 1)}
        aria-valuenow={at ?? times.length - 1}
        aria-valuetext={sayAt(at ?? times.length - 1)}
        onKeyDown={key}
        onPointerMove={point}
        onPointerLeave={() => setAt(undefined)}
        onFocus={() => setAt(at ?? times.length - 1)}
        onBlur={() => setAt(undefined)}
      >
        <LinePicture
          plot={plot}
          series={series}
          breaks={breaks}
          ticks={ticks}
          times={times}
          xLabel={xLabel}
          at={at === undefined ? undefined : times[at]}
        />
      </div>
      {width < 520 || series.length > 5 ? <SeriesKeys series={series} /> : null}
    </div>
  )
  return (
    <PictureFrame
      title={title}
      subtitle={unit}
      source={source}
      hint={texts.figure.point}
      readout={sayAt(at)}
      picture={picture}
      table={
        <SeriesTable
          title={title}
          series={series}
          times={times}
          unit={unit}
          xLabel={xLabel}
          decimals={decimals}
          breaks={breaks}
        />
      }
      notes={breaks.length > 0 ? <BreakNotes breaks={breaks} /> : null}
    />
  )
}

function SeriesKeys({ series }: { series: readonly Series[] }) {
  return (
    <ul className="ns-chart__keys">
      {series.map((one, index) => (
        <li key={one.id} className={`ns-series ns-series--${one.own ? 'own' : index % 6}`}>
          <svg viewBox="0 0 28 10" width="28" height="10" aria-hidden="true">
            <path d="M1 5H27" className="ns-series__line" />
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  )
}

function BreakNotes({ breaks }: { breaks: readonly SeriesBreak[] }) {
  return (
    <dl className="ns-breaks" aria-label={texts.figure.breaks}>
      {breaks.map((one, index) => (
        <div key={one.at}>
          <dt>{letterOf(index)}</dt>
          <dd>
            <strong>{one.label.replace(/\.$/, '')}.</strong> {one.detail ?? texts.figure.breakNote}
          </dd>
        </div>
      ))}
    </dl>
  )
}
