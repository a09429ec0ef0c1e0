// Tails of the binomial and of the F distribution, both by the regularised incomplete beta function.
import { betaBelow, tQuantile } from '#pure/distributions/distributions.ts'

/** P(at least k of n) when each succeeds with p. */
export const atLeast = (k: number, n: number, p: number): number =>
  k <= 0 ? 1 : k > n ? 0 : betaBelow(p, k, n - k + 1)
/** P(at most k of n). */
export const atMost = (k: number, n: number, p: number): number =>
  k < 0 ? 0 : k >= n ? 1 : betaBelow(1 - p, n - k, k + 1)
/** P(F ≥ f) with 1 and `free` degrees of freedom; f is the square of a Student statistic. */
export const beyond = (f: number, free: number): number => (f <= 0 ? 1 : betaBelow(free / (free + f), free / 2, 0.5))
/** Student's t that is exceeded on both sides together with probability `alpha`. */
export const student = (alpha: number, free: number): number => tQuantile(1 - alpha / 2, free)
