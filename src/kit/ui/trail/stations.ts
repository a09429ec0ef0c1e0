// What the Datenspur is made of, and what can be said about it without drawing: order, window, how far it has come.
import { formatDay } from '../format.ts'
import type { Loose } from '../props.ts'
import { texts } from '../texts.de.ts'

export const trailStages = ['survey', 'delivery', 'need', 'decision', 'measure', 'service'] as const
export type TrailStage = (typeof trailStages)[number]
export type StationState = 'done' | 'open' | 'setAside' | 'masked'

export type Station = {
  id: string
  stage: TrailStage
  title: string
  what: string
  /** For a masked station: whom to ask. */
  whoForWhom: string
  when: string
  state: StationState
} & Loose<{
  version: string
  href: string
  reason: string
  duty: { text: string; owes: string } & Loose<{ due: string }>
  current: boolean
  invented: boolean
}>
export type TrailLink = { from: string; to: string; label: string }
export type TrailColumn = { stage: TrailStage; stations: Station[] }

/** Columns in the order of the way; inside a column, cards stand beside what they come from, so that lines cross little. */
export function columnsOf(stations: readonly Station[], links: readonly TrailLink[]): TrailColumn[] {
  const row = new Map<string, number>()
  const columns: TrailColumn[] = []
  for (const stage of trailStages) {
    const here = stations.filter((station) => station.stage === stage)
    if (here.length === 0) continue
    const weight = new Map(here.map((station, index) => [station.id, weightOf(station, index, links, row)]))
    here.sort((a, b) => (weight.get(a.id) ?? 0) - (weight.get(b.id) ?? 0))
    for (const [index, station] of here.entries()) row.set(station.id, index - (here.length - 1) / 2)
    columns.push({ stage, stations: here })
  }
  return columns
}

function weightOf(station: Station, index: number, links: readonly TrailLink[], row: Map<string, number>) {
  const rows = links.flatMap((link) => (link.to === station.id ? (row.get(link.from) ?? []) : []))
  const middle = rows.length > 0 ? rows.reduce((sum, one) => sum + one, 0) / rows.length : index
  return middle + index / 1000 + (station.state === 'setAside' ? 100 : 0)
}

/** The part of the way that fits, with the object one came from in its middle. */
export function windowOf(columns: readonly TrailColumn[], fit: number): { first: number; last: number } {
  if (columns.length <= fit) return { first: 0, last: columns.length - 1 }
  const here = columns.findIndex((column) => column.stations.some((station) => station.current))
  const lastDone = columns.findLastIndex((column) => column.stations.some((station) => station.state === 'done'))
  const middle = here >= 0 ? here : Math.max(0, lastDone)
  const first = Math.max(0, Math.min(columns.length - fit, middle - Math.floor((fit - 1) / 2)))
  return { first, last: first + fit - 1 }
}

/** `none`: not begun; `skipped`: not begun, though later stations are reached; `needless`: nobody delivers again what an official table says. */
export type StageState = StationState | 'none' | 'skipped' | 'needless'

export function stageStates(
  stations: readonly Station[],
): { stage: TrailStage; state: StageState; current: boolean }[] {
  const order: StationState[] = ['done', 'masked', 'open', 'setAside']
  const reached = (stage: TrailStage) =>
    stations.some((one) => one.stage === stage && (one.state === 'done' || one.state === 'masked'))
  const last = trailStages.findLastIndex(reached)
  return trailStages.map((stage, at) => {
    const here = stations.filter((station) => station.stage === stage)
    const state =
      order.find((one) => here.some((station) => station.state === one)) ??
      (at > last ? 'none' : stage === 'delivery' && reached('survey') ? 'needless' : 'skipped')
    return { stage, state, current: here.some((station) => station.current) }
  })
}

/** One sentence: how far the way has come, what is next and who owes it. */
export function summaryOf(stations: readonly Station[]): string {
  const states = stageStates(stations).filter(({ state }) => state !== 'needless')
  const reached = states.filter(({ state }) => state === 'done' || state === 'masked').length
  const missing =
    states.find(({ state }) => state === 'open' || state === 'skipped') ??
    states.find(({ state }) => state !== 'done' && state !== 'masked')
  if (missing) {
    const open = stations.find((one) => one.stage === missing.stage && one.state === 'open')
    return `${texts.trail.reached(reached, states.length)} ${texts.trail.next(...owedWords(missing.stage, open))}`
  }
  // Where every station is reached, somebody may still owe more of one of them.
  const more = stations.findLast((station) => station.state === 'open')
  return more
    ? `${texts.trail.finished} ${texts.trail.stillOwed(...owedWords(more.stage, more))}`
    : texts.trail.finished
}

/** Which station, who owes it, until when. */
const owedWords = (stage: TrailStage, open: Station | undefined) =>
  [
    texts.trail.stages[stage],
    open?.duty?.owes ?? '',
    open?.duty?.due ? texts.trail.due(formatDay(open.duty.due)) : '',
  ] as const

export const titleOf = (station: Station) =>
  station.state === 'masked' ? texts.trail.masked(station.whoForWhom) : station.title
