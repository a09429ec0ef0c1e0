// A need as the form sends it back; pieces of evidence that stand there already are named by their id and stay as they are.
import { evidenceFrom } from '#areas/figures/widgets/evidence.ts'
import type { Call } from '#kit/http/contract.ts'
import type { Evidence, Need } from '../contract/needs.ts'
import type { planning } from '../contract/planning.ts'

export type Draft = Omit<Call<(typeof planning)['changeNeed']>, 'id'>
export type NewPiece = NonNullable<Draft['evidence']>[number]

export const pieceOf = (piece: Evidence): NewPiece => ({ id: piece.id, grade: piece.grade, note: piece.note })

export const contentOf = (need: Need): Draft => ({
  title: need.object.title,
  targetGroup: need.targetGroup,
  area: need.area?.id ?? null,
  areaName: need.areaName,
  benefit: need.benefit,
  description: need.description,
  evidence: need.evidence.map(pieceOf),
})

/** A figure handed over from the explorer in the address. */
export function handedPiece(search: Readonly<Record<string, string>>): NewPiece | null {
  const handed = evidenceFrom(search)
  if (!handed) return null
  const { asOf: _asOf, ...figure } = handed
  return { grade: 'figures', ...figure, note: '' }
}
