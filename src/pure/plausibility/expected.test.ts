// Published: the dodder seeds of Przyborowski and Wilenski (1940) as the documentation of R's poisson.test counts them. Oracle: exact fractions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expected, median, oneIn, predicted } from './expected.ts'
import { sameRate, shiftIn, sinceShift } from './shift.ts'
import { atLeast, atMost, student } from './tails.ts'
import { drawing } from './testing.ts'

/** P(at least k of n) for a share of a/b, in whole numbers. */
function exactly(k: number, n: number, a: bigint, b: bigint): number {
  let choose = 1n
  let sum = 0n
  for (let i = 0; i <= n; i++) {
    if (i >= k) sum += choose * a ** BigInt(i) * (b - a) ** BigInt(n - i)
    choose = (choose * BigInt(n - i)) / BigInt(i + 1)
  }
  return Number((sum * 10n ** 18n) / b ** BigInt(n)) / 1e18
}

test('binomial tails equal exact fractions, and Student’s t equals its printed table', () => {
  for (const [k, n, a, b] of [
    [3, 10, 1n, 4n],
    [11, 32, 800n, 3811n],
    [0, 5, 1n, 2n],
    [60, 300, 1n, 7n],
  ] as const) {
    assert.ok(Math.abs(atLeast(k, n, Number(a) / Number(b)) - exactly(k, n, a, b)) < 1e-11)
    assert.ok(Math.abs(atMost(k - 1, n, Number(a) / Number(b)) + atLeast(k, n, Number(a) / Number(b)) - 1) < 1e-11)
  }
  assert.equal(student(0.05, 10).toFixed(3), '2.228')
  assert.equal(student(0.001, 4).toFixed(3), '8.610')
})

test('published: 11 seeds in 800 against 21 in 3,011 – R’s p of 0.07967 from exact fractions, and the doubled tail used here is never smaller', () => {
  // R adds up all outcomes that are at most as likely; the doubled smaller tail used here is never smaller than that.
  const likely = Array.from({ length: 33 }, (_, k) => exactly(k, 32, 800n, 3811n) - exactly(k + 1, 32, 800n, 3811n))
  const r = likely.filter((one) => one <= likely[11]! * (1 + 1e-7)).reduce((all, one) => all + one, 0)
  assert.equal(r.toFixed(5), '0.07967')
  const twice = sameRate(11, 800, 21, 3011)
  assert.ok(Math.abs(twice - 2 * exactly(11, 32, 800n, 3811n)) < 1e-11 && twice >= r)
})

test('24 shutdowns in five years (the data of Hahn and Meeker 1991): the bounds for the next year are those of the exact fractions', () => {
  const brute = (sum: number, times: number, alpha: number) => {
    const inside = Array.from({ length: 400 }, (_, y) => y).filter((y) => {
      const many = exactly(y, sum + y, 1n, BigInt(times + 1))
      const few = 1 - exactly(y + 1, sum + y, 1n, BigInt(times + 1))
      return many > alpha / 2 && few > alpha / 2
    })
    return { low: inside[0]!, high: inside.at(-1)! }
  }
  assert.deepEqual(predicted(24, 5, 0.05), { low: 1, high: 10 })
  for (const [sum, times] of [
    [24, 5],
    [0, 3],
    [7, 1],
    [130, 6],
  ] as const)
    for (const alpha of [0.1, 0.01]) assert.deepEqual(predicted(sum, times, alpha), brute(sum, times, alpha))
})

test('theorem (Nelson): for every rate the interval covers the next Poisson count with at least 1 − alpha', () => {
  const poisson = (rate: number) => {
    const all = [Math.exp(-rate)]
    for (let k = 1; k < 120; k++) all.push((all[k - 1]! * rate) / k)
    return all
  }
  for (const rate of [0.2, 1, 4, 15])
    for (const times of [1, 3]) {
      const next = poisson(rate)
      const covered = poisson(rate * times).reduce((total, chance, sum) => {
        if (chance < 1e-12) return total
        const { low, high } = predicted(sum, times, 0.05)
        return total + chance * next.slice(low, high + 1).reduce((all, one) => all + one, 0)
      }, 0)
      assert.ok(covered >= 0.95 - 1e-9, `rate ${rate}, ${times} times: ${covered}`)
    }
})

test('theorem: what was there before is never asked about, order does not matter, and the interval holds the median', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2000 }), { minLength: 1, maxLength: 12 }), fc.boolean(), (past, count) => {
      const range = expected(past, count)
      if (!range) return
      for (const value of past) assert.ok(value >= range.low && value <= range.high)
      assert.ok(median(past) >= range.low && median(past) <= range.high)
      assert.deepEqual(expected(past.toReversed(), count), range)
    }),
  )
})

test('few false alarms, measured: below one in 500 for Poisson counts, below one in 40 where they vary twice as much; a slipped digit is found', () => {
  const draw = drawing(1982)
  const rounds = 1500
  const asked = (dispersion: number, rate: number, times: number) => {
    let n = 0
    for (let round = 0; round < rounds; round++) {
      const past = Array.from({ length: times }, () => draw.count(rate, dispersion))
      const { low, high } = expected(sinceShift(past), true)!
      const value = draw.count(rate, dispersion)
      if (value < low || value > high) n += 1
    }
    return n / rounds
  }
  const poisson = [2, 20, 150].flatMap((rate) => [1, 3, 6].map((times) => asked(1, rate, times)))
  const mean = poisson.reduce((all, one) => all + one, 0) / poisson.length
  assert.ok(mean <= 1 / oneIn, `Poisson: ${mean}`)
  for (const rate of [2, 20, 150])
    for (const times of [3, 6]) assert.ok(asked(2, rate, times) < 1 / 40, `twice as much: ${rate}, ${times}`)
  // 96 places become 960 or 9.
  const { low, high } = expected([92, 96, 95, 99, 96], true)!
  assert.ok(960 > high && 9 < low && 104 < high)
})

test('a level shift is found once both sides are clear, and later values are judged by the new level', () => {
  const old = [96, 92, 99, 95, 97, 94]
  assert.equal(shiftIn([...old, 180]), null)
  assert.deepEqual(shiftIn([...old, 180, 176]), { at: 6, before: 95.5, after: 178 })
  assert.deepEqual(sinceShift([...old, 180, 176]), [180, 176])
  // Counts that vary strongly by themselves, and a slope without a step, are no shift.
  assert.equal(shiftIn([40, 160, 70, 150, 170, 180]), null)
  assert.equal(shiftIn([100, 102, 104, 106, 108, 110, 112]), null)
  const draw = drawing(1940)
  let alarms = 0
  for (let n = 0; n < 1500; n++) if (shiftIn(Array.from({ length: 8 }, () => draw.count(20, 1)))) alarms += 1
  assert.ok(alarms / 1500 <= 0.01, `${alarms}`)
})
