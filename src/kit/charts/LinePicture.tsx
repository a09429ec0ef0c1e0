// Draws the time series: grid, bands, interrupted lines, markers that differ by shape, break marks, signs for missing values.
import { signOf } from '#kit/ui/figure-state.ts'
import { formatNumber } from '#kit/ui/format.ts'
import { cls } from '#kit/ui/props.ts'
import { texts } from '#kit/ui/texts.de.ts'
import { pathOf, round, type Scale, segmentsOf, spread } from './scale.ts'
import { letterOf, type Series, type SeriesBreak } from './series.ts'

export type Plot = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  x: Scale
  y: Scale
}
type Props = {
  plot: Plot
  series: readonly Series[]
  breaks: readonly SeriesBreak[]
  ticks: readonly number[]
  times: readonly number[]
  xLabel: (x: number) => string
  at: number | undefined
}

export function LinePicture({ plot, series, breaks, ticks, times, xLabel, at }: Props) {
  const { width, height, left, right, top, bottom, x, y } = plot
  const every = Math.max(1, Math.ceil((times.length * 46) / Math.max(1, right - left)))
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="ns-chart__svg">
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${round(y(tick))}H${right}`} className={tick === 0 ? 'ns-axis-zero' : 'ns-grid'} />
          <text x={left - 8} y={y(tick) + 4} className="ns-axis-text" textAnchor="end">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {times.map((time, index) =>
        index % every === (times.length - 1) % every ? (
          <text key={time} x={x(time)} y={height - 8} className="ns-axis-text" textAnchor="middle">
            {xLabel(time)}
          </text>
        ) : null,
      )}
      {breaks.map((one, index) => (
        <BreakMark
          key={one.at}
          x={round(breakPlace(one.at, times, x))}
          letter={letterOf(index)}
          top={top}
          bottom={bottom}
        />
      ))}
      {at === undefined ? null : <path d={`M${round(x(at))} ${top}V${bottom}`} className="ns-chart__cursor" />}
      {series.map((one, index) => (
        <OneSeries key={one.id} one={one} index={index} breaks={breaks} plot={plot} at={at} />
      ))}
      {width >= 520 && series.length <= 5 ? <EndLabels series={series} plot={plot} /> : null}
    </svg>
  )
}

/** The mark stands between the last point before the break and the first one after it. */
function breakPlace(at: number, times: readonly number[], x: Scale): number {
  const before = times.filter((time) => time < at).at(-1)
  const after = times.find((time) => time >= at)
  return before === undefined || after === undefined ? x(at) : (x(before) + x(after)) / 2
}

function BreakMark({ x, letter, top, bottom }: { x: number; letter: string; top: number; bottom: number }) {
  return (
    <g className="ns-break">
      <path d={`M${x} ${top - 4}V${bottom}`} />
      <circle cx={x} cy={top - 15} r="10" />
      <text x={x} y={top - 11} textAnchor="middle">
        {letter}
      </text>
    </g>
  )
}

type OneProps = { one: Series; index: number; breaks: readonly SeriesBreak[]; plot: Plot; at: number | undefined }

function OneSeries({ one, index, breaks, plot, at }: OneProps) {
  const { x, y, bottom } = plot
  const segments = segmentsOf(one.points, [
    ...breaks.filter((each) => !each.joins).map((each) => each.at),
    ...(one.interruptions ?? []),
  ])
  const gaps = one.points.filter((point) => point.value === null && point.state)
  return (
    <g className={cls('ns-series', `ns-series--${one.own ? 'own' : index % 6}`)}>
      {segments.map((segment) => {
        const band = segment.filter((point) => point.low !== undefined && point.high !== undefined)
        const upper = band.map((point) => ({ x: x(point.x), y: y(point.high ?? point.value) }))
        const lower = band.map((point) => ({ x: x(point.x), y: y(point.low ?? point.value) })).toReversed()
        return (
          <g key={segment[0]?.x}>
            {band.length > 1 ? <path d={`${pathOf([...upper, ...lower])}z`} className="ns-series__band" /> : null}
            <path d={pathOf(segment.map((p) => ({ x: x(p.x), y: y(p.value) })))} className="ns-series__line" />
            {segment.map((point) => (
              <g key={point.x}>
                {band.length === 1 && point.low !== undefined && point.high !== undefined ? (
                  <path d={`M${x(point.x)} ${y(point.low)}V${y(point.high)}`} className="ns-series__whisker" />
                ) : null}
                <Marker
                  index={one.own ? 0 : index}
                  x={x(point.x)}
                  y={y(point.value)}
                  size={at === point.x ? 6 : 4}
                  hollow={point.carried !== undefined}
                />
                {point.carried === 'estimated' ? (
                  <text x={x(point.x)} y={y(point.value) - 9} className="ns-series__sign" textAnchor="middle">
                    {texts.figure.carriedSigns.estimated}
                  </text>
                ) : null}
                {point.state ? (
                  <text x={x(point.x)} y={y(point.value) - 9} className="ns-series__sign" textAnchor="middle">
                    {signOf(point.state)}
                  </text>
                ) : null}
              </g>
            ))}
          </g>
        )
      })}
      {gaps.map((point) => (
        <text
          key={point.x}
          x={x(point.x)}
          y={point.state === 'nil' ? y(0) - 4 : bottom + 16}
          className="ns-series__sign"
          textAnchor="middle"
        >
          {point.state ? signOf(point.state) : ''}
        </text>
      ))}
    </g>
  )
}

/** Shapes repeat what the colour says: circle, square, triangle, diamond. */
type MarkerProps = { index: number; x: number; y: number; size: number; hollow: boolean }
function Marker({ index, x, y, size, hollow }: MarkerProps) {
  const [px, py, s] = [round(x), round(y), size]
  const shapes = [
    `M${px - s} ${py}a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0z`,
    `M${px - s} ${py - s}h${2 * s}v${2 * s}h${-2 * s}z`,
    `M${px} ${py - s * 1.2}L${px + s * 1.15} ${py + s}H${px - s * 1.15}z`,
    `M${px} ${py - s * 1.3}L${px + s * 1.3} ${py}L${px} ${py + s * 1.3}L${px - s * 1.3} ${py}z`,
  ]
  return (
    <path
      d={shapes[index % shapes.length]}
      className={cls('ns-series__marker', hollow && 'ns-series__marker--hollow')}
    />
  )
}

function EndLabels({ series, plot }: { series: readonly Series[]; plot: Plot }) {
  const last = series.map((one) => one.points.filter((point) => point.value !== null).toSorted((a, b) => b.x - a.x)[0])
  const wanted = last.map((point) => plot.y(point?.value ?? 0))
  const places = spread(wanted, 18, plot.top, plot.bottom)
  return series.map((one, index) => (
    <text
      key={one.id}
      x={plot.right + 8}
      y={round((places[index] ?? 0) + 4)}
      className={cls('ns-series ns-series__label', `ns-series--${one.own ? 'own' : index % 6}`)}
    >
      {one.label}
    </text>
  ))
}
