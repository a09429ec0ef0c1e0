// The thread that calculates, so that the command line can stop it at any moment and still has the best protected pattern.
import { parentPort, workerData } from 'node:worker_threads'
import { openSolver } from '#kit/solver/highs.ts'
import { attack } from '#pure/attack/attack.ts'
import { contributorsOf } from '#pure/attack/knowledge.ts'
import { FaultyTable, readTable } from '#pure/attack/table.ts'
import { suppress } from '#pure/suppression/suppress.ts'
import { Unprotectable } from '#pure/suppression/targets.ts'
import type { Answer, Asked } from './protection.ts'

const asked = workerData as Asked
const moment = () => (performance.timeOrigin + performance.now()) / 1000
const left = () => asked.until - moment()
const answer = (value: Answer) => parentPort!.postMessage(value)

try {
  const system = readTable(asked.table, asked.kind === 'attack' ? asked.suppressed : undefined)
  const solver = await openSolver()
  const began = moment()
  if (asked.kind === 'protect') {
    const result = suppress(system, solver, {
      left,
      seconds: left(),
      wholeNumbers: asked.wholeNumbers,
      seed: asked.seed,
      better: (suppressed) => answer({ kind: 'better', suppressed: [...suppressed] }),
    })
    const auditBegan = asked.until - result.auditFrom
    const seconds = { solve: auditBegan - began, audit: moment() - auditBegan }
    answer({ kind: 'protected', result, seconds })
  } else {
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
