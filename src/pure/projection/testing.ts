// What the tests of the projection share: populations made by hand or by a seed.
import type { AgeGroup, Population } from './population.ts'

export const fives = (count: number): AgeGroup[] =>
  Array.from({ length: count }, (_, g) => ({ from: 5 * g, to: g === count - 1 ? null : 5 * g + 5 }))

export function populationOf(
  frame: Omit<Population, 'values'>,
  people: (year: number, area: number, sex: number, group: number) => number,
): Population {
  const values: number[] = []
  for (const year of frame.years)
    for (let a = 0; a < frame.areas.length; a += 1)
      for (let s = 0; s < frame.sexes.length; s += 1)
        for (let g = 0; g < frame.groups.length; g += 1) values.push(people(year, a, s, g))
  return { ...frame, values: Float64Array.from(values) }
}

/** The same numbers between 0 and 1 for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
