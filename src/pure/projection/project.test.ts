// The whole projection: what must hold for any table, and what it has to show on the offices' own figures.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { readGenesisCsv } from '../genesis/csv.ts'
import { decodeText } from '../table-file/decode.ts'
import { hazard } from './ages.ts'
import { forecast } from './forecast.ts'
import { populationCsv } from './official.ts'
import { constant, hamiltonPerry, linear } from './peers.ts'
import { type AgeGroup, blockOf, type Population, until } from './population.ts'
import { backTest, meanError, project } from './project.ts'
import { readPopulation } from './read.ts'
import { structureOf } from './structure.ts'
import { fives, populationOf, seeded } from './testing.ts'

const uneven: AgeGroup[] = [0, 3, 6, 10, 15, 18, 20, 25, 30, 40, 50, 65, 75].map((from, g, all) => ({
  from,
  to: all[g + 1] ?? null,
}))

/** Nobody moves, as many are born as there were, the old die as everywhere: the same every year. */
const lasting = (groups: AgeGroup[], years: number[]): Population => {
  const alive = (age: number) => {
    let log = 0
    for (let x = 1; x <= age; x += 1) log -= hazard(x)
    return Math.exp(log)
  }
  return populationOf({ areas: ['A', 'B', 'C'], sexes: ['m', 'w'], groups, years }, (_year, a, _s, g) => {
    let sum = 0
    for (let age = groups[g]!.from; age < (groups[g]!.to ?? 130); age += 1) sum += 1000 * (a + 1) * alive(age)
    return Math.round(sum)
  })
}

test('a population that stays as it is stays as it is', () => {
  for (const groups of [fives(18), uneven]) {
    const population = lasting(groups, [2010, 2011, 2012, 2013, 2014])
    const block = blockOf(population)
    const { values, low, high } = project(population, 2034)
    for (let at = 0; at < values.length; at += 1) {
      const before = population.values[at % block]!
      assert.ok(Math.abs(values[at]! / before - 1) < 0.02, `${values[at]} after ${before}, number ${at}`)
      assert.ok(low[at]! <= values[at]! && values[at]! <= high[at]!)
    }
  }
})

test('a wave of births grows older by a year each year', () => {
  const groups = Array.from({ length: 60 }, (_, from): AgeGroup => ({ from, to: from + 1 }))
  const people = (year: number, age: number) => 3000 + (year - age === 1995 ? 2000 : 0)
  const years = [2010, 2011, 2012, 2013]
  const population = populationOf({ areas: ['A'], sexes: ['t'], groups, years }, (year, _a, _s, g) => people(year, g))
  const { values } = project(population, 2023)
  for (let h = 1; h <= 10; h += 1)
    for (let age = 12; age < 60; age += 1) {
      const found = values[(h - 1) * 60 + age]!
      assert.ok(Math.abs(found / people(2013 + h, age) - 1) < 0.03, `${age} in ${2013 + h}: ${found}`)
    }
})

const random = (seed: number, areas: number, groups: AgeGroup[], years: number[], size = 400): Population => {
  const next = seeded(seed)
  const names = Array.from({ length: areas }, (_, a) => `0917${a % 7}1${String(a).padStart(2, '0')}`)
  const base = Array.from({ length: areas }, () => size * next() ** 2)
  return populationOf({ areas: names, sexes: ['m', 'w'], groups, years }, (year, a) =>
    Math.floor(base[a]! * (1 + 0.02 * (year - years[0]!)) * (0.7 + 0.6 * next())),
  )
}

test('the order of areas and of sexes changes nothing', () => {
  const population = random(3, 12, uneven, [2015, 2016, 2017, 2018], 4000)
  const { areas, groups, years } = population
  const count = groups.length
  const at = (y: number, a: number, s: number, g: number) => ((y * areas.length + a) * 2 + s) * count + g
  const turned = populationOf(
    { ...population, areas: [...areas].reverse(), sexes: ['w', 'm'] },
    (year, a, s, g) => population.values[at(years.indexOf(year), areas.length - 1 - a, 1 - s, g)]!,
  )
  const [one, other] = [forecast(population, 10).values, forecast(turned, 10).values]
  for (let h = 0; h < 10; h += 1)
    for (let a = 0; a < areas.length; a += 1)
      for (let s = 0; s < 2; s += 1)
        for (let g = 0; g < count; g += 1) {
          const [x, z] = [one[at(h, a, s, g)]!, other[at(h, areas.length - 1 - a, 1 - s, g)]!]
          assert.ok(Math.abs(x - z) <= 1e-6 * Math.max(1, x), `${x} and ${z}`)
        }
})

test('ten times the people of one area have ten times the future', () => {
  const population = random(5, 1, fives(18), [2015, 2016, 2017, 2018, 2019], 9000)
  const tenfold = { ...population, values: population.values.map((one) => 10 * one) }
  const [one, ten] = [forecast(population, 15).values, forecast(tenfold, 15).values]
  one.forEach((value, at) => {
    assert.ok(Math.abs(ten[at]! - 10 * value) <= 1e-6 * ten[at]! + 1e-9)
  })
})

test('any table: whole people, sums kept, intervals around them that grow with the years', () => {
  const table = fc.record({
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
    areas: fc.integer({ min: 1, max: 9 }),
    groups: fc.constantFrom<AgeGroup[]>(
      fives(18),
      uneven,
      [{ from: 0, to: null }],
      [0, 18, 65].map((from, g, all) => ({ from, to: all[g + 1] ?? null })),
      Array.from({ length: 30 }, (_, age) => ({ from: age, to: age + 1 })),
      [65, 75, 85].map((from, g, all) => ({ from, to: all[g + 1] ?? null })),
    ),
    years: fc.constantFrom<number[]>([2018], [2017, 2018], [2008, 2013, 2018], [2010, 2011, 2014, 2015, 2018]),
    size: fc.constantFrom(0, 2, 30, 5000),
    holes: fc.boolean(),
  })
  fc.assert(
    fc.property(table, ({ seed, areas, groups, years, size, holes }) => {
      const population = random(seed, areas, groups, years, size)
      const block = blockOf(population)
      const one = block / areas
      // An area that appears late, and one that is not known for a year in between.
      if (holes && years.length > 1) {
        population.values.fill(Number.NaN, 0, one)
        if (years.length > 3) population.values.fill(Number.NaN, 2 * block - one, 2 * block)
      }
      const { values, low, high, spreads } = project(population, 2033)
      values.forEach((value, at) => {
        assert.ok(Number.isInteger(value) && value >= 0, `${value}`)
        assert.ok(low[at]! <= value && value <= high[at]! && low[at]! >= 0)
      })
      for (let h = 1; h < spreads.length; h += 1)
        for (const part of ['chance', 'change'] as const)
          spreads[h]![part].forEach((one, i) => {
            assert.ok(one >= spreads[h - 1]![part][i]!)
          })
      assert.equal(backTest(population) === null, years.length === 1)
    }),
    { numRuns: 40 },
  )
})

test('an area that was merged teaches nothing: the others are projected as without it', () => {
  const years = [2014, 2015, 2016, 2017, 2018]
  const population = random(8, 30, fives(18), years, 3000)
  const merged = { ...population, values: population.values.slice() }
  const block = blockOf(population)
  for (let y = 3; y < 5; y += 1) for (let i = 0; i < 36; i += 1) merged.values[y * block + i]! *= 2
  const [one, other] = [forecast(population, 5).values, forecast(merged, 5).values]
  const total = (values: Float64Array, from: number, to: number) =>
    values.subarray(from, to).reduce((sum, x) => sum + x, 0)
  const [plain, doubled] = [total(one, 4 * block, 4 * block + 36), total(other, 4 * block, 4 * block + 36)]
  assert.ok(Math.abs(doubled / plain / 2 - 1) < 0.15, `${doubled} instead of twice ${plain}`)
  const rest = total(other, 4 * block + 36, 5 * block) / total(one, 4 * block + 36, 5 * block)
  assert.ok(Math.abs(rest - 1) < 0.02, `${rest}`)
})

const folder = path.join(process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data', 'statistics')
const absent = existsSync(folder) ? false : 'the official files are not here'

test('Bavaria’s counties up to 2020: better than constant, straight line and Hamilton and Perry, nine tenths of the mean of two, four fifths inside', {
  skip: absent,
}, () => {
  const bytes = gunzipSync(readFileSync(path.join(folder, 'genesis_2021-08/12411-0018_bayern.csv.gz')))
  const csv = populationCsv(readGenesisCsv(decodeText(bytes).text))
  const { population } = structureOf(readPopulation(csv))
  const block = blockOf(population)
  assert.deepEqual([population.areas.length, block, population.years.at(-1)], [96, 96 * 34, 2020])
  const errors: Record<string, number[]> = {}
  let inside = 0
  let count = 0
  for (const [known, year] of [
    [2016, 2020],
    [2017, 2020],
    [2018, 2020],
    [2019, 2020],
  ] as const) {
    const before = until(population, known)
    const came = population.values.subarray(5 * block)
    const { values, low, high } = project(before, year)
    const from = values.length - block
    const still = constant(before)
    const line = linear(before, year - known)
    const forecasts = {
      ours: values.subarray(from),
      constant: still,
      line,
      mean: still.map((one, at) => (one + line[at]!) / 2),
      hamiltonPerry: hamiltonPerry(before, year - known),
    }
    for (const [name, said] of Object.entries(forecasts)) {
      errors[name] ??= [0, 0]
      errors[name][0]! += meanError(said, came, 1)
      errors[name][1]! += meanError(said, came, 34)
    }
    for (let at = 0; at < block; at += 1) {
      count += 1
      if (came[at]! >= low[from + at]! && came[at]! <= high[from + at]!) inside += 1
    }
  }
  const [cells, areas] = errors.ours!
  for (const name of ['constant', 'line', 'hamiltonPerry']) {
    assert.ok(cells! < errors[name]![0]!, name)
    assert.ok(areas! < errors[name]![1]!, name)
  }
  assert.ok(cells! < 0.9 * errors.mean![0]!, `${cells} against ${errors.mean}`)
  assert.ok(inside / count > 0.75 && inside / count < 0.85, `${inside / count}`)
})
