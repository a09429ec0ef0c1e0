// Attackers of another make than those under test: the textbook's programme over the cells themselves, two for each hidden cell, and on small tables
// every filling with whole numbers. They share nothing with the methods but the form of the file.
import imported from 'highs'
import type { Release } from './testing-worlds.ts'

const highs = await (imported as unknown as (typeof imported)['default'])()

type Figure = {
  id: string
  value: number
  own: number
  sensitive: { below: number; above: number; sliding: number } | null
  published: boolean
}
type Sum = { at: number[]; by: number[]; equals: number }

/** Everything that is known from all releases; a figure that was corrected is another figure. */
function union(releases: readonly Release[], who: string | null): { figures: Figure[]; sums: Sum[] } {
  const figures: Figure[] = []
  const newest = new Map<string, number>()
  const versions = new Map<string, number>()
  const sums: Sum[] = []
  for (const { cells, equations, suppressed = [] } of releases) {
    const hidden = new Set(suppressed)
    for (const { id, value, sensitive, contributors } of cells) {
      const key = `${id}=${value}`
      let at = versions.get(key)
      if (at === undefined) {
        at = figures.push({ id, value, own: 0, sensitive: null, published: false }) - 1
        versions.set(key, at)
      }
      newest.set(id, at)
      const figure = figures[at]!
      figure.own = who === null ? 0 : (contributors?.[who] ?? figure.own)
      if (sensitive) figure.sensitive = { sliding: 0, ...sensitive }
      if (!hidden.has(id)) figure.published = true
    }
    for (const { terms, equals } of equations) {
      const at = Object.keys(terms).map((id) => newest.get(id)!)
      sums.push({ at, by: Object.values(terms), equals })
    }
  }
  return { figures, sums }
}

const isKnown = ({ published, own, value }: Figure) => published || (own > 0 && own >= value)

export type Opened = { id: string; value: number; low: number; high: number }

/** What a contributor gave they know: nobody else's share may be bounded closer than asked for. */
function needsOf({ sensitive, own, value }: Figure): { below: number; above: number; sliding: number } | null {
  if (!sensitive || (own > 0 && own >= value)) return null
  const below = Math.min(sensitive.below, value - own)
  return { below, above: sensitive.above, sliding: Math.min(sensitive.sliding, below + sensitive.above) }
}

function opens(figure: Figure, low: number, high: number): boolean {
  const needs = needsOf(figure)
  if (!needs) return false
  return (
    low > figure.value - needs.below + 1e-6 ||
    high < figure.value + needs.above - 1e-6 ||
    high - low < needs.sliding - 1e-6
  )
}

/** Two programmes for each hidden cell (or each primary one), in the primal form of the textbook. */
export function attackWithAllProgrammes(
  releases: readonly Release[],
  who: string | null,
  onlyPrimary = true,
): { opened: Opened[]; programmes: number; intervals: Map<string, [number, number]> } {
  const { figures, sums } = union(releases, who)
  const opened: Opened[] = []
  const intervals = new Map<string, [number, number]>()
  let programmes = 0
  const model = highs.createModel()
  try {
    model.options.set({ output_flag: false })
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const { at, by } of sums) {
      indices.push(...at)
      values.push(...by)
      starts.push(indices.length)
    }
    model.passModel({
      numCols: figures.length,
      numRows: sums.length,
      sense: highs.constants.objectiveSense.minimize,
      offset: 0,
      colCost: new Float64Array(figures.length),
      colLower: Float64Array.from(figures, (one) => (isKnown(one) ? one.value : one.own)),
      colUpper: Float64Array.from(figures, (one) => (isKnown(one) ? one.value : Infinity)),
      rowLower: Float64Array.from(sums, ({ equals }) => equals),
      rowUpper: Float64Array.from(sums, ({ equals }) => equals),
      matrix: {
        format: 'csr',
        numRows: sums.length,
        numCols: figures.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    })
    const ask = (at: number, sign: number): number => {
      programmes += 1
      model.changeColCost(at, sign)
      const { modelStatus } = model.run()
      const found = modelStatus === 7 ? sign * model.getObjectiveValue() : -sign * Infinity
      model.changeColCost(at, 0)
      return found
    }
    for (const [at, figure] of figures.entries()) {
      if (onlyPrimary ? !figure.sensitive : figure.published) continue
      const [low, high] = isKnown(figure) ? [figure.value, figure.value] : [ask(at, 1), ask(at, -1)]
      intervals.set(figure.id, [low, high])
      if (opens(figure, low, high)) opened.push({ id: figure.id, value: figure.value, low, high })
    }
  } finally {
    model.dispose()
  }
  return { opened, programmes, intervals }
}

/** All whole-number fillings; null where there are more than `most`. */
export function attackByFilling(releases: readonly Release[], who: string | null, most = 20_000): Opened[] | null {
  const { figures, sums } = union(releases, who)
  const low = figures.map((one) => (isKnown(one) ? one.value : one.own))
  const high = figures.map((one) => (isKnown(one) ? one.value : Infinity))
  const seen = figures.map((): [number, number] => [Infinity, -Infinity])
  let steps = 0
  const search = (lows: number[], highs: number[]): boolean => {
    steps += 1
    if (steps > most) return false
    const holds = propagate(sums, lows, highs)
    if (holds === null) return false
    if (!holds) return true
    let narrowest = -1
    for (const [at, from] of lows.entries()) {
      const width = highs[at]! - from
      if (width > 0 && (narrowest === -1 || width < highs[narrowest]! - lows[narrowest]!)) narrowest = at
    }
    if (narrowest === -1) {
      for (const [at, value] of lows.entries())
        seen[at] = [Math.min(seen[at]![0], value), Math.max(seen[at]![1], value)]
      return true
    }
    if (highs[narrowest] === Infinity) return false
    for (let value = lows[narrowest]!; value <= highs[narrowest]!; value += 1)
      if (!search(lows.with(narrowest, value), highs.with(narrowest, value))) return false
    return true
  }
  if (!search(low, high)) return null
  return figures.flatMap((figure, at) => {
    const [least, largest] = seen[at]!
    return opens(figure, least, largest) ? [{ id: figure.id, value: figure.value, low: least, high: largest }] : []
  })
}

/** Each sum narrows its cells; false where it cannot hold, null where that takes too long to say. */
function propagate(sums: readonly Sum[], lows: number[], highs: number[]): boolean | null {
  for (let [changed, rounds] = [true, 0]; changed; rounds += 1) {
    if (rounds > 100) return null
    changed = false
    for (const { at, by, equals } of sums)
      for (const [k, cell] of at.entries()) {
        let [least, most] = [equals, equals]
        for (const [other, one] of at.entries()) {
          if (other === k) continue
          const [from, to] = by[other]! > 0 ? [lows[one]!, highs[one]!] : [highs[one]!, lows[one]!]
          least -= by[other]! * to
          most -= by[other]! * from
        }
        const [from, to] = by[k]! > 0 ? [least / by[k]!, most / by[k]!] : [most / by[k]!, least / by[k]!]
        if (Math.ceil(from - 1e-9) > lows[cell]!) {
          lows[cell] = Math.ceil(from - 1e-9)
          changed = true
        }
        if (Math.floor(to + 1e-9) < highs[cell]!) {
          highs[cell] = Math.floor(to + 1e-9)
          changed = true
        }
        if (lows[cell]! > highs[cell]!) return false
      }
  }
  return true
}
