// What the tests of mapped tables share: a planner who answers what is asked, and what then stands in the store.
import type { Caller } from '#apps/testing.ts'
import { ok } from '#apps/testing-people.ts'
import type { ImportPreview } from './contract/import.ts'
import type { ColumnRole, Mapping, MeasureUse } from './contract/mapping.ts'
import { type Committed, look } from './testing.ts'

export const told = {
  source: 'Musteramt für Statistik, 2024',
  licence: 'dl-de/by-2-0',
  stateOn: '2024-06-30',
  published: true,
} as const

export const fresh = (code: string, title: string, more: object = {}): MeasureUse => ({
  use: 'new',
  code,
  title,
  definition: `${title}, wie vom Musteramt veröffentlicht.`,
  unit: 'Anzahl',
  additive: true,
  decimals: 0,
  on: null,
  ...more,
})

export const asked = ({ mapping }: ImportPreview) =>
  mapping!.questions.map(({ code, about }) => `${code} ${about}`.trim())

type Said = Partial<Omit<Mapping, 'columns' | 'signs' | 'measures'>> & {
  columns?: Record<string, ColumnRole>
  signs?: Record<string, Mapping['signs'][number]['means']>
  measures?: Record<string, MeasureUse>
}

/** The mapping as proposed, with what the person says in addition. */
export function saying(preview: ImportPreview, said: Said): Mapping {
  const { mapping } = preview.mapping!
  const { columns = {}, signs = {}, measures = {}, ...more } = said
  return {
    ...mapping,
    ...more,
    columns: [
      ...mapping.columns.filter(({ name }) => !(name in columns)),
      ...Object.entries(columns).map(([name, role]) => ({ name, role })),
    ],
    signs: [
      ...mapping.signs.filter(({ sign }) => !(sign in signs)),
      ...Object.entries(signs).map(([sign, means]) => ({ sign, means })),
    ],
    measures: [
      ...mapping.measures.filter(({ name }) => !(name in measures)),
      ...Object.entries(measures).map(([name, as]) => ({ name, as })),
    ],
  }
}

export const assign = async (planner: Caller, preview: ImportPreview, said: Said) =>
  ok<ImportPreview>(await planner.put(`/figures/imports/${preview.id}/mapping`, 0, saying(preview, said)))

export async function readMapped(planner: Caller, name: string, bytes: Buffer | string, said: Said) {
  const preview = await assign(planner, await look(planner, name, bytes), said)
  return { preview, done: ok<Committed>(await planner.post(`/figures/imports/${preview.id}/commit`)) }
}
