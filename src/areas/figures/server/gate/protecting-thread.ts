// The thread that protects: suppression over the edition and all releases before it, then the attacker, within the time. No file, no database.
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { openSolver } from '#kit/solver/highs.ts'
import type { Solver } from '#pure/attack/solver.ts'
import { FaultyTable, readTable } from '#pure/attack/table.ts'
import { canonical, certificateOf, narrowestOf } from '#pure/certificate/certificate.ts'
import { proofOf } from '#pure/certificate/proof.ts'
import { suppress } from '#pure/suppression/suppress.ts'
import { Unprotectable } from '#pure/suppression/targets.ts'
import { FaultyRows } from '#pure/suppression/tidy.ts'
import { reasons, withHistory } from '../../rules/gate.ts'
import { underNamesOf } from '../../rules/gate-history.ts'
import type { Fault, Order, Outcome, Said } from './protecting.ts'

const { edition, seconds, seed, version, title, ...order } = workerData as Order
const releases = order.releases.map((one) => ({ ...underNamesOf(edition, one), visible: one.visible }))
const began = performance.now()
const left = () => seconds - (performance.now() - began) / 1000
const say = (said: Said) => parentPort!.postMessage(said)
const failed = (fault: Fault) => say({ kind: 'failed', fault })

function protect(solver: Solver): Outcome | Fault {
  const whole = withHistory(edition, releases)
  // The certificate is an attack of its own and has its share of the time.
  const forPattern = () => left() - 0.25 * seconds
  const found = suppress(readTable(whole), solver, {
    left: forPattern,
    seconds: forPattern(),
    wholeNumbers: true,
    seed,
    better: (suppressed) => say({ kind: 'better', hidden: suppressed.length }),
  })
  if (!found.protected) return 'time'
  const { history: _, ...own } = whole
  const hidden = new Set(found.suppressed)
  // What goes out speaks only of what those who read it may see.
  const seen = withHistory(
    edition,
    releases.filter(({ visible }) => visible),
  )
  const proof = proofOf(seen, found.suppressed, solver, left)
  if (!proof) return 'time'
  const why = reasons(own, hidden)
  const of = new Set(found.suppressed)
  const finest = own.cells.filter(({ groups }) => isFinest(groups))
  const sum = (cells: readonly { value: number }[]) => cells.reduce((all, { value }) => all + value, 0)
  return {
    protected: true,
    suppressed: [...found.suppressed],
    cells: own.cells.map(({ id, groups, value }) => ({ groups, value: of.has(id) ? null : value })),
    trees: edition.content.trees,
    why: own.cells.map(({ id }) => why.get(id) ?? null),
    values: own.cells.map(({ value }) => value),
    primary: found.primary,
    secondary: found.secondary,
    finest: finest.length,
    finestHidden: finest.filter(({ id }) => of.has(id)).length,
    counted: sum(finest),
    countedHidden: sum(finest.filter(({ id }) => of.has(id))),
    bound: found.bound,
    cost: found.cost,
    narrowest: narrowestOf(proof.attack.cells),
    seconds: Math.round((performance.now() - began) / 100) / 10,
    system: proof.released,
    certificate: certificateOf(proof.released, proof.attack, {
      name: title,
      sha256: createHash('sha256').update(canonical(proof.released)).digest('hex'),
      method: { name: 'nahtstelle', version, seed, wholeNumbers: true, threshold: edition.threshold },
      contributors: proof.contributors,
    }),
  }
}

/** Groups that have no parts, in every dimension. */
function isFinest(groups: readonly string[]): boolean {
  return groups.every((group, d) => group !== '*' && !parents[d]!.has(group))
}
const parents = edition.content.trees.map((lines) => new Set(lines.map(([, parent]) => parent)))

try {
  const outcome = protect(await openSolver())
  if (typeof outcome === 'string') failed(outcome)
  else say({ kind: 'done', outcome })
} catch (error) {
  if (error instanceof Unprotectable) failed(error.why === 'published' ? 'published' : 'exposed')
  else if (error instanceof FaultyTable || error instanceof FaultyRows) failed('faulty')
  else throw error
}
