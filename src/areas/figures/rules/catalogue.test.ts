import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cyclesOf, cyclesUntilLetting, letGoOf } from './catalogue.ts'

const years = fc
  .uniqueArray(fc.integer({ min: 1990, max: 2090 }), { maxLength: 12 })
  .chain((list) =>
    fc.tuple(...list.map((year) => fc.record({ from: fc.constant(`${year}-01-01`), used: fc.boolean() }))),
  )

test('a figure that was used within the last three cycles, or is official, is never proposed for want of use', () => {
  fc.assert(
    fc.property(years, fc.boolean(), (cycles, heldByCounties) => {
      const lately = cycles.toSorted((a, b) => (a.from < b.from ? 1 : -1)).slice(0, cyclesUntilLetting)
      const figure = { heldByCounties, neededFor: 'Sozialplan', neededUntil: null }
      const proposed = letGoOf(figure, cyclesOf(cycles), '2100-01-01').includes('unused')
      assert.equal(proposed, heldByCounties && lately.length === cyclesUntilLetting && !lately.some((one) => one.used))
    }),
  )
})

test('the day until which it was asked for still counts, and whoever says no purpose is told so', () => {
  const none = cyclesOf([])
  const figure = { heldByCounties: true, neededFor: null, neededUntil: '2026-12-31' }
  assert.deepEqual(letGoOf(figure, none, '2026-12-31'), ['noPurpose'])
  assert.deepEqual(letGoOf(figure, none, '2027-01-01'), ['over', 'noPurpose'])
})
