// Measures where the cards stand and lays a line from each station to what came of it.
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Station, TrailLink } from './stations.ts'

export type Connector = TrailLink & {
  path: string
  end: string
  middle: { x: number; y: number }
  kind: 'done' | 'open' | 'setAside'
}
export type Drawing = { width: number; height: number; connectors: Connector[] }
type Box = { left: number; right: number; top: number; bottom: number; middle: number }

const nothing: Drawing = { width: 0, height: 0, connectors: [] }

/** `layout` names everything that moves cards: folds, the window, the stations themselves. */
export function useConnectors(
  board: RefObject<HTMLElement | null>,
  stations: readonly Station[],
  links: readonly TrailLink[],
  layout: string,
): Drawing {
  const [drawing, setDrawing] = useState(nothing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `layout` stands for whatever moves the cards
  useLayoutEffect(() => {
    const element = board.current
    if (!element) return
    const draw = () => setDrawing(drawn(element, stations, links))
    const observer = new ResizeObserver(draw)
    observer.observe(element)
    for (const card of element.querySelectorAll('[data-station]')) observer.observe(card)
    draw()
    return () => observer.disconnect()
  }, [board, stations, links, layout])
  return drawing
}

function drawn(board: HTMLElement, stations: readonly Station[], links: readonly TrailLink[]): Drawing {
  const origin = board.getBoundingClientRect()
  const boxes = new Map<string, Box>()
  for (const card of board.querySelectorAll<HTMLElement>('[data-station], [data-folded]')) {
    const at = card.getBoundingClientRect()
    const box = {
      left: at.left - origin.left,
      right: at.right - origin.left,
      top: at.top - origin.top,
      bottom: at.bottom - origin.top,
      middle: (at.top + at.bottom) / 2 - origin.top,
    }
    for (const id of (card.dataset.station ?? card.dataset.folded ?? '').split(' ')) boxes.set(id, box)
  }
  const states = new Map(stations.map((station) => [station.id, station.state]))
  const connectors = links.flatMap((link): Connector[] => {
    const from = boxes.get(link.from)
    const to = boxes.get(link.to)
    if (!from || !to || from === to) return []
    const ends = [states.get(link.from), states.get(link.to)]
    const kind = ends.includes('setAside') ? 'setAside' : ends.includes('open') ? 'open' : 'done'
    return [{ ...link, ...line(from, to), kind }]
  })
  return { width: board.scrollWidth, height: board.scrollHeight, connectors }
}

function line(from: Box, to: Box): Pick<Connector, 'path' | 'end' | 'middle'> {
  const down = Math.abs(from.left - to.left) < 8
  if (down) {
    const up = to.top < from.top
    const [x, y1, y2] = [(from.left + from.right) / 2, up ? from.top : from.bottom, up ? to.bottom : to.top]
    const way = up ? -1 : 1
    return { path: `M${x} ${y1}V${y2 - 5 * way}`, end: arrow(x, y2, 0, way), middle: { x, y: (y1 + y2) / 2 } }
  }
  const [x1, y1, x2, y2] = [from.right, from.middle, to.left, to.middle]
  const bend = Math.min(60, Math.max(18, (x2 - x1) / 2))
  return {
    path: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - 5 - bend} ${y2} ${x2 - 5} ${y2}`,
    end: arrow(x2, y2, 1, 0),
    middle: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 },
  }
}

const arrow = (x: number, y: number, dx: number, dy: number) =>
  `M${x} ${y}L${x - dx * 8 - dy * 5} ${y - dy * 8 - dx * 5}L${x - dx * 8 + dy * 5} ${y - dy * 8 + dx * 5}z`
