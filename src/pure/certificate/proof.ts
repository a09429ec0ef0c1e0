// What goes out with a protected table: the table as a reader sees it, and what that reader can compute of what is hidden.
import { type Attack, attack, hiddenOf } from '#pure/attack/attack.ts'
import { contributorsOf } from '#pure/attack/knowledge.ts'
import type { Solver } from '#pure/attack/solver.ts'
import { readTable } from '#pure/attack/table.ts'
import { type PublicTable, publicView } from './certificate.ts'

export type Proof = { released: PublicTable; attack: Attack; contributors: number }

/** Null when the time (`left`, in seconds) was too short. @throws FaultyTable */
export function proofOf(
  table: unknown,
  suppressed: readonly string[],
  solver: Solver,
  left: () => number,
): Proof | null {
  const system = readTable(table, suppressed)
  const known = attack(system, solver, { left, wholeNumbers: false, who: null, everybody: false })
  const contributors = contributorsOf(system, hiddenOf(system)).length
  return known && { released: publicView(system), attack: known, contributors }
}
