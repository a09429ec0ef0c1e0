// The attacker's own calculation, apart from the tables by which the pattern was found; where time is too short for it, those tables are the proof.
import { isWide, reachOf } from '#pure/attack/attack.ts'
import { requiredOf } from '#pure/attack/knowledge.ts'
import type { Solver } from '#pure/attack/solver.ts'
import type { PatternSet } from './pattern-set.ts'
import type { Task } from './targets.ts'

export type Audited = {
  safe: boolean
  intervals: { id: string; low: number | null; high: number | null }[]
  programmes: number
}

/** `unproven`: targets without a table; whose attacker they are is asked as well. */
export function audit(
  task: Task,
  hidden: Uint8Array,
  pattern: PatternSet,
  unproven: readonly number[],
  solver: Solver,
  how: { left: () => number; wholeNumbers: boolean },
): Audited {
  const { system, targets } = task
  const primary = [...hidden.keys()].filter((at) => hidden[at] === 1 && system.sensitive[at] !== undefined)
  const names = new Set([null, ...unproven.map((at) => targets[at]!.knowledge.who)])
  const intervals: Audited['intervals'] = []
  let safe = true
  let programmes = 0
  for (const who of names) {
    const proven = (cell: number, side: number) => {
      let most = 0
      for (const [at, move] of pattern.moves.entries()) {
        const target = targets[at]!
        if (move && target.cell === cell && target.knowledge.who === who && Math.sign(target.by) === side)
          most = Math.max(most, Math.abs(target.by))
      }
      return most
    }
    const reached = reachOf(system, hidden, primary, solver, how, who)
    programmes += reached.programmes
    for (const at of primary) {
      const down = Number.isNaN(reached.down[at]!) ? proven(at, -1) : reached.down[at]!
      const up = Number.isNaN(reached.up[at]!) ? proven(at, 1) : reached.up[at]!
      if (!isWide(down, up, requiredOf(system, at, who))) safe = false
      if (who !== null || system.current[at] === 0) continue
      intervals.push({
        id: system.ids[at]!,
        low: down === Infinity ? null : system.value[at]! - down,
        high: up === Infinity ? null : system.value[at]! + up,
      })
    }
  }
  return { safe, intervals, programmes }
}
