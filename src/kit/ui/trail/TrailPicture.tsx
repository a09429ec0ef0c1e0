// The cards in columns by stage, lines between them, and what does not fit folded away at both ends.
import { type FocusEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../Icon.tsx'
import { cls } from '../props.ts'
import { texts } from '../texts.de.ts'
import { useConnectors } from './connectors.ts'
import { StationCard } from './StationCard.tsx'
import { type Station, type TrailColumn, type TrailLink, windowOf } from './stations.ts'

type Props = { columns: readonly TrailColumn[]; stations: readonly Station[]; links: readonly TrailLink[] }

/** A card and the gap after it, and what the two folds take, in pixels (trail.css has the same numbers). */
const step = 182
const gap = 26
const folds = 148
const narrow = 620

export function TrailPicture({ columns, stations, links }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const board = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [unfolded, unfold] = useState({ before: false, after: false })
  const shownFirst = useRef<string>(undefined)
  const [active, setActive] = useState<string>()
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => observer.disconnect()
  }, [])
  // The fold is gone once it was pressed: the focus goes to the first card it gave way to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a side was unfolded
  useEffect(() => {
    const card = shownFirst.current
    shownFirst.current = undefined
    if (card) board.current?.querySelector<HTMLElement>(`[data-station="${card}"]`)?.focus()
  }, [unfolded])
  const open = (side: 'before' | 'after', hidden: readonly TrailColumn[]) => {
    shownFirst.current = (side === 'before' ? hidden.at(-1) : hidden[0])?.stations[0]?.id
    unfold({ ...unfolded, [side]: true })
  }
  const upright = width < narrow
  const { first, last } = windowOf(columns, fitOf(width, columns.length))
  const from = unfolded.before ? 0 : first
  const to = unfolded.after ? columns.length - 1 : last
  const drawing = useConnectors(board, stations, links, `${width} ${from} ${to}`)
  const notice = (event: MouseEvent | FocusEvent) =>
    setActive((event.target as HTMLElement).closest<HTMLElement>('[data-station]')?.dataset.station)
  const touches = (link: TrailLink) => active !== undefined && (link.from === active || link.to === active)
  return (
    <div ref={frame} className={cls('ns-trail__frame', upright && 'ns-trail__frame--upright')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only brings out the lines of the card one is on */}
      <div
        ref={board}
        className="ns-trail__board"
        style={upright ? undefined : { minWidth: (to - from + 1) * step - gap }}
        onMouseOver={notice}
        onFocus={notice}
        onMouseLeave={() => setActive(undefined)}
        onBlur={() => setActive(undefined)}
      >
        <svg className="ns-trail__lines" width={drawing.width} height={drawing.height} aria-hidden="true">
          {drawing.connectors.map((one) => (
            <g key={`${one.from} ${one.to}`} className={cls(`ns-line-${one.kind}`, touches(one) && 'ns-line-active')}>
              <path d={one.path} className="ns-trail__line" />
              <path d={one.end} className="ns-trail__arrow" />
            </g>
          ))}
        </svg>
        {drawing.connectors.filter(touches).map((one) => (
          <span
            key={`${one.from} ${one.to}`}
            className="ns-trail__label"
            style={{ left: one.middle.x, top: one.middle.y }}
            aria-hidden="true"
          >
            {one.label}
          </span>
        ))}
        {from > 0 ? <Fold side="before" hidden={columns.slice(0, from)} onPress={open} /> : null}
        <ol className="ns-trail__columns">
          {columns.slice(from, to + 1).map((column) => (
            <li key={column.stage} className="ns-trail__column">
              {column.stations.map((station) => (
                <StationCard key={station.id} station={station} />
              ))}
            </li>
          ))}
        </ol>
        {to < columns.length - 1 ? <Fold side="after" hidden={columns.slice(to + 1)} onPress={open} /> : null}
      </div>
    </div>
  )
}

function fitOf(width: number, all: number): number {
  if (width < narrow) return 3
  if (all * step - gap <= width) return all
  return Math.max(2, Math.floor((width - folds + gap) / step))
}

type FoldProps = {
  side: 'before' | 'after'
  hidden: readonly TrailColumn[]
  onPress: (side: 'before' | 'after', hidden: readonly TrailColumn[]) => void
}

function Fold({ side, hidden, onPress }: FoldProps) {
  const ids = hidden.flatMap((column) => column.stations.map((station) => station.id))
  return (
    <button
      type="button"
      className={`ns-trail__fold ns-trail__fold--${side}`}
      data-folded={ids.join(' ')}
      onClick={() => onPress(side, hidden)}
    >
      <Icon name={side === 'before' ? 'chevron-left' : 'chevron-right'} />
      <span>{texts.trail[side](ids.length)}</span>
    </button>
  )
}
