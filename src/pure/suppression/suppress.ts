// From a table to a protected pattern: first any, by the cheapest table for each need in turn; then cheaper ones as long as time allows; in the end
// the attacker tries. If time runs short more is kept back, never less.
import { Attacker, tolerance } from '#pure/attack/attacker.ts'
import { kernelOf } from '#pure/attack/kernel.ts'
import { knowledgeOf } from '#pure/attack/knowledge.ts'
import type { Solver } from '#pure/attack/solver.ts'
import type { TableSystem } from '#pure/attack/table.ts'
import { boundOf } from './exact.ts'
import { type Clock, Improver } from './improve.ts'
import { PatternSearch } from './pattern.ts'
import { PatternSet, priceOf } from './pattern-set.ts'
import { QuickMoves } from './quick.ts'
import { type Task, taskOf, Unprotectable } from './targets.ts'

export type Wishes = {
  /** How many seconds are left. */
  readonly left: Clock
  readonly seconds: number
  readonly wholeNumbers: boolean
  readonly seed: number
  /** Told of every better pattern that is protected. */
  readonly better?: (suppressed: readonly string[], cost: number) => void
}

export type Suppression = {
  readonly suppressed: readonly string[]
  readonly primary: number
  readonly secondary: number
  readonly cost: number
  readonly bound: number | null
  readonly protected: boolean
  readonly audit: readonly { id: string; low: number | null; high: number | null }[]
  readonly programmes: { readonly patterns: number; readonly audit: number }
  /** When the audit began: what is left of the time then. */
  readonly auditFrom: number
}

/** @throws Unprotectable */
export function suppress(system: TableSystem, solver: Solver, wishes: Wishes): Suppression {
  const task = taskOf(system, wishes.wholeNumbers)
  const { targets } = task
  const pattern = new PatternSet(task)
  let bound: number | null = pattern.cost
  let patterns = 0
  const unproven: number[] = []
  if (targets.length > 0) {
    const search = new PatternSearch(solver, task.kernel, targets[0]!.knowledge, task.largestNeed)
    try {
      const began = wishes.left()
      let reserve = 0.25 * wishes.seconds
      const left = () => wishes.left() - reserve
      const improver = new Improver(task, search, left, wishes.seed, wishes.wholeNumbers)
      unproven.push(...firstPattern(task, pattern, search, improver, left, wishes.wholeNumbers))
      if (unproven.length === 0) {
        // The audit asks two programmes for each primary cell, each in a smaller space than the ones so far.
        const each = (began - wishes.left()) / Math.max(1, search.programmes)
        reserve = Math.min(reserve, 0.2 + 2 * each * targets.length)
        tell(task, pattern, wishes)
        bound = improve(task, pattern, improver, solver, wishes, left, 2 * each * targets.length)
      }
    } finally {
      patterns = search.programmes
      search.close()
    }
  }
  const hidden = unproven.length === 0 ? pattern.hidden() : Uint8Array.from(task.may)
  const auditFrom = wishes.left()
  const audited = audit(task, hidden, pattern, unproven, solver, wishes)
  const cells = [...hidden.keys()].filter((at) => hidden[at] === 1 && system.current[at] === 1)
  const primary = cells.filter((at) => system.sensitive[at] !== undefined).length
  const cost = cells.reduce((sum, at) => sum + priceOf(system, at), 0)
  return {
    suppressed: cells.map((at) => system.ids[at]!),
    primary,
    secondary: cells.length - primary,
    cost,
    bound: bound === null ? null : Math.min(cost, bound),
    protected: audited.safe,
    audit: audited.intervals,
    programmes: { patterns, audit: audited.programmes },
    auditFrom,
  }
}

function tell(task: Task, pattern: PatternSet, wishes: Wishes) {
  const { ids, current } = task.system
  wishes.better?.(
    ids.filter((_, at) => current[at] === 1 && pattern.isHidden(at)),
    pattern.cost,
  )
}

/**
 * Targets for which only a programme finds a table come first, so that the quick ways remain for all others when time runs short.
 * @returns the targets that are not proven yet; then everything is kept back and the attacker decides.
 */
function firstPattern(
  task: Task,
  pattern: PatternSet,
  search: PatternSearch,
  improver: Improver,
  left: Clock,
  whole: boolean,
): number[] {
  const { targets, system } = task
  const quick = new QuickMoves(
    task.kernel,
    Float64Array.from(system.ids, (_, at) => (task.must[at] === 1 ? 0 : priceOf(system, at))),
  )
  const ways = targets.map((target) => quick.find(target))
  const order = [...targets.keys()].sort(
    (a, b) =>
      Number(ways[a] !== null) - Number(ways[b] !== null) ||
      Math.abs(targets[b]!.by) - Math.abs(targets[a]!.by) ||
      targets[a]!.cell - targets[b]!.cell,
  )
  const unproven: number[] = []
  const byQuick: number[] = []
  for (const at of order) {
    if (pattern.moves[at]) continue
    const target = targets[at]!
    let move = left() > 0 ? improver.route(pattern, at, 0, 0) : null
    if (!move && ways[at]) {
      quick.charge((cell) => (pattern.isHidden(cell) ? 0 : priceOf(system, cell)))
      move = quick.find(target) ?? ways[at]
      byQuick.push(at)
    }
    if (!move && left() > 0 && !whole) {
      const price = Float64Array.from(task.may, (may) => (may === 1 ? 1 : Infinity))
      const found = search.find(target.cell, target.by, price, target.knowledge, left())
      if (!found.move && found.why === 'impossible')
        throw new Unprotectable(system.ids[target.cell]!, 'exposed', target.knowledge.who)
    }
    if (!move) {
      unproven.push(at)
      continue
    }
    pattern.set(at, move)
    improver.share(pattern, move, at)
  }
  // Each quick way once more, now that all others are known.
  for (const at of byQuick) {
    const before = pattern.cost
    const old = pattern.moves[at]!
    pattern.set(at, null)
    quick.charge((cell) => (pattern.isHidden(cell) ? 0 : priceOf(system, cell)))
    pattern.set(at, quick.find(targets[at]!) ?? old)
    if (pattern.cost > before) pattern.set(at, old)
  }
  return unproven
}

function improve(
  task: Task,
  pattern: PatternSet,
  improver: Improver,
  solver: Solver,
  wishes: Wishes,
  left: Clock,
  round: number,
): number {
  const done = () => left() <= 0
  const settle = (one: PatternSet) => {
    for (let again = 0; again < 6 && !done(); again += 1) if (!improver.reroute(one, 0, done)) break
    for (let better = true; better && !done(); ) {
      better = false
      for (const cell of improver.costliest(one)) {
        if (done()) break
        if (one.uses[cell]! > 0 && improver.without(one, cell, 0)) better = true
      }
      if (better) improver.reroute(one, 0, done)
    }
  }
  // A bound takes several rounds over all targets; where not even a few fit in, the time is better spent on the pattern.
  const began = left()
  const share = () => left() - 0.6 * began
  const { bound, relaxed, optimum } =
    round < 0.05 * began
      ? boundOf(task, solver, share, pattern.cost)
      : {
          bound: task.must.reduce((sum, must, at) => sum + must * priceOf(task.system, at), 0),
          relaxed: null,
          optimum: null,
        }
  if (optimum) {
    const exact = improver.patternOf(optimum)
    if (exact && exact.cost <= pattern.cost + 1e-9) {
      pattern.take(exact)
      tell(task, pattern, wishes)
      return bound
    }
  }
  if (relaxed && !done()) {
    const guided = improver.guided(relaxed)
    if (guided && guided.cost < pattern.cost) {
      pattern.take(guided)
      tell(task, pattern, wishes)
    }
  }
  settle(pattern)
  tell(task, pattern, wishes)
  // Leave the valley: noisy prices, settled again, kept when cheaper.
  for (let vain = 0; vain < 40 && !done() && pattern.cost > bound + 1e-6; vain += 1) {
    const trial = pattern.copy()
    improver.shake(trial, done)
    settle(trial)
    if (trial.cost < pattern.cost - 1e-9) {
      pattern.take(trial)
      vain = 0
      tell(task, pattern, wishes)
    }
  }
  return bound
}

type Audited = {
  safe: boolean
  intervals: { id: string; low: number | null; high: number | null }[]
  programmes: number
}

/** The attacker's own calculation, apart from the tables by which the pattern was found. */
function audit(
  task: Task,
  hidden: Uint8Array,
  pattern: PatternSet,
  unproven: readonly number[],
  solver: Solver,
  wishes: Wishes,
): Audited {
  const { system, targets } = task
  const knowledge = knowledgeOf(system, hidden)
  const kernel = kernelOf(system.ids.length, system.equations, knowledge.movable)
  const attacker = new Attacker(solver, kernel, knowledge)
  const low = new Map<number, number>()
  const high = new Map<number, number>()
  let safe = true
  const proven = (cell: number, side: 1 | -1) => {
    let most = 0
    for (const [at, move] of pattern.moves.entries())
      if (
        move &&
        targets[at]!.cell === cell &&
        targets[at]!.knowledge.who === null &&
        Math.sign(targets[at]!.by) === side
      )
        most = Math.max(most, Math.abs(targets[at]!.by))
    return most
  }
  try {
    for (let at = 0; at < system.ids.length; at += 1) {
      const levels = hidden[at] === 1 ? system.sensitive[at] : undefined
      if (!levels) continue
      const reach = (side: 1 | -1) => {
        const { far, status } =
          wishes.left() > 0 ? attacker.reach(at, side, wishes.left()) : { far: 0, status: 'stopped' }
        return status === 'stopped' ? proven(at, side) : far
      }
      const [below, above] = [reach(-1), reach(1)]
      low.set(at, below)
      high.set(at, above)
      const enough = (far: number, need: number) => far >= need - tolerance(need)
      if (!enough(below, levels.below) || !enough(above, levels.above) || !enough(below + above, levels.sliding))
        safe = false
    }
  } finally {
    attacker.close()
  }
  // Contributors are answered by the tables themselves; whoever has none was not proven.
  if (unproven.some((at) => targets[at]!.knowledge.who !== null)) safe = false
  const shown = (at: number, far: number, side: number) => (far === Infinity ? null : system.value[at]! + side * far)
  const intervals = [...low.keys()]
    .filter((at) => system.current[at] === 1)
    .map((at) => ({ id: system.ids[at]!, low: shown(at, low.get(at)!, -1), high: shown(at, high.get(at)!, 1) }))
  return { safe, intervals, programmes: attacker.programmes }
}
