/**
 * From rows to a dense block: which age groups are the finest and which are sums of them, likewise sexes and areas; who is known in
 * the last year; what is filled in, counted so that it can be said.
 */
import { type AgeGroup, blockOf, type Population } from './population.ts'
import { BadPopulation, type Rows } from './read.ts'

/** A label of the table and the finest parts that it adds up; one part where it is itself one of the finest. */
export type Sum = { label: string; parts: number[] }
export type Age = { from: string; to: string; parts: number[] }

export type Structure = {
  population: Population
  decimals: number
  /** What is printed, in the order of the table. */
  areas: Sum[]
  sexes: Sum[]
  ages: Age[]
  /** Areas that the last year does not know: not projected. */
  gone: string[]
  /** Numbers of the last year that were not given and were carried on from the year before, or are nobody. */
  filled: number
}

const everybody = /^(t|i|g|insg.*|insgesamt|total|gesamt.*|zusammen|both.*|all.*|persons?|m\+w|w\+m)$/i

export function structureOf(rows: Rows): Structure {
  const ages = agesIn(rows)
  const leaves = ages.filter(({ parts }) => parts.length === 1)
  const years = [...new Set(rows.year)].sort((a, b) => a - b)
  const sexes = sexesIn(rows)
  const finest = sexes.flatMap(({ parts }, s) => (parts.length === 1 && parts[0] === s ? [s] : []))
  const groups = leaves.map(({ group }) => group)
  const whole = { areas: rows.areas, sexes: finest.map((s) => rows.sexes[s]!), groups, years }
  const values = fillIn(rows, whole, ages, finest)
  const known = knownAreas({ ...whole, values })
  const kept = rows.areas.flatMap((_, a) => (known.has(a) ? [a] : []))
  if (kept.length === 0) throw new BadPopulation('nobody', null)
  const sums = areaSums({ ...whole, values }, kept)
  const basic = kept.filter((a) => !sums.has(a))
  const population = pick({ ...whole, values }, basic)
  const place = new Map(basic.map((a, i) => [a, i]))
  return {
    population,
    decimals: rows.decimals,
    areas: kept.map((a) => ({ label: rows.areas[a]!, parts: (sums.get(a) ?? [a]).map((one) => place.get(one)!) })),
    sexes: sexes.map(({ label, parts }) => ({ label, parts: parts.map((s) => finest.indexOf(s)) })),
    ages: ages.map(({ from, to, parts }) => ({ from, to, parts })),
    gone: rows.areas.filter((_, a) => !known.has(a)),
    filled: complete(population),
  }
}

type AgeIn = Age & { group: AgeGroup; key: number }

const keyOf = (from: number, to: number) => from * 1000 + (to < 0 ? 999 : to)

/** The groups of the table, the finest ones numbered. "0,4" beside "5,9" is meant with its last year, "0,5" beside "5,10" without. */
function agesIn(rows: Rows): AgeIn[] {
  const lines = new Map<number, number>()
  rows.from.forEach((from, i) => {
    const key = keyOf(from, rows.to[i]!)
    if (!lines.has(key)) lines.set(key, rows.line[i]!)
  })
  const bounds = [...lines].map(([key, line]) => ({ key, line, from: Math.floor(key / 1000), to: key % 1000 }))
  const starts = new Set(bounds.map(({ from }) => from))
  const closed = bounds.filter(({ to }) => to !== 999)
  const inclusive =
    closed.some(({ from, to }) => from === to) ||
    closed.filter(({ to }) => starts.has(to + 1)).length > closed.filter(({ to }) => starts.has(to)).length
  const groups = bounds
    .map(({ key, line, from, to }) => ({
      key,
      line,
      from,
      to: to === 999 ? Number.POSITIVE_INFINITY : to + (inclusive ? 1 : 0),
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const empty = groups.find(({ from, to }) => to <= from)
  if (empty) throw new BadPopulation('age-to', empty.line, { text: `${empty.to}`, from: empty.from })
  const leaves = groups.filter((one) => !tiled(one, groups))
  leaves.forEach((one, i) => {
    const next = leaves[i + 1]
    if (next && next.from < one.to)
      throw new BadPopulation('ages-overlap', next.line, { from: next.from, other: one.from })
    if (next && next.from > one.to) throw new BadPopulation('ages-gap', next.line, { from: one.to, to: next.from })
  })
  const numbers = new Map(leaves.map(({ key }, i) => [key, i]))
  return groups
    .map(({ key, from, to }) => ({
      key,
      from: `${from}`,
      to: key % 1000 === 999 ? '' : `${key % 1000}`,
      group: { from, to: Number.isFinite(to) ? to : null },
      parts: numbers.has(key)
        ? [numbers.get(key)!]
        : leaves.flatMap((leaf, i) => (leaf.from >= from && leaf.to <= to ? [i] : [])),
    }))
    .sort((a, b) => a.group.from - b.group.from || b.parts.length - a.parts.length)
}

type Bounds = { from: number; to: number }

/** Do smaller groups lie side by side and fill this one exactly? */
function tiled(one: Bounds, groups: readonly Bounds[]): boolean {
  const reached = new Set([one.from])
  for (const part of groups) // by their beginning, so that one walk is enough
    if ((part.from !== one.from || part.to !== one.to) && part.to <= one.to && reached.has(part.from))
      reached.add(part.to)
  return reached.has(one.to)
}

/** A sex called "insgesamt" beside two others is their sum. */
function sexesIn({ sexes }: Rows): Sum[] {
  const parts = sexes.flatMap((label, s) => (everybody.test(label) ? [] : [s]))
  return sexes.map((label, s) => ({ label, parts: parts.length > 1 && everybody.test(label) ? parts : [s] }))
}

type Frame = Omit<Population, 'values'>

function fillIn(rows: Rows, frame: Frame, ages: readonly AgeIn[], finest: readonly number[]): Float64Array {
  const block = blockOf(frame)
  const years = new Map(frame.years.map((year, y) => [year, y]))
  const leafOf = new Map(ages.flatMap(({ key, parts }) => (parts.length === 1 ? [[key, parts[0]!] as const] : [])))
  const totals = new Set(ages.flatMap(({ key, parts }) => (parts.length === 1 ? [] : [key])))
  const values = new Float64Array(frame.years.length * block).fill(Number.NaN)
  const seen = new Uint8Array(values.length)
  const sexPlace = rows.sexes.map((_, s) => finest.indexOf(s))
  for (let i = 0; i < rows.line.length; i += 1) {
    const s = sexPlace[rows.sex[i]!]!
    const key = keyOf(rows.from[i]!, rows.to[i]!)
    if (s < 0 || totals.has(key)) continue
    const at =
      years.get(rows.year[i]!)! * block +
      (rows.area[i]! * frame.sexes.length + s) * frame.groups.length +
      leafOf.get(key)!
    if (seen[at] === 1) throw new BadPopulation('twice', rows.line[i]!)
    seen[at] = 1
    values[at] = rows.population[i]!
  }
  return values
}

/** Areas of which the last year knows at least half of the numbers. */
function knownAreas({ areas, years, values, sexes, groups }: Population): Set<number> {
  const one = sexes.length * groups.length
  const last = (years.length - 1) * areas.length
  return new Set(
    areas.flatMap((_, a) => {
      let count = 0
      for (let at = (last + a) * one; at < (last + a + 1) * one; at += 1) if (!Number.isNaN(values[at]!)) count += 1
      return 2 * count >= one ? [a] : []
    }),
  )
}

/** An area whose key begins those of others, and which is their sum to the last person, is one. */
function areaSums(population: Population, kept: readonly number[]): Map<number, number[]> {
  const { areas, years, values, sexes, groups } = population
  const one = sexes.length * groups.length
  const last = (years.length - 1) * areas.length
  const total = (a: number) => {
    let sum = 0
    for (let at = (last + a) * one; at < (last + a + 1) * one; at += 1) if (values[at]! > 0) sum += values[at]!
    return sum
  }
  const numbers = new Map(kept.map((a) => [areas[a]!, a]))
  const lengths = [...new Set(kept.map((a) => areas[a]!.length))].sort((a, b) => b - a)
  const children = new Map<number, number[]>()
  const roots: number[] = []
  for (const a of kept) {
    const name = areas[a]!
    const parent = lengths
      .map((length) => (length < name.length && length > 0 ? numbers.get(name.slice(0, length)) : undefined))
      .find((p) => p !== undefined)
    if (parent === undefined) roots.push(a)
    else if (children.has(parent)) children.get(parent)!.push(a)
    else children.set(parent, [a])
  }
  const whole = roots.find((a) => /^(dg|de|deutschland|bund|insg.*|total|gesamt)$/i.test(areas[a]!) && !children.has(a))
  if (whole !== undefined && roots.length > 2)
    children.set(
      whole,
      roots.filter((a) => a !== whole),
    )
  const sums = new Map<number, number[]>()
  const leavesOf = (a: number): number[] => sums.get(a) ?? [a]
  // The longest keys first, so that a Land adds up counties that add up municipalities.
  for (const [a, parts] of [...children].sort(([a], [b]) =>
    a === whole ? 1 : b === whole ? -1 : areas[b]!.length - areas[a]!.length,
  )) {
    const leaves = parts.flatMap(leavesOf)
    const sum = leaves.reduce((all, leaf) => all + total(leaf), 0)
    if (Math.abs(sum - total(a)) < 1e-6 * Math.max(1, sum)) sums.set(a, leaves)
  }
  return sums
}

function pick({ areas, sexes, groups, years, values }: Population, kept: readonly number[]): Population {
  const one = sexes.length * groups.length
  const block = areas.length * one
  const picked = new Float64Array(years.length * kept.length * one)
  for (let y = 0; y < years.length; y += 1)
    kept.forEach((a, i) => {
      picked.set(values.subarray(y * block + a * one, y * block + (a + 1) * one), (y * kept.length + i) * one)
    })
  return { areas: kept.map((a) => areas[a]!), sexes, groups, years, values: picked }
}

/**
 * A single number that is missing where the area's year is known otherwise: between its neighbours in time, else as the nearest, else
 * nobody (lists of single years leave out ages at which nobody is). Returns how many of the last year were.
 */
function complete(population: Population): number {
  const { areas, sexes, groups, years, values } = population
  const one = sexes.length * groups.length
  const block = areas.length * one
  let filled = 0
  const missing: { at: number; value: number }[] = []
  for (let y = 0; y < years.length; y += 1)
    for (let a = 0; a < areas.length; a += 1) {
      const from = y * block + a * one
      let count = 0
      for (let i = 0; i < one; i += 1) if (!Number.isNaN(values[from + i]!)) count += 1
      if (2 * count < one || count === one) continue
      for (let i = 0; i < one; i += 1)
        if (Number.isNaN(values[from + i]!)) {
          missing.push({ at: from + i, value: between(population, y, a * one + i) })
          if (y === years.length - 1) filled += 1
        }
    }
  for (const { at, value } of missing) values[at] = value
  return filled
}

function between({ years, values, areas, sexes, groups }: Population, y: number, at: number): number {
  const block = areas.length * sexes.length * groups.length
  let before = y - 1
  while (before >= 0 && Number.isNaN(values[before * block + at]!)) before -= 1
  let after = y + 1
  while (after < years.length && Number.isNaN(values[after * block + at]!)) after += 1
  if (before < 0 && after >= years.length) return 0
  if (before < 0) return values[after * block + at]!
  if (after >= years.length) return values[before * block + at]!
  const share = (years[y]! - years[before]!) / (years[after]! - years[before]!)
  return values[before * block + at]! * (1 - share) + values[after * block + at]! * share
}
