import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { linear, niceTicks, segmentsOf, spread } from './scale.ts'

test('ticks are round, ascending and hold the data', () => {
  assert.deepEqual(niceTicks(0, 47).ticks, [0, 10, 20, 30, 40, 50])
  assert.deepEqual(niceTicks(0, 0.9).ticks, [0, 0.2, 0.4, 0.6, 0.8, 1])
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      (low, span) => {
        const { domain, ticks } = niceTicks(low, low + span)
        return domain[0] <= low + 1e-6 * span && domain[1] >= low + span - 1e-6 * span && ticks.length <= 12
      },
    ),
  )
})

test('a scale meets both ends', () => {
  const scale = linear([10, 20], [0, 100])
  assert.deepEqual([scale(10), scale(15), scale(20)], [0, 50, 100])
})

test('no line is ever drawn across a break or a missing value', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ x: fc.integer({ min: 1990, max: 2030 }), value: fc.option(fc.integer()) }), {
        selector: (p) => p.x,
      }),
      fc.array(fc.integer({ min: 1990, max: 2030 }), { maxLength: 3 }),
      (points, breaks) => {
        const segments = segmentsOf(points, breaks)
        for (const segment of segments)
          for (const [index, point] of segment.entries()) {
            const before = segment[index - 1]
            if (!before) continue
            if (breaks.some((at) => before.x < at && at <= point.x)) return false
            if (points.some((p) => p.value === null && p.x > before.x && p.x < point.x)) return false
          }
        return segments.flat().length === points.filter((p) => p.value !== null).length
      },
    ),
  )
})

test('labels are moved apart, keeping their order', () => {
  assert.deepEqual(spread([10, 12, 50], 18, 0, 100), [10, 28, 50])
  assert.deepEqual(spread([99, 98], 18, 0, 100), [100, 82])
})
