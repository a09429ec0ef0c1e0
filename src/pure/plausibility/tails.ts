// Tails of the binomial and of the F distribution, both by the regularised incomplete beta function (its continued fraction, after Lentz).

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]
function logGamma(x: number): number {
  const at = x - 1
  let sum = 0.9999999999998099
  for (const [n, c] of lanczos.entries()) sum += c / (at + n + 1)
  const t = at + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** I_x(a, b) for a, b > 0. */
export function beta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a)
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  )
  const tiny = 1e-300
  const guarded = (v: number) => (Math.abs(v) < tiny ? tiny : v)
  let c = 1
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1))
  let f = d
  for (let m = 1; m <= 20_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guarded(1 + even * d)
    c = guarded(1 + even / c)
    f *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guarded(1 + odd * d)
    c = guarded(1 + odd / c)
    f *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return Math.min(1, front * f)
}

/** P(at least k of n) when each succeeds with p. */
export const atLeast = (k: number, n: number, p: number): number => (k <= 0 ? 1 : k > n ? 0 : beta(p, k, n - k + 1))
/** P(at most k of n). */
export const atMost = (k: number, n: number, p: number): number => (k < 0 ? 0 : k >= n ? 1 : beta(1 - p, n - k, k + 1))
/** P(F ≥ f) with 1 and `free` degrees of freedom; f is the square of a Student statistic. */
export const beyond = (f: number, free: number): number => (f <= 0 ? 1 : beta(free / (free + f), free / 2, 0.5))

/** Student's t that is exceeded on both sides together with probability `alpha`. */
export function student(alpha: number, free: number): number {
  let [low, high] = [0, 1]
  while (beyond(high * high, free) > alpha) high *= 2
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2
    if (beyond(middle * middle, free) > alpha) low = middle
    else high = middle
  }
  return high
}
