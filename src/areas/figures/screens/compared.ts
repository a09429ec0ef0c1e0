// What is compared stands in the address: indicator, time, own area, set, and the weights of the traits.
import { unitBehind } from '#kit/ui/figure-state.ts'
import type { ComparedArea, ComparedSet, Comparison } from '../contract/comparison.ts'
import { screens } from '../texts/screens.de.ts'
import { type Selection, searchOf, selectionOf } from './selection.ts'

export type Compared = Omit<Selection, 'areas' | 'per'> & {
  area: string | null
  set: ComparedSet
  across: 'with' | 'without'
  as: 'rate' | 'value'
  against: 'parent' | 'set'
  /** Weights by indicator; null: the usual traits. */
  traits: string | null
}
const sets: Readonly<Record<string, ComparedSet>> = {
  region: 'region',
  angrenzend: 'around',
  aehnlich: 'alike',
  alle: 'all',
}

export function comparedOf(search: Readonly<Record<string, string>>): Compared {
  const { areas, per: _per, ...same } = selectionOf(search)
  return {
    ...same,
    area: areas[0] ?? null,
    set: sets[search.mit ?? ''] ?? 'region',
    across: search.grenze === 'ohne' ? 'without' : 'with',
    as: search.werte ? 'value' : 'rate',
    against: search.gegen ? 'set' : 'parent',
    traits: search.merkmale ?? null,
  }
}

export function searchOfCompared({
  area,
  set,
  across,
  as,
  against,
  traits,
  ...same
}: Compared): Record<string, string> {
  const word = Object.entries(sets).find(([, one]) => one === set)?.[0]
  return {
    ...searchOf({ ...same, areas: area ? [area] : [] }),
    ...(set === 'region' ? {} : { mit: word ?? '' }),
    ...(across === 'without' ? { grenze: 'ohne' } : {}),
    ...(as === 'value' ? { werte: 'absolut' } : {}),
    ...(against === 'set' ? { gegen: 'gezeigte' } : {}),
    ...(traits ? { merkmale: traits } : {}),
  }
}

/** Where the own area lies, in one of five outcomes. */
export type Outcome = 'noNumber' | 'open' | 'within' | 'usual' | 'apart'
export function outcomeOf(comparison: Comparison): Outcome {
  const own = comparison.rows.find((row) => row.own)
  if (!own || (own.value === null && own.mark !== 'nil')) return 'noNumber'
  if (!own.lies || !own.liesWide) return 'open'
  if (own.lies === 'within') return 'within'
  return own.liesWide === 'within' ? 'usual' : 'apart'
}

export const unitOf = (c: Comparison) =>
  c.per === null ? c.unit : [unitBehind(c.unit), screens.per(c.per)].filter(Boolean).join(' ')

/** By name, never by value: an order that chance made would be read as a rank. */
export const byName = (rows: readonly ComparedArea[], nameOf: (key: string) => string) =>
  rows.toSorted((a, b) => nameOf(a.key).localeCompare(nameOf(b.key), 'de'))
