// The parts of the projection: against brute force on small inputs, and by their properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { agesOf, hazard, splitInto } from './ages.ts'
import { pairsOf } from './change.ts'
import { countryRatios } from './country.ts'
import { hamiltonPerry } from './peers.ts'
import type { AgeGroup } from './population.ts'
import { apportion, roundYear } from './rounding.ts'
import { trueVariance } from './shrink.ts'
import { smoothSingles } from './singles.ts'
import { fives, populationOf, seeded } from './testing.ts'
import { advance, atFirst } from './within.ts'

const close = (a: number, b: number, within: number, what = '') =>
  assert.ok(Math.abs(a - b) <= within, `${what}: ${a} is not ${b}`)

test('largest remainders add up to the total, and no other whole numbers lie closer: brute force', () => {
  const part = fc.integer({ min: 0, max: 300 }).map((n) => n / 100)
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const total = Math.round(parts.reduce((sum, one) => sum + one, 0))
      const found = new Float64Array(parts.length)
      apportion(Float64Array.from(parts), 0, parts.length, total, found)
      assert.equal(
        found.reduce((sum, one) => sum + one, 0),
        total,
      )
      const off = (whole: ArrayLike<number>) => parts.reduce((sum, one, i) => sum + (whole[i]! - one) ** 2, 0)
      let best = Number.POSITIVE_INFINITY
      const search = (whole: number[], left: number) => {
        if (whole.length === parts.length) {
          if (left === 0) best = Math.min(best, off(whole))
          return
        }
        for (let n = 0; n <= left; n += 1) search([...whole, n], left - n)
      }
      search([], total)
      close(off(found), best, 1e-9)
    }),
  )
})

test('rounded ages add up to sexes, sexes to areas, areas to everybody', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 31 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 6 }),
      (seed, areas, groups) => {
        const random = seeded(seed)
        const exact = Float64Array.from({ length: areas * 2 * groups }, () => 20 * random())
        const whole = exact.slice()
        roundYear(whole, 0, areas, 2, groups)
        const sum = (values: Float64Array, from: number, to: number) =>
          values.subarray(from, to).reduce((all, one) => all + one, 0)
        assert.equal(sum(whole, 0, whole.length), Math.round(sum(exact, 0, exact.length)))
        for (let a = 0; a < areas; a += 1) {
          const [from, to] = [a * 2 * groups, (a + 1) * 2 * groups]
          assert.ok(Math.abs(sum(whole, from, to) - sum(exact, from, to)) < 1)
        }
        assert.ok(whole.every((one) => Number.isInteger(one) && one >= 0))
      },
    ),
  )
})

const widths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 9 })
const groupsOf = (parts: number[], open: boolean): AgeGroup[] => {
  let from = 0
  return parts.map((width, i) => {
    const group = { from, to: open && i === parts.length - 1 ? null : from + width }
    from += width
    return group
  })
}

test('single years keep every group’s sum, and nobody is less than nobody', () => {
  fc.assert(
    fc.property(widths, fc.boolean(), fc.integer({ min: 1, max: 2 ** 31 }), (parts, open, seed) => {
      const ages = agesOf(groupsOf(parts, open))
      const random = seeded(seed)
      const people = Float64Array.from(parts, () => Math.floor(1000 * random() ** 3))
      const single = new Float64Array(ages.size)
      splitInto(ages, people, 0, single, 0)
      const sums = new Float64Array(parts.length)
      single.forEach((one, x) => {
        assert.ok(one >= 0)
        sums[ages.groupOf[x]!]! += one
      })
      for (const [g, sum] of sums.entries()) close(sum, people[g]!, 1e-6)
    }),
  )
})

test('as many at every age stay as many at every age, whatever the groups', () => {
  fc.assert(
    fc.property(widths, (parts) => {
      const ages = agesOf(groupsOf(parts, false))
      const single = new Float64Array(ages.size)
      splitInto(
        ages,
        Float64Array.from(parts, (width) => 7 * width),
        0,
        single,
        0,
      )
      for (const one of single) close(one, 7, 1e-9)
    }),
  )
})

test('the smoothest ages: no exchange of people inside a group is smoother (brute force)', () => {
  const ages = agesOf(groupsOf([3, 4, 2], false))
  const people = Float64Array.from([60, 100, 40])
  const single = new Float64Array(ages.size)
  splitInto(ages, people, 0, single, 0)
  const rough = (values: Float64Array) => {
    let sum = 0
    for (let x = 0; x + 1 < values.length; x += 1) {
      sum += 0.5 * (values[x]! - values[x + 1]!) ** 2
      if (x + 2 < values.length) sum += (values[x]! - 2 * values[x + 1]! + values[x + 2]!) ** 2
    }
    return sum
  }
  const smooth = rough(single)
  for (let x = 0; x < ages.size; x += 1)
    for (let z = 0; z < ages.size; z += 1) {
      if (x === z || ages.groupOf[x] !== ages.groupOf[z]) continue
      const other = single.slice()
      other[x]! += 0.1
      other[z]! -= 0.1
      assert.ok(rough(other) >= smooth - 1e-6)
    }
})

test('what next year’s groups say about ages: the filter’s correction is the least-squares one (dense oracle)', () => {
  // Two groups of two years: all that can be learnt is who crosses the border between them.
  const ages = agesOf(groupsOf([2, 2], false))
  const even = new Float64Array(4).fill(100)
  const known = atFirst(ages, even)
  const before = known.covariance.slice()
  const gain = advance(ages, known, 1, new Float64Array(4).fill(1), new Float64Array(4), even)
  // Written out with matrices: P' = A P Aᵀ + Q, K = P' Hᵀ (H P' Hᵀ)⁻¹.
  const p = (x: number, z: number) => before[x * 4 + z]!
  const moved = (x: number, z: number) => {
    const aged = x > 0 && z > 0 ? p(x - 1, z - 1) : 0
    const together = Math.floor(x / 2) === Math.floor(z / 2) ? (0.004 * 100) ** 2 : 0
    return aged + together + (x === z ? ((x === 0 ? 0.08 : 0.01) * 100) ** 2 : 0)
  }
  const cross = (x: number, g: number) => moved(x, 2 * g) + moved(x, 2 * g + 1)
  const sums = (g: number, k: number) => cross(2 * g, k) + cross(2 * g + 1, k)
  const determinant = sums(0, 0) * sums(1, 1) - sums(0, 1) * sums(1, 0)
  for (let x = 0; x < 4; x += 1) {
    const first = (cross(x, 0) * sums(1, 1) - cross(x, 1) * sums(1, 0)) / determinant
    const second = (cross(x, 1) * sums(0, 0) - cross(x, 0) * sums(0, 1)) / determinant
    close(gain[x * 2]!, first, 1e-9, `age ${x}`)
    close(gain[x * 2 + 1]!, second, 1e-9, `age ${x}`)
  }
  // A group that is one short gets one back.
  close(gain[0]! + gain[2]!, 1, 1e-9)
  close(gain[0]! * 0 + gain[1]! + gain[3]!, 0, 1e-9)
})

test('areas that differ by nothing but chance are believed to be alike, others are not', () => {
  const random = seeded(11)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const noise = Float64Array.from({ length: 2000 }, () => 0.0004 * (1 + 9 * random()))
  const chance = noise.map((one) => 1 + Math.sqrt(one) * normal())
  const apart = noise.map((one) => 1 + Math.sqrt(one + 0.0025) * normal())
  assert.ok(trueVariance(chance, noise, 1e-6, 1) < 0.0002)
  close(trueVariance(apart, noise, 1e-6, 1), 0.0025, 0.0004)
})

test('the hazard of the old is found again, and cohorts that nobody leaves or joins have ratio one', () => {
  const frame = {
    areas: ['A'],
    sexes: ['t'],
    groups: groupsOf([...Array(90).fill(1), 5], true),
    years: [2000, 2001, 2002],
  }
  // Born in a year: a wave; nobody dies before sixty, then at 1.3 times the hazard.
  const alive = (age: number) => {
    let log = 0
    for (let x = 60; x <= age; x += 1) log -= 1.3 * hazard(x)
    return Math.exp(log)
  }
  const people = (year: number, age: number) => (1000 + 200 * Math.sin(year - age)) * alive(age)
  const population = populationOf(frame, (year, _a, _s, g) => {
    if (g < 90) return people(year, g)
    let sum = 0
    for (let age = 90; age < 130; age += 1) sum += people(year, age)
    return sum
  })
  const ages = agesOf(frame.groups)
  const singles = smoothSingles(population, ages, 0)
  const ratios = countryRatios(ages, pairsOf(population, ages, singles, 0, 1), 1)
  for (let age = 1; age < 60; age += 1) close(ratios[age]!, 0, 1e-9, `age ${age}`)
  close(ratios[80]! / -hazard(80), 1.3, 0.02)
})

test('Hamilton and Perry as Swanson, Schlottmann and Schmidt (2009) write it: five-year groups against a plain oracle', () => {
  const random = seeded(5)
  const frame = { areas: ['A', 'B'], sexes: ['m', 'w'], groups: fives(18), years: [2010, 2015] }
  const population = populationOf(frame, () => 500 + Math.floor(500 * random()))
  const at = (y: number, a: number, s: number, g: number) => population.values[((y * 2 + a) * 2 + s) * 18 + g]!
  const found = hamiltonPerry(population, 10)
  for (let a = 0; a < 2; a += 1) {
    let now = [0, 1].map((s) => Array.from({ length: 18 }, (_, g) => at(1, a, s, g)))
    const mothers = (people: number[][]) => people[1]!.slice(3, 10).reduce((sum, one) => sum + one, 0)
    const perMother = [0, 1].map((s) => at(1, a, s, 0) / mothers(now))
    for (let step = 0; step < 2; step += 1) {
      const next = now.map((people, s) =>
        people.map((_, g) => {
          if (g === 0) return Number.NaN
          if (g === 17) return ((people[16]! + people[17]!) * at(1, a, s, 17)) / (at(0, a, s, 16) + at(0, a, s, 17))
          return (people[g - 1]! * at(1, a, s, g)) / at(0, a, s, g - 1)
        }),
      )
      const women = mothers(next)
      next.forEach((people, s) => {
        people[0] = perMother[s]! * women
      })
      now = next
    }
    for (let s = 0; s < 2; s += 1)
      for (let g = 0; g < 18; g += 1) close(found[(a * 2 + s) * 18 + g]!, now[s]![g]!, 1e-6, `${a} ${s} ${g}`)
  }
})
