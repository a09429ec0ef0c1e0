// A whole history published by the method under test, and everything that attackers of another make find in it.
import type { Solver } from '#pure/attack/solver.ts'
import { readTable } from '#pure/attack/table.ts'
import { suppress, type Wishes } from './suppress.ts'
import { Unprotectable } from './targets.ts'
import { attackByFilling, attackWithAllProgrammes, type Opened } from './testing-attacker.ts'
import type { Release, World } from './testing-worlds.ts'

/** Release after release, each knowing those before; one that cannot be protected is not published. */
export function publish(
  { views }: World,
  solver: Solver,
  wishes: () => Wishes,
): { releases: Release[]; refused: number; unproven: number } {
  const releases: Release[] = []
  let refused = 0
  let unproven = 0
  const known = new Map<string, number>()
  for (const planned of views) {
    // What was refused is not known, so that sums which lean on it are not told either.
    const here = new Map([...known, ...planned.cells.map(({ id, value }) => [id, value] as const)])
    const equations = planned.equations.filter(
      ({ terms, equals }) =>
        Object.entries(terms).reduce((sum, [id, by]) => sum + by * (here.get(id) ?? Number.NaN), 0) === equals,
    )
    const view = { ...planned, equations }
    try {
      const found = suppress(readTable({ ...view, history: releases }), solver, wishes())
      if (!found.protected) unproven += 1
      else {
        releases.push({ ...view, suppressed: [...found.suppressed] })
        for (const [id, value] of here) known.set(id, value)
      }
    } catch (error) {
      if (!(error instanceof Unprotectable)) throw error
      refused += 1
    }
  }
  return { releases, refused, unproven }
}

export type Attacked = { opened: Opened[]; programmes: number; filled: boolean; primary: number }

/** Nobody in particular and every contributor, with all programmes; with whole numbers also by every filling, where they can be counted. */
export function attackAll(releases: readonly Release[], wholeNumbers: boolean, most?: number): Attacked {
  const names = new Set<string | null>([null])
  for (const { cells } of releases)
    for (const { contributors } of cells) for (const name of Object.keys(contributors ?? {})) names.add(name)
  const all: Attacked = { opened: [], programmes: 0, filled: wholeNumbers, primary: 0 }
  for (const who of names) {
    const { opened, programmes, intervals } = attackWithAllProgrammes(releases, who)
    all.opened.push(...opened)
    all.programmes += programmes
    if (who === null) all.primary = intervals.size
    const filled = wholeNumbers ? attackByFilling(releases, who, most) : []
    if (filled) all.opened.push(...filled)
    else all.filled = false
  }
  return all
}
