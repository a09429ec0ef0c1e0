// The few distributions that the methods need: normal, gamma (so Poisson), beta (so binomial) and Student's t. Series and continued fractions, no tables.

const coefficients = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0 (Lanczos 1964, g = 7, nine terms). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const t = z + 7.5
  const sum = coefficients.reduce((total, c, n) => total + c / (z + n + 1), 0.9999999999998099)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

const enough = 1e-15
const mostSteps = 100_000

/** The lower regularised incomplete gamma function P(a, x): the chance that a gamma variable of shape a is at most x. */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < mostSteps && term > sum * enough; n++) {
      term *= x / (a + n)
      sum += term
    }
    return Math.min(1, sum * scale)
  }
  // Lentz's continued fraction for the upper part.
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let n = 1; n < mostSteps; n++) {
    const an = -n * (n - a)
    b += 2
    d = an * d + b
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = b + an / c
    if (Math.abs(c) < tiny) c = tiny
    h *= d * c
    if (Math.abs(d * c - 1) < enough) break
  }
  return Math.max(0, 1 - scale * h)
}

/** The chance of at most `count` events where `mean` are expected. */
export const poissonAtMost = (count: number, mean: number): number =>
  count < 0 ? 0 : mean <= 0 ? 1 : 1 - gammaBelow(count + 1, mean)

/** Where a rising function reaches a value, between two ends: halved until nothing is left to halve. */
function solve(rising: (x: number) => number, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let n = 0; n < 200; n++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (rising(middle) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The p-quantile of a gamma variable of shape a and scale 1: Newton's steps from Wilson and Hilferty's guess, halving where they do not settle. */
export function gammaQuantile(p: number, a: number): number {
  const guess = a * Math.max(0.01, 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a))) ** 3
  let x = guess
  for (let n = 0; n < 20; n++) {
    const step = (gammaBelow(a, x) - p) / Math.exp((a - 1) * Math.log(x) - x - logGamma(a))
    const next = x - step
    if (!(next > 0)) break
    if (Math.abs(step) < 1e-11 * x) return next
    x = next
  }
  let high = a + 10 * Math.sqrt(a) + 10
  while (gammaBelow(a, high) < p) high *= 2
  return solve((at) => gammaBelow(a, at), p, 0, high)
}

/** Φ(z), by the gamma function: erf(x) = P(1/2, x²). */
export const normalBelow = (z: number): number => 0.5 + (Math.sign(z) * gammaBelow(0.5, (z * z) / 2)) / 2

/** Newton's steps from the logistic guess. */
export function normalQuantile(p: number): number {
  if (p < 0.5) return -normalQuantile(1 - p)
  let z = Math.log(p / (1 - p)) / 1.702
  for (let n = 0; n < 50; n++) {
    const step = ((normalBelow(z) - p) * Math.sqrt(2 * Math.PI)) / Math.exp((-z * z) / 2)
    if (Math.abs(step) > 1) break
    z -= step
    if (Math.abs(step) < 1e-14) return z
  }
  return solve(normalBelow, p, 0, 40)
}

/** Regularised incomplete beta I_x(a, b), by Lentz's continued fraction. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  const tiny = 1e-300
  let f = 1
  let c = 1
  let d = 0
  for (let n = 0; n < mostSteps; n++) {
    const m = Math.floor(n / 2)
    const part =
      n === 0
        ? 1
        : n % 2 === 0
          ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
          : -((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + part * d
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = 1 + part / c
    if (Math.abs(c) < tiny) c = tiny
    f *= c * d
    if (Math.abs(1 - c * d) < enough) break
  }
  return front * (f - 1)
}

/** The p-quantile of Student's t. */
export function tQuantile(p: number, df: number): number {
  if (p < 0.5) return -tQuantile(1 - p, df)
  const below = (t: number) => 1 - betaBelow(df / (df + t * t), df / 2, 0.5) / 2
  let high = 10
  while (below(high) < p) high *= 2
  return solve(below, p, 0, high)
}
