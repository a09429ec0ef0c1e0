// Statistical neighbours: which areas are alike, by a formula that anybody can check with a pocket calculator.

export type Trait = { id: string; weight: number }
/** Values in the order of the traits; null where there is no number. */
export type Described = { key: string; values: readonly (number | null)[] }
export type Part = { id: string; own: number; other: number; share: number }
export type Alike = { key: string; distance: number; parts: Part[] }
export type Likeness = {
  /** Mean and standard deviation by which each trait is measured; null: it does not tell areas apart. */
  scales: ({ id: string; mean: number; deviation: number; areas: number } | null)[]
  nearest: Alike[]
  /** Not compared: a value of a weighted trait is missing. */
  without: { key: string; missing: string[] }[]
}

/**
 * d = √( Σ w·(zₐ − z_b)² / Σ w ), z = (value − mean) / standard deviation over all areas that have the value. A trait on which all areas agree
 * measures nothing and is left out. `share`: which part of d² the trait makes.
 */
export function alikeTo(own: string, areas: readonly Described[], traits: readonly Trait[]): Likeness {
  const scales = traits.map(({ id }, n) => {
    const values = areas.flatMap((area) => area.values[n] ?? [])
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)
    return deviation > 0 ? { id, mean, deviation, areas: values.length } : null
  })
  const used = traits
    .map((trait, n) => ({ ...trait, n, scale: scales[n] }))
    .filter((one) => one.weight > 0 && one.scale)
  const missing = (area: Described) => used.filter((one) => (area.values[one.n] ?? null) === null).map((one) => one.id)
  const self = areas.find((area) => area.key === own)
  const without = areas.flatMap((area) => {
    const gaps = missing(area)
    return gaps.length > 0 ? [{ key: area.key, missing: gaps }] : []
  })
  if (!self || used.length === 0 || missing(self).length > 0) return { scales, nearest: [], without }
  const weights = used.reduce((sum, one) => sum + one.weight, 0)
  const nearest = areas
    .filter((area) => area.key !== own && missing(area).length === 0)
    .map((area) => {
      const squares = used.map((one) => {
        const [a, b] = [self.values[one.n] ?? 0, area.values[one.n] ?? 0]
        return { id: one.id, own: a, other: b, square: (one.weight * ((a - b) / one.scale!.deviation) ** 2) / weights }
      })
      const sum = squares.reduce((total, one) => total + one.square, 0)
      const parts = squares.map(({ square, ...part }) => ({ ...part, share: sum > 0 ? square / sum : 0 }))
      return { key: area.key, distance: Math.sqrt(sum), parts }
    })
    .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
  return { scales, nearest, without }
}
