// The series of an area on the boundaries of one day, from what was said of its predecessors.
import type { Era } from './eras.ts'
import type { ShareBasis } from './reform.ts'

export type Mark = 'nil' | 'unknown' | 'unreliable' | 'later' | 'meaningless'
/** `basis`: on what the statistic rests (a census …); values of two bases never meet. `last`: the last day of the period. */
export type Statement = {
  area: number
  from: string
  until: string
  last: string
  basis: number | null
  value: number | null
  mark: Mark | null
  /** From here on the measure is no longer collected: even "–" says nothing. */ ended?: boolean
}
export type Carried<S extends Statement> = {
  era: number
  boundary: number
  from: string
  until: string
  basis: number | null
  value: number | null
  mark: Mark | null
  /** null: said of the area itself. */
  how: 'exact' | 'estimated' | null
  bases: readonly ShareBasis[]
  /** What it was made of. */
  of: readonly S[]
  /** A part of which nothing is said. */
  missing: readonly number[]
}

export function carry<S extends Statement>(
  target: number,
  eras: readonly Era[],
  statements: readonly S[],
): Carried<S>[] {
  const points: Carried<S>[] = []
  for (const [at, era] of eras.entries()) {
    const within = statements.filter(
      ({ last }) => (era.from === null || last >= era.from) && (era.until === null || last < era.until),
    )
    const areas = new Set([target, ...era.parts.map((part) => part.area)])
    for (const some of byTime(within.filter((one) => areas.has(one.area)))) {
      const point = pointOf(target, era, some)
      if (point) points.push({ era: at, ...point })
    }
  }
  return points.sort((a, b) => (a.from === b.from ? (a.until < b.until ? -1 : 1) : a.from < b.from ? -1 : 1))
}

const byTime = <S extends Statement>(statements: readonly S[]): S[][] => [
  ...Map.groupBy(statements, (one) => `${one.from}/${one.until}/${one.basis}`).values(),
]

function pointOf<S extends Statement>(target: number, era: Era, said: readonly S[]): Omit<Carried<S>, 'era'> | null {
  const { from, until, basis } = said[0]!
  const head = { boundary: era.boundary, from, until, basis }
  const alone = era.parts.length === 1 && era.parts[0]!.area === target && era.parts[0]!.weight === 1
  const own = said.find((one) => one.area === target)
  if (own && (alone || (!era.existed && own.mark !== 'nil')))
    return { ...head, value: own.value, mark: own.mark, how: null, bases: [], of: [own], missing: [] }
  const of = era.parts.flatMap((part) => said.find((one) => one.area === part.area) ?? [])
  if (of.length === 0) return null
  const missing = era.parts.map((part) => part.area).filter((area) => !of.some((one) => one.area === area))
  return { ...head, ...sumOf(era, of, missing), ...how(era), of, missing }
}

function how(era: Era) {
  const estimated = era.parts.some((part) => part.weight !== 1)
  const bases = [...new Set(era.parts.flatMap((part) => part.bases))].sort()
  return { how: estimated ? ('estimated' as const) : ('exact' as const), bases: estimated ? bases : [] }
}

/** A single whole predecessor says it itself, marks and all; of several, one that is not known makes the sum unknown. */
function sumOf(
  era: Era,
  of: readonly Statement[],
  missing: readonly number[],
): { value: number | null; mark: Mark | null } {
  if (missing.length > 0) return { value: null, mark: 'unknown' }
  const single = era.parts.length === 1 && era.parts[0]!.weight === 1 ? of[0] : undefined
  if (single) return { value: single.value, mark: single.mark }
  const bad = of.find((one) => one.value === null && (one.mark !== 'nil' || one.ended))
  if (bad) return { value: null, mark: 'unknown' }
  if (of.every((one) => one.mark === 'nil')) return { value: null, mark: 'nil' }
  const sum = era.parts.reduce(
    (all, part) => all + part.weight * (of.find((one) => one.area === part.area)?.value ?? 0),
    0,
  )
  return { value: Math.round(sum * 1e6) / 1e6, mark: null }
}
