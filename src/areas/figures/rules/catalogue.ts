// "Nutzen oder lassen": which figures are proposed for removal. Computed from what was used, never from what a person did. Pure.
import type { Cycles, LetGo } from '../contract/catalogue.ts'

/** So many times collected without any use, and it is proposed to let it be ("Items without use for n cycles are proposed for removal"). */
export const cyclesUntilLetting = 3

export type Cycle = { from: string; used: boolean }

/** Counted back from the latest time: how often it was collected since anything of it was used. */
export function cyclesOf(cycles: readonly Cycle[]): Cycles {
  const latest = cycles.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const used = latest.findIndex((one) => one.used)
  return {
    collected: latest.length,
    unused: used < 0 ? latest.length : used,
    lastUsed: used < 0 ? null : latest[used]!.from,
  }
}

export type Purposeful = { heldByCounties: boolean; neededFor: string | null; neededUntil: string | null }

/** Only what somebody has to deliver costs anybody anything; official tables are there anyway. */
export function letGoOf(figure: Purposeful, cycles: Cycles, today: string): LetGo[] {
  if (!figure.heldByCounties) return []
  return [
    ...(cycles.unused >= cyclesUntilLetting ? (['unused'] as const) : []),
    ...(figure.neededUntil !== null && figure.neededUntil < today ? (['over'] as const) : []),
    ...(figure.neededFor === null ? (['noPurpose'] as const) : []),
  ]
}
