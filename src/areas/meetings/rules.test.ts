// Times as people write them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { clockTime } from './rules.ts'

test('a time is read as people write it; what is no time stays, so that it is refused with its words', () => {
  assert.deepEqual(['14', '14.30', ' 9:05 Uhr', '9 Uhr', '14:00'].map(clockTime), [
    '14:00',
    '14:30',
    '09:05',
    '09:00',
    '14:00',
  ])
  assert.deepEqual(['mittags', '14:3', ''].map(clockTime), ['mittags', '14:3', ''])
})
