// A funnel plot: values against the size of what they were counted in, with the limits that chance draws. Its table stands beside it.
import { useRef } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { formatNumber } from '#kit/ui/format.ts'
import type { Loose, Text } from '#kit/ui/props.ts'
import { PictureFrame, useWidth } from './PictureFrame.tsx'
import { saveSvg } from './save-svg.ts'
import { linear, niceTicks, pathOf, round, type Scale } from './scale.ts'

export type FunnelPoint = {
  id: string
  label: string
  size: number
  value: number
  words: string
  kind: 'own' | 'near' | 'other'
}
export type FunnelLimits = {
  sizes: readonly number[]
  inner: readonly [low: readonly number[], high: readonly number[]]
  outer: readonly [low: readonly number[], high: readonly number[]]
  wide: readonly [low: readonly number[], high: readonly number[]] | null
}
type Words = { benchmark: string; own: string; near: string; other: string; limits: string; wide: string; save: string }
type Props = {
  title: string
  unit: string
  sizeLabel: string
  /** What the picture shows, for those who do not see it. */ alternative: string
  points: readonly FunnelPoint[]
  benchmark: number
  limits: FunnelLimits
  words: Words
  file: string
  table: Text
} & Loose<{ source: string; notes: Text }>

const height = 340
const margin = { top: 14, right: 16, bottom: 46 }

export function FunnelPlot(props: Props) {
  const { title, unit, points, limits, benchmark, words, source } = props
  const [box, width] = useWidth()
  const drawn = useRef<SVGSVGElement>(null)
  const values = [...points.map((one) => one.value), benchmark, ...visible(limits, points)]
  const { domain, ticks } = niceTicks(Math.max(0, Math.min(...values)), Math.max(...values), 5)
  const left = 16 + 8 * Math.max(...ticks.map((tick) => formatNumber(tick).length))
  const y = linear(domain, [height - margin.bottom, margin.top])
  const [first, last] = [limits.sizes[0] ?? 1, limits.sizes.at(-1) ?? 10]
  const along = linear([Math.log(first), Math.log(last)], [left + 6, width - margin.right])
  const x: Scale = (size) => along(Math.log(size))
  const frame = { left, right: width - margin.right, y, x }
  const save = () =>
    drawn.current &&
    saveSvg(drawn.current, [title, `${unit}. ${props.alternative}`, ...(source ? [source] : [])], `${props.file}.svg`)
  const picture = (
    <div ref={box} className="ns-chart ns-funnel">
      <svg
        ref={drawn}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={props.alternative}
        className="ns-chart__svg"
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${left} ${round(y(tick))}H${frame.right}`} className="ns-grid" />
            <text x={left - 8} y={y(tick) + 4} className="ns-axis-text" textAnchor="end">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        {sizeTicks(first, last, width).map((size) => (
          <g key={size}>
            <path d={`M${round(x(size))} ${height - margin.bottom}v5`} className="ns-axis-zero" />
            <text x={x(size)} y={height - margin.bottom + 19} className="ns-axis-text" textAnchor="middle">
              {formatNumber(size)}
            </text>
          </g>
        ))}
        <text x={frame.right} y={height - 6} className="ns-axis-text" textAnchor="end">
          {props.sizeLabel}
        </text>
        <Limits limits={limits} x={x} y={y} domain={domain} />
        <path d={`M${left} ${round(y(benchmark))}H${frame.right}`} className="ns-funnel__benchmark" />
        {points
          .toSorted((a, b) => order[a.kind] - order[b.kind])
          .map((one) => (
            <Dot key={one.id} one={one} cx={round(x(one.size))} cy={round(y(one.value))} right={frame.right} />
          ))}
      </svg>
      <ul className="ns-funnel__keys">
        <Key mark={<circle cx="14" cy="7" r="6" className="ns-funnel__dot ns-funnel__dot--own" />}>{words.own}</Key>
        <Key mark={<rect x="9" y="2" width="10" height="10" className="ns-funnel__dot ns-funnel__dot--near" />}>
          {words.near}
        </Key>
        <Key mark={<circle cx="14" cy="7" r="4" className="ns-funnel__dot ns-funnel__dot--other" />}>{words.other}</Key>
        <Key mark={<path d="M1 7H27" className="ns-funnel__benchmark" />}>{words.benchmark}</Key>
        <Key
          mark={
            <>
              <path d="M1 4H27" className="ns-funnel__inner" />
              <path d="M1 10H27" className="ns-funnel__outer" />
            </>
          }
        >
          {words.limits}
        </Key>
        {limits.wide ? <Key mark={<path d="M1 7H27" className="ns-funnel__wide" />}>{words.wide}</Key> : null}
      </ul>
      <div>
        <Button small icon="download" onClick={save}>
          {words.save}
        </Button>
      </div>
    </div>
  )
  return (
    <PictureFrame
      title={title}
      subtitle={unit}
      picture={picture}
      table={props.table}
      source={source}
      notes={props.notes}
    />
  )
}

const order = { other: 0, near: 1, own: 2 }
const Key = ({ mark, children }: { mark: Text; children: string }) => (
  <li>
    <svg viewBox="0 0 28 14" width="28" height="14" aria-hidden="true">
      {mark}
    </svg>
    {children}
  </li>
)

/** Limits are drawn as far as areas lie; a tiny area would else push all others together. */
function visible(limits: FunnelLimits, points: readonly FunnelPoint[]): number[] {
  const values = points.map((one) => one.value)
  const [low, high] = [Math.min(...values) * 0.85, Math.max(...values) * 1.15]
  return [limits.inner, limits.outer, limits.wide ?? []].flat(2).filter((value) => value >= low && value <= high)
}

type LimitProps = { limits: FunnelLimits; x: Scale; y: Scale; domain: readonly [number, number] }

function Limits({ limits, x, y, domain }: LimitProps) {
  const curve = (values: readonly number[]) => {
    const places = values.flatMap((value, n) =>
      value >= domain[0] && value <= domain[1] ? [{ x: x(limits.sizes[n]!), y: y(value) }] : [],
    )
    return places.length > 1 ? pathOf(places) : ''
  }
  const pair = (lines: FunnelLimits['wide'], name: string) =>
    (lines ?? []).map((values, n) => <path key={n === 0 ? 'low' : 'high'} d={curve(values)} className={name} />)
  return (
    <>
      {pair(limits.wide, 'ns-funnel__wide')}
      {pair(limits.outer, 'ns-funnel__outer')}
      {pair(limits.inner, 'ns-funnel__inner')}
    </>
  )
}

function Dot({ one, cx, cy, right }: { one: FunnelPoint; cx: number; cy: number; right: number }) {
  const before = cx + 9 + one.label.length * 7.5 > right
  return (
    <g>
      <title>{one.words}</title>
      {one.kind === 'near' ? (
        <rect x={cx - 4.5} y={cy - 4.5} width="9" height="9" className="ns-funnel__dot ns-funnel__dot--near" />
      ) : (
        <circle
          cx={cx}
          cy={cy}
          r={one.kind === 'own' ? 7 : 4}
          className={`ns-funnel__dot ns-funnel__dot--${one.kind}`}
        />
      )}
      {one.kind === 'own' ? (
        <text
          x={before ? cx - 11 : cx + 11}
          y={cy - 9}
          textAnchor={before ? 'end' : 'start'}
          className="ns-funnel__name"
        >
          {one.label}
        </text>
      ) : null}
    </g>
  )
}

/** 1, 2 and 5 times powers of ten between two sizes; fewer where it is narrow. */
function sizeTicks(first: number, last: number, width: number): number[] {
  const powers = Array.from({ length: 10 }, (_, n) => 10 ** n)
  const steps = width < 520 ? [1] : [1, 2, 5]
  const some = powers
    .flatMap((power) => steps.map((step) => power * step))
    .filter((size) => size >= first && size <= last)
  return some.length > 0 ? some : [Number(Math.sqrt(first * last).toPrecision(1))]
}
