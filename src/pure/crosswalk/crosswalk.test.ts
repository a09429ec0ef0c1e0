// The brute-force oracle multiplies matrices: one column per area before, one row per area after. The theorems follow from it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { carry, type Statement } from './carry.ts'
import { erasOf } from './eras.ts'
import { type Part, type Reform, stepsOf } from './reform.ts'

const part = (before: number, after: number, more: Partial<Part> = {}): Part => ({
  before,
  after,
  level: 'municipality',
  whole: before !== after && more.population === undefined && more.area === undefined,
  population: null,
  area: null,
  ...more,
})
const said = (
  area: number,
  year: number,
  value: number | Statement['mark'],
  more: Partial<Statement> = {},
): Statement => ({
  area,
  from: `${year}-12-31`,
  until: `${year + 1}-01-01`,
  last: `${year}-12-31`,
  basis: null,
  value: typeof value === 'number' ? value : null,
  mark: typeof value === 'number' ? null : value,
  ...more,
})
const options = { additive: true, carried: true }
const seriesOf = (target: number, reforms: Reform[], statements: Statement[], more: Partial<typeof options> = {}) => {
  const course = erasOf(target, stepsOf(reforms), { ...options, ...more })
  return { ...course, points: carry(target, course.eras, statements) }
}
const short = (points: ReturnType<typeof seriesOf>['points']) =>
  points.map(({ from, value, mark, how, boundary }) => [from.slice(0, 4), value ?? mark, how, boundary])

const size = 5
const all = Array.from({ length: size }, (_, area) => area)

/** One step between `areas` areas: what each gives to whom, in tenths; what is left over stays. */
type Given = { before: number; after: number; tenths: number }
type World = { alive: Set<number>; gone: Set<number> }
type Made = World & { reform: Reform; matrix: number[][] }
/** Three areas at first; two may come into being. */
const first: World = { alive: new Set([0, 1, 2]), gone: new Set() }
const stepOf = (id: string, day: string, areas: number, given: readonly Given[], { alive, gone }: World): Made => {
  const matrix = all.map((r) => all.map((c): number => (r === c ? 10 : 0)))
  const parts: Part[] = []
  for (const { before, after, tenths } of given) {
    const moved = Math.min(tenths, matrix[before]![before]!)
    if (!alive.has(before) || gone.has(after) || before === after || moved === 0 || matrix[after]![before]! > 0)
      continue
    matrix[before]![before]! -= moved
    matrix[after]![before] = moved
  }
  for (let before = 0; before < areas; before++)
    for (let after = 0; after < areas; after++) {
      const tenths = matrix[after]![before]!
      if (before === after || tenths === 0) continue
      parts.push(part(before, after, tenths === 10 ? {} : { population: tenths / 10 }))
    }
  // Whoever receives and existed, or keeps something, is named as its own predecessor.
  const touched = new Set(parts.flatMap((one) => [one.before, one.after]))
  for (const area of touched) if (alive.has(area) && matrix[area]![area]! > 0) parts.push(part(area, area))
  const next = new Set(all.filter((area) => [...alive].some((before) => matrix[area]![before]! > 0)))
  return {
    reform: { id, day, parts },
    matrix: matrix.map((row) => row.map((tenths) => tenths / 10)),
    alive: next,
    gone: new Set([...gone, ...[...alive].filter((area) => !next.has(area))]),
  }
}
/** Steps of a history, each on the areas that the one before left. */
const historyOf = (history: readonly (readonly Given[])[]): Made[] => {
  const made: Made[] = []
  for (const [n, given] of history.entries())
    made.push(stepOf(`r${n}`, `${2001 + n}-01-01`, size, given, made.at(-1) ?? first))
  return made
}
const times = (a: number[][], b: number[][]) =>
  a.map((row) => b[0]!.map((_, c) => row.reduce((sum, x, k) => sum + x * b[k]![c]!, 0)))
const apply = (m: number[][], v: number[]) => m.map((row) => row.reduce((sum, x, k) => sum + x * v[k]!, 0))

const givenBy = fc.array(
  fc.record({ before: fc.nat(size - 1), after: fc.nat(size - 1), tenths: fc.constantFrom(1, 3, 5, 10, 10) }),
  { maxLength: 6 },
)
const counts = fc.array(fc.nat(100_000), { minLength: size, maxLength: size })
const near = (a: number, b: number) => Math.abs(a - b) < 1e-4

test('any history of reforms equals the product of its matrices (brute force), and totals are conserved', () => {
  fc.assert(
    fc.property(fc.array(givenBy, { minLength: 1, maxLength: 3 }), counts, (history, given) => {
      const values = given.map((value, area) => (first.alive.has(area) ? value : 0))
      const steps = historyOf(history)
      const expected = steps.reduce((v, { matrix }) => apply(matrix, v), values)
      const statements = [...first.alive].map((area) => said(area, 1999, values[area]!))
      const carried = all.map((area) => {
        const { points } = seriesOf(
          area,
          steps.map((one) => one.reform),
          statements,
        )
        return points[0]?.value ?? 0
      })
      const alive = [...steps.at(-1)!.alive]
      for (const area of alive) assert.ok(near(carried[area]!, expected[area]!))
      const total = alive.reduce((sum, area) => sum + carried[area]!, 0)
      assert.ok(
        near(
          total,
          values.reduce((sum, value) => sum + value, 0),
        ),
      )
    }),
    { numRuns: 400 },
  )
})

test('two reforms carried one after the other equal the one that is their product', () => {
  fc.assert(
    fc.property(givenBy, givenBy, counts, (given, then, values) => {
      const [one, two] = historyOf([given, then]) as [Made, Made]
      const product = times(two.matrix, one.matrix)
      const parts: Part[] = []
      for (const before of first.alive)
        for (let after = 0; after < size; after++) {
          const share = Math.round(product[after]![before]! * 1e9) / 1e9
          if (share === 0) continue
          if (before === after) parts.push(part(before, after))
          else parts.push(part(before, after, share === 1 ? {} : { population: share }))
        }
      const statements = [...first.alive].map((area) => said(area, 1999, values[area]!))
      for (const area of two.alive) {
        const twice = seriesOf(area, [one.reform, two.reform], statements).points[0]
        const once = seriesOf(area, [{ id: 'ab', day: '2001-01-01', parts }], statements).points[0]
        assert.ok(near(twice?.value ?? Number.NaN, once?.value ?? Number.NaN))
      }
    }),
    { numRuns: 300 },
  )
})

test('without a reform, or where it names other areas, a series is what was said', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }), (values) => {
      const statements = values.map((value, n) => said(0, 2000 + n, value))
      for (const reforms of [[], [{ id: 'x', day: '2002-01-01', parts: [part(8, 9)] }]]) {
        const { points, passed } = seriesOf(0, reforms, statements)
        assert.deepEqual(
          points.map((one) => one.value),
          values,
        )
        assert.ok(points.every((one) => one.how === null && one.boundary === 0))
        assert.deepEqual(passed, [])
      }
    }),
  )
})

const joined: Reform = { id: 'in', day: '2010-01-01', parts: [part(1, 2), part(2, 2)] }
test('a municipality joins another: before, both counts are added, exactly; the year of the reform belongs to its last day', () => {
  const { points, passed } = seriesOf(
    2,
    [joined],
    [said(1, 2008, 40), said(2, 2008, 100), said(1, 2009, 41), said(2, 2009, 101), said(2, 2010, 150)],
  )
  assert.deepEqual(short(points), [
    ['2008', 140, 'exact', 0],
    ['2009', 142, 'exact', 0],
    ['2010', 150, null, 0],
  ])
  assert.deepEqual(passed, [{ day: '2010-01-01', reforms: ['in'], how: 'exact', areas: [2] }])
})

test('of a part that is secret, unknown or not stated, the sum is unknown; "–" counts as zero, and of a measure that has ended it does not', () => {
  const value = (statements: Statement[]) => {
    const [point] = seriesOf(2, [joined], statements).points
    return point && (point.value ?? point.mark)
  }
  for (const mark of ['unknown', 'unreliable', 'later', 'meaningless'] as const)
    assert.equal(value([said(1, 2009, mark), said(2, 2009, 100)]), 'unknown')
  assert.equal(value([said(2, 2009, 100)]), 'unknown', 'nothing is said of one part')
  assert.equal(value([said(1, 2009, 'nil'), said(2, 2009, 100)]), 100)
  assert.equal(value([said(1, 2009, 'nil'), said(2, 2009, 'nil')]), 'nil')
  assert.equal(value([said(1, 2009, 'nil', { ended: true }), said(2, 2009, 100)]), 'unknown')
  assert.equal(value([]), undefined)
})

test('rates are not carried: the line is interrupted and the area stands as it was; a new name or key carries everything', () => {
  const rates = [said(1, 2009, 5), said(2, 2009, 7), said(2, 2010, 6)]
  const { points, passed } = seriesOf(2, [joined], rates, { additive: false })
  assert.deepEqual(short(points), [
    ['2009', 7, null, 1],
    ['2010', 6, null, 0],
  ])
  assert.equal(passed[0]?.how, 'notAdditive')
  const moved = seriesOf(
    3,
    [{ id: 'key', day: '2010-01-01', parts: [part(1, 3)] }],
    [said(1, 2009, 'unknown'), said(1, 2008, 5), said(3, 2010, 6)],
    { additive: false },
  )
  assert.deepEqual(short(moved.points), [
    ['2008', 5, 'exact', 0],
    ['2009', 'unknown', 'exact', 0],
    ['2010', 6, null, 0],
  ])
  assert.equal(moved.passed[0]?.how, 'same')
})

test('a part of an area is carried by its share of people before that of land, and marked; without a share the line is interrupted', () => {
  const gives = (shares: Partial<Part>): Reform => ({
    id: 'g',
    day: '2010-01-01',
    parts: [part(1, 1), part(2, 2), part(1, 2, { whole: false, ...shares })],
  })
  const statements = [said(1, 2009, 100), said(2, 2009, 50), said(1, 2010, 91), said(2, 2010, 60)]
  const by = (area: number, shares: Partial<Part>) => seriesOf(area, [gives(shares)], statements)
  const both = { population: 0.1, area: 0.3 }
  assert.deepEqual(
    [by(1, both), by(2, both)].map(({ points: [one] }) => [one?.value, one?.how, one?.bases]),
    [
      [90, 'estimated', ['population']],
      [60, 'estimated', ['population']],
    ],
  )
  assert.deepEqual(by(2, { area: 0.3 }).points[0]?.bases, ['area'])
  for (const area of [1, 2]) {
    const { points, passed } = by(area, {})
    assert.deepEqual(
      points.map((one) => [one.how, one.boundary]),
      [
        [null, 1],
        [null, 0],
      ],
    )
    assert.equal(passed[0]?.how, 'share')
  }
})

test('one predecessor is shared out on one basis only, and two reforms of one day take effect together', () => {
  const reforms: Reform[] = [
    { id: 'a', day: '2010-01-01', parts: [part(1, 1), part(2, 2), part(1, 2, { population: 0.2, area: 0.5 })] },
    { id: 'b', day: '2010-01-01', parts: [part(1, 1), part(3, 3), part(1, 3, { area: 0.1 })] },
  ]
  const statements = [said(1, 2009, 100), said(2, 2009, 0), said(3, 2009, 0)]
  const values = [1, 2, 3].map((area) => seriesOf(area, reforms, statements).points[0])
  assert.deepEqual(
    values.map((one) => one?.value),
    [40, 50, 10],
    'the land, because of one part nothing else is known',
  )
  assert.deepEqual(values[1]?.bases, ['area'])
})

test('what the office says of the new area for earlier times goes first; its "–" there only says that it did not exist', () => {
  const reforms: Reform[] = [{ id: 'm', day: '2010-01-01', parts: [part(1, 3), part(2, 3)] }]
  const parts = [said(1, 2008, 4), said(2, 2008, 5), said(1, 2009, 6), said(2, 2009, 7)]
  const { points } = seriesOf(3, reforms, [...parts, said(3, 2008, 10), said(3, 2009, 'nil'), said(3, 2010, 14)])
  assert.deepEqual(short(points), [
    ['2008', 10, null, 0],
    ['2009', 13, 'exact', 0],
    ['2010', 14, null, 0],
  ])
  assert.equal(
    seriesOf(3, reforms, [...parts, said(3, 2010, 14)], { carried: false }).points.length,
    1,
    'on its own areas it begins with the reform',
  )
})

test('values of two bases never meet, and a city that takes in a municipality is not counted on two levels', () => {
  const { points } = seriesOf(2, [joined], [said(1, 2009, 40, { basis: 1 }), said(2, 2009, 100, { basis: 2 })])
  assert.deepEqual(
    points.map((one) => one.mark),
    ['unknown', 'unknown'],
  )
  const [city, county, village] = [1, 2, 3]
  const taken: Reform = {
    id: 't',
    day: '2010-01-01',
    parts: [
      part(city, city, { level: 'county' }),
      part(village, city),
      part(county, county, { level: 'county' }),
      part(county, city, { level: 'county', population: 0.1 }),
    ],
  }
  const statements = [said(city, 2009, 1000), said(county, 2009, 500), said(village, 2009, 49)]
  assert.equal(seriesOf(city, [taken], statements).points[0]?.value, 1050)
  assert.equal(seriesOf(county, [taken], statements).points[0]?.value, 450)
})
