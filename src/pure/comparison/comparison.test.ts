// Intervals, funnels, likeness and trends: published numbers, brute force, and properties named after what they say.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  betaBelow,
  gammaBelow,
  gammaQuantile,
  normalBelow,
  normalQuantile,
  poissonAtMost,
  tQuantile,
} from '#pure/distributions/distributions.ts'
import { alikeTo } from './alike.ts'
import { countLimit, limitsOf, placeOf, spreadOf, widened } from './funnel.ts'
import { countInterval, overlap, rateInterval, standingOf } from './interval.ts'
import { type Counted, fit, trendOf } from './trend.ts'

const close = (found: number, wanted: number, digits: number, what = '') =>
  assert.ok(Math.abs(found - wanted) <= 0.5 * 10 ** -digits + 1e-12, `${what} ${found} is not ${wanted}`)
/** Added up term by term. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean)
  let sum = 0
  for (let k = 0; k <= count; k++) {
    sum += term
    term *= mean / (k + 1)
  }
  return sum
}

test('exact limits of Poisson counts as printed in the tables of Garwood (1936)', () => {
  const printed: [number, number, number][] = [
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.111, 65.919],
    [100, 81.364, 121.627],
  ]
  for (const [count, low, high] of printed) {
    const found = countInterval(count)
    close(found.low, low, count === 1 ? 4 : 3, `low ${count}`)
    close(found.high, high, count === 10 ? 2 : 3, `high ${count}`)
  }
  assert.throws(() => countInterval(2.5), RangeError)
  assert.throws(() => countInterval(-1), RangeError)
  assert.deepEqual(rateInterval(0, 1000, 1000).low, 0)
})

test('quantiles as every table prints them', () => {
  close(normalQuantile(0.975), 1.96, 2)
  close(normalQuantile(0.999), 3.0902, 4)
  close(tQuantile(0.975, 1), 12.706, 3)
  close(tQuantile(0.975, 5), 2.571, 3)
  close(tQuantile(0.999, 4), 7.173, 3)
  close(tQuantile(0.025, 10), -2.228, 3)
  close(betaBelow(0.3, 2, 3), 0.3483, 4)
  close(gammaBelow(0.5, 0.5), 0.682689, 6)
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
      fc.double({ min: 0.3, max: 5000, noNaN: true }),
      (p, a) => {
        close(gammaBelow(a, gammaQuantile(p, a)), p, 9)
        close(normalBelow(normalQuantile(p)), p, 11)
      },
    ),
  )
})

test('the interval covers: under its own ends the count is just as rare as promised, and the mean is caught at least as often', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150 }), (count) => {
      const { low, high } = countInterval(count)
      close(atMost(count, high), 0.025, 6)
      if (count > 0) close(1 - atMost(count - 1, low), 0.025, 6)
      const wider = countInterval(count, 0.998)
      assert.ok(wider.low <= low && high <= wider.high)
    }),
  )
  for (const mean of [0.3, 1, 2.7, 9.4, 31]) {
    let caught = 0
    for (let k = 0; k < 120; k++) {
      const { low, high } = countInterval(k)
      if (low <= mean && mean <= high) caught += atMost(k, mean) - atMost(k - 1, mean)
    }
    assert.ok(caught >= 0.95, `${mean}: ${caught}`)
  }
})

test('funnel limits: between the last count that is too rare and the first that is not, against adding up term by term', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 200, noNaN: true }),
      fc.constantFrom(0.001, 0.025, 0.975, 0.999),
      (mean, p) => {
        let r = 0
        while (atMost(r, mean) < p) r++
        const [at, before] = [atMost(r, mean), r === 0 ? 0 : atMost(r - 1, mean)]
        const found = countLimit(mean, p)
        close(found, Math.max(0, r - (at - p) / (at - before)), 5)
        assert.ok(found <= r && found >= Math.max(0, r - 1))
        close(poissonAtMost(r, mean), at, 9)
      },
    ),
  )
  assert.equal(countLimit(0, 0.975), 0)
})

test('funnel limits come together as areas grow, lie within one another and around what is expected, and widen with the square root of the factor', () => {
  const relative = (expected: number) => (limitsOf(expected).high998 - limitsOf(expected).low998) / expected
  assert.ok(relative(10) > relative(100) && relative(100) > relative(10_000))
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 20_000, noNaN: true }),
      fc.double({ min: 1, max: 30, noNaN: true }),
      (e, f) => {
        const near = limitsOf(e)
        const wide = widened(near, e, f)
        assert.ok(near.low998 <= near.low95 && near.low95 <= e && e <= near.high95 && near.high95 <= near.high998)
        close((wide.high998 - e) / (near.high998 - e), Math.sqrt(f), 6)
        assert.equal(placeOf(Math.round(e), wide), 'within')
      },
    ),
  )
  const limits = limitsOf(100)
  assert.deepEqual(
    [50, 75, 100, 125, 150].map((count) => placeOf(count, limits)),
    ['below998', 'below95', 'within', 'above95', 'above998'],
  )
})

test('areas that differ by chance alone widen nothing; one outlier does not widen the limits for itself; real differences do', () => {
  const even = Array.from({ length: 40 }, (_, n) => ({ count: 100 + (n % 2 ? 8 : -8), expected: 100 }))
  const chance = spreadOf(even)!
  close(chance.phi, 0.64, 9)
  assert.equal(chance.factor, 1)
  const outlier = [...even.slice(1), { count: 900, expected: 100 }]
  assert.equal(spreadOf(outlier)?.factor, 1)
  const apart = even.map(({ expected }, n) => ({ expected, count: 100 + (n % 2 ? 40 : -40) }))
  close(spreadOf(apart)!.factor, 16, 9)
  assert.equal(spreadOf(even.slice(0, 9)), null)
})

test('a place among others is told only where no interval meets the own', () => {
  const at = (low: number, high: number) => ({ low, high })
  assert.deepEqual(standingOf(at(5, 6), [at(1, 2), at(7, 8), at(9, 10)]), { rank: 3, of: 4 })
  assert.deepEqual(standingOf(at(5, 7), [at(1, 2), at(7, 8), at(9, 10)]), { overlaps: 1, of: 4 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 12 }), (counts) => {
      const intervals = counts.map((count) => countInterval(count))
      for (const [n, own] of intervals.entries()) {
        const standing = standingOf(own, intervals.toSpliced(n, 1))
        const apart = intervals.every((other, m) => m === n || !overlap(own, other))
        assert.equal('rank' in standing, apart)
        if ('rank' in standing) assert.equal(standing.rank, counts.filter((count) => count > counts[n]!).length + 1)
      }
    }),
  )
})

const described = fc.array(
  fc.record({
    values: fc.tuple(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 1000 }),
    ),
  }),
  { minLength: 3, maxLength: 15 },
)
const three = [
  { id: 'a', weight: 1 },
  { id: 'b', weight: 2 },
  { id: 'c', weight: 0.5 },
]

test('likeness: the formula by hand; symmetry, triangle, no unit of measure changes it, and the parts make up the whole', () => {
  const byHand = alikeTo(
    'x',
    [
      { key: 'x', values: [10, 1] },
      { key: 'y', values: [20, 1] },
      { key: 'z', values: [30, 4] },
      { key: 'gap', values: [null, 4] },
    ],
    [
      { id: 'rate', weight: 1 },
      { id: 'size', weight: 3 },
    ],
  )
  // Means 20 and 2.5, deviations √(200/3) and 1.5: d(x, z)² = (1·400/(200/3) + 3·9/2.25) / 4.
  close(byHand.nearest[0]!.distance, Math.sqrt(100 / (200 / 3) / 4), 12)
  close(byHand.nearest[1]!.distance, Math.sqrt((6 + 12) / 4), 12)
  close(byHand.nearest[1]!.parts[0]!.share, 6 / 18, 12)
  assert.deepEqual(byHand.without, [{ key: 'gap', missing: ['rate'] }])
  fc.assert(
    fc.property(described, fc.integer({ min: 1, max: 40 }), (rows, unit) => {
      const areas = rows.map(({ values }, n) => ({ key: `k${String(n).padStart(2, '0')}`, values }))
      const to = (own: string, some: Parameters<typeof alikeTo>[1] = areas) =>
        new Map(alikeTo(own, some, three).nearest.map((one) => [one.key, one] as const))
      const [a, b, c] = ['k00', 'k01', 'k02']
      const one = to(a).get(b)
      if (!one) return
      close(to(b).get(a)!.distance, one.distance, 9)
      assert.ok(to(a).get(c)!.distance <= one.distance + to(b).get(c)!.distance + 1e-9)
      if (one.distance > 0)
        close(
          one.parts.reduce((sum, part) => sum + part.share, 0),
          1,
          9,
        )
      const inOtherUnits = areas.map(({ key, values: [x, y, z] }) => ({ key, values: [x * unit + 7, y, z / unit] }))
      close(to(a, inOtherUnits).get(b)!.distance, one.distance, 7)
    }),
  )
})

const yearly = (counts: readonly number[], people = 1): Counted[] =>
  counts.map((count, n) => ({ time: n + 1, count, people }))

test('a trend as published: deaths by AIDS in Australia, 1983–1986, by quarter (Whyte, Gallagher, Dobson 1987)', () => {
  const line = fit(yearly([0, 1, 2, 3, 1, 4, 9, 18, 23, 31, 20, 25, 37, 45]), true)!
  close(line.level, 0.33963, 5)
  close(line.slope, 0.25652, 5)
  close(Math.sqrt(line.slopeVariance / line.dispersion), 0.02204, 5)
  assert.equal(line.df, 12)
})

test('a trend: exact where the line is exact, blind to the size of the area, turned round by turning time; little data, no statement', () => {
  const doubling = trendOf(yearly([10, 20, 40, 80, 160]))!
  close(doubling.yearly, 1, 9)
  assert.equal(doubling.direction, 'up')
  assert.equal(trendOf(yearly([10, 20, 40])), null)
  assert.equal(trendOf(yearly([0, 0, 0, 0, 0])), null)
  assert.equal(trendOf(yearly([3, 1, 4, 2, 3]))?.direction, 'none')
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 12 }), (counts) => {
      const forth = trendOf(yearly(counts))!
      const among = trendOf(yearly(counts, 5000))!
      close(among.yearly, forth.yearly, 8)
      const back = trendOf(counts.map((count, n) => ({ time: -n, count, people: 1 })))!
      close((1 + back.yearly) * (1 + forth.yearly), 1, 7)
      assert.ok(forth.low <= forth.yearly && forth.yearly <= forth.high)
    }),
  )
  // People who grow as the counts do leave no trend.
  close(trendOf([10, 20, 40, 80].map((count, n) => ({ time: n, count, people: count * 100 })))!.yearly, 0, 9)
})
