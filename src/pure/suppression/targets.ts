// What has to be true in the end: each primary cell can move far enough to each side, against every attacker.
import { type Kernel, kernelOf } from '#pure/attack/kernel.ts'
import { contributorsOf, type Knowledge, knowledgeOf, requiredOf } from '#pure/attack/knowledge.ts'
import type { TableSystem } from '#pure/attack/table.ts'

/** The cell must be able to move by `by` (negative: down) in the eyes of this attacker. */
export type Target = { readonly cell: number; readonly by: number; readonly knowledge: Knowledge }

export type Task = {
  readonly system: TableSystem
  readonly kernel: Kernel
  readonly targets: readonly Target[]
  /** What nobody in particular must not know, level by level: the least that every pattern has to reach. */
  readonly plain: readonly Target[]
  /** 1: has to be kept back whatever it costs: primary cells, and what earlier releases kept back. */
  readonly must: Uint8Array
  /** 1: may be kept back. */
  readonly may: Uint8Array
  readonly largestNeed: number
}

/** A primary cell that nothing can protect. */
export class Unprotectable extends Error {
  readonly id: string
  readonly why: 'published' | 'exposed'
  readonly who: string | null
  constructor(id: string, why: 'published' | 'exposed', who: string | null) {
    super(`${id} ${why}`)
    this.id = id
    this.why = why
    this.who = who
  }
}

/** @throws Unprotectable when a primary cell has been published before. */
export function taskOf(system: TableSystem, wholeNumbers: boolean): Task {
  const size = system.ids.length
  const must = new Uint8Array(size)
  const may = new Uint8Array(size)
  for (let at = 0; at < size; at += 1) {
    const free = system.published[at] === 0
    const primary = system.sensitive[at] !== undefined
    if (primary && !free && system.current[at] === 1) throw new Unprotectable(system.ids[at]!, 'published', null)
    if (!free) continue
    may[at] = 1
    if (primary || system.kept[at] === 1) must[at] = 1
  }
  const nobody = knowledgeOf(system, may)
  const kernel = kernelOf(size, system.equations, nobody.movable)
  const targets: Target[] = []
  const plain: Target[] = []
  const add = (knowledge: Knowledge) => {
    for (let at = 0; at < size; at += 1) {
      const levels = may[at] === 1 ? requiredOf(system, at, knowledge.who) : null
      if (!levels) continue
      const round = wholeNumbers ? (level: number) => Math.ceil(level - 1e-9) : (level: number) => level
      const below = round(levels.below)
      if (knowledge === nobody) {
        if (levels.above > 0) plain.push({ cell: at, by: round(levels.above), knowledge })
        if (below > 0) plain.push({ cell: at, by: -below, knowledge })
      }
      // A sliding level is met upwards where there is room, downwards otherwise.
      const missing = Math.max(0, round(levels.sliding) - below - round(levels.above))
      const upwards = Math.min(missing, Math.max(0, knowledge.up[at]! - levels.above))
      const above = round(levels.above) + upwards
      if (above > 0) targets.push({ cell: at, by: above, knowledge })
      if (below + missing - upwards > 0) targets.push({ cell: at, by: -(below + missing - upwards), knowledge })
    }
  }
  add(nobody)
  for (const who of contributorsOf(system, may)) add(knowledgeOf(system, may, who))
  const largestNeed = targets.reduce((most, { by }) => Math.max(most, Math.abs(by)), 0)
  return { system, kernel, targets, plain, must, may, largestNeed }
}
