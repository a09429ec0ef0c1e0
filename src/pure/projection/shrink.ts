/**
 * Empirical Bayes for ratios of observed to expected people. A small area's ratio is pulled towards 1 (its parent's) by as much as
 * its noise exceeds the true differences between areas. The true variance is estimated by Paule and Mandel's moment equation
 * (J. Res. Natl. Bur. Stand. 87, 1982), the noise grows as 1 / expected people with a factor that the years themselves show.
 */

/** Noise per expected person before any year has shown it: most of a group are the same people as a year ago. */
export const priorNoise = 0.3

/**
 * The variance of the true ratios around 1, given each one's ratio and noise variance; NaN ratios are left out.
 * `prior` counts as `weight` further areas, so that three areas do not claim to know it.
 */
export function trueVariance(
  ratios: Float64Array,
  noise: Float64Array,
  prior: number,
  weight: number,
  most = Number.POSITIVE_INFINITY,
): number {
  let low = 0
  let high = Math.min(most, 1)
  const surplus = (variance: number) => {
    let sum = 0
    let count = 0
    for (let i = 0; i < ratios.length; i += 1) {
      const off = ratios[i]! - 1
      const spread = variance + noise[i]!
      if (!(spread > 0) || Number.isNaN(off)) continue
      // One area that was rebuilt must not loosen all others.
      sum += Math.min(9, (off * off) / spread)
      count += 1
    }
    return count === 0 ? variance - prior : sum - count + weight * (prior / Math.max(1e-12, variance) - 1)
  }
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2
    if (surplus(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
