// What became of a concern, computed from facts alone: "concern intake …, status back to sender" (A09), "no impulse without state" (B42).
import type { Treated, Way } from '../contract/concerns.ts'

export type ImpulseState =
  | 'waiting'
  | 'received'
  | 'bundled'
  | 'inGroup'
  | 'onAgenda'
  | 'unfinished'
  | 'decided'
  | 'released'
  | 'inMeasure'
  | 'realised'
  | 'closed'

export type ImpulseStep = {
  state: ImpulseState
  /** Where a day is known; where something stands open there is none. */
  day: string | null
  /** Title of topic, group, meeting or result, or the reason. */
  what: string | null
  kind?: NonNullable<NonNullable<Treated['result']>['kind']>
}

const inTime = (items: readonly Treated[]) => items.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

/** What one time on an agenda has led to so far. */
export function* stepsOfItem({ title, day, status, result }: Treated): Generator<ImpulseStep> {
  if (!result) {
    yield { state: status === 'held' ? 'unfinished' : 'onAgenda', day, what: title }
    return
  }
  if (!result.released) {
    yield { state: 'decided', day, what: title }
    return
  }
  yield { state: 'released', day, what: result.title ?? title, ...(result.kind ? { kind: result.kind } : {}) }
  for (const { agreedOn, until } of result.measures) yield { state: 'inMeasure', day: agreedOn, what: until }
  // Several measures have an effect once the last of them is there.
  const done = result.measures.flatMap(({ realisedOn }) => realisedOn ?? [])
  if (done.length > 0 && done.length === result.measures.length)
    yield { state: 'realised', day: done.toSorted().at(-1)!, what: null }
}

/** The whole way, in the order of time; never empty, and the last step is the state. A reason for which it was closed ends it. */
export function stepsOf(way: Way): ImpulseStep[] {
  const steps: ImpulseStep[] = [{ state: way.waiting ? 'waiting' : 'received', day: way.receivedOn, what: null }]
  const { topic, closed } = way
  if (topic) {
    steps.push({ state: 'bundled', day: way.bundledOn, what: topic.title })
    for (const item of inTime(way.items)) steps.push(...stepsOfItem(item))
    const last = steps.at(-1)!.state
    if (topic.group && (last === 'bundled' || last === 'unfinished'))
      steps.push({ state: 'inGroup', day: null, what: topic.group })
    if (topic.closed) steps.push({ state: 'closed', day: topic.closed.on, what: topic.closed.because })
  }
  if (closed) steps.push({ state: 'closed', day: closed.on, what: closed.because })
  return steps
}

export const stateOf = (way: Way): ImpulseState => stepsOf(way).at(-1)!.state
