// Names beside the points of a picture: each where it covers neither another name nor another point; where there is no room, none.
import type { Point } from './layout.ts'

export type Label = { x: number; y: number; anchor: 'start' | 'middle' | 'end' }
type Box = { left: number; right: number; top: number; bottom: number }

export const letter = { width: 6.7, height: 16 }
const point = 10

/** `names`: in the order of the points, null where no name is wanted. `first`: which points choose their place first. */
export function placeLabels(
  places: readonly Point[],
  names: readonly (string | null)[],
  field: { width: number; height: number },
  first: readonly number[] = [],
): (Label | null)[] {
  const labels: (Label | null)[] = places.map(() => null)
  const taken: Box[] = []
  const points = places.map(
    ({ x, y }): Box => ({ left: x - point, right: x + point, top: y - point, bottom: y + point }),
  )
  for (const at of new Set([...first, ...places.keys()])) {
    const name = names[at]
    if (!name) continue
    for (const label of around(places[at]!)) {
      const box = boxOf(label, name)
      const inside = box.left >= 0 && box.right <= field.width && box.top >= 0 && box.bottom <= field.height
      if (!inside || taken.some((one) => meet(one, box)) || points.some((one, n) => n !== at && meet(one, box)))
        continue
      labels[at] = label
      taken.push(box)
      break
    }
  }
  return labels
}

const around = ({ x, y }: Point): Label[] => [
  { x, y: y + 24, anchor: 'middle' },
  { x, y: y - 14, anchor: 'middle' },
  { x: x + 13, y: y + 4, anchor: 'start' },
  { x: x - 13, y: y + 4, anchor: 'end' },
  { x: x - 6, y: y + 24, anchor: 'start' },
  { x: x + 6, y: y + 24, anchor: 'end' },
  { x: x - 6, y: y - 14, anchor: 'start' },
  { x: x + 6, y: y - 14, anchor: 'end' },
]

/** Where a name stands, guessed from its letters. */
export function boxOf({ x, y, anchor }: Label, name: string): Box {
  const width = name.length * letter.width
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - letter.height * 0.8, bottom: y + letter.height * 0.2 }
}
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
