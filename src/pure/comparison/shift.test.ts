// Hints at real shifts only: planted ones are found, and how often there is a false hint is measured, not hoped.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { fewestBefore, limitsAfter, shiftsOf } from './shift.ts'

let state = 20_261_130
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return (state + 0.5) / 2 ** 32
}
const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
function poisson(mean: number): number {
  if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
  const end = Math.exp(-mean)
  let product = random()
  let count = 0
  while (product > end) {
    product *= random()
    count += 1
  }
  return count
}
/** Marsaglia and Tsang (2000). */
function gamma(shape: number): number {
  if (shape < 1) return gamma(shape + 1) * random() ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = normal()
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}
/** A year of an area whose variance is `dispersion` times that of chance. */
const year = (mean: number, dispersion: number) =>
  poisson(dispersion > 1 ? gamma(mean / (dispersion - 1)) * (dispersion - 1) : mean)
const course = (means: readonly number[], dispersion = 1) =>
  means.map((mean, time) => ({ time, count: year(mean, dispersion), people: 1 }))

test('noise gives no hint: at most one false hint in a hundred looks, from half a case a year to a thousand, growing, and varying thrice as much as chance (B17)', (t) => {
  const rounds = 400
  for (const dispersion of [1, 3])
    for (const growth of [1, 1.03, 0.95])
      for (const mean of [0.5, 2, 5, 20, 100, 1000]) {
        let [looks, hints] = [0, 0]
        for (let round = 0; round < rounds; round++) {
          const means = Array.from({ length: 10 }, (_, n) => mean * growth ** n)
          hints += shiftsOf(course(means, dispersion)).length
          looks += 10 - fewestBefore
        }
        const share = hints / looks
        t.diagnostic(`dispersion ${dispersion}, growth ${growth}, ${mean} a year: ${(share * 100).toFixed(2)} %`)
        assert.ok(share <= 0.01, `${dispersion}, ${growth}, ${mean}: ${share}`)
      }
})

test('a planted shift is found in its year and told once: twice as many where a hundred are usual, half where two hundred are (B17)', (t) => {
  for (const [from, to] of [
    [100, 200],
    [200, 100],
    [30, 75],
    [1000, 1300],
  ] as const) {
    let [found, repeated] = [0, 0]
    for (let round = 0; round < 200; round++) {
      const points = course(Array.from({ length: 14 }, (_, n) => (n < 8 ? from : to)))
      const shifts = shiftsOf(points)
      if (shifts.some((one) => one.at === 8 && one.side === (to > from ? 'above' : 'below'))) found += 1
      if (shifts.some((one) => one.at > 8)) repeated += 1
    }
    t.diagnostic(`${from} to ${to}: found ${found / 2} %, told again ${repeated / 2} %`)
    assert.ok(found >= 160 && repeated <= 6, `${from} to ${to}: ${found}, ${repeated}`)
  }
})

test('no past, no hint; people who come explain what they bring; a larger leap is never less of one', () => {
  const steady = [20, 22, 19, 21, 20].map((count, time) => ({ time, count, people: 1000 }))
  assert.deepEqual(shiftsOf([...steady.slice(1), { time: 5, count: 9999, people: 1000 }]), [])
  assert.equal(shiftsOf([...steady, { time: 5, count: 80, people: 1000 }]).length, 1)
  assert.deepEqual(shiftsOf([...steady, { time: 5, count: 80, people: 4000 }]), [])
  assert.equal(
    limitsAfter(
      steady.map((one) => ({ ...one, count: 0 })),
      { time: 5, people: 1000 },
    ),
    null,
  )
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 5, maxLength: 9 }),
      fc.integer({ min: 0, max: 1000 }),
      (counts, leap) => {
        const past = counts.map((count, time) => ({ time, count, people: 1 }))
        const now = { time: past.length, people: 1 }
        const limits = limitsAfter(past, now)
        if (!limits) return
        assert.ok(0 <= limits.low && limits.low <= limits.expected && limits.expected <= limits.high)
        const last = (count: number) =>
          shiftsOf([...past, { ...now, count }]).some((one) => one.side === 'above' && one.at === past.length)
        if (last(leap)) assert.ok(last(leap + 50))
      },
    ),
  )
})
