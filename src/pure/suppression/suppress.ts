// From a table to a protected pattern: first any, by the cheapest table for each need in turn; then cheaper ones as long as time allows; in the end
// the attacker tries. If time runs short more is kept back, never less.
import type { Solver } from '#pure/attack/solver.ts'
import type { TableSystem } from '#pure/attack/table.ts'
import { audit } from './audit.ts'
import { Bound } from './exact.ts'
import { type Clock, Improver } from './improve.ts'
import { NearWays } from './near.ts'
import { PatternSearch } from './pattern.ts'
import { PatternSet, priceOf } from './pattern-set.ts'
import { QuickMoves } from './quick.ts'
import { Repacker } from './repack.ts'
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
  let bound = targets.length > 0 ? null : pattern.cost
  let patterns = 0
  const unproven: number[] = []
  if (targets.length > 0) {
    const search = new PatternSearch(solver, task.kernel, targets[0]!.knowledge, task.largestNeed)
    const began = wishes.left()
    let reserve = 0.12 * wishes.seconds
    const left = () => wishes.left() - reserve
    const improver = new Improver(task, search, left, wishes.seed, wishes.wholeNumbers)
    // Slow tables begin with tables that move much and serve many; packing finds what of it is needed.
    if (NearWays.areSlow(task, began)) improver.rounds = 0
    if (NearWays.areNeeded(task, began)) improver.near = new NearWays(task, solver, improver.random)
    const repacker = new Repacker(task, solver, improver.random, wishes.wholeNumbers)
    const asked = () => search.programmes + repacker.programmes + (improver.near?.programmes ?? 0)
    try {
      unproven.push(...firstPattern(task, pattern, search, improver, repacker, left))
      if (unproven.length === 0) {
        // The audit asks two programmes for each primary cell at most, each in a smaller space than the ones so far.
        const each = (began - wishes.left()) / Math.max(1, asked())
        reserve = Math.min(reserve, 0.2 + 2 * each * targets.length)
        tell(task, pattern, wishes)
        bound = improve(task, pattern, improver, repacker, solver, wishes, left, 2 * each * targets.length)
      }
    } finally {
      patterns = asked()
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

/** After so many ways the cells kept back so far are asked whether they serve others too. */
const often = 6
/** The share of the time in which the whole table is searched for a first pattern. */
const routing = 0.7
/** A single programme over a table with more degrees of freedom cannot be stopped in time. */
const widest = 3000

/**
 * Every target gets a table: by programmes over the whole table, those without a simple way and the largest needs first, as long as time allows; in between and then by programmes over
 * what is kept back already, which are far smaller; in the end by simple ways.
 * @returns the targets that are not proven yet; then everything is kept back and the attacker decides.
 */
function firstPattern(
  task: Task,
  pattern: PatternSet,
  search: PatternSearch,
  improver: Improver,
  repacker: Repacker,
  left: Clock,
): number[] {
  const { targets, system } = task
  const began = left()
  const spent = (share: number) => left() <= (1 - share) * began
  const quick = new QuickMoves(task.kernel, new Float64Array(system.ids.length))
  const charge = () => quick.charge((cell) => (pattern.isHidden(cell) ? 0 : priceOf(system, cell)))
  charge()
  const hard = targets.map((target) => (quick.isSimple(target) ? 0 : 1))
  const order = [...targets.keys()].sort(
    (a, b) =>
      hard[b]! - hard[a]! || Math.abs(targets[b]!.by) - Math.abs(targets[a]!.by) || targets[a]!.cell - targets[b]!.cell,
  )
  const open = () => order.filter((at) => !pattern.moves[at])
  let routed = 0
  for (const at of order) {
    if (pattern.moves[at]) continue
    if (spent(routing)) break
    if (routed === often && !improver.near) {
      repacker.serve(pattern, open(), left)
      routed = 0
      if (pattern.moves[at]) continue
    }
    routed += 1
    const target = targets[at]!
    const move = improver.route(pattern, at, 0, 0)
    if (!move && improver.near) continue
    if (!move && !spent(routing)) {
      const price = Float64Array.from(task.may, (may) => (may === 1 ? 1 : Infinity))
      const found = search.find(target.cell, target.by, price, target.knowledge, left())
      if (!found.move && found.why === 'impossible')
        throw new Unprotectable(system.ids[target.cell]!, 'exposed', target.knowledge.who)
    }
    if (!move) continue
    pattern.set(at, move)
    pattern.share(move)
  }
  if (!improver.near) repacker.serve(pattern, open(), left)
  // The few that find nothing near by look over the whole table after all.
  for (const at of improver.near && task.kernel.free.length <= widest ? open() : []) {
    if (pattern.moves[at] || spent(routing)) continue
    const move = improver.wide(pattern, at, () => left() - (1 - routing) * began)
    if (!move) continue
    pattern.set(at, move)
    pattern.share(move)
  }
  repacker.serve(pattern, open(), left)
  for (const at of open()) {
    if (pattern.moves[at]) continue
    charge()
    const move = quick.find(targets[at]!)
    if (!move) continue
    pattern.set(at, move)
    pattern.share(move)
  }
  return open()
}

/** @returns a bound of the cost, null where time was too short for any. */
function improve(
  task: Task,
  pattern: PatternSet,
  improver: Improver,
  repacker: Repacker,
  solver: Solver,
  wishes: Wishes,
  left: Clock,
  round: number,
): number | null {
  const began = left()
  const until = (share: number) => () => left() - (1 - share) * began
  const take = (one: PatternSet | null) => {
    if (!one || one.cost >= pattern.cost - 1e-9) return
    pattern.take(one)
    tell(task, pattern, wishes)
  }
  const bound = new Bound(task, solver)
  const prove = (time: Clock) => {
    if (!improver.near && !bound.settled) bound.relax(time)
    if (bound.settled)
      bound.prove(time, pattern.cost, (chosen, sound) => {
        take(sound ? improver.patternOf(chosen) : improver.guided(Float64Array.from(chosen)))
        return pattern.cost
      })
  }
  try {
    improver.rounds = 3
    // Where ways are sought near by, what is kept back hangs together too little for packing to be quick.
    const repack = (one: PatternSet) => (improver.near ? false : repacker.run(one, left))
    repack(pattern)
    tell(task, pattern, wishes)
    bound.relaxLonely(until(0.1))
    // A bound, and every change for the better, takes several rounds over all targets; where few fit in, only some targets look for new ways at a time.
    const quick = round < 0.3 * began || improver.near !== null
    if (quick) {
      if (!improver.near) bound.relax(until(0.35))
      if (bound.relaxed && bound.settled) take(improver.guided(bound.relaxed))
      improver.settle(pattern, left)
      repack(pattern)
      tell(task, pattern, wishes)
      prove(until(0.8))
    }
    // Leave the valley: noisy prices, settled again, kept when cheaper.
    for (let vain = 0; vain < 40 && left() > 0 && !bound.proves(pattern.cost); vain += 1) {
      const trial = pattern.copy()
      improver.shake(trial, quick ? 0.2 : 0.02, left)
      if (quick) improver.settle(trial, left)
      repack(trial)
      if (trial.cost >= pattern.cost - 1e-9) continue
      take(trial)
      vain = 0
    }
    if (!improver.near && !bound.proves(pattern.cost)) prove(left)
    return bound.settled || bound.relaxed ? bound.least : null
  } finally {
    bound.close()
  }
}
