// A network as points and lines: what meets at a point lies around it. Every point is reached by arrow keys and says what it is.
import { type KeyboardEvent, useMemo, useState } from 'react'
import { cls, type Loose } from '#kit/ui/props.ts'
import { graphOf } from '#pure/network/graph.ts'
import { placeLabels } from '#pure/network/labels.ts'
import { layout, type Point } from '#pure/network/layout.ts'
import { useWidth } from './PictureFrame.tsx'

export type NetworkShape = 'public' | 'free' | 'other' | 'hub'
export type NetworkPoint = {
  id: string
  label: string
  shape: NetworkShape /** What is said of it on focus. */
  words: string
}
export type NetworkLine = { a: string; b: string } & Loose<{ direct: boolean }>

type Props = {
  label: string
  points: readonly NetworkPoint[]
  lines: readonly NetworkLine[]
  onRead: (words: string) => void
} & Loose<{ selected: string; onSelect: (id: string | undefined) => void }>

/** Narrower than this, only what is near the chosen point carries its name. */
const narrow = 520
const towards: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest point in a direction; what lies aside counts double. */
function nextTowards(places: readonly Point[], from: number, [x, y]: readonly [number, number]): number {
  let best = from
  let least = Number.POSITIVE_INFINITY
  for (const [at, place] of places.entries()) {
    const dx = place.x - places[from]!.x
    const dy = place.y - places[from]!.y
    const along = dx * x + dy * y
    if (at === from || along <= 0) continue
    const length = along + 2 * Math.abs(dx * y + dy * x)
    if (length < least) {
      best = at
      least = length
    }
  }
  return best
}

export function NetworkPicture({ label, points, lines, selected, onSelect, onRead }: Props) {
  const [box, width] = useWidth()
  const [at, setAt] = useState(0)
  const [pointed, setPointed] = useState<number | null>(null)
  const height = Math.round(Math.min(780, Math.max(360, 260 + points.length * 6)))
  const { places, edges } = useMemo(() => {
    const index = new Map(points.map((point, n) => [point.id, n]))
    const known = lines.flatMap((line) => {
      const a = index.get(line.a)
      const b = index.get(line.b)
      return a === undefined || b === undefined || a === b ? [] : [{ a, b, weight: 1, direct: line.direct ?? false }]
    })
    return { places: layout(graphOf(points.length, known), { width, height, margin: 40 }), edges: known }
  }, [points, lines, width, height])
  const chosen = points.findIndex((point) => point.id === selected)
  const centre = pointed ?? (chosen >= 0 ? chosen : null)
  const near = new Set(
    centre === null ? [] : edges.flatMap(({ a, b }) => (a === centre ? [b] : b === centre ? [a] : [])).concat(centre),
  )
  const current = Math.min(at, points.length - 1)
  const focus = (to: number) => {
    setAt(to)
    document.getElementById(`punkt-${points[to]!.id}`)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const direction = towards[event.key]
    if (direction) focus(nextTowards(places, current, direction))
    else if (event.key === 'Home') focus(0)
    else if (event.key === 'End') focus(points.length - 1)
    else if (event.key === 'Enter' || event.key === ' ') onSelect?.(points[current]!.id)
    else if (event.key === 'Escape') onSelect?.(undefined)
    else return
    event.preventDefault()
  }
  const focusOn = centre === null ? '' : [centre, ...near].join(' ')
  const labels = useMemo(() => {
    const chosenOnes = focusOn ? focusOn.split(' ').map(Number) : null
    const names = points.map((point, n) =>
      (chosenOnes ? chosenOnes.includes(n) : width >= narrow) ? point.label : null,
    )
    const hubs = points.flatMap((point, n) => (point.shape === 'hub' ? [n] : []))
    return placeLabels(places, names, { width, height }, [...(chosenOnes?.slice(0, 1) ?? []), ...hubs])
  }, [points, places, width, height, focusOn])
  return (
    <div ref={box} className="ns-network">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of points inside a drawing */}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        <g>
          {edges.map(({ a, b, direct }) => (
            <line
              key={`${a} ${b} ${direct}`}
              className={cls(
                'ns-network__line',
                direct && 'ns-network__line--direct',
                centre !== null && (a === centre || b === centre) && 'ns-network__line--near',
                centre !== null && a !== centre && b !== centre && 'ns-network__faint',
              )}
              x1={places[a]!.x}
              y1={places[a]!.y}
              x2={places[b]!.x}
              y2={places[b]!.y}
            />
          ))}
        </g>
        {points.map((point, n) => (
          // biome-ignore lint/a11y/useSemanticElements: a point of a drawing cannot be a button element
          <g
            key={point.id}
            id={`punkt-${point.id}`}
            role="button"
            tabIndex={n === current ? 0 : -1}
            aria-label={point.words}
            aria-pressed={n === chosen}
            className={cls(
              'ns-network__point',
              `ns-network__point--${point.shape}`,
              centre !== null && !near.has(n) && 'ns-network__faint',
            )}
            transform={`translate(${places[n]!.x} ${places[n]!.y})`}
            onClick={() => {
              setAt(n)
              onSelect?.(n === chosen ? undefined : point.id)
            }}
            onKeyDown={press}
            onFocus={() => {
              setAt(n)
              setPointed(n)
              onRead(point.words)
            }}
            onBlur={() => setPointed(null)}
            onPointerEnter={() => {
              setPointed(n)
              onRead(point.words)
            }}
            onPointerLeave={() => setPointed(null)}
          >
            <circle r="16" className="ns-network__touch" />
            {point.shape === 'hub' ? (
              <rect x="-8" y="-8" width="16" height="16" rx="3" className="ns-network__mark" />
            ) : (
              <circle r="7" className="ns-network__mark" />
            )}
            {labels[n] ? (
              <text
                className="ns-network__name"
                textAnchor={labels[n].anchor}
                x={labels[n].x - places[n]!.x}
                y={labels[n].y - places[n]!.y}
              >
                {point.label}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </div>
  )
}

/** The signs of the picture with their words. */
export const NetworkLegend = ({ items }: { items: readonly { shape: NetworkShape | 'direct'; label: string }[] }) => (
  <ul className="ns-network__legend">
    {items.map(({ shape, label }) => (
      <li key={shape}>
        <svg width="26" height="18" aria-hidden="true">
          {shape === 'direct' ? (
            <line x1="2" y1="9" x2="24" y2="9" className="ns-network__line ns-network__line--direct" />
          ) : (
            <g className={`ns-network__point--${shape}`} transform="translate(13 9)">
              {shape === 'hub' ? (
                <rect x="-7" y="-7" width="14" height="14" rx="3" className="ns-network__mark" />
              ) : (
                <circle r="6" className="ns-network__mark" />
              )}
            </g>
          )}
        </svg>
        {label}
      </li>
    ))}
  </ul>
)
