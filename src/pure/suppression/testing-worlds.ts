// Random worlds and what is published of them, release after release: tables of two to four dimensions with hierarchies, linked by shared margins, by
// areas, by merged areas, by periods and their sums, with corrections in between. Small, so that an attacker of another kind can ask everything.
import { chance } from './improve.ts'

export type Filed = {
  id: string
  value: number
  sensitive?: { below: number; above: number; sliding?: number }
  contributors?: Record<string, number>
}
export type Release = {
  cells: Filed[]
  equations: { terms: Record<string, number>; equals: number }[]
  suppressed?: string[]
}

/** One way to divide a dimension: its groups, each with the finest ones it holds, and which groups make up which. */
type Division = { groups: Map<string, number[]>; families: [string, string[]][] }
type Fact = { at: number[]; shares: Map<string, number> }

export type World = { name: string; views: Release[] }

const whole = (count: number) => Array.from({ length: count }, (_, at) => at)
const total = (count: number) => new Map([['*', whole(count)]])

function flat(letter: string, count: number): Division {
  const groups = total(count)
  for (const at of whole(count)) groups.set(`${letter}${at}`, [at])
  return { groups, families: [['*', whole(count).map((at) => `${letter}${at}`)]] }
}

/** The first two together, the others alone; above them a region where there are four. */
function divisionsOf(count: number): Division[] {
  const fine = flat('a', count)
  const merged: Division = { groups: total(count), families: [] }
  merged.groups.set('a0+a1', [0, 1])
  for (const at of whole(count).slice(2)) merged.groups.set(`a${at}`, [at])
  merged.families.push(['*', [...merged.groups.keys()].slice(1)])
  if (count < 4) return count > 2 ? [fine, merged] : [fine]
  const regions: Division = { groups: new Map(fine.groups), families: [['*', ['r0', 'r1']]] }
  regions.groups.set('r0', [0, 1, 2])
  regions.groups.set('r1', whole(count).slice(3))
  regions.families.push(
    ['r0', ['a0', 'a1', 'a2']],
    [
      'r1',
      whole(count)
        .slice(3)
        .map((at) => `a${at}`),
    ],
  )
  return [fine, merged, regions]
}

function* product<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists
  if (!first) yield []
  else for (const one of first) for (const others of product(rest)) yield [one, ...others]
}

/** `small`: so few and so small figures that every filling can be tried. */
export function randomWorld(seed: number, small = false): World {
  const random = chance(seed * 7_919 + 13)
  for (let k = 0; k < 9; k += 1) random()
  const pick = (most: number) => Math.floor(random() * most)
  const areas = 2 + pick(small ? 2 : 4)
  const shape = [[3], [2, 2], [3, 2], [2, 2, 2]][pick(small ? 2 : 4)]!
  const periods = small ? 1 : 1 + pick(2)
  const contributed = random() < 0.3
  const levels = pick(3)
  const counts = [periods, areas, ...shape]
  const facts: Fact[] = [...product(counts.map(whole))].map((at) => ({ at, shares: new Map() }))
  const fill = (fact: Fact) => {
    fact.shares.clear()
    const value = random() < 0.15 ? 0 : Math.floor(random() ** 2 * (small ? 5 : 12))
    for (let left = value; left > 0; ) {
      const part = random() < 0.5 ? left : 1 + pick(left)
      const who = `o${pick(5)}`
      fact.shares.set(who, (fact.shares.get(who) ?? 0) + part)
      left -= part
    }
  }
  for (const fact of facts) fill(fact)
  const known = new Map<string, number>()
  const views: Release[] = []
  for (let number = 2 + pick(small ? 3 : 9); number > 0; number -= 1) {
    if (views.length > 0 && random() < 0.3) fill(facts[pick(facts.length)]!)
    const times = flat('q', periods)
    const time = random() < 0.3 || periods === 1 ? '*' : `q${pick(periods)}`
    const all = divisionsOf(areas)
    const chosen = shape.map(() => (random() < 0.7 ? 1 : 0))
    if (!chosen.includes(1)) chosen[pick(chosen.length)] = 1
    const divisions: Division[] = [
      { groups: new Map([[time, times.groups.get(time)!]]), families: [] },
      all[pick(all.length)]!,
      ...shape.map((count, d) => (chosen[d] === 1 ? flat('ghk'[d]!, count) : { groups: total(count), families: [] })),
    ]
    const links: [number, string, string[]][] = [
      ...(periods > 1 ? [[0, '*', whole(periods).map((q) => `q${q}`)] as [number, string, string[]]] : []),
      ...(areas > 2 ? [[1, 'a0+a1', ['a0', 'a1']] as [number, string, string[]]] : []),
    ]
    views.push(viewOf(facts, divisions, links, known, { contributed, levels }))
  }
  const name = `${shape.length + 1} dimensions, ${views.length} releases${contributed ? ', contributors' : ''}`
  return { name, views }
}

type Manner = { contributed: boolean; levels: number }

function viewOf(
  facts: readonly Fact[],
  divisions: readonly Division[],
  links: readonly [number, string, string[]][],
  known: Map<string, number>,
  { contributed, levels }: Manner,
): Release {
  const release: Release = { cells: [], equations: [] }
  const names = divisions.map(({ groups }) => [...groups.keys()])
  const here = [...product(names)]
  for (const at of here) {
    const shares = new Map<string, number>()
    for (const fact of facts) {
      if (!at.every((group, d) => divisions[d]!.groups.get(group)!.includes(fact.at[d]!))) continue
      for (const [who, part] of fact.shares) shares.set(who, (shares.get(who) ?? 0) + part)
    }
    const value = [...shares.values()].reduce((sum, part) => sum + part, 0)
    const id = at.join('/')
    known.set(id, value)
    release.cells.push({
      id,
      value,
      ...(value > 0 && value < 3 ? { sensitive: wanted(value, levels) } : {}),
      ...(contributed && shares.size > 0 ? { contributors: Object.fromEntries(shares) } : {}),
    })
  }
  const sum = (whole: string, parts: string[]) => {
    if (![whole, ...parts].every((id) => known.has(id))) return
    // After a correction an older release no longer adds up with this one.
    if (parts.reduce((all, id) => all + known.get(id)!, 0) !== known.get(whole)) return
    release.equations.push({ terms: { [whole]: -1, ...Object.fromEntries(parts.map((id) => [id, 1])) }, equals: 0 })
  }
  const family = (d: number, above: string, parts: readonly string[], places: Iterable<string[]>) => {
    for (const at of places)
      sum(
        at.with(d, above).join('/'),
        parts.map((part) => at.with(d, part).join('/')),
      )
  }
  for (const [d, { families }] of divisions.entries())
    for (const [above, parts] of families) family(d, above, parts, product(names.with(d, [above])))
  for (const [d, above, parts] of links) family(d, above, parts, product(names.with(d, [above])))
  return release
}

function wanted(value: number, levels: number): { below: number; above: number; sliding?: number } {
  if (levels === 0) return { below: 1, above: 1 }
  if (levels === 1) return { below: value, above: Math.max(1, 3 - value) }
  return { below: 1, above: 1, sliding: 3 }
}
