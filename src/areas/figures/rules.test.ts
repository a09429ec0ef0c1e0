import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Cell, chooseBasis, mayDeliverFor, numberOf, type Point, rateOf, runsOf, sumOf } from './rules.ts'

const marks = ['nil', 'unknown', 'unreliable', 'later', 'meaningless'] as const
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer({ min: 0, max: 1e6 }).map((value) => ({ value, mark: null })),
  fc.constantFrom(...marks).map((mark) => ({ value: null, mark })),
  fc.constant({ value: null, mark: null }),
)

test('a mark never becomes a number; only nil counts, as exact zero, and not where the measure has ended', () => {
  for (const mark of marks) assert.equal(numberOf({ value: null, mark }), mark === 'nil' ? 0 : null)
  assert.equal(numberOf({ value: null, mark: 'nil' }, true), null)
})

test('a sum is complete exactly when every cell has a number or is nil, and counts what is missing', () => {
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const sum = sumOf(cells)
      const good = cells.filter((one) => one.value !== null || one.mark === 'nil')
      assert.equal(sum.complete, good.length === cells.length)
      assert.equal(sum.missing, cells.length - good.length)
      assert.equal(
        sum.value,
        good.reduce((all, one) => all + (one.value ?? 0), 0),
      )
    }),
  )
})

test('a rate keeps the state of either side and is nil of nil', () => {
  assert.deepEqual(rateOf({ value: 5, mark: null }, { value: 2000, mark: null }, 1000), { value: 2.5, mark: null })
  assert.deepEqual(rateOf({ value: null, mark: 'nil' }, { value: 2000, mark: null }, 1000), {
    value: null,
    mark: 'nil',
  })
  assert.deepEqual(rateOf({ value: null, mark: 'unknown' }, { value: 2000, mark: null }, 1000), {
    value: null,
    mark: 'unknown',
  })
  assert.deepEqual(rateOf({ value: 5, mark: null }, { value: null, mark: 'later' }, 1000), {
    value: null,
    mark: 'later',
  })
  assert.deepEqual(rateOf({ value: 5, mark: null }, { value: 0, mark: null }, 1000), {
    value: null,
    mark: 'meaningless',
  })
})

test('no change is ever computed from values of two bases', () => {
  const point: fc.Arbitrary<Point> = fc
    .record({ year: fc.integer({ min: 1990, max: 2030 }), basis: fc.constantFrom('a', 'b', null), cell })
    .map(({ year, basis, cell: own }) => ({
      ...own,
      from: `${year}-12-31`,
      until: `${year + 1}-01-01`,
      basis,
      source: 0,
    }))
  fc.assert(
    fc.property(fc.uniqueArray(point, { selector: (one) => `${one.from}/${one.basis}` }), (points) => {
      const runs = runsOf(points)
      assert.equal(runs.flatMap((run) => run.points).length, points.length)
      for (const run of runs) {
        assert.ok(run.points.every((one) => one.basis === run.basis))
        if (!run.change) continue
        const at = (day: string) => numberOf(run.points.find((one) => one.from === day)!)!
        assert.ok(run.change.from < run.change.to)
        assert.equal(run.change.absolute, at(run.change.to) - at(run.change.from))
      }
    }),
  )
})

test('the youngest basis holds, others are offered; a county delivers for itself', () => {
  const order = [
    { code: 'old', label: '', from: '2011-05-09' },
    { code: 'new', label: '', from: '2022-05-15' },
  ]
  assert.equal(
    chooseBasis(
      [
        { basis: 'old', statements: 500 },
        { basis: 'new', statements: 23 },
      ],
      order,
    ),
    'new',
  )
  assert.equal(chooseBasis([{ basis: null, statements: 5 }], order), null)
  assert.ok(
    mayDeliverFor('09175', '09175') &&
      mayDeliverFor('09175', '09175115') &&
      mayDeliverFor(null, '09175') &&
      !mayDeliverFor('09175', '09174'),
  )
})
