// The drawn areas: one Tab stop for the whole map, arrow keys walk to the neighbour, Enter selects.
import type { KeyboardEvent } from 'react'
import { countedValue, type Figure, signOf } from '#kit/ui/figure-state.ts'
import { cls } from '#kit/ui/props.ts'
import { classOf } from './classes.ts'
import { MapPatterns, patternOf } from './MapPatterns.tsx'
import { nextArea, type Outline } from './outline.ts'

type Props = {
  base: string
  title: string
  outlines: readonly Outline[]
  width: number
  height: number
  figureOf: (key: string) => Figure
  limits: readonly number[]
  kind: 'sequential' | 'diverging'
  labelOf: (key: string) => string
  say: (key: string) => string
  at: string | undefined
  onAt: (key: string | undefined) => void
  selected: string | undefined
  onSelect: (key: string) => void
}

export function MapAreas(props: Props) {
  const { base, outlines, width, height, at, selected, onAt, onSelect } = props
  const stop = outlines.some((one) => one.key === selected) ? selected : outlines[0]?.key
  const press = (event: KeyboardEvent, outline: Outline) => {
    if (event.key === 'Enter' || event.key === ' ') onSelect(outline.key)
    else {
      const next = nextArea(outline, outlines, event.key)
      if (!next) return
      document.getElementById(`${base}-${next.key}`)?.focus()
    }
    event.preventDefault()
  }
  const outlineOf = (key: string | undefined) => outlines.find((one) => one.key === key)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of areas inside an image, not a fieldset
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={props.title}>
      <MapPatterns base={base} />
      {outlines.map((outline) => (
        // biome-ignore lint/a11y/useSemanticElements: an area of a map has no element of its own
        <path
          key={outline.key}
          id={`${base}-${outline.key}`}
          d={outline.path}
          role="button"
          tabIndex={outline.key === (at ?? stop) ? 0 : -1}
          aria-label={props.say(outline.key)}
          aria-pressed={outline.key === selected}
          {...paintOf(props.figureOf(outline.key), props)}
          onFocus={() => onAt(outline.key)}
          onBlur={() => onAt(undefined)}
          onPointerEnter={() => onAt(outline.key)}
          onPointerLeave={() => onAt(undefined)}
          onClick={() => onSelect(outline.key)}
          onKeyDown={(event) => press(event, outline)}
        />
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group is not focusable; its words are spoken by the areas */}
      <g aria-hidden="true" className="ns-map__words">
        {outlines.map((outline) => (
          <AreaWords key={outline.key} outline={outline} {...props} />
        ))}
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group is not focusable; it only draws rings */}
      <g aria-hidden="true">
        {[outlineOf(selected), outlineOf(at)].map((outline, index) =>
          outline ? (
            <path
              key={index === 0 ? 'selected' : 'at'}
              d={outline.path}
              className={cls('ns-map__ring', index === 0 && 'ns-map__ring--selected')}
            />
          ) : null,
        )}
      </g>
    </svg>
  )
}

/** Only a number has a colour; "–" counts as zero and says so by its sign, every other state is hatched. */
function paintOf(figure: Figure, { base, limits, kind }: Props) {
  const value = countedValue(figure)
  if (value === null) return { className: 'ns-map__area', fill: patternOf(base, figure.state ?? 'none') }
  return { className: `ns-map__area ns-map-${kind}-${classOf(value, limits)}` }
}

function AreaWords({ outline, figureOf, labelOf }: { outline: Outline } & Props) {
  const { state } = figureOf(outline.key)
  const label = labelOf(outline.key)
  const fits = label.length * 6.6 < outline.width * 0.8 && outline.height > 26
  const { x, y } = outline.middle
  return (
    <>
      {state ? (
        <text x={x} y={fits ? y - 6 : y + 5} textAnchor="middle" className="ns-map__sign">
          {signOf(state)}
        </text>
      ) : null}
      {fits ? (
        <text x={x} y={state ? y + 10 : y + 4} textAnchor="middle" className="ns-map__label">
          {label}
        </text>
      ) : null}
    </>
  )
}
