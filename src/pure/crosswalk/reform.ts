// What a reform of areas says, and what one step back in time makes of an area: its predecessors with their weights.

export type ShareBasis = 'population' | 'area'

/** Land that went from one area to another. `before` = `after`: the area existed before and goes on, with what it did not give away. */
export type Part = {
  before: number
  after: number
  /** A city is county and municipality in one; its flows are told apart by the level on which they were stated. */
  level: string
  whole: boolean
  population: number | null
  area: number | null
}
export type Reform = { id: string; day: string; parts: readonly Part[] }

/** All reforms of one day: they take effect together. */
export type Step = { day: string; reforms: readonly string[]; parts: readonly Part[] }

/** How much of an area of the earlier time belongs to it; null: nobody knows. */
export type Inflow = { area: number; share: number | null; basis: ShareBasis | null }

/** Latest first. */
export function stepsOf(reforms: readonly Reform[]): Step[] {
  const byDay = new Map<string, Reform[]>()
  for (const reform of reforms) byDay.set(reform.day, [...(byDay.get(reform.day) ?? []), reform])
  return [...byDay]
    .map(([day, some]) => ({ day, reforms: some.map((one) => one.id), parts: some.flatMap((one) => one.parts) }))
    .sort((a, b) => (a.day < b.day ? 1 : -1))
}

const moves = (part: Part) => part.before !== part.after

/** The wider level, where flows were stated on two: one of them tells everything. */
const levelOf = (parts: readonly Part[]): string | null =>
  parts.map((part) => part.level).sort((a, b) => (a === 'county' ? -1 : b === 'county' ? 1 : a < b ? -1 : 1))[0] ?? null

/** One predecessor is shared out on one basis only. */
function basisOf(given: readonly Part[]): ShareBasis | null {
  if (given.every((part) => part.population !== null)) return 'population'
  return given.every((part) => part.area !== null) ? 'area' : null
}

/** What an area consisted of before the step; null where the step says nothing of it, so that it is what it was. */
export function inflowsOf(step: Step, area: number): Inflow[] | null {
  const named = step.parts.filter((part) => part.after === area)
  const gave = step.parts.filter((part) => part.before === area && moves(part))
  if (named.length === 0) return null
  const came = named.filter(moves)
  const level = levelOf(came.length > 0 ? came : gave)
  const inflows = unique(came.filter((part) => part.level === level)).map((part) => inflowOf(step, part))
  return came.length < named.length
    ? [keptOf(area, unique(gave.filter((p) => p.level === level))), ...inflows]
    : inflows
}

function inflowOf(step: Step, part: Part): Inflow {
  if (part.whole) return { area: part.before, share: 1, basis: null }
  const all = step.parts.filter((one) => one.before === part.before && one.level === part.level && moves(one))
  const basis = basisOf(all)
  return { area: part.before, share: basis && part[basis], basis }
}

/** What remains of an area that gave parts away. */
function keptOf(area: number, gave: readonly Part[]): Inflow {
  if (gave.length === 0) return { area, share: 1, basis: null }
  const basis = gave.some((part) => part.whole) ? null : basisOf(gave)
  const share = basis && 1 - gave.reduce((sum, part) => sum + part[basis]!, 0)
  return { area, share, basis }
}

/** The same flow said by two reforms of one day counts once. */
const unique = (parts: readonly Part[]) => [
  ...new Map(parts.map((part) => [`${part.before}>${part.after}`, part])).values(),
]
