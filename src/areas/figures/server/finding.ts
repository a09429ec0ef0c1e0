// Small looks-up that several handlers need: indicator, cut, basis and sources by what a request names.
import type { Database } from '#kit/db/database.ts'
import { NotFound } from '#kit/http/refusal.ts'
import type { Basis, Source } from '../contract/shapes.ts'
import { type BasisRow, type Cut, type IndicatorRow, indicatorStore } from '../store/indicators.ts'
import { tableStore } from '../store/tables.ts'

/** @throws NotFound */
export async function indicatorOf(db: Database, id: string): Promise<IndicatorRow> {
  const row = await indicatorStore(db).get(id)
  if (!row) throw new NotFound()
  return row
}

/** @throws NotFound for a cut that no table has. */
export async function cutOf(db: Database, key: string): Promise<Cut> {
  const [cut] = await indicatorStore(db).cuts([key])
  if (!cut) throw new NotFound()
  return cut
}

export const basisAt = (bases: readonly BasisRow[], number: number | null): Basis | null => {
  const found = bases.find((basis) => basis.number === number)
  return found ? { code: found.code, label: found.label } : null
}

/** Sources with their positions, so that a thousand values name theirs by a small number. */
export async function sourcesOf(
  db: Database,
  officials: readonly (number | null)[],
  deliveries: readonly (string | null)[],
) {
  const some = <T>(list: readonly (T | null)[]) => [...new Set(list)].filter((one): one is T => one !== null)
  const rows = await tableStore(db).sources(some(officials), some(deliveries))
  const at = new Map<string | number, number>()
  for (const [n, row] of rows.entries()) at.set(row.number ?? row.id, n)
  const sources: Source[] = rows.map(({ number: _, ...source }) => source)
  return {
    sources,
    at: (official: number | null, delivery: string | null) => at.get(official ?? delivery ?? '') ?? null,
  }
}
