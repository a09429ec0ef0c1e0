import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { classOf, limitsOf } from './classes.ts'

test('limits ascend and every value has a class that grows with it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 }), (values) => {
      const limits = limitsOf(values, { kind: 'sequential' })
      const classes = values.toSorted((a, b) => a - b).map((value) => classOf(value, limits))
      return (
        limits.length <= 4 &&
        limits.every((limit, index) => index === 0 || limit > (limits[index - 1] ?? 0)) &&
        classes.every((one, index) => one >= 0 && one <= 4 && one >= (classes[index - 1] ?? 0))
      )
    }),
  )
})

test('around a benchmark the middle class holds it', () => {
  const limits = limitsOf([12, 25, 31, 44], { kind: 'diverging', around: 25, label: '' })
  assert.equal(limits.length, 4)
  assert.equal(classOf(25, limits), 2)
  assert.ok(classOf(12, limits) < 2 && classOf(44, limits) > 2)
})

test('equal values share one class', () => {
  assert.deepEqual(limitsOf([7, 7, 7], { kind: 'sequential' }), [])
  assert.equal(classOf(7, []), 2)
})
