// The attacker beside all programmes (two for each hidden cell, in the textbook's form), how both grow with the table, and the safety of 500 random
// histories: what attackers of another make open in them.
import { openSolver } from '#kit/solver/highs.ts'
import { attack } from '#pure/attack/attack.ts'
import { readTable } from '#pure/attack/table.ts'
import { suppress } from '#pure/suppression/suppress.ts'
import { attackWithAllProgrammes } from '#pure/suppression/testing-attacker.ts'
import { attackAll, publish } from '#pure/suppression/testing-releases.ts'
import { type Release, randomWorld } from '#pure/suppression/testing-worlds.ts'
import type { Row } from './row.ts'

const how = { left: () => 600, wholeNumbers: false, who: null, everybody: false }

type Measured = { cells: number; hidden: number; ours: number; programmes: number; all: number; allProgrammes: number }

/** A protected table, attacked in both ways; the intervals have to be the same. */
export async function attacked(table: Release, seconds: number): Promise<Measured> {
  const solver = await openSolver()
  const deadline = performance.now() + seconds * 1000
  const left = () => (deadline - performance.now()) / 1000
  const { suppressed } = suppress(readTable(table), solver, { left, seconds, wholeNumbers: false, seed: 1 })
  const release = { ...table, suppressed: [...suppressed] }
  const began = performance.now()
  const found = attack(readTable([release]), solver, how)!
  const ours = (performance.now() - began) / 1000
  const allBegan = performance.now()
  const { programmes: allProgrammes, intervals } = attackWithAllProgrammes([release], null, false)
  const all = (performance.now() - allBegan) / 1000
  for (const { id, low, high } of found.cells) {
    const [least, most] = intervals.get(id)!
    const off = (one: number | null, other: number) =>
      one === null ? Number.isFinite(other) : Math.abs(one - other) > 1e-5 * Math.max(1, Math.abs(other))
    if (off(low, least) || off(high, most)) throw new Error(`${id}: ${low} to ${high}, not ${least} to ${most}`)
  }
  return {
    cells: table.cells.length,
    hidden: suppressed.length,
    ours,
    programmes: found.programmes,
    all,
    allProgrammes,
  }
}

export function attackRow(name: string, { cells, hidden, ours, programmes, all, allProgrammes }: Measured): Row {
  return {
    job: `attack ${name}: every interval (goal: at most a fifth of the programmes, half the time)`,
    ours: `${programmes} programmes, ${ours.toFixed(2)} s`,
    peer: `${allProgrammes} programmes, ${all.toFixed(2)} s (two for each hidden cell, HiGHS)`,
    ratio: `${(programmes / allProgrammes).toFixed(2)} of the programmes, ${(ours / all).toFixed(2)} of the time`,
    size: `${cells} cells, ${hidden} hidden`,
  }
}

export function growthRow(measured: readonly Measured[]): Row {
  const [first, last] = [measured[0]!, measured.at(-1)!]
  const exponent = (of: (one: Measured) => number) =>
    (Math.log(of(last) / of(first)) / Math.log(last.hidden / first.hidden)).toFixed(2)
  return {
    job: 'attack, growth with the hidden cells n (goal: at most n^1.5)',
    ours: `programmes n^${exponent((one) => one.programmes)}, time n^${exponent((one) => one.ours)}`,
    peer: `time n^${exponent((one) => one.all)} (two programmes for each hidden cell)`,
    ratio: '',
    size: measured.map(({ hidden }) => hidden).join(', '),
  }
}

export async function safety(count: number): Promise<Row> {
  const solver = await openSolver()
  const sum = { releases: 0, refused: 0, primary: 0, opened: 0, programmes: 0, filled: 0, unproven: 0 }
  for (let seed = 1; seed <= count; seed += 1) {
    const wholeNumbers = seed % 3 === 0
    const world = randomWorld(seed, wholeNumbers)
    const wishes = () => {
      const deadline = performance.now() + 2000
      return { left: () => (deadline - performance.now()) / 1000, seconds: 2, wholeNumbers, seed }
    }
    const published = publish(world, solver, wishes)
    const found = attackAll(published.releases, wholeNumbers)
    sum.releases += published.releases.length
    sum.refused += published.refused
    sum.unproven += published.unproven
    sum.primary += found.primary
    sum.opened += found.opened.length
    sum.programmes += found.programmes
    sum.filled += Number(found.filled)
  }
  return {
    job: 'safety of random histories (2 to 10 releases, merged areas, corrections, contributors): cells opened (goal: 0)',
    ours: `${sum.opened} of ${sum.primary} primary cells`,
    peer: `attackers of another make: ${sum.programmes} programmes; every whole-number filling in ${sum.filled} histories`,
    ratio: '',
    size: `${count} histories, ${sum.releases} releases; ${sum.refused} refused because nothing could protect them, ${sum.unproven} for want of time`,
  }
}
