/**
 * How an area as a whole grows, from its totals alone: what the typical area grows, which does not last, and each area's departure from
 * its parent, which does, as far as its years agree among themselves. The typical area is the median one: a country in which cities grow
 * and villages shrink grows as a whole, and yet most of its areas do not.
 */
import { type Level, levelsOf } from './parents.ts'
import { trueVariance } from './shrink.ts'

/** Found on the counties of Germany 1995–2018 and its municipalities 2008–2015 (README.md); all lie on broad plateaus. */
const growthSetting = {
  fade: 0.65,
  /** What lasts of a year's common growth: of a whole country's, and of a Land's, in which its own departure lies too. */
  country: 0.4,
  land: 0.6,
  own: 0.95,
  nation: 9,
  area: 25,
  pairs: 10,
  priorSpread: 0.005 ** 2,
  priorWeight: 3,
  usual: 10,
  noise: 3e-5,
  town: 15_000,
  many: 10,
  power: 4,
  leap: 3,
}

export type Growth = {
  /** Yearly growth of the whole, in logarithms. */
  country: number
  /** [area]: what an area's yearly growth is beyond the country's. */
  own: Float64Array
  /** What lasts of the common growth from year to year. */
  lasts: number
}

type Step = { rates: Float64Array; weight: number; gap: number; common: number; scale: number }

const median = (values: number[]) => {
  const sorted = values.sort((a, b) => a - b)
  return sorted.length === 0 ? 0 : sorted[sorted.length >> 1]!
}

/**
 * A year in which the areas fall apart more than in others (a census corrects its predecessor) counts for less, a single leap for no
 * more than three times the usual.
 */
function calm(pairs: Step[]) {
  for (const pair of pairs) {
    const known = [...pair.rates].filter((rate) => !Number.isNaN(rate))
    const middle = median(known)
    if (known.length >= growthSetting.many) pair.common = middle
    pair.scale = 1.4826 * median(known.map((rate) => Math.abs(rate - middle)))
  }
  const usual = median(pairs.map(({ scale }) => scale))
  if (!(usual > 0)) return
  for (const pair of pairs) {
    const off = 1 + Math.max(0, (pair.scale / usual) ** growthSetting.power - 1)
    if (pairs.length > 2) pair.weight /= off
    for (let a = 0; a < pair.rates.length; a += 1) {
      const off = pair.rates[a]! - pair.common
      const most = growthSetting.leap * usual
      if (Math.abs(off) > most) pair.rates[a] = pair.common + Math.sign(off) * most
    }
  }
}

/** @param totals [year][area], NaN where not known */
export function growthOf(areas: readonly string[], years: readonly number[], totals: Float64Array): Growth {
  const n = areas.length
  const start = Math.max(1, years.length - growthSetting.pairs)
  const pairs: Step[] = []
  let country = 0
  let weights = 0
  for (let y = start; y < years.length; y += 1) {
    const gap = years[y]! - years[y - 1]!
    const weight = growthSetting.fade ** (years.at(-1)! - years[y]!)
    let before = 0
    let after = 0
    const rates = new Float64Array(n).fill(Number.NaN)
    for (let a = 0; a < n; a += 1) {
      const was = totals[(y - 1) * n + a]!
      const is = totals[y * n + a]!
      if (!(was > 0 && is > 0)) continue
      before += was
      after += is
      rates[a] = Math.log(is / was) / gap
    }
    if (!(before > 0)) continue
    const common = Math.log(after / before) / gap
    pairs.push({
      rates,
      weight: weight * gap,
      gap,
      common,
      scale: 0,
    })
  }
  calm(pairs)
  for (const { rates, common, weight } of pairs) {
    for (let a = 0; a < n; a += 1) rates[a]! -= common
    country += weight * common
    weights += weight
  }
  const own = new Float64Array(n)
  if (weights === 0) return { country: 0, own, lasts: 0 }
  const size = Float64Array.from(areas, (_, a) => Math.max(1, totals[(years.length - 1) * n + a]! || 1))
  const single: Level = { of: Int32Array.from(areas, (_, a) => a), count: n }
  for (const level of [...levelsOf(areas).slice(1), single]) depart(pairs, level, size, own)
  return { country: country / weights, own, lasts: lastsOf(areas) }
}

/** The variance of one year's departure that does not come again: large for villages, small for counties. */
const noiseOf = (people: number) => growthSetting.noise * (Math.max(50, people) / growthSetting.town) ** -0.6

function depart(pairs: readonly Step[], level: Level, size: Float64Array, own: Float64Array) {
  const mean = new Float64Array(level.count)
  const weights = new Float64Array(level.count)
  const squares = new Float64Array(level.count)
  const people = new Float64Array(level.count)
  const yearly: { value: Float64Array; weight: number }[] = []
  for (const { rates, weight } of pairs) {
    const value = new Float64Array(level.count)
    const known = new Float64Array(level.count)
    for (let a = 0; a < rates.length; a += 1) {
      if (Number.isNaN(rates[a]!)) continue
      value[level.of[a]!]! += size[a]! * (rates[a]! - own[a]!)
      known[level.of[a]!]! += size[a]!
    }
    for (let p = 0; p < level.count; p += 1) {
      value[p] = known[p]! > 0 ? value[p]! / known[p]! : Number.NaN
      if (Number.isNaN(value[p]!)) continue
      mean[p]! += weight * value[p]!
      weights[p]! += weight
      squares[p]! += weight * weight
      people[p] = known[p]!
    }
    yearly.push({ value, weight })
  }
  for (let p = 0; p < level.count; p += 1) mean[p] = weights[p]! > 0 ? mean[p]! / weights[p]! : Number.NaN
  // How far the years of an area scatter around their mean, beside what is usual for its size; ten areas' years are believed to be usual.
  let scatter = growthSetting.usual
  let freedom = growthSetting.usual
  if (yearly.length > 1)
    for (const { value } of yearly)
      for (let p = 0; p < level.count; p += 1) {
        if (Number.isNaN(value[p]!)) continue
        scatter += Math.min(9, (value[p]! - mean[p]!) ** 2 / noiseOf(people[p]!))
        freedom += 1 - 1 / yearly.length
      }
  const noise = mean.map((_, p) =>
    weights[p]! > 0 ? ((scatter / freedom) * noiseOf(people[p]!) * squares[p]!) / weights[p]! ** 2 : 1,
  )
  const spread = trueVariance(
    mean.map((x) => 1 + x),
    noise,
    growthSetting.priorSpread,
    growthSetting.priorWeight,
  )
  for (let a = 0; a < own.length; a += 1) {
    const p = level.of[a]!
    if (!Number.isNaN(mean[p]!)) own[a]! += (spread / (spread + noise[p]!)) * mean[p]!
  }
}

function lastsOf(areas: readonly string[]): number {
  const lands = new Set(areas.map((area) => (/^\d{5,12}$/.test(area) ? area.slice(0, 2) : '')))
  const many = lands.size > 1 ? growthSetting.country : growthSetting.land
  // What few areas have in common is mostly their own.
  const few = growthSetting.area / areas.length
  return (few * growthSetting.own + growthSetting.nation * many) / (few + growthSetting.nation)
}

/** What each area's total is multiplied with after `h` years. */
export function grown({ country, own, lasts }: Growth, h: number): Float64Array {
  const sum = (rate: number) => (rate * (1 - rate ** h)) / (1 - rate)
  return own.map((one) => Math.exp(country * sum(lasts) + one * sum(growthSetting.own)))
}
