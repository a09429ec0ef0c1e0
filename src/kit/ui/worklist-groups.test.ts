import assert from 'node:assert/strict'
import test from 'node:test'
import { dueWords, formatInstant } from './format.ts'
import { whenOf } from './worklist-groups.ts'

test('work is grouped by when it is due, weeks ending on Sunday', () => {
  // 12 May 2026 is a Tuesday.
  const today = '2026-05-12'
  assert.equal(whenOf('2026-05-11', today), 'overdue')
  assert.equal(whenOf('2026-05-12', today), 'today')
  assert.equal(whenOf('2026-05-17', today), 'week')
  assert.equal(whenOf('2026-05-18', today), 'later')
  assert.equal(whenOf(undefined, today), 'open')
  assert.equal(whenOf('2026-05-18', '2026-05-17'), 'later')
})

test('distances in words, across the change of the clocks', () => {
  assert.equal(dueWords('2026-03-30', '2026-03-28'), 'in 2 Tagen')
  assert.equal(dueWords('2026-03-28', '2026-03-30'), 'seit 2 Tagen überfällig')
  assert.equal(dueWords('2026-03-29', '2026-03-28'), 'morgen fällig')
})

test('instants are shown in the time of Berlin', () => {
  assert.equal(formatInstant('2026-07-01T12:05:00Z'), '1. Juli 2026, 14:05 Uhr')
  assert.equal(formatInstant('2026-03-31'), '31. März 2026')
})
