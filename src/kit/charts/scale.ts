// Small scales and lines for our own charts: no clock, no browser, so that they can be tested on their own.

export type Scale = (value: number) => number

export function linear([d0, d1]: readonly [number, number], [r0, r1]: readonly [number, number]): Scale {
  const span = d1 - d0
  return span === 0 ? () => (r0 + r1) / 2 : (value) => r0 + ((value - d0) / span) * (r1 - r0)
}

/** A step of 1, 2 or 5 times a power of ten that cuts the span into about `count` parts. */
export function niceStep(span: number, count: number): number {
  if (!(span > 0)) return 1
  const rough = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const error = rough / power
  return power * (error >= 7.07 ? 10 : error >= 3.16 ? 5 : error >= 1.41 ? 2 : 1)
}

/** Round limits around the data and the round values between them. */
export function niceTicks(low: number, high: number, count = 5): { domain: [number, number]; ticks: number[] } {
  const top = high === low ? high + 1 : high
  const step = niceStep(top - low, count)
  const from = Math.floor(low / step + 1e-9)
  const to = Math.ceil(top / step - 1e-9)
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => tidy((from + index) * step))
  return { domain: [ticks[0] ?? low, ticks.at(-1) ?? top], ticks }
}

const tidy = (value: number) => Number(value.toPrecision(12))

export type Place = { x: number; y: number }

export const pathOf = (places: readonly Place[]) =>
  places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')

export const round = (value: number) => Math.round(value * 10) / 10

/** Cuts a series where it has no number and at every break: two values on different sides of a break are never joined. */
export function segmentsOf<P extends { x: number; value: number | null }>(
  points: readonly P[],
  breaks: readonly number[],
): (P & { value: number })[][] {
  const segments: (P & { value: number })[][] = []
  let open: (P & { value: number })[] | undefined
  let before: number | undefined
  for (const point of points.toSorted((a, b) => a.x - b.x)) {
    const from = before
    const broken = from !== undefined && breaks.some((at) => from < at && at <= point.x)
    before = point.x
    if (point.value === null) {
      open = undefined
      continue
    }
    if (!open || broken) {
      open = []
      segments.push(open)
    }
    open.push({ ...point, value: point.value })
  }
  return segments
}

/** Moves labels apart so that none covers another, keeping their order and staying as near as possible to where they belong. */
export function spread(places: readonly number[], least: number, low: number, high: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  let floor = low
  for (const one of order) {
    one.place = Math.max(one.place, floor)
    floor = one.place + least
  }
  let ceiling = high
  for (const one of order.toReversed()) {
    one.place = Math.min(one.place, ceiling)
    ceiling = one.place - least
  }
  const result = [...places]
  for (const one of order) result[one.index] = one.place
  return result
}
