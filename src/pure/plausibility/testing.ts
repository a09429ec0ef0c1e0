// Draws counts for the measurement of false alarms: Poisson, or negative binomial with a variance so many times as large. The same every time.

export function drawing(seed: number) {
  let state = seed | 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  /** Marsaglia and Tsang (2000). */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const poisson = (rate: number): number => {
    if (rate > 50) return poisson(50) + poisson(rate - 50)
    const limit = Math.exp(-rate)
    let [count, product] = [0, 1 - uniform()]
    while (product > limit) {
      count += 1
      product *= 1 - uniform()
    }
    return count
  }
  return {
    count: (rate: number, dispersion: number) =>
      poisson(dispersion > 1 ? gamma(rate / (dispersion - 1)) * (dispersion - 1) : rate),
  }
}
