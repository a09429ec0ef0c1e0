// The shape of a time series and what can be computed of it before anything is drawn.
import type { FigureState } from '#kit/ui/figure-state.ts'
import type { Loose } from '#kit/ui/props.ts'

export type SeriesPoint = { x: number; value: number | null } & Loose<{
  state: FigureState
  low: number
  high: number
  note: string
  /** Over a change of what is counted: made of whole parts, or estimated. */ carried: 'exact' | 'estimated'
}>
export type Series = { id: string; label: string; points: readonly SeriesPoint[] } & Loose<{
  own: boolean
  interruptions: readonly number[]
}>
export type SeriesBreak = { at: number; label: string } & Loose<{
  detail: string /** The lines go on. */
  joins: boolean
}>

export const timesOf = (series: readonly Series[]) =>
  [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort((a, b) => a - b)

/** Only breaks between two times that are drawn: one before the first or after the last separates nothing. */
export const breaksWithin = (breaks: readonly SeriesBreak[], times: readonly number[]) =>
  breaks.filter(({ at }) => at > (times[0] ?? at) && at <= (times.at(-1) ?? at))

export function rangeOf(series: readonly Series[], zero: boolean): [number, number] {
  const values = series.flatMap((one) =>
    one.points.flatMap((point) => [point.value, point.low, point.high].filter((value) => typeof value === 'number')),
  )
  if (values.length === 0) return [0, 1]
  const low = Math.min(...values)
  const high = Math.max(...values)
  return zero ? [Math.min(0, low), Math.max(0, high)] : [low, high]
}

/** Letters for the breaks: A, B, C … */
export const letterOf = (index: number) => String.fromCharCode(65 + index)
