// The thread that calculates, so that the command line can stop it at any moment and still has the best protected pattern.
import { parentPort, workerData } from 'node:worker_threads'
import { openSolver } from '#kit/solver/highs.ts'
import { attack } from '#pure/attack/attack.ts'
import { contributorsOf } from '#pure/attack/knowledge.ts'
import type { Solver } from '#pure/attack/solver.ts'
import { FaultyTable, readTable } from '#pure/attack/table.ts'
import { canonical, fillingOf, type PublicTable, publicView } from '#pure/certificate/certificate.ts'
import { proofOf } from '#pure/certificate/proof.ts'
import { suppress } from '#pure/suppression/suppress.ts'
import { Unprotectable } from '#pure/suppression/targets.ts'
import type { Answer, Asked } from './protection-run.ts'

const asked = workerData as Asked
const moment = () => (performance.timeOrigin + performance.now()) / 1000
const left = () => asked.until - moment()
const answer = (value: Answer) => parentPort!.postMessage(value)
const nobody = { wholeNumbers: false, who: null, everybody: false }

/** The certified table and what is known of it, checked by whoever has the full table or only what was released. */
function verify({ table, certificate }: Asked & { kind: 'verify' }, solver: Solver): Answer {
  const hidden = new Set(certificate.attack.known.map(({ id }) => id))
  const cells = (table as { cells?: { id?: unknown; value?: unknown }[] }).cells ?? []
  const ids = cells.flatMap(({ id }) => (hidden.has(String(id)) ? [String(id)] : []))
  if (cells.every(({ value }) => value !== undefined)) {
    const system = readTable(table, ids)
    const { wholeNumbers } = certificate.method
    const all = attack(system, solver, {
      left,
      ...nobody,
      wholeNumbers,
      everybody: certificate.attack.contributors > 0,
    })
    const known = attack(system, solver, { left, ...nobody })?.cells ?? null
    return { kind: 'verified', canonical: canonical(publicView(system)), known, protected: all?.protected ?? null }
  }
  const released = table as PublicTable
  const filled = fillingOf(released, solver, left())
  if (!filled) return { kind: 'verified', canonical: canonical(released), known: null, protected: null }
  const system = readTable({ cells: filled, equations: released.equations }, ids)
  const known = attack(system, solver, { left, ...nobody })?.cells ?? null
  return { kind: 'verified', canonical: canonical(released), known, protected: null }
}

try {
  const solver = await openSolver()
  const began = moment()
  if (asked.kind === 'verify') answer(verify(asked, solver))
  else if (asked.kind === 'protect') {
    const system = readTable(asked.table)
    // The certificate is an attack of its own and has its share of the time.
    const reserve = asked.certify ? 0.25 * left() : 0
    const forPattern = () => left() - reserve
    const result = suppress(system, solver, {
      left: forPattern,
      seconds: forPattern(),
      wholeNumbers: asked.wholeNumbers,
      seed: asked.seed,
      better: (suppressed) => answer({ kind: 'better', suppressed: [...suppressed] }),
    })
    const auditBegan = asked.until - reserve - result.auditFrom
    const seconds = { solve: auditBegan - began, audit: moment() - auditBegan }
    answer({
      kind: 'protected',
      result,
      seconds,
      proof: asked.certify ? proofOf(asked.table, result.suppressed, solver, left) : null,
    })
  } else {
    const system = readTable(asked.table, asked.suppressed)
    const everybody = Uint8Array.from(system.ids, () => 1)
    if (asked.who !== null && !contributorsOf(system, everybody).includes(asked.who))
      answer({ kind: 'no-contributor', who: asked.who })
    else {
      const result = attack(system, solver, {
        left,
        wholeNumbers: asked.wholeNumbers,
        who: asked.who,
        everybody: asked.everybody,
      })
      answer({ kind: 'attacked', result, seconds: moment() - began })
    }
  }
} catch (error) {
  if (error instanceof FaultyTable) answer({ kind: 'faulty', code: error.code, at: error.at })
  else if (error instanceof Unprotectable)
    answer({ kind: 'unprotectable', id: error.id, why: error.why, who: error.who })
  else throw error
}
