/** A population by area, sex, age group and year as one dense block: what every step of the projection reads and writes. */

/** Ages from `from` to below `to`; null is the open group at the end ("75 Jahre und mehr"). */
export type AgeGroup = { from: number; to: number | null }

export type Population = {
  areas: readonly string[]
  sexes: readonly string[]
  /** Side by side, youngest first, none within another. */
  groups: readonly AgeGroup[]
  /** Ascending; there may be gaps. */
  years: readonly number[]
  /** [year][area][sex][group]; NaN is "not known", never nought. */
  values: Float64Array
}

/** How many numbers one year takes. */
export const blockOf = ({ areas, sexes, groups }: Pick<Population, 'areas' | 'sexes' | 'groups'>): number =>
  areas.length * sexes.length * groups.length

/** The same population as it was known at the end of `year`. */
export function until(population: Population, year: number): Population {
  const years = population.years.filter((one) => one <= year)
  return { ...population, years, values: population.values.subarray(0, years.length * blockOf(population)) }
}

/** Women are known by their word, whoever wrote the table; without one every adult counts as a possible parent. */
export const womenAmong = (sexes: readonly string[]): number =>
  sexes.findIndex((sex) => /^(w|f|2|gesw|weibl.*|fem.*|frau.*|wom.*)$/i.test(sex.trim()))
