// A need as the form sends it back; pieces of evidence that stand there already are named by their id and stay as they are.
import type { Call } from '#kit/http/contract.ts'
import type { Evidence, Need } from '../contract/needs.ts'
import type { planning } from '../contract/planning.ts'

export type Draft = Omit<Call<(typeof planning)['changeNeed']>, 'id'>
export type NewPiece = NonNullable<Draft['evidence']>[number]

export const pieceOf = (piece: Evidence): NewPiece => ({ id: piece.id, grade: piece.grade, note: piece.note })

export const contentOf = (need: Need): Draft => ({
  title: need.object.title, targetGroup: need.targetGroup, area: need.area?.id ?? null, areaName: need.areaName, benefit: need.benefit, description: need.description, evidence: need.evidence.map(pieceOf),
})

type Handed = { quelle?: string; fassung?: string; kennzahl?: string; gebiet?: string; von?: string; bis?: string; schnitt?: string }

/** A figure handed over from the explorer in the address: source, edition, indicator, area, period, cut. */
export function handedPiece(search: Handed): NewPiece | null {
  if (!search.quelle) return null
  return {
    grade: 'figures', source: search.quelle, edition: search.fassung ? Number(search.fassung) : null, indicator: search.kennzahl ?? null, area: search.gebiet ?? null,
    from: search.von ?? null, until: search.bis ?? null, cut: search.schnitt ?? '', note: '',
  }
}
