// The legend: five classes with their limits, and every sign that occurs on this map.
import { type FigureState, figureStates, signOf, wordsOf } from '#kit/ui/figure-state.ts'
import { formatNumber } from '#kit/ui/format.ts'
import type { Loose } from '#kit/ui/props.ts'
import { texts } from '#kit/ui/texts.de.ts'
import { type ClassScale, classOf } from './classes.ts'
import { MapPatterns, patternOf } from './MapPatterns.tsx'

type Props = {
  limits: readonly number[]
  scale: ClassScale
  unit: string
  states: ReadonlySet<FigureState>
  base: string
} & Loose<{
  decimals: number
}>

export function MapLegend({ limits, scale, unit, states, base, decimals }: Props) {
  const number = (value: number) => formatNumber(value, decimals)
  const classes = [undefined, ...limits].map((from, index) => ({ from, to: limits[index] }))
  const words = ({ from, to }: { from: number | undefined; to: number | undefined }) => {
    if (from === undefined && to === undefined) return unit
    if (from === undefined) return `${texts.figure.under} ${number(to ?? 0)}`
    return to === undefined
      ? `${number(from)} ${texts.figure.andMore}`
      : `${number(from)} ${texts.figure.to} ${texts.figure.under} ${number(to)}`
  }
  return (
    <div className="ns-map__legend">
      <p className="ns-map__legend-title">
        {unit}
        {scale.kind === 'diverging' ? ` · ${scale.label}: ${number(scale.around)}` : ''}
      </p>
      <ul aria-label={texts.figure.legend}>
        {classes.map((each) => (
          <li key={each.from ?? 'first'}>
            <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
              <rect
                width="24"
                height="16"
                className={`ns-map-${scale.kind}-${classOf(each.from ?? Number.NEGATIVE_INFINITY, limits)}`}
              />
            </svg>
            {words(each)}
          </li>
        ))}
        {figureStates
          .filter((state) => states.has(state))
          .map((state) => (
            <li key={state}>
              <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
                <MapPatterns base={`${base}-legend-${state}`} />
                <rect
                  width="24"
                  height="16"
                  fill={patternOf(`${base}-legend-${state}`, state)}
                  className="ns-map__frame"
                />
              </svg>
              <span className="ns-map__sign-word">{signOf(state)}</span> {wordsOf(state)}
              {state === 'nil' ? `, ${texts.figure.countsAsZero}` : ''}
            </li>
          ))}
      </ul>
    </div>
  )
}
